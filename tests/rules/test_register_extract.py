"""What an extract of the register tells about a person, and what of it is left out."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from gplan_desktop.domain.journal_entry import EntryDraft, JournalEntry, Strike
from gplan_desktop.domain.kept import Behind, Done, Earlier, Opening, RemovedPlan
from gplan_desktop.domain.log_entry import LogEntry
from gplan_desktop.domain.overview import Aftercare
from gplan_desktop.domain.plan import PlanRecord
from gplan_desktop.domain.print_out import Occasion, Paper, PrintOut, Way
from gplan_desktop.domain.tabs import (
    MASK,
    Code,
    GoodToKnow,
    ReferencePerson,
    Relative,
    Secret,
    Tabs,
    VisitInformation,
)
from gplan_desktop.domain.task import Task, TaskKind
from gplan_desktop.domain.transfer import Transferred
from gplan_desktop.domain.visit_plan import Home, VisitPlan, VisitPlanRecord
from gplan_desktop.examples import examples
from gplan_desktop.method.model import Method
from gplan_desktop.rules.register_extract import (
    WITHHELD,
    RegisterExtract,
    RegisterFacts,
    SectionKind,
    Told,
    register_extract,
)

AT = datetime(2026, 11, 20, 13, 32, tzinfo=UTC)
KARIN = next(one for one in examples(date(2026, 11, 23)) if one.established)
TABS = Tabs(
    KARIN.person.id,
    reference_people=(ReferencePerson("Åsa Berg", "Kontaktman", "070-1"),),
    relatives=(Relative("Sten Ek", "Son", "070-2", is_first_contact=True),),
    keys=(Code("Ytterdörren", Secret("N-17")),),
    visit=VisitInformation((Code("Porten", Secret("4711")),), way_home="Vänster vid kyrkan"),
    good_to_know=GoodToKnow(other="Tycker om kaffe"),
    changed_at=AT,
    changed_by="Åsa Berg",
)
VISIT = VisitPlan(
    "v1", KARIN.person.id, name="Morgon", home=Home(medicine_cabinet_code=Secret("0815"))
)
ENTRY = JournalEntry("j1", KARIN.person.id, AT, AT, "Åsa Berg", "Allmänt", "", "Ringde dottern.")
STRIKE = Strike(AT + timedelta(days=1), "Maria Lind", "fel klockslag")
FACTS = RegisterFacts(
    person=replace(KARIN.person, address="Storgatan 1", phone="070-3"),
    assignments=KARIN.assignments,
    plans=(PlanRecord(KARIN.established[0].plan),),
    tabs=TABS,
    visit_plans=(VisitPlanRecord(VISIT, 1, AT, "Åsa Berg"),),
    journal=(ENTRY,),
    tasks=(Task("t1", KARIN.person.id, TaskKind.CONTACT_CASE_OFFICER, "Ring.", AT, "Åsa Berg"),),
    prints=(PrintOut("p1", Paper.TABS, Occasion(AT, "Åsa Berg", Way.PRINTER, 2)),),
    log=(
        LogEntry(3, AT, "Bo Ek", "tabs.read", "x", "", "x", KARIN.person.name),
        LogEntry(2, AT - timedelta(days=3), "Bo Ek", "person.read", "x", "", "x", "Karin Öberg"),
        LogEntry(1, AT, "Åsa Berg", "person.added", "x", "", "x", "Karin Öberg"),
    ),
)

PASTED = Transferred("follow_up.day", "x", AT, "Åsa Berg")
BEHIND = Behind(
    people=(Earlier(replace(KARIN.person, address="Gamla vägen 2"), AT, "Bo Ek"),),
    assignments=(Earlier(replace(KARIN.assignments[0], case_officer="Ulla Å"), AT, "Bo Ek"),),
    tabs=(replace(TABS, keys=(Code("Grinden", Secret("N-18")),)),),
    visit_plans=(VisitPlanRecord(replace(VISIT, name="Kväll"), 0, AT, "Bo Ek"),),
    removed=(
        RemovedPlan("Utan text", AT),
        RemovedPlan("Borta", AT, "Bo Ek", FACTS.plans[0]),
    ),
    points=(Earlier(FACTS.plans[0], AT),),
    entries=(Earlier(EntryDraft("Allmänt", "", "Halvskrivet."), AT, "Bo Ek"),),
    openings=(Opening(AT, "Bo Ek", "Vikarierade"),),
    done=(
        Done(FACTS.plans[0], (PASTED, replace(PASTED, field="gone")), Aftercare(filed_at=AT)),
        Done(FACTS.visit_plans[0]),
    ),
)
FACTS = replace(FACTS, behind=BEHIND)
DAY = "2026-11-20 kl. 14.32"


@pytest.fixture
def extract(method: Method) -> Callable[..., RegisterExtract]:
    def make(*, shows_codes: bool = False, **changes: object) -> RegisterExtract:
        facts = replace(FACTS, **changes)  # type: ignore[arg-type]
        return register_extract(facts, method, shows_codes=shows_codes)

    return make


def lines(found: RegisterExtract, kind: SectionKind) -> list[Told]:
    [section] = [one for one in found.sections if one.kind is kind]
    return [line for record in section.records for line in record.lines]


def texts(found: RegisterExtract, kind: SectionKind) -> str:
    return "\n".join(f"{line.label}: {line.text}" for line in lines(found, kind))


def whole(found: RegisterExtract) -> str:
    return "\n".join(texts(found, kind) for kind in SectionKind)


def test_every_section_stands_in_its_order_and_tells_something(
    extract: Callable[..., RegisterExtract],
) -> None:
    found = extract()
    assert [section.kind for section in found.sections] == list(SectionKind)
    assert all(section.records for section in found.sections)


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (SectionKind.PERSON, f"Personnummer: {KARIN.person.personal_id}"),
        (SectionKind.PERSON, "Adress: Storgatan 1"),
        (SectionKind.ASSIGNMENTS, f"Biståndshandläggare: {KARIN.assignments[0].case_officer}"),
        (SectionKind.ASSIGNMENTS, f"Beviljat stöd: {KARIN.assignments[0].areas[0].support}"),
        (SectionKind.PLANS, "Status: Utkast."),
        (SectionKind.PLANS, KARIN.established[0].plan.areas[0].goal),
        (SectionKind.TABS, "Kontaktman: Åsa Berg, 070-1"),
        (SectionKind.TABS, "Son: Sten Ek, 070-2, kontaktas först"),
        (SectionKind.TABS, "Tycker om kaffe"),
        (SectionKind.VISIT_PLANS, "Senast ändrad: 2026-11-20 kl. 14.32, Åsa Berg"),
        (SectionKind.JOURNAL, "Anteckning: Allmänt\nRingde dottern."),
        (SectionKind.TASKS, "Uppgift: Kontakta biståndshandläggaren: Ring.\nInte klar"),
        (SectionKind.PRINTS, "Vad: Flikar. Skrivare, 2 exemplar"),
        (SectionKind.READERS, "Vem: Bo Ek"),
        (SectionKind.READERS, "Hur ofta: 2 gånger"),
        (SectionKind.READERS, "Första och sista dagen: 2026-11-17 – 2026-11-20"),
        (SectionKind.LOG, "Vad: Lade till Karin"),
        (SectionKind.DONE, f"Vad: {KARIN.established[0].plan.name}: lagd i akten"),
        (SectionKind.DONE, "ett fält som inte finns kvar, överförd"),
        (SectionKind.OPENINGS, "Vad: Vikarierade"),
        (SectionKind.EARLIER, "Adress: Gamla vägen 2"),
        (SectionKind.EARLIER, "Biståndshandläggare: Ulla Å"),
        (SectionKind.EARLIER, f"Grinden: {MASK}"),
        (SectionKind.DRAFTS, "Status: Borttaget. Texten är raderad."),
        (SectionKind.DRAFTS, f"Status: Borttaget {DAY} av Bo Ek."),
        (SectionKind.DRAFTS, KARIN.established[0].plan.areas[0].goal),
        (SectionKind.DRAFTS, "Anteckning: Halvskrivet."),
    ],
)
def test_what_each_section_tells(
    extract: Callable[..., RegisterExtract], kind: SectionKind, told: str
) -> None:
    assert told in texts(extract(), kind)


def test_what_was_before_is_told_by_when_it_was_so(
    extract: Callable[..., RegisterExtract],
) -> None:
    found = {one.kind: [record.title for record in one.records] for one in extract().sections}
    assert found[SectionKind.EARLIER] == [
        f"Personuppgifter, innan det ändrades {DAY} av Bo Ek",
        f"Uppdrag från {KARIN.assignments[0].day}, innan det ändrades {DAY} av Bo Ek",
        f"Flikarna från {DAY}",
        f"Besöksplan – Kväll, från {DAY}",
    ]
    name = KARIN.established[0].plan.name
    assert found[SectionKind.DRAFTS] == [
        "Utan text",
        "Borta",
        f"{name}, som utkastet var {DAY}",
        f"Påbörjad anteckning av Bo Ek, senast sparad {DAY}",
    ]


def test_who_only_wrote_has_not_read(extract: Callable[..., RegisterExtract]) -> None:
    assert "Åsa Berg" not in texts(extract(), SectionKind.READERS)


@pytest.mark.parametrize("shows_codes", [False, True])
def test_codes_are_told_only_when_asked_for(
    extract: Callable[..., RegisterExtract], shows_codes: bool
) -> None:
    found = extract(shows_codes=shows_codes)
    for code in ("N-17", "N-18", "4711", "0815"):
        assert (code in whole(found)) == shows_codes
    assert (MASK in whole(found)) != shows_codes
    assert "Porten" in whole(found)


def test_a_struck_entry_is_told_as_wrong(extract: Callable[..., RegisterExtract]) -> None:
    told = texts(extract(journal=(replace(ENTRY, strike=STRIKE),)), SectionKind.JOURNAL)
    assert "Felmarkerad 2026-11-21 kl. 14.32 av Maria Lind. Skäl: fel klockslag" in told
    assert "Ringde dottern." in told


@pytest.mark.parametrize(("count", "note"), [(1, "En anteckning är"), (2, "2 anteckningar är")])
def test_what_told_of_somebody_else_is_left_out_and_counted(
    extract: Callable[..., RegisterExtract], count: int, note: str
) -> None:
    about_other = replace(STRIKE, about_other=True, reason="fel journal")
    others = tuple(
        replace(ENTRY, id=f"o{n}", text="Grannen föll.", strike=about_other) for n in range(count)
    )
    found = extract(journal=(ENTRY, *others))
    assert found.withheld == count
    assert "Grannen" not in whole(found)
    assert "fel journal" not in whole(found)
    [section] = [one for one in found.sections if one.kind is SectionKind.JOURNAL]
    assert section.note.startswith(note)
    assert len(section.records) == 1


def test_where_a_protected_person_lives_is_not_told(
    extract: Callable[..., RegisterExtract],
) -> None:
    found = extract(person=replace(FACTS.person, protected_identity=True))
    for where in ("Storgatan", "070-3", "kyrkan"):
        assert where not in whole(found)
    assert WITHHELD in whole(found)


def test_nothing_kept_is_told_as_empty_sections(extract: Callable[..., RegisterExtract]) -> None:
    empty: dict[str, object] = dict.fromkeys(
        ("assignments", "plans", "visit_plans", "journal", "tasks", "prints", "log"), ()
    )
    found = extract(tabs=Tabs(KARIN.person.id), behind=Behind(), **empty)
    assert [one.kind for one in found.sections if one.records] == [SectionKind.PERSON]
