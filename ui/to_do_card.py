"""What is left to do for one person, or the most urgent of it for the unit (F16, F36)."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.domain import dates
from gplan_desktop.rules.to_do import ToDo, to_do
from ui.errors import show_error
from ui.office import Office
from ui.to_do_rows import People, ToDoRows
from ui.to_do_ways import ToDoWays
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.labels import label

HEADING = "Att göra"
_MOST_URGENT, _MOST_WHEN_LOW, _LOW = 5, 3, 760


@dataclass(frozen=True)
class Found:
    """What is left, the most urgent first; what was done lately; and the persons by id."""

    left: tuple[ToDo, ...]
    done: tuple[ToDo, ...] = ()
    people: People = field(default_factory=dict)


def of_person(person_id: str, office: Office) -> Found:
    """Return what is left and was done for one person; on the thread of the database."""
    facts = office.store.to_do.facts_of(person_id)
    left = to_do(facts, office.method.limits, office.today())
    return Found(left, office.store.to_do.done_of(person_id))


def of_unit(office: Office) -> Found:
    """Return what is left for all persons of the unit; on the thread of the database."""
    limits, today = office.method.limits, office.today()
    facts = office.store.to_do.unit(dates.add_days(today, limits.due_soon_days))
    return Found(to_do(facts, limits, today), people=facts.people)


class _ToDoCard(QWidget):
    """A card with a heading that counts, rows, and something to press beside the heading."""

    def __init__(self, office: Office, ways: ToDoWays, *, compact: bool = False) -> None:
        super().__init__()
        self._office = office
        self._others = 0
        theme = office.theme
        self.rows = ToDoRows(office, ways, compact=compact)
        self.rows.changed.connect(self._count)
        self.heading = label(HEADING, "heading")
        self.more = push_button("", "link")
        head = QHBoxLayout()
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self.more)
        self.card = Card(theme)
        self.card.column.setSpacing(theme.px(8))
        self.card.column.addLayout(head)
        self.card.column.addWidget(self.rows)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.card)
        self.hide()

    def _count(self) -> None:
        """Tell beside the heading how many are left."""
        left = self.rows.left + self._others
        self.heading.setText(f"{HEADING} ({left})" if left else HEADING)


class PersonToDoCard(_ToDoCard):
    """All that is left for one person, and folded under it what was done; hidden without any."""

    def __init__(self, person_id: str, office: Office, ways: ToDoWays) -> None:
        super().__init__(office, ways)
        self._person_id = person_id
        self.done = ToDoRows(office, ways)
        self.done.changed.connect(self._count)
        self.card.column.addWidget(self.done)
        # What stands beside it may be higher; its lines stay together at the top.
        self.card.column.addStretch(1)
        self.more.clicked.connect(lambda: self._open_fold(self.done.isHidden()))

    def refresh(self) -> None:
        """Show what stands in the store now."""
        office, person_id = self._office, self._person_id
        office.database.newest(
            "to do", lambda: of_person(person_id, office), self._show, show_error
        )

    def _count(self) -> None:
        self._others = self.done.left
        super()._count()

    def _show(self, found: Found) -> None:
        self.rows.show_all(found.left)
        self.done.show_all(found.done)
        self.rows.setVisible(bool(found.left))
        self._count()
        self._open_fold(False)
        self.more.setVisible(bool(found.done))
        self.setVisible(bool(found.left or found.done))

    def _open_fold(self, is_open: bool) -> None:
        """Show or hide what was done already when the list was last read."""
        self.done.setVisible(is_open)
        verb = "Dölj" if is_open else "Visa"
        self.more.setText(f"{verb} det som är klart ({len(self.done.rows)})")


class UnitToDoCard(_ToDoCard):
    """The most urgent for all persons, and the way to all of it; hidden without any."""

    def __init__(self, office: Office, ways: ToDoWays, show_all: Callable[[], None]) -> None:
        super().__init__(office, ways, compact=True)
        self.more.clicked.connect(show_all)
        px = office.theme.px
        self.card.column.setContentsMargins(px(20), px(8), px(20), px(8))
        self.card.column.setSpacing(px(2))

    def refresh(self) -> None:
        """Show what stands in the store now."""
        office = self._office
        office.database.newest("to do", lambda: of_unit(office), self._show, show_error)

    def _show(self, found: Found) -> None:
        low = self.window().height() < self._office.theme.px(_LOW)
        shown = found.left[: _MOST_WHEN_LOW if low else _MOST_URGENT]
        self._others = len(found.left) - len(shown)
        self.rows.show_all(shown, found.people)
        self._count()
        self.more.setText(f"Visa alla ({len(found.left)})")
        self.setVisible(bool(shown))
