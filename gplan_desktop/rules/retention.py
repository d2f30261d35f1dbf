"""What is due to be erased (gallras): five years after the last note (SoF 2025:468 13 kap. 1 §)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from gplan_desktop.domain import dates
from gplan_desktop.domain.identifiers import IdentifierKind, PersonalId
from gplan_desktop.method.model import Retention

NO_BIRTH_DAY: Final = "Födelsedagen framgår inte av reservnumret"
# The day of a samordningsnummer is the day of birth and sixty.
_COORDINATION = 60
_DAY = slice(6, 8)


@dataclass(frozen=True)
class PersonFacts:
    """What decides when a person is erased: the number, the last note, and what is going on.

    *is_active* tells of a plan in force, or one that is being written: then there is support,
    unless it is noted that it has ended.
    """

    person_id: str
    name: str
    personal_id: PersonalId
    last_note: date
    is_active: bool


@dataclass(frozen=True)
class Due:
    """A person whose time has come, and since when; *exempt_reason* is why not after all, or ""."""

    person_id: str
    name: str
    last_note: date
    due_on: date
    exempt_reason: str = ""

    @property
    def may_be_erased(self) -> bool:
        """Whether nothing exempts the person."""
        return not self.exempt_reason


def due(people: Iterable[PersonFacts], rules: Retention, today: date) -> tuple[Due, ...]:
    """Return those whose last note is old enough, the longest overdue first.

    Whoever has a plan in force, or one that is being written, is among them only when the support
    has ended. Those who are kept for research (SoF 2025:468 13 kap. 1 §) are, with the reason.
    """
    if rules.years < 1:
        # A method from before there were such rules decides nothing.
        return ()
    found = (
        Due(
            person.person_id,
            person.name,
            person.last_note,
            due_on(person.last_note, rules),
            exempt_reason(person.personal_id, rules),
        )
        for person in people
        if not person.is_active
    )
    return tuple(
        sorted(
            (one for one in found if one.due_on <= today),
            key=lambda one: (one.due_on, one.name, one.person_id),
        )
    )


def due_on(last_note: date, rules: Retention) -> date:
    """Return the first day on which the years have passed since *last_note*."""
    return dates.add_days(dates.add_months(last_note, 12 * rules.years), 1)


def exempt_reason(number: PersonalId, rules: Retention) -> str:
    """Return why the person with *number* is kept, or "".

    What cannot be known is not erased: nothing brings it back.
    """
    if rules.in_exempt_place:
        return f"Ingenting gallras i {listed(rules.exempt_places)}"
    if not rules.exempt_days:
        return ""
    if number.kind is IdentifierKind.RESERVE:
        return NO_BIRTH_DAY
    day = int(number.value[_DAY])
    if number.kind is IdentifierKind.COORDINATION:
        day -= _COORDINATION
    if day in rules.exempt_days:
        return f"Född den {listed([str(one) for one in rules.exempt_days], 'eller')} i en månad"
    return ""


def listed(texts: Iterable[str], last: str = "och") -> str:
    """Return "5, 15 eller 25"."""
    *before, end = texts
    return f"{', '.join(before)} {last} {end}" if before else end
