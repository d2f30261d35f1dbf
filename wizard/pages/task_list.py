"""The open tasks about one life area, each with a tick (F36)."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gplan_desktop.domain.task import Task
from gplan_desktop.domain.user import Permission
from gplan_desktop.rules.to_do import of_task
from ui.to_do_row import ToDoRow
from ui.widgets.permitted import permit
from wizard.context import PageContext


class TaskList(QWidget):
    """What is to be told the case officer; a tick says that it is done."""

    def __init__(self, context: PageContext, area: str) -> None:
        super().__init__()
        self._context, self._area = context, area
        self.rows: dict[str, ToDoRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.office.theme.px(8))
        context.tasks.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the tasks as they are now; rows that are there stay, with the keyboard in them."""
        tasks = {task.id: task for task in self._context.tasks.of_area(self._area)}
        self.setVisible(bool(tasks))
        for task_id in self.rows.keys() - tasks.keys():
            gone = self.rows.pop(task_id)
            gone.hide()
            gone.deleteLater()
        for place, task in enumerate(tasks.values()):
            if task.id in self.rows:
                self.rows[task.id].show_to_do(of_task(task))
            else:
                self.rows[task.id] = self._row(task)
                self._column.insertWidget(place, self.rows[task.id])

    def _row(self, task: Task) -> ToDoRow:
        row = ToDoRow(of_task(task), None, self._context.office.theme)
        if row.tick:
            permit(row.tick, self._context.office, Permission.WRITE)
        row.ticked.connect(lambda done: self._context.tasks.tick(task.id, done=done))
        if row.text:
            # Beside the life area that it is about, it is there to be read.
            row.text.unfold.click()
        return row
