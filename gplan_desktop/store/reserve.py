"""Room on the disk that is set aside, and given up when the disk is full so a save gets through."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

FILE = "reserve.bin"
SIZE = 32 * 1024 * 1024
# The reserve is not to be what fills the disk.
_TIMES_FREE = 4
_BLOCK = bytes(1024 * 1024)


def keep(folder: Path, size: int = SIZE) -> bool:
    """Set *size* bytes aside in *folder*, if they are not and there is plenty of room.

    Returns whether they are set aside now. A disk that refuses costs nothing but the reserve.
    """
    path = folder / FILE
    try:
        if path.exists() and path.stat().st_size == size:
            return True
        if shutil.disk_usage(folder).free < _TIMES_FREE * size:
            return False
        _fill(path, size)
    except OSError:
        give_up(folder)
        return False
    return True


def give_up(folder: Path) -> bool:
    """Free what was set aside in *folder*; tell whether there was anything."""
    with suppress(OSError):
        (folder / FILE).unlink()
        return True
    return False


def _fill(path: Path, size: int) -> None:
    """Write every byte: a file that only says how long it is takes no room."""
    with path.open("wb") as file:
        for start in range(0, size, len(_BLOCK)):
            file.write(_BLOCK[: size - start])
        file.flush()
        os.fsync(file.fileno())
