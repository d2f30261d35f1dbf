import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from gplan_desktop.vault import crash_dumps

FALL = """
import os, resource, signal, sys
from pathlib import Path
from gplan_desktop.vault import crash_dumps
hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
crash_dumps.forbid(Path(sys.executable))
print(resource.getrlimit(resource.RLIMIT_CORE)[0], flush=True)
os.kill(os.getpid(), signal.SIGSEGV)
"""


class Library:
    """Notes what is asked of it."""

    def __init__(self, name: str, asked: list[tuple[Any, ...]]) -> None:
        self._name, self._asked = name, asked

    def __getattr__(self, function: str) -> Any:
        def call(*given: Any) -> int:
            told = (getattr(value, "value", value) for value in given)
            self._asked.append((self._name, function, *told))
            return 0x8000

        return call


@pytest.mark.parametrize(
    ("program", "excluded"),
    [("Gplan.exe", True), ("python.exe", False), ("pythonw.exe", False), ("pyw.exe", False)],
)
def test_windows_is_asked_to_leave_the_program_out_of_its_reports(
    program: str, excluded: bool
) -> None:
    asked: list[tuple[Any, ...]] = []
    crash_dumps.forbid_on_windows(Path("C:/Program") / program, lambda n: Library(n, asked))
    assert ("kernel32", "SetErrorMode", 0x8002) in asked
    assert ("kernel32", "WerSetFlags", 1) in asked
    assert (("wer", "WerAddExcludedApplication", program, 0) in asked) is excluded


@pytest.mark.parametrize("error", [OSError, AttributeError])
def test_a_system_that_refuses_stops_nobody(error: type[Exception], monkeypatch: Any) -> None:
    def refuse(*_: object) -> None:
        raise error

    for name in ("forbid_on_windows", "_forbid_core_files"):
        monkeypatch.setattr(crash_dumps, name, refuse)
    crash_dumps.forbid(Path("Gplan.exe"))


@pytest.mark.skipif(os.name != "posix", reason="Windows has no core files")
def test_a_program_that_falls_leaves_nothing_of_its_memory(tmp_path: Path) -> None:
    fallen = subprocess.run(
        [sys.executable, "-c", FALL],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert fallen.returncode == -signal.SIGSEGV
    assert fallen.stdout == "0\n"
    assert list(tmp_path.iterdir()) == []
