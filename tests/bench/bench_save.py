"""What a durable save costs through the store, against the driver alone.

Run by hand: `python tests/bench/bench_save.py [saves] [folder]`. The driver encodes the same
plan and writes the same row and document in one commit, and checks nothing; the budget is
1.3 times its median.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
from sqlcipher3 import dbapi2 as sqlcipher

from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.domain.identifiers import IdentifierKind, PersonalId
from gplan_desktop.domain.overview import Place, Unit
from gplan_desktop.domain.person import Person, Provider, SupportKind
from gplan_desktop.domain.plan import Activity, AreaPlan, DayPart, Participation, Plan
from gplan_desktop.store import documents
from gplan_desktop.store.store import Store, create

KEY = bytes(range(32))
BUDGET = 1.3
ROUNDS = 5
VARIANTS = 50
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


def plan_of_ordinary_length() -> Plan:
    """Return a plan with six life areas, about six kilobytes as JSON."""
    activity = Activity(
        "Duscha", "Karin tvättar håret själv, sittande på pallen. " * 3, "Fast omsorgskontakt",
        (DayPart.MORNING,), "Måndag och torsdag", "Att klara håret själv till våren",
    )  # fmt: skip
    needs = "Karin behöver stöd när hon duschar, eftersom hon är rädd för att falla. " * 3
    areas = tuple(
        AreaPlan(code, needs=needs, goal="Att känna mig trygg och ren.", activities=(activity,) * 2)
        for code in ("d1", "d4", "d5", "d6", "d7", "d9")
    )
    return Plan("plan", "person", "assignment", "Hemvård", areas=areas)


def written(number: int) -> Plan:
    """Return the plan as it stands at save *number*."""
    plan = plan_of_ordinary_length()
    return replace(plan, participation=Participation(how=f"Samtal nummer {number} hemma."))


def store_with_the_plan(path: Path) -> Store:
    """Return a new store in which the plan has been saved once."""
    store = create(path, KEY, Unit("Norrgården", "Anna Ek", practice=False))
    store.add_person(PERSON)
    store.assignments.add(ASSIGNMENT)
    store.save_draft(written(0), 0, Place())
    return store


def saver_through_store(path: Path) -> Callable[[int], object]:
    """Return what saves the plan as the program does."""
    store = store_with_the_plan(path)
    place = Place("participation", "participation.how")
    plans = [written(number) for number in range(VARIANTS)]
    return lambda number: store.save_draft(plans[number % VARIANTS], number, place)


def saver_by_driver_alone(path: Path) -> Callable[[int], object]:
    """Return what writes the same two rows in one commit, and checks nothing."""
    store_with_the_plan(path).close()
    connection = raw_connection(path)
    plans = [written(number) for number in range(VARIANTS)]
    encoder = msgspec.json.Encoder(order="sorted")

    def save(number: int) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "UPDATE plan SET version = ?, changed_at = ?, step = ?, field = ? WHERE id = 'plan'",
            (number, f"2026-11-02T09:00:00.{number:06}+00:00", "participation", "p.how"),
        )
        text = encoder.encode(plans[number % VARIANTS]).decode()
        connection.execute("UPDATE plan_doc SET document = ? WHERE rid = 1", (text,))
        connection.execute("COMMIT")

    return save


def raw_connection(path: Path) -> Any:
    """Return the driver's connection with the store's settings for durability."""
    connection = sqlcipher.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
    for setting in (
        "locking_mode=exclusive",
        "journal_mode=wal",
        "synchronous=full",
        "foreign_keys=on",
    ):
        connection.execute(f"PRAGMA {setting}").fetchall()
    connection.execute("PRAGMA secure_delete=on")
    return connection


def timed(save: Callable[[int], object], first: int, count: int) -> list[float]:
    """Return the milliseconds of *count* saves, numbered from *first*."""
    passed = []
    for number in range(first, first + count):
        start = time.perf_counter()
        save(number)
        passed.append((time.perf_counter() - start) * 1000)
    return passed


def main(saves: int, folder: Path) -> None:
    """Measure both in turns, so that a busy disk hits them alike, and print a table."""
    savers = {
        "store": saver_through_store(folder / "store.db"),
        "driver": saver_by_driver_alone(folder / "driver.db"),
    }
    times: dict[str, list[float]] = {name: [] for name in savers}
    for turn in range(ROUNDS):
        for name, save in savers.items():
            times[name] += timed(save, 1 + turn * saves, saves)
    lines = [f"{len(documents.encode(written(1)))} bytes of JSON, {ROUNDS * saves} saves of each"]
    for name, passed in times.items():
        p99 = statistics.quantiles(passed, n=100)[98]
        lines.append(f"{name:8} median {statistics.median(passed):6.3f} ms   p99 {p99:6.3f} ms")
    ratio = statistics.median(times["store"]) / statistics.median(times["driver"])
    lines.append(f"ratio    {ratio:.2f} (budget {BUDGET})")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory(dir=sys.argv[2] if len(sys.argv) > 2 else None) as name:
        main(count, Path(name))
