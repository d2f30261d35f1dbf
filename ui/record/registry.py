"""Which part of a person's record is made by what; each is loaded when it is asked for."""

from gplan_desktop.domain.person import Person
from gplan_desktop.domain.user import Permission
from ui.office import Office
from ui.record.closed_part import ClosedPart
from ui.record.part import RecordPart
from ui.record.ways import PartId, RecordWays

# What the parts that are not for every reader of plans ask for.
NEEDS = {PartId.TABS: Permission.READ_TABS, PartId.JOURNAL: Permission.READ_JOURNAL}


def make_part(part: PartId, person: Person, office: Office, ways: RecordWays) -> RecordPart:
    """Return the part *part* of the record of *person*; ValueError for one of the page alone."""
    if why_not := office.may(NEEDS.get(part, Permission.READ)):
        return ClosedPart(person, office, ways, why_not)
    if part is PartId.TABS:
        from ui.record.tabs_part import TabsPart  # noqa: PLC0415 - see the module

        return TabsPart(person, office, ways)
    if part is PartId.VISIT_PLANS:
        from ui.record.visit_plans_part import VisitPlansPart  # noqa: PLC0415 - as above

        return VisitPlansPart(person, office, ways)
    if part is PartId.JOURNAL:
        from ui.record.journal_part import JournalPart  # noqa: PLC0415 - as above

        return JournalPart(person, office, ways)
    raise ValueError(part)
