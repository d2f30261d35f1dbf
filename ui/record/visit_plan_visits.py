"""What applies during one single visit: a row for each, with its day (S95)."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gplan_desktop.domain.visit_plan import SingleVisit
from ui.office import Office
from ui.record.record_sheet import RecordSheet
from ui.record.visit_plan_editor import VisitPlanEditor
from ui.widgets.buttons import Button, push_button
from ui.widgets.labels import label
from ui.widgets.row_list import RowList

FIELD = "visit_plan.single_visits"
_PASSED = "Dagen har varit. Ta bort raden om besöket är klart."


class SingleVisitRows(QWidget):
    """The rows, the button that adds one, and word of those whose day has passed."""

    def __init__(self, sheet: RecordSheet, editor: VisitPlanEditor, office: Office) -> None:
        super().__init__()
        self._sheet, self._editor, self._office = sheet, editor, office
        px = office.theme.px
        self.top = sheet.make_top(FIELD)
        self.rows = RowList(self._make_row, px(12))
        self.passed: list[QWidget] = []
        self.removes: list[Button] = []
        self.add = push_button(
            "Lägg till ett enstaka besök", "", office.theme.icon("add", "accent")
        )
        self.add.setObjectName(FIELD)
        self.add.clicked.connect(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self.top)
        column.addWidget(self.rows)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.add.setVisible(not editor.read_only)

    def refresh(self) -> None:
        """Show the visits as they are now."""
        visits = self._editor.current.single_visits
        if len(visits) != len(self.rows.rows):
            self._sheet.keep_rows(FIELD, 0)
            self.passed, self.removes = [], []
            self.rows.show_rows(len(visits))
        for visit, passed in zip(visits, self.passed, strict=True):
            passed.setVisible(_has_passed(visit, self._office.today()))

    def focus_first(self) -> None:
        """Put the keyboard in the first visit, or on the button that adds one."""
        if self.rows.rows:
            self._sheet.frames[f"{FIELD}.0.text"].focus_box()
        else:
            self.add.setFocus()

    def _make_row(self, number: int) -> QWidget:
        px, theme = self._office.theme.px, self._office.theme
        row = QFrame()
        row.setObjectName("quote")
        column = QVBoxLayout(row)
        column.setContentsMargins(px(16), px(10), px(10), px(12))
        column.setSpacing(px(8))
        for part in ("text", "day"):
            column.addWidget(self._sheet.make_field(f"{FIELD}.{number}.{part}"))
        self.passed.append(label(_PASSED, "warning", wraps=True))
        column.addWidget(self.passed[-1])
        remove = push_button("Ta bort raden", "link", theme.icon("delete", "accent"))
        remove.setAccessibleName(f"Ta bort det enstaka besöket {number + 1}")
        remove.clicked.connect(lambda: self._remove(number))
        self.removes.append(remove)
        column.addWidget(remove, 0, Qt.AlignmentFlag.AlignLeft)
        remove.setVisible(not self._editor.read_only)
        return row

    def _add(self) -> None:
        visits = self._editor.current.single_visits
        self._editor.change(FIELD, (*visits, SingleVisit("")))
        self._sheet.frames[f"{FIELD}.{len(visits)}.text"].focus_box()

    def _remove(self, number: int) -> None:
        visits = list(self._editor.current.single_visits)
        del visits[number]
        self.add.setFocus()
        self._editor.change(FIELD, tuple(visits))


def _has_passed(visit: SingleVisit, today: date) -> bool:
    return visit.day is not None and visit.day < today
