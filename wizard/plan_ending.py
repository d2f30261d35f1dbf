"""How the writing of a plan ends: it is established and write-protected, or taken away."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from gplan_desktop.domain.plan import PlanRecord
from gplan_desktop.domain.print_out import Paper
from gplan_desktop.editing import PlanEditor
from gplan_desktop.planning import Opened, establish
from ui.autosave import Autosave
from ui.confirm import Question, ask
from ui.errors import show_error, tell
from ui.office import Office
from wizard.establish_dialog import EstablishDialog, corrects_nothing

_UNCHANGED = (
    "Inget är ändrat i rättelsen.",
    "Planen som rättas gäller som förut.",
    "Rätta det som är fel. Ska inget rättas, ta bort rättelsen på sidan där den upprättas.",
)


@dataclass(frozen=True)
class EndingWays:
    """What follows: an established plan is shown, a removed one is left."""

    established: Callable[[], None]
    leave: Callable[[], None]


class PlanEnding:
    """Asks over *view* before the plan in *editor* is established or removed, and does it."""

    def __init__(
        self,
        editor: PlanEditor,
        office: Office,
        autosave: Autosave,
        view: QWidget,
        ways: EndingWays,
    ) -> None:
        self._editor, self._office, self._autosave = editor, office, autosave
        self._view, self._ways = view, ways

    def ask_to_establish(self) -> None:
        """Write-protect the plan, once it is confirmed (S78-S82); a correction when it is one."""
        if corrects_nothing(self._editor):
            tell(*_UNCHANGED)
            return
        dialog = EstablishDialog(self._editor, self._office, self._view)
        dialog.accepted.connect(self._establish_saved)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_to_remove(self) -> None:
        """Take the draft away, once it is confirmed."""
        plan, person = self._editor.plan, self._editor.situation.person
        question = Question(
            f"Ta bort utkastet {plan.name} för {person.name}?",
            "Utkastet ligger kvar bland borttagna utkast i 30 dagar. Den tidigare planen gäller "
            "fortfarande och markeringen att den är uppföljd tas tillbaka.",
            "Ta bort utkastet",
            "Behåll utkastet",
        )
        ask(self._view, question, self._remove)

    def _remove(self) -> None:
        store, plan_id = self._office.store, self._editor.plan.id
        self._autosave.stop()
        if self._editor.record.version == 0:
            self._ways.leave()
            return
        self._office.database.run(
            lambda: store.remove_draft(plan_id), lambda _: self._ways.leave(), show_error
        )

    def _establish_saved(self) -> None:
        """Establish what stands here, if it can be saved; a later try to save is only that."""
        plan = self._editor.plan
        # What was put together with a text from elsewhere has not been read through here.
        if self._autosave.insist() and self._editor.plan == plan:
            self._establish_now()

    def _establish_now(self) -> None:
        office, now = self._office, self._office.now()
        opened = Opened(self._editor.record_now, self._editor.situation)
        desk, render = office.desk(), office.render
        # What is typed while the paper is made would stand neither on it nor in the plan.
        self._view.setEnabled(False)

        def done(record: PlanRecord) -> None:
            self._view.setEnabled(True)
            self._editor.established(record)
            self._ways.established()

        office.database.run(
            lambda: establish(
                opened, desk, now, lambda record: render(record, opened.situation, Paper.PLAN)
            ),
            done,
            self._on_not_established,
        )

    def _on_not_established(self, error: Exception) -> None:
        self._view.setEnabled(True)
        show_error(error)
