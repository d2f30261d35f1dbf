"""The records of one person put in words, as a registerutdrag tells them (GDPR art. 15)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gplan_desktop.domain import dates
from gplan_desktop.domain.assignment import AssignedArea, Assignment
from gplan_desktop.domain.life_areas import Functioning, life_area
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.plan import PlanRecord, PlanStatus
from gplan_desktop.domain.tabs import GOOD_TO_KNOW_TEXTS, VISIT_TEXTS, Code, Tabs
from gplan_desktop.domain.text import is_blank
from gplan_desktop.domain.transfer import TransferItem
from gplan_desktop.domain.visit_plan import VisitPlan, VisitPlanRecord
from gplan_desktop.method.model import Method
from gplan_desktop.rules.tes_text import tes_items, without_code
from gplan_desktop.rules.transfer import Manner, manner, plan_items

_PERSON_TEXTS = ("given_name", "family_name", "unit", "address", "phone")
_AREA_TEXTS = ("need", "assessed", "intended", "goal", "support")


@dataclass(frozen=True)
class Told:
    """One text: the field it stands in, what it is called, and the group that it stands under."""

    field: str
    label: str
    text: str
    group: str = ""


@dataclass(frozen=True)
class Record:
    """One thing that is kept: a plan, an entry, a print. The title of a line in a list is ""."""

    title: str
    lines: tuple[Told, ...]


@dataclass(frozen=True)
class RecordWriter:
    """Puts records in the words of the method; whatever is blank is left out."""

    method: Method
    shows_codes: bool

    def person(self, person: Person) -> Iterator[Told]:
        """Yield what stands about the person."""
        number = person.personal_id
        yield Told("person.personal_id", number.kind.value.capitalize(), str(number))
        yield from self._fields("person", person, _PERSON_TEXTS)
        yield self._told("person.provider", person.provider.name)
        yield self._told("person.support_start", person.support_start.isoformat())
        if person.support_end:
            yield Told("person.support_end", "Stödet avslutades", str(person.support_end))
        yield self._told("person.support_kinds", person.supports)
        if person.protected_identity:
            yield self._told("person.protected_identity", "Ja")

    def assignment(self, assignment: Assignment) -> Record:
        """Return an assignment, area by area."""
        officer = self._told("assignment.case_officer", assignment.case_officer)
        areas = (line for area in assignment.areas for line in self._assigned(area))
        return Record(f"Uppdrag från {assignment.day.isoformat()}", (officer, *areas))

    def plan(self, record: PlanRecord) -> Record:
        """Return a plan, with where it stands."""
        status = Told("status", "Status", _standing(record))
        return Record(record.plan.name, (status, *self.plan_texts(record)))

    def plan_texts(self, record: PlanRecord) -> Iterator[Told]:
        """Yield the texts of a plan."""
        for item in plan_items(record.plan, self.method):
            if item.field != "name":
                yield Told(item.field, item.label, _answer(item), item.group)

    def visit_plan(self, record: VisitPlanRecord) -> Record:
        """Return a visit plan."""
        shown = tes_items(record.plan, self.method)
        if not self.shows_codes:
            shown = tuple(map(without_code, shown))
        lines = (Told(item.field, item.label, item.text, item.group) for item in shown)
        return Record(title_of(record.plan), (*_changed(record), *lines))

    def tabs(self, tabs: Tabs) -> Iterator[Told]:
        """Yield what stands in the tabs."""
        group = "Referenspersoner"
        for who in tabs.reference_people:
            yield Told("tabs.reference_people", who.role, _joined(who.name, who.phone), group)
        for near in tabs.relatives:
            first = "kontaktas först" if near.is_first_contact else ""
            text = _joined(near.name, near.contact, first)
            yield Told("tabs.relatives", near.relation, text, "Närstående")
        yield from self._codes("tabs.keys", tabs.keys, "Nyckelnummer")
        group = "Besöksinfo"
        yield from self._codes("tabs.visit.door_codes", tabs.visit.door_codes, group)
        yield self._told("tabs.visit.others_live_here", tabs.visit.others_text, group)
        yield from self._fields("tabs.visit", tabs.visit, VISIT_TEXTS, group)
        told, group = tabs.good_to_know, "Viktigt att veta"
        yield from self._codes("tabs.good_to_know.card_codes", told.card_codes, group)
        yield from self._fields("tabs.good_to_know", told, GOOD_TO_KNOW_TEXTS, group)
        if tabs.changed_at:
            text = _joined(dates.stamp(tabs.changed_at), tabs.changed_by)
            yield Told("tabs.changed_at", "Senast ändrade", text, "Ändring")

    def _assigned(self, area: AssignedArea) -> Iterator[Told]:
        label = life_area(area.code).label
        for name in _AREA_TEXTS:
            value = getattr(area, name)
            text = f"{value.label} ({int(value)})" if isinstance(value, Functioning) else str(value)
            yield self._told(f"assignment.areas.*.{name}", text, label)

    def _codes(self, field: str, codes: Iterable[Code], group: str) -> Iterator[Told]:
        for code in codes:
            text = code.secret.reveal() if self.shows_codes else str(code.secret)
            yield Told(field, code.what or "Kod", "" if code.secret.is_blank else text, group)

    def _fields(
        self, prefix: str, holder: object, names: Iterable[str], group: str = ""
    ) -> Iterator[Told]:
        for name in names:
            yield self._told(f"{prefix}.{name}", getattr(holder, name), group)

    def _told(self, field: str, text: str, group: str = "") -> Told:
        return Told(field, self.method.field(field).label, text.strip(), group)


def title_of(plan: VisitPlan) -> str:
    """Return what a visit plan is called in an extract."""
    kind = "Tillfällig besöksplan" if plan.temporary else "Besöksplan"
    return kind if is_blank(plan.name) else f"{kind} – {plan.name.strip()}"


def _answer(item: TransferItem) -> str:
    """Return what stands in the plan; of a box that is ticked, that it is."""
    return "Ja" if manner(item) is Manner.TICKED else item.text


def _standing(record: PlanRecord) -> str:
    """Return where the plan stands, and what was done to it afterwards (F26)."""
    made = record.establishment
    is_in_force = record.status is PlanStatus.ESTABLISHED
    parts = [
        "Gäller." if is_in_force else f"{record.status.label}.",
        f"Upprättad {dates.stamp(made.at)} av {made.by}." if made else "",
        record.corrects.told_of_new if record.corrects else "",
        record.ended.told_of_wrong if record.ended else "",
        f"Uppföljd {record.followed_up_on.isoformat()}." if record.followed_up_on else "",
    ]
    return " ".join(filter(None, parts))


def _changed(record: VisitPlanRecord) -> Iterator[Told]:
    text = _joined(dates.stamp(record.changed_at), record.changed_by)
    yield Told("changed_at", "Senast ändrad", text)
    if record.cleared_at:
        text = _joined(dates.stamp(record.cleared_at), record.cleared_by)
        yield Told("cleared_at", "Avslutad", text)


def _joined(*texts: str) -> str:
    return ", ".join(text.strip() for text in texts if not is_blank(text))
