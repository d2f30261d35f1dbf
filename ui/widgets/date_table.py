"""The dates that a date is chosen from: what each is about, the day, and what it means (F38)."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme import Theme
from ui.widgets.buttons import push_button
from ui.widgets.labels import label


@dataclass(frozen=True)
class DateRow:
    """One line: what the date is about, the date in words, what it means; *way* leads there."""

    about: str
    day: str
    meaning: str = ""
    way: str = ""
    is_chosen: bool = False


class DateTable(QWidget):
    """A small table; a date that leads somewhere is a button.

    Signals:
        wanted: the way of the line that was pressed.
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: tuple[DateRow, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(2))
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(2, 1)

    def show_rows(self, rows: Sequence[DateRow]) -> None:
        """Show *rows* in place of those before."""
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        while item := self._grid.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        for number, row in enumerate(rows):
            for column, part in enumerate(self._parts(row)):
                self._grid.addWidget(part, number, column)

    def _parts(self, row: DateRow) -> tuple[QWidget, QWidget, QWidget]:
        role = "label" if row.is_chosen else ""
        meaning = label(row.meaning, "done" if row.is_chosen else "muted", wraps=True)
        return label(row.about, role, wraps=True), self._day(row, role), meaning

    def _day(self, row: DateRow, role: str) -> QWidget:
        """Return the date: a button, which cannot wrap, is short where the name is long."""
        if not row.way:
            day = label(row.day, role)
            day.setContentsMargins(self._theme.px(9), self._theme.px(5), 0, self._theme.px(5))
            return day
        button = push_button(row.day, "link")
        button.setAccessibleName(f"{row.about}, {row.day}, {row.meaning}")
        button.clicked.connect(lambda: self.wanted.emit(row.way))
        return button
