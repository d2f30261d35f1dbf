"""Short texts under each other, with a row added and taken away as one likes."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.buttons import push_button, tool_button
from ui.widgets.line_box import LineBox


@dataclass(frozen=True)
class ListWords:
    """What the list is called: "Lägg till vårdplan", "vårdplan", and an example of a row."""

    add: str
    row: str
    example: str = ""


class LineListBox(QWidget):
    """A line for each text, and a button that adds one.

    Signals:
        edited: all texts as a tuple, after every change by the writer.
        left: the writer went to another field from a line, or took one away.
    """

    edited = Signal(object)
    left = Signal()

    def __init__(self, words: ListWords, theme: Theme) -> None:
        super().__init__()
        self._words, self._theme, self._name = words, theme, ""
        self._read_only = False
        self.lines: list[LineBox] = []
        self.removes: list[QToolButton] = []
        self._rows: list[QWidget] = []
        self.add = push_button(words.add, "link", theme.icon("add", "accent"))
        self.add.clicked.connect(self._add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(6))
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.add)

    @property
    def texts(self) -> tuple[str, ...]:
        """What is written, line by line."""
        return tuple(line.text() for line in self.lines)

    def set_value(self, value: object) -> None:
        """Show the texts of the tuple *value*; lines that say the same are left alone."""
        texts = [str(text) for text in value] if isinstance(value, tuple) else []
        if len(texts) != len(self.lines):
            self._rebuild(texts)
        for line, text in zip(self.lines, texts, strict=True):
            line.set_value(text)

    def set_read_only(self, read_only: bool) -> None:
        """Let the texts be read, but nobody add, change or take away."""
        self._read_only = read_only
        self.add.setVisible(not read_only)
        self._rebuild(self.texts)

    def set_name(self, name: str) -> None:
        """Let a screen reader say *name* with every line and button."""
        self._name = name
        self.add.setAccessibleName(f"{name}: {self._words.add.lower()}")
        for number, line in enumerate(self.lines):
            line.setAccessibleName(self._spoken(number))

    def _spoken(self, number: int) -> str:
        return f"{self._name}, {self._words.row} {number + 1}"

    def _rebuild(self, texts: Sequence[str]) -> None:
        for row in self._rows:
            row.hide()
            self._column.removeWidget(row)
            row.deleteLater()
        self.lines, self.removes, self._rows = [], [], []
        for number, text in enumerate(texts):
            self._rows.append(self._make_row(number, text))
            self._column.insertWidget(number, self._rows[-1])
        self.setFocusProxy(self.lines[0] if self.lines else self.add)

    def _make_row(self, number: int, text: str) -> QWidget:
        line = LineBox()
        line.setPlaceholderText(self._words.example)
        line.set_value(text)
        line.set_read_only(self._read_only)
        line.setAccessibleName(self._spoken(number))
        line.edited.connect(lambda _: self.edited.emit(self.texts))
        line.left.connect(self.left)
        self.lines.append(line)
        named = f"Ta bort {self._words.row} {number + 1}"
        remove = tool_button(self._theme.icon("delete"), named, "help")
        remove.clicked.connect(lambda: self._remove(number))
        self.removes.append(remove)
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(self._theme.px(6))
        inside.addWidget(line, 1)
        inside.addWidget(remove)
        # Only once it is inside: what is shown before that is a window of its own.
        remove.setVisible(not self._read_only)
        return row

    def _add(self) -> None:
        self._rebuild((*self.texts, ""))
        self.lines[-1].setFocus()
        self.edited.emit(self.texts)

    def _remove(self, number: int) -> None:
        texts = list(self.texts)
        del texts[number]
        self.add.setFocus()
        self._rebuild(texts)
        self.edited.emit(self.texts)
        self.left.emit()
