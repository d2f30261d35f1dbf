"""A list of equal rows on a page, such as contributors or activities."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget


class RowList(QWidget):
    """Rows that are made anew when their number changes, and otherwise only refreshed."""

    def __init__(self, make_row: Callable[[int], QWidget], spacing: int) -> None:
        super().__init__()
        self._make_row = make_row
        self.rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing)

    def show_rows(self, count: int) -> bool:
        """Show *count* rows; True when they had to be made anew."""
        if count == len(self.rows):
            return False
        self.rebuild(count)
        return True

    def rebuild(self, count: int) -> None:
        """Make all rows anew."""
        for row in self.rows:
            row.hide()
            self._column.removeWidget(row)
            row.deleteLater()
        self.rows = [self._make_row(number) for number in range(count)]
        for row in self.rows:
            self._column.addWidget(row)
