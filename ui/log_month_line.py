"""The line on the start that tells when last month's report of the log has not been made."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gplan_desktop.rules.log_month import last_month, month_name
from ui.errors import show_error
from ui.log_words import MONTH_MISSING
from ui.office import Office
from ui.seal_words import Told
from ui.told_line import ToldLine
from ui.widgets.buttons import push_button


class LogMonthLine(QWidget):
    """One sentence and the way to the report; nothing while there is none to make."""

    def __init__(self, office: Office, show_log: Callable[[], None]) -> None:
        super().__init__()
        self._month = last_month(office.today())
        self.told = ToldLine(office.theme)
        self.show_button = push_button("Månadsrapport", "link")
        self.show_button.clicked.connect(show_log)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(office.theme.px(12))
        row.addWidget(self.told, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.show_button)
        self.hide()
        log, month = office.store.log, self._month
        office.database.newest(
            "log month line", lambda: log.lacks_report(month), self._show, show_error
        )

    def _show(self, is_missing: bool) -> None:
        if is_missing:
            self.told.show_told(Told("warning", MONTH_MISSING.format(month_name(self._month))))
        self.setVisible(is_missing)
