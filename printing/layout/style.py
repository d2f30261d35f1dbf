"""How texts look on paper: measures and colours in points, for ordinary and for large print."""

from dataclasses import dataclass, replace

from printing.faces.cut import Cut
from printing.pdf.colour import Colour

INK = Colour.of("#1b2733")
MUTED = Colour.of("#52616b")
ACCENT = Colour.of("#0b5c6b")
HAIRLINE = Colour.of("#cfd8dc")
PALE = Colour.of("#eef4f5")
WHITE = Colour.of("#ffffff")

# Every leading and every gap is a whole number of steps, so that lines of facing pages align.
STEP = 4.0
MM = 72 / 25.4


@dataclass(frozen=True)
class Style:
    """The look of a paragraph: type, size and leading, and the gaps before and after it.

    hangs: the text begins indent points in; hyphenates: long words may be divided.
    """

    cut: Cut
    size: float
    leading: float
    colour: Colour = INK
    before: float = 0
    after: float = 0
    hyphenates: bool = True


@dataclass(frozen=True)
class Look:
    """Every style of one paper, and the measures of its page in points."""

    body: Style
    gap: Style
    label: Style
    title: Style
    name: Style
    status: Style
    note: Style
    section: Style
    area: Style
    cell: Style
    strong: Style
    cell_gap: Style
    cell_note: Style
    column: Style
    rail: float
    # Kept free between the rail and the text beside it, for labels as wide as the rail.
    rail_gap: float = 0
    width: float = 595.276
    height: float = 841.89
    left: float = 20 * MM
    right: float = 20 * MM
    top: float = 25 * MM
    bottom: float = 22 * MM
    # Pale boxes reach this far outside the text.
    pad: float = 8
    running: float = 9.5

    @property
    def measure(self) -> float:
        """The width of the text."""
        return self.width - self.left - self.right

    @property
    def depth(self) -> float:
        """The height of the text, a whole number of steps."""
        return (self.height - self.top - self.bottom) // STEP * STEP


_BODY = Style(Cut.REGULAR, 12, 16, after=4)

NORMAL = Look(
    body=_BODY,
    gap=replace(_BODY, cut=Cut.ITALIC, colour=MUTED),
    label=Style(Cut.SEMIBOLD, 10, 16, MUTED),
    title=Style(Cut.SEMIBOLD, 25, 32, hyphenates=False),
    name=Style(Cut.REGULAR, 17, 24, after=4, hyphenates=False),
    status=Style(Cut.SEMIBOLD, 12, 16, ACCENT, after=4),
    note=Style(Cut.REGULAR, 10, 12, MUTED, after=4),
    section=Style(Cut.SEMIBOLD, 17, 24, ACCENT, before=20, after=4),
    area=Style(Cut.SEMIBOLD, 14, 20, before=16, after=4),
    cell=Style(Cut.REGULAR, 11, 16),
    strong=Style(Cut.SEMIBOLD, 11, 16),
    cell_gap=Style(Cut.ITALIC, 11, 16, MUTED),
    cell_note=Style(Cut.REGULAR, 10, 12, MUTED),
    column=Style(Cut.SEMIBOLD, 10, 12, MUTED),
    rail=37 * MM,
)


def enlarged(style: Style, size: float, leading: float) -> Style:
    """Return *style* in another size, with gaps in proportion."""
    share = leading / style.leading
    before, after = (round(gap * share / STEP) * STEP for gap in (style.before, style.after))
    return replace(style, size=size, leading=leading, before=before, after=after)


# RNIB's clear print: nothing under 16 points.
LARGE = replace(
    NORMAL,
    body=enlarged(NORMAL.body, 16, 24),
    gap=enlarged(NORMAL.gap, 16, 24),
    label=enlarged(NORMAL.label, 16, 24),
    title=enlarged(NORMAL.title, 30, 36),
    name=enlarged(NORMAL.name, 22, 28),
    status=enlarged(NORMAL.status, 16, 24),
    note=enlarged(NORMAL.note, 16, 24),
    section=enlarged(NORMAL.section, 24, 32),
    area=enlarged(NORMAL.area, 20, 28),
    cell=enlarged(NORMAL.cell, 16, 24),
    strong=enlarged(NORMAL.strong, 16, 24),
    cell_gap=enlarged(NORMAL.cell_gap, 16, 24),
    cell_note=enlarged(NORMAL.cell_note, 16, 24),
    column=enlarged(NORMAL.column, 16, 24),
    rail=0,
    running=14,
)
