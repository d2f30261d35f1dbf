"""What a backup costs: copying, which the store waits for, and reading back, which nobody does.

Run by hand: `python tests/bench/bench_backup.py [plans] [folder]`. The plans are drafts of about
six kilobytes, ten for each person, with an entry in the log for each.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from bench_save import ASSIGNMENT, KEY, PERSON, plan_of_ordinary_length

from gplan_desktop.backup.finding import inspect
from gplan_desktop.backup.kept import Reason
from gplan_desktop.backup.making import BackupRun, Order
from gplan_desktop.backup.restoring import Target, restore
from gplan_desktop.domain.identifiers import IdentifierKind, PersonalId
from gplan_desktop.domain.overview import Unit
from gplan_desktop.store import documents
from gplan_desktop.store.assignments import insert_assignment
from gplan_desktop.store.store import Store, create

PLANS_EACH = 10
AT = "2026-11-02T09:00:00.000000+00:00"


def fill(store: Store, plans: int) -> None:
    """Write the plans with as few statements as there are rows."""
    people = -(-plans // PLANS_EACH)
    with store._connection.writing():
        for number in range(people):
            identifier = PersonalId(IdentifierKind.PERSONAL, f"1941{number:08}")
            person = replace(PERSON, id=f"p{number}", personal_id=identifier)
            store._people.add(person)
            assignment = replace(ASSIGNMENT, id=f"a{number}", person_id=person.id)
            insert_assignment(store._connection, assignment)
        document = documents.encode(plan_of_ordinary_length())
        write = store._connection.write
        for number in range(plans):
            person_number = number // PLANS_EACH
            write(
                "INSERT INTO plan (rid, id, person_id, assignment_id, name, status, version,"
                " changed_at, step, field) VALUES (?, ?, ?, ?, ?, 'draft', 1, ?, '', '')",
                (number + 1, f"n{number}", f"p{person_number}", f"a{person_number}", "Plan", AT),
            )
            write("INSERT INTO plan_doc (rid, document) VALUES (?, ?)", (number + 1, document))
            store._audit.add("Anna Ek", "plan.begun", f"n{number}")


def timed(name: str, work: Callable[[], object]) -> None:
    """Do *work* and print how long it took."""
    start = time.perf_counter()
    work()
    sys.stdout.write(f"{name:34} {time.perf_counter() - start:8.2f} s\n")
    sys.stdout.flush()


def main(plans: int, folder: Path) -> None:
    """Measure each step of making a backup and of putting it back."""
    unit = folder / "unit"
    place = folder / "place"
    place.mkdir()
    store = create(unit / "unit-g0001.db", KEY, Unit("Norrgården", "Anna Ek", practice=False))
    timed(f"{plans} plans written", lambda: fill(store, plans))
    run = BackupRun(store.copies, Order(place, Reason.ASKED, datetime.now(UTC)))
    timed("copied (the store waits)", run.copy)
    done = []
    timed("flushed, read back and named", lambda: done.append(run.finish()))
    sys.stdout.write(f"{done[0].size / 1e6:.0f} MB\n")
    timed("inspected", lambda: inspect(done[0], KEY))
    timed("closed", store.close)
    timed(
        "restored",
        lambda: restore(done[0], KEY, Target(unit, lambda: datetime.now(UTC), "Anna Ek")),
    )


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory(dir=sys.argv[2] if len(sys.argv) > 2 else None) as name:
        main(count, Path(name))
