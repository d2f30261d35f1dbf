"""A date to type or to pick (screen rule 18)."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QIcon, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QMenu,
    QTableView,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from gplan_desktop.domain import dates
from ui.widgets.buttons import tool_button
from ui.widgets.line_box import LineBox

NOT_A_DATE = "Skriv datumet så här: 2026-10-05, 5/10 eller 5 okt."
# Qt's names of the buttons in its calendar.
_ARROWS = {
    "qt_calendar_prevmonth": ("‹", "Föregående månad"),
    "qt_calendar_nextmonth": ("›", "Nästa månad"),
}


class DateBox(QWidget):
    """A line for a date, however people write it, and a calendar beside it.

    Signals:
        edited: the date, or None while no date can be read.
        left: the writer went to another field; the date is then shown in full.
    """

    edited = Signal(object)
    left = Signal()

    def __init__(self, today: Callable[[], date], icon: QIcon, *, ahead: bool = True) -> None:
        super().__init__()
        self._today, self._ahead = today, ahead
        self._value: date | None = None
        self.line = LineBox()
        self.line.setPlaceholderText("åååå-mm-dd")
        self.line.setMinimumWidth(150)
        self.button = tool_button(icon, "Välj i kalendern")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.line)
        layout.addWidget(self.button)
        layout.addStretch(1)
        self.setFocusProxy(self.line)
        self.line.edited.connect(self._on_typed)
        self.line.left.connect(self._on_left)
        self.button.clicked.connect(self._open_calendar)

    @property
    def problem(self) -> str:
        """What is wrong with the typed text, or "" while one types; nothing typed is cleared."""
        unread = self.line.text().strip() and self._value is None
        return NOT_A_DATE if unread and not self.line.hasFocus() else ""

    def set_value(self, value: object) -> None:
        """Show the date *value*; a text that could not be read stays when it is None."""
        if value != self._value:
            self._value = value if isinstance(value, date) else None
            self.line.set_value(self._value.isoformat() if self._value else "")

    def set_read_only(self, read_only: bool) -> None:
        """Show the date, but let nobody change it."""
        self.line.set_read_only(read_only)
        self.button.setVisible(not read_only)

    def set_name(self, name: str) -> None:
        """Let a screen reader say *name*."""
        self.line.setAccessibleName(name)
        self.button.setAccessibleName(f"{name}: välj i kalendern")

    def _on_typed(self, text: object) -> None:
        self._value = dates.parse(str(text), self._today(), ahead=self._ahead)
        self.edited.emit(self._value)

    def _on_left(self) -> None:
        if self._value:
            self.line.set_value(self._value.isoformat())
        self.left.emit()

    def _open_calendar(self) -> None:
        day = self._value or self._today()
        calendar = QCalendarWidget(selectedDate=QDate(day.year, day.month, day.day))
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        calendar.setAccessibleName("Kalender")
        for days in calendar.findChildren(QTableView):
            days.setAccessibleName("Dagar")
        _use_own_colours(calendar)
        # Seven days and the week's number, each as wide as "mån" with air on both sides.
        calendar.setMinimumWidth(8 * self.fontMetrics().horizontalAdvance("mmmm"))
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        calendar.activated.connect(lambda chosen: self._pick(chosen, menu))
        calendar.clicked.connect(lambda chosen: self._pick(chosen, menu))
        menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))
        calendar.setFocus()

    def _pick(self, chosen: QDate, menu: QMenu) -> None:
        menu.close()
        self._value = date(chosen.year(), chosen.month(), chosen.day())
        self.line.set_value(self._value.isoformat())
        self.edited.emit(self._value)
        self.left.emit()


def _use_own_colours(calendar: QCalendarWidget) -> None:
    """Take Qt's black arrows and pure red days away, which a dark surface swallows."""
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, QTextCharFormat())
    for button in calendar.findChildren(QToolButton):
        if button.objectName() in _ARROWS:
            sign, spoken = _ARROWS[button.objectName()]
            button.setIcon(QIcon())
            button.setText(sign)
            button.setAccessibleName(spoken)
