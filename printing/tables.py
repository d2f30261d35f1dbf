"""Tables of the paper; every one can be divided between pages, also inside a row."""

from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, PageBreak, Paragraph, Table, TableStyle

from gplan_desktop.domain.text import is_blank
from printing import fonts, styles
from printing.fields import EMPTY
from printing.keeping import KEPT_WHOLE
from printing.text import safe, safe_in_column

Cell = list[Flowable]

_PLAIN = (
    ("FONTNAME", (0, 0), (-1, -1), fonts.REGULAR),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
)
_BOX = TableStyle(
    [
        *_PLAIN,
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        ("TOPPADDING", (0, 0), (-1, 0), 6),
        ("BOTTOMPADDING", (0, -1), (-1, -1), 8),
        ("LINEBEFORE", (0, 0), (0, -1), 2, styles.HAIRLINE),
    ]
)
# Without ground where a mark across the page must be seen through the box.
_PALE_BOX = TableStyle([("BACKGROUND", (0, 0), (-1, -1), styles.PALE)], parent=_BOX)
_ROWS = TableStyle(
    [
        *_PLAIN,
        ("RIGHTPADDING", (0, 0), (-2, -1), 9),
        ("TOPPADDING", (0, 0), (-1, -1), 5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
        ("BOTTOMPADDING", (0, 0), (-1, 0), 3),
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, styles.ACCENT),
        ("LINEBELOW", (0, 1), (-1, -1), 0.5, styles.HAIRLINE),
    ]
)
_FACTS = TableStyle(
    [
        *_PLAIN,
        ("RIGHTPADDING", (0, 0), (-2, -1), 9),
        ("TOPPADDING", (0, 0), (-1, -1), 5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
        ("LINEABOVE", (0, 0), (-1, 0), 0.8, styles.ACCENT),
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, styles.HAIRLINE),
    ]
)


class WholeRows(Table):
    """A table under a repeated heading row that divides a row only if it is very high."""

    _rowHeights: list[float]  # noqa: N815 - ReportLab's name, missing in its stubs

    @property
    def beginning(self) -> float:
        """How much room the heading row and the first row take together, in points."""
        self.wrap(styles.TEXT_WIDTH, styles.PAGE_HEIGHT)
        return float(sum(self._rowHeights[:2]))

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return the part that fits into *height* and the rest, for the next page."""
        if height < self.beginning <= KEPT_WHOLE:
            return []
        parts: list[Flowable] = super().split(width, height)
        rest = parts[-1] if len(parts) > 1 else None
        # Without a page break the rest would be tried below the first part, and
        # come out as a second heading row and a slice of a row.
        if isinstance(rest, WholeRows) and rest.beginning <= KEPT_WHOLE:
            parts.insert(-1, PageBreak())
        return parts


def box(entries: Sequence[tuple[str, str]], *, pale: bool) -> list[Flowable]:
    """Return what somebody else decided, label and text, set apart by a line and *pale* ground."""
    rows = [
        [[Paragraph(safe(text), styles.BOXED, bulletText=label)]]
        for label, text in entries
        if not is_blank(text)
    ]
    if not rows:
        return []
    table = Table(
        rows,
        colWidths=[styles.FRAME_WIDTH],
        style=_PALE_BOX if pale else _BOX,
        splitInRow=1,
        spaceBefore=2,
        spaceAfter=9,
    )
    return [table]


def rows(
    columns: Sequence[str],
    widths: Sequence[float],
    cells: Sequence[list[Cell]],
    *,
    least: float | None = None,
) -> WholeRows:
    """Return a table with a heading row that comes back on every page.

    A row is as high as its text, or *least* points when that is told.
    """
    head: list[Cell] = [[Paragraph(column, styles.COLUMN)] for column in columns]
    heights = [None, *([least] * len(cells))] if least else None
    return WholeRows(
        [head, *cells],
        colWidths=widths,
        rowHeights=heights,
        style=_ROWS,
        repeatRows=1,
        splitInRow=1,
        spaceBefore=4,
        spaceAfter=10,
    )


def facts(entries: Sequence[tuple[str, str]], columns: int) -> Table:
    """Return short facts, each with its label above it, row by row."""
    filled = [entry for entry in entries if not is_blank(entry[1])]
    cells: list[Cell | str] = [_fact(label, text) for label, text in filled]
    cells += [""] * (-len(cells) % columns)
    grid = [cells[i : i + columns] for i in range(0, len(cells), columns)]
    width = styles.TEXT_WIDTH / columns
    return Table(
        grid, colWidths=[width] * columns, style=_FACTS, splitInRow=1, spaceBefore=9, spaceAfter=6
    )


def cell(text: str, style: ParagraphStyle, *, shows_gap: bool = False) -> Cell:
    """Return *text* as the content of a table's cell."""
    if not is_blank(text):
        return [Paragraph(safe_in_column(text), style)]
    return [Paragraph(EMPTY, styles.CELL_GAP)] if shows_gap else []


def _fact(label: str, text: str) -> Cell:
    return [Paragraph(label, styles.FACT_LABEL), Paragraph(safe_in_column(text), styles.CELL)]
