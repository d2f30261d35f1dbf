"""Time windows, a line for each, however people write them: "10-11", "10.00–11.00" (S87)."""

import re
from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gplan_desktop.domain.visit_plan import TimeWindow
from ui.theme import Theme
from ui.widgets.line_list_box import LineListBox, ListWords

NOT_A_WINDOW = "Skriv från och till så här: 10:00-11:00 eller 10-11."
_WORDS = ListWords("Lägg till tidsfönster", "tidsfönster", "10:00-11:00")
_CLOCK = r"(?:kl\.?\s*)?(\d{1,2})(?:[.:](\d{2}))?"
_WINDOW = re.compile(rf"{_CLOCK}\s*(?:-|–|—|till|och)\s*{_CLOCK}")
_MIDNIGHT = 24


def read_window(text: str) -> TimeWindow | None:
    """Return the time window that *text* tells, or None."""
    match = _WINDOW.fullmatch(" ".join(text.lower().removeprefix("mellan ").split()))
    if match is None:
        return None
    try:
        return TimeWindow(_time(match[1], match[2]), _time(match[3], match[4]))
    except ValueError:
        return None


class TimeWindowsBox(QWidget):
    """Lines for time windows; one that cannot be read stays as it was written.

    Signals:
        edited: the time windows that can be read, as a tuple.
        left: the writer went to another field; the times are then shown in full.
    """

    edited = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._value: tuple[TimeWindow, ...] = ()
        self.box = LineListBox(_WORDS, theme)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.box)
        self.setFocusProxy(self.box)
        self.set_name, self.set_read_only = self.box.set_name, self.box.set_read_only
        self.box.edited.connect(lambda _: self._on_edited())
        self.box.left.connect(self._on_left)

    @property
    def problem(self) -> str:
        """What is wrong with what was typed, or "" while one types; nothing typed is cleared."""
        unread = any(
            line.text().strip() and not line.hasFocus() and read_window(line.text()) is None
            for line in self.box.lines
        )
        return NOT_A_WINDOW if unread else ""

    def set_value(self, value: object) -> None:
        """Show the time windows of the tuple *value*; what could not be read stays."""
        windows = value if isinstance(value, tuple) else ()
        if windows != self._value:
            self._value = windows
            self.box.set_value(tuple(window.text for window in windows))

    def _on_edited(self) -> None:
        self._value = self._read()
        self.edited.emit(self._value)

    def _on_left(self) -> None:
        for line in self.box.lines:
            window = read_window(line.text())
            if window and not line.hasFocus():
                line.set_value(window.text)
        self.left.emit()

    def _read(self) -> tuple[TimeWindow, ...]:
        windows = (read_window(line.text()) for line in self.box.lines)
        return tuple(window for window in windows if window)


def _time(hour: str, minute: str | None) -> time:
    """Return the time of the day; 24 is midnight."""
    at_midnight = int(hour) == _MIDNIGHT and not int(minute or 0)
    return time(0 if at_midnight else int(hour), int(minute or 0))
