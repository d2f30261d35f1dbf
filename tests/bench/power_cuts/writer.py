"""Save drafts in the real store, and note each save that returned; run by power_cuts.py."""

import ctypes
import os
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.domain.identifiers import IdentifierKind, PersonalId
from gplan_desktop.domain.overview import Place, Unit
from gplan_desktop.domain.person import Person, Provider, SupportKind
from gplan_desktop.domain.plan import Plan, first_plan
from gplan_desktop.store.store import create, open_store

KEY = bytes(range(32))
SAVES_OF_A_PLAN = 5
BEGUN = 0
PERSON = Person(
    id="person",
    given_name="Karin",
    family_name="Öberg",
    personal_id=PersonalId(IdentifierKind.PERSONAL, "194103319036"),
    support_start=date(2026, 10, 1),
    support_kinds=(SupportKind.HOME_CARE,),
    unit="Norrgården",
    provider=Provider("Kommunens hemtjänst"),
)
ASSIGNMENT = Assignment("assignment", "person", date(2026, 10, 1), "Bo Lind", ())


def plan_and_version(save: int) -> tuple[int, int]:
    """Return which plan the *save*-th save is of, and which version it makes."""
    return (save - 1) // SAVES_OF_A_PLAN, (save - 1) % SAVES_OF_A_PLAN + 1


def written(number: int, version: int) -> Plan:
    """Return the text that version *version* of plan *number* has; its length varies."""
    plan = first_plan(f"plan-{number}", ASSIGNMENT, "Hemvård")
    wishes = f"{number}:{version} " + "Jag vill duscha själv. " * (20 + 37 * number % 280)
    return replace(plan, participation=replace(plan.participation, wishes=wishes))


def prepare(path: Path) -> None:
    """Make the unit, with nothing but the person in it."""
    store = create(path, KEY, Unit("Norrgården", "Anna Ek", practice=False))
    store.add_person(PERSON)
    store.assignments.add(ASSIGNMENT)
    store.close()


def main(path: Path, saves: int, settings: list[str]) -> None:
    """Save *saves* times in the unit that was made, with the PRAGMA *settings* instead of ours."""
    acknowledge = ctypes.CDLL(os.environ["LD_PRELOAD"]).acknowledge
    acknowledge.argtypes = [ctypes.c_uint64]
    store = open_store(path, KEY, practice=False)
    for setting in settings:
        store._connection._driver.execute(f"PRAGMA {setting}").fetchall()
    acknowledge(BEGUN)
    for save in range(1, saves + 1):
        number, version = plan_and_version(save)
        store.save_draft(written(number, version), version - 1, Place())
        acknowledge(save)
    # A power cut closes nothing.
    os._exit(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])
