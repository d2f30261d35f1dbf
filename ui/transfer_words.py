"""What the transfer sheet says: rows, counts, and who did what and when."""

from gplan_desktop.domain import dates
from gplan_desktop.domain.plan import PlanRecord
from gplan_desktop.domain.transfer import TransferItem
from gplan_desktop.rules.transfer import GroupProgress, Manner, Progress, manner
from ui.widgets.record_table import Cell, Row

HEADINGS = ("Sida", "Ruta", "Text", "Överfört")
CHANGED = "Ändrad sedan den fördes över"
ALL_DONE = "Allt är överfört"
NOTHING = "Det finns inget att föra över."

_LONGEST = 120
_LEFT = "Kvar"
_HOW = (
    "Kopiera texten, klistra in den i Treserva och kom tillbaka hit. "
    "Nästa tryck bockar av den och kopierar nästa."
)
_COPIED = "Kopierad. Klistra in den i Treserva och kom tillbaka hit."
_BY_HAND = "Gör det i Treserva och kom tillbaka hit."
_NEXT = {
    Manner.PASTED: "kopiera nästa",
    Manner.CHOSEN: "visa nästa",
    Manner.TICKED: "visa nästa",
}


def whose(record: PlanRecord, name: str) -> str:
    """Return whose plan is copied, which one, and since when it stands."""
    made = record.establishment
    day = f", upprättad {dates.in_sweden(made.at).date().isoformat()}" if made else ""
    return f"{name} – {record.plan.name}{day}"


def row(item: TransferItem, progress: Progress) -> Row:
    """Return *item* as a row of the list."""
    text = " ".join(item.text.split())
    shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"
    return Row(
        item.field,
        (Cell(item.group, "muted"), Cell(item.label), Cell(shown), _done(item, progress)),
    )


def _done(item: TransferItem, progress: Progress) -> Cell:
    if progress.is_changed(item):
        return Cell(CHANGED, "warning", "error-fill")
    if progress.is_done(item):
        return Cell(_when_and_who(item, progress), "done", "check_circle-fill")
    return Cell(_LEFT, "muted", "radio_button_unchecked")


def state(item: TransferItem, progress: Progress, *, is_held: bool) -> str:
    """Return what has become of *item*, and what to do with it next.

    *is_held* tells that it has been copied, or is of the kind that is not copied.
    """
    if progress.is_done(item):
        return f"{manner(item).label} {_when_and_who(item, progress)}"
    changed = f"{CHANGED} {_when_and_who(item, progress)}. " if progress.is_changed(item) else ""
    return f"{changed}{_what_to_do(item, is_held=is_held)}"


def _what_to_do(item: TransferItem, *, is_held: bool) -> str:
    if manner(item) is not Manner.PASTED:
        return _BY_HAND
    return _COPIED if is_held else _HOW


def _when_and_who(item: TransferItem, progress: Progress) -> str:
    tick = progress.tick(item)
    return f"{dates.stamp(tick.at)} av {tick.by}" if tick else ""


def go_on(item: TransferItem, following: TransferItem | None) -> str:
    """Return what the one key says when *item* is being put in: that it is, and what comes."""
    then = _NEXT[manner(following)] if following else "klart"
    return f"{manner(item).label} – {then}"


def count(progress: Progress) -> str:
    """Return "12 av 34 överförda"."""
    return f"{progress.done} av {len(progress.items)} överförda"


def group_count(group: GroupProgress) -> str:
    """Return how far a page has come; the tick says what the words say."""
    told = f"{group.done} av {len(group.fields)}"
    return f"✓  {told}" if group.is_done else told


def finished(progress: Progress) -> str:
    """Return who copied the plan and when it was finished: the proof at the end."""
    ticks = sorted(progress.transferred.values(), key=lambda tick: tick.at)
    if not ticks:
        return NOTHING
    names = list(dict.fromkeys(tick.by for tick in ticks))
    by = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} och {names[-1]}"
    number = len(progress.items)
    return f"{number} av {number} är överförda av {by}. Klart {dates.stamp(ticks[-1].at)}."
