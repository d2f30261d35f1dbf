"""The third step of an import: every row as it would be taken in, and the button that does so."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gplan_desktop.exchange.columns import ListKind
from ui.errors import show_error
from ui.exchange.fault_list import fault_table
from ui.exchange.import_words import summary, things, verdict
from ui.exchange.import_work import Review, without_known
from ui.exchange.list_files import CSV, save_list_as, write_list
from ui.exchange.review_rows import HEADINGS
from ui.office import Office
from ui.seal_words import Told
from ui.told_line import ToldLine
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import label
from ui.widgets.record_table import RecordTable, Row
from ui.widgets.spoken import say
from ui.widgets.tick_box import TickBox

_HEADING = "3. Granska"
_MOST_ROWS = 8
_WIDTHS = {ListKind.PEOPLE: (60, 220, 170, 550), ListKind.ASSIGNMENTS: (60, 180, 170, 180, 410)}
_SKIP_WORK = "skip known rows"


class ReviewCard(Card):
    """The count, the rows with the problems first, and whether all can be taken in.

    Signals:
        wanted: the list *review* is to be taken in.
    """

    wanted = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__(office.theme)
        self._office, theme = office, office.theme
        self.review: Review | None = None
        self._plain: Review | None = None
        self.summary = label("", "label", wraps=True)
        self.told = ToldLine(theme)
        self.saved = ToldLine(theme)
        self.detail = label("", wraps=True)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.table: RecordTable | None = None
        self._table_place = QVBoxLayout()
        self.column.setSpacing(theme.px(8))
        self.column.addWidget(label(_HEADING, "heading"))
        self.column.addWidget(self.summary)
        self.column.addWidget(self.told)
        self.column.addWidget(self._choices())
        self.column.addLayout(self._table_place)
        # Made with the page, for it takes a while.
        self._set_table(ListKind.PEOPLE)
        self.column.addWidget(self.detail)
        self.column.addWidget(self.saved)
        self.column.addWidget(self._buttons())

    def show_review(self, review: Review) -> None:
        """Show a new review of a list."""
        self._plain = review
        self.skip.setChecked(False)
        self.saved.show_told(None)
        self._set_table(review.listed.kind)
        self._show(review)

    def forget(self) -> None:
        """Let go of the rows."""
        self.review = self._plain = None
        if self.table:
            self.table.show_rows(())
        self.hide()

    def focus_first(self) -> None:
        """Put the keyboard in the rows: Enter there takes nothing in."""
        if self.table:
            # A table of another kind was made just now, and would be shown in the next turn.
            self.table.show()
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def save_faults(self, path: Path) -> None:
        """Save what must be put right, row by row, and tell so."""
        if self.review is None:
            return
        table = fault_table(self.review)
        self._office.paper.run(
            lambda: write_list(table, path), lambda _: self._on_saved(path), show_error
        )

    def _choices(self) -> QWidget:
        self.only_faults = TickBox("Bara rader med fel")
        self.only_faults.edited.connect(lambda _: self._show_rows())
        self.skip = TickBox("Hoppa över de som redan finns")
        self.skip.edited.connect(self._on_skip)
        self.save = push_button("Spara fellistan…", "link")
        self.save.clicked.connect(self._ask_where)
        choices = QWidget()
        flow = FlowLayout(choices, self._office.theme.px(16))
        for part in (self.only_faults, self.skip, self.save):
            flow.addWidget(part)
        return choices

    def _buttons(self) -> QWidget:
        self.take_in = push_button("", "primary")
        self.take_in.clicked.connect(self.wanted)
        buttons = QWidget()
        FlowLayout(buttons, 0).addWidget(self.take_in)
        return buttons

    def _set_table(self, kind: ListKind) -> None:
        """Make a table with the headings that lists of *kind* have."""
        if self.table and self.table.model().columnCount() == len(HEADINGS[kind]):
            return
        if self.table:
            self._table_place.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
        self.table = RecordTable("Rader i filen", HEADINGS[kind], self._office.theme)
        self.table.set_widths([self._office.theme.px(width) for width in _WIDTHS[kind]])
        self.table.chosen.connect(self._show_detail)
        self._table_place.addWidget(self.table)

    def _show(self, review: Review) -> None:
        self.review = review
        failed = review.checked.failed
        self.summary.setText(summary(review))
        told = verdict(review)
        self.told.show_told(told)
        self.only_faults.setEnabled(failed > 0)
        self.only_faults.setChecked(self.only_faults.isChecked() and failed > 0)
        self.skip.setVisible(review.checked.known > 0)
        self.save.setVisible(failed > 0)
        self.take_in.setEnabled(review.checked.is_ready)
        self.take_in.setText(f"Läs in {things(review)}" if review.count else "Läs in")
        why_not = "" if review.checked.is_ready else told.text
        self.take_in.setToolTip(why_not)
        self.take_in.setAccessibleDescription(why_not)
        self._show_rows()
        say(self.summary, f"{self.summary.text()} {told.text}")

    def _show_rows(self) -> None:
        if self.table is None or self.review is None:
            return
        rows = self.review.rows
        # Those with problems stand first.
        shown = rows[: self.review.checked.failed] if self.only_faults.isChecked() else rows
        self.table.show_rows(shown)
        height = self.table.horizontalHeader().sizeHint().height()
        height += self.table.verticalHeader().defaultSectionSize() * min(len(shown), _MOST_ROWS)
        self.table.setFixedHeight(height + 4)

    def _show_detail(self, row_id: str) -> None:
        """Tell all of the row that is chosen: in the table there is only room for a line."""
        place = self.table.currentIndex().row() if self.table and row_id else -1
        self.detail.setText(_in_words(self.table.rows[place]) if self.table and place >= 0 else "")

    def _on_skip(self, skips: bool) -> None:
        plain = self._plain
        if plain is None:
            return
        # Not with what is half changed.
        self.take_in.setEnabled(False)
        if skips:
            self._office.paper.newest(
                _SKIP_WORK, lambda: without_known(plain), self._show, show_error
            )
        else:
            self._office.paper.forget(_SKIP_WORK)
            self._show(plain)

    def _ask_where(self) -> None:
        name = f"Fel i {self.review.listed.path.stem}" if self.review else "Fel"
        save_list_as(self, "Spara fellistan", name, self.save_faults, CSV)

    def _on_saved(self, path: Path) -> None:
        text = f"Fellistan är sparad som {path.name}. Radernas nummer är de i filen."
        self.saved.show_told(Told("done", text))
        say(self.saved, text)


def _in_words(row: Row) -> str:
    number, name = row.cells[0].text, row.cells[1].spoken
    return f"Rad {number}, {name}: {row.cells[-1].text}"
