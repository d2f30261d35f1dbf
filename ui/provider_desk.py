"""Reads the persons of an external provider, with what the provider may see of each (S131)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gplan_desktop.domain.overview import PersonSummary
from gplan_desktop.rules.provider_access import Held, ProviderSheet, provider_sheet
from gplan_desktop.rules.provider_text import provider_text
from ui.office import Office

if TYPE_CHECKING:
    from gplan_desktop.store.store import Store


@dataclass(frozen=True)
class Shown:
    """What is held of a person now, what the provider may see of it, and that as text.

    *tabs_digest* tells the register which state of the tabs it is.
    """

    held: Held
    sheet: ProviderSheet
    text: str
    tabs_digest: str

    @property
    def may_leave(self) -> bool:
        """Whether nothing stands in the way of handing it over."""
        return not self.sheet.stops


class ProviderDesk:
    """Reads on the database thread and judges on its own: for the worker of papers."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def people(self, provider: str) -> list[tuple[PersonSummary, Shown]]:
        """Return all whom *provider* supports, in Swedish order."""
        store = self._office.store
        people = self._office.database.call(lambda: store.people_of_provider(provider))
        # One at a time, so that whoever writes meanwhile need not wait for all of them.
        found = ((person, self.person(person.id)) for person in people)
        return [
            (person, shown) for person, shown in found if shown and shown.sheet.provider == provider
        ]

    def person(self, person_id: str) -> Shown | None:
        """Return the person as things stand now; None when no external provider is at work."""
        store = self._office.store
        held, digest = self._office.database.call(lambda: _held(store, person_id))
        provider = held.person.provider
        if not provider.external:
            return None
        sheet = provider_sheet(provider.name, held, self._office.method)
        text = provider_text(sheet, is_practice=self._office.unit.practice)
        return Shown(held, sheet, text, digest)


def _held(store: "Store", person_id: str) -> tuple[Held, str]:
    in_force = (plan.id for plan in store.plans(person_id) if plan.is_current)
    tabs = store.tabs.of_person(person_id)
    history = store.person_history(person_id)
    open_times = (one.changed_at for one in history if not one.person.protected_identity)
    held = Held(
        store.person(person_id),
        tuple(store.plan(plan_id) for plan_id in in_force),
        tuple(store.visit_plans.of_person(person_id)),
        tabs.tabs,
        max(open_times, default=None),
    )
    return held, tabs.digest
