"""All that is kept about one person, section by section and in words (GDPR art. 15)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from gplan_desktop.domain import dates
from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.domain.journal_entry import JournalEntry
from gplan_desktop.domain.kept import Behind
from gplan_desktop.domain.labelled import Labelled
from gplan_desktop.domain.log_entry import LogEntry
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.plan import PlanRecord
from gplan_desktop.domain.print_out import PrintOut
from gplan_desktop.domain.tabs import Tabs
from gplan_desktop.domain.task import Task
from gplan_desktop.domain.text import is_blank
from gplan_desktop.domain.visit_plan import VisitPlanRecord
from gplan_desktop.method.model import Method
from gplan_desktop.rules.log_words import in_words
from gplan_desktop.rules.old_papers import paper_name
from gplan_desktop.rules.register_behind import done, drafts, earlier, openings
from gplan_desktop.rules.register_records import Record, RecordWriter, Told

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
    DONE = "done", "Överfört, antecknat och lagt i akten"
    OPENINGS = "openings", "Skäl att öppna individens sida"
    READERS = "readers", "Vem som har läst"
    LOG = "log", "Logg"
    EARLIER = "earlier", "Hur det såg ut innan det ändrades"
    DRAFTS = "drafts", "Borttagna utkast, tidigare utkast och påbörjade anteckningar"


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
    behind: Behind = field(default_factory=Behind)


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
    behind, writer = facts.behind, RecordWriter(method, shows_codes=shows_codes)
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
        Section(SectionKind.DONE, tuple(done(behind, method))),
        Section(SectionKind.OPENINGS, tuple(openings(behind))),
        Section(SectionKind.READERS, tuple(_readers(facts.log))),
        Section(SectionKind.LOG, tuple(map(_log_entry, facts.log))),
        Section(SectionKind.EARLIER, tuple(earlier(behind, writer))),
        Section(SectionKind.DRAFTS, tuple(drafts(behind, writer))),
    )
    if facts.person.protected_identity:
        sections = tuple(map(_without_where, sections))
    return RegisterExtract(facts.person, sections, withheld, shows_codes)


def _record_of(lines: Iterable[Told]) -> tuple[Record, ...]:
    told = tuple(line for line in lines if not is_blank(line.text))
    return (Record("", told),) if told else ()


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
