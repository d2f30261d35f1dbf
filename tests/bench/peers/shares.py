"""Where the time of one engine goes: cProfile's figures, by module and by kind of work."""

import cProfile
import pstats
from collections import defaultdict
from collections.abc import Callable
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[3]
# The first part that a file's path contains says what kind of work is done there.
KINDS = (
    ("printing/documents/", "content"),
    ("printing/layout/", "line breaking and layout"),
    ("printing/faces/embed", "fonts in the file"),
    ("printing/faces/subset", "fonts in the file"),
    ("printing/faces/", "shaping"),
    ("printing/pdf/tags", "structure"),
    ("printing/pdf/struct", "structure"),
    ("printing/pdf/tree", "structure"),
    ("printing/pdf/xmp", "writing"),
    ("printing/pdf/metadata", "writing"),
    ("printing/pdf/writ", "writing"),
    ("printing/pdf/", "drawing"),
    ("printing/", "content"),
    ("reportlab/platypus/paraparser", "markup"),
    ("reportlab/platypus/", "line breaking and layout"),
    ("reportlab/pdfgen/", "drawing"),
    ("reportlab/pdfbase/ttfonts", "fonts in the file"),
    ("reportlab/pdfbase/pdfmetrics", "line breaking and layout"),
    ("reportlab/pdfbase/", "writing"),
    ("uharfbuzz/", "shaping"),
    ("fontTools/", "fonts in the file"),
    ("bidi/", "shaping"),
    ("segno/", "QR code"),
    ("pyphen/", "hyphenation"),
    ("gplan_desktop/", "content"),
)
Function = tuple[str, int, str]
_TURNS = 12


def profiled(run: Callable[[], None]) -> str:
    """Run and return two tables: time by kind of work, and by module."""
    profile = cProfile.Profile()
    profile.runcall(run)
    stats = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    by_module: dict[str, float] = defaultdict(float)
    for module, seconds in _shared_out(stats):
        by_module[module] += seconds
    by_kind: dict[str, float] = defaultdict(float)
    for module, seconds in by_module.items():
        by_kind[_kind(module)] += seconds
    return _table("Kind of work", by_kind) + "\n" + _table("Module", by_module)


def _shared_out(stats: dict[Function, tuple]) -> list[tuple[str, float]]:
    """Give the time of what has no kind, such as built-ins, to the modules that called it."""
    owners: dict[Function, dict[str, float]] = {
        function: {_module(function[0]): 1.0} for function in stats if _kind(_module(function[0]))
    }
    for _ in range(_TURNS):
        for function, (*_, callers) in stats.items():
            if not _kind(_module(function[0])):
                owners[function] = _of_callers(callers, owners)
    return [
        (module, own * share)
        for function, (_, _, own, _, _) in stats.items()
        for module, share in owners[function].items()
    ]


def _of_callers(callers: dict[Function, tuple], owners: dict) -> dict[str, float]:
    shares: dict[str, float] = defaultdict(float)
    known = [(owners[caller], edge[3]) for caller, edge in callers.items() if owners.get(caller)]
    total = sum(weight for _, weight in known) or 1.0
    for owned, weight in known:
        for module, share in owned.items():
            shares[module] += share * weight / total
    return dict(shares)


@cache
def _module(path: str) -> str:
    if "site-packages/" in path:
        return path.partition("site-packages/")[2]
    try:
        return Path(path).relative_to(ROOT).as_posix()
    except ValueError:
        return path


@cache
def _kind(module: str) -> str:
    return next((kind for part, kind in KINDS if module.startswith(part)), "")


def _table(title: str, seconds: dict[str, float]) -> str:
    total = sum(seconds.values())
    lines = [f"| {title} | share |", "|---|---:|"]
    for name, own in sorted(seconds.items(), key=lambda pair: -pair[1]):
        if own / total >= 0.005:
            lines.append(f"| {name or 'other'} | {own / total:.1%} |")
    return "\n".join(lines) + "\n"
