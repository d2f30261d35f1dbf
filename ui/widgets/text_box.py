"""A box for longer text that grows with what is written."""

from collections.abc import Collection, Sequence
from math import ceil

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QResizeEvent,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QSizePolicy, QToolTip, QWidget

from gplan_desktop.rules.marks import Mark, MarkKind
from ui.widgets.marked_text import MarkedText
from ui.widgets.spelling_menu import MarkMenu, SpellingHelp, opens_menu

_MOST_LINES = 14
_AIR = 4


class TextBox(QPlainTextEdit):
    """Plain text of any length: Tab goes on, the height follows the text.

    Signals:
        edited: the whole text, after every change by the writer.
        left: the writer went to another field.
        move_wanted: the sentence that is to be moved to its right place.
    """

    edited = Signal(object)
    left = Signal()
    move_wanted = Signal(str)

    def __init__(self, lines: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fewest_lines = lines
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._marked = MarkedText(self)
        self._marked.drawn.connect(self._fit)
        self._spelling: SpellingHelp | None = None
        self.textChanged.connect(self._on_text_changed)
        self._fit()

    def set_value(self, value: object) -> None:
        """Show the text *value* without telling anyone that it was edited."""
        if value != self.toPlainText():
            self._replace_text(str(value))
        self._fit()

    def _replace_text(self, text: str) -> None:
        """Show *text* with the caret where the writer is: cleaning drops signs before it."""
        cursor = self.textCursor()
        after_caret = self.document().characterCount() - cursor.position()
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        if self.hasFocus():
            cursor.setPosition(max(0, self.document().characterCount() - after_caret))
            self.setTextCursor(cursor)

    def set_read_only(self, read_only: bool) -> None:
        """Let the text be read and copied, but not changed."""
        self.setReadOnly(read_only)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
            if read_only
            else Qt.TextInteractionFlag.TextEditorInteraction
        )

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
            lead.offer_moving(self.toPlainText(), marks, self.move_wanted.emit)
        misspelt = next((m for m in marks if m.kind is MarkKind.SPELLING), None)
        if misspelt and self._spelling and not self.isReadOnly():
            word = self._cursor_over(misspelt)
            lead.offer_spelling(word.selectedText(), self._spelling, word.insertText)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Open the menu for the word under the mouse, or by the keyboard for that at the caret."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        cursor = self.cursorForPosition(event.pos()) if by_mouse else self.textCursor()
        self.menu_at(cursor.position()).popup(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Show the hint of the mark under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            cursor = self.cursorForPosition(event.pos())
            marks = self._marked.marks_at(cursor.position())
            if marks and self.cursorRect(cursor).adjusted(-20, 0, 20, 0).contains(event.pos()):
                QToolTip.showText(event.globalPos(), marks[0].text, self)
                return True
        return super().viewportEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Tell that the field was left, unless only a menu opened over it."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._marked.leave_word()
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave Ctrl+Enter to the wizard, where it means "next page"; open the menu."""
        if opens_menu(event):
            below = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
            self.menu_at(self.textCursor().position()).popup(below)
            return
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit the height again when the width, and so the line breaks, changed."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Fit the height again when the text size changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()
        elif event.type() is QEvent.Type.PaletteChange:
            self._marked.dress()

    def _cursor_over(self, mark: Mark) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(mark.start)
        cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _on_text_changed(self) -> None:
        self._fit()
        self.edited.emit(self.toPlainText())

    def _fit(self) -> None:
        self._marked.settle()
        # QPlainTextEdit counts the height of its document in lines.
        lines = int(self.document().size().height())
        shown = max(self._fewest_lines, min(lines, _MOST_LINES))
        # Not height - viewport: until the box is shown the viewport keeps an old height.
        frame = self.contentsMargins().top() + self.contentsMargins().bottom()
        margins = 2 * int(self.document().documentMargin())
        line = ceil(QFontMetricsF(self.font()).lineSpacing())
        height = shown * line + frame + margins + _AIR
        policy = Qt.ScrollBarPolicy
        fits = lines <= shown
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded
        )
        if self.height() != height:
            self.setFixedHeight(height)
