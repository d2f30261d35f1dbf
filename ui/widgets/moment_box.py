"""A day and a time of day for something that has happened."""

import re
from collections.abc import Callable
from datetime import date, datetime, time

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gplan_desktop.domain import dates
from ui.widgets.date_box import DateBox
from ui.widgets.labels import label
from ui.widgets.line_box import LineBox

NOT_A_TIME = "Skriv tiden så här: 14.30."
_CLOCK = re.compile(r"(\d{1,2})(?:[.:]?(\d{2}))?")


def read_clock(text: str) -> time | None:
    """Read a time as people write it: 14.30, 14:30, 1430, 9.05 or 9; None when it is none."""
    found = _CLOCK.fullmatch(text.strip().lower().removeprefix("kl").lstrip(". "))
    try:
        return time(int(found[1]), int(found[2] or 0)) if found else None
    except ValueError:
        return None


class MomentBox(QWidget):
    """A date, and beside it a time by the clock in Sweden.

    Signals:
        edited: the moment, or None while day or time cannot be read.
        left: the writer went to another field.
    """

    edited = Signal(object)
    left = Signal()

    def __init__(self, today: Callable[[], date], icon: QIcon) -> None:
        super().__init__()
        self._value: datetime | None = None
        self._day: date | None = None
        self._clock: time | None = None
        self.day = DateBox(today, icon, ahead=False)
        self.day.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.clock = LineBox()
        self.clock.setPlaceholderText("tt.mm")
        # Dressed first: at large text its letters are wider than those it was made with.
        self.clock.ensurePolished()
        self.clock.setFixedWidth(self.clock.fontMetrics().horizontalAdvance("00.00") * 2)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for part in (self.day, label("kl."), self.clock):
            layout.addWidget(part)
        layout.addStretch(1)
        self.setFocusProxy(self.day.line)
        self.day.edited.connect(self._on_day)
        self.clock.edited.connect(self._on_clock)
        self.day.left.connect(self.left)
        self.clock.left.connect(self._on_clock_left)

    @property
    def problem(self) -> str:
        """What is wrong with what was typed, or "" while one types."""
        unread = self.clock.text().strip() and self._clock is None and not self.clock.hasFocus()
        return self.day.problem or (NOT_A_TIME if unread else "")

    def set_value(self, value: object) -> None:
        """Show the moment *value*; what could not be read stays when it is None."""
        if value == self._value:
            return
        self._value = value if isinstance(value, datetime) else None
        local = dates.in_sweden(self._value) if self._value else None
        self._day, self._clock = (local.date(), local.time()) if local else (None, None)
        self.day.set_value(self._day)
        self._show_clock()

    def set_read_only(self, read_only: bool) -> None:
        """Show the moment, but let nobody change it."""
        self.day.set_read_only(read_only)
        self.clock.set_read_only(read_only)

    def set_name(self, name: str) -> None:
        """Let a screen reader say *name*."""
        self.day.set_name(f"{name}: dag")
        self.clock.setAccessibleName(f"{name}: tid")

    def _on_day(self, day: object) -> None:
        self._day = day if isinstance(day, date) else None
        self._tell()

    def _on_clock(self, text: object) -> None:
        self._clock = read_clock(str(text))
        self._tell()

    def _on_clock_left(self) -> None:
        if self._clock:
            self._show_clock()
        self.left.emit()

    def _show_clock(self) -> None:
        self.clock.set_value(f"{self._clock:%H.%M}" if self._clock else "")

    def _tell(self) -> None:
        if self._day is None or self._clock is None:
            self._value = None
        else:
            self._value = dates.at_in_sweden(self._day, self._clock)
        self.edited.emit(self._value)
