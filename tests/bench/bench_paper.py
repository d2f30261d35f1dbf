"""What a plan on paper costs, with our engine and with others, side by side in one run.

Run by hand from the project's folder, on a machine that does nothing else:

    python tests/bench/bench_paper.py                   all engines that are installed
    python tests/bench/bench_paper.py --profile         where the time of ours goes
    python tests/bench/bench_paper.py --kept FOLDER     keep one PDF of each, to look at

Every engine runs in processes of its own, in turns, so that a busy machine hits all alike. Every
plan differs from every other in names, numbers and some of its words. WeasyPrint is no library
of the project: `pip install --target FOLDER weasyprint`, then `--packages FOLDER`.
"""

import argparse
import copyreg
import json
import os
import pickle
import runpy
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

import page
from peers import shares
from peers.variation import read_only, varied
from pypdf import PdfReader

ROOT = Path(__file__).parents[2]
PEERS = (
    "ours",
    "platypus",
    "bare_canvas",
    "typst_tagged",
    "typst_unhyphenated",
    "weasyprint_html",
    "libreoffice",
)
YARDSTICK = "platypus"
PROCESSES = 2
COLUMNS = (
    "engine",
    "cold ms",
    "warm ms",
    "p95 ms",
    "ratio",
    "kB",
    "pages",
    "valid",
    "peak MB",
    "all, 2 processes",
    "MB at 100 → all",
)
STANDARDS = {
    "A-2b": page.ValidationProfile.PDF_A_2B,
    "A-2a": page.ValidationProfile.PDF_A_2A,
    "UA-1": page.ValidationProfile.PDF_UA_1,
}


@dataclass
class Measured:
    """What was measured of one engine, round by round."""

    name: str
    missing: str = ""
    cold: list[float] = field(default_factory=list)
    rounds: list[list[float]] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    peaks: list[int] = field(default_factory=list)
    bases: list[int] = field(default_factory=list)
    pages: int = 0
    valid: str = ""
    batches: list[float] = field(default_factory=list)
    estimated_from: int = 0
    memory: str = "–"

    @property
    def many(self) -> str:
        """How long many plans took: the faster turn, since others only make a turn slower."""
        if not self.batches:
            return "–"
        if self.estimated_from:
            return f"≈ {min(self.batches):.0f} s (from {self.estimated_from})"
        return f"{min(self.batches):.1f} s"

    @property
    def warm(self) -> list[float]:
        """Every warm plan of every round."""
        return [seconds for passed in self.rounds for seconds in passed]


class Bench:
    """The run: which engines, how many plans, and what they said."""

    def __init__(self, options: argparse.Namespace, folder: Path) -> None:
        self.options = options
        self.results = {peer: Measured(peer) for peer in options.peers}
        self._kept = options.kept or folder
        self._kept.mkdir(exist_ok=True)
        self._first = 0
        self._plans = folder / "plans"
        self._plans.write_bytes(pickle.dumps(rich_plan()))

    def measure(self) -> None:
        """Measure all engines in turns."""
        for turn in range(self.options.rounds):
            for peer in self._present():
                self._few(peer, last=turn == self.options.rounds - 1)
        if self.options.many:
            # Back again in the other order, so that a busy minute spoils no comparison.
            for peer in self._present():
                self._many(peer)
            for peer in reversed(self._present()):
                if not self.results[peer].estimated_from:
                    self._many(peer)

    def _present(self) -> list[str]:
        return [peer for peer, measured in self.results.items() if not measured.missing]

    def _few(self, peer: str, *, last: bool) -> None:
        kept = self._kept / f"{peer}.pdf" if last else None
        process = self._started(peer, "few", self.options.documents, kept)
        told, measured = answered(process), self.results[peer]
        if "missing" in told:
            measured.missing = told["missing"]
            return
        measured.name = told["name"]
        measured.cold.append(told["cold"])
        measured.rounds.append(told["warm"])
        measured.sizes.append(told["size"])
        measured.peaks.append(told["peak"])
        measured.bases.append(told["base"])
        if kept:
            measured.pages = len(PdfReader(kept).pages)
            measured.valid = standards_kept(kept.read_bytes())

    def _many(self, peer: str) -> None:
        """Print many plans with two processes at once; the slower one decides."""
        share = self.options.many // PROCESSES
        # The first of them goes on alone, off the clock, to show whether its memory grows.
        alone = 0 if self.results[peer].batches else self.options.many
        processes = [self._started(peer, "many", share, memory=m) for m in (alone, 0)]
        told = [answered(process) for process in processes]
        measured = self.results[peer]
        seconds = max(t["cold"] + statistics.mean(t["passed"]) * share for t in told)
        measured.batches.append(seconds)
        measured.peaks.append(max(t["peak"] for t in told))
        if not all(t["all"] for t in told):
            measured.estimated_from = sum(len(t["passed"]) for t in told)
        elif told[0]["marks"]:
            early, late = told[0]["marks"]
            measured.memory = f"{early / 1024:.0f} → {late / 1024:.0f}"
        sys.stderr.write(f"{measured.name}: {seconds:.1f} s\n")

    def _started(
        self, peer: str, task: str, count: int, kept: Path | None = None, memory: int = 0
    ) -> subprocess.Popen:
        order = {
            "peer": peer,
            "task": task,
            "count": count,
            "first": self._first,
            "seed": self.options.seed,
            "seconds": self.options.seconds * (15 if task == "many" else 1),
            "memory": memory,
            "plans": str(self._plans),
            "kept": str(kept) if kept else "",
        }
        # No number comes twice in a run.
        self._first += 10_000
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "BENCH_PACKAGES": self.options.packages,
        }
        worker = Path(__file__).parent / "peers" / "worker.py"
        command = [sys.executable, str(worker), json.dumps(order)]
        return subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True)


def rich_plan() -> tuple[Any, Any]:
    """Return the rich plan of the printing tests and its method."""
    copyreg.pickle(MappingProxyType, lambda mapping: (read_only, (dict(mapping),)))
    made = runpy.run_path(str(ROOT / "tests" / "printing" / "conftest.py"))
    from gplan_desktop.domain.plan import PlanRecord, PlanStatus  # noqa: PLC0415
    from printing.document import PlanDocument  # noqa: PLC0415

    record = PlanRecord(made["PLAN"], PlanStatus.ESTABLISHED, 7, made["ESTABLISHMENT"])
    document = PlanDocument(made["PERSON"], made["ASSIGNMENT"], record, made["UNIT"])
    return document, made["METHOD"]


def answered(process: subprocess.Popen) -> dict[str, Any]:
    """Wait for a worker and return what it measured."""
    text, _ = process.communicate()
    if process.returncode:
        raise SystemExit(f"a worker failed: {process.args}")
    return json.loads(text)


def standards_kept(data: bytes) -> str:
    """Return the standards that the validator finds kept, whatever the file says of itself."""
    kept = [
        name
        for name, profile in STANDARDS.items()
        if page.validate_pdf_bytes(data, profile=profile).is_compliant
    ]
    return " + ".join(kept) or "no"


def table(results: list[Measured], yardstick: Measured | None) -> str:
    """Return the results in Markdown."""
    lines = [
        f"| {' | '.join(COLUMNS)} |",
        f"|---|{'---:|' * (len(COLUMNS) - 1)}",
    ]
    for measured in results:
        if measured.missing:
            lines.append(f"| {measured.name} | not installed: {measured.missing} |" + " |" * 9)
        else:
            lines.append(row(measured, yardstick))
    return "\n".join(lines)


def row(measured: Measured, yardstick: Measured | None) -> str:
    """Return one engine's line."""
    warm = measured.warm
    p95 = statistics.quantiles(warm, n=20, method="inclusive")[18] if len(warm) > 1 else warm[0]
    cells = (
        measured.name,
        f"{statistics.median(measured.cold) * 1000:.0f}",
        f"{statistics.median(warm) * 1000:.1f}",
        f"{p95 * 1000:.1f}",
        f"{ratio(measured, yardstick):.2f}" if yardstick else "–",
        f"{statistics.median(measured.sizes) / 1000:.0f}",
        str(measured.pages),
        measured.valid,
        f"{max(measured.peaks) / 1024:.0f}",
        measured.many,
        measured.memory,
    )
    return f"| {' | '.join(cells)} |"


def ratio(measured: Measured, yardstick: Measured) -> float:
    """Return the median, over the rounds, of how much slower than the yardstick it was."""
    pairs = zip(measured.rounds, yardstick.rounds, strict=True)
    return statistics.median(statistics.median(a) / statistics.median(b) for a, b in pairs)


def profile(count: int, seed: int) -> None:
    """Print where the time of our engine goes, when it is warm."""
    from printing.render import render  # noqa: PLC0415

    document, method = rich_plan()
    plans = [varied(document, number, seed) for number in range(count)]
    render(plans.pop(), method)
    print(shares.profiled(lambda: [render(plan, method) for plan in plans]))


def options() -> argparse.Namespace:
    """Return what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--peers", nargs="+", default=PEERS, choices=PEERS)
    parser.add_argument("--rounds", type=int, default=5, help="turns of every engine")
    parser.add_argument("--documents", type=int, default=30, help="warm plans of each turn")
    parser.add_argument("--many", type=int, default=1000, help="plans on two processes; 0 = none")
    parser.add_argument("--seconds", type=float, default=4, help="the most of each turn")
    parser.add_argument("--seed", type=int, default=int(time.time()), help="for the same words")
    parser.add_argument("--packages", default="", help="where WeasyPrint lies")
    parser.add_argument("--kept", type=Path, help="folder for one PDF of each engine")
    parser.add_argument("--profile", action="store_true", help="where the time of ours goes")
    return parser.parse_args()


def main() -> None:
    """Measure and print."""
    asked = options()
    if asked.profile:
        profile(asked.documents, asked.seed)
        return
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(asked, Path(name))
        bench.measure()
    results = list(bench.results.values())
    print(table(results, bench.results.get(YARDSTICK)))
    bases = [base for measured in results for base in measured.bases]
    print(f"\nSeed {asked.seed}. Without any engine: {statistics.median(bases) / 1024:.0f} MB.")


if __name__ == "__main__":
    main()
