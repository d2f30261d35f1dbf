"""A box for a short text on one line."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QToolTip, QWidget

from gplan_desktop.rules.marks import Mark, MarkKind
from ui.widgets.marked_line import MarkedLine
from ui.widgets.spelling_menu import MarkMenu, SpellingHelp, opens_menu


class LineBox(QLineEdit):
    """One line of text.

    Signals:
        edited: the whole text, after every change by the writer.
        left: the writer went to another field or pressed Enter.
        move_wanted: the sentence that is to be moved to its right place.
    """

    edited = Signal(object)
    left = Signal()
    move_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marked = MarkedLine(self)
        self._spelling: SpellingHelp | None = None
        self.textEdited.connect(self._on_edited)
        self.returnPressed.connect(self.left)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Tell that the field was left, also when nothing was written in it.

        Qt's own editingFinished is silent then; a menu over the field is no leaving.
        """
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._marked.leave_word()
            self.left.emit()

    def show_marks(
        self, marks: Sequence[Mark], kinds: Collection[MarkKind] = tuple(MarkKind)
    ) -> None:
        """Let *marks* stand in place of all marks of *kinds*; that is no edit."""
        self._marked.show_marks(marks, kinds)

    def marks(self) -> tuple[Mark, ...]:
        """Return the marks, which follow their words while the writer writes."""
        return self._marked.marks()

    def use_spelling(self, spelling: SpellingHelp) -> None:
        """Offer what *spelling* suggests in the menu over a misspelt word."""
        self._spelling = spelling

    def menu_at(self, place: int) -> QMenu:
        """Make the menu for the word at Qt's *place*: its marks first, then Qt's own entries."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        marks = self._marked.marks_at(place)
        lead = MarkMenu(menu)
        lead.offer_hints(marks)
        if not self.isReadOnly():
            lead.offer_moving(self.text(), marks, self.move_wanted.emit)
        misspelt = next((m for m in marks if m.kind is MarkKind.SPELLING), None)
        if misspelt and self._spelling and not self.isReadOnly():
            lead.offer_spelling(
                self._words(misspelt), self._spelling, lambda word: self._replace(misspelt, word)
            )
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Open the menu for the word under the mouse, or by the keyboard for that at the caret."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        place = self.cursorPositionAt(event.pos()) if by_mouse else self.cursorPosition()
        self.menu_at(place).popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Open the menu with Shift+F10."""
        if opens_menu(event):
            below = self.mapToGlobal(self.cursorRect().bottomLeft())
            self.menu_at(self.cursorPosition()).popup(below)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Show the hint of the mark under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            marks = self._marked.marks_at(self.cursorPositionAt(event.pos()))
            if marks:
                QToolTip.showText(event.globalPos(), marks[0].text, self)
                return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the lines of the marks over the text that Qt draws."""
        super().paintEvent(event)
        self._marked.paint(self.cursorRect().left())

    def _words(self, mark: Mark) -> str:
        units = self.text().encode("utf-16-le", "surrogatepass")
        return units[2 * mark.start : 2 * mark.end].decode("utf-16-le", "surrogatepass")

    def _replace(self, mark: Mark, word: str) -> None:
        """Put *word* where *mark* is, as one step that can be undone."""
        self.setSelection(mark.start, mark.length)
        self.insert(word)

    def _on_edited(self, text: str) -> None:
        self.edited.emit(text)

    def set_value(self, value: object) -> None:
        """Show the text *value* with the caret where the writer is: cleaning drops before it."""
        if value != self.text():
            after_caret = self._length() - self.cursorPosition()
            self.setText(str(value))
            self.setCursorPosition(self._length() - after_caret)

    def _length(self) -> int:
        """Return how many signs there are as Qt counts its caret, an emoji as two."""
        return len(self.text().encode("utf-16-le", "surrogatepass")) // 2

    def set_read_only(self, read_only: bool) -> None:
        """Let the text be read and copied, but not changed."""
        self.setReadOnly(read_only)
