"""One task: what it is about, its text to read and copy, and the tick that says it is done."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.domain import dates
from gplan_desktop.domain.life_areas import life_area
from gplan_desktop.domain.task import Task
from ui.errors import show_error
from ui.theme import Theme
from ui.widgets.buttons import Button, push_button
from ui.widgets.card import Card
from ui.widgets.labels import label, set_role
from ui.widgets.tick_box import TickBox

_COPY, _COPIED = "Kopiera texten", "Kopierad"
_SHOW, _HIDE = "Visa texten", "Dölj texten"
_TOLD_MS = 3000
_WIDE = 900


class TaskRow(QWidget):
    """A task that is open or done; its text is unfolded when asked for.

    Signals:
        ticked: True or False, after the tick was set or taken away.
        changed: the task is shown as it now is in the store.
        person_wanted: the id of the person, when the name is pressed.
    """

    ticked = Signal(bool)
    changed = Signal()
    person_wanted = Signal(str)

    def __init__(self, task: Task, person: str, theme: Theme) -> None:
        super().__init__()
        self.task, self._theme = task, theme
        day = dates.in_sweden(task.created_at).date().isoformat()
        self._spoken = ", ".join(part for part in (task.kind.label, person, day) if part)
        self.facts = label("", "muted", wraps=True)
        self._head = self._make_head(person)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(theme.px(8))
        self._row.addLayout(self._head, 1)
        self._row.addLayout(self._actions())
        self.quote = self._quote()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addLayout(self._row)
        column.addWidget(self.quote)
        self.show_task(task)

    def show_task(self, task: Task) -> None:
        """Show whether the task is done, by whom and when."""
        self.task = task
        self.tick.set_value(not task.is_open)
        self.facts.setText(_facts(task))
        set_role(self.facts, "muted" if task.is_open else "done")
        self.changed.emit()

    def refuse(self, error: Exception) -> None:
        """Show the task as it still is, and why the tick was not taken."""
        self.show_task(self.task)
        show_error(error)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put everything under one another in a narrow window or with large text."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        is_wide = self.width() >= self._theme.px(_WIDE)
        for part in (self._head, self._row):
            part.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)

    def _make_head(self, person: str) -> QBoxLayout:
        head = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        head.setSpacing(self._theme.px(8))
        if person:
            self.person = push_button(person, "link")
            self.person.clicked.connect(lambda: self.person_wanted.emit(self.task.person_id))
            head.addWidget(self.person, 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(label(self.task.kind.label, "label"))
        head.addWidget(self.facts, 1)
        return head

    def _actions(self) -> QHBoxLayout:
        self.unfold = push_button(_SHOW, "link")
        self.unfold.setAccessibleName(f"{_SHOW}: {self._spoken}")
        self.unfold.clicked.connect(self._fold)
        self.copy = push_button(_COPY, "link", self._theme.icon("content_copy", "accent"))
        self.copy.setAccessibleName(f"{_COPY}: {self._spoken}")
        self.copy.clicked.connect(self._copy)
        self.tick = TickBox("Klart")
        self.tick.setAccessibleName(f"Klart: {self._spoken}")
        self.tick.edited.connect(lambda ticked: self.ticked.emit(bool(ticked)))
        for button, texts in ((self.unfold, (_HIDE, _SHOW)), (self.copy, (_COPIED, _COPY))):
            _keep_width(button, texts)
        actions = QHBoxLayout()
        actions.setSpacing(self._theme.px(8))
        for widget in (self.unfold, self.copy, self.tick):
            actions.addWidget(widget)
        actions.addStretch(1)
        return actions

    def _quote(self) -> Card:
        quote = Card(self._theme, "quote")
        text = label(self.task.text, wraps=True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        quote.column.addWidget(text)
        quote.hide()
        return quote

    def _fold(self) -> None:
        shown = self.quote.isHidden()
        self.quote.setVisible(shown)
        self.unfold.setText(_HIDE if shown else _SHOW)
        self.unfold.setAccessibleName(f"{self.unfold.text()}: {self._spoken}")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.task.text)
        self.copy.setText(_COPIED)
        QTimer.singleShot(_TOLD_MS, self.copy, lambda: self.copy.setText(_COPY))


def _facts(task: Task) -> str:
    if task.done_at:
        return f"Klart {dates.stamp(task.done_at)}, {task.done_by}"
    day = dates.in_sweden(task.created_at).date().isoformat()
    area = f"{life_area(task.area).label}, " if task.area else ""
    noted = f"{area}antecknat {day} av {task.created_by}"
    return noted[0].upper() + noted[1:]


def _keep_width(button: Button, texts: tuple[str, str]) -> None:
    """Keep *button* as wide as the wider of its *texts*, the last of which it shows now."""
    button.ensurePolished()
    widths = []
    for text in texts:
        button.setText(text)
        widths.append(button.sizeHint().width())
    button.setMinimumWidth(max(widths))
