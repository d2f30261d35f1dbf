"""Papers that are out of date, and why each of them is to be collected (F54)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gplan_desktop.domain import dates
from gplan_desktop.domain.overview import PersonSummary
from gplan_desktop.domain.plan import PlanStatus
from gplan_desktop.domain.print_out import Paper, PrintOut, Way

if TYPE_CHECKING:
    from gplan_desktop.store.store import Store

_SINCE = {
    PlanStatus.SUPERSEDED: "Planen har ersatts av en ny.",
    PlanStatus.ANNULLED: "Planen har makulerats.",
    PlanStatus.ESTABLISHED: "Planen har upprättats efter att utkastet skrevs ut.",
    PlanStatus.REMOVED: "Utkastet har tagits bort.",
    PlanStatus.DRAFT: "En senare version av utkastet har skrivits ut.",
}
_OTHER_TABS = "Ändrade flikar har skrivits ut."


@dataclass(frozen=True)
class Outdated:
    """A paper to collect, whose it is and why."""

    person: PersonSummary
    print_out: PrintOut
    reason: str


def outdated(store: "Store") -> list[Outdated]:
    """Return the unit's papers to collect, newest first; on the thread of the database."""
    found = store.prints.to_collect()
    stands = _stands(store, {person.id for person, _ in found})
    return [Outdated(person, print_out, _reason(print_out, stands)) for person, print_out in found]


def facts(print_out: PrintOut) -> str:
    """Return when the paper was made, by whom, and in how many copies."""
    occasion = print_out.occasion
    verb = "Sparad som fil" if occasion.way is Way.FILE else "Utskriven"
    copies = f", {occasion.copies} exemplar" if occasion.copies > 1 else ""
    return f"{verb} {dates.stamp(occasion.at)} av {occasion.by}{copies}."


def paper_name(print_out: PrintOut) -> str:
    """Return which paper it is, and whether it is of a draft."""
    draft = ", utkast" if print_out.status is PlanStatus.DRAFT else ""
    return f"{print_out.paper.label}{draft}"


def collected_name(print_out: PrintOut) -> str:
    """Return what one does with the paper: a file is not collected but deleted."""
    return "Borttagen" if print_out.occasion.way is Way.FILE else "Insamlad"


def _stands(store: "Store", person_ids: Iterable[str]) -> dict[str, PlanStatus]:
    """Return where each of the persons' plans stands now, without drafts taken away."""
    return {plan.id: plan.status for one in person_ids for plan in store.plans(one)}


def _reason(print_out: PrintOut, stands: dict[str, PlanStatus]) -> str:
    if print_out.paper is Paper.TABS:
        return _OTHER_TABS
    return _SINCE[stands.get(print_out.plan_id, PlanStatus.REMOVED)]
