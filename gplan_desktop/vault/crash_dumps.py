"""Keeps keys and texts out of crash dumps, in which the system saves a fallen program's memory."""

import ctypes
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

Load = Callable[[str], Any]
"""Loads a library of the system by its name."""

# As Windows names them: SEM_NOGPFAULTERRORBOX and WER_FAULT_REPORTING_FLAG_NOHEAP.
_NO_FAULT_REPORT, _NO_HEAP = 0x0002, 0x0001
# Names of programs that are not ours alone: what is said of them holds for others too.
_SHARED = ("python", "py.", "pyw.")


def forbid(program: Path) -> None:
    """Ask the system to save nothing of the memory should *program*, which is this one, fall.

    A system that refuses stops nobody: then the disk's encryption is what protects.
    """
    with suppress(OSError, AttributeError):
        if sys.platform == "win32":
            forbid_on_windows(program, ctypes.WinDLL)
        else:
            _forbid_core_files()


def forbid_on_windows(program: Path, load: Load) -> None:
    """Leave this process out of the error reports; *program* too, when it is ours alone.

    The first holds until the process ends, the second for the user of the computer.
    """
    kernel = load("kernel32")
    kernel.SetErrorMode(kernel.GetErrorMode() | _NO_FAULT_REPORT)
    kernel.WerSetFlags(_NO_HEAP)
    if not program.name.lower().startswith(_SHARED):
        load("wer").WerAddExcludedApplication(ctypes.c_wchar_p(program.name), 0)


def _forbid_core_files() -> None:
    import resource  # noqa: PLC0415 - Windows has none

    _, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, hard))
