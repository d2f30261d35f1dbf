"""Lists of the unit's plans with whose they are, of the user's own persons only."""

from datetime import date

from gplan_desktop.domain.check_code import read_code
from gplan_desktop.domain.log_entry import Listed
from gplan_desktop.domain.overview import PersonSummary, PlanSummary
from gplan_desktop.domain.user import Permission
from gplan_desktop.store import search
from gplan_desktop.store.access import Part
from gplan_desktop.store.bookkeeping import Bookkeeping
from gplan_desktop.store.guard import needs
from gplan_desktop.store.people import People
from gplan_desktop.store.plan_lists import PlanLists

Found = list[tuple[PersonSummary, PlanSummary]]


class PlanListRegister:
    """Finds plans of many persons by where they stand, their day or their code."""

    def __init__(self, books: Bookkeeping, people: People, lists: PlanLists) -> None:
        self._access = books.access
        self._people, self._lists = people, lists

    @needs(Permission.READ, reads=Listed.PLANS, provider=list)
    def drafts(self) -> Found:
        """Return the plans that were begun, the latest changed first."""
        return self._with_person(self._lists.drafts())

    @needs(Permission.READ, reads=Listed.PLANS, provider=Part.PERSON)
    def established_on(self, day: date) -> Found:
        """Return the plans in force that were established on the Swedish *day* (F55).

        They stand by unit, and within it by name, in Swedish order.
        """
        return self.established_between(day, day)

    @needs(Permission.READ, reads=Listed.PLANS, provider=Part.PERSON)
    def established_between(self, first: date, last: date) -> Found:
        """Return the plans in force established from *first* to *last*, as established_on."""
        return _by_unit(self._with_person(self._lists.established(first, last)))

    @needs(Permission.READ, reads=Listed.PLANS, provider=Part.PERSON)
    def not_printed(self, first: date, last: date) -> Found:
        """Return those of established_between that have not been printed yet (S15)."""
        return _by_unit(self._with_person(self._lists.not_printed(first, last)))

    @needs(Permission.READ, reads=Listed.PLANS, provider=Part.PERSON)
    def with_check_code(self, text: str) -> Found:
        """Return the established plans that a typed or scanned check code may belong to.

        None when the unit has no such plan; several only when their short
        codes happen to be the same. The status tells whether it is in force.
        Whether the text is still the established one, `Store.plan` tells.

        Raises:
            CodeError: when *text* is no check code, with a sentence for the user.
        """
        return self._with_person(self._lists.with_code(read_code(text)))

    def _with_person(self, plans: list[PlanSummary]) -> Found:
        plans = self._access.plans_shown(plans)
        people = self._people.summaries([plan.person_id for plan in plans])
        # Those of others are out of the user's sight.
        return [(people[plan.person_id], plan) for plan in plans if plan.person_id in people]


def _by_unit(plans: Found) -> Found:
    return sorted(plans, key=lambda found: search.swedish(found[0].unit))
