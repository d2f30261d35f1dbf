"""A table of records to choose from, such as persons or plans."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QIcon,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole
_RING = 2
_TOO_NARROW = 0.8


@dataclass(frozen=True)
class Cell:
    """One cell: its text, the role whose colour and icon it has, and what the icon says."""

    text: str
    role: str = "ink"
    icon: str = ""
    meaning: str = ""

    @property
    def spoken(self) -> str:
        """The text with what the icon says, for a tooltip and for a screen reader."""
        return f"{self.text}, {self.meaning}" if self.meaning else self.text


@dataclass(frozen=True)
class Row:
    """One record: its id and its cells."""

    id: str
    cells: tuple[Cell, ...]


class _RecordModel(QAbstractTableModel):
    """The rows of a table, as Qt wants to be asked for them."""

    def __init__(self, headings: Sequence[str], theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.headings, self._theme = tuple(headings), theme
        self.rows: tuple[Row, ...] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Return how many records there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.headings)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> str | Qt.AlignmentFlag | None:
        """Return the heading of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _ROLE.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return self.headings[section] if role == _ROLE.DisplayRole else None

    def data(self, index: _Index, role: int = _ROLE.DisplayRole) -> str | QColor | QIcon | None:
        """Return text, colour or icon of a cell."""
        cell = self.rows[index.row()].cells[index.column()]
        if role == _ROLE.DisplayRole:
            return cell.text
        if role == _ROLE.ToolTipRole:
            return cell.spoken
        if role == _ROLE.AccessibleTextRole:
            return f"{self.headings[index.column()]}: {cell.spoken}"
        if role == _ROLE.ForegroundRole:
            return QColor(getattr(self._theme.colours, cell.role))
        if role == _ROLE.DecorationRole and cell.icon:
            return self._theme.icon(cell.icon, cell.role)
        return None


class RecordTable(QTableView):
    """Records in rows; Enter or a double click opens one.

    Signals:
        opened: the id of the record that was opened.
        chosen: the id of the record that the selection moved to, or "".
    """

    opened = Signal(str)
    chosen = Signal(str)

    def __init__(self, name: str, headings: Sequence[str], theme: Theme) -> None:
        super().__init__()
        self._records = _RecordModel(headings, theme, self)
        self.setModel(self._records)
        self._ring = QPen(QColor(theme.colours.accent), _RING)
        self.setIconSize(QSize(theme.px(16), theme.px(16)))
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(40))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._widths, self._spare = (1,) * len(headings), 0
        self.doubleClicked.connect(lambda index: self._open(index.row()))

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows as they are shown."""
        return self._records.rows

    @property
    def current_id(self) -> str:
        """The id of the selected record, or ""."""
        row = self.currentIndex().row()
        return self.rows[row].id if 0 <= row < len(self.rows) else ""

    def show_rows(self, rows: Sequence[Row], *, select: bool = True) -> None:
        """Show *rows*; the selected record stays selected when it is among them.

        Otherwise the first is selected, unless *select* is False.
        """
        kept = self.current_id
        self._records.show_rows(rows)
        place = next((i for i, row in enumerate(rows) if row.id == kept), 0 if select else None)
        if rows and place is not None:
            self.selectRow(place)
        else:
            self.chosen.emit("")

    def set_widths(self, widths: Sequence[int], *, spare: int = 0) -> None:
        """Give each column the width in pixels that it needs; all grow and shrink alike.

        The last *spare* columns are left out where the others would be cut short by them.
        """
        self._widths, self._spare = tuple(widths), spare
        self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Share the new width between the columns."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        room, count = self.viewport().width(), len(self._widths)
        if room < sum(self._widths) * _TOO_NARROW:
            count -= self._spare
        needed = sum(self._widths[:count])
        for column, width in enumerate(self._widths):
            self.setColumnHidden(column, column >= count)
            self.horizontalHeader().resizeSection(column, width * room // needed)

    def selectionChanged(  # noqa: N802
        self, selected: QItemSelection, deselected: QItemSelection
    ) -> None:
        """Tell which record the selection moved to."""
        super().selectionChanged(selected, deselected)
        # The ring is drawn over the whole width, of which Qt draws only the cells anew.
        self.viewport().update()
        self.chosen.emit(self.current_id)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Select a record when one comes to the table by keyboard."""
        super().focusInEvent(event)
        self.viewport().update()
        if (
            not self.current_id
            and self.rows
            and event.reason() is not Qt.FocusReason.MouseFocusReason
        ):
            self.selectRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Open the selected record with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_id:
            self._open(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw a ring around the selected record while the keyboard is in the table."""
        super().paintEvent(event)
        index = self.currentIndex()
        if self.hasFocus() and index.isValid():
            row = self.visualRect(index)
            painter = QPainter(self.viewport())
            painter.setPen(self._ring)
            painter.drawRect(
                QRect(1, row.y() + 1, self.viewport().width() - _RING, row.height() - _RING)
            )

    def _open(self, row: int) -> None:
        self.opened.emit(self.rows[row].id)
