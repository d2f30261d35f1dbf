"""How it went with many papers, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from gplan_desktop.domain.print_out import Way
from ui.papers import PaperJob, Summary

_MOST_NAMED = 20


@dataclass(frozen=True)
class _Words:
    """The words of one way out of the program."""

    one: str
    several: str
    none: str
    failed: str


_WORDS = {
    Way.PRINTER: _Words(
        "1 plan är utskriven.", "{} planer är utskrivna.", "Ingen plan skrevs ut.", "skriva ut"
    ),
    Way.FILE: _Words("1 plan är sparad.", "{} planer är sparade.", "Ingen plan sparades.", "spara"),
}
_BROKEN_OFF = "Utskriften avbröts. Sidor av de här planerna kan ändå komma ut. De räknas inte:"


def outcome(summary: Summary, way: Way) -> str:
    """Return in one sentence how much was done."""
    words, count = _WORDS[way], len(summary.done)
    if not count:
        return words.none
    return words.one if count == 1 else words.several.format(count)


def details(summary: Summary, way: Way) -> list[str]:
    """Return what did not come out and why, line by line; nothing when all did."""
    lines = [summary.notice] if summary.notice else []
    if summary.failed:
        lines.append(f"Det gick inte att {_WORDS[way].failed}:")
        lines += _some([f"{failure.job.title}: {failure.reason}" for failure in summary.failed])
    lines += _named(_BROKEN_OFF, summary.broken_off)
    lines += _named("De här påbörjades inte:", summary.not_begun)
    return lines


def _named(heading: str, jobs: Sequence[PaperJob]) -> list[str]:
    return [heading, *_some([job.title for job in jobs])] if jobs else []


def _some(lines: list[str]) -> list[str]:
    shown = [f"• {line}" for line in lines[:_MOST_NAMED]]
    left = len(lines) - len(shown)
    return [*shown, f"• och {left} till"] if left else shown
