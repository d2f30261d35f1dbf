"""Cold start to a usable window, against a bare PySide6 window in the same run.

Run by hand from the repository: python tests/bench/bench_start.py [runs]
"""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

_BARE = """
import time; begun = time.perf_counter()
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow(); window.resize(1280, 760); window.show()
application.processEvents()
print("bare", time.perf_counter() - begun)
"""
_OURS = """
import time; begun = time.perf_counter()
from pathlib import Path
from gplan_desktop import app, options
folders = app.data_folders(Path({folder!r}))
method = app.method_in_use(folders.method_folder, folders.ready_method)
application = app.make_application()
program = app.Program(application, options.read(["--data", {folder!r}]), method)
program.begin()
application.processEvents()
print("window", time.perf_counter() - begun)
while not getattr(getattr(program.window.view, "people", None), "rows", ()):
    application.processEvents()
print("list", time.perf_counter() - begun)
program.end()
"""


def _run(code: str) -> dict[str, float]:
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=_environment()
    )
    lines = (line.split() for line in answer.stdout.splitlines())
    return {name: float(seconds) * 1000 for name, seconds in lines}


def _environment() -> dict[str, str]:
    root = str(Path(__file__).parents[2])
    return {"QT_QPA_PLATFORM": "offscreen", **os.environ, "PYTHONPATH": root}


def main(runs: int) -> None:
    """Print the medians of *runs* interleaved starts, and the ratios."""
    times: dict[str, list[float]] = {"bare": [], "window": [], "list": []}
    with tempfile.TemporaryDirectory() as folder:
        ours = _OURS.format(folder=folder)
        prepare = ours.replace('["--data"', '["--practice", "--data"')
        _run(prepare)
        for _ in range(runs):
            for name, value in {**_run(_BARE), **_run(ours)}.items():
                times[name].append(value)
    medians = {name: statistics.median(values) for name, values in times.items()}
    for name, median in medians.items():
        print(f"{name:<8}{median:8.0f} ms   {median / medians['bare']:.2f} x bare")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
