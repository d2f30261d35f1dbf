"""The entries of a journal, as many at a time as one reads."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gplan_desktop.domain.user import Permission
from ui.clipboard import note_copied
from ui.office import Office
from ui.record.journal_entry_card import JournalEntryCard, ShownEntry
from ui.widgets.buttons import push_button
from ui.widgets.permitted import permit

_AT_A_TIME = 50


class JournalList(QWidget):
    """Cards under one another, the first ones made at once and the others when asked for.

    Signals:
        strike_wanted: the entry (JournalEntry) that is to be struck.
    """

    strike_wanted = Signal(object)

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office, self._theme = office, office.theme
        self._shown: Sequence[ShownEntry] = ()
        self.cards: list[JournalEntryCard] = []
        self._pages: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(office.theme.px(10))
        self.more = push_button("", "link", office.theme.icon("keyboard_arrow_down", "accent"))
        self.more.clicked.connect(self._show_more)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.hide()

    def show_entries(self, shown: Sequence[ShownEntry]) -> None:
        """Show *shown* in place of those before, unless they are the same."""
        if list(shown) == list(self._shown):
            return
        self._shown = shown
        for page in self._pages:
            page.hide()
            page.deleteLater()
        self._pages, self.cards = [], []
        self._add_page()

    def _show_more(self) -> None:
        first = len(self.cards)
        self._add_page()
        # Where one goes on reading; the button itself has moved out of sight.
        self.cards[first].copy.setFocus()

    def _add_page(self) -> None:
        """Add the next cards in a widget of their own: laid out once, however many they are."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(10))
        first = len(self.cards)
        for shown in self._shown[first : first + _AT_A_TIME]:
            card = JournalEntryCard(shown, self._theme)
            card.copied.connect(
                lambda entry=shown.entry: note_copied(entry.person_id, self._office)
            )
            card.strike_wanted.connect(lambda entry=shown.entry: self.strike_wanted.emit(entry))
            if not shown.entry.strike:
                permit(card.strike, self._office, Permission.WRITE)
            column.addWidget(card)
            self.cards.append(card)
        self._pages.append(page)
        self._column.insertWidget(self._column.count() - 1, page)
        # Qt would show it a moment later, and the keyboard could not go there yet.
        page.show()
        left = len(self._shown) - len(self.cards)
        self.more.setText(f"Visa fler ({left} kvar)")
        self.more.setVisible(left > 0)
