from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from gplan_desktop.domain.plan import PlanStatus
from gplan_desktop.domain.print_out import Occasion, Paper, PrintOut, Way, print_of_plan
from gplan_desktop.store.store import Store
from ui.collect_words import collected_name, facts, outdated, paper_name
from ui.office import Office

AT = datetime(2026, 6, 24, 10, tzinfo=UTC)
PRINTED, SAVED = Occasion(AT, "Kim Ek", Way.PRINTER), Occasion(AT, "Kim Ek", Way.FILE, 2)


def printed(store: Store, plan_id: str) -> None:
    made = print_of_plan(plan_id, store.plan(plan_id), Paper.PLAN, PRINTED)
    store.prints.add([made])


def superseded(store: Store) -> None:
    printed(store, "karin-plan-1")


def thrown_away(store: Store) -> None:
    printed(store, "olena-utkast")
    store.remove_draft("olena-utkast")


def written_on(store: Store) -> None:
    printed(store, "olena-utkast")
    draft = store.plan("olena-utkast")
    store.save_draft(draft.plan, draft.version, store.place("olena-utkast"))
    later = print_of_plan("later", store.plan("olena-utkast"), Paper.PLAN, PRINTED)
    store.prints.add([later])


def other_tabs(store: Store) -> None:
    tabs = [
        PrintOut(f"tabs {checksum}", Paper.TABS, PRINTED, "karin", checksum=checksum * 64)
        for checksum in "ab"
    ]
    store.prints.add(tabs)


@pytest.mark.parametrize(
    ("happened", "reason"),
    [
        (superseded, "Planen har ersatts av en ny."),
        (thrown_away, "Utkastet har tagits bort."),
        (written_on, "En senare version av utkastet har skrivits ut."),
        (other_tabs, "Ändrade flikar har skrivits ut."),
    ],
)
def test_why_a_paper_is_out_of_date(
    office: Office, happened: Callable[[Store], None], reason: str
) -> None:
    office.database.call(lambda: happened(office.store))
    (found,) = office.database.call(lambda: outdated(office.store))
    assert found.reason == reason
    assert found.person.id == found.print_out.person_id


@pytest.mark.parametrize(
    ("occasion", "told", "done"),
    [
        (PRINTED, "Utskriven 2026-06-24 kl. 12.00 av Kim Ek.", "Insamlad"),
        (SAVED, "Sparad som fil 2026-06-24 kl. 12.00 av Kim Ek, 2 exemplar.", "Borttagen"),
    ],
)
def test_a_file_is_told_from_a_paper(occasion: Occasion, told: str, done: str) -> None:
    made = PrintOut("one", Paper.PLAN, occasion)
    assert (facts(made), collected_name(made)) == (told, done)


@pytest.mark.parametrize(
    ("status", "name"),
    [
        (None, "Flikar"),
        (PlanStatus.ESTABLISHED, "Flikar"),
        (PlanStatus.DRAFT, "Flikar, utkast"),
    ],
)
def test_the_paper_of_a_draft_says_so(status: PlanStatus | None, name: str) -> None:
    assert paper_name(PrintOut("one", Paper.TABS, PRINTED, status=status)) == name
