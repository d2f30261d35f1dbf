"""Tells whether an archive package, or the text of one plan, is as it was made (Sigill).

No database is needed. The checksums show that the files belong together; who
can change them all can count anew. So compare with a code on paper.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from gplan_desktop.archive import contents
from gplan_desktop.archive.sources import LARGEST_FILE, PackageUnreadable, Source, opened
from gplan_desktop.domain.check_code import compare_code, read_code
from gplan_desktop.domain.labelled import Labelled

_CODE_IN_PDF = re.compile(rb"GPLAN1:([0-9A-Fa-f]{64})")


class FileState(Labelled):
    """How a file stands to the list of checksums."""

    UNCHANGED = "unchanged", "Oförändrad"
    CHANGED = "changed", "Ändrad eller skadad"
    MISSING = "missing", "Saknas"
    EXTRA = "extra", "Hör inte till paketet"


class Seal(Labelled):
    """How a plan's text and paper stand to the checksum it was established with."""

    INTACT = "intact", "Texten är den som upprättades"
    TEXT_CHANGED = "text_changed", "Texten är inte den som upprättades"
    PAPER_DIFFERS = "paper_differs", "PDF-filen har en annan plans kontrollkod"
    UNREADABLE = "unreadable", "Planens filer går inte att läsa"


@dataclass(frozen=True)
class CheckedFile:
    """One file of a package, and how it is."""

    name: str
    state: FileState


@dataclass(frozen=True)
class CheckedPlan:
    """One plan of a package: *checksum* is that of the text as it is now, or "".

    *paper_tells* is whether the PDF holds a check code that can be compared.
    """

    name: str
    seal: Seal
    checksum: str
    paper_tells: bool


@dataclass(frozen=True)
class PackageReport:
    """What was found in a package."""

    files: tuple[CheckedFile, ...]
    plans: tuple[CheckedPlan, ...]

    @property
    def is_as_made(self) -> bool:
        """Whether every file is there, unchanged, and nothing else."""
        files_are = all(file.state is FileState.UNCHANGED for file in self.files)
        return files_are and all(plan.seal is Seal.INTACT for plan in self.plans)

    @property
    def faults(self) -> tuple[CheckedFile, ...]:
        """The files that are not as they should be."""
        return tuple(file for file in self.files if file.state is not FileState.UNCHANGED)

    def plans_with_code(self, text: str) -> tuple[CheckedPlan, ...]:
        """Return the plans whose text, as it is now, has the typed or scanned check code.

        Raises:
            CodeError: with a sentence for the one who typed it.
        """
        code = read_code(text)
        return tuple(plan for plan in self.plans if plan.checksum.startswith(code))


def verify_package(path: Path) -> PackageReport:
    """Look through the package at *path*, a folder or a zip, and change nothing.

    Raises:
        PackageUnreadable: when it is no package at all.
    """
    with opened(path) as source:
        top = _top(source)
        listed = _listed(source, top, path)
        own = {name.removeprefix(top): name for name in source.names if name.startswith(top)}
        strange = [name for name in source.names if not name.startswith(top)]
        files = [CheckedFile(n, _state(source, own.get(n), listed[n])) for n in listed]
        known = {*listed, contents.MANIFEST}
        extra = [*sorted(name for name in own if name not in known), *strange]
        names = [name for file in listed if (name := contents.name_of(file))]
        return PackageReport(
            files=(*files, *(CheckedFile(name, FileState.EXTRA) for name in extra)),
            plans=tuple(_checked(name, source, own) for name in names),
        )


def text_has_code(path: Path, code: str) -> bool:
    """Tell whether a plan's text, taken out of a package, has the typed or scanned code.

    Raises:
        CodeError: with a sentence for the one who typed it.
        PackageUnreadable: when the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE)
    except OSError as error:
        raise PackageUnreadable(path, "filen går inte att läsa") from error
    return compare_code(code, contents.digest(content))


def _top(source: Source) -> str:
    """Return the folder that the package lies in, as when its folder was packed: "x/" or ""."""
    if contents.MANIFEST in source.names:
        return ""
    ends = (name.removesuffix(contents.MANIFEST) for name in source.names)
    tops = [top for name, top in zip(source.names, ends, strict=True) if top != name]
    return next((top for top in tops if re.fullmatch(r"[^/]+/", top)), "")


def _listed(source: Source, top: str, path: Path) -> dict[str, str]:
    name = f"{top}{contents.MANIFEST}"
    content = source.read(name) if name in source.names else None
    if content is None:
        raise PackageUnreadable(path, f"{contents.MANIFEST} saknas eller är skadad")
    listed = contents.read_manifest(content.decode(errors="replace"))
    if listed is None:
        raise PackageUnreadable(path, f"{contents.MANIFEST} är ingen lista över kontrollsummor")
    return listed


def _state(source: Source, found: str | None, checksum: str) -> FileState:
    """Return how a listed file is; its name only finds what is in the package."""
    if found is None:
        return FileState.MISSING
    content = source.read(found)
    is_same = content is not None and contents.digest(content) == checksum
    return FileState.UNCHANGED if is_same else FileState.CHANGED


def _checked(name: str, source: Source, own: dict[str, str]) -> CheckedPlan:
    wanted = (contents.text_file(name), contents.pdf_file(name), contents.facts_file(name))
    text, pdf, facts = (source.read(own[file]) if file in own else None for file in wanted)
    checksum = contents.digest(text) if text is not None else ""
    codes = set(_codes_in(pdf or b""))
    promised = _promised(facts or b"")
    return CheckedPlan(name, _seal(checksum, promised, codes), checksum, bool(codes))


def _seal(checksum: str, promised: str, codes: set[str]) -> Seal:
    if not checksum or not promised:
        return Seal.UNREADABLE
    if checksum != promised:
        return Seal.TEXT_CHANGED
    return Seal.INTACT if codes <= {promised} else Seal.PAPER_DIFFERS


def _codes_in(pdf: bytes) -> Iterator[str]:
    """Yield the codes that stand in the description (XMP) of a PDF, which is never packed."""
    return (found.decode().lower() for found in _CODE_IN_PDF.findall(pdf))


def _promised(facts: bytes) -> str:
    """Return the checksum that the facts tell, or ""."""
    try:
        return msgspec.json.decode(facts, type=_Promise).establishment.checksum
    except (msgspec.DecodeError, UnicodeDecodeError):
        return ""


@dataclass(frozen=True)
class _Checksum:
    """The part of an establishment that is compared; the rest may change with the program."""

    checksum: str


@dataclass(frozen=True)
class _Promise:
    """The part of the facts that is compared."""

    establishment: _Checksum
