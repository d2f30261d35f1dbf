"""From the passphrase to a usable window; bench_start.py tells when the log-in is there.

Run by hand: `python tests/bench/bench_login.py [times]`. The passphrase is made into a key as in
earnest. While that is done on a worker the window must go on: its longest standstill is measured.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from gplan_desktop import app, options
from gplan_desktop.entrance import Entrance, NewUnit
from gplan_desktop.method.in_use import method_in_use
from gplan_desktop.paths import data_folders
from gplan_desktop.program.first_window import FirstWindow
from ui.login.login_view import LoginView
from ui.start_view import StartView

PHRASE = "sommar tegel brygga mandel"
TIMES = 5
BEAT_MS = 2


class Pulse:
    """Beats in the window's thread, and keeps the longest pause between two beats."""

    def __init__(self) -> None:
        self._last, self.longest = time.perf_counter(), 0.0
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)

    def restart(self) -> None:
        """Forget the pauses before now."""
        self._last, self.longest = time.perf_counter(), 0.0

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


def wait_for(is_so: Callable[[], bool]) -> float:
    """Let the program go on until *is_so*; return how long that took."""
    began = time.perf_counter()
    while not is_so():
        QApplication.processEvents()
        time.sleep(0.0005)
    return time.perf_counter() - began


def once(application: QApplication, folder: Path) -> tuple[float, float]:
    """Return the time from the log-in to the list, and the longest standstill."""
    chosen = options.read(["--data", str(folder)])
    first = FirstWindow(application, chosen, data_folders(folder))
    pulse = Pulse()
    first.show()
    first.load()
    # What is loaded behind the log-in has been loaded when somebody has typed a passphrase.
    wait_for(lambda: first.program is not None and first.program.spelling.may_begin)
    view = first.window.view
    assert isinstance(view, LoginView)
    view.login.setText("anna.ek")
    view.passphrase.line.setText(PHRASE)
    pulse.restart()
    view.enter.click()
    opened = wait_for(lambda: isinstance(first.window.view, StartView))
    standstill = pulse.longest
    first.window.close()
    first.end()
    return opened, standstill


def main(times: int) -> None:
    """Print the medians and the worst."""
    application = app.make_application()
    with tempfile.TemporaryDirectory() as scratch:
        folders = data_folders(Path(scratch) / "data")
        method = method_in_use(folders.method_folder).method
        entrance = Entrance(folders, method, lambda: datetime.now(UTC))
        entrance.prepare(NewUnit("Norra", "Anna Ek", "anna.ek", PHRASE))
        entrance.settle()
        measured = [once(application, folders.root) for _ in range(times)]
    names = "passphrase to list shown", "longest standstill"
    for name, values in zip(names, zip(*measured, strict=True), strict=True):
        print(f"{name:30} {statistics.median(values):6.2f} s  (most {max(values):.2f})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else TIMES)
