"""Import: persons or assignments from a file, reviewed row by row before anything is written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.domain.user import Permission
from gplan_desktop.errors import WorldError
from gplan_desktop.exchange.columns import ListKind, missing, remembered, to_remember
from gplan_desktop.settings import Columns
from ui.errors import show_error
from ui.exchange.columns_card import ColumnsCard
from ui.exchange.done_card import DoneCard
from ui.exchange.export_dialog import open_export
from ui.exchange.file_card import FileCard
from ui.exchange.import_work import ReadList, Review, UnitChanged, read_list, review, take_in
from ui.exchange.lively import let_go, lively_window
from ui.exchange.masking import holds_number
from ui.exchange.review_card import ReviewCard
from ui.office import Office
from ui.progress_window import Stopped, Tell, with_progress
from ui.seal_words import Told
from ui.told_line import ToldLine
from ui.widgets.buttons import push_button
from ui.widgets.labels import label
from ui.widgets.permitted import permit
from ui.widgets.scrolled import scrolled
from ui.widgets.spoken import say

_TITLE = "Läs in från fil"
_WHAT = "Inget skrivs i enheten förrän du har granskat raderna och trycker på Läs in."
_STOPPED = "Avbrutet. Inget är inläst."
_T = TypeVar("_T")


@dataclass(frozen=True)
class ImportWays:
    """Where one goes from the page, and where the choice of columns is kept."""

    leave: Callable[[], None]
    show_list: Callable[[], None]
    columns: Callable[[], Columns]
    keep: Callable[[Columns], None]


@dataclass(frozen=True)
class _Opened:
    """What was found in a chosen file."""

    listed: ReadList
    mapping: Mapping[str, int]
    review: Review | None
    """Nothing as long as a column is missing."""


class ImportView(QWidget):
    """Three steps on one page: the file, its columns, its rows; Esc leaves, nothing is written."""

    def __init__(self, office: Office, ways: ImportWays) -> None:
        super().__init__()
        self.setObjectName("surface")
        self._office, self._ways = office, ways
        self._listed: ReadList | None = None
        theme = office.theme
        self.file = FileCard(office)
        self.columns = ColumnsCard(office)
        self.review = ReviewCard(office)
        self.done = DoneCard(office, ways.show_list)
        self.file.chosen.connect(self.open_file)
        self.file.kind_changed.connect(self._forget)
        self.columns.changed.connect(lambda: self._show_review(None))
        self.columns.review_wanted.connect(self.review_rows)
        self.review.wanted.connect(self.take_in)
        inner = QWidget()
        self._area = scrolled(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(theme.px(28), theme.px(16), theme.px(28), theme.px(20))
        layout.setSpacing(theme.px(12))
        layout.addLayout(self._head())
        layout.addWidget(label(_WHAT, "muted", wraps=True))
        for card in (self.file, self.done, self.columns, self.review):
            layout.addWidget(card)
        layout.addStretch(1)
        self._forget()
        QShortcut(QKeySequence("Esc"), self, ways.leave)

    def focus_first(self) -> None:
        """Put the keyboard on the choice of what the list holds."""
        self.file.which.setFocus()

    def open_file(self, path: Path) -> None:
        """Read the file at *path*, and review its rows when all its columns are recognised."""
        kind = self.file.kind
        kept = self._ways.columns().get(kind, {})
        office = self._office
        opened = self._work(lambda tell: _open(path, kind, kept, office, tell), self.file.told)
        if opened is None:
            return
        self._forget()
        self._listed = opened.listed
        self.file.show_list(opened.listed)
        is_known = all(heading in kept for heading in opened.listed.table.headings)
        self.columns.show_list(opened.listed, opened.mapping, is_remembered=is_known)
        self._show_review(opened.review)
        if opened.review is None:
            self._bring_in_sight(self.columns)

    def review_rows(self) -> None:
        """Review the rows with the columns as they are chosen."""
        listed, mapping, office = self._listed, dict(self.columns.mapping), self._office
        if listed is not None:
            reviewed = self._work(
                lambda tell: review(listed, mapping, office, tell), self.columns.told
            )
            self._show_review(reviewed)

    def take_in(self) -> None:
        """Write all that was reviewed into the unit, or nothing."""
        reviewed, office = self.review.review, self._office
        if reviewed is None:
            return
        count = self._work(lambda tell: take_in(reviewed, office, tell), self.review.saved)
        if count is not None:
            self._forget()
            self.file.forget()
            self.done.show_done(reviewed)
            self._bring_in_sight(self.done)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Let go of what was read: another view has come in place of this one."""
        super().hideEvent(event)
        # Not when the window is only made small.
        if not event.spontaneous():
            self._forget()
            let_go()

    def _show_review(self, reviewed: Review | None) -> None:
        self.columns.show_reviewed(is_reviewed=reviewed is not None)
        if reviewed is None:
            self.review.forget()
        else:
            self._keep(reviewed)
            self.review.show_review(reviewed)
            self.review.show()
            self._bring_in_sight(self.review)

    def _keep(self, reviewed: Review) -> None:
        """Remember how the columns were chosen, unless the headings are somebody's data."""
        kind, headings = reviewed.listed.kind, reviewed.listed.table.headings
        kept = self._ways.columns()
        chosen = {**kept.get(kind, {}), **to_remember(reviewed.mapping, headings)}
        if not any(map(holds_number, headings)) and chosen != kept.get(kind):
            self._ways.keep({**kept, kind.value: chosen})

    def _forget(self) -> None:
        """Show only the first step."""
        self._listed = None
        self.columns.forget()
        self.review.forget()
        self.done.hide()

    def _work(self, work: Callable[[Tell], _T], told: ToldLine) -> _T | None:
        """Do *work* under a window that can stop it; nothing when it was stopped or failed."""
        told.show_told(None)
        try:
            with lively_window():
                return with_progress(work, _TITLE, self, self._office.paper)
        except Stopped:
            told.show_told(Told("warning", _STOPPED))
            say(told, _STOPPED)
        except UnitChanged as error:
            show_error(error)
            self.review_rows()
        except WorldError as error:
            show_error(error)
        return None

    def _bring_in_sight(self, card: ColumnsCard | ReviewCard | DoneCard) -> None:
        """Scroll to *card* when it has got its place, and put the keyboard in it."""
        card.focus_first()
        bar = self._area.verticalScrollBar()
        # Two turns of the loop: the texts wrap in the first, and the page grows in the second.
        QTimer.singleShot(
            0, card, lambda: QTimer.singleShot(0, card, lambda: bar.setValue(card.y()))
        )

    def _head(self) -> QHBoxLayout:
        theme = self._office.theme
        back = push_button("Till listan", "link", theme.icon("arrow_back", "accent"))
        back.setToolTip("Esc")
        back.clicked.connect(self._ways.leave)
        self.export = push_button("Spara som lista…", "", theme.icon("save", "accent"))
        self.export.clicked.connect(lambda: open_export(self, self._office))
        permit(self.export, self._office, Permission.EXPORT)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(back)
        row.addWidget(label(_TITLE, "title"))
        row.addStretch(1)
        row.addWidget(self.export)
        return row


def _open(
    path: Path, kind: ListKind, kept: Mapping[str, str], office: Office, tell: Tell
) -> _Opened:
    listed = read_list(path, kind, tell)
    mapping = remembered(kept, listed.table.headings, kind)
    is_complete = not missing(mapping, kind)
    return _Opened(listed, mapping, review(listed, mapping, office, tell) if is_complete else None)
