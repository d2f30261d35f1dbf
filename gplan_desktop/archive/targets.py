"""The two forms of a package, written file by file: a folder and a zip."""

import os
from contextlib import suppress
from pathlib import Path
from typing import Protocol
from zipfile import ZIP_STORED, ZipFile, ZipInfo

_FIRST_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_READ_AND_WRITE = 0o100600 << 16


class Target(Protocol):
    """Where the files of a package are written."""

    def write(self, name: str, content: bytes) -> None:
        """Write one file; "/" in *name* stands between folders."""

    def finish(self) -> None:
        """Return when everything has reached the disk."""

    def close(self) -> None:
        """Let go of what is open, finished or not."""


class FolderTarget:
    """A package as a folder of files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir()

    def write(self, name: str, content: bytes) -> None:
        """Write one file, to the disk."""
        path = self._folder / name
        path.parent.mkdir(exist_ok=True)
        with path.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())

    def finish(self) -> None:
        """Do nothing: every file is on the disk already."""

    def close(self) -> None:
        """Do nothing: no file is open."""


class ZipTarget:
    """A package as one zip: the same files give the same bytes, at any time on any computer."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("xb")
        # Not compressed: PDFs are already, and compressors differ between systems.
        self._zip = ZipFile(self._file, "w", ZIP_STORED)

    def write(self, name: str, content: bytes) -> None:
        """Add one file."""
        entry = ZipInfo(name, _FIRST_DAY_OF_ZIP)
        entry.create_system, entry.external_attr = _UNIX, _READ_AND_WRITE
        self._zip.writestr(entry, content)

    def finish(self) -> None:
        """Write the table of contents, and all of it to the disk."""
        self._zip.close()
        self._file.flush()
        os.fsync(self._file.fileno())

    def close(self) -> None:
        """Let go of the file; of an unfinished one nothing is kept."""
        # Closing an unfinished zip writes to it, which a full disk refuses once more.
        with suppress(OSError):
            self._zip.close()
        with suppress(OSError):
            self._file.close()
