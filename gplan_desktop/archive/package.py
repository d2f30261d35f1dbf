"""Makes an archive package: all of it or nothing (F56)."""

import errno
from collections.abc import Iterable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from gplan_desktop.archive import contents
from gplan_desktop.archive.contents import PlanToArchive
from gplan_desktop.archive.names import safe_name, unlike
from gplan_desktop.archive.readme import readme
from gplan_desktop.archive.targets import FolderTarget, Target, ZipTarget
from gplan_desktop.domain.overview import Unit
from gplan_desktop.errors import WorldError

_SHORTEST_NUMBER = 6
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


class PackageNotMade(WorldError):
    """A package could not be written where the user wanted it."""

    def __init__(self, reason: str, todo: str) -> None:
        super().__init__(
            f"Arkivpaketet kunde inte skapas: {reason}.",
            "Inget halvfärdigt paket finns kvar, och planerna är oförändrade i Gplan.",
            todo,
        )


def make_package(
    target: Path, plans: Iterable[PlanToArchive], unit: Unit, made_at: datetime
) -> int:
    """Write a package of *plans* and return how many they were.

    It becomes a zip when *target* ends in ".zip", which takes the place of
    one that is there, and otherwise a new folder. The plans are asked for one
    at a time; when that raises, as when the user cancels, nothing is left.

    Raises:
        PackageNotMade: the disk is full, the folder is there already or cannot be written.
        ValueError: a plan is not established, or its name holds the personal number.
    """
    is_zip = target.suffix.lower() == ".zip"
    if target.exists() and (target.is_dir() or not is_zip):
        raise PackageNotMade(f"{target.name} finns redan", "Välj ett annat namn.")
    try:
        # Beside the target, so that it can be moved in one step.
        with TemporaryDirectory(dir=target.parent, prefix=".gplan-") as workplace:
            made = Path(workplace) / "package"
            with closing(ZipTarget(made) if is_zip else FolderTarget(made)) as writer:
                count = _write(writer, plans, unit, made_at)
            made.replace(target)
    except OSError as error:
        raise _explained(error, target) from error
    return count


def _write(writer: Target, plans: Iterable[PlanToArchive], unit: Unit, made_at: datetime) -> int:
    digests: dict[str, str] = {}
    names: dict[str, None] = {}

    def write(name: str, content: bytes) -> None:
        writer.write(name, content)
        digests[name] = contents.digest(content)

    for plan in plans:
        name = unlike(_name(plan), names)
        names[name] = None
        for file, content in contents.files_of(plan, name).items():
            write(file, content)
    text = readme(unit, made_at, len(names), contents.FORMAT)
    write(contents.README, text.encode())
    writer.write(contents.MANIFEST, contents.manifest(digests).encode())
    writer.finish()
    return len(names)


def _name(plan: PlanToArchive) -> str:
    """Return the plan's name for its files, which never holds the personal number."""
    name, number = safe_name(plan.name), plan.person.personal_id.value
    # Short reserve numbers may happen to stand in a name.
    if len(number) >= _SHORTEST_NUMBER and number[-10:] in "".join(filter(str.isalnum, name)):
        raise ValueError("a personal number in a file name")
    return name


def _explained(error: OSError, target: Path) -> PackageNotMade:
    if error.errno in _NO_ROOM:
        return PackageNotMade("disken är full", "Frigör plats, eller välj en annan disk.")
    return PackageNotMade(
        f"det går inte att skriva i mappen {target.parent}",
        "Välj en annan mapp, eller stäng filen om den är öppen i ett annat program.",
    )
