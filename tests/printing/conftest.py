"""Plans to print: a rich one, and what varies between them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Any

import pytest
from PySide6.QtCore import QBuffer
from PySide6.QtPdf import QPdfDocument

from gplan_desktop.domain.assignment import AssignedArea, Assignment
from gplan_desktop.domain.identifiers import IdentifierKind, PersonalId
from gplan_desktop.domain.life_areas import Functioning
from gplan_desktop.domain.overview import Unit
from gplan_desktop.domain.person import Person, Provider, SupportKind
from gplan_desktop.domain.plan import (
    AcceptedWarning,
    Activity,
    AreaPlan,
    Closing,
    Contributor,
    DayPart,
    Establishment,
    FollowUp,
    GoalAttainment,
    Participation,
    Plan,
    PlanRecord,
    PlanStatus,
    Voice,
)
from gplan_desktop.method.load import built_in
from gplan_desktop.method.model import Method, RuleText, Severity
from printing.document import PlanDocument

PERSON = Person(
    id="p1",
    given_name="Anna",
    family_name="Öström-Åkerlund",
    personal_id=PersonalId(IdentifierKind.PERSONAL, "194103319036"),
    support_start=date(2024, 2, 12),
    support_kinds=(SupportKind.HOME_CARE, SupportKind.ALARM),
    unit="Hemvården Norr",
    provider=Provider("Kommunens hemvård"),
    address="Björkvägen 12 B, 123 45 Ängsholm",
    phone="070-174 06 05",
)
ASSIGNMENT = Assignment(
    id="a1",
    person_id="p1",
    day=date(2026, 10, 5),
    case_officer="Maria Lindqvist",
    areas=(
        AssignedArea(
            "d5",
            "Anna behöver stöd för att klara sin personliga vård på ett tryggt sätt. Hon orkar "
            "inte stå länge och är rädd för att halka i duschen.",
            Functioning.SEVERE,
            Functioning.MODERATE,
            "Anna ska kunna sköta sin hygien så självständigt som möjligt.",
            "Personlig omvårdnad morgon och kväll samt dusch två gånger i veckan.",
            ("d510", "d540"),
        ),
        AssignedArea(
            "d6",
            "Anna behöver hjälp med att laga mat, tvätta och hålla hemmet i ordning.",
            Functioning.MODERATE,
            Functioning.SLIGHT,
            "Anna ska kunna bo kvar hemma och vara delaktig i det dagliga hushållsarbetet.",
            "Måltidsstöd, tvätt varannan vecka och städning var tredje vecka.",
            ("d630", "d6402"),
        ),
        AssignedArea(
            "b1528A",
            "Anna är orolig på kvällarna sedan hon föll i våras.",
            Functioning.MODERATE,
            Functioning.SLIGHT,
            "Anna ska känna sig trygg hemma dygnet runt.",
            "Tillsyn sen kväll och trygghetslarm.",
        ),
    ),
)
AREAS = (
    AreaPlan(
        code="d5",
        copied=True,
        needs="Jag behöver hjälp att komma upp ur sängen på morgonen och att tvätta rygg, fötter "
        "och hår. Ansikte och överkropp tvättar jag själv om jag får sitta på pallen vid "
        "handfatet.\nPå kvällen är jag trött och då behöver jag mer hjälp med kläderna.",
        goal="Jag vill fortsätta klara så mycket som möjligt själv och känna mig trygg när jag "
        "duschar.",
        activities=(
            Activity(
                "Dusch",
                "Värm badrummet innan. Lägg fram halkmatta och duschpall. Jag tvättar mig själv "
                "framtill, personalen hjälper med rygg, ben och hår. Stanna kvar i badrummet hela "
                "tiden.",
                "Omvårdnadspersonal i kontaktmannagruppen",
                (DayPart.FORENOON,),
                "Tisdag och fredag cirka kl. 10",
                "Jag tvättar håret själv före sommaren",
            ),
            Activity(
                "Stöd vid uppstigning och morgontvätt",
                "Ring på och ropa hej. Jag sätter mig upp själv om jag får tid på mig. Rollatorn "
                "ska stå till höger om sängen.",
                "Omvårdnadspersonal",
                (DayPart.MORNING,),
                "Varje dag kl. 7.30–8.15",
            ),
            Activity(
                "Hjälp till sängs",
                "Jag byter om i sovrummet, personalen hjälper med strumpor och stödstrumpor. "
                "Nattlampan ska vara tänd.",
                "Omvårdnadspersonal, kvällspatrullen",
                (DayPart.EVENING, DayPart.NIGHT),
                "Varje dag kl. 21–22",
            ),
        ),
        attainment=GoalAttainment.PARTLY_MET,
        attainment_reason="Jag duschar nu två gånger i veckan utan att vara rädd, men jag behöver "
        "fortfarande hjälp med håret.",
        result="Det har gått bra sedan duschpallen kom. Jag vill att vi fortsätter på samma sätt.",
        next_follow_up=date(2027, 3, 1),
    ),
    AreaPlan(
        code="d6",
        copied=True,
        needs="Jag tycker om att laga mat men orkar inte stå vid spisen. Städningen och tvätten "
        "klarar jag inte själv.",
        goal="Jag vill laga en middag i veckan tillsammans med någon och bestämma själv vad jag "
        "äter.",
        activities=(
            Activity(
                "Frukost",
                "Gröt med lingon, kaffe med mjölk. Jag dukar själv.",
                "Omvårdnadspersonal",
                (DayPart.MORNING,),
                "Varje dag efter morgontvätten",
            ),
            Activity(
                "Matlagning tillsammans",
                "Jag bestämmer rätten på torsdagen. Vi skalar och hackar sittande vid köksbordet.",
                "Kontaktman Åsa Berg",
                (DayPart.NOON,),
                "Lördag kl. 11–13",
            ),
            Activity(
                "Städning",
                "Dammsugning, badrum och byte av sängkläder. Jag torkar damm själv.",
                "Servicegruppen",
                (DayPart.FORENOON, DayPart.AFTERNOON),
                "Var tredje tisdag",
            ),
        ),
        attainment=GoalAttainment.REMAINS,
        result="Jag vill ha kvar samma hjälp. Lördagarna har blivit veckans höjdpunkt.",
    ),
    AreaPlan(
        code="b1528A",
        needs="Jag blir orolig när det mörknar och sover bättre om någon tittar in.",
        goal="Jag vill känna mig trygg på kvällen och kunna somna utan oro.",
        activities=(
            Activity(
                "Tillsyn",
                "Kom in tyst, tänd inte i taket. Säg godnatt om jag är vaken. Kontrollera att "
                "larmet sitter på armen.",
                "Nattpatrullen",
                (DayPart.NIGHT,),
                "Varje natt cirka kl. 23",
            ),
        ),
        attainment=GoalAttainment.FULLY_MET,
        attainment_reason="Jag har sovit hela natten de senaste två månaderna.",
        result="Tillsynen räcker. Jag har inte larmat sedan i augusti.",
    ),
)
PLAN = Plan(
    id="g2",
    person_id="p1",
    assignment_id="a1",
    name="Genomförandeplan Hemvård",
    previous_id="g1",
    closing=Closing(date(2026, 11, 23), True),
    participation=Participation(
        ticked=True,
        how="Jag satt med vid köksbordet tillsammans med min dotter och min kontaktman. Vi gick "
        "igenom varje område och jag fick säga vad jag tycker.",
        voice=Voice.FIRST_PERSON,
        wishes="Jag vill helst att det är samma personal på morgonen, och att ni ringer om ni blir "
        "sena.",
    ),
    contributors=(
        Contributor("Åsa Berg", "Kontaktman", True),
        Contributor("Karin Öström", "Dotter", True),
        Contributor("Per Frånvarande", "Son", False),
    ),
    areas=AREAS,
    follow_up=FollowUp(
        date(2027, 5, 17),
        "Vi träffas hemma hos mig. Kontaktmannen bokar tid två veckor före.",
        "Hemvården samverkar med biståndshandläggaren och med arbetsterapeuten om hjälpmedel.",
    ),
    accepted=(
        AcceptedWarning(
            "established-late", "follow_up.day", "Anna låg på sjukhus i fyra veckor i oktober."
        ),
    ),
)
ESTABLISHMENT = Establishment(
    datetime(2026, 11, 23, 13, 32, 5, tzinfo=UTC),
    "Maria Lind",
    "2026.1",
    "3f2a91bc0de477aa51d2c3b4a59687786950413223145566778899aabbccddee",
)
UNIT = Unit("Hemvården Norr, Ängsholms kommun", "Maria Lind", practice=False)
LATE = RuleText(
    24,
    "Planen upprättas inom 30 dagar från att stödet började.",
    "Manualen s. 3",
    date(2026, 1, 1),
    Severity.WARNING,
    "Planen upprättas {days} dagar efter att stödet började.",
)


# The built-in metodstöd under a name and version that never change.
METHOD = replace(
    built_in(),
    version="2026.1",
    title="Metodstöd för hemvård",
    rules=MappingProxyType({"established-late": LATE}),
)


@pytest.fixture
def method() -> Method:
    return METHOD


@pytest.fixture
def draft() -> PlanDocument:
    return PlanDocument(PERSON, ASSIGNMENT, PlanRecord(replace(PLAN, accepted=())), UNIT)


@pytest.fixture
def established() -> PlanDocument:
    record = PlanRecord(PLAN, PlanStatus.ESTABLISHED, 7, ESTABLISHMENT)
    return PlanDocument(PERSON, ASSIGNMENT, record, UNIT)


@pytest.fixture
def with_plan(established: PlanDocument) -> Callable[..., PlanDocument]:
    """The established document with other values in its plan."""

    def changed(**values: Any) -> PlanDocument:
        plan = replace(established.plan, **values)
        return replace(established, record=replace(established.record, plan=plan))

    return changed


@pytest.fixture(scope="session")
def read() -> Callable[[bytes], list[str]]:
    """The text of each page of a PDF, as PDFium finds it: ten times as fast as pypdf."""

    def texts(data: bytes) -> list[str]:
        buffer = QBuffer()
        buffer.setData(data)
        buffer.open(QBuffer.OpenModeFlag.ReadOnly)
        document = QPdfDocument(buffer)
        document.load(buffer)
        numbers = range(document.pageCount())
        pages = [_as_set(document.getAllText(number).text()) for number in numbers]
        document.close()
        return pages

    return texts


def _as_set(text: str) -> str:
    """Give back what PDFium takes from the end of a line: the hyphen, as a sign of its own."""
    return text.replace("\r\n", "\n").replace("\ufffe", "-\n")
