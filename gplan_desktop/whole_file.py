"""Writes a file in one move: all of it or nothing."""

import os
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

_TRIES = 5
_PAUSE_SECONDS = 0.2


def write_whole(path: Path, write: Callable[[BinaryIO], object]) -> None:
    """Let *write* fill a file beside *path*, and put it in the place of *path*.

    May wait a second for a virus scanner, so it belongs in the background.

    Raises:
        OSError: the disk is full, the folder gone or closed, or the file open elsewhere;
            what stood at *path* before stands there still.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".gplan-", suffix=".tmp")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        _move(beside, path)
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
