"""The transfer sheet: an established plan is copied into Treserva, text by text (F57)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from gplan_desktop.domain.transfer import TransferItem, Transferred
from gplan_desktop.planning import Opened
from gplan_desktop.rules.transfer import Manner, Progress, advice, manner, plan_items
from ui import transfer_words as words
from ui.clipboard import lend_about, take_back
from ui.errors import show_error
from ui.office import Office
from ui.transfer_groups import TransferGroups
from ui.transfer_stage import TransferStage
from ui.widgets.buttons import push_button
from ui.widgets.labels import label
from ui.widgets.record_table import RecordTable
from ui.widgets.scrolled import page_of
from ui.widgets.spoken import say

_WIDE, _GROUPS, _LOWEST_TABLE, _BAR = 820, 220, 132, 160
_WIDTHS = (180, 220, 260, 300)


@dataclass(frozen=True)
class TransferWays:
    """Where one goes from the sheet."""

    leave: Callable[[], None]


class TransferView(QWidget):
    """One text in turn over the list of all; Enter copies, ticks and goes on, Esc goes back."""

    def __init__(self, opened: Opened, office: Office, ways: TransferWays) -> None:
        super().__init__()
        self.setObjectName("surface")
        self._opened, self._office, self._ways = opened, office, ways
        self._progress = Progress(plan_items(opened.record.plan, opened.situation.method), {})
        # The item that is shown, and the one whose text is on the clipboard.
        self._current = self._held = ""
        self._is_busy = False
        theme = office.theme
        self.groups = TransferGroups(theme)
        self.groups.setFixedWidth(theme.px(_GROUPS))
        self.stage = TransferStage(theme)
        self.table = RecordTable("Allt som ska föras över", words.HEADINGS, theme)
        self.table.set_widths([theme.px(width) for width in _WIDTHS])
        self.table.setMinimumHeight(theme.px(_LOWEST_TABLE))
        inner = page_of(self)
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(theme.px(28), theme.px(16), theme.px(28), theme.px(20))
        layout.setSpacing(theme.px(12))
        layout.addLayout(self._head())
        layout.addWidget(label(self._whose(), "muted", wraps=True))
        layout.addLayout(self._body(), 1)
        self._connect()

    def refresh(self) -> None:
        """Show what has been copied as it is in the store now, and go on where it was left."""
        store, plan_id = self._office.store, self._opened.record.plan.id
        self._office.database.run(lambda: store.transfers.of(plan_id), self._on_read, show_error)

    def focus_first(self) -> None:
        """Put the keyboard on the one key."""
        self.stage.do_it.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Leave nothing of the person on the clipboard when the sheet is left."""
        super().hideEvent(event)
        # A window that is only put away for a moment, to paste in another, is not left.
        if not event.spontaneous():
            take_back()
            self._held = ""

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Take pages and bar away in a narrow window: the list and the count say the same."""
        super().resizeEvent(event)
        is_wide = self.width() >= self._office.theme.px(_WIDE)
        self.groups.setVisible(is_wide)
        self.bar.setVisible(is_wide)

    def _head(self) -> QHBoxLayout:
        theme = self._office.theme
        back = push_button("Till individens sida", "link", theme.icon("arrow_back", "accent"))
        back.setToolTip("Esc")
        back.clicked.connect(self._ways.leave)
        self.count = label("", "label")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(theme.px(_BAR))
        self.bar.setAccessibleName("Överfört")
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(back)
        row.addWidget(label("Överför till Treserva", "title"))
        row.addStretch(1)
        row.addWidget(self.count)
        row.addWidget(self.bar)
        return row

    def _whose(self) -> str:
        return words.whose(self._opened.record, self._opened.situation.person.name)

    def _body(self) -> QHBoxLayout:
        theme = self._office.theme
        right = QVBoxLayout()
        right.setSpacing(theme.px(12))
        right.addWidget(self.stage, 5)
        right.addWidget(self.table, 4)
        body = QHBoxLayout()
        body.setSpacing(theme.px(16))
        body.addWidget(self.groups)
        body.addLayout(right, 1)
        return body

    def _connect(self) -> None:
        self.stage.pressed.connect(self._on_pressed)
        self.stage.again_wanted.connect(self._copy_current)
        self.stage.take_back_wanted.connect(self._take_back)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(lambda _: self.focus_first())
        self.groups.wanted.connect(self._go_to_group)
        QShortcut(QKeySequence("Esc"), self, self._ways.leave)

    def _on_read(self, transferred: Mapping[str, Transferred]) -> None:
        self._progress = Progress(self._progress.items, transferred)
        following = self._progress.next_after()
        self._current = following.field if following else ""
        self._show()

    def _on_chosen(self, field: str) -> None:
        """Show the item that the selection moved to; what is on the clipboard stays there."""
        if field and field != self._current:
            self._current = field
            self._show_turn()

    def _go_to_group(self, title: str) -> None:
        """Go to the first item that is left of the page *title*, or to its first."""
        items = [item for item in self._progress.items if item.group == title]
        left = (item for item in items if not self._progress.is_done(item))
        self._current = next(left, items[0]).field
        self._show()
        self.focus_first()

    def _on_pressed(self) -> None:
        """Do what the one key says."""
        item = self._progress.item(self._current)
        if self._is_busy:
            return
        if item is None or (self._progress.is_done(item) and self._progress.is_finished):
            self._ways.leave()
        elif self._progress.is_done(item):
            self._current = getattr(self._progress.next_after(item.field), "field", "")
            self._show()
        elif self._is_held(item):
            self._tick(item)
        else:
            self._copy_current()

    def _copy_current(self) -> None:
        if item := self._progress.item(self._current):
            self._copy(item)
            self._show_turn()

    def _copy(self, item: TransferItem) -> None:
        lend_about(item.text, self._opened.record.plan.person_id, self._office)
        self._held = item.field

    def _is_held(self, item: TransferItem) -> bool:
        """Tell whether *item* only wants its tick: it is copied, or is not of the kind that is."""
        return manner(item) is not Manner.PASTED or item.field == self._held

    def _tick(self, item: TransferItem) -> None:
        transfers, plan_id = self._office.store.transfers, self._opened.record.plan.id
        self._write(lambda: transfers.tick(plan_id, item), lambda: self._go_on(item))

    def _take_back(self) -> None:
        transfers, plan_id = self._office.store.transfers, self._opened.record.plan.id
        field = self._current
        self._write(lambda: transfers.untick(plan_id, field), self._show)
        # The button that was pressed goes away.
        self.focus_first()

    def _write(self, write: Callable[[], None], then: Callable[[], None]) -> None:
        """Write a tick, read what stands there now, and do *then*."""
        transfers, plan_id = self._office.store.transfers, self._opened.record.plan.id

        def work() -> Mapping[str, Transferred]:
            write()
            return transfers.of(plan_id)

        def done(transferred: Mapping[str, Transferred]) -> None:
            self._is_busy = False
            self._progress = Progress(self._progress.items, transferred)
            then()

        self._is_busy = True
        self._office.database.run(work, done, self._on_not_written)

    def _on_not_written(self, error: Exception) -> None:
        self._is_busy = False
        show_error(error)

    def _go_on(self, item: TransferItem) -> None:
        """Take the next item in hand, or let the clipboard be empty when there is none to copy."""
        following = self._progress.next_after(item.field)
        self._current = following.field if following else ""
        if following and manner(following) is Manner.PASTED:
            self._copy(following)
        else:
            take_back()
            self._held = ""
        self._show()

    def _show(self) -> None:
        """Show everything anew: what is in turn, what is done, and how far it has come."""
        progress = self._progress
        self._show_rows()
        self.count.setText(words.count(progress))
        self.bar.setRange(0, max(1, len(progress.items)))
        self.bar.setValue(progress.done)
        self._show_turn()

    def _show_turn(self) -> None:
        progress, item = self._progress, self._progress.item(self._current)
        if item:
            self.stage.show_advice(advice(item, self._opened.situation.previous))
            self.stage.show_item(item, progress, is_held=self._is_held(item))
        else:
            self.stage.show_finished(words.finished(progress))
        self.groups.show_groups(progress.groups, item.group if item else "")
        self._say_turn()

    def _show_rows(self) -> None:
        fields = [item.field for item in self._progress.items]
        with QSignalBlocker(self.table):
            rows = [words.row(item, self._progress) for item in self._progress.items]
            self.table.show_rows(rows, select=False)
            if self._current in fields:
                self.table.selectRow(fields.index(self._current))
                self.table.scrollTo(self.table.currentIndex())
            else:
                self.table.clearSelection()

    def _say_turn(self) -> None:
        """Let a screen reader say what came in turn while the keyboard stays on the one key."""
        if self.stage.do_it.hasFocus():
            say(self.stage, f"{self.stage.heading.text()}. {self.stage.do_it.text()}")
