"""A box for longer text that grows with what is written."""

from math import ceil

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

_MOST_LINES = 14
_AIR = 4


class TextBox(QPlainTextEdit):
    """Plain text of any length: Tab goes on, the height follows the text.

    Signals:
        edited: the whole text, after every change by the writer.
        left: the writer went to another field.
    """

    edited = Signal(object)
    left = Signal()

    def __init__(self, lines: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fewest_lines = lines
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Tell that the field was left, unless only a menu opened over it."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave Ctrl+Enter to the wizard, where it means "next page"."""
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

    def _on_text_changed(self) -> None:
        self._fit()
        self.edited.emit(self.toPlainText())

    def _fit(self) -> None:
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
