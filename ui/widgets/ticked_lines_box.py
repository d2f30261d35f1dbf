"""A statement to tick that then asks for the names it is about, a line for each."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.line_list_box import LineListBox, ListWords
from ui.widgets.tick_box import TickBox


class TickedLinesBox(QWidget):
    """A tick, and under it the lines while it is set; *tick* may be put where the label stands.

    Signals:
        edited: the texts as a tuple; empty when it is not ticked.
        left: the writer went to another field.
    """

    edited = Signal(object)
    left = Signal()

    def __init__(self, words: ListWords, theme: Theme) -> None:
        super().__init__()
        self._kept: tuple[str, ...] = ("",)
        self.tick = TickBox()
        self.box = LineListBox(words, theme)
        self.box.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(28), 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.box)
        self.setFocusProxy(self.tick)
        self.tick.edited.connect(lambda ticked: self._on_ticked(bool(ticked)))
        self.box.edited.connect(self._on_edited)
        self.box.left.connect(self.left)

    def set_value(self, value: object) -> None:
        """Show the texts of the tuple *value*, and the tick when there is any."""
        texts = value if isinstance(value, tuple) else ()
        self.tick.set_value(bool(texts))
        self.box.set_value(texts)
        self.box.setVisible(bool(texts))

    def set_read_only(self, read_only: bool) -> None:
        """Let the texts be read, but nobody change them."""
        self.tick.set_read_only(read_only)
        self.box.set_read_only(read_only)

    def set_name(self, name: str) -> None:
        """Let a screen reader say *name* at the tick and with every line."""
        self.tick.setAccessibleName(name)
        self.box.set_name(name)

    def _on_ticked(self, ticked: bool) -> None:
        """Ask for the first name, or put the names aside for the one who ticks again."""
        if not ticked:
            self._kept = self.box.texts or ("",)
        texts = self._kept if ticked else ()
        self.set_value(texts)
        self.edited.emit(texts)
        if ticked:
            self.box.lines[0].setFocus()

    def _on_edited(self, texts: object) -> None:
        self.set_value(texts)
        if not texts:
            self.tick.setFocus()
        self.edited.emit(texts)
