"""Kill a process that migrates a unit's file; report what the next start finds.

Run by test_durability.py, and by hand with more, with an empty folder and the number of kills of
each version.
"""

import json
import os
import random
import shutil
import signal
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from gplan_desktop.store import driver, schema
from gplan_desktop.store.store import open_store

KEY = bytes(range(32))
DATA = Path(__file__).parents[1] / "data"
COUNTS = (
    "SELECT (SELECT count(*) FROM plan), (SELECT count(*) FROM plan_doc),"
    " (SELECT count(*) FROM person), (SELECT count(*) FROM assignment),"
    " (SELECT count(*) FROM audit)"
)


@dataclass
class Result:
    """What the kills did; the last two must stay at nothing. Each version has its own step."""

    kills: int = 0
    old: int = 0
    on_the_way: int = 0
    new: int = 0
    half_done: int = 0
    damaged: int = 0


@dataclass(frozen=True)
class Found:
    """What the next start finds: the version, the schema, and how much is in each table."""

    version: int
    schema: str
    counts: tuple[int, ...]


def look(path: Path) -> Found | None:
    """Read the file; None when it is damaged."""
    database = driver.open_file(path, KEY)
    try:
        if database.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            return None
        made = database.execute(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name"
        ).fetchall()
        (version,) = database.execute("PRAGMA user_version").fetchone()
        counts = database.execute(COUNTS).fetchone()
        return Found(version, "\n".join(sql for (sql,) in made), counts)
    finally:
        database.close()


def migrate(path: Path) -> None:
    """Open the unit, which migrates it, as any start does."""
    open_store(path, KEY, practice=False).close()


def kill_one(path: Path, longest: float) -> bool:
    """Let a process migrate, and kill it at a random moment; tell whether that was in time."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        os.write(writing, b".")
        migrate(path)
        os._exit(0)
    os.read(reading, 1)
    time.sleep(random.random() * longest)  # noqa: S311 no secret
    os.kill(process, signal.SIGKILL)
    _, status = os.waitpid(process, 0)
    for end in (reading, writing):
        os.close(end)
    return os.WIFSIGNALED(status)


def judge(found: Found | None, released: dict[int, Found], start: Found, result: Result) -> None:
    """Count in which state the file was found."""
    if found is None:
        result.damaged += 1
        return
    is_whole = (
        found.schema == released[found.version].schema
        and start.version <= found.version
        and found.counts == start.counts
    )
    result.half_done += not is_whole
    result.old += is_whole and found.version == start.version
    result.new += is_whole and found.version == schema.NEWEST
    result.on_the_way += is_whole and start.version < found.version < schema.NEWEST


def main(folder: Path, kills: int) -> None:
    """Kill the migration from each kept version, and print the results as JSON."""
    kept = {int(path.stem[-4:]): path for path in sorted(DATA.glob("unit-*.db"))}
    unit, results = folder / "unit.db", {}
    released = {}
    for version, path in kept.items():
        shutil.copyfile(path, unit)
        if found := look(unit):
            released[version] = found
    newest = released[schema.NEWEST].schema
    for version in range(1, schema.NEWEST):
        result = results[version] = Result()
        shutil.copyfile(kept[version], unit)
        began = time.perf_counter()
        migrate(unit)
        longest = time.perf_counter() - began
        while result.kills < kills:
            for left in folder.iterdir():
                left.unlink()
            shutil.copyfile(kept[version], unit)
            result.kills += kill_one(unit, longest)
            judge(look(unit), released, released[version], result)
            migrate(unit)
            came = look(unit)
            result.damaged += came is None or came.schema != newest
    print(json.dumps({version: asdict(result) for version, result in results.items()}))  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
