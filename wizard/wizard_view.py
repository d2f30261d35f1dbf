"""The wizard: contents, page, what stands beside it, and the bars above and below."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from gplan_desktop.domain.overview import Place
from gplan_desktop.domain.plan import Plan, fitted_to
from gplan_desktop.domain.user import Permission
from gplan_desktop.editing import PlanEditor
from gplan_desktop.planning import Opened
from gplan_desktop.rules.steps import Step, StepKind, neighbour
from ui.autosave import Autosave
from ui.drafts.settling import settle_plan
from ui.drafts.writing_mark import WritingMark
from ui.errors import show_error
from ui.field_help import FieldHelp, field_around
from ui.office import Office
from ui.plan_view import PlanView, PlanWays
from ui.record.part import RecordPart
from ui.right_place.ways import Source, text_source
from ui.widgets.field_factory import FieldFactory
from ui.widgets.field_frame import FieldFrame
from ui.widgets.permitted import permit
from wizard.aftercare import AftercareNotes
from wizard.contents import Contents
from wizard.context import Actions, PageContext
from wizard.footer import Footer
from wizard.header import Header
from wizard.page_stack import PageStack
from wizard.pages.page import Page
from wizard.pages.registry import make_page
from wizard.pages.right_place import place_ways
from wizard.paper import PlanPaper
from wizard.plan_ending import EndingWays, PlanEnding
from wizard.plan_savings import PlanSavings
from wizard.plan_tasks import PlanTasks
from wizard.problems_dialog import ProblemsDialog
from wizard.side import Side

_AHEAD_MS = 300
_FOLD_WIDTH, _FOLD_WIDTH_PREVIEW = 1080, 1500


class WizardView(PlanView):
    """One plan, page by page.

    Signals:
        shown: the id of the page that was opened.
    """

    shown = Signal(str)

    def __init__(self, opened: Opened, office: Office, ways: PlanWays) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.editor = PlanEditor(opened.record, opened.situation)
        if office.may(Permission.WRITE):
            self.editor.keep_to_reading()
        self.office, self._ways = office, ways
        self.step = self._start(opened.place)
        self.autosave = Autosave(PlanSavings(self.editor, office, self.place), office, self)
        settle_plan(self.editor, self.autosave, office, self._become)
        self._mark = WritingMark(self.editor, office)
        self.aftercare = AftercareNotes(office, self.editor.plan.id, self)
        self.tasks = PlanTasks(self.editor, office, self)
        self._paper = PlanPaper(self.editor, office, self.autosave.insist, self.aftercare.load)
        ending = EndingWays(self._show_established, ways.leave)
        self._ending = PlanEnding(self.editor, office, self.autosave, self, ending)
        self.context = self._make_context()
        self._build()
        self._connect()
        self.editor.listen(self._on_change)
        if self.editor.read_only:
            self.aftercare.load()

    def start(self, opened: Opened, *, help_open: bool) -> None:
        """Show the place where the writer was, or the first page."""
        self.office.spelling.accept_names(self.editor.names)
        self.tasks.load()
        self._mark.begin()
        self.help.set_pinned(help_open)
        self.go(self.step.id, opened.place.field)

    def go(self, step_id: str, field: str = "") -> None:
        """Show the page *step_id*, with the keyboard in *field* if one is named."""
        # Or Qt would hand the keyboard to some field of the new page on the way, and that
        # field would count as left before the writer has seen it (screen rule 9).
        focused = self._pages.focused()
        if focused is not None:
            focused.clearFocus()
        self._pages.leave()
        self.step = next(s for s in self.editor.steps if s.id == step_id)
        self.page = self._pages.show_step(self.step, self._purpose())
        self.contents.show_current(step_id)
        self.footer.show_step(self.editor.steps, self.step, read_only=self.editor.read_only)
        self.help.show_page(self.step.id, has_fields=self.step.kind is StepKind.WRITING)
        self.side.show_step(self.step)
        self._focus(field)
        self.autosave.save()
        self._ahead.start()
        self.shown.emit(step_id)

    def turn(self, distance: int) -> None:
        """Go *distance* pages on in the manual's order; after the last one, to the list."""
        if step := neighbour(self.editor.steps, self.step.id, distance):
            self.go(step.id)
        elif distance > 0:
            self._ways.leave()

    def review_next(self) -> None:
        """Go to the next copied life area that waits for a decision, or to all of them (F34)."""
        if page := self.editor.next_to_review(self.step.id):
            self.go(page, f"{page}.attainment")
        elif self.editor.reviewed[1]:
            self.go("attainment")

    def place(self) -> Place:
        """Return where the writer is now."""
        field = self._field_in_use()
        return Place(self.step.id, field.field if field else "")

    def finish(self) -> bool:
        """Save what is left to save and wait for it; False when it cannot be saved.

        The same whether one leaves with Esc, closes the window or logs off.
        """
        self.problems.close()
        # The pages too keep what is written in them, also when the plan cannot be saved.
        pages_are_done = self._pages.finish()
        is_done = self.autosave.finish() and pages_are_done
        if is_done:
            self._mark.end()
        return is_done

    def establish(self) -> None:
        """Show what is missing, or ask and write-protect the plan (S78-S82)."""
        self.editor.judge_by(self.office.today())
        if self.editor.blocking:
            self.show_problems()
        else:
            self.problems.close()
            self._ending.ask_to_establish()

    def ask_right_place(self) -> None:
        """Tell where a text belongs, and move it there (F19)."""
        self._open_right_place(None)

    def _open_right_place(self, source: Source | None) -> None:
        """Open the adviser; *source* is a text that stands in the wrong place."""
        # Loaded when asked for: it is not needed on every page.
        from ui.right_place.dialog import RightPlaceDialog  # noqa: PLC0415

        person = self.editor.situation.person
        ways = place_ways(self.context, self._pages.finish, self._read_records)
        RightPlaceDialog(self.office, self, person, ways, source).open()

    def show_versions(self) -> None:
        """Show earlier versions of the draft, to compare with and to take back."""
        if not self.editor.read_only and self.autosave.insist():
            # Loaded when asked for: it is not needed on every page.
            from ui.drafts.restore_dialog import RestoreDialog  # noqa: PLC0415

            dialog = RestoreDialog(self.editor, self.office, self)
            dialog.taken_back.connect(self._take_back)
            dialog.open()

    def _take_back(self, plan: Plan) -> None:
        """Let an earlier version stand in the plan, once what stands there now is kept."""
        store, plan_id = self.office.store, self.editor.plan.id
        self.office.database.run(
            lambda: store.keep_point(plan_id), lambda _: self._become(plan), show_error
        )

    def _become(self, plan: Plan) -> None:
        """Let *plan* stand on every page, and stay where the writer is."""
        place = self.place()
        plan = fitted_to(plan, self.editor.situation.assignment)
        if self.step.area and all(area.code != self.step.area for area in plan.areas):
            self.go(self.editor.steps[0].id)
        self._pages.finish()
        self.editor.become(plan)
        self._pages.forget()
        self.go(self.step.id, place.field)

    def show_problems(self) -> None:
        """Show everything that keeps the plan from being established (S80)."""
        if self.editor.read_only:
            return
        self.editor.show_all_findings()
        self.problems.refresh()
        self.problems.show_and_focus()

    def _start(self, place: Place) -> Step:
        pages = self.editor.steps
        return next((page for page in pages if page.id == place.step), pages[0])

    def _make_context(self) -> PageContext:
        actions = Actions(
            go=self.go,
            establish=self.establish,
            save=self.autosave.save_or_settle,
            remove=self._ending.ask_to_remove,
            open_plan=self._ways.open_plan,
            tell_saved=self._tell_saved,
            transfer=lambda: self._ways.transfer(self.editor.plan.id),
            change=lambda: self._ways.change_plan(self.editor.plan.id),
            leave=self._ways.leave,
            versions=self.show_versions,
        )
        office = self.office
        factory = FieldFactory(self.editor.situation.method, office.theme, office.today)
        return PageContext(
            self.editor, office, factory, actions, self.aftercare, self.tasks, self._paper
        )

    def _read_records(self) -> None:
        """Show what stands in the store now on the page in sight."""
        for part in self.page.findChildren(RecordPart):
            part.refresh()

    def _tell_saved(self, text: str, is_well: bool) -> None:
        self.header.show_saved(text, is_well)

    def _build(self) -> None:
        theme = self.office.theme
        self.header = Header(self.editor, theme)
        self.contents = Contents(self.editor, theme)
        self.contents.setFixedWidth(theme.px(270))
        self._pages = PageStack(self._make_page, theme)
        permit(self.header.follow_up, self.office, Permission.WRITE)
        self.side = Side(self.context)
        self.help = FieldHelp(self.side.help, self, lambda frame: frame.field)
        self.footer = Footer(theme)
        self.problems = ProblemsDialog(self.editor, theme, self.context.actions, self)
        permit(self.problems.establish, self.office, Permission.ESTABLISH)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.addWidget(self._pages)
        self._splitter.addWidget(self.side)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.setSizes([theme.px(660), theme.px(350)])
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.contents)
        middle.addWidget(self._splitter, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addLayout(middle, 1)
        layout.addWidget(self.footer)

    def _connect(self) -> None:
        self.contents.wanted.connect(self.go)
        self.header.leave_wanted.connect(self._ways.leave)
        self.header.problems_wanted.connect(self.show_problems)
        self.header.review_wanted.connect(self.review_next)
        self.header.right_place_wanted.connect(self.ask_right_place)
        self.header.follow_up_wanted.connect(lambda: self._ways.follow_up(self.editor.plan.id))
        self.footer.help.clicked.connect(self.help.toggle)
        self.footer.preview.clicked.connect(self.toggle_preview)
        self.footer.save.clicked.connect(self.autosave.save_or_settle)
        self.footer.back.clicked.connect(lambda: self.turn(-1))
        self.footer.next.clicked.connect(lambda: self.turn(1))
        self.help.changed.connect(self.side.show_help)
        self.help.asked.connect(self._leave_preview)
        self.help.kept.connect(self._ways.help_toggled)
        self.side.help.step_wanted.connect(self.go)
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.setInterval(_AHEAD_MS)
        self._ahead.timeout.connect(self._prepare_next)
        self.autosave.told.connect(self.header.show_saved)
        for keys, act in self._shortcuts().items():
            QShortcut(QKeySequence(keys), self, act)

    def _shortcuts(self) -> dict[str, Callable[[], None]]:
        return {
            "F7": self.review_next,
            "F8": self.show_problems,
            "Ctrl+R": self.ask_right_place,
            "Ctrl+S": self.autosave.save_or_settle,
            "Ctrl+P": self.toggle_preview,
            "Ctrl+Return": lambda: self.turn(1),
            "Ctrl+PgDown": lambda: self.turn(1),
            "Ctrl+PgUp": lambda: self.turn(-1),
            "Esc": self._ways.leave,
        }

    def toggle_preview(self) -> None:
        """Show the plan on paper beside the page, or take it away."""
        self.side.toggle_preview()
        self._fold_contents()
        wide = self.side.shows_preview
        width, theme = self._splitter.width(), self.office.theme
        beside = max(width // 2, theme.px(420)) if wide else theme.px(350)
        self._splitter.setSizes([width - beside, beside])

    def regions(self) -> list[QWidget]:
        """Return the parts in the order in which they are read."""
        return [self.header, self.contents, self.page, self.side, self.footer]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Go on with Enter wherever it has no other meaning; scroll with the page keys."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.turn(1)
        elif event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self._pages.turn_over(1 if event.key() == Qt.Key.Key_PageDown else -1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fold the contents away in a narrow window (screen rule 17)."""
        super().resizeEvent(event)
        self._fold_contents()

    def _fold_contents(self) -> None:
        needed = _FOLD_WIDTH_PREVIEW if self.side.shows_preview else _FOLD_WIDTH
        self.contents.setVisible(self.width() >= self.office.theme.px(needed))

    def _prepare_next(self) -> None:
        """Make the next page while the writer is busy with this one."""
        step = neighbour(self.editor.steps, self.step.id, 1)
        if step is not None:
            self._pages.prepare(step)

    def _make_page(self, step: Step) -> Page:
        page = make_page(self.context, step)
        page.help_wanted.connect(self.help.ask)
        page.sentence_misplaced.connect(
            lambda field, text: self._open_right_place(text_source(page.writer, field, text))
        )
        return page

    def _leave_preview(self) -> None:
        if self.side.shows_preview:
            self.toggle_preview()

    def _focus(self, field: str) -> None:
        frame = self.page.frame_of(field) if field else None
        if field and self.page.go_in_record(field):
            return
        if frame:
            frame.focus_box()
            self._pages.reveal(frame)
        elif button := self.page.findChild(QWidget, field) if field else None:
            button.setFocus()
        else:
            self.page.focus_first()
            self._pages.reveal_focus()
            if not self._is_on_page(self.window().focusWidget()):
                self.footer.next.setFocus()

    def _is_on_page(self, widget: QWidget | None) -> bool:
        return widget is not None and self.page.isAncestorOf(widget) and widget.isEnabled()

    def _field_in_use(self) -> FieldFrame | None:
        frame = field_around(QApplication.focusWidget())
        return frame if frame is not None and self.isAncestorOf(frame) else None

    def _purpose(self) -> str:
        return self.editor.situation.method.step(self.step.id).purpose

    def _on_change(self, field: str) -> None:
        if field.startswith("contributors"):
            self.office.spelling.accept_names(self.editor.names)
        self.page.refresh()
        self.header.refresh()
        self.contents.refresh()
        if field:
            self.side.refresh()

    def _show_established(self) -> None:
        """Show the plan write-protected, and where it stands among the person's plans."""
        self._pages.forget()
        self.contents.refresh()
        self.header.refresh()
        self.go("plan_list")
