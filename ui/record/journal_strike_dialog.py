"""Striking an entry of the journal: it stays readable, and a reason is asked for (F63)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gplan_desktop.domain import dates
from gplan_desktop.domain.journal_entry import JournalEntry, Strike
from gplan_desktop.domain.text import clean, is_blank
from ui.kept_dialog import KeptDialog
from ui.office import Office
from ui.record import journal_words
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.text_box import TextBox
from ui.widgets.tick_box import TickBox

_FIELD = "strike_reason"
_NO_REASON = "Skriv varför anteckningen är fel."
_BEGUN = "Lägg först till eller ta bort anteckningen som du har påbörjat."


class StrikeDialog(KeptDialog):
    """Shows the entry and asks why it is wrong; nothing of it is changed or taken away.

    Signals:
        struck: the entry (JournalEntry) as it now is, and whether a new one is to be written.
    """

    struck = Signal(object, bool)

    def __init__(
        self, entry: JournalEntry, office: Office, parent: QWidget, *, may_rewrite: bool
    ) -> None:
        super().__init__("Felmarkera anteckningen", "Felmarkera anteckningen", office.theme, parent)
        self._entry, self._office = entry, office
        self._reason = ""
        self.about_other = TickBox("Den handlar om någon annan")
        self.rewrite = TickBox("Skriv en ny i stället")
        self.rewrite.setEnabled(may_rewrite)
        self.rewrite.setToolTip("" if may_rewrite else _BEGUN)
        self.show_form(self._form(may_rewrite))
        self.frames[_FIELD].focus_box()

    def has_typed(self) -> bool:
        """Tell whether a reason has been written."""
        return not is_blank(self._reason)

    def accept(self) -> None:
        """Strike the entry, or show that a reason is lacking."""
        reason = clean(self._reason).strip()
        self.show_problems({_FIELD: _NO_REASON} if is_blank(reason) else {})
        if is_blank(reason):
            return
        strike = Strike(
            self._office.now(),
            self._office.unit.coordinator,
            reason,
            about_other=self.about_other.isChecked(),
        )
        store, entry_id = self._office.store, self._entry.id
        self.do_it.setEnabled(False)
        self._office.database.run(
            lambda: store.journal.strike(entry_id, strike), self._on_struck, self._on_failed
        )

    def _form(self, may_rewrite: bool) -> QWidget:
        px = self._theme.px
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, px(10), 0)
        column.setSpacing(px(12))
        column.addWidget(self._quote())
        text = self._office.method.fields["journal.strike_reason"]
        frame = self.add_frame(_FIELD, text, TextBox())
        frame.input.edited.connect(self._write)
        column.addWidget(frame)
        column.addWidget(self.about_other)
        column.addWidget(self.rewrite)
        if not may_rewrite:
            column.addWidget(label(_BEGUN, "hint", wraps=True))
        column.addStretch(1)
        return inner

    def _quote(self) -> Card:
        entry, card = self._entry, Card(self._theme, "quote")
        card.column.setSpacing(self._theme.px(4))
        head = f"{dates.stamp(entry.at)}  {journal_words.subject(entry)}"
        card.column.addWidget(label(head, "label", wraps=True))
        card.column.addWidget(label(entry.text, wraps=True))
        card.column.addWidget(label(journal_words.written(entry), "small", wraps=True))
        return card

    def _write(self, text: object) -> None:
        self._reason = str(text)

    def _on_struck(self, entry: JournalEntry) -> None:
        super().accept()
        self.struck.emit(entry, self.rewrite.isChecked())

    def _on_failed(self, error: Exception) -> None:
        self.do_it.setEnabled(True)
        self.show_failure(error)
