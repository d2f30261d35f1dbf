"""Earlier versions of a draft beside what it is now, and the way back to them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.domain import dates
from gplan_desktop.domain.plan import Plan, fitted_to
from gplan_desktop.editing import PlanEditor
from gplan_desktop.rules.merging import Question, differences
from ui.confirm import Question as Asked
from ui.confirm import ask
from ui.drafts.side_by_side import UNDERLINED, SideBySide
from ui.drafts.side_texts import name_of, places_in_short
from ui.errors import show_error
from ui.office import Office
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.record_table import Cell, RecordTable, Row
from ui.widgets.scrolled import scrolled

if TYPE_CHECKING:
    from gplan_desktop.store.restore_points import RestorePoint

_TITLE: Final = "Tidigare versioner"
_ABOUT: Final = (
    "Gplan sparar en version när du öppnar utkastet och sedan med några minuters mellanrum, de 20 "
    "senaste. Tar du tillbaka en version sparas först det som står i planen nu."
)
_NONE: Final = "Det finns inga tidigare versioner än. De sparas av sig själva medan du skriver."
_SAME, _ONLY_SPACE = "Samma text som nu", "Bara det som inte syns i texten"
_OPENED = "när utkastet öppnades"
_UNDO = Asked(
    "Ångra allt du har ändrat sedan du öppnade planen?",
    "Planen blir som den var då. Det du har skrivit sedan dess läggs bland tidigare versioner, så "
    "att du kan ta tillbaka det.",
    "Ångra allt",
    "Behåll det jag skrivit",
)
_NAMES = "Nu", "I den tidigare versionen"
_HEADINGS, _WIDTHS = ("Sparad", "Skiljer från nu"), (170, 430)
_ROWS_IN_SIGHT = 5


class RestoreDialog(QDialog):
    """The restore points of a draft, the latest first, each compared with what stands now.

    Signals:
        taken_back: the plan that is to stand there instead.
    """

    taken_back = Signal(object)

    def __init__(self, editor: PlanEditor, office: Office, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor, self._office = editor, office
        self._plans: list[Plan] = []
        self._differing: list[tuple[Question, ...]] = []
        px, window = office.theme.px, parent.window()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_TITLE)
        self.resize(min(px(900), window.width()), min(px(660), window.height()))
        self.empty = label(_NONE, "muted", wraps=True)
        self.table = RecordTable(_TITLE, _HEADINGS, office.theme)
        self.table.set_widths([px(width) for width in _WIDTHS])
        self.table.chosen.connect(self._show_chosen)
        self._inner = QWidget()
        self.compared = QVBoxLayout(self._inner)
        self.compared.setContentsMargins(0, 0, px(8), 0)
        self.compared.setSpacing(px(10))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(12))
        column.addWidget(label(_TITLE, "heading"))
        column.addWidget(label(_ABOUT, "muted", wraps=True))
        column.addWidget(self.empty)
        column.addWidget(self.table)
        column.addWidget(self._area(), 1)
        column.addLayout(self._foot())
        self._show_points([])
        self._load()

    def _area(self) -> QWidget:
        area = scrolled(self._inner)
        # The arrow keys scroll it: nothing in it takes the keyboard.
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName("Vad som skiljer")
        return area

    def _foot(self) -> QHBoxLayout:
        icon = self._office.theme.icon("history", "accent")
        self.undo = push_button("Ångra allt sedan jag öppnade", "", icon)
        self.undo.clicked.connect(lambda: ask(self, _UNDO, self._undo_all))
        self.undo.setEnabled(self._editor.current != self._editor.as_opened)
        self.close_button = push_button("Stäng")
        self.close_button.clicked.connect(self.reject)
        self.take_back = push_button("Ta tillbaka den här", "primary")
        self.take_back.clicked.connect(self._take_back)
        row = QHBoxLayout()
        row.addWidget(self.undo)
        row.addStretch(1)
        row.addWidget(self.close_button)
        row.addWidget(self.take_back)
        return row

    def _load(self) -> None:
        store, plan_id = self._office.store, self._editor.plan.id
        self._office.database.run(
            lambda: store.restore_points(plan_id), self._show_points, show_error
        )

    def _show_points(self, points: Sequence["RestorePoint"]) -> None:
        editor = self._editor
        # As the plan itself when it is opened: with the life areas that are assigned now.
        self._plans = [fitted_to(point.plan, editor.situation.assignment) for point in points]
        self._differing = [differences(editor.plan, plan) for plan in self._plans]
        rows = zip(points, self._plans, self._differing, strict=True)
        self.table.show_rows([self._row(i, *row) for i, row in enumerate(rows)])
        lines = 1 + min(len(points), _ROWS_IN_SIGHT)
        self.table.setFixedHeight(self._office.theme.px(40) * lines + 6)
        self.table.setVisible(bool(points))
        self.empty.setVisible(not points)

    def _row(
        self, number: int, point: "RestorePoint", plan: Plan, found: tuple[Question, ...]
    ) -> Row:
        same = _SAME if plan == self._editor.plan else _ONLY_SPACE
        told = places_in_short(found, self._office.method) or same
        opened = f", {_OPENED}" if point.at_opening else ""
        return Row(str(number), (Cell(f"{dates.stamp(point.saved_at)}"), Cell(f"{told}{opened}")))

    def _show_chosen(self, row_id: str) -> None:
        while item := self.compared.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        found = self._differing[int(row_id)] if row_id else ()
        if found:
            self.compared.addWidget(label(UNDERLINED, "hint", wraps=True))
        for question in found:
            self.compared.addWidget(self._card(question))
        self.compared.addStretch(1)
        self.take_back.setEnabled(bool(found))

    def _card(self, question: Question) -> Card:
        card = Card(self._office.theme)
        card.column.setSpacing(self._office.theme.px(6))
        name = name_of(question.field, self._office.method)
        card.column.addWidget(label(name, "label", wraps=True))
        card.column.addWidget(SideBySide(question, _NAMES, self._office.theme))
        return card

    def _take_back(self) -> None:
        if row_id := self.table.current_id:
            self._hand_over(self._plans[int(row_id)])

    def _undo_all(self) -> None:
        self._hand_over(self._editor.as_opened)

    def _hand_over(self, plan: Plan) -> None:
        self.accept()
        self.taken_back.emit(plan)
