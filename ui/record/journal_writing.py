"""The form for a new entry in the journal, whose draft is kept while one writes."""

from collections.abc import Callable, Iterable
from uuid import uuid4

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout

from gplan_desktop.domain import dates
from gplan_desktop.domain.journal_entry import BegunEntry, EntryDraft, JournalEntry
from gplan_desktop.domain.user import Permission
from ui.autosave import Autosave
from ui.confirm import Question, ask
from ui.errors import show_error
from ui.field_sheet import FieldSheet
from ui.office import Office
from ui.record.journal_savings import DraftSavings
from ui.record.journal_writer import EntryWriter
from ui.widgets.buttons import Button, push_button
from ui.widgets.field_factory import FieldFactory
from ui.widgets.labels import label
from ui.widgets.permitted import is_closed, permit_all

_WIDE = 760
_FIELDS = ("journal.heading", "journal.keyword", "journal.at", "journal.text")
_ADD_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_REMOVE = Question(
    "Ta bort den påbörjade anteckningen?",
    "Texten går inte att få tillbaka.",
    "Ta bort texten",
    "Behåll texten",
)


class JournalWriting(FieldSheet):
    """Heading, keyword, when it happened and the text; one button, or Ctrl+Enter, adds it.

    Signals:
        added: the entry stands in the journal.
    """

    added = Signal()

    def __init__(self, person_id: str, office: Office) -> None:
        self.writer = EntryWriter(office.method, office.now)
        self.writer.read_only = bool(office.may(Permission.WRITE))
        fields = FieldFactory(office.method, office.theme, office.today)
        super().__init__(self.writer, fields, office.spelling)
        self._person_id, self._office = person_id, office
        self._entries: dict[str, JournalEntry] = {}
        self.autosave = Autosave(DraftSavings(self.writer, self._keep()), office, self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self._build()
        self.writer.listen(lambda _: self.refresh())
        self.refresh()

    def refresh(self) -> None:
        """Show the draft as it is now, and what it is about."""
        super().refresh()
        self.remove.setVisible(not self.writer.is_untouched)
        self.corrects.setText(self._correction())
        self.corrects.setVisible(bool(self.corrects.text()))
        self.begun.setVisible(bool(self.begun.text()))

    def show_state(self, entries: Iterable[JournalEntry], draft: EntryDraft | None) -> None:
        """Go on with the *draft* of the store, unless something is being written already."""
        self._entries = {entry.id: entry for entry in entries}
        if self.writer.is_untouched or self.writer.is_behind(draft):
            self.begun.setText(_begun(draft) if draft else "")
            self.writer.kept(draft or EntryDraft())
            if draft:
                self.writer.take_up(draft)
            else:
                self.writer.start_anew()
        self.refresh()

    def show_others(self, begun: Iterable[BegunEntry]) -> None:
        """Tell who else has begun an entry about the person, so that it is not written twice."""
        self.others.setText("\n".join(map(_begun_by_other, begun)))
        self.others.setVisible(bool(self.others.text()))

    def rewrite(self, entry: JournalEntry) -> None:
        """Begin an entry that stands instead of the struck *entry*, with its text."""
        self._entries[entry.id] = entry
        draft = EntryDraft(entry.heading, entry.keyword, entry.text, entry.at, entry.id)
        self.writer.take_up(draft)
        self.frames["journal.text"].focus_box()

    def set_leading(self, leads: bool) -> None:
        """Let the button be the page's primary one, or stand back for another."""
        name = "primary" if leads else ""
        if self.add.objectName() != name:
            self.add.setObjectName(name)
            self.add.setIcon(self._office.theme.icon("add", "on_accent" if leads else "accent"))
            self.add.style().unpolish(self.add)
            self.add.style().polish(self.add)

    def add_entry(self) -> None:
        """Add the entry to the journal, or show at the fields what it lacks."""
        if is_closed(self.add) or not self.add.isEnabled():
            return
        if lacking := self.writer.findings:
            self.writer.show_all_findings()
            self.frames[lacking[0].field].focus_box()
            return
        # Or a second press would add it twice.
        self.add.setEnabled(False)
        store, draft, entry = self._office.store, self.writer.draft, self._entry()
        self._office.database.run(
            lambda: store.journal.add(entry), lambda _: self._on_added(draft), self._on_failed
        )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the fields under one another in a narrow window or with large text."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        is_wide = self.width() >= self.px(_WIDE)
        self._facts.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)

    def event(self, event: QEvent) -> bool:
        """Take Ctrl+Enter before the window around does, where it means "next page"."""
        is_asked = event.type() is QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and _adds(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Add the entry with Ctrl+Enter."""
        if _adds(event):
            self.add_entry()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        theme = self._office.theme
        inside = self.add_card()
        inside.setSpacing(self.px(12))
        self.begun = label("", "warning", wraps=True)
        self.corrects = label("", "muted", wraps=True)
        self.others = label("", "muted", wraps=True)
        self._facts = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._facts.setSpacing(self.px(16))
        for field in _FIELDS[:-1]:
            # Their hints are of one line or of two; labels and inputs stand in line all the same.
            frame = self.make_field(field)
            frame.keep_box_low()
            self._facts.addWidget(frame, 1)
        self.add: Button = push_button(
            "Lägg till i journalen", "primary", theme.icon("add", "on_accent")
        )
        self.add.setToolTip("Ctrl+Enter")
        self.add.clicked.connect(self.add_entry)
        self.remove = push_button("Ta bort texten", "link", theme.icon("delete", "accent"))
        self.remove.clicked.connect(self._ask_to_remove)
        permit_all((self.add, self.remove), self._office, Permission.WRITE)
        inside.addWidget(label("Ny anteckning", "heading"))
        for notice in (self.others, self.begun, self.corrects):
            notice.hide()
            inside.addWidget(notice)
        inside.addLayout(self._facts)
        inside.addWidget(self.make_field(_FIELDS[-1]))
        inside.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.px(10))
        row.addWidget(self.add)
        row.addWidget(self.remove)
        row.addStretch(1)
        return row

    def _entry(self) -> JournalEntry:
        draft, now = self.writer.draft, self._office.now()
        return JournalEntry(
            id=str(uuid4()),
            person_id=self._person_id,
            at=draft.at or now,
            written_at=now,
            by=self._office.unit.coordinator,
            heading=draft.heading,
            keyword=draft.keyword.strip(),
            text=draft.text.strip(),
            corrects=draft.corrects,
        )

    def _on_added(self, draft: EntryDraft) -> None:
        self.add.setEnabled(True)
        self.begun.setText("")
        # The store took the draft away together with adding the entry.
        self.writer.kept(EntryDraft())
        if self.writer.draft == draft:
            self.writer.start_anew()
            self.focus_first()
        self.added.emit()

    def _on_failed(self, error: Exception) -> None:
        self.add.setEnabled(True)
        show_error(error)

    def _ask_to_remove(self) -> None:
        ask(self, _REMOVE, self._remove)

    def _remove(self) -> None:
        self.begun.setText("")
        self.writer.start_anew()
        self.autosave.save()
        self.focus_first()

    def _keep(self) -> Callable[[EntryDraft], None]:
        """Return what keeps a draft; it runs on the database's thread and holds no widget."""
        store, person_id = self._office.store, self._person_id
        return lambda draft: store.journal.keep_draft(person_id, draft)

    def _correction(self) -> str:
        """Return which struck entry the draft stands instead of."""
        if not self.writer.draft.corrects:
            return ""
        entry = self._entries.get(self.writer.draft.corrects)
        which = f" från {dates.stamp(entry.at)}" if entry else ""
        return f"Anteckningen ersätter den felmarkerade{which}."


def _begun(draft: EntryDraft) -> str:
    about = f" om det som hände {dates.stamp(draft.at)}" if draft.at else ""
    return f"Du har en påbörjad anteckning{about}. Skriv klart den eller ta bort texten."


def _begun_by_other(begun: BegunEntry) -> str:
    return f"{begun.by} har en påbörjad anteckning från {dates.stamp(begun.at)}."


def _adds(event: QKeyEvent) -> bool:
    ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return bool(ctrl) and event.key() in _ADD_KEYS
