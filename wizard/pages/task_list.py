"""The open tasks about one life area, each with a tick (F36)."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gplan_desktop.domain import dates
from gplan_desktop.domain.task import Task
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.tick_box import TickBox
from wizard.context import PageContext


class TaskList(QWidget):
    """What is to be told the case officer; a tick says that it is done."""

    def __init__(self, context: PageContext, area: str) -> None:
        super().__init__()
        self._context, self._area = context, area
        self._shown: list[Task] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.office.theme.px(8))
        context.tasks.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the tasks as they are now."""
        tasks = self._context.tasks.of_area(self._area)
        self.setVisible(bool(tasks))
        if tasks == self._shown:
            return
        self._shown = tasks
        while item := self._column.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        for task in tasks:
            self._column.addWidget(self._card(task))

    def _card(self, task: Task) -> Card:
        card = Card(self._context.office.theme, "quote")
        px = self._context.office.theme.px
        card.column.setContentsMargins(px(14), px(6), px(14), px(8))
        card.column.setSpacing(px(2))
        tick = TickBox(task.kind.label)
        tick.set_value(not task.is_open)
        tick.setAccessibleDescription(task.text)
        tick.edited.connect(lambda done: self._context.tasks.tick(task.id, done=bool(done)))
        card.column.addWidget(tick)
        card.column.addWidget(label(task.text, wraps=True))
        told = f"Uppgift sedan {dates.stamp(task.created_at)}, {task.created_by}"
        if task.done_at:
            told = f"Klar {dates.stamp(task.done_at)}, {task.done_by}"
        card.column.addWidget(label(told, "small", wraps=True))
        return card
