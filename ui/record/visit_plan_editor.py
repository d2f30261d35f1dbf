"""A visit plan being written or read: its checks, its marks and its moods."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

from gplan_desktop.domain.user import Permission
from gplan_desktop.domain.visit_plan import StaffWish, VisitPlan, VisitPlanRecord, Wish
from gplan_desktop.method.guard_terms import Place
from gplan_desktop.record_editing import Judge, RecordEditor
from gplan_desktop.rules.guard import guard_marks
from gplan_desktop.rules.visit_plan_checks import check_visit_plan
from ui.office import Office

PREFIX = "visit_plan"
_STAFF = f"{PREFIX}.wish.staff"
_SITUATIONS = f"{PREFIX}.wish.situations"
_TEMPORARY = f"{PREFIX}.temporary"


class VisitPlanEditor(RecordEditor[VisitPlan]):
    """Writes one visit plan; what has been taken away from TES is only read (S99).

    A wish that nobody has is None in the record. Here its parts can be asked
    for and written all the same.
    """

    def __init__(self, record: VisitPlanRecord, office: Office) -> None:
        method = office.method
        self.cleared, self._today = not record.is_open, office.today
        self._situations = record.plan.wish.situations if record.plan.wish else ""
        judge = Judge[VisitPlan](
            check=lambda plan: check_visit_plan(plan, method, office.today()),
            marks=lambda _, text: guard_marks(text, Place.VISIT_PLAN, method.guard),
        )
        super().__init__(record.plan, record.version, PREFIX, judge)
        if office.may(Permission.WRITE):
            self.keep_to_reading()

    @property
    def read_only(self) -> bool:
        """Whether it has been taken away from TES, or may not be written by the user."""
        return self.cleared or super().read_only

    def value(self, field: str) -> object:
        """Return what stands at *field*; of a wish that nobody has, nothing."""
        if self.current.wish is None and field in (_STAFF, _SITUATIONS):
            return None if field == _STAFF else ""
        return super().value(field)

    def change(self, field: str, value: object) -> None:
        """Put *value* at *field*; a temporary plan is dated today by itself (S97)."""
        if field == _STAFF:
            self._wish_for(value)
        elif field == _TEMPORARY and value and self.current.written_on is None:
            dated = replace(self.current, temporary=True, written_on=self._today())
            self._become(dated, field)
        else:
            super().change(field, value)

    def _wish_for(self, staff: object) -> None:
        """Begin, change or end the wish; the situations are kept for the one who changes mind."""
        wish = self.current.wish
        self._situations = wish.situations if wish else self._situations
        new = Wish(staff, self._situations) if isinstance(staff, StaffWish) else None
        super().change(f"{PREFIX}.wish", new)


def new_record(person_id: str, office: Office, *, temporary: bool) -> VisitPlanRecord:
    """Return a visit plan that nobody has written in yet, dated today (S96-S97)."""
    day: date = office.today()
    plan = VisitPlan(str(uuid4()), person_id, temporary=temporary, written_on=day)
    return VisitPlanRecord(plan, 0, office.now(), office.unit.coordinator)
