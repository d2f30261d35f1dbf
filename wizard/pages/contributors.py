"""Who took part in making the plan, confirmed anew every time (S53-S55)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from gplan_desktop.domain.plan import Contributor
from gplan_desktop.rules.steps import Step
from ui.widgets.buttons import push_button, tool_button
from ui.widgets.row_list import RowList
from wizard.context import PageContext
from wizard.pages.page import Page

_FIELD = "contributors"
_PLACES = (("name", 0, 0, 1), ("role", 0, 1, 1), ("confirmed", 1, 0, 2))


class ContributorsPage(Page):
    """A row for each contributor: name, role, and the tick that confirms."""

    def __init__(self, context: PageContext, step: Step) -> None:
        super().__init__(context, step)
        inside = self.add_card()
        self.top = self.make_top(_FIELD)
        inside.addWidget(self.top)
        self.rows = RowList(self._make_row, self.px(16))
        inside.addWidget(self.rows)
        self.add = push_button(
            "Lägg till medverkande", "", context.office.theme.icon("person_add", "accent")
        )
        self.add.setObjectName(_FIELD)
        self.add.clicked.connect(self._add_row)
        inside.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        # Only once it is inside: what is shown before that is a window, which takes the keyboard.
        self.add.setVisible(not self.editor.read_only)
        self.column.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """Show the contributors as they are now."""
        if self.rows.show_rows(len(self.editor.plan.contributors)):
            self._follow_rows()
        self.top.show_findings(self.editor.shown(_FIELD))
        super().refresh()

    def focus_first(self) -> None:
        """Put the keyboard in the first row, or on the button that adds one."""
        if self.frames:
            super().focus_first()
        else:
            self.add.setFocus()

    def _follow_rows(self) -> None:
        """Forget the fields of rows that are no longer there."""
        count = len(self.rows.rows)
        self.frames = {f: w for f, w in self.frames.items() if int(f.split(".")[1]) < count}

    def _make_row(self, number: int) -> QWidget:
        row = QFrame()
        row.setObjectName("quote")
        grid = QGridLayout(row)
        grid.setContentsMargins(self.px(16), self.px(10), self.px(10), self.px(12))
        grid.setHorizontalSpacing(self.px(12))
        grid.setVerticalSpacing(self.px(8))
        for part, line, column, span in _PLACES:
            frame = self.make_field(f"{_FIELD}.{number}.{part}")
            frame.hint.setVisible(number == 0 and part != "confirmed")
            grid.addWidget(frame, line, column, 1, span, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 1)
        remove = tool_button(
            self.context.office.theme.icon("delete"), f"Ta bort medverkande {number + 1}", "help"
        )
        remove.clicked.connect(lambda: self._remove_row(number))
        # Last in the row, so that Tab comes to it after the tick.
        grid.addWidget(remove, 1, 2, Qt.AlignmentFlag.AlignTop)
        remove.setVisible(not self.editor.read_only)
        return row

    def _add_row(self) -> None:
        people = self.editor.plan.contributors
        self.editor.change(_FIELD, (*people, Contributor(confirmed=True)))
        self.frames[f"{_FIELD}.{len(people)}.name"].focus_box()

    def _remove_row(self, number: int) -> None:
        people = list(self.editor.plan.contributors)
        del people[number]
        self.add.setFocus()
        self.editor.change(_FIELD, tuple(people))
