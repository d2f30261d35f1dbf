"""The end of the log that stands on a report, compared with the log as it is now (F67)."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.domain.log_entry import DIGITS_ON_PAPER
from gplan_desktop.errors import DatabaseDamaged
from ui.errors import show_error
from ui.office import Office
from ui.progress_window import Stopped, Tell, with_progress
from ui.widgets.buttons import push_button
from ui.widgets.fitting import fit
from ui.widgets.labels import label, set_role
from ui.widgets.line_box import LineBox
from ui.widgets.spoken import say

if TYPE_CHECKING:
    from gplan_desktop.store.audit import AuditHead

_WIDTH = 560
_TITLE = "Kontrollera mot en rapport"
_LEAD = (
    "Skriv av det som står vid Loggens slut på rapporten. Då syns om något i loggen har ändrats "
    "eller tagits bort sedan rapporten gjordes."
)
_INCOMPLETE = f"Skriv händelsens nummer och alla {DIGITS_ON_PAPER} tecken i kontrollsumman."
_AGREES = "Stämmer. Loggen är hel och har {} efter rapporten."
_AGREES_NOT = (
    "Stämmer inte: {}. Kontrollera att du har skrivit rätt. Stämmer det ändå inte, säg till IT och "
    "ta inte bort någon säkerhetskopia."
)


class LogAgainstDialog(QDialog):
    """Two lines and an answer; it stays open, so that a slip can be put right."""

    def __init__(self, office: Office, parent: QWidget) -> None:
        super().__init__(parent)
        self._office = office
        theme = office.theme
        self.setWindowTitle(_TITLE)
        self.setMinimumWidth(theme.px(_WIDTH))
        self.number, self.digits = LineBox(), LineBox()
        self.outcome = label("", "done", wraps=True)
        self.do_it = push_button("Kontrollera", "primary")
        self.do_it.clicked.connect(self._check)
        self.number.returnPressed.connect(self.digits.setFocus)
        self.digits.returnPressed.connect(self._check)
        leave = push_button("Stäng")
        leave.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(24) for _ in range(4)))
        column.setSpacing(theme.px(8))
        column.addWidget(label(_TITLE, "title"))
        column.addWidget(label(_LEAD, "muted", wraps=True))
        for name, box in (("Händelse nummer", self.number), ("Kontrollsumma", self.digits)):
            box.setAccessibleName(name)
            caption = label(name, "label")
            caption.setBuddy(box)
            column.addWidget(caption)
            column.addWidget(box)
        column.addWidget(self.outcome)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(leave)
        row.addWidget(self.do_it)
        column.addLayout(row)
        self.number.setFocus()
        self.finished.connect(self.deleteLater)

    def _check(self) -> None:
        number, digits = self.number.text().strip(), "".join(self.digits.text().split()).lower()
        if not number.isdecimal() or len(digits) != DIGITS_ON_PAPER:
            self._tell("problem", _INCOMPLETE)
            return
        log = self._office.store.log

        def work(tell: Tell) -> "AuditHead":
            # The whole of it: what stands before the end may have been altered as well.
            log.verify(lambda done, whole: tell(f"{done} av {whole} händelser.", done, whole))
            return log.verify_against(int(number), digits)

        try:
            head = with_progress(work, _TITLE, self, self._office.database)
        except Stopped:
            return
        except DatabaseDamaged as error:
            self._tell("problem", _AGREES_NOT.format(error.reason))
        except Exception as error:  # noqa: BLE001 - every failure is told, none ends the program
            show_error(error)
        else:
            since = head.number - int(number)
            later = "1 händelse" if since == 1 else f"{since} händelser"
            self._tell("done", _AGREES.format(later))

    def _tell(self, role: str, text: str) -> None:
        set_role(self.outcome, role)
        self.outcome.setText(text)
        fit(self)
        say(self.outcome, text)
