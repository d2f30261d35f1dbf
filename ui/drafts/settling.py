"""What is done when the same text was saved from elsewhere: it is put together, and saved anew."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from gplan_desktop.domain import dates
from gplan_desktop.domain.plan import Plan
from gplan_desktop.domain.tabs import Tabs
from gplan_desktop.domain.visit_plan import VisitPlan
from gplan_desktop.editing import PlanEditor
from gplan_desktop.errors import (
    PlanChangedElsewhere,
    RecordChangedElsewhere,
    RecordMissing,
    SaveRefused,
)
from gplan_desktop.record_editing import RecordEditor, Written
from gplan_desktop.rules.merging import Choice, differences, merge
from ui.autosave import Autosave
from ui.drafts.side_texts import places_in_short
from ui.errors import show_error, tell
from ui.office import Office

R = TypeVar("R", bound=Written)
_DRAFT = "Utkastet"
_MERGED = "Texten har också ändrats från ett annat ställe: {places}."
_KEPT = "Det är sammanfört med det du har skrivit, och inget har skrivits över."


@dataclass(frozen=True)
class Stored(Generic[R]):
    """What stands in the store by now, and a sentence on who saved it when."""

    record: R
    version: int
    told: str


@dataclass(frozen=True)
class Settlement(Generic[R]):
    """How one kind of record is settled.

    *load* reads what is stored, on the database's thread; *show* lets the
    text that was put together stand on the screen; *resume* saves it. Its
    fields are called *prefix* and then as the places in the record.
    """

    load: Callable[[], Stored[R]]
    show: Callable[[R], None]
    resume: Callable[[], None]
    prefix: str = ""


class Settling(Generic[R]):
    """Puts together what stands here and what is stored; asks where both have changed the same."""

    def __init__(
        self, editor: RecordEditor[R], how: Settlement[R], office: Office, view: QWidget
    ) -> None:
        self._editor, self._how = editor, how
        self._office, self._view = office, view
        self._is_busy = False

    def __call__(self, refusal: SaveRefused) -> bool:
        """See to *refusal*; False when it is none that putting texts together helps against."""
        if not isinstance(refusal, PlanChangedElsewhere | RecordChangedElsewhere):
            return False
        if not self._is_busy:
            self._is_busy = True
            self._office.database.run(self._how.load, self._compare, self._on_failed)
        return True

    def _on_failed(self, error: Exception) -> None:
        self._is_busy = False
        show_error(error)

    def _compare(self, stored: Stored[R]) -> None:
        editor = self._editor
        merged = merge(editor.as_saved, editor.current, stored.record)
        if not merged.questions:
            self._tell_of(merged.record)
            self._take_over(stored, {})
            return
        # Loaded when asked for: it is seldom needed.
        from ui.drafts.merge_dialog import Clash, MergeDialog  # noqa: PLC0415

        clash = Clash(merged.questions, stored.told, self._how.prefix)
        dialog = MergeDialog(clash, self._office, self._view)
        dialog.decided.connect(lambda answers: self._take_over(stored, answers))
        dialog.finished.connect(self._on_finished)
        dialog.open()

    def _on_finished(self) -> None:
        self._is_busy = False

    def _take_over(self, stored: Stored[R], answers: Mapping[str, Choice]) -> None:
        """Let the texts stand here as one, on top of what is stored, and save that."""
        self._is_busy = False
        editor = self._editor
        merged = merge(editor.as_saved, editor.current, stored.record, answers)
        editor.saved(stored.record, stored.version)
        self._how.show(merged.record)
        self._how.resume()

    def _tell_of(self, merged: R) -> None:
        found = [
            replace(one, field=f"{self._how.prefix}{one.field}")
            for one in differences(self._editor.current, merged)
        ]
        if found:
            tell(_MERGED.format(places=places_in_short(found, self._office.method)), _KEPT, "")


def settle_plan(
    editor: PlanEditor, autosave: Autosave, office: Office, show: Callable[[Plan], None]
) -> None:
    """Let *autosave* of a draft put it together with what was saved elsewhere.

    *show* lets a plan stand in the wizard.
    """
    store, plan_id, person_id = office.store, editor.plan.id, editor.plan.person_id

    def load() -> Stored[Plan]:
        # Read as when it is opened: the state that is saved over now is kept as a restore point.
        record, writer = store.plan(plan_id), store.writers.now(plan_id)
        at = next((one.changed_at for one in store.plans(person_id) if one.id == plan_id), None)
        if at is None or record.is_locked:
            # In the moment since the save was refused.
            raise RecordMissing(_DRAFT)
        told = _told("Planen", dates.stamp(at), writer.name if writer else "")
        return Stored(record.plan, record.version, told)

    how = Settlement(load, show, autosave.resume)
    autosave.settle_by(Settling(editor, how, office, _view_of(autosave)))


def settle_tabs(editor: RecordEditor[Tabs], autosave: Autosave, office: Office) -> None:
    """Let *autosave* of a person's tabs put them together with what was saved elsewhere."""
    store, person_id = office.store, editor.current.person_id

    def load() -> Stored[Tabs]:
        record = store.tabs.of_person(person_id)
        at, by = record.tabs.changed_at, record.tabs.changed_by
        # Who changed them when is told beside them, and is nothing to choose.
        here = editor.as_saved
        tabs = replace(record.tabs, changed_at=here.changed_at, changed_by=here.changed_by)
        return Stored(tabs, record.version, _told("Flikarna", dates.stamp(at) if at else "", by))

    how = Settlement(load, editor.become, autosave.resume, "tabs.")
    autosave.settle_by(Settling(editor, how, office, _view_of(autosave)))


def settle_visit_plan(editor: RecordEditor[VisitPlan], autosave: Autosave, office: Office) -> None:
    """Let *autosave* of a visit plan put it together with what was saved elsewhere."""
    store, plan_id = office.store, editor.current.id

    def load() -> Stored[VisitPlan]:
        record = store.visit_plans.get(plan_id)
        told = _told("Besöksplanen", dates.stamp(record.changed_at), record.changed_by)
        return Stored(record.plan, record.version, told)

    how = Settlement(load, editor.become, autosave.resume, "visit_plan.")
    autosave.settle_by(Settling(editor, how, office, _view_of(autosave)))


def _told(what: str, when: str, by: str) -> str:
    whom = f" av {by}" if by else ""
    return f"{what} sparades från ett annat ställe {when}{whom}, medan du skrev."


def _view_of(autosave: Autosave) -> QWidget:
    """Return the view whose text is saved: the clock of the saves lives in it."""
    view = autosave.parent()
    if not isinstance(view, QWidget):
        raise TypeError("the clock of the saves lives in no view")
    return view
