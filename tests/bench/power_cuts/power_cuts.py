"""What is left of saved drafts when the power goes: images of the disk at random moments.

Run by hand: `python tests/bench/power_cuts/power_cuts.py [cuts] [saves]`, on Linux with a C
compiler. The real store saves drafts while disk_log.c notes each change of its files. For every
cut the disk is rebuilt up to a random moment; what was not yet flushed is kept, lost or torn at
512 bytes at random. The real store then opens the image: nothing that a save had promised may be
missing, and nothing may be damaged. The same with synchronous=NORMAL must lose something:
otherwise the test would prove nothing.
"""

import os
import random
import shutil
import struct
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from writer import BEGUN, KEY, PERSON, plan_and_version, prepare, written

from gplan_desktop.errors import WorldError
from gplan_desktop.store.store import Store, open_store

CUTS, SAVES = 300, 400
UNIT = "unit-g0001.db"
HERE = Path(__file__).parent
ROOT = HERE.parents[2]
SECTOR = 512
LOST, TORN = 0.45, 0.10
OFTEN = "wal_autocheckpoint=60"
CASES = {
    "as the program does it": [],
    "the log emptied often": [OFTEN],
    "synchronous=NORMAL": [OFTEN, "synchronous=normal"],
}


@dataclass(frozen=True)
class Step:
    """One thing that was done to the disk; kind as in disk_log.c."""

    kind: str
    name: str
    position: int
    data: bytes


@dataclass
class OnDisk:
    """A file as it is for certain, and what has been asked for since it was last flushed."""

    content: bytearray = field(default_factory=bytearray)
    waiting: list[Step] = field(default_factory=list)
    is_named: bool = False

    def flush(self) -> None:
        """Make certain what was asked for; its name too."""
        for step in self.waiting:
            apply(self.content, step)
        self.waiting.clear()
        self.is_named = True


@dataclass(frozen=True)
class Recorded:
    """What the writer found in its folder, and what it then did to the disk."""

    folder: str
    whole: dict[str, bytes]
    steps: list[Step]


@dataclass
class Result:
    """What the cuts did."""

    cuts: int = 0
    losing_cuts: int = 0
    lost: int = 0
    most_lost: int = 0
    half_written: int = 0
    damaged: int = 0


def read_log(path: Path) -> Iterator[Step]:
    """Return what was done, in order."""
    data, at = path.read_bytes(), 0
    while at < len(data):
        kind, position, name_length, length = struct.unpack_from("<cQQQ", data, at)
        at += struct.calcsize("<cQQQ")
        name, at = data[at : at + name_length].decode(), at + name_length
        yield Step(kind.decode(), name, position, data[at : at + length])
        at += length


def apply(content: bytearray, step: Step) -> None:
    """Do to *content* what *step* asks for."""
    end = step.position + len(step.data)
    content.extend(bytes(max(end - len(content), 0)))
    if step.kind == "T":
        del content[step.position :]
    else:
        content[step.position : end] = step.data


class Disk:
    """What a disk holds for certain, and what it may hold, after some steps from *whole* files."""

    def __init__(self, folder: str, whole: dict[str, bytes]) -> None:
        self._folder = folder
        self._files: dict[str, OnDisk] = defaultdict(OnDisk)
        for name, content in whole.items():
            self._files[name] = OnDisk(bytearray(content), is_named=True)
        self._ghosts: dict[str, OnDisk] = {}

    def do(self, step: Step) -> None:
        """Take one step further."""
        if step.kind in "WT":
            self._files[step.name].waiting.append(step)
        elif step.kind == "S" and step.name == self._folder:
            self._ghosts.clear()
        elif step.kind == "S":
            self._files[step.name].flush()
        elif step.kind == "R" and step.name in self._files:
            self._ghosts[step.name] = self._files.pop(step.name)
        elif step.kind == "C" and step.name not in self._files:
            self._ghosts.pop(step.name, None)

    def cut(self, chance: random.Random, target: Path) -> None:
        """Write to *target* what may be there when the power goes now."""
        for name, file in self._files.items():
            if file.is_named or chance.random() < LOST:
                _write(target / Path(name).name, file, chance)
        for name, file in self._ghosts.items():
            # A removed file may come back, unless the folder was flushed since.
            if file.is_named and name not in self._files and chance.random() < LOST:
                _write(target / Path(name).name, file, chance)


def _write(path: Path, file: OnDisk, chance: random.Random) -> None:
    content = bytearray(file.content)
    for step in file.waiting:
        luck = chance.random()
        if luck < LOST:
            continue
        torn = step.kind == "W" and luck > 1 - TORN and len(step.data) > SECTOR
        kept = SECTOR * chance.randrange(len(step.data) // SECTOR + 1) if torn else len(step.data)
        apply(content, Step(step.kind, step.name, step.position, step.data[:kept]))
    path.write_bytes(content)


def record(scratch: Path, saves: int, settings: list[str]) -> Recorded:
    """Let the store save, and note what it does to the disk."""
    folder, library, log = scratch / "unit", scratch / "disk_log.so", scratch / "log"
    prepare(folder / UNIT)
    whole = {str(path): path.read_bytes() for path in folder.iterdir()}
    source = str(HERE / "disk_log.c")
    build = ["cc", "-O2", "-shared", "-fPIC", "-o", str(library), source, "-ldl"]
    subprocess.run(build, check=True)
    environment = os.environ | {
        "LD_PRELOAD": str(library),
        "WATCHED": str(folder),
        "DISK_LOG": str(log),
        "PYTHONPATH": str(ROOT),
    }
    script, unit = str(HERE / "writer.py"), str(folder / UNIT)
    told = [sys.executable, script, unit, str(saves), *settings]
    subprocess.run(told, env=environment, check=True)
    return Recorded(str(folder), whole, list(read_log(log)))


def judge(store: Store, acknowledged: int, result: Result) -> None:
    """Count what is missing of *acknowledged* saves, and what is not as it was written."""
    versions = {}
    for summary in store.plans(PERSON.id):
        number, record = int(summary.id.removeprefix("plan-")), store.plan(summary.id)
        versions[number] = record.version
        result.half_written += record.plan != written(number, record.version)
    lost = 0
    for save in range(acknowledged, 0, -1):
        number, version = plan_and_version(save)
        if versions.get(number, 0) >= version:
            break
        lost += 1
    result.lost += lost
    result.losing_cuts += lost > 0
    result.most_lost = max(result.most_lost, lost)
    store.verify_audit()
    check = store._connection.rows("PRAGMA integrity_check")
    result.damaged += check != [{"integrity_check": "ok"}]


def cut_once(image: Path, acknowledged: int, result: Result) -> None:
    """Open what is left, as the next start does, and judge it."""
    result.cuts += 1
    try:
        store = open_store(image / UNIT, KEY, practice=False)
    except WorldError:
        result.damaged += 1
        return
    try:
        judge(store, acknowledged, result)
    except WorldError:
        result.damaged += 1
    finally:
        store.close()


def cut(recorded: Recorded, cuts: int, scratch: Path) -> Result:
    """Cut the power at *cuts* random moments of the saving."""
    steps = recorded.steps
    begun = next(i for i, s in enumerate(steps) if s.kind == "A" and s.position == BEGUN)
    chance, result = random.Random(7), Result()  # noqa: S311 no secret
    moments = sorted(chance.randrange(begun + 1, len(steps)) for _ in range(cuts))
    disk, done, acknowledged = Disk(recorded.folder, recorded.whole), 0, BEGUN
    for moment in moments:
        for step in steps[done:moment]:
            disk.do(step)
            acknowledged = step.position if step.kind == "A" else acknowledged
        done = moment
        image = Path(tempfile.mkdtemp(dir=scratch))
        disk.cut(chance, image)
        cut_once(image, acknowledged, result)
        shutil.rmtree(image)
    return result


def main(cuts: int = CUTS, saves: int = SAVES) -> None:
    """Print what the cuts did with each setting; fail when it is not as it must be."""
    tell: Callable[[str], object] = lambda text: print(text, flush=True)  # noqa: E731
    if sys.platform != "linux" or shutil.which("cc") is None:
        tell("Skipped: what is written is noted by a C library, on Linux, and there is no cc here.")
        return
    for name, settings in CASES.items():
        with tempfile.TemporaryDirectory() as scratch:
            recorded = record(Path(scratch), saves, settings)
            result = cut(recorded, cuts, Path(scratch))
        flushes = sum(step.kind == "S" for step in recorded.steps) / saves
        tell(f"{name}: {result}, {flushes:.1f} flushes a save")
        must_lose = any("normal" in setting for setting in settings)
        if result.damaged or result.half_written or bool(result.lost) is not must_lose:
            raise SystemExit(1)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
