"""The files of one person: names that tell nothing secret, and all of them or none."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from gplan_desktop.method.model import Method
from gplan_desktop.rules.provider_access import OLDER_THAN_PROTECTION
from ui.office import Office
from ui.provider_desk import ProviderDesk, Shown
from ui.provider_files import FolderNotWritten, files_of, folder_name, put

DAY = date(2026, 11, 23)


@pytest.fixture
def rolf(office: Office) -> Shown:
    shown = office.paper.call(lambda: ProviderDesk(office).person("rolf"))
    assert shown is not None
    return shown


def named(shown: Shown, *plans: str) -> Shown:
    """Return *shown* with plans in force of the names *plans*."""
    record = shown.held.plans[0]
    records = tuple(
        replace(record, plan=replace(record.plan, id=f"p{number}", name=name))
        for number, name in enumerate(plans)
    )
    return replace(shown, held=replace(shown.held, plans=records))


@pytest.mark.parametrize(
    ("plans", "files"),
    [
        (
            ("Genomförandeplan Hemvård", "Genomförandeplan Hemvård natt"),
            ["Genomförandeplan Hemvård.pdf", "Genomförandeplan Hemvård natt.pdf"],
        ),
        # In a free name somebody may have written the personal number.
        (("Plan 19430328-2398",), ["Genomförandeplan.pdf"]),
        (("Plan A", "Plan B"), ["Genomförandeplan.pdf", "Genomförandeplan (2).pdf"]),
        ((), []),
    ],
)
def test_each_plan_in_force_is_a_file_under_its_approved_name(
    rolf: Shown, method: Method, plans: tuple[str, ...], files: list[str]
) -> None:
    made = files_of(named(rolf, *plans), method, lambda plan_id: plan_id.encode())
    assert list(made) == [*files, "Det utföraren får läsa.txt"]
    assert [made[name] for name in files] == [f"p{n}".encode() for n in range(len(files))]


def test_plans_that_the_provider_may_not_see_are_no_files(rolf: Shown, method: Method) -> None:
    closed = replace(method, provider=replace(method.provider, plan=False))
    assert list(files_of(rolf, closed, str.encode)) == ["Det utföraren får läsa.txt"]


@pytest.mark.parametrize(
    ("name", "protected", "folder"),
    [
        ("Rolf", False, "RE – 2026-11-23"),
        ('<R>"/\\|?*', False, "RE – 2026-11-23"),
        ("Rolf", True, "Individ med skyddade personuppgifter – 2026-11-23"),
    ],
)
def test_the_folder_is_called_by_initials_unless_it_is_protected(
    rolf: Shown, name: str, protected: bool, folder: str
) -> None:
    person = replace(rolf.held.person, given_name=name, protected_identity=protected)
    assert folder_name(person, DAY) == folder


def test_half_a_folder_is_never_left(tmp_path: Path) -> None:
    with pytest.raises(FolderNotWritten):
        put({"a.txt": b"1", "a" * 300: b"2"}, tmp_path, "Rolf")
    assert list(tmp_path.iterdir()) == []


def test_a_person_of_the_units_own_is_not_shown(office: Office) -> None:
    assert office.paper.call(lambda: ProviderDesk(office).person("karin")) is None


def test_a_person_who_was_protected_after_the_plan_was_made_waits_for_a_new_paper(
    office: Office,
) -> None:
    def protect() -> None:
        person = office.store.person("rolf")
        hidden = replace(person, protected_identity=True, address="", phone="")
        office.store.change_person(hidden)

    office.database.call(protect)
    shown = office.paper.call(lambda: ProviderDesk(office).person("rolf"))
    assert shown is not None
    assert shown.sheet.stops == (OLDER_THAN_PROTECTION,)
    assert not shown.may_leave
