"""The verkställighetsjournal of a person: write, read, search, strike (S135-S142, F62-F63)."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from gplan_desktop.archive.names import whose
from gplan_desktop.domain.journal_entry import JournalEntry, Period
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.print_out import Paper
from gplan_desktop.domain.user import Permission
from gplan_desktop.rules.journal import journal_line
from ui.errors import show_error
from ui.office import Office
from ui.paper_dialog import LooseSheet, PaperDialog
from ui.record.follow_up_line import FollowUpLine
from ui.record.journal_entry_card import ShownEntry
from ui.record.journal_filter import matching, period_of
from ui.record.journal_filter_bar import JournalFilterBar
from ui.record.journal_list import JournalList
from ui.record.journal_store import FollowedUp, JournalState, read_journal
from ui.record.journal_strike_dialog import StrikeDialog
from ui.record.journal_writing import JournalWriting
from ui.record.part import RecordPart
from ui.record.ways import RecordWays
from ui.right_place.ways import Writer
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.journal_inputs import journal_headings
from ui.widgets.labels import label
from ui.widgets.permitted import permit

_EMPTY = "Det finns ingen anteckning än. Skriv den första under Ny anteckning."
_NO_HIT = "Ingen anteckning stämmer med det du söker."


class JournalPart(RecordPart):
    """What is left to note, a new entry, and all entries with the latest first."""

    def __init__(self, person: Person, office: Office, ways: RecordWays) -> None:
        super().__init__(person, office, ways)
        self._entries: tuple[JournalEntry, ...] = ()
        self.lines: list[FollowUpLine] = []
        self.writing = JournalWriting(person.id, office)
        self.filter = JournalFilterBar(journal_headings(office.method), office)
        self.list = JournalList(office)
        self.empty = label("", "muted", wraps=True)
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Show the journal as it is in the store now."""
        self._read(self._show_anew)

    def focus_first(self) -> None:
        """Put the keyboard in the new entry."""
        self.writing.focus_first()

    def go(self, field: str) -> None:
        """Show the field *field* of the new entry, with the keyboard in it."""
        if frame := self.writing.frame_of(field):
            frame.focus_box()
        else:
            self.focus_first()

    def writer(self) -> Writer | None:
        """Return the writer of the entry that is being written."""
        return self.writing.writer

    def finish(self) -> bool:
        """Keep what is being written; False when it could not be kept."""
        return self.writing.autosave.finish()

    def _build(self) -> None:
        self._waiting = QVBoxLayout()
        self._waiting.setSpacing(self.px(12))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.px(12))
        column.addLayout(self._waiting)
        column.addWidget(self.writing)
        column.addLayout(self._head())
        for part in (self.filter, self.empty, self.list):
            column.addWidget(part)
        column.addStretch(1)

    def _head(self) -> QHBoxLayout:
        self.count = label("", "muted")
        self.show_all = push_button("Visa alla", "link")
        self.print = push_button("Skriv ut", "", self.office.theme.icon("print", "accent"))
        permit(self.print, self.office, Permission.PRINT)
        row = QHBoxLayout()
        row.setSpacing(self.px(10))
        row.addWidget(label("Anteckningar", "heading"))
        row.addWidget(self.count)
        row.addWidget(self.show_all)
        row.addStretch(1)
        row.addWidget(self.print)
        return row

    def _connect(self) -> None:
        self.writing.help_wanted.connect(self.help_wanted)
        self.writing.sentence_misplaced.connect(self.move_wanted)
        self.writing.autosave.told.connect(self.told)
        self.writing.added.connect(self._go_on)
        self.filter.changed.connect(self._show_entries)
        self.list.strike_wanted.connect(self._strike)
        self.show_all.clicked.connect(self.filter.clear)
        self.print.clicked.connect(self._print)

    def _read(self, show: Callable[[JournalState], None]) -> None:
        store, person_id = self.office.store, self.person.id
        self.office.database.newest(
            "journal", lambda: read_journal(store, person_id), show, show_error
        )

    def _go_on(self) -> None:
        """Read the entries anew; what was noted just now is told until one comes back."""
        self._read(self._show)

    def _show_anew(self, state: JournalState) -> None:
        while (item := self._waiting.takeAt(0)) and (card := item.widget()):
            card.hide()
            card.deleteLater()
        self.lines = []
        for plan in state.not_noted:
            self._add_line(plan)
        self._show(state)

    def _show(self, state: JournalState) -> None:
        self._entries = state.entries
        self.writing.show_others(state.others)
        self.writing.show_state(state.entries, state.draft)
        self.writing.set_leading(not any(line.add.isEnabled() for line in self.lines))
        self._show_entries()

    def _add_line(self, plan: FollowedUp) -> None:
        texts = self.office.method.journal
        line = FollowUpLine(
            plan.record, journal_line(plan.record.plan, plan.previous, texts), self.office
        )
        line.added.connect(self._go_on)
        card = Card(self.office.theme, "notice")
        card.column.addWidget(line)
        self._waiting.addWidget(card)
        self.lines.append(line)

    def _period(self) -> Period:
        return period_of(self.filter.wanted, self._entries, self.office.today())

    def _show_entries(self) -> None:
        known = {entry.id: entry for entry in self._entries}
        replacements = {entry.corrects: entry for entry in self._entries if entry.corrects}
        found = matching(self._entries, self.filter.wanted, self._period())
        self.list.show_entries(
            [
                ShownEntry(entry, known.get(entry.corrects), replacements.get(entry.id))
                for entry in found
            ]
        )
        self.empty.setText(_NO_HIT if self._entries else _EMPTY)
        self.empty.setVisible(not found)
        self.filter.setVisible(bool(self._entries))
        self.print.setEnabled(bool(self._entries))
        is_cut = len(found) < len(self._entries)
        self.show_all.setVisible(is_cut)
        self.count.setText(f"{len(found)} av {len(self._entries)}" if is_cut else str(len(found)))

    def _strike(self, entry: JournalEntry) -> None:
        may_rewrite = self.writing.writer.is_untouched
        dialog = StrikeDialog(entry, self.office, self.window(), may_rewrite=may_rewrite)
        dialog.struck.connect(self._on_struck)
        dialog.open()

    def _on_struck(self, entry: JournalEntry, rewrites: bool) -> None:
        if rewrites:
            self.writing.rewrite(entry)
        self._go_on()

    def _print(self) -> None:
        person, entries, period = self.person, self._entries, self._period()
        make = self.office.record_papers.journal
        name = f"{Paper.JOURNAL_EXTRACT.label} {whose(person.name)} {period.first} – {period.last}"
        sheet = LooseSheet(
            Paper.JOURNAL_EXTRACT, lambda: make(person, entries, period), person.id, name
        )
        PaperDialog(sheet, self.office, self.window()).open()
