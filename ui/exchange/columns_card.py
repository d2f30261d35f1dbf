"""The second step of an import: which heading of the file is which of our columns."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gplan_desktop.exchange.columns import columns, missing
from ui.exchange.column_rows import ColumnRow, column_heads
from ui.exchange.import_work import ReadList
from ui.exchange.masking import holds_number, without_numbers
from ui.office import Office
from ui.own_words_card import readable
from ui.seal_words import Told
from ui.told_line import ToldLine
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.fold import Fold
from ui.widgets.labels import label

_HEADING = "2. Kolumner"
_WHAT = "Så här läses filens kolumner. Valen sparas till nästa gång."
_NO_HEADINGS = (
    "Filens första rad ser ut att innehålla uppgifter i stället för rubriker. "
    "Skriv rubriker överst i filen, annars läses den första individen inte in."
)


class ColumnsCard(Card):
    """Our columns one by one, and what is missing or not used.

    Signals:
        changed: another heading was chosen; *mapping* is what holds now.
        review_wanted: the rows are to be reviewed with the columns so.
    """

    changed = Signal()
    review_wanted = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__(office.theme)
        self._office, theme = office, office.theme
        self._listed: ReadList | None = None
        self.mapping: dict[str, int] = {}
        self.rows: list[ColumnRow] = []
        self.fold: Fold | None = None
        self.told = ToldLine(theme)
        self.warning = ToldLine(theme)
        self.unused = label("", "muted", wraps=True)
        self.review = push_button("Granska raderna", "", theme.icon("fact_check", "accent"))
        self.review.clicked.connect(self.review_wanted)
        self._holder = QVBoxLayout()
        self.column.setSpacing(theme.px(8))
        self.column.addWidget(label(_HEADING, "heading"))
        self.column.addLayout(readable(label(_WHAT, "muted", wraps=True)))
        self.column.addWidget(self.warning)
        self.column.addWidget(self.told)
        self.column.addLayout(self._holder)
        self.column.addLayout(readable(self.unused))
        self.column.addWidget(self.review, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def is_complete(self) -> bool:
        """Whether every column that must be there has its heading."""
        return self._listed is not None and not missing(self.mapping, self._listed.kind)

    def show_list(
        self, listed: ReadList, mapping: Mapping[str, int], *, is_remembered: bool
    ) -> None:
        """Show how *listed* is read; folded when it is as the last time and nothing is missing."""
        self.forget()
        self._listed, self.mapping = listed, dict(mapping)
        odd = any(holds_number(heading) for heading in listed.table.headings)
        self.warning.show_told(Told("warning", _NO_HEADINGS) if odd else None)
        self.fold = Fold("Kolumnerna", self._make_rows, self._office.theme)
        self._holder.addWidget(self.fold)
        if not self.is_complete:
            self.fold.toggle()
        elif not is_remembered:
            # In a turn of its own: the rows of the file are about to be shown as well.
            QTimer.singleShot(0, self.fold, self.fold.toggle)
        self._show_state()
        self.show()

    def forget(self) -> None:
        """Let go of the list."""
        self._listed = None
        if self.fold:
            self._holder.removeWidget(self.fold)
            self.fold.hide()
            self.fold.deleteLater()
        self.fold = None
        self.rows = []
        self.hide()

    def focus_first(self) -> None:
        """Put the keyboard where a heading is missing, or else on the first choice."""
        lacking = [row for row in self.rows if self._is_lacking(row)]
        for row in (*lacking, *self.rows)[:1]:
            row.choice.setFocus()

    def show_reviewed(self, *, is_reviewed: bool) -> None:
        """Offer to review the rows when they are not reviewed with the columns as they are."""
        self.review.setVisible(self.is_complete and not is_reviewed)

    def _make_rows(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._office.theme.px(10))
        if self._listed:
            column.addWidget(column_heads(self._office.theme))
            for each in columns(self._listed.kind):
                row = ColumnRow(each, self._listed.table, self._office.theme)
                row.show_place(self.mapping.get(each.field))
                row.edited.connect(lambda place, field=each.field: self._choose(field, place))
                self.rows.append(row)
                column.addWidget(row)
        return inner

    def _choose(self, field: str, place: int | None) -> None:
        """Read *field* from the heading at *place*, which no other field is read from then."""
        self.mapping = {
            name: taken for name, taken in self.mapping.items() if taken != place and name != field
        }
        if place is not None:
            self.mapping[field] = place
        for row in self.rows:
            row.show_place(self.mapping.get(row.column.field))
        self._show_state()
        self.changed.emit()

    def _show_state(self) -> None:
        if self._listed is None or self.fold is None:
            return
        headings = self._listed.table.headings
        lacking = missing(self.mapping, self._listed.kind)
        names = ", ".join(f"”{column.heading}”" for column in lacking)
        text = f"Välj vilken kolumn i filen som är {names}." if lacking else ""
        self.told.show_told(Told("problem", text) if lacking else None)
        used = set(self.mapping.values())
        self.fold.show_summary(f"{len(used)} av filens {len(headings)} läses in")
        rest = [f"”{h}”" for place, h in enumerate(headings) if place not in used]
        self.unused.setText(without_numbers(f"Läses inte in: {', '.join(rest)}."))
        self.unused.setVisible(bool(rest))

    def _is_lacking(self, row: ColumnRow) -> bool:
        return self._listed is not None and row.column in missing(self.mapping, self._listed.kind)
