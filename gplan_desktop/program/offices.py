"""Puts together what every view of an opened unit is handed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from gplan_desktop.domain.overview import Unit
from gplan_desktop.domain.plan import PlanRecord
from gplan_desktop.domain.print_out import Paper
from gplan_desktop.domain.user import Actor, Permission, Whose
from gplan_desktop.method.in_use import MethodInUse
from gplan_desktop.method.model import Method
from gplan_desktop.program.papers import (
    document,
    file_name,
    missing_characters,
    paper_of,
    record_papers,
    unit_papers,
)
from gplan_desktop.program.spelling_help import SpellingHelp
from gplan_desktop.rules.role_changes import ruled_by
from gplan_desktop.rules.situation import Situation
from ui.background import Background
from ui.office import Office, Standing
from ui.theme import Theme

if TYPE_CHECKING:
    from gplan_desktop.store.store import Store


@dataclass(frozen=True)
class Offices:
    """Makes the office of each unit that is opened, from what is the same for all of them."""

    database: Background
    paper: Background
    now: Callable[[], datetime]
    spelling: SpellingHelp
    treserva_is_original: Callable[[], bool]

    def of(self, store: "Store", in_use: MethodInUse, theme: Theme) -> Office:
        """Return the office of the unit that *store* holds."""
        in_use = ruled_by(store.roles.in_force, in_use)
        unit, method = store.unit, in_use.method
        return Office(
            store=store,
            unit=unit,
            method=method,
            theme=theme,
            database=self.database,
            paper=self.paper,
            now=self.now,
            render=self._render(method, unit),
            file_name=lambda r, s, paper: file_name(document(r, s, unit), paper),
            missing_characters=lambda r, s: missing_characters(document(r, s, unit)),
            unit_papers=unit_papers(method, unit, self.now),
            record_papers=record_papers(method, unit, self.now),
            spelling=self.spelling.of(store),
            own_method=in_use.own,
            standing=standing(store),
        )

    def _render(
        self, method: Method, unit: Unit
    ) -> Callable[[PlanRecord, Situation, Paper], bytes]:
        """Return what makes the papers of plans, by the setting as it is when one is made."""

        def render(record: PlanRecord, situation: Situation, paper: Paper) -> bytes:
            original = self.treserva_is_original()
            return paper_of(method, paper, in_treserva=original)(record, situation, unit)

        return render


def standing(store: "Store") -> Standing:
    """Return what the one who has come in may not do and why, and whom that one sees."""
    access = store.access
    return Standing(
        {one: access.why_not(one).happened for one in Permission if not access.may(one)},
        sees_some=access.actor.whose is not Whose.ALL,
        opens_others=access.actor.may_open_others,
        who=_who(access.actor),
    )


def _who(actor: Actor) -> str:
    """Return "Kim Ek, samordnare"; "" in a unit that nobody logs in to: it has no roles."""
    return f"{actor.name}, {actor.role_label.lower()}" if actor.roles else ""
