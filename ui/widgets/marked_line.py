"""Marks words in a box of one line, where Qt itself cannot."""

from collections.abc import Callable, Collection, Sequence
from typing import Any

from PySide6.QtCore import QObject, QPointF, Slot
from PySide6.QtGui import QPainter, QPen, QPolygonF, QTextLayout
from PySide6.QtWidgets import QLineEdit

from gplan_desktop.rules.marks import Mark, MarkKind
from ui.widgets.mark_style import PEN_STYLES, bottom_up, line_colour
from ui.widgets.moving_marks import Change, in_qt_units, in_signs, moved

# Qt's rectangle for the caret begins so far to the left of the caret.
_CARET_MARGIN = 5
_WAVE = 2.0
_LINE_WIDTH = 1.0


class MarkedLine(QObject):
    """Draws lines under the marked words, and moves the marks with the text.

    A word that is being written is not marked as misspelt until the caret has left it.
    """

    def __init__(self, box: QLineEdit) -> None:
        super().__init__(box)
        self._box = box
        self._text = box.text()
        self._marks: list[Mark] = []  # in Qt's units, as they stand in the text
        self._written_at: int | None = None
        box.textChanged.connect(self._move)
        box.cursorPositionChanged.connect(self._on_caret_moved)

    def show_marks(self, marks: Sequence[Mark], kinds: Collection[MarkKind]) -> None:
        """Let *marks* stand in place of all marks of *kinds*."""
        kept = [mark for mark in self._marks if mark.kind not in kinds]
        self._marks = bottom_up([*kept, *in_qt_units(marks, self._text)])
        self._box.update()

    def marks(self) -> tuple[Mark, ...]:
        """Return the marks where they stand now."""
        in_order = sorted(self._marks, key=lambda mark: mark.start)
        return in_signs(in_order, self._text)

    def marks_at(self, place: int) -> list[Mark]:
        """Return the marks at Qt's *place*, the weightiest first, in Qt's units."""
        return [m for m in reversed(self._marks) if m.start <= place <= m.end]

    def leave_word(self) -> None:
        """Mark also the word that was being written."""
        self._written_at = None
        self._box.update()

    def paint(self, caret_left: int) -> None:
        """Draw the lines; *caret_left* is the left side of Qt's rectangle for the caret."""
        if not self._marks:
            return
        place = places_in(self._box, caret_left)
        inside = self._box.rect().adjusted(8, 0, -8, 0)
        below = inside.center().y() + self._box.fontMetrics().height() / 2 - 1
        painter = QPainter(self._box)
        painter.setClipRect(inside)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in self._marks:
            if not self._is_held(mark):
                self._draw(painter, mark.kind, _line(place(mark.start), place(mark.end), below))
        painter.end()

    def _draw(self, painter: QPainter, kind: MarkKind, line: QPolygonF) -> None:
        pen = QPen(line_colour(kind, self._box.palette()), _LINE_WIDTH)
        if kind is MarkKind.SPELLING:
            painter.setPen(pen)
            painter.drawPolyline(_wave(line))
        elif kind in PEN_STYLES:
            pen.setStyle(PEN_STYLES[kind])
            painter.setPen(pen)
            painter.drawPolyline(line)

    def _is_held(self, mark: Mark) -> bool:
        """Tell whether *mark* waits for the caret to leave its word."""
        at = self._written_at
        return mark.kind is MarkKind.SPELLING and at is not None and mark.start <= at <= mark.end

    @Slot(str)
    def _move(self, text: str) -> None:
        old, self._text = self._text, text
        if self._marks:
            self._marks = moved(self._marks, Change.between(old, text))
        self._written_at = self._box.cursorPosition() if self._box.hasFocus() else None

    @Slot()
    def _on_caret_moved(self) -> None:
        at = self._box.cursorPosition()
        if self._written_at not in (None, at):
            stays = any(
                self._is_held(mark) and mark.start <= at <= mark.end for mark in self._marks
            )
            self._written_at = at if stays else None
            self._box.update()


def places_in(box: QLineEdit, caret_left: int) -> Callable[[int], float]:
    """Return what tells how far to the right in *box* a place in its text is."""
    layout = QTextLayout(box.displayText(), box.font())
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()

    def x(at: int) -> float:
        # A line is asked for each time, for it dies with its layout.
        found: Any = layout.lineAt(0).cursorToX(at)
        return float(found[0])  # and with it the sign that it was found at

    shift = caret_left + _CARET_MARGIN - x(box.cursorPosition())
    return lambda at: x(at) + shift


def _line(one: float, other: float, below: float) -> QPolygonF:
    """Return the line between two places; in Arabic the later one is to the left."""
    return QPolygonF([QPointF(min(one, other), below), QPointF(max(one, other), below)])


def _wave(line: QPolygonF) -> QPolygonF:
    left, right = line.first(), line.last()
    count = int((right.x() - left.x()) / _WAVE) + 1
    return QPolygonF([left + QPointF(n * _WAVE, (-1) ** n * _WAVE / 2) for n in range(count)])
