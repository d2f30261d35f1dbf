"""One of our columns, and which of the file's columns is read as it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.exchange.columns import Column
from gplan_desktop.exchange.table import Table
from ui.exchange.masking import without_numbers
from ui.theme import Theme
from ui.widgets.labels import label
from ui.widgets.pick_box import PickBox

NOT_READ = "Läs inte in"
_SAMPLES = 3
_LOOKED_THROUGH = 200
_LONGEST_SAMPLE = 30
_SIGNS_OF_CHOICE = 12
_SHARES = (9, 5, 6)


class ColumnRow(QWidget):
    """Tells what the column means, which heading it is read from, and what stands there.

    Signals:
        edited: the place of the heading that was chosen, or None.
    """

    edited = Signal(object)

    def __init__(self, column: Column, table: Table, theme: Theme) -> None:
        super().__init__()
        self.column, self._table = column, table
        self.choice = PickBox(((None, NOT_READ), *_choices(table.headings)))
        self.choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.choice.setMinimumContentsLength(_SIGNS_OF_CHOICE)
        self.choice.setMaxVisibleItems(16)
        must = ", obligatorisk" if column.required else ""
        self.choice.setAccessibleName(f"Kolumn i filen för {column.heading}{must}")
        self.choice.setAccessibleDescription(column.meaning)
        self.choice.edited.connect(self.edited)
        self.sample = label("", "muted", wraps=True)
        _lay_out(self, (self._named(), self.choice, self.sample), theme)

    def show_place(self, place: int | None) -> None:
        """Show which of the file's columns is read, with the first values in it."""
        self.choice.set_value(place)
        self.sample.setText(_sample(self._table, place))

    def _named(self) -> QWidget:
        name = label(self.column.heading, "label")
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(name)
        if self.column.required:
            star = label("*", "star")
            star.setToolTip("Obligatorisk")
            head.addWidget(star)
        head.addStretch(1)
        named = QWidget()
        column = QVBoxLayout(named)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(label(self.column.meaning, "hint", wraps=True))
        return named


def column_heads(theme: Theme) -> QWidget:
    """Return what stands over rows: ours, the file's, and the first values."""
    heads = QWidget()
    texts = ("I Gplan", "Kolumn i filen", "De första värdena")
    _lay_out(heads, [label(text, "muted") for text in texts], theme)
    return heads


def _lay_out(row: QWidget, parts: Sequence[QWidget], theme: Theme) -> None:
    grid = QGridLayout(row)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(16))
    for place, (part, share) in enumerate(zip(parts, _SHARES, strict=True)):
        # Nothing but its share of the width, or the parts of two rows would not stand in line.
        part.setMinimumWidth(1)
        grid.addWidget(part, 0, place)
        grid.setColumnStretch(place, share)


def _choices(headings: Sequence[str]) -> list[tuple[object, str]]:
    """Return the headings, those that are alike told apart by their place."""
    return [
        (place, heading if headings.count(heading) == 1 else f"{heading} (kolumn {place + 1})")
        for place, heading in enumerate(headings)
    ]


def _sample(table: Table, place: int | None) -> str:
    if place is None:
        return ""
    rows = table.rows[:_LOOKED_THROUGH]
    texts = [row.cells[place] for row in rows if place < len(row.cells) and row.cells[place]]
    # Each value once: "nej · nej · nej" tells no more than "nej".
    return " · ".join(map(_shown, [*dict.fromkeys(texts)][:_SAMPLES])) or "Tom kolumn"


def _shown(text: str) -> str:
    line = without_numbers(" ".join(text.split()))
    return line if len(line) <= _LONGEST_SAMPLE else f"{line[: _LONGEST_SAMPLE - 1]}…"
