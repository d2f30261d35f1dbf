"""Makes an archive package in the background, one plan at a time, and notes it in the register."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from gplan_desktop.archive.contents import PlanToArchive, plan_to_archive
from gplan_desktop.archive.package import make_package
from gplan_desktop.domain import dates
from gplan_desktop.domain.overview import PersonSummary, PlanSummary
from gplan_desktop.domain.print_out import Occasion, Paper, PrintOut, Way, print_of_plan
from gplan_desktop.errors import WorldError
from ui.office import Office
from ui.progress_window import Tell

Choice = tuple[PersonSummary, PlanSummary]

_PACKING = "Lägger till plan {number} av {count}."
_FINISHING = "Gör paketet färdigt."


class PlanNotArchived(WorldError):
    """One of the plans could not be put in the package, so no package was made."""

    def __init__(self, name: str, error: WorldError) -> None:
        super().__init__(
            f"”{name}” kan inte läggas i arkivpaketet. {error.happened}",
            "Inget paket har gjorts, och planerna är oförändrade i Gplan.",
            f"{error.todo} Ta bort bocken för planen om du vill göra paketet utan den.",
        )


class ArchiveNotNoted(WorldError):
    """The package is made, but the register of prints does not tell of it."""

    def __init__(self, path: Path, error: WorldError) -> None:
        super().__init__(
            f"Arkivpaketet är sparat som {path.name} men kunde inte antecknas i "
            f"utskriftsregistret. {error.happened}",
            "Paketet är helt.",
            f"{error.todo} Ta bort paketet och gör det igen, så att det antecknas.",
        )


@dataclass
class ArchiveWork:
    """The plans on their way to the package at *target*; run() is for the worker of papers."""

    office: Office
    plans: Sequence[Choice]
    target: Path
    _prints: list[PrintOut] = field(default_factory=list)

    def run(self, tell: Tell) -> int:
        """Make the package and return how many plans it holds; *tell* can stop it.

        Raises:
            PackageNotMade, PlanNotArchived, Stopped: there is no package.
            ArchiveNotNoted: the package is there.
        """
        now = self.office.now()
        count = make_package(self.target, self._gather(tell), self.office.unit, now)
        try:
            self.office.database.call(lambda: self.office.store.prints.add(self._prints))
        except WorldError as error:
            raise ArchiveNotNoted(self.target, error) from error
        return count

    def _gather(self, tell: Tell) -> Iterator[PlanToArchive]:
        """Fetch the plans one at a time, so that the memory holds one and the store is free."""
        count = len(self.plans)
        occasion = Occasion(self.office.now(), self.office.unit.coordinator, Way.ARCHIVE)
        for done, choice in enumerate(self.plans):
            tell(_PACKING.format(number=done + 1, count=count), done, count)
            archived = self._fetch(choice)
            self._prints.append(print_of_plan(str(uuid4()), archived.record, Paper.PLAN, occasion))
            yield archived
        tell(_FINISHING, count, count)

    def _fetch(self, choice: Choice) -> PlanToArchive:
        store, plan_id, name = self.office.store, choice[1].id, archive_name(choice)
        try:
            return self.office.database.call(lambda: plan_to_archive(store, plan_id, name))
        except WorldError as error:
            raise PlanNotArchived(name, error) from error


def archive_name(choice: Choice) -> str:
    """Return what a plan is called in a package: the person and the day it was established.

    The plan's own name is left out: someone may have written the personal number in it.
    """
    person, plan = choice
    at = plan.established_at
    return f"{person.name} {dates.in_sweden(at):%Y-%m-%d}" if at else person.name
