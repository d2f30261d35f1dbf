"""The tabs of a person: where everyone writes the same thing in the same place (S111-S130)."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout

from gplan_desktop.domain.fields import pattern
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.tabs import Tabs
from gplan_desktop.domain.user import Permission
from gplan_desktop.domain.visit_plan import VisitPlan
from gplan_desktop.method.guard_terms import Place
from gplan_desktop.record_editing import Judge, RecordEditor
from gplan_desktop.rules.finding import Finding
from gplan_desktop.rules.guard import guard_marks
from gplan_desktop.rules.marks import Mark
from gplan_desktop.rules.tabs_checks import check_tabs
from gplan_desktop.store.tabs import TabsRecord
from ui.autosave import Autosave
from ui.drafts.settling import settle_tabs
from ui.errors import show_error
from ui.office import Office
from ui.record.jump_bar import JumpBar
from ui.record.overrule import GUARDED
from ui.record.part import RecordPart
from ui.record.reveal import reveal_soon
from ui.record.savings import RecordSavings
from ui.record.shown_codes import ShownCodes
from ui.record.tabs_history import TabsHistory
from ui.record.tabs_print import TabsPrint
from ui.record.tabs_sheet import CARDS, TabsSheet
from ui.record.ways import RecordWays
from ui.right_place.ways import Writer
from ui.widgets.buttons import push_button
from ui.widgets.labels import label
from ui.widgets.permitted import permit
from ui.widgets.spoken import say

_WIDE = 760
_IMPORTANT = "tabs.good_to_know."
_HAS_GUARDED = (
    "Flikarna kan inte skrivas ut än. Här står sådant som hör hemma på en annan plats: {fields}. "
    "Flytta texten, eller skriv varför den ska stå kvar."
)


@dataclass(frozen=True)
class _Loaded:
    """What the part shows: the tabs, and the visit plans in use that they are checked against."""

    record: TabsRecord
    visit_plans: tuple[VisitPlan, ...]


class TabsPart(RecordPart):
    """Jump links, a card for each tab, what has changed, and the paper."""

    def __init__(self, person: Person, office: Office, ways: RecordWays) -> None:
        super().__init__(person, office, ways)
        self.editor: RecordEditor[Tabs] | None = None
        self.sheet: TabsSheet | None = None
        self._savings: RecordSavings[Tabs] | None = None
        self._autosave: Autosave | None = None
        self._visit_plans: tuple[VisitPlan, ...] = ()
        # Where to go once the tabs are read: what is gone to before may be made anew then.
        self._wanted: str | None = None
        self._is_reading = False
        self._codes = ShownCodes(person.id, office, self)
        self.problem = label("", "problem", wraps=True)
        self.problem.hide()
        self.print = push_button("Skriv ut flikarna…", "", office.theme.icon("print", "accent"))
        self.print.clicked.connect(self._print)
        permit(self.print, office, Permission.PRINT)
        self.history = push_button("Ändringar", "", office.theme.icon("history", "accent"))
        self.history.clicked.connect(self._show_history)
        self._column = self.make_column()
        self._column.setSpacing(self.px(12))
        self._column.addLayout(self._head())
        self._column.addWidget(self.problem)
        self._column.addStretch(1)

    def refresh(self) -> None:
        """Show the tabs as they are in the store now; what is not saved yet stays as it is."""
        store, person_id = self.office.store, self.person.id

        def load() -> _Loaded:
            plans = store.visit_plans.of_person(person_id)
            in_use = tuple(one.plan for one in plans if one.cleared_at is None)
            return _Loaded(store.tabs.of_person(person_id), in_use)

        self._is_reading = True
        self.office.database.run(load, self._show_loaded, show_error)

    def focus_first(self) -> None:
        """Put the keyboard in the first tab."""
        self.go("")

    def go(self, field: str) -> None:
        """Show the field, its rows or its tab, with the keyboard there; as soon as it is read."""
        self._wanted = field
        self._go()
        if self.sheet and not self._is_reading:
            self._wanted = None

    def finish(self) -> bool:
        """Save everything and wait until it is done; False when something is left unsaved."""
        return self._autosave is None or self._autosave.finish()

    def writer(self) -> Writer | None:
        """Return the editor of the tabs, once they are read."""
        return self.editor

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the buttons under the jump links in a narrow window or with large text."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        is_wide = self.width() >= self.px(_WIDE)
        self._beside.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)

    def _head(self) -> QBoxLayout:
        bar = JumpBar(((tab.id, tab.name) for tab in CARDS), "Gå till fliken", self.office.theme)
        bar.wanted.connect(self.go)
        self.jumps = bar.links
        buttons = QHBoxLayout()
        buttons.setSpacing(self.px(8))
        buttons.addWidget(self.history)
        buttons.addWidget(self.print)
        buttons.addStretch(1)
        self._beside = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._beside.setSpacing(self.px(8))
        self._beside.addWidget(bar, 1)
        self._beside.addLayout(buttons)
        return self._beside

    def _show_loaded(self, loaded: _Loaded) -> None:
        if self._autosave and self._savings and not self._savings.is_done():
            self._autosave.save()
        elif self._differs(loaded):
            self._visit_plans = loaded.visit_plans
            self._show_record(loaded.record)
            self._go()
        self._wanted, self._is_reading = None, False

    def _differs(self, loaded: _Loaded) -> bool:
        editor = self.editor
        is_same = editor is not None and editor.version == loaded.record.version
        return not is_same or loaded.visit_plans != self._visit_plans

    def _show_record(self, record: TabsRecord) -> None:
        judge = Judge(self._check, self._marks)
        editor = self.editor = RecordEditor(record.tabs, record.version, "tabs", judge)
        if self.office.may(Permission.WRITE):
            editor.keep_to_reading()
        if self.sheet:
            if self.sheet.isAncestorOf(self.window().focusWidget() or self):
                self._wanted = self._wanted or ""
            self.sheet.hide()
            self._column.removeWidget(self.sheet)
            self.sheet.deleteLater()
        sheet = self.sheet = TabsSheet(editor, self._codes, self.office)
        sheet.help_wanted.connect(self.help_wanted)
        sheet.move_wanted.connect(self._on_move_wanted)
        sheet.sentence_misplaced.connect(self.move_wanted)
        editor.listen(self._on_change)
        self._savings = RecordSavings(editor, self.office.store.tabs.save)
        self._autosave = Autosave(self._savings, self.office, sheet)
        settle_tabs(editor, self._autosave, self.office)
        self._autosave.told.connect(self.told)
        self.problem.hide()
        self._column.insertWidget(self._column.count() - 1, sheet)
        # At once: the layout would show it only after the keyboard has been put in it.
        sheet.show()

    def _check(self, tabs: Tabs) -> tuple[Finding, ...]:
        return check_tabs(tabs, self.office.method, self.office.today(), self._visit_plans)

    def _marks(self, field: str, text: str) -> tuple[Mark, ...]:
        """Mark what has no place in the tab for all to read at a glance (S121-S125)."""
        if field.startswith(_IMPORTANT):
            return guard_marks(text, Place.IMPORTANT, self.office.method.guard)
        return ()

    def _on_change(self, _field: str) -> None:
        if self.sheet and self.editor:
            self.sheet.refresh()
            if self.problem.isVisible() and not self._guarded_fields():
                self.problem.hide()

    def _on_move_wanted(self, field: str) -> None:
        if self.editor:
            self.move_wanted.emit(field, str(self.editor.value(field)))

    def _go(self) -> None:
        if self.sheet and self._wanted is not None:
            reveal_soon(self.sheet.go(self._wanted))

    def _show_history(self) -> None:
        if self._autosave is None or self._autosave.insist():
            dialog = TabsHistory(self.person, self.office, self)
            dialog.open()

    def _guarded_fields(self) -> list[str]:
        blocking = self.editor.blocking if self.editor else ()
        return [finding.field for finding in blocking if finding.rule in GUARDED]

    def _print(self) -> None:
        """Print what is saved, unless something stands there that has no place there."""
        if self.editor is None or self._autosave is None:
            return
        if fields := self._guarded_fields():
            self._refuse(fields)
        elif self._autosave.insist():
            TabsPrint(self.person, self.office, self).begin()

    def _refuse(self, fields: Sequence[str]) -> None:
        if self.editor:
            self.editor.show_all_findings()
        texts = self.office.method.fields
        names = ", ".join(f"”{texts[pattern(field)].label}”" for field in fields)
        self.problem.setText(_HAS_GUARDED.format(fields=names))
        self.problem.show()
        say(self.problem, self.problem.text())
        self.go(fields[0])
