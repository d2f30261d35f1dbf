"""Many statements to tick, in two columns, with texts that wrap."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.tick_box import TickBox


class TickColumns(QWidget):
    """Several of many; the first column is read to its end before the second.

    Signals:
        edited: the ticked values as a tuple, after the writer ticked or unticked.
        left: one of the ticks was left.
    """

    edited = Signal(object)
    left = Signal()

    def __init__(self, choices: Sequence[tuple[str, str]], theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._others: tuple[object, ...] = ()
        self._texts = dict(choices)
        self.ticks: dict[str, TickBox] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(20))
        half = (len(choices) + 1) // 2
        for part in (choices[:half], choices[half:]):
            row.addWidget(self._column(part), 1)
        if self.ticks:
            self.setFocusProxy(next(iter(self.ticks.values())))

    def set_value(self, value: object) -> None:
        """Show what is in the tuple *value* as ticked; what has no box here is kept too."""
        chosen = value if isinstance(value, tuple) else ()
        self._others = tuple(one for one in chosen if one not in self.ticks)
        for own, tick in self.ticks.items():
            tick.setChecked(own in chosen)

    def set_read_only(self, read_only: bool) -> None:
        """Let the ticks be read but not changed."""
        for tick in self.ticks.values():
            tick.setEnabled(not read_only)

    def set_name(self, name: str) -> None:
        """Let a screen reader say *name* before each statement."""
        for own, tick in self.ticks.items():
            tick.setAccessibleName(f"{name}: {self._texts[own]}")

    def _column(self, choices: Sequence[tuple[str, str]]) -> QWidget:
        column = QWidget()
        lines = QVBoxLayout(column)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(self._theme.px(4))
        for value, text in choices:
            self.ticks[value] = tick = TickBox()
            tick.setAccessibleName(text)
            tick.left.connect(self.left)
            tick.edited.connect(self._on_edited)
            line = QHBoxLayout()
            line.setSpacing(0)
            line.addWidget(tick)
            line.addWidget(_TickText(text, tick), 1)
            lines.addLayout(line)
        lines.addStretch(1)
        return column

    def _on_edited(self) -> None:
        ticked = (value for value, tick in self.ticks.items() if tick.isChecked())
        self.edited.emit((*ticked, *self._others))


class _TickText(QLabel):
    """The text beside a tick, which ticks too; a check box of Qt's cannot wrap its own."""

    def __init__(self, text: str, tick: TickBox) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self._tick = tick

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Tick or untick when the text is clicked."""
        super().mouseReleaseEvent(event)
        if self.rect().contains(event.position().toPoint()):
            self._tick.setFocus()
            self._tick.click()
