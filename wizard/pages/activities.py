"""The activities of a life area: what, how, who and when (S10, S22)."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.domain.plan import Activity
from gplan_desktop.domain.text import is_blank
from gplan_desktop.rules.finding import Finding
from ui.widgets.buttons import push_button, tool_button
from ui.widgets.field_top import by_weight, role_of
from ui.widgets.labels import label, set_role
from ui.widgets.row_list import RowList
from wizard.pages.page import Page
from wizard.pages.writing_help import PhraseHelp

_PARTS = ("what", "how", "who", "day_parts", "when", "sub_goal")


@dataclass(frozen=True)
class _Summary:
    """How an activity reads while it is folded: heading and line."""

    heading: str
    line: str


class ActivityList(QWidget):
    """The activities, folded to two lines each but for the one being written."""

    def __init__(self, page: Page, field: str) -> None:
        super().__init__()
        self._page, self.field = page, field
        self._open = -1
        self._shown: object = None
        theme = page.context.office.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        self.top = page.make_top(field)
        column.addWidget(self.top)
        self.rows = RowList(self._make_row, theme.px(10))
        column.addWidget(self.rows)
        self.add = push_button("Lägg till aktivitet", "", theme.icon("add", "accent"))
        self.add.setObjectName(field)
        self.add.clicked.connect(self._add)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        # Only once it is inside: what is shown before that is a window, which takes the keyboard.
        self.add.setVisible(not page.editor.read_only)

    @property
    def activities(self) -> tuple[Activity, ...]:
        """The activities as they are in the plan now."""
        return self._page.editor.plan.area(self.field.split(".")[1]).activities

    def refresh(self) -> None:
        """Show the activities as they are now."""
        if len(self.rows.rows) != len(self.activities):
            self._rebuild()
        state = (self.activities, self._findings(), self._open)
        if state == self._shown:
            return
        self._shown = state
        self.top.show_findings(self._page.editor.shown(self.field))
        for number, row in enumerate(self.rows.rows):
            if isinstance(row, _FoldedRow):
                row.show_summary(_summary(self.activities[number]), self._told_of(number))

    def unfold(self, number: int) -> None:
        """Open the activity *number* for writing and fold the others."""
        if self._open != number:
            self._open = number
            self._rebuild()
            self.refresh()

    def _told_of(self, number: int) -> list[Finding]:
        place = f"{self.field}.{number}."
        return by_weight(f for f in self._findings() if f.field.startswith(place))

    def _findings(self) -> list[Finding]:
        """Return what is to be put right in the activities, and may be told by now."""
        editor = self._page.editor
        own = [f for f in editor.findings if f.field.startswith(self.field)]
        return [f for f in own if f in editor.shown(f.field)]

    def _rebuild(self) -> None:
        frames = self._page.frames
        for field in [f for f in frames if f.startswith(f"{self.field}.")]:
            del frames[field]
        self.rows.rebuild(len(self.activities))
        # After it: the field that goes away is left, and then the old rows are refreshed.
        self._shown = None
        for field, frame in frames.items():
            if field.startswith(f"{self.field}."):
                self._page.show_field(frame)

    def _make_row(self, number: int) -> QWidget:
        if number == self._open:
            return self._make_open_row(number)
        row = _FoldedRow(self._page, number)
        row.change.clicked.connect(lambda: self._open_and_focus(number))
        row.remove.clicked.connect(lambda: self._remove(number))
        return row

    def _make_open_row(self, number: int) -> QWidget:
        row = QFrame()
        row.setObjectName("quote")
        px = self._page.px
        column = QVBoxLayout(row)
        column.setContentsMargins(px(16), px(12), px(16), px(14))
        column.setSpacing(px(14))
        for part in _PARTS:
            frame = self._page.make_field(f"{self.field}.{number}.{part}")
            column.addWidget(frame)
            if part == "how" and not self._page.editor.read_only:
                PhraseHelp(self._page, frame)
        buttons = QHBoxLayout()
        done = push_button("Klar med aktiviteten")
        done.clicked.connect(lambda: self._fold(number))
        buttons.addWidget(done)
        buttons.addStretch(1)
        column.addLayout(buttons)
        done.setVisible(not self._page.editor.read_only)
        return row

    def _open_and_focus(self, number: int) -> None:
        self.unfold(number)
        self._page.frames[f"{self.field}.{number}.what"].focus_box()

    def _fold(self, number: int) -> None:
        for part in _PARTS:
            self._page.editor.leave(f"{self.field}.{number}.{part}")
        self._open = -1
        self._rebuild()
        self.refresh()
        self.add.setFocus()

    def _add(self) -> None:
        number = len(self.activities)
        self._open = number
        self._page.editor.change(self.field, (*self.activities, Activity()))
        self._page.frames[f"{self.field}.{number}.what"].focus_box()

    def _remove(self, number: int) -> None:
        left = list(self.activities)
        del left[number]
        self._open = -1
        self.add.setFocus()
        self._page.editor.change(self.field, tuple(left))


class _FoldedRow(QFrame):
    """One activity in two lines, with buttons to change and remove it."""

    def __init__(self, page: Page, number: int) -> None:
        super().__init__()
        self.setObjectName("quote")
        theme, read_only = page.context.office.theme, page.editor.read_only
        self.heading = label("", "label", wraps=True)
        self.line = label("", "muted", wraps=True)
        self.problem = label("", "problem", wraps=True)
        texts = QVBoxLayout()
        texts.setSpacing(theme.px(2))
        for text in (self.heading, self.line, self.problem):
            texts.addWidget(text)
        self.change = push_button("Visa" if read_only else "Ändra", "link")
        self.change.setAccessibleName(f"{self.change.text()} aktivitet {number + 1}")
        self.remove = tool_button(theme.icon("delete"), f"Ta bort aktivitet {number + 1}", "help")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.px(14), theme.px(8), theme.px(8), theme.px(8))
        layout.addLayout(texts, 1)
        top = Qt.AlignmentFlag.AlignTop
        layout.addWidget(self.change, 0, top)
        layout.addWidget(self.remove, 0, top)
        self.remove.setVisible(not read_only)

    def show_summary(self, summary: _Summary, findings: list[Finding]) -> None:
        """Show heading, line and what is to be put right, in the colour of the weightiest."""
        self.heading.setText(summary.heading)
        self.line.setText(summary.line)
        self.line.setVisible(bool(summary.line))
        if findings:
            set_role(self.problem, role_of(findings[0].severity))
        self.problem.setText("\n".join(f.text for f in findings))
        self.problem.setVisible(bool(findings))


def _summary(activity: Activity) -> _Summary:
    parts = ", ".join(part.label for part in activity.day_parts)
    said = (parts, activity.when, activity.who, activity.how)
    line = " · ".join(" ".join(text.split()) for text in said if not is_blank(text))
    return _Summary(activity.what.strip() or "Ny aktivitet", line)
