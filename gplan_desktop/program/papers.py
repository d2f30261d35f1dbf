"""What makes each paper; what it takes is loaded when a paper is asked for, not at the start."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from gplan_desktop.domain import dates
from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.domain.journal_entry import JournalEntry, Period
from gplan_desktop.domain.log_entry import LogSheet
from gplan_desktop.domain.overview import PersonSummary, Unit
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.plan import PlanRecord
from gplan_desktop.domain.print_out import Paper
from gplan_desktop.domain.tabs import Tabs
from gplan_desktop.domain.visit_plan import VisitPlan
from gplan_desktop.method.model import Method
from gplan_desktop.rules.situation import Situation
from ui.office import RecordPapers, UnitPapers

if TYPE_CHECKING:
    from gplan_desktop.archive.register_extract import Handed
    from gplan_desktop.vault.recovery_code import RecoveryCode
    from printing.document import PlanDocument


def paper_of(
    method: Method, paper: Paper = Paper.PLAN, *, in_treserva: bool = False
) -> Callable[[PlanRecord, Situation, Unit], bytes]:
    """Return what turns a plan into *paper* by *method*; it may say where the original is."""

    def render(record: PlanRecord, situation: Situation, unit: Unit) -> bytes:
        from printing.render import render as make  # noqa: PLC0415 - see the module

        told = replace(document(record, situation, unit), in_treserva=in_treserva)
        return make(told, method, paper)

    return render


def document(record: PlanRecord, situation: Situation, unit: Unit) -> "PlanDocument":
    """Return what the paper needs to know of a plan."""
    from printing.document import PlanDocument  # noqa: PLC0415 - see the module

    return PlanDocument(
        situation.person,
        situation.assignment,
        record,
        unit,
        former=situation.previous,
        others=situation.others,
    )


def file_name(plan: "PlanDocument", paper: Paper) -> str:
    """Return what the file of a plan's paper is called."""
    from printing.render import file_name as name  # noqa: PLC0415 - see the module

    return name(plan, paper)


def missing_characters(plan: "PlanDocument") -> str:
    """Return the characters of a plan that the paper cannot show."""
    from printing.render import missing_characters as missing  # noqa: PLC0415 - see the module

    return missing(plan)


def code_sheet(code: "RecoveryCode", unit: str, method: Method, now: datetime) -> bytes:
    """Return the paper of a recovery code, to be put in the safe."""
    from gplan_desktop.vault.recovery_code import sheet  # noqa: PLC0415 - see the module
    from printing.render import render  # noqa: PLC0415 - as above

    return render(sheet(code, unit, dates.in_sweden(now).date()), method)


def unit_papers(method: Method, unit: Unit, now: Callable[[], datetime]) -> UnitPapers:
    """Return what makes the papers that are of no plan."""

    def blank_plan(person: Person | None, assignment: Assignment | None) -> bytes:
        from printing.documents.blank_plan import BlankPlan  # noqa: PLC0415 - see the module
        from printing.render import render  # noqa: PLC0415 - as above

        codes = tuple(area.code for area in assignment.areas) if assignment else ()
        return render(BlankPlan(unit, person, assignment, codes), method)

    def booklet() -> bytes:
        from printing.documents.method_booklet import MethodBooklet  # noqa: PLC0415 - as above
        from printing.render import render  # noqa: PLC0415 - as above

        return render(MethodBooklet(unit.name, dates.in_sweden(now()).date()), method)

    def unit_list(people: Sequence[PersonSummary]) -> bytes:
        from printing.documents.unit_list import UnitList  # noqa: PLC0415 - as above
        from printing.render import render  # noqa: PLC0415 - as above

        return render(UnitList(tuple(people), unit, now(), unit.coordinator), method)

    def merge(pdfs: Iterable[bytes]) -> bytes:
        from printing.joining.merging import merged  # noqa: PLC0415 - as above

        return merged(pdfs)

    return UnitPapers(blank_plan, booklet, unit_list, merge)


def record_papers(method: Method, unit: Unit, now: Callable[[], datetime]) -> RecordPapers:
    """Return what makes the papers of a person's record."""

    def tabs(person: Person, told: Tabs, shows_codes: bool) -> bytes:
        from printing.documents.person_tabs import TabsDocument  # noqa: PLC0415 - see the module
        from printing.render import render  # noqa: PLC0415 - as above

        by = unit.coordinator
        return render(TabsDocument(person, told, unit, now(), by, shows_codes), method)

    def visit_plan(person: Person, plan: VisitPlan, shows_codes: bool) -> bytes:
        from printing.documents.visit_plan import VisitPlanDocument  # noqa: PLC0415 - as above
        from printing.render import render  # noqa: PLC0415 - as above

        return render(VisitPlanDocument(person, plan, unit, shows_codes), method)

    def journal(person: Person, entries: Sequence[JournalEntry], period: Period) -> bytes:
        from printing.documents.journal_extract import JournalExtract  # noqa: PLC0415 - as above
        from printing.render import render  # noqa: PLC0415 - as above

        by = unit.coordinator
        return render(JournalExtract(person, tuple(entries), period, unit, now(), by), method)

    def log(told: LogSheet) -> bytes:
        from printing.documents.log_report import LogReport  # noqa: PLC0415 - as above
        from printing.render import render  # noqa: PLC0415 - as above

        return render(LogReport(told, unit, now(), unit.coordinator), method)

    def register(handed: "Handed") -> bytes:
        from printing.render import render  # noqa: PLC0415 - as above

        return render(handed, method)

    return RecordPapers(tabs, visit_plan, journal, log, register)
