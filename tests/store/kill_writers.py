"""Kill a writing process again and again; report whether anything acknowledged was lost.

Run by test_durability.py with the database's path and the number of kills.
"""

import json
import os
import random
import signal
import sys
import time
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.domain.identifiers import IdentifierKind, PersonalId
from gplan_desktop.domain.overview import Place, Unit
from gplan_desktop.domain.person import Person, Provider, SupportKind
from gplan_desktop.domain.plan import Establishment, Plan, PlanStatus, first_plan
from gplan_desktop.store import documents
from gplan_desktop.store.store import Store, create, open_store

KEY = bytes(range(32))
SAVES_OF_A_PLAN = 5
LONGEST_LIFE = 0.08
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


@dataclass
class Result:
    """What the kills did; everything but the first two must stay at nothing."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    half_written: int = 0
    damaged: int = 0


def written(number: int, version: int) -> Plan:
    """Return the text that version *version* of plan *number* has."""
    plan = first_plan(f"plan-{number}", ASSIGNMENT, "Hemvård")
    told = replace(plan.participation, wishes=f"{number}:{version} " + "Jag vill. " * 300)
    return replace(plan, participation=told)


def write_for_ever(path: Path, pipe: int) -> None:
    """Save and establish plan after plan; tell of each step once it is on the disk."""
    store = open_store(path, KEY, practice=False)
    number = len(store.plans(PERSON.id))
    while True:
        number += 1
        for version in range(SAVES_OF_A_PLAN):
            store.save_draft(written(number, version + 1), version, Place())
            os.write(pipe, f"{number} {version + 1}\n".encode())
        plan = written(number, SAVES_OF_A_PLAN + 1)
        moment = Establishment(datetime.now(UTC), "Anna Ek", "1", documents.checksum(plan))
        store.establish(plan, SAVES_OF_A_PLAN, moment, b"%PDF")
        os.write(pipe, f"{number} {SAVES_OF_A_PLAN + 1}\n".encode())


def kill_one(path: Path) -> list[tuple[int, int]]:
    """Let a process write for a moment, kill it, and return what it had acknowledged."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reading)
        write_for_ever(path, writing)
    os.close(writing)
    time.sleep(random.random() * LONGEST_LIFE)  # noqa: S311 no secret
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    with os.fdopen(reading) as pipe:
        lines = pipe.read().splitlines()
    return [(int(number), int(version)) for number, version in map(str.split, lines)]


def judge(store: Store, acknowledged: list[tuple[int, int]], result: Result) -> None:
    """Count what is missing of *acknowledged*, and what should not be as it is."""
    for number, version in acknowledged:
        result.lost += store.plan(f"plan-{number}").version < version
    summaries = store.plans(PERSON.id)
    for summary in summaries[:2]:
        number = int(summary.id.removeprefix("plan-"))
        record = store.plan(summary.id)
        is_whole = record.plan == written(number, record.version)
        is_locked = record.version == SAVES_OF_A_PLAN + 1
        result.half_written += not is_whole or is_locked is not record.is_locked
        result.half_written += is_locked and store.pdf(summary.id) != b"%PDF"
    in_force = [summary for summary in summaries if summary.status is PlanStatus.ESTABLISHED]
    result.half_written += len(in_force) != any(summary.established_at for summary in summaries)
    result.damaged += store.verify_audit().number != len(store.audit(limit=1_000_000))


def main(path: Path, kills: int) -> None:
    """Create the unit, kill its writers, and print the result as JSON."""
    store = create(path, KEY, Unit("Norrgården", "Anna Ek", practice=False))
    store.add_person(PERSON)
    store.assignments.add(ASSIGNMENT)
    store.close()
    result = Result()
    while result.kills < kills:
        acknowledged = kill_one(path)
        result.kills += 1
        result.acknowledged += len(acknowledged)
        store = open_store(path, KEY, practice=False)
        judge(store, acknowledged, result)
        if result.kills % 10 == 0:
            check = store._connection.rows("PRAGMA integrity_check")
            result.damaged += check != [{"integrity_check": "ok"}]
        store.close()
    print(json.dumps(asdict(result)))  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
