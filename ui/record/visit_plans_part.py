"""Besöksplaner: what TES tells whoever comes to the door, drafted here and pasted there (F57)."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gplan_desktop.domain.person import Person
from gplan_desktop.domain.tabs import Tabs
from gplan_desktop.domain.user import Permission
from gplan_desktop.domain.visit_plan import VisitPlanRecord
from ui.errors import show_error
from ui.office import Office
from ui.record.part import RecordPart
from ui.record.visit_plan_desk import VisitPlanDesk
from ui.record.visit_plan_editor import new_record
from ui.record.visit_plan_list import VisitPlanList
from ui.record.ways import RecordWays
from ui.right_place.ways import Writer
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import label
from ui.widgets.permitted import permit_all

if TYPE_CHECKING:
    # The database's libraries are loaded after the first window.
    from gplan_desktop.store.store import Store

_NEW, _NEW_TEMPORARY = "Ny besöksplan", "Ny tillfällig besöksplan"
_WHAT = (
    "I besöksplanen står det som den som kommer till dörren måste veta: hur man kommer in, "
    "vilka som bor där och vad som är viktigt vid besöket. Den skrivs här och klistras in i Tes."
)
_TEMPORARY = (
    "När ett nytt uppdrag kommer skrivs en tillfällig besöksplan. Efter {days} vardagar skrivs den "
    "in i genomförandeplanen och texten tas bort i Tes."
)
_UNDONE = "Besöksplanen är noterad som borttagen i Tes."


@dataclass(frozen=True)
class _Found:
    """What the store tells: every visit plan of the person, and the tabs."""

    records: tuple[VisitPlanRecord, ...]
    tabs: Tabs


class VisitPlansPart(RecordPart):
    """The person's visit plans in a list, and under it the one that was chosen (S85-S110)."""

    def __init__(self, person: Person, office: Office, ways: RecordWays) -> None:
        super().__init__(person, office, ways)
        self._records: tuple[VisitPlanRecord, ...] = ()
        self._tabs: Tabs | None = None
        self._chosen_id = self._wanted_field = self._cleared_id = ""
        self.desk: VisitPlanDesk | None = None
        self.list = VisitPlanList(office)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._write)
        self._column = self.make_column()
        self._column.setSpacing(self.px(12))
        self._column.addWidget(self._head())
        self._column.addWidget(self._undo())
        self._column.addWidget(self._empty())
        self._column.addWidget(self.list)
        self._column.addStretch(1)

    def refresh(self) -> None:
        """Show the visit plans as they are in the store now."""
        store, person_id = self.office.store, self.person.id
        with_tabs = not self.office.may(Permission.READ_TABS)
        self.office.database.newest(
            ("visit plans", id(self)),
            lambda: _find(store, person_id, with_tabs=with_tabs),
            self._show,
            show_error,
        )

    def focus_first(self) -> None:
        """Put the keyboard in the list, or on the way to the first visit plan."""
        in_use = any(record.is_open for record in self._shown_records())
        (self.list.open if in_use else self.add).setFocus()

    def go(self, field: str) -> None:
        """Show *field* of the chosen visit plan, with the keyboard in it."""
        if not field:
            self.focus_first()
        elif self.desk is not None:
            self.desk.go(field)
        else:
            self._wanted_field = field

    def finish(self) -> bool:
        """Save everything and wait until it is done; False when something is left unsaved."""
        return self.desk is None or self.desk.finish()

    def writer(self) -> Writer | None:
        """Return the editor of the visit plan that was chosen."""
        return self.desk.editor if self.desk else None

    def _head(self) -> QWidget:
        icon = self.office.theme.icon
        self.add = push_button(_NEW, "", icon("add", "accent"))
        self.add_temporary = push_button(_NEW_TEMPORARY, "", icon("event", "accent"))
        permit_all((self.add, self.add_temporary), self.office, Permission.WRITE)
        self.add.clicked.connect(lambda: self._begin(temporary=False))
        self.add_temporary.clicked.connect(lambda: self._begin(temporary=True))
        head = QWidget()
        flow = FlowLayout(head, self.px(10))
        for button in (self.add, self.add_temporary):
            flow.addWidget(button)
        return head

    def _undo(self) -> QWidget:
        """What was noted just now, and the way to take it back."""
        self.undo = Card(self.office.theme, "quote")
        take_back = push_button("Ångra", "link")
        take_back.setAccessibleName("Ångra att besöksplanen är borttagen i Tes")
        take_back.clicked.connect(lambda: self._reopen(self._cleared_id))
        self.undo.column.setSpacing(self.px(4))
        self.undo.column.addWidget(label(_UNDONE, wraps=True))
        self.undo.column.addWidget(take_back, 0, Qt.AlignmentFlag.AlignLeft)
        self.take_back = take_back
        self.undo.hide()
        return self.undo

    def _empty(self) -> QWidget:
        days = self.office.method.limits.visit_plan_weekdays
        self.empty = Card(self.office.theme)
        self.empty.column.addWidget(label(_WHAT, wraps=True))
        self.empty.column.addWidget(label(_TEMPORARY.format(days=days), wraps=True))
        self.empty.hide()
        return self.empty

    def _show(self, found: _Found) -> None:
        self._records, self._tabs = found.records, found.tabs
        stands_at_add = self.window().focusWidget() is self.add
        if not self._holds_new():
            ids = {record.plan.id for record in self._records}
            if self._chosen_id not in ids:
                self._chosen_id = next((r.plan.id for r in self._records if r.is_open), "")
            self._show_chosen()
        if self.desk is not None:
            self.desk.refresh(found.tabs)
        self._show_list()
        wanted, self._wanted_field = self._wanted_field, ""
        if wanted and self.desk is not None:
            self.desk.go(wanted)
        elif stands_at_add:
            self.focus_first()

    def _holds_new(self) -> bool:
        """Whether the form in sight has never been saved."""
        return self.desk is not None and not self.desk.editor.version

    def _show_chosen(self) -> None:
        """Show the form of the chosen visit plan, made anew when another has been saved since."""
        record = next((r for r in self._records if r.plan.id == self._chosen_id), None)
        if record is None:
            self._drop_desk()
        elif self.desk is None or self.desk.plan_id != record.plan.id or self._is_stale(record):
            self._open(record)

    def _is_stale(self, record: VisitPlanRecord) -> bool:
        if self.desk is None:
            return True
        editor = self.desk.editor
        was_moved = editor.cleared is record.is_open
        return was_moved or (editor.is_saved and editor.version != record.version)

    def _open(self, record: VisitPlanRecord) -> None:
        self._drop_desk()
        self._chosen_id = record.plan.id
        self.desk = VisitPlanDesk(record, self.person, self.office, self.ways)
        self.desk.help_wanted.connect(self.help_wanted)
        self.desk.move_wanted.connect(self.move_wanted)
        self.desk.told.connect(self.told)
        self.desk.changed.connect(self._show_list)
        self.desk.cleared.connect(self._on_cleared)
        self.desk.reopened.connect(self._reopen)
        if self._tabs:
            self.desk.refresh(self._tabs)
        self._column.insertWidget(self._column.count() - 1, self.desk)
        # Now and not in a moment: a field of it is to have the keyboard.
        self.desk.show()

    def _drop_desk(self) -> None:
        if self.desk is not None:
            self.desk.autosave.stop()
            self.desk.hide()
            self._column.removeWidget(self.desk)
            self.desk.deleteLater()
            self.desk = None

    def _shown_records(self) -> tuple[VisitPlanRecord, ...]:
        """Return the visit plans as they are written now, one that is not saved yet first."""
        if self.desk is None:
            return self._records
        now = replace(self.desk.record, plan=self.desk.editor.current)
        others = [r for r in self._records if r.plan.id != now.plan.id]
        if len(others) == len(self._records):
            return now, *others
        return tuple(now if r.plan.id == now.plan.id else r for r in self._records)

    def _show_list(self) -> None:
        records = self._shown_records()
        self.list.show_records(records, self._chosen_id)
        self.list.setVisible(bool(records))
        self.empty.setVisible(not records)

    def _begin(self, *, temporary: bool) -> None:
        if self._may_leave():
            self.undo.hide()
            self._open(new_record(self.person.id, self.office, temporary=temporary))
            self._show_list()
            self._write()

    def _choose(self, plan_id: str) -> None:
        """Show another visit plan, once everything is saved in the one before it."""
        if plan_id == self._chosen_id:
            return
        if not self._may_leave():
            self._show_list()
            return
        self._drop_desk()
        self._chosen_id = plan_id
        self.refresh()

    def _may_leave(self) -> bool:
        """Save what is written in the one in sight, and tell why when that cannot be done."""
        return self.desk is None or self.desk.insist()

    def _write(self) -> None:
        """Put the keyboard in the form of the chosen one."""
        if self.desk is not None:
            self.desk.go("visit_plan.name")

    def _on_cleared(self, plan_id: str) -> None:
        self._cleared_id, self._chosen_id = plan_id, ""
        self._drop_desk()
        self.undo.show()
        self.take_back.setFocus()
        self.refresh()

    def _reopen(self, plan_id: str) -> None:
        store = self.office.store

        def show(_: None) -> None:
            self.undo.hide()
            self._chosen_id = plan_id
            self.refresh()

        self.office.database.run(lambda: store.visit_plans.reopen(plan_id), show, show_error)


def _find(store: "Store", person_id: str, *, with_tabs: bool) -> _Found:
    """Return what the store tells; nothing of tabs that are not for the user to read."""
    tabs = store.tabs.of_person(person_id).tabs if with_tabs else Tabs(person_id)
    return _Found(tuple(store.visit_plans.of_person(person_id)), tabs)
