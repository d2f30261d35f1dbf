"""How long from a change until it is seen in the preview, and how long the window stands still.

Run by hand from the project's folder: python tests/bench/bench_preview.py
Budget (design §10): 60 ms for three pages; no gap that a writer would notice (16 ms is a frame).
"""

import runpy
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import quantiles
from time import perf_counter

from PySide6.QtCore import QElapsedTimer, QEventLoop, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from printing.document import PlanDocument
from printing.render import render
from ui.background import Background
from ui.pdf_document import PdfPages
from ui.preview import Preview

CHANGES = 60
PLANS = Path(__file__).parents[1] / "printing" / "conftest.py"


class Gaps:
    """Notices how long the event loop was busy, with a timer that would tick every millisecond."""

    def __init__(self, app: QApplication) -> None:
        self.longest = 0.0
        self._last = perf_counter()
        self._timer = QTimer(app)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(1)

    def _tick(self) -> None:
        now = perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self._last = now


def documents() -> Callable[[int], bytes]:
    """Return what makes the PDF of change number n of a rich plan."""
    plans = runpy.run_path(str(PLANS))
    record = plans["PlanRecord"](replace(plans["PLAN"], accepted=()))
    rich = PlanDocument(plans["PERSON"], plans["ASSIGNMENT"], record, plans["UNIT"])
    method = plans["METHOD"]

    def make(number: int) -> bytes:
        plan = replace(rich.record.plan, name=f"Hemvård {number}")
        return render(replace(rich, record=replace(rich.record, plan=plan)), method)

    return make


def until_seen(app: QApplication, preview: Preview, make: Callable[[], bytes]) -> float:
    """Ask for a document and return the milliseconds until it is painted."""
    wait_for_calm(app)
    before, begun = preview.data, perf_counter()
    preview.show_document(make)
    while preview.data == before:
        # Waiting, not spinning: a spinning window would take the time of the worker.
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    preview.view.viewport().repaint()
    return (perf_counter() - begun) * 1000


def made_alone(make: Callable[[], bytes]) -> float:
    """Return the milliseconds of the PDF itself, which the preview cannot be faster than."""
    begun = perf_counter()
    make()
    return (perf_counter() - begun) * 1000


def wait_for_calm(app: QApplication) -> None:
    """Let the preview's debounce run out, as between two pauses of somebody who writes."""
    timer = QElapsedTimer()
    timer.start()
    while timer.elapsed() < 200:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def row(name: str, values: list[float]) -> str:
    """Write percentiles of milliseconds on a line."""
    cuts = quantiles(values, n=100)
    return f"{name:<28} p50 {cuts[49]:6.1f}  p95 {cuts[94]:6.1f}  max {max(values):6.1f} ms"


def main() -> None:
    """Measure and print."""
    app = QApplication(sys.argv)
    background = Background()
    background.start()
    preview = Preview(background, lambda _: QIcon())
    preview.resize(900, 1000)
    preview.show()
    make = documents()
    gaps = Gaps(app)
    until_seen(app, preview, partial(make, -1))
    alone = [made_alone(partial(make, number)) for number in range(CHANGES)]
    wait_for_calm(app)
    seen, longest, gaps.longest = [], [], 0.0
    for number in range(CHANGES):
        seen.append(until_seen(app, preview, partial(make, number)))
        longest.append(gaps.longest)
        gaps.longest = 0.0
    sys.stdout.write(f"{PdfPages(preview.data).page_count} pages, {len(preview.data)} bytes\n")
    sys.stdout.write(row("PDF alone, nothing else", alone) + "\n")
    sys.stdout.write(row("change to visible", seen) + "\n")
    sys.stdout.write(row("longest gap of each change", longest) + "\n")
    background.stop()


if __name__ == "__main__":
    main()
