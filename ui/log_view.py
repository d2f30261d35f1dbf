"""The page Loggkontroll: who did what, what is unusual, and whether the log is whole (F66-F67)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.domain.log_entry import MOST_SHOWN, Finding, LogEntry, LogSheet, Noted
from gplan_desktop.domain.print_out import Paper
from ui import log_words as words
from ui.errors import show_error
from ui.log_choice import LogChoice
from ui.log_month_card import LogMonthCard
from ui.log_words import Question
from ui.office import Office
from ui.paper_dialog import LooseSheet, PaperDialog
from ui.progress_window import Stopped, Tell, with_progress
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.labels import label, set_role
from ui.widgets.record_table import RecordTable, Row
from ui.widgets.scrolled import page_of
from ui.widgets.spoken import say

if TYPE_CHECKING:
    from gplan_desktop.store.audit import AuditHead
    from gplan_desktop.store.store import Store

_CHECKING = "Kontrollera loggen"
_ROWS_IN_SIGHT = 9
_ROW, _FRAME = 40, 6


@dataclass(frozen=True)
class LogWays:
    """Where one goes from the page, and what makes a report of what it shows."""

    leave: Callable[[], None]
    open_person: Callable[[str], None]
    report: Callable[[LogSheet], bytes]


class LogView(QWidget):
    """A question, its answer in a table, and two buttons; goes back with Esc."""

    def __init__(self, office: Office, ways: LogWays) -> None:
        super().__init__()
        self.setObjectName("surface")
        self._office, self._ways = office, ways
        self._entries: tuple[LogEntry, ...] = ()
        self._findings: tuple[Finding, ...] = ()
        theme = office.theme
        self.choice = LogChoice(office)
        self.choice.asked.connect(self._fetch)
        inner = page_of(self)
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(theme.px(28), theme.px(16), theme.px(28), theme.px(20))
        layout.setSpacing(theme.px(12))
        layout.addLayout(self._head())
        layout.addWidget(label(words.LEAD, "muted", wraps=True))
        self.outcome = label("", "done", wraps=True)
        self.outcome.hide()
        self.month = LogMonthCard(office, ways.report)
        for part in (self.outcome, self.month, self.choice, self._answer()):
            layout.addWidget(part)
        layout.addStretch(1)
        QShortcut(QKeySequence("Esc"), self, ways.leave)

    def refresh(self) -> None:
        """Show the log as it is in the store now."""
        self.month.refresh()
        self.choice.refresh()
        self._fetch()

    def focus_first(self) -> None:
        """Put the keyboard on what is asked."""
        self.choice.which.setFocus()

    def show_person(self, person_id: str, name: str) -> None:
        """Show what was done about a person, as asked for on that one's page."""
        self.choice.choose_person(person_id, name)

    def _head(self) -> QHBoxLayout:
        theme = self._office.theme
        back = push_button("Till listan", "link", theme.icon("arrow_back", "accent"))
        back.setToolTip("Esc")
        back.clicked.connect(self._ways.leave)
        self.check = push_button(_CHECKING, "", theme.icon("fact_check", "accent"))
        self.check.clicked.connect(self._check)
        self.report = push_button("Rapport…", "", theme.icon("description", "accent"))
        self.report.clicked.connect(self._report)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(back)
        row.addWidget(label("Loggkontroll", "title"))
        row.addStretch(1)
        row.addWidget(self.report)
        row.addWidget(self.check)
        return row

    def _answer(self) -> Card:
        theme = self._office.theme
        card = Card(theme)
        card.column.setSpacing(theme.px(8))
        self.what = label("", "muted", wraps=True)
        self.table = RecordTable("Händelser i loggen", words.HEADINGS, theme)
        self.table.set_widths([theme.px(width) for width in words.WIDTHS])
        self.table.opened.connect(self._open)
        self.table.hide()
        card.column.addWidget(self.what)
        card.column.addWidget(self.table)
        return card

    def _fetch(self) -> None:
        """Ask what the choice says; while it is not complete, ask for the rest."""
        choice, store = self.choice, self._office.store
        self.report.setEnabled(choice.is_complete)
        if not choice.is_complete:
            missing = words.PICK_USER if choice.question is Question.USER else words.PICK_PERSON
            self._show_rows([], missing)
            return
        period, person_id, user = choice.period, choice.person_id, choice.user
        if choice.question is Question.UNUSUAL:
            limits = self._office.method.access.unusual
            database = self._office.database
            database.newest(
                "log",
                lambda: store.log.unusual(period, limits, database.breathe),
                self._show_findings,
                show_error,
            )
            return
        about_person = choice.question is Question.PERSON
        self._office.database.newest(
            "log",
            lambda: (
                store.log.of_person(person_id, period)
                if about_person
                else store.log.of_user(user, period)
            ),
            self._show_entries,
            show_error,
        )

    def _show_entries(self, entries: list[LogEntry]) -> None:
        self._entries, self._findings = tuple(entries), ()
        self._show_rows(words.entry_rows(entries), words.counted(len(entries), MOST_SHOWN))

    def _show_findings(self, findings: list[Finding]) -> None:
        self._entries, self._findings = (), tuple(findings)
        self._show_rows(words.finding_rows(findings), words.counted_findings(len(findings)))

    def _show_rows(self, rows: Sequence[Row], what: str) -> None:
        self.table.show_rows(rows, select=False)
        lines = 1 + min(len(rows), _ROWS_IN_SIGHT)
        self.table.setFixedHeight(self._office.theme.px(_ROW) * lines + _FRAME)
        self.table.setVisible(bool(rows))
        self.what.setText(what)

    def _open(self, row_id: str) -> None:
        if person_id := row_id.partition(" ")[2]:
            self._ways.open_person(person_id)

    def _check(self) -> None:
        """Look through the whole log, entry by entry, and say how it went."""
        store = self._office.store

        def work(tell: Tell) -> "AuditHead":
            return store.log.verify(
                lambda done, whole: tell(f"{done} av {whole} händelser är hela.", done, whole)
            )

        self.outcome.hide()
        try:
            head = with_progress(work, _CHECKING, self, self._office.database)
        except Stopped:
            return
        except Exception as error:  # noqa: BLE001 - every failure is told, none ends the program
            show_error(error)
            return
        self._tell(words.is_whole(head.number, head.digest))
        self._fetch()

    def _tell(self, text: str) -> None:
        set_role(self.outcome, "done")
        self.outcome.setText(text)
        self.outcome.show()
        say(self.outcome, text)

    def _report(self) -> None:
        """Let what is shown be printed or saved, with the end of the log as it is now."""
        store = self._office.store
        self._office.database.run(lambda: _head_noted(store), self._show_report, show_error)

    def _show_report(self, head: "AuditHead") -> None:
        choice, make = self.choice, self._ways.report
        about = f"{choice.question.label}: {choice.about}"
        if choice.question is Question.UNUSUAL:
            about = "Ovanliga händelser"
        sheet = LogSheet(
            about, choice.period, self._entries, self._findings, head.number, head.digest
        )
        person_id = choice.person_id if choice.question is Question.PERSON else ""
        paper = LooseSheet(Paper.LOG_REPORT, lambda: make(sheet), person_id)
        dialog = PaperDialog(paper, self._office, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _head_noted(store: "Store") -> "AuditHead":
    """Note that a report is made, and return the end of the log with that in it."""
    store.log.note(Noted.LOG_REPORTED)
    return store.log.head()
