"""Last month's report of the log, and a report on paper compared with the log (F67)."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from gplan_desktop.domain.log_entry import LogSheet, Noted
from gplan_desktop.domain.print_out import Paper
from gplan_desktop.rules.log_month import last_month, month_id, month_name
from ui import log_words as words
from ui.errors import show_error
from ui.log_against_dialog import LogAgainstDialog
from ui.office import Office
from ui.paper_dialog import LooseSheet, PaperDialog
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.labels import label

if TYPE_CHECKING:
    from gplan_desktop.domain.journal_entry import Period
    from gplan_desktop.method.model import Unusual
    from gplan_desktop.store.log import LogBook

_MAKE = "Månadsrapport för {}"


class LogMonthCard(Card):
    """Says whether the report is made, and makes it in one press."""

    def __init__(self, office: Office, report: Callable[[LogSheet], bytes]) -> None:
        super().__init__(office.theme)
        self._office, self._report = office, report
        self._month = last_month(office.today())
        name = month_name(self._month)
        self.told = label("", wraps=True)
        self.make = push_button(_MAKE.format(name), "", office.theme.icon("description", "accent"))
        self.make.clicked.connect(self._make)
        self.compare = push_button("Kontrollera mot en rapport…", "link")
        self.compare.clicked.connect(lambda: LogAgainstDialog(office, self).open())
        row = QHBoxLayout()
        row.setSpacing(office.theme.px(12))
        row.addWidget(self.make)
        row.addWidget(self.compare)
        row.addStretch(1)
        self.column.setSpacing(office.theme.px(8))
        self.column.addWidget(self.told)
        self.column.addLayout(row)

    def refresh(self) -> None:
        """Say whether last month's report is made, as the log tells now."""
        log, month = self._office.store.log, self._month
        self._office.database.newest(
            "log month", lambda: log.lacks_report(month), self._show, show_error
        )

    def _show(self, is_missing: bool) -> None:
        told = words.MONTH_MISSING if is_missing else words.MONTH_REPORTED
        self.told.setText(told.format(month_name(self._month)))

    def _make(self) -> None:
        """Let the report be printed or saved, with the end of the log as it is now."""
        log, month, limits = self._office.store.log, self._month, self._office.method.access.unusual
        self._office.database.run(
            lambda: month_sheet(log, month, limits, self._office.database.breathe),
            self._show_report,
            show_error,
        )

    def _show_report(self, sheet: LogSheet) -> None:
        make = self._report
        paper = LooseSheet(Paper.LOG_REPORT, lambda: make(sheet), name=f"Loggrapport {sheet.about}")
        dialog = PaperDialog(paper, self._office, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        self.refresh()


def month_sheet(
    log: "LogBook", month: "Period", limits: "Unusual", rest: Callable[[], None]
) -> LogSheet:
    """Return all that was unusual in *month*, and note that it is reported.

    *rest* lets others come to the log between its days.
    """
    findings, counts = tuple(log.unusual(month, limits, rest)), tuple(log.counts(month))
    log.note(Noted.LOG_REPORTED, month_id(month))
    head = log.head()
    return LogSheet(
        f"Månadsrapport {month_name(month)}",
        month,
        findings=findings,
        counts=counts,
        head_number=head.number,
        head_digest=head.digest,
    )
