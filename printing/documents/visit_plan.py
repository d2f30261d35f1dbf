"""The visit plan as paper: one page for whoever comes to the door (S85-S110)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from gplan_desktop.domain import dates
from gplan_desktop.domain.overview import Unit
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.text import is_blank
from gplan_desktop.domain.visit_plan import (
    BRING_KEY,
    DOOR_ALARM,
    OPENS_DOOR,
    Arrival,
    Home,
    Missing,
    SingleVisit,
    VisitPlan,
)
from gplan_desktop.method.model import Method
from gplan_desktop.rules.deadlines import visit_plan_ends
from gplan_desktop.version import VERSION
from printing.documents.plan import PROTECTED
from printing.layout.dressing import Dressing
from printing.layout.paper import Paper
from printing.layout.shown import one_line
from printing.layout.story import EMPTY, Columns, Said, Story
from printing.layout.style import MM, NORMAL
from printing.pdf.document import About

_TITLE = "Besöksplan"
_UNFINISHED = "UTKAST – gäller inte"
_LAST_DAY = (
    "{day}. Då ska uppgifterna stå i genomförandeplanen, texten tas bort i Tes "
    "och det här papperet förstöras."
)
_CODE_ELSEWHERE = "{code} (koden visas i Gplan)"
_GO_IN = "{opens}. Ring på och vänta, gå inte bara in."
# Everything is to be seen at once: lines stand closer here than on papers of many pages.
_LOOK = replace(
    NORMAL,
    body=replace(NORMAL.body, after=0),
    gap=replace(NORMAL.gap, after=0),
    section=replace(NORMAL.section, size=14, leading=20, before=8, after=0),
    title=replace(NORMAL.title, size=21, leading=28),
)


@dataclass(frozen=True)
class VisitPlanDocument:
    """A visit plan with the person and unit that stand beside it on paper."""

    person: Person
    plan: VisitPlan
    unit: Unit
    shows_codes: bool = False

    @property
    def title(self) -> str:
        """What the paper is called: "Besöksplan – morgon", "Tillfällig besöksplan"."""
        kind = f"Tillfällig {_TITLE.lower()}" if self.plan.temporary else _TITLE
        return f"{kind} – {self.plan.name.strip()}" if self.plan.name.strip() else kind

    @property
    def standing(self) -> str:
        """When it was written, and whether something is lacking."""
        day = self.plan.written_on
        written = f"Skriven {day.isoformat()}" if day else "Utan datum"
        return f"{written} – ofullständig, gäller inte" if self.plan.missing else written


def tell_visit_plan(document: VisitPlanDocument, method: Method) -> Paper:
    """Return the paper of a visit plan; codes are masked unless they are asked for."""
    story, plan = Story(_LOOK), document.plan
    _opening(story, document, method)
    if plan.single_visits:
        with story.section("Gäller bara ett besök"):
            _single_visits(story, plan.single_visits)
    with story.section("När du kommer"):
        _arrival(story, plan)
    with story.section("I bostaden"):
        _home(story, plan.home, plan.missing, shows_codes=document.shows_codes)
    if plan.health_care.sentences:
        with story.section("Hälso- och sjukvård"):
            story.bullets(plan.health_care.sentences)
    if not is_blank(plan.other):
        with story.section("Övrigt"):
            story.text(plan.other)
    return Paper(story, _about(document), _dressing(document))


def _opening(story: Story, document: VisitPlanDocument, method: Method) -> None:
    """Tell whose it is and, of a temporary one, its date and its last day (S96-S99)."""
    look = story.look
    story.title(document.title)
    story.text(document.person.name, look.name)
    story.text(document.standing, look.status)
    if document.person.protected_identity:
        story.text(PROTECTED, look.note)
    story.facts(list(_facts(document)), 4)
    if document.plan.temporary:
        with story.box(pale=not document.plan.missing):
            _ending(story, document.plan, method)


def _facts(document: VisitPlanDocument) -> Iterator[tuple[str, str]]:
    person = document.person
    yield person.personal_id.kind.value.capitalize(), str(person.personal_id)
    if not person.protected_identity:
        yield "Adress", person.address
        yield "Telefon", person.phone
    yield "Enhet", person.unit or document.unit.name


def _ending(story: Story, plan: VisitPlan, method: Method) -> None:
    written = plan.written_on
    story.field("Datum", _day(written) if written else "", shows_gap=True)
    if written:
        last = _day(visit_plan_ends(written, method.limits))
        story.field("Sista dag", _LAST_DAY.format(day=last))


def _arrival(story: Story, plan: VisitPlan) -> None:
    for label, text in _entries(plan.arrival):
        story.field(label, text)
    if plan.wish:
        situations = plan.wish.situations.strip() or EMPTY
        story.field("Önskemål", f"{plan.wish.staff.label}: {situations}")


def _entries(arrival: Arrival) -> Iterator[tuple[str, str]]:
    yield "Tid", ", ".join(window.text for window in arrival.time_windows)
    yield "Namn på dörren", arrival.name_on_door
    yield "Nyckel", BRING_KEY if arrival.bring_key else ""
    yield "Dörren", _GO_IN.format(opens=OPENS_DOOR) if arrival.opens_door else ""
    yield "Dörrlarm", DOOR_ALARM if arrival.door_alarm else ""
    yield "Mobiltäckning", arrival.coverage_text


def _home(story: Story, home: Home, missing: tuple[Missing, ...], *, shows_codes: bool) -> None:
    """Tell of the home; who else lives there is always told (S100)."""
    story.field("Bor fler här", _others(home), shows_gap=Missing.OTHERS in missing)
    story.field("Djur", home.animals)
    story.field("Känslig för", home.sensitive_to)
    code = home.medicine_cabinet_code
    if not code.is_blank:
        shown = code.reveal().strip() if shows_codes else _CODE_ELSEWHERE.format(code=code)
        story.field("Medicinskåp", f"Kod {shown}")


def _others(home: Home) -> str:
    if home.others_live_here is None:
        return ""
    if not home.others_live_here:
        return "Nej"
    return f"Ja, {home.others.strip()}" if home.others.strip() else "Ja"


def _single_visits(story: Story, visits: tuple[SingleVisit, ...]) -> None:
    look = story.look
    ordered = sorted(visits, key=lambda visit: visit.day or date.max)
    rows = [
        [
            [Said(_day(visit.day), look.strong) if visit.day else Said(EMPTY, look.cell_gap)],
            [Said(visit.text, look.cell)],
        ]
        for visit in ordered
    ]
    day = 55 * MM
    story.table(Columns(("Dag", "Vad som gäller"), (day, look.measure - day)), rows)


def _day(day: date) -> str:
    written = dates.long(day)
    return written[:1].upper() + written[1:]


def _about(document: VisitPlanDocument) -> About:
    return About(
        title=one_line(f"{document.title} – {document.person.name}"),
        author=one_line(document.unit.name),
        subject=document.standing,
        creator=f"Gplan {VERSION}",
        made=None,
    )


def _dressing(document: VisitPlanDocument) -> Dressing:
    return Dressing(
        name=document.person.name,
        number=str(document.person.personal_id),
        title=document.title,
        foot=document.standing,
        mark=_UNFINISHED if document.plan.missing else "",
        practice=document.unit.practice,
    )
