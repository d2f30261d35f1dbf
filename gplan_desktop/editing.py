"""One plan being written: what stands in it, what is found, what is saved. No Qt."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from gplan_desktop.domain import fields
from gplan_desktop.domain.plan import AcceptedWarning, Closing, Plan, PlanRecord, new_form
from gplan_desktop.domain.text import clean
from gplan_desktop.method.model import Severity
from gplan_desktop.rules.checks import check
from gplan_desktop.rules.finding import Finding, step_of
from gplan_desktop.rules.marks import Mark
from gplan_desktop.rules.situation import Situation
from gplan_desktop.rules.steps import Step, StepState, is_started, state, steps
from gplan_desktop.rules.text_checks import reader_of

Listener = Callable[[str], None]


class PlanEditor:
    """One plan while it is written or read, and everyone who wants to know of its changes."""

    def __init__(self, record: PlanRecord, situation: Situation) -> None:
        self.record = record
        self.situation = situation
        self.plan = record.plan
        self.saved_plan: Plan | None = record.plan if record.version else None
        self._fresh = new_form(
            record.plan.id,
            situation.assignment,
            record.plan.name,
            situation.previous.plan if situation.previous else None,
        )
        self._seen: set[str] = set()
        self._all_seen = False
        self._listeners: list[Listener] = []
        self.findings = self._check()

    @property
    def read_only(self) -> bool:
        """Whether the plan is established, so that nothing may change (S12)."""
        return self.record.is_locked

    @property
    def record_now(self) -> PlanRecord:
        """The record with the text as it stands here, saved or not."""
        return replace(self.record, plan=self.plan)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The pages of this plan, in the manual's order."""
        return steps(self.plan, self.situation.method)

    def value(self, field: str) -> object:
        """Return what stands at *field*."""
        value: object = fields.value_at(self.plan, field)
        return value

    def change(self, field: str, value: object) -> None:
        """Put *value* at *field*, check the plan anew and tell the listeners.

        Text is cleaned of what no screen, paper or database can hold.

        Raises:
            ValueError: when the plan is established.
        """
        if self.read_only:
            raise ValueError("an established plan was changed")
        # The choices are texts too (StrEnum), but they are not written by anyone.
        value = clean(value) if type(value) is str else value
        if value != self.value(field):
            self._become(fields.with_value(self.plan, field, value), field)

    def mark_followed_up(self) -> None:
        """Mark the earlier plan as followed up, today (S39-S40)."""
        day = self.situation.today
        self.change("closing", Closing(day, self.plan.closing.participated))

    def judge_by(self, today: date) -> None:
        """Check the plan by the day it is now: a window may stay open over midnight."""
        if today != self.situation.today:
            self.situation = replace(self.situation, today=today)
            self._become(self.plan, "")

    def accept_warning(self, finding: Finding, reason: str) -> None:
        """Let a warning stand; the reason is kept in the plan. A blank reason takes it back."""
        key = (finding.rule, finding.field)
        kept = [a for a in self.plan.accepted if (a.rule, a.field) != key]
        if reason := clean(reason).strip():
            kept.append(AcceptedWarning(*key, reason, finding.about))
        self.change("accepted", tuple(kept))

    def leave(self, field: str) -> None:
        """Note that the writer has left *field*: from now on its findings are shown."""
        if field not in self._seen and not self.read_only:
            self._seen.add(field)
            self._tell(field)

    def show_all_findings(self) -> None:
        """Show every finding at its field: the writer asked for a check (screen rule 9)."""
        self._all_seen = True
        self._tell("")

    def shown(self, field: str) -> tuple[Finding, ...]:
        """Return the findings to show at *field*."""
        if not self._is_seen(field):
            return ()
        return tuple(f for f in self.findings if f.field == field and not self.reason(f))

    def marks(self, field: str) -> tuple[Mark, ...]:
        """Return what the writer should look at in the text *field*; nothing once established."""
        text = self.value(field)
        if self.read_only or not isinstance(text, str):
            return ()
        return reader_of(self.plan, self.situation).marks(text)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the plan's people, which are no misspelt words."""
        people = (contributor.name for contributor in self.plan.contributors)
        return self.situation.person.name, self.situation.assignment.case_officer, *people

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """What keeps the plan from being established."""
        return tuple(f for f in self.findings if f.blocks)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What should be put right, or be let stand with a reason that is kept."""
        return tuple(f for f in self.findings if f.severity is Severity.WARNING)

    @property
    def unanswered(self) -> tuple[Finding, ...]:
        """The warnings that have been given no reason yet."""
        return tuple(f for f in self.warnings if not self.reason(f))

    def reason(self, finding: Finding) -> str:
        """Return why the warning *finding* was let stand, or ""."""
        return self.plan.accepted_reason(finding.rule, finding.field, finding.about)

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

    @property
    def is_saved(self) -> bool:
        """Whether everything that stands here also stands in the store."""
        return self.plan == self.saved_plan

    @property
    def is_untouched(self) -> bool:
        """Whether nothing has been written since the form was made (#5960: dropped silently)."""
        return self.plan == self._fresh

    def saved(self, plan: Plan, version: int) -> None:
        """Note that *plan* is stored as *version*."""
        self.saved_plan = plan
        self.record = replace(self.record, plan=plan, version=version)

    def established(self, record: PlanRecord) -> None:
        """Take over the record as it was write-protected (S11)."""
        self.record, self.plan, self.saved_plan = record, record.plan, record.plan
        self.findings = ()
        self._tell("")

    def listen(self, listener: Listener) -> None:
        """Call *listener* with the field id after every change; "" when anything may differ."""
        self._listeners.append(listener)

    def step_of(self, field: str) -> str:
        """Return the page on which *field* stands."""
        return step_of(self.situation.method, field)

    def _become(self, plan: Plan, field: str) -> None:
        self.plan = plan
        self.findings = self._check()
        self._tell(field)

    def _check(self) -> tuple[Finding, ...]:
        return () if self.read_only else check(self.plan, self.situation)

    def _is_seen(self, field: str) -> bool:
        return self._all_seen or field in self._seen

    def _tell(self, field: str) -> None:
        for listener in self._listeners:
            listener(field)
