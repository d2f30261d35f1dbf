"""One visit plan: what is done with it, what remains, and its form."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout, QWidget

from gplan_desktop.domain import dates
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.tabs import Tabs
from gplan_desktop.domain.user import Permission
from gplan_desktop.domain.visit_plan import VisitPlanRecord
from ui.autosave import Autosave
from ui.drafts.settling import settle_visit_plan
from ui.errors import show_error
from ui.office import Office
from ui.record.jump_bar import JumpBar
from ui.record.reveal import reveal_soon
from ui.record.savings import RecordSavings
from ui.record.tes_list import TesDialog
from ui.record.visit_plan_editor import VisitPlanEditor
from ui.record.visit_plan_history import VisitPlanHistory
from ui.record.visit_plan_move import MoveCard, Target, target_of
from ui.record.visit_plan_print import print_visit_plan
from ui.record.visit_plan_rows import is_due, is_late, time_left
from ui.record.visit_plan_sheet import VisitPlanSheet
from ui.record.ways import RecordWays
from ui.widgets.buttons import push_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import label, set_role
from ui.widgets.permitted import permit

_NEW, _NEW_TEMPORARY = "Ny besöksplan", "Ny tillfällig besöksplan"
_CLEARED = "Texten är borttagen i Tes"
_LAID_OUT_MS = 30


class VisitPlanDesk(QWidget):
    """The visit plan that was chosen; what is written in it is saved by itself.

    Signals:
        help_wanted: the id of the field whose "?" was pressed.
        move_wanted: the field whose text is to be moved to its right place, and that text.
        told: how saving goes, in words, and whether all is well.
        changed: it was written in, so that the list shows it otherwise.
        cleared: the text has been taken away from TES; the id.
        reopened: that was taken back; the id.
    """

    help_wanted = Signal(str)
    move_wanted = Signal(str, str)
    told = Signal(str, bool)
    changed = Signal()
    cleared = Signal(str)
    reopened = Signal(str)

    def __init__(
        self, record: VisitPlanRecord, person: Person, office: Office, ways: RecordWays
    ) -> None:
        super().__init__()
        self.record, self._person, self._office = record, person, office
        self.editor = VisitPlanEditor(record, office)
        self._target: Target | None = None
        self._has_looked = False
        self.sheet = VisitPlanSheet(self.editor, office, ways)
        self.move_card = MoveCard(office, ways)
        self.jumps = JumpBar(((t, t) for t in self.sheet.cards), "Gå till", office.theme)
        self.jumps.wanted.connect(lambda title: reveal_soon(self.sheet.focus_card(title)))
        self.autosave = Autosave(
            RecordSavings(self.editor, office.store.visit_plans.save), office, self
        )
        settle_visit_plan(self.editor, self.autosave, office)
        self._build()
        self.sheet.help_wanted.connect(self.help_wanted)
        self.sheet.move_wanted.connect(
            lambda field: self.move_wanted.emit(field, str(self.editor.value(field)))
        )
        self.sheet.sentence_misplaced.connect(self.move_wanted)
        self.autosave.told.connect(self.told)
        self.move_card.cleared.connect(self._clear)
        self.editor.listen(lambda _: self._on_change())
        self._show_state()

    @property
    def plan_id(self) -> str:
        """The id of the visit plan."""
        return self.editor.current.id

    def go(self, field: str) -> None:
        """Put the keyboard in *field*, and bring it in sight."""
        frame = self.sheet.frame_of(field)
        if frame is None:
            self.sheet.focus_first()
            return
        frame.focus_box()
        # Once all is laid out: what has just been made has no place yet, and lines that flow
        # have their height only a moment after that.
        QTimer.singleShot(_LAID_OUT_MS, frame, lambda: self._bring_in_sight(frame))

    def _build(self) -> None:
        px = self._office.theme.px
        self.title = label("", "heading", wraps=True)
        self.state = label("", "muted", wraps=True)
        self.remains = label("", "warning", wraps=True)
        self.show_remains = push_button("Visa vad som saknas", "link")
        self.show_remains.clicked.connect(self._show_what_remains)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        for widget in (self.title, self.state, self._actions(), self.remains):
            column.addWidget(widget)
        column.addWidget(self.show_remains, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.move_card)
        column.addWidget(self.jumps)
        column.addWidget(self.sheet)

    def _actions(self) -> QWidget:
        icon = self._office.theme.icon
        self.to_tes = push_button("Till Tes", "primary", icon("content_copy", "on_accent"))
        self.print = push_button("Skriv ut", "", icon("print", "accent"))
        self.history = push_button("Ändringar", "", icon("history", "accent"))
        self.clear = push_button(_CLEARED, "", icon("delete", "accent"))
        self.reopen = push_button("Ångra, ta i bruk igen", "", icon("history", "accent"))
        for button in (self.to_tes, self.clear, self.reopen):
            permit(button, self._office, Permission.WRITE)
        permit(self.print, self._office, Permission.PRINT)
        buttons = (
            (self.to_tes, self._open_tes),
            (self.print, self._print),
            (self.history, self._show_history),
            (self.clear, self._clear),
            (self.reopen, lambda: self.reopened.emit(self.plan_id)),
        )
        actions = QWidget()
        flow = FlowLayout(actions, self._office.theme.px(8))
        for button, press in buttons:
            button.clicked.connect(press)
            flow.addWidget(button)
        return actions

    def refresh(self, tabs: Tabs) -> None:
        """Offer what *tabs* tell of the same things, and the plan that there is by now."""
        self.sheet.show_tabs(tabs)
        self._has_looked = False
        self._show_state()

    def insist(self) -> bool:
        """As finish(), but tell why when something is left unsaved."""
        return self.autosave.insist()

    def finish(self) -> bool:
        """Save everything and wait until it is done; False when something is left unsaved."""
        return self.autosave.finish()

    def _on_change(self) -> None:
        self.sheet.refresh()
        self._show_state()
        self.changed.emit()

    def _show_state(self) -> None:
        plan, is_open = self.editor.current, not self.editor.cleared
        limits, today = self._office.method.limits, self._office.today()
        self.title.setText(plan.name.strip() or (_NEW_TEMPORARY if plan.temporary else _NEW))
        self.state.setText(time_left(plan, limits, today) if is_open else _cleared(self.record))
        set_role(self.state, "problem" if is_open and is_late(plan, limits, today) else "muted")
        self.state.setVisible(bool(self.state.text()))
        # Of a form that nobody has written in there is nothing to print, follow or take away.
        is_begun = bool(self.editor.version) or not self.editor.is_untouched
        for button, offered in (
            (self.to_tes, is_open),
            (self.print, is_begun),
            (self.history, is_begun),
            (self.clear, is_open and is_begun),
        ):
            button.setVisible(offered)
        self.reopen.setVisible(not is_open)
        due = is_open and is_due(plan, limits, today)
        self.move_card.setVisible(due)
        if due:
            self._look_for_plan()
            self.move_card.show_plan(plan, time_left(plan, limits, today), self._target)
        self._show_blocking()

    def _show_blocking(self) -> None:
        """Say why the text cannot be pasted yet."""
        count = len(self.editor.blocking)
        what = "1 uppgift återstår" if count == 1 else f"{count} uppgifter återstår"
        self.remains.setText(f"{what} innan texten kan klistras in i Tes.")
        self.to_tes.setEnabled(not count)
        self.to_tes.setToolTip(self.remains.text() if count else "")
        for widget in (self.remains, self.show_remains):
            widget.setVisible(bool(count))

    def _show_what_remains(self) -> None:
        self.editor.show_all_findings()
        if frame := self.sheet.first_to_put_right():
            self.go(frame.field)

    def _look_for_plan(self) -> None:
        """Look once for the plan that the text is to be written into."""
        if self._has_looked:
            return
        self._has_looked = True
        store, person_id = self._office.store, self._person.id
        self._office.database.run(
            lambda: target_of(store, person_id), self._show_target, show_error
        )

    def _show_target(self, target: Target | None) -> None:
        self._target = target
        self._show_state()

    def _open_tes(self) -> None:
        if self.insist():
            _open(TesDialog(self._person, self.editor.current, self._office, self))

    def _print(self) -> None:
        """Print what is saved: the register keeps the checksum of that."""
        store, plan_id = self._office.store, self.plan_id

        def show(record: VisitPlanRecord) -> None:
            print_visit_plan(self._person, record, self._office, self)

        if self._is_saved():
            self._office.database.run(lambda: store.visit_plans.get(plan_id), show, show_error)

    def _show_history(self) -> None:
        store, plan_id = self._office.store, self.plan_id

        def show(records: list[VisitPlanRecord]) -> None:
            _open(VisitPlanHistory(records, self._office, self))

        if self._is_saved():
            self._office.database.run(
                lambda: [store.visit_plans.get(plan_id), *store.visit_plans.history(plan_id)],
                show,
                show_error,
            )

    def _clear(self) -> None:
        store, plan_id, now = self._office.store, self.plan_id, self._office.now()
        if self._is_saved():
            self._office.database.run(
                lambda: store.visit_plans.clear(plan_id, now),
                lambda _: self.cleared.emit(plan_id),
                show_error,
            )

    def _is_saved(self) -> bool:
        """Save what is written; a form that nobody has written in is not in the store."""
        return self.insist() and bool(self.editor.version)

    def _bring_in_sight(self, frame: QWidget) -> None:
        """Scroll the page that the part stands on, whichever it is."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            area.ensureWidgetVisible(frame)


def _open(dialog: QDialog) -> None:
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _cleared(record: VisitPlanRecord) -> str:
    """Return "Borttagen i Tes 2026-11-23 kl. 14.32, Kim Ek"."""
    at = dates.stamp(record.cleared_at) if record.cleared_at else ""
    return ", ".join(filter(None, (f"Borttagen i Tes {at}", record.cleared_by)))
