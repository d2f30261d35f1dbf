"""The method (metodstöd): what the municipality has decided, as one immutable value."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gplan_desktop.domain import fields as field_ids


class Severity(StrEnum):
    """How much a finding weighs."""

    BLOCKING = "blocking"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True)
class Limits:
    """The numbers that differ between municipalities."""

    establish_days: int
    follow_up_months: int
    due_soon_days: int


@dataclass(frozen=True)
class RuleText:
    """A rule: its number, sentence, source, and what the user reads when it is broken."""

    number: int
    sentence: str
    source: str
    valid_from: date
    severity: Severity
    message: str


@dataclass(frozen=True)
class Help:
    """The help of one field, each part a short text in Markdown."""

    why: str
    how: str
    good: str
    poor: str
    source: str


@dataclass(frozen=True)
class FieldText:
    """One input: its label, hint line, whether it is mandatory, and its help."""

    step: str
    label: str
    hint: str
    help: Help
    required: bool = False
    enabled: bool = True


@dataclass(frozen=True)
class StepText:
    """One entry of the contents: title, purpose in a sentence, manual page, reading text."""

    title: str
    purpose: str
    source: str
    body: str = ""


@dataclass(frozen=True)
class JournalTexts:
    """Heading, keyword and prescribed sentences of the verkställighetsjournal (S136-S142)."""

    heading: str
    keyword: str
    unchanged: str
    changed: str
    long_unchanged: str
    long_changed: str
    first: str


@dataclass(frozen=True)
class Method:
    """The whole metodstöd of one version."""

    version: str
    title: str
    limits: Limits
    plan_names: tuple[str, ...]
    roles: tuple[str, ...]
    journal: JournalTexts
    groups: Mapping[str, str]
    steps: Mapping[str, StepText]
    fields: Mapping[str, FieldText]
    rules: Mapping[str, RuleText]

    def field(self, field_id: str) -> FieldText:
        """Return what is said of the input *field_id*; KeyError when nothing is."""
        return self.fields[field_ids.pattern(field_id)]

    def step(self, step_id: str) -> StepText:
        """Return what is said of the step *step_id*; every life area shares one text."""
        return self.steps["area" if step_id.startswith("area.") else step_id]
