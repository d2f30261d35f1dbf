"""The stored papers of many plans to the printer or to files, and into the register (F54-F55)."""

from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import uuid4

from PySide6.QtWidgets import QFileDialog, QWidget

from gplan_desktop.archive.names import whose
from gplan_desktop.domain import dates
from gplan_desktop.domain.print_out import Occasion, Paper, Way, print_of_plan
from ui.errors import show_error
from ui.office import Office
from ui.papers import PaperJob, Summary
from ui.plan_ticks import Listed
from ui.printing import print_many
from ui.save_many import Merge, OneFile, save_as_one, save_many
from ui.save_pdf import LEAVES

# Seen in the printer's queue by others, so it names no person.
_TITLE = "Genomförandeplaner"


class PlansOut:
    """Prints or saves established plans as they were stored, and notes those that came out whole.

    Each way returns how it went, or None when the user thought better of it.
    *noted* is told how many were noted, when they stand in the register.
    """

    def __init__(self, office: Office, merge: Merge, noted: Callable[[int], None]) -> None:
        self._office, self._merge, self._noted = office, merge, noted

    def print(self, plans: Sequence[Listed], parent: QWidget) -> Summary:
        """Print *plans* as one job; raises PrintFailed when the printer takes nothing."""
        jobs = self._jobs(plans)
        summary = print_many(list(jobs), _TITLE, parent, self._office.paper)
        self._note([jobs[job] for job in summary.done], Way.PRINTER)
        return summary

    def save_as_one(self, plans: Sequence[Listed], parent: QWidget) -> Summary | None:
        """Save *plans* as one PDF; raises ExportFailed when it cannot be written."""
        path = _ask_file(parent, f"{_TITLE} {self._office.today().isoformat()}.pdf")
        if path is None:
            return None
        jobs = self._jobs(plans)
        file = OneFile(path, self._merge)
        summary = save_as_one(list(jobs), file, parent, self._office.paper)
        self._note([jobs[job] for job in summary.done], Way.FILE)
        return summary

    def save_in_folder(self, plans: Sequence[Listed], parent: QWidget) -> Summary | None:
        """Save each of *plans* as a PDF of its own."""
        folder = _ask_folder(parent)
        if folder is None:
            return None
        jobs = self._jobs(plans)
        summary = save_many(list(jobs), folder, parent, self._office.paper)
        self._note([jobs[job] for job in summary.done], Way.FILE)
        return summary

    def _jobs(self, plans: Sequence[Listed]) -> dict[PaperJob, str]:
        """Return a job for each plan, and which plan it is."""
        return {self._job(listed): listed[1].id for listed in plans}

    def _job(self, listed: Listed) -> PaperJob:
        person, plan = listed
        database, store = self._office.database, self._office.store

        def make() -> bytes:
            # The worker that prints waits here for the thread of the database.
            return database.call(lambda: store.pdf(plan.id))

        day = dates.in_sweden(plan.established_at or plan.changed_at).date().isoformat()
        file = f"{plan.name} – {whose(person.name)} – {day}"
        return PaperJob(f"{plan.name} – {person.name} – {day}", make, file)

    def _note(self, plan_ids: Sequence[str], way: Way) -> None:
        if not plan_ids:
            return
        office = self._office
        store, occasion = office.store, Occasion(office.now(), office.unit.coordinator, way)

        def work() -> int:
            records = [store.plan(plan_id) for plan_id in plan_ids]
            store.prints.add(
                print_of_plan(str(uuid4()), record, Paper.PLAN, occasion) for record in records
            )
            return len(records)

        office.database.run(work, self._noted, show_error)


def _ask_file(parent: QWidget, name: str) -> Path | None:
    title, kind = f"Spara som en PDF. {LEAVES}", "PDF (*.pdf)"
    chosen, _ = QFileDialog.getSaveFileName(parent, title, name, kind)
    if not chosen:
        return None
    return Path(chosen if chosen.lower().endswith(".pdf") else f"{chosen}.pdf")


def _ask_folder(parent: QWidget) -> Path | None:
    title = "Välj mappen att spara planerna i. Filerna lämnar Gplan och är inte krypterade."
    chosen = QFileDialog.getExistingDirectory(parent, title)
    return Path(chosen) if chosen else None
