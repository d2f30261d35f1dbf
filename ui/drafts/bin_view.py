"""The page Borttagna utkast: drafts that were taken away, which can be brought back for a while."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.domain import dates
from gplan_desktop.domain.user import Permission
from ui.errors import show_error
from ui.office import Office
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.permitted import permit
from ui.widgets.record_table import Cell, RecordTable, Row
from ui.widgets.scrolled import page_of

if TYPE_CHECKING:
    from gplan_desktop.store.kept_drafts import RemovedDraft

_TITLE: Final = "Borttagna utkast"
_ABOUT: Final = (
    "Ett utkast som tas bort finns kvar här i 30 dagar. Sedan raderas texten för alltid, nästa "
    "gång Gplan öppnas."
)
_NONE: Final = "Det finns inga borttagna utkast."
_HEADINGS = "Individ", "Plan", "Borttaget", "Av", "Tid kvar"
_WIDTHS = 260, 200, 180, 180, 130
_SOON_DAYS = 7
_ROWS_IN_SIGHT = 10


@dataclass(frozen=True)
class BinWays:
    """Where one goes from the page."""

    leave: Callable[[], None]
    open_plan: Callable[[str], None]


class BinView(QWidget):
    """A table of what was taken away; a draft that is brought back is opened where it was."""

    def __init__(self, office: Office, ways: BinWays) -> None:
        super().__init__()
        self.setObjectName("surface")
        self._office, self._ways = office, ways
        theme = office.theme
        self.empty = label(_NONE, "muted", wraps=True)
        self.table = RecordTable(_TITLE, _HEADINGS, theme)
        self.table.set_widths([theme.px(width) for width in _WIDTHS])
        self.table.opened.connect(self._bring_back)
        self.bring_back = push_button("Ta tillbaka", "primary", theme.icon("history", "on_accent"))
        self.table.chosen.connect(lambda plan_id: self.bring_back.setEnabled(bool(plan_id)))
        permit(self.bring_back, office, Permission.WRITE)
        self.bring_back.clicked.connect(lambda: self._bring_back(self.table.current_id))
        inner = page_of(self)
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(theme.px(28), theme.px(16), theme.px(28), theme.px(20))
        layout.setSpacing(theme.px(12))
        layout.addLayout(self._head())
        layout.addWidget(self._card())
        layout.addStretch(1)
        QShortcut(QKeySequence("Esc"), self, ways.leave)

    def refresh(self) -> None:
        """Show what lies in the bin now."""
        store = self._office.store
        self._office.database.newest("bin", store.bin.removed, self._show, show_error)

    def focus_first(self) -> None:
        """Put the keyboard in the table, or on the way back when it is empty."""
        (self.table if self.table.rows else self.back).setFocus()

    def _head(self) -> QHBoxLayout:
        theme = self._office.theme
        self.back = push_button("Till listan", "link", theme.icon("arrow_back", "accent"))
        self.back.setToolTip("Esc")
        self.back.clicked.connect(self._ways.leave)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(self.back)
        row.addWidget(label(_TITLE, "title"))
        row.addStretch(1)
        return row

    def _card(self) -> Card:
        card = Card(self._office.theme)
        card.column.setSpacing(self._office.theme.px(10))
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.bring_back)
        for part in (label(_ABOUT, wraps=True), self.empty, self.table):
            card.column.addWidget(part)
        card.column.addLayout(foot)
        for late in (self.empty, self.table, self.bring_back):
            late.hide()
        return card

    def _show(self, drafts: Sequence["RemovedDraft"]) -> None:
        today, is_first = self._office.today(), not self.table.rows
        self.table.show_rows([_row(draft, today) for draft in drafts])
        lines = 1 + min(len(drafts), _ROWS_IN_SIGHT)
        self.table.setFixedHeight(self._office.theme.px(40) * lines + 6)
        self.empty.setVisible(not drafts)
        self.table.setVisible(bool(drafts))
        self.bring_back.setVisible(bool(drafts))
        if is_first and drafts and self.back.hasFocus():
            self.table.setFocus()

    def _bring_back(self, plan_id: str) -> None:
        if plan_id:
            store = self._office.store
            self._office.database.run(
                lambda: store.bin.bring_back(plan_id),
                lambda _: self._ways.open_plan(plan_id),
                self._on_refused,
            )

    def _on_refused(self, error: Exception) -> None:
        self.refresh()
        show_error(error)


def _row(draft: "RemovedDraft", today: date) -> Row:
    lock = "lock-fill" if draft.person.protected else ""
    return Row(
        draft.plan_id,
        (
            Cell(draft.person.name, "ink", lock, "skyddade personuppgifter" if lock else ""),
            Cell(draft.name),
            Cell(dates.stamp(draft.removed_at)),
            Cell(draft.removed_by, "muted"),
            _time_left((dates.in_sweden(draft.erased_at).date() - today).days),
        ),
    )


def _time_left(days: int) -> Cell:
    if days <= 0:
        return Cell("raderas snart", "warning")
    text = "1 dag" if days == 1 else f"{days} dagar"
    return Cell(text, "warning" if days <= _SOON_DAYS else "muted")
