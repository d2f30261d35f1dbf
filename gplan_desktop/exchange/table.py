"""A list as a file holds it: headings and rows of texts, whatever they mean."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from unicodedata import normalize

from gplan_desktop.domain.text import clean
from gplan_desktop.exchange.faults import TableUnreadable

MOST_ROWS = 100_000
FORMULA = "innehåller en formel. Skriv värdet i stället."
_GARBLED = "ser felkodad ut. Spara filen som CSV UTF-8 eller Excel-arbetsbok."
# Letters lost for good; UTF-8 that was read as Windows text; DOS text that was read as such.
_BADLY_READ = re.compile(
    "\ufffd|[ÃÂ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|[^\\W\\d_][†„][^\\W\\d_]"
)


@dataclass(frozen=True)
class CellFault:
    """Why a cell cannot be used; without a column, why the row cannot."""

    column: int | None
    text: str


@dataclass(frozen=True)
class Row:
    """One row, by its number in the file."""

    number: int
    cells: tuple[str, ...]
    faults: tuple[CellFault, ...] = ()


@dataclass(frozen=True)
class Table:
    """A list: its headings, its rows and what there is to say of how it was read."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    notices: tuple[str, ...] = ()


def tidy(text: str) -> str:
    """Return what a cell holds, without invisible signs and the space around it."""
    # What can be printed needs no sign taken out, and most texts can.
    return (normalize("NFC", text) if text.isprintable() else clean(text)).strip()


def garbled(cells: Iterable[str]) -> tuple[CellFault, ...]:
    """Return a fault for each cell whose letters were lost on the way."""
    return tuple(
        CellFault(column, _GARBLED)
        for column, text in enumerate(cells)
        if not text.isascii() and _BADLY_READ.search(text)
    )


def assemble(rows: Iterable[Row]) -> Table:
    """Return the table of *rows*, none of them blank.

    The headings are the first row with two filled cells: systems write titles above.

    Raises:
        TableUnreadable: there are no headings, nothing below them, or far too much.
    """
    above: list[Row] = []
    below: list[Row] = []
    headings: tuple[str, ...] = ()
    for row in rows:
        if headings:
            below.append(row)
        elif sum(map(bool, row.cells)) > 1:
            headings = _named(row.cells)
        else:
            above.append(row)
        if max(len(above), len(below)) > MOST_ROWS:
            raise TableUnreadable("den har fler än 100 000 rader", "Dela upp den i flera filer.")
    if not headings:
        raise TableUnreadable("den har ingen rad med rubriker", "Skriv rubriker i första raden.")
    if not below:
        raise TableUnreadable("den har inga rader under rubrikerna", "Välj en fil med uppgifter.")
    return Table(headings, tuple(below), _skipped(above))


def _named(cells: tuple[str, ...]) -> tuple[str, ...]:
    width = max(number for number, text in enumerate(cells, 1) if text)
    # On one line, as they are shown in lists.
    lines = (" ".join(text.split()) for text in cells[:width])
    return tuple(text or f"Kolumn {number}" for number, text in enumerate(lines, 1))


def _skipped(rows: list[Row]) -> tuple[str, ...]:
    return tuple(
        f"Rad {row.number} står ovanför rubrikerna och läses inte: ”{_shortened(row)}”."
        for row in rows[:3]
    )


def _shortened(row: Row) -> str:
    text = " ".join(" ".join(row.cells).split())
    return text if len(text) <= 60 else f"{text[:59]}…"
