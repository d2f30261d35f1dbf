"""Equal rows in a tab, such as those who are near the person, or codes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.record.record_sheet import RecordSheet
from ui.record.reveal import reveal_soon
from ui.theme import Theme
from ui.widgets.buttons import push_button, tool_button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.field_frame import FieldFrame
from ui.widgets.labels import label
from ui.widgets.row_list import RowList
from ui.widgets.secret_box import SecretBox
from ui.widgets.tick_box import TickBox

_LEAST, _MOST = 230, 3
_SHARE, _LIST_SHARE = 4, 5
_TAKEN_AWAY = "Raden är borttagen."


@dataclass(frozen=True)
class RowKind:
    """The rows at *field*: their parts in reading order, an empty one, and what they are called.

    *what* and *none* follow on "Lägg till" and stand where there is no row.
    """

    field: str
    parts: tuple[str, ...]
    new: Callable[[], object]
    what: str
    none: str


class TabRows(QWidget):
    """The rows of one kind, a button that adds one, and a way back when one was removed."""

    def __init__(self, kind: RowKind, sheet: RecordSheet, theme: Theme) -> None:
        super().__init__()
        self.kind, self._sheet, self._theme = kind, sheet, theme
        self._former: tuple[object, ...] | None = None  # what stood before a row was removed
        self.list = RowList(self._make_row, theme.px(10))
        self.none = label(kind.none, "muted", wraps=True)
        self.add = push_button(f"Lägg till {kind.what}", "", theme.icon("add", "accent"))
        self.add.setObjectName(kind.field)
        self.add.clicked.connect(self._add_row)
        self.gone = label(_TAKEN_AWAY, "small")
        self.undo = push_button("Ångra", "link")
        self.undo.setAccessibleName(f"Ångra: {_TAKEN_AWAY}")
        self.undo.clicked.connect(self._put_back)
        self._build()
        self.refresh()

    def refresh(self) -> None:
        """Show as many rows as there are now; the way back is gone with the next change."""
        rows = self._rows()
        if self.list.show_rows(len(rows)):
            self._sheet.keep_rows(self.kind.field, len(rows))
        self.none.setVisible(not rows)
        self.add.setVisible(not self._sheet.editor.read_only)
        self._show_undo(None)

    def focus_first(self) -> QWidget:
        """Put the keyboard in the first row, or on the button that adds one; return where."""
        if self.list.rows:
            return self._focus_row(0)
        self.add.setFocus()
        return self.add

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(10))
        foot = QHBoxLayout()
        foot.setSpacing(self._theme.px(8))
        for widget in (self.add, self.gone, self.undo):
            foot.addWidget(widget)
        foot.addStretch(1)
        column.addWidget(self.none)
        column.addWidget(self.list)
        column.addLayout(foot)

    def _make_row(self, number: int) -> QWidget:
        frames = []
        for part in self.kind.parts:
            frame = self._sheet.make_field(f"{self.kind.field}.{number}.{part}")
            frame.hint.setVisible(number == 0)
            frames.append(frame)
        remove = tool_button(
            self._theme.icon("delete"), f"Ta bort {self.kind.what} {number + 1}", "help"
        )
        remove.clicked.connect(lambda: self._remove_row(number))
        row = TabRow(frames, remove, self._theme)
        # Only once it is inside: what is shown before that is a window, which takes the keyboard.
        remove.setVisible(not self._sheet.editor.read_only)
        return row

    def _rows(self) -> tuple[object, ...]:
        rows = self._sheet.editor.value(self.kind.field)
        return rows if isinstance(rows, tuple) else ()

    def _change(self, rows: tuple[object, ...]) -> None:
        self._sheet.editor.change(self.kind.field, rows)

    def _add_row(self) -> None:
        rows = self._rows()
        self._change((*rows, self.kind.new()))
        reveal_soon(self._focus_row(len(rows)))

    def _focus_row(self, number: int) -> QWidget:
        frame = self._sheet.frames[f"{self.kind.field}.{number}.{self.kind.parts[0]}"]
        frame.focus_box()
        return frame

    def _remove_row(self, number: int) -> None:
        # Before the row goes: the keyboard is on a button in it.
        self.add.setFocus()
        rows = self._rows()
        self._change((*rows[:number], *rows[number + 1 :]))
        self._show_undo(rows)
        self.undo.setFocus()

    def _put_back(self) -> None:
        former = self._former
        self.add.setFocus()
        if former is not None:
            self._change(former)

    def _show_undo(self, former: tuple[object, ...] | None) -> None:
        self._former = former
        self.gone.setVisible(former is not None)
        if former is None and self.undo.hasFocus():
            self.add.setFocus()
        self.undo.setVisible(former is not None)


class TabRow(QFrame):
    """One row: its fields side by side where there is room, and last what removes it."""

    def __init__(self, frames: Sequence[FieldFrame], remove: QWidget, theme: Theme) -> None:
        super().__init__()
        self._frames, self._remove, self._theme = frames, remove, theme
        self._columns = 0
        self._low = _to_stand_in_line(frames)
        for frame in self._low:
            frame.keep_box_low()
        self.setObjectName("quote")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(theme.px(16), theme.px(10), theme.px(8), theme.px(10))
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(theme.px(8))
        self._arrange(2)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Need no more width than for one field: they give way by going under each other."""
        margins = self._grid.contentsMargins()
        widest = max(frame.minimumSizeHint().width() for frame in self._frames)
        around = margins.left() + margins.right() + self._grid.horizontalSpacing()
        width = widest + self._remove.sizeHint().width() + around
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the fields under each other in a narrow window or with large text."""
        super().resizeEvent(event)
        room = self.width() // self._theme.px(_LEAST)
        # Three side by side only when there are three: a fourth alone on a line looks lost.
        most = _MOST if len(self._frames) == _MOST else 2
        self._arrange(max(1, min(room, most)))

    def _share(self, column: int) -> int:
        """Return how wide a column is beside the others: names of roles are long."""
        is_list = isinstance(self._frames[column].box, ChoiceBox)
        return _LIST_SHARE if is_list and self._columns == _MOST else _SHARE

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, frame in enumerate(self._frames):
            line, column = divmod(place, columns)
            if frame in self._low:
                self._grid.addWidget(frame, line, column)
            else:
                self._grid.addWidget(frame, line, column, Qt.AlignmentFlag.AlignTop)
        for column in range(_MOST):
            self._grid.setColumnStretch(column, self._share(column) if column < columns else 0)
        last = (len(self._frames) - 1) // columns
        # Last in the row, so that Tab comes to it after the fields.
        self._grid.addWidget(self._remove, last, _MOST, Qt.AlignmentFlag.AlignBottom)


def _to_stand_in_line(frames: Sequence[FieldFrame]) -> list[FieldFrame]:
    """Return those whose inputs stand in line; beside a code, which grows when shown, none."""
    if any(isinstance(frame.box, SecretBox) for frame in frames):
        return []
    return [frame for frame in frames if not isinstance(frame.box, TickBox)]
