"""What must not be forgotten: open tasks to read, copy and tick, for a person or the unit (F36)."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.domain.task import Task
from ui.errors import show_error
from ui.office import Office
from ui.task_row import TaskRow
from ui.theme import Theme
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.low_area import LowArea

_HEADING = "Att göra"
_MOST_HEIGHT = 84


@dataclass(frozen=True)
class NamedTask:
    """A task, and whose it is where several persons' tasks stand together."""

    task: Task
    person: str = ""


@dataclass(frozen=True)
class TaskWays:
    """Where the tasks come from, and the way to a person where there are several."""

    fetch: Callable[[], list[NamedTask]]
    open_person: Callable[[str], None] | None = None


def of_person(person_id: str, office: Office) -> TaskWays:
    """Return the ways of a card on the page of one person."""
    store = office.store
    return TaskWays(lambda: [NamedTask(task) for task in store.tasks(person_id)])


def of_unit(office: Office, open_person: Callable[[str], None]) -> TaskWays:
    """Return the ways of a card with the open tasks of all persons."""
    store = office.store
    return TaskWays(
        lambda: [NamedTask(task, person.name) for person, task in store.open_tasks()], open_person
    )


class TaskCard(QWidget):
    """Open tasks, and folded under them those done; nothing at all when there is none.

    What is ticked stays where it is until refresh(), so that it can be taken back.
    """

    def __init__(self, office: Office, ways: TaskWays) -> None:
        super().__init__()
        self._office, self._ways = office, ways
        self.open_rows: list[TaskRow] = []
        self.done_rows: list[TaskRow] = []
        theme = office.theme
        self._open, self._done = _RowList(theme), _RowList(theme)
        self.fold = push_button("", "link")
        self.fold.clicked.connect(lambda: self._open_fold(self._done.isHidden()))
        card = Card(theme)
        card.column.setSpacing(theme.px(8))
        head = QHBoxLayout()
        self.heading = label(_HEADING, "heading")
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self.fold)
        card.column.addLayout(head)
        most = theme.px(_MOST_HEIGHT)
        card.column.addWidget(LowArea(self._open, most) if ways.open_person else self._open)
        card.column.addWidget(self._done)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(card)
        self.hide()

    def refresh(self) -> None:
        """Show the tasks as they are in the store now."""
        self._office.database.newest("tasks", self._ways.fetch, self._show, show_error)

    def _show(self, tasks: list[NamedTask]) -> None:
        self.open_rows = [self._row(named) for named in tasks if named.task.is_open]
        self.done_rows = [self._row(named) for named in tasks if not named.task.is_open]
        self._count()
        self._open.show_rows(self.open_rows)
        self._done.show_rows(self.done_rows)
        self._open_fold(False)
        self.fold.setVisible(bool(self.done_rows))
        self.setVisible(bool(tasks))

    def _count(self) -> None:
        """Tell beside the heading how many are left."""
        left = sum(row.task.is_open for row in (*self.open_rows, *self.done_rows))
        self.heading.setText(f"{_HEADING} ({left})" if left else _HEADING)

    def _open_fold(self, is_open: bool) -> None:
        """Show or hide what was done already when the tasks were last read."""
        self._done.setVisible(is_open)
        verb = "Dölj" if is_open else "Visa"
        self.fold.setText(f"{verb} det som är klart ({len(self.done_rows)})")

    def _row(self, named: NamedTask) -> TaskRow:
        row = TaskRow(named.task, named.person, self._office.theme)
        row.ticked.connect(lambda ticked: self._tick(row, ticked))
        row.changed.connect(self._count)
        if self._ways.open_person:
            row.person_wanted.connect(self._ways.open_person)
        return row

    def _tick(self, row: TaskRow, ticked: bool) -> None:
        store, task_id, now = self._office.store, row.task.id, self._office.now()

        def work() -> Task:
            return store.tick_task(task_id, now) if ticked else store.untick_task(task_id)

        self._office.database.run(work, row.show_task, row.refuse)


class _RowList(QWidget):
    """Rows under one another, all replaced at once."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))

    def show_rows(self, rows: list[TaskRow]) -> None:
        """Show *rows* in place of those before; take no room without any."""
        while (item := self._column.takeAt(0)) and (before := item.widget()):
            before.hide()
            before.deleteLater()
        for row in rows:
            self._column.addWidget(row)
            # Qt would show it a moment later, and the keyboard could not go there yet.
            row.show()
        self.setVisible(bool(rows))
