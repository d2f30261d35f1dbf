"""What an external provider may see: its own persons, and never codes, journal or a hidden door."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from gplan_desktop.domain.fields import with_value
from gplan_desktop.domain.person import Person, Provider
from gplan_desktop.domain.plan import PlanRecord, PlanStatus
from gplan_desktop.domain.tabs import (
    Code,
    GoodToKnow,
    ReferencePerson,
    Relative,
    Secret,
    Tabs,
    VisitInformation,
)
from gplan_desktop.domain.user import ProviderTab
from gplan_desktop.domain.visit_plan import Arrival, Home, VisitPlan, VisitPlanRecord
from gplan_desktop.examples import Example
from gplan_desktop.method.model import Method
from gplan_desktop.rules.provider_access import (
    CODE_IN_PLAN,
    NO_PLAN,
    NO_VISIT_PLAN,
    OLDER_THAN_PROTECTION,
    UNFINISHED_VISIT_PLAN,
    WITHHELD_CODE,
    WITHHELD_PLACE,
    Held,
    ProviderSheet,
    provider_sheet,
    ready_visit_plans,
)
from gplan_desktop.rules.provider_text import provider_text

PROVIDER = "Norrbackens Hemservice AB"
AT = datetime(2026, 11, 23, 10, tzinfo=UTC)
VISIT = VisitPlan(
    "b1",
    "karin",
    "Städning",
    written_on=date(2026, 11, 2),
    arrival=Arrival(opens_door=True, name_on_door="DÖRRNAMN"),
    home=Home(
        others_live_here=False, animals="en katt", medicine_cabinet_code=Secret("HEMLIGKOD1")
    ),
    other="ÖVRIGT I BESÖKSPLANEN",
)
TABS = Tabs(
    "karin",
    reference_people=(ReferencePerson("Ida Norberg", "Kontaktman", "070-174 06 60"),),
    relatives=(
        Relative("Granne Nils", "Granne", "070-111 22 33"),
        Relative("Dottern Eva", "Barn", "070-444 55 66", is_first_contact=True),
    ),
    keys=(Code("NYCKELN TILL KÄLLAREN", Secret("HEMLIGKOD2")),),
    visit=VisitInformation(
        door_codes=(Code("PORTEN MOT GATAN", Secret("HEMLIGKOD3")),),
        others_live_here=False,
        name_on_door="DÖRRNAMN",
        way_home="VÄGEN HEM",
        floor="VÅNING TRE",
        lift="Hiss finns",
        way_to_waste="SOPRUMMET",
        way_to_laundry="TVÄTTSTUGAN",
    ),
    good_to_know=GoodToKnow(
        card_codes=(Code("MATKORTET", Secret("HEMLIGKOD4")),), bed_linen="Varje onsdag"
    ),
)
CODES = (
    "HEMLIGKOD",
    "NYCKELN TILL KÄLLAREN",
    "PORTEN MOT GATAN",
    "MATKORTET",
    "••••",
)
PLACES = ("DÖRRNAMN", "VÄGEN HEM", "VÅNING TRE", "SOPRUMMET", "TVÄTTSTUGAN")


@pytest.fixture
def person(karin: Example) -> Person:
    return replace(
        karin.person,
        provider=Provider(PROVIDER, external=True),
        address="GATAN 14",
        phone="070-999 88 77",
    )


@pytest.fixture
def held(person: Person, former: PlanRecord) -> Held:
    return Held(person, (former,), (VisitPlanRecord(VISIT, 1, AT, "Eva"),), TABS)


@pytest.fixture
def sheet_of(method: Method) -> Callable[..., ProviderSheet]:
    """Return the sheet under a method in which the access may be another."""

    def sheet(held: Held, **access: Any) -> ProviderSheet:
        own = replace(method, provider=replace(method.provider, **access))
        return provider_sheet(PROVIDER, held, own)

    return sheet


def text_of(sheet: ProviderSheet) -> str:
    return provider_text(sheet, is_practice=False)


def protected(held: Held) -> Held:
    return replace(held, person=replace(held.person, protected_identity=True))


def test_plan_visit_plan_and_tabs_may_be_seen(
    held: Held, sheet_of: Callable[..., ProviderSheet]
) -> None:
    sheet = sheet_of(held)
    assert [part.title for part in sheet.parts] == [
        "Genomförandeplan Hemvård",
        "Besöksplan – Städning",
        "Referenspersoner",
        "Närstående",
        "Besöksinfo",
        "Viktigt att veta",
    ]
    text = text_of(sheet)
    area = held.plans[0].plan.areas[0]
    for seen in ("GATAN 14", "070-999 88 77", area.goal, area.activities[0].how, *PLACES):
        assert seen in text
    for seen in ("ÖVRIGT I BESÖKSPLANEN", "Ida Norberg", "Varje onsdag", "Hiss finns"):
        assert seen in text


def test_whom_to_call_first_stands_first(
    held: Held, sheet_of: Callable[..., ProviderSheet]
) -> None:
    relatives = sheet_of(held).parts[3].groups[0].lines
    assert [line.text for line in relatives] == [
        "Dottern Eva, Barn, kontaktas först, 070-444 55 66",
        "Granne Nils, Granne, 070-111 22 33",
    ]


@pytest.mark.parametrize("marker", CODES)
def test_no_code_and_nothing_about_one_comes_along(
    held: Held, sheet_of: Callable[..., ProviderSheet], marker: str
) -> None:
    assert marker not in text_of(sheet_of(held))
    assert marker not in text_of(sheet_of(protected(held)))


@pytest.mark.parametrize(
    "change",
    [
        lambda held: replace(
            held, tabs=replace(TABS, good_to_know=GoodToKnow(other="Portkod 4711 på baksidan"))
        ),
        lambda held: replace(
            held, tabs=replace(TABS, relatives=(Relative("Eva, nyckel nr 55", "Barn"),))
        ),
        lambda held: replace(
            held,
            visit_plans=(
                VisitPlanRecord(replace(VISIT, other="Koden till porten är 4711"), 1, AT, "Eva"),
            ),
        ),
    ],
)
def test_a_text_in_which_somebody_wrote_a_code_is_withheld_whole(
    held: Held, sheet_of: Callable[..., ProviderSheet], change: Callable[[Held], Held]
) -> None:
    sheet = sheet_of(change(held))
    text = text_of(sheet)
    assert WITHHELD_CODE in text
    assert "4711" not in text
    assert "55" not in text.replace("070-444 55 66", "")
    assert sheet.stops == ()


@pytest.mark.parametrize("marker", ["GATAN 14", "070-999 88 77", *PLACES])
def test_where_a_protected_person_lives_is_never_told(
    held: Held, sheet_of: Callable[..., ProviderSheet], marker: str
) -> None:
    text = text_of(sheet_of(protected(held)))
    assert marker not in text
    assert WITHHELD_PLACE in text
    assert "skyddade personuppgifter" in text


def test_a_protected_address_is_found_in_any_text(
    held: Held, sheet_of: Callable[..., ProviderSheet]
) -> None:
    visit = replace(VISIT, other="Parkera vid gatan 14, ring 070-999 88 77")
    hidden = protected(replace(held, visit_plans=(VisitPlanRecord(visit, 1, AT, "Eva"),)))
    text = text_of(sheet_of(hidden)).casefold()
    assert "gatan 14" not in text
    assert "070-999 88 77" not in text


def test_what_is_only_done_when_the_plan_is_copied_is_not_told(
    held: Held, sheet_of: Callable[..., ProviderSheet]
) -> None:
    plan = with_value(held.plans[0].plan, "participation.under_revision", "UNDER UPPDATERING")
    sheet = sheet_of(replace(held, plans=(replace(held.plans[0], plan=plan),)))
    assert "Kryssa i rutan" not in text_of(sheet)
    assert "UNDER UPPDATERING" not in text_of(sheet)


@pytest.mark.parametrize(
    ("access", "gone"),
    [
        ({"plan": False}, ["Genomförandeplan Hemvård"]),
        ({"visit_plans": False}, ["Besöksplan – Städning"]),
        ({"tabs": (ProviderTab.VISIT,)}, ["Referenspersoner", "Närstående", "Viktigt att veta"]),
        (
            {"tabs": ()},
            ["Referenspersoner", "Närstående", "Besöksinfo", "Viktigt att veta"],
        ),
    ],
)
def test_a_municipality_decides_what_may_be_seen(
    held: Held, sheet_of: Callable[..., ProviderSheet], access: dict[str, Any], gone: list[str]
) -> None:
    everything = [part.title for part in sheet_of(held).parts]
    left = [part.title for part in sheet_of(held, **access).parts]
    assert left == [title for title in everything if title not in gone]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (
            lambda held: replace(
                held, person=replace(held.person, provider=Provider("Annan AB", external=True))
            ),
            "not this external provider's",
        ),
        (
            lambda held: replace(
                held, person=replace(held.person, provider=Provider(PROVIDER, external=False))
            ),
            "not this external provider's",
        ),
        (lambda held: replace(held, tabs=Tabs("elsa")), "of another person"),
        (
            lambda held: replace(
                held,
                visit_plans=(VisitPlanRecord(replace(VISIT, person_id="elsa"), 1, AT, "Eva"),),
            ),
            "of another person",
        ),
        (
            lambda held: replace(
                held,
                plans=(replace(held.plans[0], plan=replace(held.plans[0].plan, person_id="elsa")),),
            ),
            "of another person",
        ),
        *(
            (
                lambda held, status=status: replace(
                    held, plans=(replace(held.plans[0], status=status),)
                ),
                "not in force",
            )
            for status in PlanStatus
            if status is not PlanStatus.ESTABLISHED
        ),
    ],
)
def test_what_is_not_the_providers_is_refused(
    held: Held,
    sheet_of: Callable[..., ProviderSheet],
    change: Callable[[Held], Held],
    why: str,
) -> None:
    with pytest.raises(ValueError, match=why):
        sheet_of(change(held))


@pytest.mark.parametrize(
    ("change", "lacks"),
    [
        (lambda visit: (), (NO_VISIT_PLAN,)),
        (lambda visit: (replace(visit, cleared_at=AT),), (NO_VISIT_PLAN,)),
        (
            lambda visit: (replace(visit, plan=replace(VISIT, home=Home())),),
            (UNFINISHED_VISIT_PLAN,),
        ),
    ],
)
def test_only_visit_plans_that_are_finished_and_in_use_go_along(
    held: Held,
    method: Method,
    sheet_of: Callable[..., ProviderSheet],
    change: Callable[[VisitPlanRecord], tuple[VisitPlanRecord, ...]],
    lacks: tuple[str, ...],
) -> None:
    without = replace(held, visit_plans=change(held.visit_plans[0]))
    sheet = sheet_of(without)
    assert (sheet.lacks, sheet.stops) == (lacks, ())
    assert ready_visit_plans(without, method) == ()
    assert "ÖVRIGT I BESÖKSPLANEN" not in text_of(sheet)


def test_nothing_is_handed_over_without_an_established_plan(
    held: Held, sheet_of: Callable[..., ProviderSheet]
) -> None:
    without = replace(held, plans=())
    assert sheet_of(without).stops == (NO_PLAN,)
    assert sheet_of(without, plan=False).stops == ()
    alarm = replace(held.person, support_kinds=())
    assert sheet_of(replace(without, person=alarm)).stops == ()


def test_a_plan_with_a_code_in_it_stops_since_its_paper_would_tell_it(
    held: Held, sheet_of: Callable[..., ProviderSheet]
) -> None:
    area = held.plans[0].plan.areas[0].code
    plan = with_value(held.plans[0].plan, f"area.{area}.goal", "Portkod 4711 till huset")
    sheet = sheet_of(replace(held, plans=(replace(held.plans[0], plan=plan),)))
    assert sheet.stops == (CODE_IN_PLAN,)
    assert "4711" not in text_of(sheet)


@pytest.mark.parametrize(
    ("days_after", "is_protected", "stops"),
    [
        (-1, True, ()),
        (0, True, (OLDER_THAN_PROTECTION,)),
        (1, True, (OLDER_THAN_PROTECTION,)),
        (1, False, ()),
        (None, True, ()),
    ],
)
def test_a_paper_with_the_address_on_it_does_not_leave_once_the_person_is_protected(
    held: Held,
    sheet_of: Callable[..., ProviderSheet],
    days_after: int | None,
    is_protected: bool,
    stops: tuple[str, ...],
) -> None:
    made = held.plans[0].establishment
    assert made is not None
    until = None if days_after is None else made.at + timedelta(days=days_after)
    person = replace(held.person, protected_identity=is_protected)
    assert sheet_of(replace(held, person=person, open_until=until)).stops == stops
