"""Cold start to a usable window, against a bare PySide6 window in the same run.

Run by hand from the repository: python tests/bench/bench_start.py [runs] [--cold]

A unit with log-in is usable when a letter typed in the log-in stands there, practice when its
persons are listed. With --cold, as root on Linux, what the system has in memory of the disk is
dropped before each start, as when the computer was just switched on.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from gplan_desktop.entrance import Entrance, NewUnit
from gplan_desktop.method.in_use import method_in_use
from gplan_desktop.paths import data_folders

_BARE = """
import time; begun = time.perf_counter()
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow(); window.resize(1280, 760); window.show()
application.processEvents()
print("bare", time.perf_counter() - begun)
"""
_WINDOW = """
import time; begun = time.perf_counter()
from pathlib import Path
from gplan_desktop import app, options
folders = app.data_folders(Path({folder!r}))
application = app.make_application()
first = app.FirstWindow(application, options.read(["--data", {folder!r}]), folders)
first.show()
application.processEvents()
"""
_LOGIN = (
    _WINDOW
    + """
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
line = first.window.view.login
application.sendEvent(line, QKeyEvent(QEvent.KeyPress, Qt.Key_A, Qt.NoModifier, "a"))
assert line.text() == "a"
application.processEvents()
print("log-in", time.perf_counter() - begun)
first.end()
"""
)
_LIST = (
    _WINDOW
    + """
from PySide6.QtCore import QEventLoop
print("window", time.perf_counter() - begun)
first.load()
while not getattr(getattr(first.window.view, "people", None), "rows", ()):
    application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
print("list", time.perf_counter() - begun)
first.end()
"""
)


def _run(code: str) -> dict[str, float]:
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=_environment()
    )
    lines = (line.split() for line in answer.stdout.splitlines())
    return {name: float(seconds) * 1000 for name, seconds in lines}


def _environment() -> dict[str, str]:
    root = str(Path(__file__).parents[2])
    return {"QT_QPA_PLATFORM": "offscreen", **os.environ, "PYTHONPATH": root}


def _make_unit(folder: Path) -> None:
    """Make a unit that is logged in to."""
    folders = data_folders(folder)
    entrance = Entrance(
        folders, method_in_use(folders.method_folder).method, lambda: datetime.now(UTC)
    )
    entrance.prepare(NewUnit("Norra", "Anna Ek", "anna.ek", "sommar tegel brygga mandel"))
    entrance.settle()


def _drop_what_is_in_memory() -> None:
    os.sync()
    Path("/proc/sys/vm/drop_caches").write_text("3\n", "ascii")


def main(runs: int, *, cold: bool) -> None:
    """Print the medians of *runs* interleaved starts, and of the ratios within each round."""
    times: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        unit, practice = Path(scratch) / "unit", Path(scratch) / "practice"
        _make_unit(unit)
        login, people = _LOGIN.format(folder=str(unit)), _LIST.format(folder=str(practice))
        _run(people.replace('["--data"', '["--practice", "--data"'))
        for _ in range(runs):
            for code in (_BARE, login, people):
                if cold:
                    _drop_what_is_in_memory()
                for name, value in _run(code).items():
                    times.setdefault(name, []).append(value)
    for name, values in times.items():
        ratios = [value / bare for value, bare in zip(values, times["bare"], strict=True)]
        median, ratio = statistics.median(values), statistics.median(ratios)
        print(f"{name:<8}{median:8.0f} ms   {ratio:.2f} x bare")


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:] if argument.isdigit()]
    main(numbers[0] if numbers else 9, cold="--cold" in sys.argv)
