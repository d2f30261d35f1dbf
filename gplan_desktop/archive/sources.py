"""The two forms of a package, read with distrust: nothing in it is unpacked or followed."""

import os
import struct
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISREG
from typing import Protocol
from unicodedata import normalize
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from gplan_desktop.errors import WorldError

LARGEST_FILE = 64 * 1024**2
_LARGEST_PACKAGE = 4 * 1024**3
_MOST_FILES = 100_000
_ENCRYPTED = 1
# What damaged and hostile zips make the reader raise.
_BROKEN = (
    BadZipFile,
    EOFError,
    OSError,
    OverflowError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    struct.error,
    zlib.error,
)


class PackageUnreadable(WorldError):
    """What was to be verified is no archive package."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"{path.name} går inte att kontrollera: {reason}.",
            "Inget har ändrats.",
            "Välj mappen eller zip-filen med ett helt arkivpaket från Gplan.",
        )


class Source(Protocol):
    """The files of a package, by their names in it."""

    names: tuple[str, ...]

    def read(self, name: str) -> bytes | None:
        """Return what the file holds; None when that cannot be read, or is too much."""


@contextmanager
def opened(path: Path) -> Iterator[Source]:
    """Open the package at *path*, a folder or a zip.

    Raises:
        PackageUnreadable.
    """
    if path.is_dir():
        yield FolderSource(path)
        return
    try:
        archive = ZipFile(path)
    except FileNotFoundError as error:
        raise PackageUnreadable(path, "den finns inte") from error
    except PermissionError as error:
        raise PackageUnreadable(path, "du får inte läsa den") from error
    except _BROKEN as error:
        raise PackageUnreadable(path, "det är ingen hel zip-fil") from error
    with archive:
        yield ZipSource(archive, path)


class FolderSource:
    """A package in a folder; links are listed but not followed."""

    def __init__(self, folder: Path) -> None:
        self._files: dict[str, Path] = {}
        size = 0
        for path in _files_below(folder):
            self._files[normalize("NFC", path.relative_to(folder).as_posix())] = path
            size += path.lstat().st_size
            _refuse_huge(folder, len(self._files), size)
        self.names = tuple(self._files)

    def read(self, name: str) -> bytes | None:
        """Return what the file holds, unless it is no plain file or too large."""
        path = self._files[name]
        try:
            state = path.lstat()
            plain = S_ISREG(state.st_mode) and state.st_size <= LARGEST_FILE
            return path.read_bytes() if plain else None
        except OSError:
            return None


class ZipSource:
    """A package in a zip, read entry by entry in memory."""

    def __init__(self, archive: ZipFile, path: Path) -> None:
        self._zip = archive
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        _refuse_huge(path, len(entries), sum(entry.file_size for entry in entries))
        names = [normalize("NFC", entry.filename) for entry in entries]
        self._entries = dict(zip(names, entries, strict=True))
        # Of two files with one name every program shows whichever it likes.
        self._doubtful = {name for name, times in Counter(names).items() if times > 1}
        self.names = tuple(self._entries)

    def read(self, name: str) -> bytes | None:
        """Return what the entry holds, unless it is damaged, doubtful or too large."""
        entry = self._entries[name]
        if name in self._doubtful or not _can_be_read(entry):
            return None
        try:
            with self._zip.open(entry) as file:
                content = file.read(LARGEST_FILE + 1)
        except _BROKEN:
            return None
        return content if len(content) == entry.file_size else None


def _files_below(folder: Path) -> Iterator[Path]:
    # Not rglob, which follows links to folders in some versions of Python.
    for parent, folders, files in os.walk(folder, followlinks=False):
        links = (name for name in folders if os.path.islink(os.path.join(parent, name)))  # noqa: PTH114, PTH118
        for name in sorted((*links, *files)):
            yield Path(parent) / name


def _refuse_huge(path: Path, files: int, size: int) -> None:
    if files > _MOST_FILES or size > _LARGEST_PACKAGE:
        raise PackageUnreadable(path, "det är för stort för att vara ett arkivpaket")


def _can_be_read(entry: ZipInfo) -> bool:
    return (
        entry.compress_type in (ZIP_STORED, ZIP_DEFLATED)
        and not entry.flag_bits & _ENCRYPTED
        and entry.file_size <= LARGEST_FILE
    )
