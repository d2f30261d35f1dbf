"""Two assignments side by side: what was taken away to the left, what came to the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.domain.difference import Piece, PieceKind
from gplan_desktop.rules.assignment_difference import AssignedAreaDifference, differences
from gplan_desktop.rules.difference import ChangeKind
from ui.office import Office
from ui.widgets.labels import label
from ui.widgets.pieces_view import LEGEND, PiecesView

_BOTH = 2
_SAME = "Uppdragen säger samma sak."
_KINDS = {
    ChangeKind.ADDED: "Nytt livsområde",
    ChangeKind.REMOVED: "Livsområdet är borttaget",
    ChangeKind.CHANGED: "Ändrat livsområde",
}


class AssignmentCompare(QWidget):
    """The life areas that differ, part by part; *before* to the left and *after* to the right."""

    def __init__(self, before: Assignment, after: Assignment, office: Office) -> None:
        super().__init__()
        self._office = office
        px = office.theme.px
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(28))
        self._grid.setVerticalSpacing(px(4))
        for column, one in enumerate((before, after)):
            self._grid.setColumnStretch(column, 1)
            title = f"{one.day.isoformat()}, {one.case_officer}"
            self._grid.addWidget(label(title, "label", wraps=True), 0, column)
        self.difference = differences(before, after)
        told = LEGEND if self.difference.areas else _SAME
        self._add_across(label(told, "hint", wraps=True))
        for area in self.difference.areas:
            self._add_area(area)
        if self.difference.same and self.difference.areas:
            text = f"Oförändrat: {self.difference.same_labels}"
            self._add_across(label(text, "muted", wraps=True))

    def _add_area(self, area: AssignedAreaDifference) -> None:
        self._grid.setRowMinimumHeight(self._grid.rowCount(), self._office.theme.px(8))
        self._add_across(label(f"{_KINDS[area.kind]}: {area.label}", "label", wraps=True))
        for part in area.parts:
            field = self._office.method.fields[f"assignment.areas.*.{part.part}"]
            self._add_across(label(field.label, "small"))
            row = self._grid.rowCount()
            for column, gone in enumerate((PieceKind.ADDED, PieceKind.REMOVED)):
                self._grid.addWidget(self._side(part.pieces, gone), row, column)

    def _side(self, pieces: Sequence[Piece], gone: PieceKind) -> QWidget:
        """Return the text of one of them: without what only the other says."""
        shown = [piece for piece in pieces if piece.kind is not gone]
        view = PiecesView(shown, self._office.theme) if shown else label("–", "muted")
        view.setAlignment(Qt.AlignmentFlag.AlignTop)
        view.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return view

    def _add_across(self, shown: QWidget) -> None:
        self._grid.addWidget(shown, self._grid.rowCount(), 0, 1, _BOTH)
