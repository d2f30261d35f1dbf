"""The sentence about a followed-up plan, to add to the journal with one click (S136-S142, F62)."""

from textwrap import fill
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.domain import dates
from gplan_desktop.domain.journal_entry import JournalEntry
from gplan_desktop.domain.plan import PlanRecord
from gplan_desktop.domain.user import Permission
from gplan_desktop.rules.journal import JournalLine
from ui.clipboard import lend_about
from ui.errors import show_error
from ui.office import Office
from ui.record.journal_store import Noted, add_sentence, note_sentence, read_noted
from ui.widgets.buttons import push_button
from ui.widgets.choice_group import ChoiceGroup
from ui.widgets.labels import label
from ui.widgets.permitted import permit_all
from ui.widgets.spoken import say

_LINE = 54
_DRAFT = "Texten kan läggas till i journalen när planen är upprättad."
_PASTE = "Klistra in den i verkställighetsjournalen under rubriken och nyckelordet."
_STANDS = "Den står redan i journalen."
_NAME = "Journaltext"


class FollowUpLine(QWidget):
    """Heading, keyword and the sentences to choose from; the proposed one is chosen.

    Signals:
        added: the sentence stands in the journal, and the plan is noted for it.
        copied: the sentence was copied for another journal, and the plan is noted for it.
    """

    added = Signal()
    copied = Signal()

    def __init__(self, record: PlanRecord, line: JournalLine, office: Office) -> None:
        super().__init__()
        self._record, self._line, self._office = record, line, office
        self._chosen = line.sentences[0]
        self._noted = Noted()
        self.title = label("", "heading", wraps=True)
        self.because = label("", "muted", wraps=True)
        self.sentence = ChoiceGroup(_choices(line))
        self.sentence.set_name(_NAME)
        self.sentence.edited.connect(self._choose)
        self.told = label("", "done", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(office.theme.px(8))
        where = f"Rubrik: {line.heading}. Nyckelord: {line.keyword}."
        for part in (self.title, self.because, label(where), self.sentence):
            column.addWidget(part)
        column.addLayout(self._buttons())
        column.addWidget(self.told)
        self.show_line(record, line)

    def show_line(self, record: PlanRecord, line: JournalLine) -> None:
        """Show the sentence that fits the plan as it is now, and whether it has been noted."""
        self._record, self._line = record, line
        self.sentence.set_choices(_choices(line))
        if self._chosen not in line.sentences:
            self._chosen = line.sentences[0]
        self.sentence.set_value(self._chosen)
        self.title.setText(_title(record))
        self.because.setText(line.because)
        self._show(self._noted)
        # Whether it stands in the journal is told only to who may read there.
        if record.is_locked and not self._office.may(Permission.READ_JOURNAL):
            store, heading = self._office.store, line.heading
            self._office.database.run(
                lambda: read_noted(store, record, heading), self._show, show_error
            )

    def focus_first(self) -> None:
        """Put the keyboard on the button that adds the sentence, or else on the one that copies."""
        (self.add if self.add.isEnabled() else self.copy).setFocus()

    def _buttons(self) -> QHBoxLayout:
        theme = self._office.theme
        self.add = push_button("Lägg till i journalen", "primary", theme.icon("add", "on_accent"))
        self.copy = push_button("Kopiera texten", "", theme.icon("content_copy", "accent"))
        permit_all((self.add, self.copy), self._office, Permission.WRITE)
        self.add.clicked.connect(self._add)
        self.copy.clicked.connect(self._copy)
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        row.addWidget(self.add)
        row.addWidget(self.copy)
        row.addStretch(1)
        return row

    def _choose(self, sentence: object) -> None:
        self._chosen = str(sentence)

    def _add(self) -> None:
        store, plan_id, entry = self._office.store, self._record.plan.id, self._entry()
        # Or a second click would add it twice.
        self.add.setEnabled(False)
        self._office.database.run(
            lambda: add_sentence(store, entry, plan_id), self._on_added, self._on_failed
        )

    def _entry(self) -> JournalEntry:
        """Return the sentence as an entry of the moment at which the plan was established."""
        now, established = self._office.now(), self._record.establishment
        return JournalEntry(
            id=str(uuid4()),
            person_id=self._record.plan.person_id,
            at=established.at if established else now,
            written_at=now,
            by=self._office.unit.coordinator,
            heading=self._line.heading,
            keyword=self._line.keyword,
            text=self._chosen,
        )

    def _on_added(self, noted: Noted) -> None:
        self._show(noted)
        self.copy.setFocus()
        say(self.told, self.told.text())
        self.added.emit()

    def _on_failed(self, error: Exception) -> None:
        self._show(self._noted)
        show_error(error)

    def _copy(self) -> None:
        lend_about(self._chosen, self._record.plan.person_id, self._office)
        store, plan_id, now = self._office.store, self._record.plan.id, self._office.now()
        self._office.database.run(
            lambda: note_sentence(store, plan_id, now), self._on_copied, show_error
        )

    def _on_copied(self, _at: object) -> None:
        self.told.setText(f"✓  Kopierad. {_STANDS if self._noted.added_at else _PASTE}")
        self.told.show()
        say(self.told, self.told.text())
        self.copied.emit()

    def _show(self, noted: Noted) -> None:
        self._noted = noted
        is_draft = not self._record.is_locked
        self.add.setEnabled(not is_draft and noted.added_at is None)
        self.copy.setEnabled(not is_draft)
        self.told.setText(_DRAFT if is_draft else _told(noted))
        self.told.setVisible(bool(self.told.text()))


def _title(record: PlanRecord) -> str:
    what = "Uppföljning av" if record.plan.previous_id else "Ny plan:"
    established = record.establishment
    if established is None:
        return f"{what} {record.plan.name}"
    day = dates.in_sweden(established.at).date().isoformat()
    return f"{what} {record.plan.name}, upprättad {day}"


def _told(noted: Noted) -> str:
    if noted.added_at:
        return f"✓  Tillagd i journalen {dates.stamp(noted.added_at)}."
    return f"✓  Kopierad {dates.stamp(noted.at)}. {_PASTE}" if noted.at else ""


def _choices(line: JournalLine) -> list[tuple[object, str]]:
    """Return the sentences; a radio button cannot wrap its text, so it is told in lines."""
    return [(sentence, fill(sentence, _LINE)) for sentence in line.sentences]
