"""What must not be forgotten about the plan's person, kept in the store and on the pages (F36)."""

from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from gplan_desktop.domain.task import Task, TaskKind
from gplan_desktop.editing import PlanEditor
from ui.errors import show_error
from ui.office import Office


class PlanTasks(QObject):
    """Reads, adds and ticks the tasks of the person whose plan is open.

    Signals:
        changed: the tasks were read, or one was added, ticked or opened again.
    """

    changed = Signal()

    def __init__(self, editor: PlanEditor, office: Office, parent: QObject) -> None:
        super().__init__(parent)
        self._editor, self._office = editor, office
        self._tasks: list[Task] = []
        self._ticked_here: set[str] = set()

    def load(self) -> None:
        """Read the tasks from the store."""
        store, person_id = self._office.store, self._editor.plan.person_id
        self._office.database.run(lambda: store.tasks.of_person(person_id), self._show, show_error)

    def of_area(self, code: str) -> list[Task]:
        """Return what is open about the life area *code*, and what was ticked just now.

        The newest comes first, ticked or not: nothing moves under the hand.
        """
        found = [
            task
            for task in self._tasks
            if task.area == code and (task.is_open or task.id in self._ticked_here)
        ]
        return sorted(found, key=lambda task: task.created_at, reverse=True)

    def add(self, text: str, area: str) -> None:
        """Keep the task to write *text* to the case officer about the life area *area* (S69)."""
        store, editor = self._office.store, self._editor
        task = Task(
            id=str(uuid4()),
            person_id=editor.plan.person_id,
            kind=TaskKind.CONTACT_CASE_OFFICER,
            text=text,
            created_at=self._office.now(),
            created_by=self._office.unit.coordinator,
            # An untouched form is dropped when it is left: no task may point at it.
            plan_id="" if editor.is_untouched and not editor.record.version else editor.plan.id,
            area=area,
        )
        self._office.database.run(lambda: store.tasks.add(task), lambda _: self.load(), show_error)

    def tick(self, task_id: str, *, done: bool) -> None:
        """Note that a task is done, or open it again."""
        store, now = self._office.store, self._office.now()
        self._ticked_here.add(task_id)
        self._office.database.run(
            lambda: store.tasks.tick(task_id, now) if done else store.tasks.untick(task_id),
            lambda _: self.load(),
            self._on_not_ticked,
        )

    def _on_not_ticked(self, error: Exception) -> None:
        """Show the tasks as they still are, and why the tick was not taken."""
        self.changed.emit()
        show_error(error)

    def _show(self, tasks: list[Task]) -> None:
        self._tasks = tasks
        self.changed.emit()
