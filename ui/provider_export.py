"""Hands persons over to an external provider as files, and notes what left the unit (S131)."""

import logging
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from gplan_desktop.domain.print_out import Occasion, Paper, PrintOut, Way, print_of_plan
from gplan_desktop.domain.user import Permission
from gplan_desktop.errors import WorldError
from gplan_desktop.rules.provider_access import ready_visit_plans
from ui import provider_words as words
from ui.confirm import ask
from ui.errors import show_error
from ui.office import Office
from ui.progress_window import Stopped, Tell, with_progress
from ui.provider_desk import ProviderDesk, Shown
from ui.provider_files import files_of, folder_name, put
from ui.provider_words import Order, Outcome

_log = logging.getLogger(__name__)

_MAKING = "Individ {number} av {count} exporteras."
_BUG = "Något gick fel i programmet. Felet är antecknat i loggen."
_CHOOSE = "Välj mappen att exportera till"


class ProviderExport:
    """Asks, lets a folder be chosen, writes under a window that can stop it, and tells.

    *told* is given how it went, when anything was begun.
    """

    def __init__(self, office: Office, parent: QWidget, told: Callable[[Outcome], None]) -> None:
        self._office, self._parent, self._told = office, parent, told

    def ask(self, order: Order) -> QMessageBox:
        """Say what is about to leave the unit, and go on when that is wanted."""
        # The question is closed before the next window opens.
        return ask(
            self._parent,
            words.question(order),
            lambda: QTimer.singleShot(0, self._parent, lambda: self._choose(order)),
        )

    def write(self, order: Order, folder: Path) -> None:
        """Write the files of *order* in *folder*, and tell how it went."""
        work = ExportWork(self._office, order, folder)
        try:
            self._office.demand(Permission.EXPORT)
            outcome = with_progress(work.run, words.TITLE, self._parent, self._office.paper)
        except Exception as error:  # noqa: BLE001 - every failure is told, none ends the program
            show_error(error)
        else:
            self._told(outcome)

    def _choose(self, order: Order) -> None:
        chosen = QFileDialog.getExistingDirectory(self._parent, _CHOOSE)
        if chosen:
            self.write(order, Path(chosen))


@dataclass
class ExportWork:
    """The persons of one order on their way to *folder*; run() is for the worker of papers."""

    office: Office
    order: Order
    folder: Path
    _done: list[str] = field(default_factory=list)
    _failed: list[tuple[str, str]] = field(default_factory=list)

    def run(self, tell: Tell) -> Outcome:
        """Write one person after another; *tell* can stop it between two of them."""
        people = self.order.people
        begun = 0
        try:
            for number, (person_id, name) in enumerate(people, start=1):
                tell(_MAKING.format(number=number, count=len(people)), number - 1, len(people))
                begun = number
                self._try(person_id, name)
        except Stopped:
            pass
        left = tuple(name for _, name in people[begun:])
        return Outcome(self.folder.name, tuple(self._done), tuple(self._failed), left)

    def _try(self, person_id: str, name: str) -> None:
        """One person that fails stops no other; a bug of ours is logged, without what is said."""
        try:
            reason = self._hand_over(person_id)
        except WorldError as error:
            reason = error.happened
        except Exception as error:  # noqa: BLE001 - as said
            _log.error("a bug", exc_info=error)
            reason = _BUG
        if reason:
            self._failed.append((name, reason))
        else:
            self._done.append(name)

    def _hand_over(self, person_id: str) -> str:
        """Write and note a person as it stands now; return why that cannot be, or ""."""
        shown = ProviderDesk(self.office).person(person_id)
        if shown is None or shown.sheet.provider != self.order.provider:
            return words.MOVED
        if not shown.may_leave:
            return f"{', '.join(shown.sheet.stops)}."
        folder = put(
            files_of(shown, self.office.method, self._pdf),
            self.folder,
            folder_name(shown.held.person, self.office.today()),
        )
        try:
            self._note(shown)
        except BaseException:
            # What is not noted has not left the unit.
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return ""

    def _pdf(self, plan_id: str) -> bytes:
        store = self.office.store
        return self.office.database.call(lambda: store.pdf(plan_id))

    def _note(self, shown: Shown) -> None:
        store = self.office.store
        occasion = Occasion(self.office.now(), self.office.unit.coordinator, Way.FILE)
        prints = tuple(_prints(shown, self.office, occasion))
        self.office.database.call(lambda: store.prints.add(prints))


def _prints(shown: Shown, office: Office, occasion: Occasion) -> Iterator[PrintOut]:
    """Yield all that left; a copy of tabs or visit plans that are changed later is told then."""
    held, access = shown.held, office.method.provider
    for record in held.plans if access.plan else ():
        yield print_of_plan(str(uuid4()), record, Paper.PLAN, occasion)
    for visit in ready_visit_plans(held, office.method):
        yield _of_person(Paper.VISIT_PLAN, shown, occasion, (visit.digest, visit.plan.id))
    if access.tabs:
        yield _of_person(Paper.TABS, shown, occasion, (shown.tabs_digest, ""))


def _of_person(paper: Paper, shown: Shown, occasion: Occasion, state: Sequence[str]) -> PrintOut:
    checksum, subject = state
    return PrintOut(
        str(uuid4()),
        paper,
        occasion,
        person_id=shown.held.person.id,
        checksum=checksum,
        subject=subject,
    )
