"""One person at a glance: who it is, what was assigned, what is left to do, and the plans."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from gplan_desktop.domain.overview import PlanSummary
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.plan import PlanStatus
from gplan_desktop.domain.user import Permission
from ui.assignments_card import AssignmentsCard, AssignmentWays, Ground, grounds
from ui.errors import show_error
from ui.office import Office
from ui.plan_rows import HEADINGS, history_of, plan_row
from ui.record.part import RecordPart
from ui.record.ways import PersonWays, RecordWays
from ui.to_do_card import PersonToDoCard
from ui.to_do_ways import ToDoWays
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.facts import Facts
from ui.widgets.labels import label
from ui.widgets.permitted import permit
from ui.widgets.record_table import RecordTable

_WIDE = 900
_ROWS_IN_SIGHT = 5
_FRAME = 6
_NO_PLANS = "Det finns ingen genomförandeplan än."
_HOW_TO_BEGIN = "Välj Ny plan för att skriva den första."


class OverviewPart(RecordPart):
    """Facts, assignments, what is left to do, and plans; that in force is marked "tv" (S82)."""

    def __init__(self, person: Person, office: Office, ways: RecordWays, acts: PersonWays) -> None:
        super().__init__(person, office, ways)
        self._office, self._ways = office, acts
        self._plans: dict[str, PlanSummary] = {}
        theme = office.theme
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        # What the buttons tell one by one, for who does not come to them by the keyboard.
        self.reads_only = label(office.may(Permission.WRITE), "muted", wraps=True)
        layout.addWidget(self.reads_only)
        if not self.reads_only.text():
            self.reads_only.hide()
        layout.addWidget(self._ended_notice())
        layout.addLayout(self._about())
        layout.addLayout(self._plans_head())
        begins = person.needs_plan and not office.may(Permission.WRITE)
        needed = f"{_NO_PLANS} {_HOW_TO_BEGIN}" if begins else _NO_PLANS
        self.empty = label(needed, "muted", wraps=True)
        self.table = RecordTable("Genomförandeplaner", HEADINGS, theme)
        self.table.set_widths([theme.px(width) for width in (300, 230, 120, 270)])
        self.table.opened.connect(acts.open_plan)
        self.table.chosen.connect(self._on_chosen)
        layout.addWidget(self.empty)
        # As high as its rows and never squeezed: the page scrolls under a long list of tasks.
        layout.addWidget(self.table)
        # What was done to the chosen plan afterwards; the table has no room for all of it.
        self.history = label("", "muted", wraps=True)
        layout.addWidget(self.history)
        layout.addLayout(self._buttons())
        self.change = push_button("Rätta eller makulera…", "link", theme.icon("edit", "accent"))
        self.change.clicked.connect(lambda: acts.change_plan(self.table.current_id))
        self._permit()
        layout.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._assigned())
        permit(self.assignments.add, office, Permission.WRITE)
        layout.addStretch(1)

    def refresh(self) -> None:
        """Show assignments, things to do and plans as they are in the store now."""
        store, person_id = self._office.store, self.person.id
        self.to_do.refresh()
        self._office.database.newest(
            "plans", lambda: store.plans(person_id), self._show_plans, show_error
        )
        self._office.database.newest(
            "assignments", lambda: grounds(store, person_id), self._show_grounds, show_error
        )

    def focus_first(self) -> None:
        """Put the keyboard in the list of plans, or on the way to the first one."""
        first = self.new_plan if self.new_plan.isVisibleTo(self) else self.resume
        (self.table if self._plans else first).setFocus()

    def _permit(self) -> None:
        """Close what the user's role may not do (F64)."""
        writing = (self.correct, self.end, self.resume, self.new_plan, self.follow_up, self.go_on)
        for button in (*writing, self.transfer):
            permit(button, self._office, Permission.WRITE)
        permit(self.change, self._office, Permission.CORRECT)
        permit(self.print, self._office, Permission.PRINT)
        permit(self.extract, self._office, Permission.EXPORT)
        permit(self.extract, self._office, Permission.READ_LOGS)

    def _extract(self) -> None:
        """Let everything about the person be saved for handing out (GDPR art. 15)."""
        # Loaded when asked for, as the dialogs are.
        from ui.register_extract_dialog import RegisterExtractDialog  # noqa: PLC0415

        make = self._office.record_papers.register
        dialog = RegisterExtractDialog(self.person, self._office, make, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _end_support(self) -> None:
        """Ask when the support ended, from which on nothing is due."""
        # Loaded when asked for, as the dialogs are.
        from ui.end_support_dialog import EndSupportDialog  # noqa: PLC0415

        dialog = EndSupportDialog(self.person, self._office, self)
        dialog.ended.connect(self._show_end)
        dialog.open()

    def _resume_support(self) -> None:
        store, person_id = self._office.store, self.person.id
        self._office.database.run(
            lambda: store.support.resume(person_id), self._show_end, show_error
        )

    def _show_end(self, person: Person) -> None:
        """Show *person* as it stands now, ended or going on, and what is due then."""
        self.person = person
        self._mark_end()
        self.refresh()

    def _mark_end(self) -> None:
        end = self.person.support_end
        self.ended.setText(f"Avslutad. Stödet avslutades {end}." if end else "")
        self.notice.setVisible(end is not None)
        self.end.setVisible(end is None)

    def _ended_notice(self) -> Card:
        """Return the mark that the support has ended, with the way to take it back."""
        theme = self._office.theme
        self.notice = Card(theme, "notice")
        self.notice.column.setContentsMargins(theme.px(16), theme.px(8), theme.px(8), theme.px(8))
        self.ended = label("", wraps=True)
        self.resume = push_button("Ångra avslutet", "link")
        self.resume.clicked.connect(self._resume_support)
        row = QHBoxLayout()
        row.addWidget(self.ended, 1)
        row.addWidget(self.resume)
        self.notice.column.addLayout(row)
        return self.notice

    def _to_do_ways(self) -> ToDoWays:
        acts = self._ways
        return ToDoWays(
            open_person=lambda _: None,
            follow_up=acts.follow_up,
            new_plan=acts.new_plan,
            open_plan=acts.open_plan_at,
            show_part=lambda _, part: self.ways.show_part(part, ""),
        )

    def _about(self) -> QBoxLayout:
        """Return the facts and what is left to do, side by side where there is room."""
        theme, ways = self._office.theme, self._ways
        facts = Card(theme)
        facts.column.addWidget(Facts(self._facts(), theme))
        self.correct = push_button("Rätta uppgifter", "link", theme.icon("edit", "accent"))
        self.correct.clicked.connect(lambda: ways.correct_person(self.person))
        self.extract = push_button("Registerutdrag…", "link", theme.icon("description", "accent"))
        self.extract.clicked.connect(self._extract)
        self.end = push_button("Avsluta stödet…", "link", theme.icon("event", "accent"))
        self.end.clicked.connect(self._end_support)
        self._mark_end()
        for button in (self.correct, self.extract, self.end):
            facts.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        facts.column.addStretch(1)
        self.to_do = PersonToDoCard(self.person.id, self._office, self._to_do_ways())
        self._beside = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._beside.setSpacing(theme.px(12))
        self._beside.addWidget(facts, 2)
        self._beside.addWidget(self.to_do, 3)
        return self._beside

    def _assigned(self) -> AssignmentsCard:
        ways = self._ways
        self.assignments = AssignmentsCard(
            self._office.theme,
            AssignmentWays(
                add=lambda: ways.new_assignment(self.person),
                correct=lambda assignment: ways.correct_assignment(self.person, assignment),
            ),
        )
        return self.assignments

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put what is left to do under the facts in a narrow window or with large text."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        is_wide = self.width() >= self._office.theme.px(_WIDE)
        self._beside.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)

    def _facts(self) -> list[tuple[str, str]]:
        person = self.person
        external = " (extern utförare)" if person.provider.external else ""
        facts = [
            ("Personnummer", str(person.personal_id)),
            ("Stöd", f"{person.supports}, sedan {person.support_start.isoformat()}"),
            ("Enhet", person.unit),
            ("Utförare", f"{person.provider.name}{external}"),
        ]
        if not person.needs_plan:
            facts.append(("Plan", "Ingen plan ska upprättas för det här stödet (manualen s. 3)."))
        return [(name, value) for name, value in facts if value]

    def _plans_head(self) -> QHBoxLayout:
        theme, ways = self._office.theme, self._ways
        self.new_plan = push_button("Ny plan", "", theme.icon("add", "accent"))
        self.new_plan.clicked.connect(lambda: ways.new_plan(self.person.id))
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        row.addWidget(label("Genomförandeplaner", "heading"))
        row.addStretch(1)
        row.addWidget(self.new_plan)
        return row

    def _buttons(self) -> QHBoxLayout:
        theme, ways = self._office.theme, self._ways
        self.follow_up = push_button(
            "Följ upp planen", "primary", theme.icon("history", "on_accent")
        )
        self.go_on = push_button("Fortsätt skriva", "primary", theme.icon("edit", "on_accent"))
        self.go_on.clicked.connect(lambda: ways.open_plan(self.table.current_id))
        self.open = push_button("Öppna", "", theme.icon("visibility", "accent"))
        self.print = push_button("Skriv ut", "", theme.icon("print", "accent"))
        self.transfer = push_button(
            "Överför till Treserva", "", theme.icon("content_copy", "accent")
        )
        self.transfer.clicked.connect(lambda: ways.transfer(self.table.current_id))
        self.follow_up.clicked.connect(lambda: ways.follow_up(self.table.current_id))
        self.open.clicked.connect(lambda: ways.open_plan(self.table.current_id))
        self.print.clicked.connect(lambda: ways.print_plan(self.table.current_id))
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        for button in (self.follow_up, self.go_on, self.open, self.print, self.transfer):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _show_grounds(self, found: list[Ground]) -> None:
        """Show what was assigned; without anything, put the keyboard on the way to it."""
        self.assignments.show_grounds(found)
        for row in self.assignments.rows:
            permit(row.correct, self._office, Permission.WRITE)
        if not found:
            self.assignments.add.setFocus()

    def _show_plans(self, plans: list[PlanSummary]) -> None:
        self._plans = {plan.id: plan for plan in plans}
        limits, today = self._office.method.limits, self._office.today()
        rows = [plan_row(self._as_due(plan), limits, today) for plan in plans]
        self.table.show_rows(rows)
        lines = 1 + min(len(plans), _ROWS_IN_SIGHT)
        self.table.setFixedHeight(self._office.theme.px(40) * lines + _FRAME)
        self.table.setVisible(bool(plans))
        self.empty.setVisible(not plans)
        # No plan is begun for who has no support; what stands there is read and put right.
        self.new_plan.setVisible(self.person.support_end is None)
        self.focus_first()
        self._on_chosen(self.table.current_id)

    def _as_due(self, plan: PlanSummary) -> PlanSummary:
        """Return *plan* with its next follow-up, which there is none of when support has ended."""
        return replace(plan, next_follow_up=None) if self.person.support_end else plan

    def _on_chosen(self, plan_id: str) -> None:
        """Offer what can be done with the chosen plan: only the one in force is followed up."""
        plan = self._plans.get(plan_id)
        is_draft = plan is not None and plan.status is PlanStatus.DRAFT
        begun = bool(plan_id) and self._is_begun(plan_id)
        goes_on = self.person.support_end is None
        self.follow_up.setVisible(plan is not None and plan.is_current and goes_on)
        self.follow_up.setText("Fortsätt uppföljningen" if begun else "Följ upp planen")
        # Who may not write reads what was begun.
        reads = bool(self._office.may(Permission.WRITE))
        self.open.setVisible(plan is not None and (reads or not is_draft))
        self.go_on.setVisible(is_draft)
        self.print.setVisible(plan is not None)
        self.transfer.setVisible(plan is not None and not is_draft)
        self.change.setVisible(plan is not None and plan.is_current)
        told = history_of(plan) if plan else ""
        self.history.setText(told)
        self.history.setVisible(bool(told))

    def _is_begun(self, plan_id: str) -> bool:
        """Tell whether the plan's follow-up lies among the drafts, to be gone on with."""
        drafts = (p for p in self._plans.values() if p.status is PlanStatus.DRAFT)
        return any(draft.previous_id == plan_id and not draft.corrects for draft in drafts)
