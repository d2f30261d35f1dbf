"""Papers that are out of date: what they are, and why they are to be collected (F54)."""

from dataclasses import dataclass

from gplan_desktop.domain import dates
from gplan_desktop.domain.plan import PlanStatus
from gplan_desktop.domain.print_out import Paper, PrintOut, Way

_SINCE = {
    PlanStatus.SUPERSEDED: "Planen har ersatts av en ny.",
    PlanStatus.ANNULLED: "Planen har makulerats.",
    PlanStatus.ESTABLISHED: "Planen har upprättats efter att utkastet skrevs ut.",
    PlanStatus.REMOVED: "Utkastet har tagits bort.",
    PlanStatus.DRAFT: "En senare version av utkastet har skrivits ut.",
}
_OF_A_RECORD = {
    Paper.TABS: "Flikarna har ändrats.",
    Paper.VISIT_PLAN: "Besöksplanen har ändrats eller tagits bort.",
}


@dataclass(frozen=True)
class OldPaper:
    """A paper to collect, and where the plan that it was made from stands now."""

    print_out: PrintOut
    plan_status: PlanStatus = PlanStatus.REMOVED

    @property
    def reason(self) -> str:
        """Why it is out of date."""
        return _OF_A_RECORD.get(self.print_out.paper) or _SINCE[self.plan_status]


def print_facts(print_out: PrintOut) -> str:
    """Return when the paper was made, by whom, and in how many copies."""
    occasion = print_out.occasion
    verb = "Sparad som fil" if occasion.way is Way.FILE else "Utskriven"
    copies = f", {occasion.copies} exemplar" if occasion.copies > 1 else ""
    by = f" av {occasion.by}" if occasion.by else ""
    return f"{verb} {dates.stamp(occasion.at)}{by}{copies}."


def paper_name(print_out: PrintOut) -> str:
    """Return which paper it is, and whether it is of a draft."""
    draft = ", utkast" if print_out.status is PlanStatus.DRAFT else ""
    return f"{print_out.paper.label}{draft}"


def collected_name(way: Way) -> str:
    """Return what one does with the paper: a file is not collected but deleted."""
    return "Borttagen" if way is Way.FILE else "Insamlad"
