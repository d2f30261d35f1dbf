"""One thing to do: what, for whom, how urgent it is, where it is done, and the tick."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.domain.overview import PersonSummary
from gplan_desktop.rules.deadlines import Urgency
from gplan_desktop.rules.to_do import ToDo
from ui.errors import show_error
from ui.theme import Theme
from ui.to_do_text import ToDoText
from ui.to_do_ways import Act
from ui.widgets.buttons import Button, push_button
from ui.widgets.labels import label, set_role
from ui.widgets.tick_box import TickBox

# From which widths the words stand on one line, and what to press beside them.
_WIDE, _BESIDE = 740, 560
_ICON, _GAP = 20, 8
_NEAR = {Urgency.OVERDUE: ("error-fill", "problem"), Urgency.SOON: ("event", "warning")}
_LATER, _DONE = ("event", "muted"), ("check_circle-fill", "done")


class ToDoRow(QWidget):
    """Something to do, or that was done; a long text is unfolded when it is asked for.

    Signals:
        ticked: True or False, after the tick was set or taken away.
        changed: it is shown as it now is in the store.
        person_wanted: the id of the person, when the name is pressed.
    """

    ticked = Signal(bool)
    changed = Signal()
    person_wanted = Signal(str)

    def __init__(
        self, to_do: ToDo, act: Act | None, theme: Theme, person: PersonSummary | None = None
    ) -> None:
        super().__init__()
        self.to_do, self._theme = to_do, theme
        self._is_compact = False
        whose = person.name if person else ""
        parts = (to_do.kind.label, to_do.name, whose, to_do.text)
        self._spoken = ", ".join(part for part in parts if part)
        self.person: Button | None = None
        self.act: Button | None = None
        self.text: ToDoText | None = None
        self.tick: TickBox | None = None
        self._icon = label()
        self._icon.setFixedWidth(theme.px(_ICON))
        self.due = label(to_do.deadline.text) if to_do.deadline.text else None
        self.facts = label("", "muted", wraps=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(6))
        self._head = self._make_head(person)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._row.addLayout(self._texts(), 1)
        self._row.addLayout(self._actions(act))
        line = QHBoxLayout()
        line.setSpacing(theme.px(_GAP))
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(self._row, 1)
        self._column.addLayout(line)
        self.show_to_do(to_do)

    def show_to_do(self, to_do: ToDo) -> None:
        """Show whether it is done, by whom and when."""
        self.to_do = to_do
        if self.tick:
            self.tick.set_value(not to_do.is_open)
        for part in filter(None, (self.act, self.due)):
            _show_if(part, shown=to_do.is_open)
        self.facts.setText(to_do.facts)
        shows_facts = bool(to_do.facts) and not (self._is_compact and to_do.is_open)
        _show_if(self.facts, shown=shows_facts)
        set_role(self.facts, "muted" if to_do.is_open else "done")
        self._show_icon()
        self.changed.emit()

    def _show_icon(self) -> None:
        """Say by sign and colour what the words say; without a day there is nothing to say."""
        near = self.to_do.deadline
        icon, role = _NEAR.get(near.urgency, _LATER) if self.to_do.is_open else _DONE
        size = self._theme.px(_ICON)
        if near.text or not self.to_do.is_open:
            self._icon.setPixmap(self._theme.icon(icon, role).pixmap(size, size))
        else:
            self._icon.clear()
        if self.due:
            set_role(self.due, role)

    def make_compact(self) -> None:
        """Take one line only, until there is to tell who did it and when."""
        self._is_compact = True
        self.show_to_do(self.to_do)

    def refuse(self, error: Exception) -> None:
        """Show it as it still is, and why the tick was not taken."""
        self.show_to_do(self.to_do)
        show_error(error)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put everything under one another in a narrow window or with large text."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        is_wide = self.width() >= self._theme.px(_WIDE)
        for part, width in ((self._head, _WIDE), (self._row, _BESIDE)):
            across = self.width() >= self._theme.px(width)
            part.setDirection(directions.LeftToRight if across else directions.TopToBottom)
            part.setSpacing(self._theme.px(_GAP if across else 0))
        # Beside the first line, which in a wide row is as high as the name to press.
        beside = self.person if is_wide and self.person else self._what
        self._icon.setFixedHeight(beside.sizeHint().height())

    def _make_head(self, person: PersonSummary | None) -> QBoxLayout:
        self._what = QHBoxLayout()
        self._what.setSpacing(self._theme.px(_GAP))
        self._what.addWidget(label(self.to_do.kind.label, "label"))
        if self.due:
            self._what.addWidget(self.due)
        self._what.addStretch(1)
        head = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        head.addLayout(self._what)
        if person:
            lock = self._theme.icon("lock-fill", "accent") if person.protected else None
            self.person = push_button(person.name.replace("&", "&&"), "link", lock)
            self.person.setAccessibleName(person.name)
            self.person.clicked.connect(lambda: self.person_wanted.emit(person.id))
            head.addWidget(self.person, 0, Qt.AlignmentFlag.AlignLeft)
        if self.to_do.name:
            head.addWidget(label(self.to_do.name, wraps=True), 1)
        else:
            head.addStretch(1)
        return head

    def _texts(self) -> QVBoxLayout:
        texts = QVBoxLayout()
        texts.setSpacing(self._theme.px(2))
        texts.addLayout(self._head)
        texts.addWidget(self.facts)
        return texts

    def _actions(self, act: Act | None) -> QHBoxLayout:
        """Return what can be pressed; what a row does not need is not made: there are many rows."""
        actions = QHBoxLayout()
        actions.setSpacing(self._theme.px(_GAP))
        if act:
            self.act = push_button(act.text, "link", self._theme.icon(act.icon, "accent"))
            self.act.setAccessibleName(f"{act.text}: {self._spoken}")
            self.act.clicked.connect(act.go)
            actions.addWidget(self.act)
        if self.to_do.quote:
            self.text = ToDoText(self.to_do.quote, self._spoken, self._column, self._theme)
            actions.addWidget(self.text)
        if self.to_do.tick:
            self.tick = TickBox(self.to_do.tick)
            self.tick.setAccessibleName(f"{self.to_do.tick}: {self._spoken}")
            self.tick.edited.connect(lambda ticked: self.ticked.emit(bool(ticked)))
            actions.addWidget(self.tick)
        actions.addStretch(1)
        return actions


def _show_if(part: QWidget, *, shown: bool) -> None:
    """Show or hide *part*; what is shown once more would be dressed before it is in its place."""
    if part.isHidden() is shown:
        part.setVisible(shown)
