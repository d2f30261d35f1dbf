"""Who changed the tabs when, and what stood there before and after; a code is never told."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gplan_desktop.domain import dates
from gplan_desktop.domain.fields import pattern
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.tabs import Tabs
from gplan_desktop.method.model import Method
from gplan_desktop.rules.difference import ChangeKind
from gplan_desktop.rules.tabs_difference import TabChange, tabs_changes
from ui.errors import show_error
from ui.office import Office
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.scrolled import scrolled

_TITLE = "Ändringar i flikarna"
_NOTHING = "Inget har skrivits i flikarna än."
_ONLY_SPACE = "Inget som syns: bara mellanslag eller ordningen mellan raderna."
_OF_CODE = {
    ChangeKind.ADDED: "koden tillagd",
    ChangeKind.REMOVED: "koden borttagen",
    ChangeKind.CHANGED: "koden ändrad",
}
_REASON = "skälet till att texten står kvar"


class TabsHistory(QDialog):
    """The changes, the latest first, each with its day, its hand, and the fields in words."""

    def __init__(self, person: Person, office: Office, parent: QWidget) -> None:
        super().__init__(parent)
        self._office = office
        self._person_id = person.id
        theme = office.theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_TITLE)
        self.resize(theme.px(640), min(theme.px(600), parent.window().height()))
        self._inner = QWidget()
        self.list = QVBoxLayout(self._inner)
        self.list.setContentsMargins(0, 0, theme.px(8), 0)
        self.list.setSpacing(theme.px(12))
        close = push_button("Stäng")
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        area = scrolled(self._inner)
        # The arrow keys scroll it: nothing in it takes the keyboard.
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(_TITLE)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20))
        column.setSpacing(theme.px(12))
        column.addWidget(label(f"{_TITLE}: {person.name}", "heading", wraps=True))
        column.addWidget(area, 1)
        column.addLayout(foot)
        self._load()

    def _load(self) -> None:
        store, person_id = self._office.store, self._person_id

        def load() -> list[Tabs]:
            record = store.tabs.of_person(person_id)
            return [record.tabs, *store.tabs.history(person_id)] if record.version else []

        self._office.database.run(load, self._show_states, show_error)

    def _show_states(self, states: Sequence[Tabs]) -> None:
        """Show how each state of the tabs came from the one before it."""
        for after, before in pairwise((*states, Tabs(self._person_id))):
            self.list.addWidget(self._entry(before, after))
        if not states:
            self.list.addWidget(label(_NOTHING, "muted", wraps=True))
        self.list.addStretch(1)

    def _entry(self, before: Tabs, after: Tabs) -> Card:
        theme = self._office.theme
        card = Card(theme)
        card.column.setSpacing(theme.px(6))
        when = dates.stamp(after.changed_at) if after.changed_at else ""
        card.column.addWidget(_text(", ".join(filter(None, (when, after.changed_by))), "label"))
        for line in told(tabs_changes(before, after), self._office.method):
            card.column.addWidget(_text(line, ""))
        return card


def told(changes: Iterable[TabChange], method: Method) -> list[str]:
    """Return each change as one sentence: where, and what stood there before and after."""
    return [_sentence(change, method) for change in changes] or [_ONLY_SPACE]


def _sentence(change: TabChange, method: Method) -> str:
    where = method.field(change.field).label
    if change.row and change.field != pattern(change.field):
        where = f"{where} ({change.row})"
    if change.is_code:
        return f"{where}: {_OF_CODE[change.kind]}"
    if change.is_reason:
        where = f"{where}, {_REASON}"
    if change.kind is ChangeKind.CHANGED:
        return f"{where}: ”{change.before}” blev ”{change.after}”"
    text = change.after or change.before
    return f"{where}: {change.kind.label.lower()} ”{text}”"


def _text(text: str, role: str) -> QLabel:
    shown = label(text, role, wraps=True)
    shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return shown
