"""Marks words in a box of text without touching the text itself."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit

from gplan_desktop.rules.marks import Mark, MarkKind
from ui.widgets.mark_style import bottom_up, text_format
from ui.widgets.moving_marks import Change, in_qt_units, in_signs, moved


class MarkedText(QSyntaxHighlighter):
    """Draws marks in the paragraphs that they are in, and moves them with the text.

    A word that is being written is not marked as misspelt until the caret has left it.

    Signals:
        drawn: marks came or went; where letters no longer meet, a line may break elsewhere.
    """

    drawn = Signal()

    def __init__(self, box: QPlainTextEdit) -> None:
        super().__init__(box)
        self._box = box
        self._marks: list[Mark] = []  # in Qt's units, as they stand in the text
        self._written_at: int | None = None
        self._is_drawing = False
        self._unsettled: set[int] = set()
        self._formats: dict[MarkKind, QTextCharFormat] = {}
        # Before Qt's own slot: the marks are moved when it asks for them.
        box.document().contentsChange.connect(self._move)
        box.cursorPositionChanged.connect(self._on_caret_moved)
        self.setDocument(box.document())

    def show_marks(self, marks: Sequence[Mark], kinds: Collection[MarkKind]) -> None:
        """Let *marks* stand in place of all marks of *kinds*."""
        kept = [mark for mark in self._marks if mark.kind not in kinds]
        new = sorted(
            {*kept, *in_qt_units(marks, self._box.toPlainText())}, key=lambda m: (m.start, m.kind)
        )
        changed = set(new).symmetric_difference(self._marks)
        self._marks = new
        self._draw(changed)

    def marks(self) -> tuple[Mark, ...]:
        """Return the marks where they stand now."""
        return in_signs(self._marks, self._box.toPlainText())

    def marks_at(self, place: int) -> list[Mark]:
        """Return the marks at Qt's *place*, the weightiest first, in Qt's units."""
        return bottom_up([m for m in self._marks if m.start <= place <= m.end])[::-1]

    def leave_word(self) -> None:
        """Mark also the word that was being written."""
        held = self._held()
        self._written_at = None
        self._draw(held)

    def dress(self) -> None:
        """Draw all marks anew, in the colours of the box as they are now."""
        self._formats.clear()
        self._draw(self._marks)

    def settle(self) -> None:
        """Break the lines of the paragraphs drawn anew, which Qt puts off until it paints them."""
        document = self._box.document()
        for number in self._unsettled:
            document.documentLayout().blockBoundingRect(document.findBlockByNumber(number))
        self._unsettled.clear()

    def highlightBlock(self, _text: str) -> None:  # noqa: N802
        """Draw the marks of one paragraph; Qt asks for it after every change there."""
        self._unsettled.add(self.currentBlock().blockNumber())
        if not self._marks:
            return
        start = self.currentBlock().position()
        end = start + self.currentBlock().length()
        upto = bisect_left(self._marks, end, key=lambda mark: mark.start)
        here = [mark for mark in self._marks[:upto] if mark.end > start]
        held = self._held()
        for mark in bottom_up([mark for mark in here if mark not in held]):
            first = max(mark.start, start)
            self.setFormat(first - start, min(mark.end, end) - first, self._format(mark.kind))

    def _format(self, kind: MarkKind) -> QTextCharFormat:
        if kind not in self._formats:
            self._formats[kind] = text_format(kind, self._box.palette())
        return self._formats[kind]

    def _held(self) -> list[Mark]:
        """Return the marks that wait for the caret to leave their word."""
        at = self._written_at
        if at is None:
            return []
        spelling = MarkKind.SPELLING
        return [m for m in self._marks if m.kind is spelling and m.start <= at <= m.end]

    def _draw(self, marks: Iterable[Mark]) -> None:
        """Draw the paragraphs of *marks*; Qt tells of it as of an edit, which it is not."""
        document = self._box.document()
        blocks: set[int] = set()
        for mark in marks:
            first, last = document.findBlock(mark.start), document.findBlock(mark.end)
            blocks.update(range(first.blockNumber(), last.blockNumber() + 1))
        self._is_drawing = True
        was_silent = self._box.blockSignals(True)
        for number in sorted(blocks):
            self.rehighlightBlock(document.findBlockByNumber(number))
        self._box.blockSignals(was_silent)
        self._is_drawing = False
        if blocks:
            self.drawn.emit()

    @Slot(int, int, int)
    def _move(self, start: int, removed: int, added: int) -> None:
        if self._is_drawing:
            return
        self._marks = moved(self._marks, Change(start, removed, added))
        if self._box.hasFocus():
            self._written_at = start + added

    @Slot()
    def _on_caret_moved(self) -> None:
        at = self._box.textCursor().position()
        if self._written_at is None or at == self._written_at:
            return
        if any(mark.start <= at <= mark.end for mark in self._held()):
            self._written_at = at
        else:
            self.leave_word()
