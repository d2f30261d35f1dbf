"""How marks in a text look; each kind has a line of its own, so none is told by colour alone."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette, QTextCharFormat

from gplan_desktop.rules.marks import Mark, MarkKind
from ui.theme import DARK, LIGHT, Colours

_Line = QTextCharFormat.UnderlineStyle
_LINES = {
    MarkKind.SPELLING: _Line.WaveUnderline,
    MarkKind.VOICE: _Line.DotLine,
    MarkKind.WORD: _Line.DashUnderline,
    MarkKind.GUARD: _Line.SingleUnderline,
    # A blank is told by its brackets.
    MarkKind.BLANK: _Line.NoUnderline,
}
PEN_STYLES = {
    MarkKind.VOICE: Qt.PenStyle.DotLine,
    MarkKind.WORD: Qt.PenStyle.DashLine,
    MarkKind.GUARD: Qt.PenStyle.SolidLine,
}
_ORDER = list(MarkKind)


def line_colour(kind: MarkKind, palette: QPalette) -> QColor:
    """Return the colour of the line under a mark on what *palette* has as its ground."""
    colours = _colours(palette)
    role = {MarkKind.VOICE: colours.accent, MarkKind.WORD: colours.warning}
    return QColor(role.get(kind, colours.problem))


def ground(kind: MarkKind, palette: QPalette) -> QColor | None:
    """Return the colour behind a mark, or None for those that are only underlined."""
    colours = _colours(palette)
    role = {MarkKind.GUARD: colours.problem_back, MarkKind.BLANK: colours.selected}
    return QColor(role[kind]) if kind in role else None


def text_format(kind: MarkKind, palette: QPalette) -> QTextCharFormat:
    """Return how a marked word is written in a text box."""
    form = QTextCharFormat()
    form.setUnderlineStyle(_LINES[kind])
    form.setUnderlineColor(line_colour(kind, palette))
    if (behind := ground(kind, palette)) is not None:
        form.setBackground(behind)
    return form


def bottom_up(marks: Sequence[Mark]) -> list[Mark]:
    """Return *marks* in the order in which they are drawn, the weightiest kind last."""
    return sorted(marks, key=lambda mark: -_ORDER.index(mark.kind))


def _colours(palette: QPalette) -> Colours:
    """Return the theme's colours for this ground; a contrast theme has grounds of its own."""
    is_dark = palette.color(QPalette.ColorRole.Base).lightness() < 128
    return DARK if is_dark else LIGHT
