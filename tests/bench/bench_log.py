"""What the log costs: looking through it, asking it, and noting what is read.

Run by hand: `python tests/bench/bench_log.py [entries] [folder]`. The log is of as many entries
as are asked for, 1,000,000 by itself, over two years, by 40 users about 2,000 persons.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from gplan_desktop.domain.identifiers import IdentifierKind, PersonalId
from gplan_desktop.domain.journal_entry import Period
from gplan_desktop.domain.overview import Unit
from gplan_desktop.domain.person import Person, Provider, SupportKind
from gplan_desktop.method.model import Hours, Unusual
from gplan_desktop.store import audit, moments
from gplan_desktop.store.store import Store, create

KEY = bytes(range(32))
PEOPLE, USERS, DAYS = 2_000, 40, 730
START = datetime(2025, 1, 1, tzinfo=UTC)
ACTIONS = ("person.read", "plan.read", "tabs.read", "plan.written", "print.collected")
PERSON = Person(
    id="",
    given_name="Karin",
    family_name="Öberg",
    personal_id=PersonalId(IdentifierKind.RESERVE, "x"),
    support_start=date(2026, 10, 1),
    support_kinds=(SupportKind.HOME_CARE,),
    unit="Norrgården",
    provider=Provider("Kommunens hemtjänst"),
)


def fill(store: Store, entries: int) -> None:
    """Write persons and a whole chain of *entries* straight into the file."""
    people = [
        replace(PERSON, id=f"p{n:05}", personal_id=PersonalId(IdentifierKind.RESERVE, f"R{n:05}"))
        for n in range(PEOPLE)
    ]
    store.imports.add_people(people, lambda _done, _whole: None)
    head = store.log.head()
    number, former = head.number, bytes.fromhex(head.digest)
    step = timedelta(days=DAYS) / entries
    with store._connection.writing():
        for entry in range(entries):
            number += 1
            at = moments.to_text(START + step * entry)
            subject = f"p{entry * 7919 % PEOPLE:05}"
            fields = (at, f"Användare {entry % USERS}", ACTIONS[entry % 5], subject, "")
            former = audit._chained(former, number, fields)
            store._connection.write(
                "INSERT INTO audit (rid, at, actor, action, subject, detail, digest)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (number, *fields, former),
            )


def tell(name: str, work: Callable[[], object], times: int = 5) -> None:
    """Print the median and the longest time of *work*."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken.append((time.perf_counter() - began) * 1000)
    print(f"{name:<44} {statistics.median(taken):>10.2f} ms  longest {max(taken):>10.2f}")


def tell_standstill(store: Store, year: Period, limits: Unusual) -> None:
    """Print how long others wait at most while the log of *year* is looked through."""
    turns = [time.perf_counter()]
    store.log.unusual(year, limits, lambda: turns.append(time.perf_counter()))
    turns.append(time.perf_counter())
    waits = [(later - before) * 1000 for before, later in pairwise(turns)]
    whole = turns[-1] - turns[0]
    print(f"unusual, a year: {whole:.2f} s, others wait at most {max(waits):.1f} ms")


def main() -> None:
    """Fill a log, ask it everything, and read a person with and without noting."""
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory(dir=sys.argv[2] if len(sys.argv) > 2 else None) as folder:
        path = Path(folder) / "unit.db"
        store = create(path, KEY, Unit("Enheten", "Anna Ek", practice=False))
        began = time.perf_counter()
        fill(store, entries)
        size = path.stat().st_size / 1e6
        print(f"{entries} entries in {time.perf_counter() - began:.0f} s, {size:.0f} MB")
        month = Period(date(2026, 3, 1), date(2026, 3, 31))
        years = Period(date(2025, 1, 1), date(2026, 12, 31))
        limits = Unusual(Hours(22, 6), 30)
        tell("verify the whole", store.log.verify, 1)
        tell("verify the last 10,000", store.log.verify_recent)
        tell("of a person, a month", lambda: store.log.of_person("p00007", month))
        tell("of a person, all", lambda: store.log.about("p00007"))
        tell("of a user, a month", lambda: store.log.of_user("Användare 7", month))
        tell("of a user, two years", lambda: store.log.of_user("Användare 7", years))
        tell("users", store.log.users)
        tell("unusual, a month", lambda: store.log.unusual(month, limits))
        tell("unusual, two years", lambda: store.log.unusual(years, limits), 1)
        tell_standstill(store, Period(date(2026, 1, 1), date(2026, 12, 31)), limits)
        ids = iter([f"p{n:05}" for n in range(PEOPLE)])
        tell("open a person, noted", lambda: store.person(next(ids)), 500)
        tell("open a person again, not noted", lambda: store.person("p00003"), 500)
        tell("teach a word (a change)", lambda: store.words.add(f"ord{next(ids)}"), 200)
        store.close()


if __name__ == "__main__":
    main()
