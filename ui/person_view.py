"""One person: who it is, what was assigned, what is left to do, and the plans."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.domain.overview import PlanSummary
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.plan import PlanStatus
from ui.assignments_card import AssignmentsCard, AssignmentWays, Ground, grounds
from ui.errors import show_error
from ui.office import Office
from ui.plan_rows import HEADINGS, plan_row
from ui.task_card import TaskCard, of_person
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.facts import Facts
from ui.widgets.labels import label
from ui.widgets.record_table import RecordTable
from ui.widgets.scrolled import scrolled

_WIDE = 900
_ROWS_IN_SIGHT = 5
_FRAME = 6
_NO_PLANS = "Det finns ingen genomförandeplan än."


@dataclass(frozen=True)
class PersonWays:
    """What one can do from a person's page."""

    leave: Callable[[], None]
    open_plan: Callable[[str], None]
    follow_up: Callable[[str], None]
    new_plan: Callable[[str], None]
    new_assignment: Callable[[Person], None]
    correct_assignment: Callable[[Person, Assignment], None]
    print_plan: Callable[[str], None]


class PersonView(QWidget):
    """Facts, assignments, tasks and plans; the plan in force is marked "tv (tillsvidare)" (S82)."""

    def __init__(self, person: Person, office: Office, ways: PersonWays) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.person, self._office, self._ways = person, office, ways
        self._plans: dict[str, PlanSummary] = {}
        theme = office.theme
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(theme.px(28), theme.px(16), theme.px(28), theme.px(20))
        layout.setSpacing(theme.px(12))
        layout.addLayout(self._head())
        layout.addLayout(self._about())
        self.tasks = TaskCard(office, of_person(person.id, office))
        layout.addWidget(self.tasks)
        layout.addLayout(self._plans_head())
        self.empty = label(_NO_PLANS, "muted")
        self.table = RecordTable("Genomförandeplaner", HEADINGS, theme)
        self.table.set_widths([theme.px(width) for width in (300, 230, 120, 270)])
        self.table.opened.connect(ways.open_plan)
        self.table.chosen.connect(self._on_chosen)
        layout.addWidget(self.empty)
        # As high as its rows and never squeezed: the page scrolls under a long list of tasks.
        layout.addWidget(self.table)
        layout.addLayout(self._buttons())
        layout.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inner))
        QShortcut(QKeySequence("Esc"), self, ways.leave)

    def refresh(self) -> None:
        """Show assignments, tasks and plans as they are in the store now."""
        store, person_id = self._office.store, self.person.id
        self.tasks.refresh()
        self._office.database.newest(
            "plans", lambda: store.plans(person_id), self._show_plans, show_error
        )
        self._office.database.newest(
            "assignments", lambda: grounds(store, person_id), self._show_grounds, show_error
        )

    def focus_first(self) -> None:
        """Put the keyboard in the list of plans, or on the way to the first one."""
        (self.table if self._plans else self.new_plan).setFocus()

    def _head(self) -> QHBoxLayout:
        theme = self._office.theme
        back = push_button("Till listan", "link", theme.icon("arrow_back", "accent"))
        back.setToolTip("Esc")
        back.clicked.connect(self._ways.leave)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(back)
        row.addWidget(label(self.person.name, "title"))
        if self.person.protected_identity:
            row.addWidget(label("Skyddade personuppgifter", "warning"))
        row.addStretch(1)
        return row

    def _about(self) -> QBoxLayout:
        """Return the facts and the assignments, side by side where there is room."""
        theme, ways = self._office.theme, self._ways
        facts = Card(theme)
        facts.column.addWidget(Facts(self._facts(), theme))
        facts.column.addStretch(1)
        self.assignments = AssignmentsCard(
            theme,
            AssignmentWays(
                add=lambda: ways.new_assignment(self.person),
                correct=lambda assignment: ways.correct_assignment(self.person, assignment),
            ),
        )
        self._beside = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._beside.setSpacing(theme.px(12))
        self._beside.addWidget(facts, 2)
        self._beside.addWidget(self.assignments, 3)
        return self._beside

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the assignments under the facts in a narrow window or with large text."""
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
        self.follow_up.clicked.connect(lambda: ways.follow_up(self.table.current_id))
        self.open.clicked.connect(lambda: ways.open_plan(self.table.current_id))
        self.print.clicked.connect(lambda: ways.print_plan(self.table.current_id))
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        for button in (self.follow_up, self.go_on, self.open, self.print):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _show_grounds(self, found: list[Ground]) -> None:
        """Show what was assigned; without anything, put the keyboard on the way to it."""
        self.assignments.show_grounds(found)
        if not found:
            self.assignments.add.setFocus()

    def _show_plans(self, plans: list[PlanSummary]) -> None:
        self._plans = {plan.id: plan for plan in plans}
        limits, today = self._office.method.limits, self._office.today()
        self.table.show_rows([plan_row(plan, limits, today) for plan in plans])
        lines = 1 + min(len(plans), _ROWS_IN_SIGHT)
        self.table.setFixedHeight(self._office.theme.px(40) * lines + _FRAME)
        self.table.setVisible(bool(plans))
        self.empty.setVisible(not plans)
        self.focus_first()
        self._on_chosen(self.table.current_id)

    def _on_chosen(self, plan_id: str) -> None:
        """Offer what can be done with the chosen plan: only the one in force is followed up."""
        plan = self._plans.get(plan_id)
        is_draft = plan is not None and plan.status is PlanStatus.DRAFT
        begun = bool(plan_id) and self._is_begun(plan_id)
        self.follow_up.setVisible(plan is not None and plan.is_current)
        self.follow_up.setText("Fortsätt uppföljningen" if begun else "Följ upp planen")
        self.open.setVisible(plan is not None and not is_draft)
        self.go_on.setVisible(is_draft)
        self.print.setVisible(plan is not None)

    def _is_begun(self, plan_id: str) -> bool:
        """Tell whether the plan's follow-up lies among the drafts, to be gone on with."""
        drafts = (p for p in self._plans.values() if p.status is PlanStatus.DRAFT)
        return any(draft.previous_id == plan_id for draft in drafts)
