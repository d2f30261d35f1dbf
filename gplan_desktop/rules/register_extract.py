"""All that is kept about one person, section by section and in words (GDPR art. 15)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from gplan_desktop.domain import dates
from gplan_desktop.domain.assignment import AssignedArea, Assignment
from gplan_desktop.domain.journal_entry import JournalEntry
from gplan_desktop.domain.labelled import Labelled
from gplan_desktop.domain.life_areas import Functioning, life_area
from gplan_desktop.domain.log_entry import LogEntry
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.plan import PlanRecord, PlanStatus
from gplan_desktop.domain.print_out import PrintOut
from gplan_desktop.domain.tabs import Code, Tabs
from gplan_desktop.domain.task import Task
from gplan_desktop.domain.text import is_blank
from gplan_desktop.domain.transfer import TransferItem
from gplan_desktop.domain.visit_plan import VisitPlanRecord
from gplan_desktop.method.model import Method
from gplan_desktop.rules.log_words import in_words
from gplan_desktop.rules.old_papers import paper_name
from gplan_desktop.rules.tes_text import tes_items, without_code
from gplan_desktop.rules.transfer import Manner, manner, plan_items

WITHHELD: Final = "Visas inte, eftersom individen har skyddade personuppgifter"
# The way to the door of a person with protected identity is their address in other words.
_TELLS_WHERE = frozenset(
    (
        "person.address",
        "person.phone",
        "visit_plan.arrival.name_on_door",
        "tabs.visit.name_on_door",
        "tabs.visit.way_home",
        "tabs.visit.floor",
        "tabs.visit.way_to_waste",
        "tabs.visit.way_to_laundry",
    )
)
_PERSON_TEXTS = ("given_name", "family_name", "unit", "address", "phone")
_VISIT_TEXTS = (
    "name_on_door",
    "way_home",
    "floor",
    "lift",
    "bedrooms",
    "way_to_waste",
    "way_to_laundry",
    "other",
)
_GOOD_TO_KNOW = ("bed_linen", "medicines", "incontinence_aids", "covid_19", "other")
_AREA_TEXTS = ("need", "assessed", "intended", "goal", "support")


class SectionKind(Labelled):
    """A section of the extract, in its order."""

    PERSON = "person", "Personuppgifter"
    ASSIGNMENTS = "assignments", "Uppdrag"
    PLANS = "plans", "Genomförandeplaner"
    TABS = "tabs", "Flikar"
    VISIT_PLANS = "visit_plans", "Besöksplaner"
    JOURNAL = "journal", "Verkställighetsjournal"
    TASKS = "tasks", "Uppgifter att göra"
    PRINTS = "prints", "Utskrifter och filer"
    READERS = "readers", "Vem som har läst"
    LOG = "log", "Logg"


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
class Section:
    """All records of one kind, with what is to be known about them."""

    kind: SectionKind
    records: tuple[Record, ...]
    note: str = ""


@dataclass(frozen=True)
class RegisterFacts:
    """Everything that the unit keeps about one person, as the store gives it."""

    person: Person
    assignments: tuple[Assignment, ...]
    plans: tuple[PlanRecord, ...]
    tabs: Tabs
    visit_plans: tuple[VisitPlanRecord, ...]
    journal: tuple[JournalEntry, ...]
    tasks: tuple[Task, ...]
    prints: tuple[PrintOut, ...]
    log: tuple[LogEntry, ...]


@dataclass(frozen=True)
class RegisterExtract:
    """What is handed out about one person; *withheld* entries of the journal are about others."""

    person: Person
    sections: tuple[Section, ...]
    withheld: int
    shows_codes: bool


def register_extract(
    facts: RegisterFacts, method: Method, *, shows_codes: bool = False
) -> RegisterExtract:
    """Return all of *facts* in words.

    Codes are dots unless *shows_codes*. Entries of the journal that were struck because they told
    of somebody else are left out and counted: they are not about this person.
    """
    writer = _Writer(method, shows_codes=shows_codes)
    own = [entry for entry in facts.journal if not (entry.strike and entry.strike.about_other)]
    withheld = len(facts.journal) - len(own)
    sections: tuple[Section, ...] = (
        Section(SectionKind.PERSON, (Record("", tuple(writer.person(facts.person))),)),
        Section(SectionKind.ASSIGNMENTS, tuple(map(writer.assignment, facts.assignments))),
        Section(SectionKind.PLANS, tuple(map(writer.plan, facts.plans))),
        Section(SectionKind.TABS, _record_of(writer.tabs(facts.tabs))),
        Section(SectionKind.VISIT_PLANS, tuple(map(writer.visit_plan, facts.visit_plans))),
        Section(SectionKind.JOURNAL, tuple(map(_entry, _by_time(own))), _left_out(withheld)),
        Section(SectionKind.TASKS, tuple(map(_task, facts.tasks))),
        Section(SectionKind.PRINTS, tuple(map(_print, facts.prints))),
        Section(SectionKind.READERS, tuple(_readers(facts.log))),
        Section(SectionKind.LOG, tuple(map(_log_entry, facts.log))),
    )
    if facts.person.protected_identity:
        sections = tuple(map(_without_where, sections))
    return RegisterExtract(facts.person, sections, withheld, shows_codes)


@dataclass(frozen=True)
class _Writer:
    """Puts records in the words of the method; whatever is blank is left out."""

    method: Method
    shows_codes: bool

    def person(self, person: Person) -> Iterator[Told]:
        number = person.personal_id
        yield Told("person.personal_id", number.kind.value.capitalize(), str(number))
        yield from self._fields("person", person, _PERSON_TEXTS)
        yield self._told("person.provider", person.provider.name)
        yield self._told("person.support_start", person.support_start.isoformat())
        yield self._told("person.support_kinds", person.supports)
        if person.protected_identity:
            yield self._told("person.protected_identity", "Ja")

    def assignment(self, assignment: Assignment) -> Record:
        officer = self._told("assignment.case_officer", assignment.case_officer)
        areas = (line for area in assignment.areas for line in self._assigned(area))
        return Record(f"Uppdrag från {assignment.day.isoformat()}", (officer, *areas))

    def plan(self, record: PlanRecord) -> Record:
        lines = (
            Told(item.field, item.label, _answer(item), item.group)
            for item in plan_items(record.plan, self.method)
            if item.field != "name"
        )
        return Record(record.plan.name, (Told("status", "Status", _standing(record)), *lines))

    def visit_plan(self, record: VisitPlanRecord) -> Record:
        plan = record.plan
        kind = "Tillfällig besöksplan" if plan.temporary else "Besöksplan"
        title = kind if is_blank(plan.name) else f"{kind} – {plan.name.strip()}"
        shown = tes_items(plan, self.method)
        if not self.shows_codes:
            shown = tuple(map(without_code, shown))
        lines = (Told(item.field, item.label, item.text, item.group) for item in shown)
        return Record(title, (*_changed(record), *lines))

    def tabs(self, tabs: Tabs) -> Iterator[Told]:
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
        yield from self._fields("tabs.visit", tabs.visit, _VISIT_TEXTS, group)
        told, group = tabs.good_to_know, "Viktigt att veta"
        yield from self._codes("tabs.good_to_know.card_codes", told.card_codes, group)
        yield from self._fields("tabs.good_to_know", told, _GOOD_TO_KNOW, group)
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


def _record_of(lines: Iterable[Told]) -> tuple[Record, ...]:
    told = tuple(line for line in lines if not is_blank(line.text))
    return (Record("", told),) if told else ()


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


def _by_time(entries: Iterable[JournalEntry]) -> list[JournalEntry]:
    return sorted(entries, key=lambda entry: (entry.at, entry.written_at, entry.id))


def _entry(entry: JournalEntry) -> Record:
    strike = entry.strike
    struck = (
        f"Felmarkerad {dates.stamp(strike.at)} av {strike.by}. Skäl: {strike.reason}"
        if strike
        else ""
    )
    about = " – ".join(filter(None, (entry.heading.strip(), entry.keyword.strip())))
    late = f"Antecknat i efterhand, {dates.stamp(entry.written_at)}" if entry.is_late else ""
    text = "\n".join(filter(None, (about, struck, entry.text.strip(), late)))
    return Record(
        "",
        (
            Told("journal.at", "När", dates.stamp(entry.at)),
            Told("journal.by", "Av vem", entry.by),
            Told("journal.text", "Anteckning", text),
        ),
    )


def _left_out(count: int) -> str:
    """Return that entries about somebody else are not told."""
    if not count:
        return ""
    which = "En anteckning" if count == 1 else f"{count} anteckningar"
    return f"{which} är inte med, eftersom det som stod där gällde någon annan och är felmarkerat."


def _task(task: Task) -> Record:
    done = f"Klar {dates.stamp(task.done_at)} av {task.done_by}" if task.done_at else "Inte klar"
    return Record(
        "",
        (
            Told("task.created_at", "När", dates.stamp(task.created_at)),
            Told("task.created_by", "Av vem", task.created_by),
            Told("task.text", "Uppgift", f"{task.kind.label}: {task.text.strip()}\n{done}"),
        ),
    )


def _print(print_out: PrintOut) -> Record:
    occasion = print_out.occasion
    codes = ", med koder" if print_out.codes_shown else ""
    what = f"{paper_name(print_out)}{codes}. {occasion.way.label}"
    copies = f", {occasion.copies} exemplar" if occasion.copies > 1 else ""
    return Record(
        "",
        (
            Told("print.made_at", "När", dates.stamp(occasion.at)),
            Told("print.made_by", "Av vem", occasion.by),
            Told("print.paper", "Vad", f"{what}{copies}"),
        ),
    )


def _readers(log: Iterable[LogEntry]) -> Iterator[Record]:
    """Yield everyone who has read anything, by name: how often, and the first and last day."""
    read: dict[str, list[str]] = defaultdict(list)
    for entry in log:
        if entry.action.endswith(".read"):
            read[entry.actor].append(dates.in_sweden(entry.at).date().isoformat())
    for actor in sorted(read, key=str.casefold):
        days = read[actor]
        times = "1 gång" if len(days) == 1 else f"{len(days)} gånger"
        yield Record(
            "",
            (
                Told("reader.actor", "Vem", actor),
                Told("reader.times", "Hur ofta", times),
                Told("reader.days", "Första och sista dagen", f"{min(days)} – {max(days)}"),
            ),
        )


def _log_entry(entry: LogEntry) -> Record:
    return Record(
        "",
        (
            Told("log.at", "När", dates.stamp(entry.at)),
            Told("log.actor", "Vem", entry.actor),
            Told("log.action", "Vad", in_words(entry)),
        ),
    )


def _without_where(section: Section) -> Section:
    """Return *section* without where a person with protected identity lives."""
    records = tuple(
        Record(record.title, tuple(map(_withheld, record.lines))) for record in section.records
    )
    return Section(section.kind, records, section.note)


def _withheld(line: Told) -> Told:
    if line.field not in _TELLS_WHERE or is_blank(line.text):
        return line
    return Told(line.field, line.label, WITHHELD, line.group)


def _joined(*texts: str) -> str:
    return ", ".join(text.strip() for text in texts if not is_blank(text))
