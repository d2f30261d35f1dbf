"""The page Gallring: who is due to be erased, who is kept all the same, and what was erased."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from gplan_desktop.domain.user import Permission
from gplan_desktop.rules.retention import Due, PersonFacts, due
from ui import retention_words as words
from ui.erase_dialog import EraseDialog
from ui.errors import show_error
from ui.office import Office
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.permitted import permit
from ui.widgets.scrolled import page_of
from ui.widgets.spoken import say
from ui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from gplan_desktop.store.retention import Erasure

_Found = tuple[list[PersonFacts], list["Erasure"]]


@dataclass(frozen=True)
class RetentionWays:
    """Where one goes from the page."""

    leave: Callable[[], None]
    open_person: Callable[[str], None]


class RetentionView(QWidget):
    """Three lists, of which the first has ticks and a button; goes back with Esc.

    Nobody is ticked to begin with: whom to erase is decided one by one.
    """

    def __init__(self, office: Office, ways: RetentionWays) -> None:
        super().__init__()
        self.setObjectName("surface")
        self._office, self._ways = office, ways
        self._due: tuple[Due, ...] = ()
        self.ticks: dict[str, TickBox] = {}
        theme = office.theme
        inner = page_of(self)
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(theme.px(28), theme.px(16), theme.px(28), theme.px(20))
        layout.setSpacing(theme.px(12))
        layout.addLayout(self._head())
        layout.addWidget(label(words.lead(office.method.retention), "muted", wraps=True))
        self.outcome = label("", "done", wraps=True)
        self.outcome.hide()
        layout.addWidget(self.outcome)
        layout.addWidget(self._due_card())
        self.exempt, self._exempt = self._card(words.EXEMPT)
        self.done, self._done = self._card(words.DONE)
        layout.addWidget(self.exempt)
        layout.addWidget(self.done)
        layout.addStretch(1)
        QShortcut(QKeySequence("Esc"), self, ways.leave)

    @property
    def chosen(self) -> list[Due]:
        """Those who are ticked, in the order of the list."""
        ticked = {person_id for person_id, tick in self.ticks.items() if tick.isChecked()}
        return [one for one in self._due if one.person_id in ticked]

    def refresh(self) -> None:
        """Show who is due as it is in the store now."""
        store = self._office.store
        self._office.database.newest(
            "retention",
            lambda: (store.retention.facts(), store.retention.done()),
            self._show,
            show_error,
        )

    def focus_first(self) -> None:
        """Put the keyboard on the way back: nothing here is done in passing."""
        self.back.setFocus()

    def _head(self) -> QHBoxLayout:
        theme = self._office.theme
        self.back = push_button("Till listan", "link", theme.icon("arrow_back", "accent"))
        self.back.setToolTip("Esc")
        self.back.clicked.connect(self._ways.leave)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(self.back)
        row.addWidget(label(words.TITLE, "title"))
        row.addStretch(1)
        return row

    def _due_card(self) -> Card:
        theme = self._office.theme
        card, self._list = self._card("Ska gallras")
        self.empty = label(words.NOBODY, "muted", wraps=True)
        self.problem = label(words.NONE_CHOSEN, "problem", wraps=True)
        self.problem.hide()
        self.erase = push_button(words.ERASE, "", theme.icon("delete", "accent"))
        self.erase.clicked.connect(self._ask)
        permit(self.erase, self._office, Permission.ERASE)
        row = QHBoxLayout()
        row.addWidget(self.erase)
        row.addStretch(1)
        card.column.addWidget(self.empty)
        card.column.addWidget(self.problem)
        card.column.addLayout(row)
        return card

    def _card(self, title: str) -> tuple[Card, QVBoxLayout]:
        theme = self._office.theme
        card, rows = Card(theme), QVBoxLayout()
        card.column.setSpacing(theme.px(8))
        rows.setSpacing(theme.px(4))
        card.column.addWidget(label(title, "heading"))
        card.column.addLayout(rows)
        return card, rows

    def _show(self, found: _Found) -> None:
        facts, done = found
        old = due(facts, self._office.method.retention, self._office.today())
        self._due = tuple(one for one in old if one.may_be_erased)
        self.ticks = {}
        _fill(self._list, (self._line(one) for one in self._due))
        _fill(self._exempt, _texts([words.kept(one) for one in old if one.exempt_reason]))
        _fill(self._done, _texts([words.record(one) for one in done]))
        self.exempt.setVisible(len(old) > len(self._due))
        self.done.setVisible(bool(done))
        self.empty.setVisible(not self._due)
        self.erase.setVisible(bool(self._due))
        self.erase.setEnabled(True)
        self.problem.hide()

    def _line(self, one: Due) -> QWidget:
        tick = TickBox(one.name.replace("&", "&&"))
        tick.setAccessibleName(f"{one.name}, {words.about(one)}")
        self.ticks[one.person_id] = tick
        look = push_button("Öppna", "link")
        look.setAccessibleName(f"Öppna {one.name}")
        look.clicked.connect(lambda: self._ways.open_person(one.person_id))
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._office.theme.px(12))
        row.addWidget(tick)
        row.addWidget(label(words.about(one), "muted", wraps=True), 1)
        row.addWidget(look)
        return part

    def _ask(self) -> None:
        """Ask once more, with all that it leads to."""
        chosen = self.chosen
        self.problem.setVisible(not chosen)
        if not chosen:
            next(iter(self.ticks.values())).setFocus()
            say(self.problem, words.NONE_CHOSEN)
            return
        self.dialog = EraseDialog(chosen, self._office, self)
        self.dialog.decided.connect(lambda: self._erase(chosen))
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def _erase(self, chosen: Sequence[Due]) -> None:
        store, rules = self._office.store, self._office.method.retention
        ids, reason = [one.person_id for one in chosen], words.reason(rules)
        self.erase.setEnabled(False)
        self._tell(words.ERASING)
        self._office.database.run(
            lambda: store.retention.erase(ids, reason, rules), self._on_erased, self._on_failed
        )

    def _on_erased(self, erasure: "Erasure") -> None:
        self._tell(words.outcome(erasure))
        if erasure.words:
            # The spelling knows the names from its start.
            self._office.spelling.start()
        self.refresh()

    def _on_failed(self, error: Exception) -> None:
        self.outcome.hide()
        self.refresh()
        show_error(error)

    def _tell(self, text: str) -> None:
        self.outcome.setText(text)
        self.outcome.show()
        say(self.outcome, text)


def _texts(texts: Iterable[str]) -> list[QWidget]:
    return [label(text, wraps=True) for text in texts]


def _fill(rows: QLayout, parts: Iterable[QWidget]) -> None:
    """Put *parts* in place of what was in *rows*."""
    while (item := rows.takeAt(0)) and (before := item.widget()):
        before.hide()
        before.deleteLater()
    for part in parts:
        rows.addWidget(part)
