"""What has been printed or saved of a person's papers: who, when, which version (F54)."""

from dataclasses import dataclass
from datetime import datetime

from gplan_desktop.domain.labelled import Labelled
from gplan_desktop.domain.plan import PlanRecord, PlanStatus


class Paper(Labelled):
    """A kind of paper that the program makes."""

    PLAN = "plan", "Genomförandeplan"
    LARGE_PRINT = "large_print", "Genomförandeplan med stor stil"
    HELP = "help", "Så här får du hjälp"
    WORK_DESCRIPTION = "work_description", "Arbetsbeskrivning"
    VISIT_PLAN = "visit_plan", "Besöksplan"
    TABS = "tabs", "Flikar"
    JOURNAL_EXTRACT = "journal_extract", "Journalutdrag"
    UNIT_LIST = "unit_list", "Enhetslista"
    BLANK_PLAN = "blank_plan", "Tom plan att fylla i för hand"
    METHOD = "method", "Metodstöd som häfte"
    LOG_REPORT = "log_report", "Loggrapport"
    REGISTER_EXTRACT = "register_extract", "Registerutdrag"


class Way(Labelled):
    """How a paper left the program."""

    PRINTER = "printer", "Skrivare"
    FILE = "file", "Fil"
    ARCHIVE = "archive", "Arkivpaket"


@dataclass(frozen=True)
class Occasion:
    """One time that papers were printed or saved: when, by whom, how, in how many copies."""

    at: datetime
    by: str
    way: Way
    copies: int = 1


@dataclass(frozen=True)
class PrintOut:
    """One paper that was printed or saved; only when it was collected may change.

    A paper made from a plan tells the plan's status and version then, and the
    checksum of an established one. Another paper may tell the checksum of
    what stood on it, and *subject*, the id of the record when a person has
    several; lists of the unit have no person.
    """

    id: str
    paper: Paper
    occasion: Occasion
    person_id: str = ""
    plan_id: str = ""
    status: PlanStatus | None = None
    version: int = 0
    checksum: str = ""
    codes_shown: bool = False
    subject: str = ""
    collected_at: datetime | None = None
    collected_by: str = ""

    @property
    def is_collected(self) -> bool:
        """Whether the paper has been taken back, or the file deleted."""
        return self.collected_at is not None


def print_of_plan(print_id: str, record: PlanRecord, paper: Paper, occasion: Occasion) -> PrintOut:
    """Return what the register keeps of a paper that was made from a saved plan."""
    return PrintOut(
        id=print_id,
        paper=paper,
        occasion=occasion,
        person_id=record.plan.person_id,
        plan_id=record.plan.id,
        status=record.status,
        version=record.version,
        checksum=record.establishment.checksum if record.establishment else "",
    )
