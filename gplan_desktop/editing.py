"""One plan being written: what stands in it, what is found, what is saved. No Qt."""

from dataclasses import replace
from datetime import date

from gplan_desktop.domain.plan import Closing, Plan, PlanRecord, new_form
from gplan_desktop.method.model import Severity
from gplan_desktop.record_editing import Judge, RecordEditor
from gplan_desktop.rules.checks import check
from gplan_desktop.rules.finding import Finding, step_of
from gplan_desktop.rules.situation import Situation
from gplan_desktop.rules.steps import Step, StepState, is_started, state, steps
from gplan_desktop.rules.text_checks import reader_of


class PlanEditor(RecordEditor[Plan]):
    """One plan while it is written or read, and everyone who wants to know of its changes."""

    def __init__(self, record: PlanRecord, situation: Situation) -> None:
        self.record = record
        self.situation = situation
        judge = Judge[Plan](
            lambda plan: check(plan, self.situation),
            lambda _, text: reader_of(self.plan, self.situation).marks(text),
        )
        super().__init__(record.plan, record.version, "", judge)
        self._fresh = new_form(
            record.plan.id,
            situation.assignment,
            record.plan.name,
            situation.previous.plan if situation.previous else None,
        )

    @property
    def plan(self) -> Plan:
        """The plan as it stands here, saved or not."""
        return self.current

    @property
    def read_only(self) -> bool:
        """Whether nothing may change: the plan is established (S12), or only to be read."""
        return self.record.is_locked or super().read_only

    @property
    def record_now(self) -> PlanRecord:
        """The record with the text as it stands here, saved or not."""
        return replace(self.record, plan=self.plan)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The pages of this plan, in the manual's order."""
        return steps(self.plan, self.situation.method)

    def mark_followed_up(self) -> None:
        """Mark the earlier plan as followed up, today (S39-S40)."""
        day = self.situation.today
        self.change("closing", Closing(day, self.plan.closing.participated))

    def judge_by(self, today: date) -> None:
        """Check the plan by the day it is now: a window may stay open over midnight."""
        if today != self.situation.today:
            self.situation = replace(self.situation, today=today)
            self._become(self.plan, "")

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the plan's people, which are no misspelt words."""
        people = (contributor.name for contributor in self.plan.contributors)
        return self.situation.person.name, self.situation.assignment.case_officer, *people

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """What keeps the plan from being established; no reason lets it stand."""
        return tuple(f for f in self.findings if f.blocks)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What should be put right, or be let stand with a reason that is kept."""
        return tuple(f for f in self.findings if f.severity is Severity.WARNING)

    @property
    def unanswered(self) -> tuple[Finding, ...]:
        """The warnings that have been given no reason yet."""
        return tuple(f for f in self.warnings if not self.reason(f))

    def state(self, step: Step) -> StepState | None:
        """Return how far *step* has come; nothing to tell in an established plan."""
        if self.read_only:
            return None
        found = [f for f in self.findings if f.step == step.id]
        seen = any(f.blocks and self._is_seen(f.field) for f in found)
        return state(step, found, seen, is_started(step, self.plan, self._fresh))

    @property
    def reviewed(self) -> tuple[int, int]:
        """How many of the copied life areas have been decided on again (F34)."""
        copied = [area for area in self.plan.areas if area.copied]
        return sum(not area.awaits_review for area in copied), len(copied)

    def next_to_review(self, step_id: str) -> str:
        """Return the page of the next copied life area that waits for a decision, or "" (F34).

        It is looked for after the page *step_id*, and then from the first one.
        """
        waiting = [f"area.{area.code}" for area in self.plan.areas if area.awaits_review]
        order = [page.id for page in self.steps]
        here = order.index(step_id)
        later = (page for page in waiting if order.index(page) > here)
        return next(later, waiting[0] if waiting else "")

    def saved(self, record: Plan, version: int) -> None:
        """Note that *record* is stored as *version*."""
        super().saved(record, version)
        self.record = replace(self.record, plan=record, version=version)

    def established(self, record: PlanRecord) -> None:
        """Take over the record as it was write-protected (S11)."""
        self.record, self.current = record, record.plan
        super().saved(record.plan, record.version)
        self.findings = ()
        self._tell("")

    def step_of(self, field: str) -> str:
        """Return the page on which *field* stands."""
        return step_of(self.situation.method, field)
