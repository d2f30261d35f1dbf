"""The method (metodstöd): what the municipality has decided, as one immutable value."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gplan_desktop.domain import fields as field_ids
from gplan_desktop.domain.plan import DayPart
from gplan_desktop.domain.user import ProviderAccess, UserRole
from gplan_desktop.method.guard_terms import Guard
from gplan_desktop.method.place_guide import PlaceGuide


class Severity(StrEnum):
    """How much a finding weighs."""

    BLOCKING = "blocking"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True)
class Limits:
    """The numbers that differ between municipalities.

    A weekday (vardag) is Monday to Friday; Saturdays and the three eves
    (midsommar-, jul- and nyårsafton) count as the last two say (design §8.1).
    """

    establish_days: int
    follow_up_months: int
    due_soon_days: int
    visit_plan_weekdays: int
    saturday_is_weekday: bool
    eves_are_weekdays: bool


@dataclass(frozen=True)
class RuleText:
    """A rule: its number, sentence, source, and what the user reads when it is broken.

    *parameters* are the names of the limits that the rule goes by.
    """

    number: int
    sentence: str
    source: str
    valid_from: date
    severity: Severity
    message: str
    parameters: tuple[str, ...] = ()

    @property
    def reference(self) -> str:
        """Number and source, as in "Regel 12, manualen s. 12"."""
        return f"Regel {self.number}, {self.source[0].lower()}{self.source[1:]}"


@dataclass(frozen=True)
class Help:
    """The help of one field, each part a short text in Markdown."""

    why: str
    how: str
    good: str
    poor: str
    source: str
    law: str = ""


@dataclass(frozen=True)
class Example:
    """A good and a poor way to write, the poor one with what is wrong with it."""

    good: str
    poor: str


@dataclass(frozen=True)
class AreaExamples:
    """Examples from one life area, by the field they belong to."""

    needs: Example
    goal: Example
    how: Example
    attainment_reason: Example
    result: Example


@dataclass(frozen=True)
class ResultTexts:
    """Result texts with blanks to fill in, one for each attainment (F15)."""

    remains: str
    partly_met: str
    fully_met: str


@dataclass(frozen=True)
class Phrases:
    """Beginnings with blanks to fill in, by the field they belong to (F8)."""

    needs: tuple[str, ...]
    goal: tuple[str, ...]
    how: tuple[str, ...]


@dataclass(frozen=True)
class AreaText:
    """What the method says about one life area.

    Blanks stand as "[…what]", and the person as {jag}, {min} and so on, which
    rules.phrases turns into "jag" or the name.
    """

    examples: AreaExamples
    results: ResultTexts
    phrases: Phrases


@dataclass(frozen=True)
class WordAdvice:
    """Words in every form in which they are looked for, and what to write instead."""

    words: tuple[str, ...]
    instead: str


@dataclass(frozen=True, eq=False)
class Language:
    """Words that judge (värdeord), and words that the individual is not called by.

    Compared as the one it is, so that what was found by it can be remembered.
    """

    value_words: Mapping[str, WordAdvice]
    naming: WordAdvice


@dataclass(frozen=True)
class Hours:
    """Whole hours from *start* up to *end*; a part of the night goes past midnight."""

    start: int
    end: int


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
    """Heading, keyword and prescribed sentences of the verkställighetsjournal (S136-S142).

    *headings* are those that an entry may stand under, besides the life areas'.
    """

    heading: str
    keyword: str
    headings: tuple[str, ...]
    unchanged: str
    changed: str
    long_unchanged: str
    long_changed: str
    first: str


@dataclass(frozen=True)
class Unusual:
    """What the checking of the log looks for: reads at night, and of many persons in an hour."""

    night: Hours
    people_an_hour: int


@dataclass(frozen=True)
class Screen:
    """After how many minutes without a touch the screen is locked at the latest (F68)."""

    longest_lock_minutes: int


@dataclass(frozen=True)
class AccessRules:
    """The roles of users and what each may do (F64), what is unusual, and when one is left out."""

    roles: Mapping[str, UserRole]
    unusual: Unusual
    screen: Screen


@dataclass(frozen=True)
class Retention:
    """When what is written about a person is erased (gallring), and what never is.

    *exempt_days* are days of birth, in any month; where *in_exempt_place*, nothing is erased
    (SoF 2025:468 13 kap. 1 §).
    """

    years: int
    exempt_days: tuple[int, ...]
    exempt_places: tuple[str, ...]
    in_exempt_place: bool


@dataclass(frozen=True, eq=False)
class Method:
    """The whole metodstöd of one version; compared as the one it is."""

    version: str
    title: str
    limits: Limits
    plan_names: tuple[str, ...]
    roles: tuple[str, ...]
    reference_roles: tuple[str, ...]
    relations: tuple[str, ...]
    signature_lines: tuple[str, ...]
    day_parts: Mapping[DayPart, Hours]
    journal: JournalTexts
    provider: ProviderAccess
    retention: Retention
    groups: Mapping[str, str]
    steps: Mapping[str, StepText]
    fields: Mapping[str, FieldText]
    rules: Mapping[str, RuleText]
    areas: Mapping[str, AreaText]
    language: Language
    guard: Guard
    places: PlaceGuide
    access: AccessRules

    def field(self, field_id: str) -> FieldText:
        """Return what is said of the input *field_id*; KeyError when nothing is."""
        return self.fields[field_ids.pattern(field_id)]

    def step(self, step_id: str) -> StepText:
        """Return what is said of the step *step_id*; every life area shares one text."""
        return self.steps["area" if step_id.startswith("area.") else step_id]
