"""Points to be met, each with its mark in words and a way to where it is written."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from gplan_desktop.rules.completeness import Point
from ui.theme import Theme
from ui.widgets.buttons import Button, push_button
from ui.widgets.labels import label, set_role


class PointList(QWidget):
    """One row a point: icon, "Klar" or what it lacks, and the point as a link.

    Signals:
        wanted: the field where the point is written.
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rows: list[tuple[QLabel, QLabel, Button]] = []
        self._points: Sequence[Point] = ()
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setHorizontalSpacing(theme.px(8))
        self._layout.setVerticalSpacing(0)
        self._layout.setColumnStretch(2, 1)

    def show_points(self, points: Sequence[Point], lacking: str) -> None:
        """Show *points*; *lacking* is said of one that is not met, such as "Återstår"."""
        while len(self.rows) < len(points):
            self._add_row(len(self.rows))
        self._points = points
        for row, point in zip(self.rows, points, strict=True):
            self._show(row, point, lacking)

    def _add_row(self, number: int) -> None:
        link = push_button("", "link")
        link.clicked.connect(lambda: self.wanted.emit(self._points[number].field))
        row = (QLabel(), label(), link)
        for column, part in enumerate(row):
            self._layout.addWidget(part, number, column, Qt.AlignmentFlag.AlignVCenter)
        self.rows.append(row)

    def _show(self, row: tuple[QLabel, QLabel, Button], point: Point, lacking: str) -> None:
        icon, state, link = row
        drawn = ("check_circle-fill", "done") if point.met else ("radio_button_unchecked", "muted")
        size = self._theme.px(20)
        icon.setPixmap(self._theme.icon(*drawn).pixmap(QSize(size, size)))
        state.setText("Klar" if point.met else lacking)
        set_role(state, "done" if point.met else "muted")
        link.setText(point.text)
        link.setAccessibleName(f"{point.text}: {state.text()}")
