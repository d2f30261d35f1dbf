"""Notes that the support of a person has ended: the day, and why if one wants to tell."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.domain.person import EndReason, Person, SupportEnd
from ui.errors import show_error
from ui.office import Office
from ui.widgets.answers import answers
from ui.widgets.buttons import push_button
from ui.widgets.choice_group import ChoiceGroup
from ui.widgets.date_box import NOT_A_DATE, DateBox
from ui.widgets.labels import label
from ui.widgets.low_area import LowArea
from ui.widgets.spoken import say

_DAY, _REASON = "Stödet avslutades", "Skäl, om du vill ange det"
_WHAT = (
    "Planerna finns kvar som de är, men ingenting förfaller längre: uppföljningar och tidsgränser "
    "försvinner ur att göra-listorna. Det som ska samlas in, överföras eller förvaras står kvar."
)
_RETENTION = (
    "Uppgifterna gallras {years} år efter den sista anteckningen. Du kan ångra avslutet när du "
    "vill, och det antecknas i loggen."
)
_TOO_EARLY = "Stödet började {start}. Skriv en dag från och med den."
_TOO_LATE = "Dagen har inte varit än. Avsluta stödet när den har kommit."
# The buttons with what is around them, and the frame of the window system.
_BELOW, _FRAME, _WIDTH = 130, 60, 520


class EndSupportDialog(QDialog):
    """Asks for the day, which is today to begin with; stays open until the store has taken it.

    Signals:
        ended: the person as it stands now.
    """

    ended = Signal(object)

    def __init__(self, person: Person, office: Office, parent: QWidget) -> None:
        super().__init__(parent)
        self._person, self._office = person, office
        self._day: date | None = office.today()
        self._reason: EndReason | None = None
        theme = office.theme
        self.setWindowTitle("Avsluta stödet")
        self.setMinimumWidth(theme.px(_WIDTH))
        self.day = DateBox(office.today, theme.icon("calendar_month"), ahead=False)
        self.day.line.setAccessibleName(_DAY)
        self.day.set_value(self._day)
        self.day.edited.connect(self._choose_day)
        choices = [(None, "Anges inte"), *((reason, reason.label) for reason in EndReason)]
        self.reasons = ChoiceGroup(choices)
        self.reasons.set_name(_REASON)
        self.reasons.set_value(None)
        self.reasons.edited.connect(self._choose_reason)
        self.problem = label("", "problem", wraps=True)
        self.problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20))
        column.setSpacing(theme.px(12))
        most = self.screen().availableSize().height() - theme.px(_BELOW) - _FRAME
        column.addWidget(LowArea(self._told(), most))
        column.addWidget(self.problem)
        column.addLayout(self._buttons())
        self.finished.connect(self.deleteLater)
        self.day.setFocus()

    def accept(self) -> None:
        """Put it in the store, or tell what is lacking."""
        problem, day = self._what_is_wrong(), self._day
        if problem or day is None:
            self.problem.setText(problem)
            self.problem.show()
            self.day.setFocus()
            say(self.problem, problem)
            return
        end, store, person_id = SupportEnd(day, self._reason), self._office.store, self._person.id
        # Or a second press would note it twice.
        self.do_it.setEnabled(False)
        self._office.database.run(
            lambda: store.support.end(person_id, end), self._on_ended, self._on_failed
        )

    def _what_is_wrong(self) -> str:
        if self._day is None:
            return NOT_A_DATE
        if self._day < self._person.support_start:
            return _TOO_EARLY.format(start=self._person.support_start.isoformat())
        return _TOO_LATE if self._day > self._office.today() else ""

    def _told(self) -> QWidget:
        told, px = QWidget(), self._office.theme.px
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, px(6), 0)
        column.setSpacing(px(8))
        column.addWidget(label(f"Avsluta stödet till {self._person.name}", "title", wraps=True))
        column.addWidget(label(_WHAT, wraps=True))
        years = self._office.method.retention.years
        column.addWidget(label(_RETENTION.format(years=years), "muted", wraps=True))
        caption = label(_DAY, "label")
        caption.setBuddy(self.day.line)
        for part in (caption, self.day, label(_REASON, "label"), self.reasons):
            column.addWidget(part)
        return told

    def _buttons(self) -> QHBoxLayout:
        self.do_it = push_button("Avsluta stödet", "primary")
        return answers(self, self.do_it)

    def _choose_day(self, day: object) -> None:
        self._day = day if isinstance(day, date) else None

    def _choose_reason(self, reason: object) -> None:
        self._reason = reason if isinstance(reason, EndReason) else None

    def _on_ended(self, person: Person) -> None:
        super().accept()
        self.ended.emit(person)

    def _on_failed(self, error: Exception) -> None:
        self.do_it.setEnabled(True)
        show_error(error)
