"""How long a plan takes to become a PDF: `python tests/bench/bench_render.py`."""

import runpy
import statistics
import sys
import time
from pathlib import Path

_ROUNDS = 40


def main() -> None:
    """Print the first build of a process, imports included, and the median of the next."""
    fixtures = runpy.run_path(str(Path(__file__).parents[1] / "printing" / "conftest.py"))
    started = time.perf_counter()
    from gplan_desktop.domain.plan import PlanRecord, PlanStatus  # noqa: PLC0415
    from printing.document import PlanDocument  # noqa: PLC0415
    from printing.render import render  # noqa: PLC0415

    imported = time.perf_counter()
    record = PlanRecord(fixtures["PLAN"], PlanStatus.ESTABLISHED, 1, fixtures["ESTABLISHMENT"])
    document = PlanDocument(fixtures["PERSON"], fixtures["ASSIGNMENT"], record, fixtures["UNIT"])
    data = render(document, fixtures["METHOD"])
    first = time.perf_counter()
    _tell("imports", imported - started)
    _tell("first build", first - imported)
    _tell("warm, median", statistics.median(_warm(render, document, fixtures["METHOD"])))
    sys.stdout.write(f"{len(data) / 1000:.0f} kB\n")


def _warm(render, document, method) -> list[float]:
    durations = []
    for _ in range(_ROUNDS):
        started = time.perf_counter()
        render(document, method)
        durations.append(time.perf_counter() - started)
    return durations


def _tell(what: str, seconds: float) -> None:
    sys.stdout.write(f"{what:<14}{seconds * 1000:8.1f} ms\n")


if __name__ == "__main__":
    main()
