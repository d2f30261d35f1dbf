"""The visit plan's text line by line, to be pasted into TES and ticked off (F57)."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.domain import dates
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.transfer import TransferItem, Transferred
from gplan_desktop.domain.visit_plan import VisitPlan
from gplan_desktop.rules.tes_text import CODE_FIELD, tes_items, without_code
from ui.clipboard import lend_about
from ui.errors import show_error
from ui.office import Office
from ui.record.visit_plan_rows import NAMELESS
from ui.theme import Theme
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import label, set_role
from ui.widgets.scrolled import scrolled
from ui.widgets.spoken import say
from ui.widgets.tick_box import TickBox

_TITLE = "Till Tes"
_TICK = "Inklistrad i Tes"
_CHANGED = "Ändrad sedan den klistrades in"
_ALL_DONE = "Allt är i Tes."
_HOW = (
    "Kopiera en rad i taget och klistra in den i Tes, eller kopiera allt på en gång. "
    "Det som är kopierat bockas av. Du kan stänga och fortsätta en annan gång."
)
_GONE = "Står inte längre i besöksplanen. Ta bort det i Tes."


class TesRow(QFrame):
    """One line: what it says, a button that copies it, and the tick that it is in TES.

    Signals:
        copy_wanted: its text is to be copied.
        ticked: True or False, after the tick was set or taken away.
    """

    copy_wanted = Signal()
    ticked = Signal(bool)

    def __init__(self, item: TransferItem, theme: Theme) -> None:
        super().__init__()
        self.item = item
        self.setObjectName("quote")
        shown = without_code(item)
        self.text = label(shown.text, wraps=True)
        self.copy = push_button("Kopiera", "", theme.icon("content_copy", "accent"))
        self.copy.setAccessibleName(f"Kopiera: {shown.text}")
        self.copy.clicked.connect(self.copy_wanted)
        self.tick = TickBox(_TICK)
        self.tick.setAccessibleName(f"{_TICK}: {shown.text}")
        self.tick.edited.connect(lambda ticked: self.ticked.emit(bool(ticked)))
        self.state = label("", "muted")
        # As high as the button beside it, whose middle it then stands at.
        self.state.setMinimumHeight(self.copy.sizeHint().height())
        actions = QWidget()
        flow = FlowLayout(actions, theme.px(12))
        for widget in (self.copy, self.tick, self.state):
            flow.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(14), theme.px(8), theme.px(10), theme.px(8))
        column.setSpacing(theme.px(6))
        column.addWidget(self.text)
        column.addWidget(actions)

    def show_state(self, pasted: Transferred | None) -> None:
        """Show whether the text as it stands now is in TES, and since when."""
        is_in = pasted is not None and pasted.covers(self.item)
        self.tick.set_value(is_in)
        is_changed = pasted is not None and not is_in
        told = f"{dates.stamp(pasted.at)}, {pasted.by}" if pasted else ""
        self.state.setText(_CHANGED if is_changed else told)
        set_role(self.state, "warning" if is_changed else "muted")
        self.state.setVisible(bool(pasted))


class TesDialog(QDialog):
    """The lines of one visit plan with what has been pasted already; it is gone on with later."""

    def __init__(self, person: Person, plan: VisitPlan, office: Office, parent: QWidget) -> None:
        super().__init__(parent)
        self._office, self._plan = office, plan
        self._pasted: Mapping[str, Transferred] = {}
        self.rows = [TesRow(item, office.theme) for item in tes_items(plan, office.method)]
        self.gone: dict[str, QWidget] = {}
        px = office.theme.px
        self.setWindowTitle(_TITLE)
        self.resize(px(680), min(px(640), parent.window().height()))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(16), px(12), px(16))
        column.setSpacing(px(12))
        column.addWidget(label(person.name, "heading"))
        column.addWidget(label(plan.name.strip() or NAMELESS, "label", wraps=True))
        column.addWidget(label(_HOW, "muted", wraps=True))
        column.addWidget(scrolled(self._list()), 1)
        column.addLayout(self._foot())
        self._connect()
        self._load()

    def _connect(self) -> None:
        for row in self.rows:
            row.copy_wanted.connect(lambda row=row: self._copy([row.item]))
            row.ticked.connect(lambda ticked, row=row: self._tick(row.item, ticked))
        self.copy_all.clicked.connect(lambda: self._copy([row.item for row in self.rows]))
        self.close_button.clicked.connect(self.accept)

    def _list(self) -> QWidget:
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        px = self._office.theme.px
        self._column.setContentsMargins(0, 0, px(8), 0)
        self._column.setSpacing(px(8))
        group = ""
        for row in self.rows:
            if row.item.group != group:
                group = row.item.group
                self._column.addWidget(label(group, "label"))
            self._column.addWidget(row)
        self._column.addStretch(1)
        return inner

    def _foot(self) -> QHBoxLayout:
        theme = self._office.theme
        self.copy_all = push_button(
            "Kopiera allt", "primary", theme.icon("content_copy", "on_accent")
        )
        self.progress = label("", "label", wraps=True)
        self.close_button = push_button("Stäng")
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(12))
        foot.addWidget(self.copy_all)
        foot.addWidget(self.progress, 1)
        foot.addWidget(self.close_button)
        return foot

    def _load(self) -> None:
        store, plan_id = self._office.store, self._plan.id
        self._office.database.run(lambda: store.transfers.of(plan_id), self._show, show_error)

    def _show(self, pasted: Mapping[str, Transferred]) -> None:
        self._pasted = pasted
        for row in self.rows:
            row.show_state(pasted.get(row.item.field))
        self._show_gone()
        done = sum(self._is_in(row.item) for row in self.rows)
        is_done = done == len(self.rows) and not self.gone
        told = _ALL_DONE if is_done else f"{done} av {len(self.rows)} inklistrade"
        set_role(self.progress, "done" if is_done else "label")
        if told != self.progress.text():
            self.progress.setText(told)
            say(self.progress, told)

    def _is_in(self, item: TransferItem) -> bool:
        pasted = self._pasted.get(item.field)
        return pasted is not None and pasted.covers(item)

    def _show_gone(self) -> None:
        """Tell of what was pasted once and stands in the visit plan no more."""
        gone = [field for field in self._pasted if field not in {r.item.field for r in self.rows}]
        for field in [one for one in self.gone if one not in gone]:
            self.gone.pop(field).deleteLater()
        for field in gone:
            if field not in self.gone:
                self.gone[field] = self._gone_card(field)
                self._column.insertWidget(0, self.gone[field])

    def _gone_card(self, field: str) -> QWidget:
        name = self._office.method.field(field).label
        done = push_button("Borttagen i Tes")
        done.setAccessibleName(f"Borttagen i Tes: {name}")
        done.clicked.connect(lambda: self._untick(field))
        card = Card(self._office.theme, "notice")
        card.column.setSpacing(self._office.theme.px(6))
        card.column.addWidget(label(name, "label", wraps=True))
        card.column.addWidget(label(_GONE, wraps=True))
        card.column.addWidget(done, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _copy(self, items: Sequence[TransferItem]) -> None:
        """Put the texts on the clipboard; a code only once it is in the log that it was shown."""
        text = "\n".join(item.text for item in items)
        store, plan = self._office.store, self._plan

        def work() -> None:
            if any(item.field == CODE_FIELD for item in items):
                store.tabs.note_code_shown(plan.person_id, CODE_FIELD)
            for item in items:
                store.transfers.tick(plan.id, item)

        def done(_: None) -> None:
            lend_about(text, plan.person_id, self._office)
            self._load()

        self._office.database.run(work, done, self._refuse)

    def _tick(self, item: TransferItem, ticked: bool) -> None:
        if not ticked:
            self._untick(item.field)
            return
        store, plan_id = self._office.store, self._plan.id
        self._office.database.run(
            lambda: store.transfers.tick(plan_id, item), lambda _: self._load(), self._refuse
        )

    def _untick(self, field: str) -> None:
        store, plan_id = self._office.store, self._plan.id
        self._office.database.run(
            lambda: store.transfers.untick(plan_id, field), lambda _: self._load(), self._refuse
        )

    def _refuse(self, error: Exception) -> None:
        """Show the ticks as they still are, and why nothing was done."""
        self._show(self._pasted)
        show_error(error)
