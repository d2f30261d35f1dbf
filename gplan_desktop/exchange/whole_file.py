"""Writes a file in one move: all of it or nothing."""

import errno
import os
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from gplan_desktop.exchange.faults import TableNotWritten

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
_TRIES = 5
_PAUSE_SECONDS = 0.2


def write_whole(path: Path, write: Callable[[BinaryIO], None]) -> None:
    """Let *write* fill a file beside *path*, and put it in the place of *path*.

    May wait a second for a virus scanner, so it belongs in the background.

    Raises:
        TableNotWritten: the disk is full, the folder closed, or the file open elsewhere.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".gplan-", suffix=".tmp")
    except OSError as error:
        raise _explained(error, path) from error
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        _move(beside, path)
    except OSError as error:
        raise _explained(error, path) from error
    finally:
        # Gone when it was moved; a scanner that holds it is no reason to say more.
        with suppress(OSError):
            beside.unlink()


def _move(source: Path, target: Path) -> None:
    """Put *source* in the place of *target*; Windows refuses while a scanner reads either."""
    for attempt in range(_TRIES):
        try:
            source.replace(target)
        except PermissionError:
            if attempt == _TRIES - 1:
                raise
            time.sleep(_PAUSE_SECONDS)
        else:
            return


def _explained(error: OSError, path: Path) -> TableNotWritten:
    if error.errno in _NO_ROOM:
        return TableNotWritten(path, "disken är full", "Frigör plats, eller välj en annan disk.")
    return TableNotWritten(
        path,
        "det går inte att skriva där",
        "Välj en annan mapp, eller stäng filen om den är öppen i ett annat program.",
    )
