"""What is begun on a person's plans: a first one, a follow-up, a correction or an annulment."""

from collections.abc import Callable

from gplan_desktop.domain.plan import PlanRecord
from gplan_desktop.planning import (
    Choices,
    Opened,
    annul,
    begin_correction,
    begin_first,
    changes,
    choices_for_first,
    choices_for_follow_up,
    follow_up,
)
from gplan_desktop.rules.changing import Around, Change
from ui.confirm import Question, ask
from ui.workplace import Workplace

_NONE_IN_FORCE = (
    "Individen har nu ingen gällande {name}. En tidigare plan börjar inte gälla igen av sig själv."
)


class PlanChanges:
    """Asks what has to be asked first; *show_plan* and *open_person* show what came of it."""

    def __init__(
        self,
        place: Workplace,
        show_plan: Callable[[Opened], None],
        open_person: Callable[[str], None],
    ) -> None:
        self._place, self._show_plan, self._open_person = place, show_plan, open_person

    def new_plan(self, person_id: str) -> None:
        """Begin a first plan on the assignment chosen."""

        def begin(assignment_id: str) -> None:
            self._place.fetch(
                lambda desk: begin_first(person_id, desk, assignment_id), self._show_plan
            )

        self._place.in_store(
            lambda desk: choices_for_first(person_id, desk),
            lambda found: self._choose(found, begin),
        )

    def follow_up(self, plan_id: str) -> None:
        """Follow a plan up: go on with what was begun, or begin on the assignment chosen."""

        def begin(assignment_id: str) -> None:
            self._place.fetch(lambda desk: follow_up(plan_id, desk, assignment_id), self._show_plan)

        self._place.in_store(
            lambda desk: choices_for_follow_up(plan_id, desk),
            lambda found: self._choose(found, begin),
        )

    def change_plan(self, plan_id: str) -> None:
        """Ask whether an established plan is to be corrected, followed up or annulled (F26)."""
        self._place.in_store(lambda desk: changes(plan_id, desk), self._ask_change)

    def _choose(self, found: Choices, then: Callable[[str], None]) -> None:
        # Loaded when asked for: the dialogs are a tenth of the time to the first window.
        from ui.choose_assignment_dialog import choose_assignment  # noqa: PLC0415

        self._place.views.setEnabled(True)
        choose_assignment(found, self._place.theme, self._place.window, then)

    def _ask_change(self, found: Around) -> None:
        from ui.correct_plan_dialog import CorrectPlanDialog  # noqa: PLC0415 - as above

        self._place.views.setEnabled(True)
        dialog = CorrectPlanDialog(found, self._place.theme, self._place.window)
        dialog.decided.connect(lambda change, reason: self._change(found.plan.id, change, reason))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _change(self, plan_id: str, change: Change, reason: str) -> None:
        in_store = self._place.in_store
        if change is Change.NEW_VERSION:
            self.follow_up(plan_id)
        elif change is Change.CORRECT:
            in_store(lambda desk: begin_correction(plan_id, reason, desk), self._show_plan)
        else:
            in_store(lambda desk: annul(plan_id, reason, desk), self._on_annulled)

    def _on_annulled(self, record: PlanRecord) -> None:
        """Show the person, who has no such plan any more, and offer to make a new one."""
        person_id = record.plan.person_id
        self._open_person(person_id)
        question = Question(
            "Planen är makulerad.",
            _NONE_IN_FORCE.format(name=record.plan.name),
            "Skriv en ny plan",
            "Stäng",
        )
        ask(self._place.window, question, lambda: self.new_plan(person_id))
