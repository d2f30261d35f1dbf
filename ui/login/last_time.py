"""When one came in the last time, and whether somebody else has tried since (F66)."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gplan_desktop.domain import dates
from gplan_desktop.domain.log_entry import LastTime
from ui.errors import show_error
from ui.office import Office
from ui.seal_words import Told
from ui.told_line import ToldLine
from ui.widgets.labels import label

_BEFORE = "Du loggade in senast {}."
_FAILED = (
    "{} Sedan dess har {} misslyckats med ditt användarnamn. Var det inte du, byt lösenfras och "
    "säg till enhetschefen."
)


class LastTimeLine(QWidget):
    """One sentence; a warning when tries have failed, and nothing the first time."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.before = label("", "muted", wraps=True)
        self.failed = ToldLine(office.theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.before)
        column.addWidget(self.failed)
        self.hide()
        office.database.newest("last time", office.store.log.last_time, self._show, show_error)

    def _show(self, last: LastTime | None) -> None:
        if last is None:
            return
        text = _BEFORE.format(dates.stamp(last.at))
        self.before.setText(text)
        self.before.setVisible(not last.failed)
        if last.failed:
            tries = "1 inloggning" if last.failed == 1 else f"{last.failed} inloggningar"
            self.failed.show_told(Told("warning", _FAILED.format(text, tries)))
        self.show()
