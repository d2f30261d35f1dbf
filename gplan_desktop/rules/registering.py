"""Reads what was written of a person or an assignment, or says what to write instead."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from gplan_desktop.domain import identifiers
from gplan_desktop.domain.assignment import AssignedArea, Assignment
from gplan_desktop.domain.identifiers import IdentifierError, IdentifierKind, PersonalId
from gplan_desktop.domain.life_areas import Functioning, life_area, official_order
from gplan_desktop.domain.person import Person, Provider, SupportKind
from gplan_desktop.domain.text import clean, is_blank


@dataclass(frozen=True)
class PersonForm:
    """What stands in the form for a person, as it was typed."""

    given_name: str = ""
    family_name: str = ""
    personal_id: str = ""
    is_reserve: bool = False
    support_start: date | None = None
    support_kinds: tuple[SupportKind, ...] = ()
    unit: str = ""
    provider: str = ""
    external: bool = False
    protected_identity: bool = False
    address: str = ""
    phone: str = ""


def person_form(person: Person) -> PersonForm:
    """Return the form filled in with what stands about *person*, to be corrected."""
    return PersonForm(
        given_name=person.given_name,
        family_name=person.family_name,
        personal_id=str(person.personal_id),
        is_reserve=person.personal_id.kind is IdentifierKind.RESERVE,
        support_start=person.support_start,
        support_kinds=person.support_kinds,
        unit=person.unit,
        provider=person.provider.name,
        external=person.provider.external,
        protected_identity=person.protected_identity,
        address=person.address,
        phone=person.phone,
    )


def person_problems(form: PersonForm, today: date) -> Mapping[str, str]:
    """Return for each field that must be put right what to write there."""
    found = {}
    if is_blank(form.given_name):
        found["given_name"] = "Skriv förnamnet."
    if is_blank(form.family_name):
        found["family_name"] = "Skriv efternamnet."
    try:
        _number(form, today)
    except IdentifierError as error:
        found["personal_id"] = str(error)
    if form.support_start is None:
        found["support_start"] = "Skriv vilken dag stödet började."
    if not form.support_kinds:
        found["support_kinds"] = "Välj minst ett stöd."
    return found


def read_person(form: PersonForm, person_id: str, today: date) -> Person:
    """Return the person that *form* tells of.

    Raises:
        ValueError: when person_problems() finds something.
    """
    if person_problems(form, today) or form.support_start is None:
        raise ValueError("the form has problems")
    return Person(
        id=person_id,
        given_name=_line(form.given_name),
        family_name=_line(form.family_name),
        personal_id=_number(form, today),
        support_start=form.support_start,
        support_kinds=form.support_kinds,
        unit=_line(form.unit),
        provider=Provider(_line(form.provider), form.external),
        protected_identity=form.protected_identity,
        # A protected address is kept on paper in a locked file, never here.
        address="" if form.protected_identity else _line(form.address),
        phone="" if form.protected_identity else _line(form.phone),
    )


def _number(form: PersonForm, today: date) -> PersonalId:
    if form.is_reserve:
        return identifiers.reserve(clean(form.personal_id))
    return identifiers.parse(form.personal_id, today)


def _line(text: str) -> str:
    return " ".join(clean(text).split())


@dataclass(frozen=True)
class AssignedAreaForm:
    """What stands in the form for one life area of an assignment, as it was typed."""

    code: str
    need: str = ""
    assessed: Functioning | None = None
    intended: Functioning | None = None
    goal: str = ""
    support: str = ""
    sub_areas: tuple[str, ...] = ()


@dataclass(frozen=True)
class AssignmentForm:
    """What stands in the form for an assignment, as it was typed."""

    day: date | None = None
    case_officer: str = ""
    areas: tuple[AssignedAreaForm, ...] = ()


def assignment_form(assignment: Assignment) -> AssignmentForm:
    """Return the form filled in with what stands in *assignment*, to be corrected."""
    areas = tuple(_area_form(area) for area in assignment.areas)
    return AssignmentForm(assignment.day, assignment.case_officer, areas)


def _area_form(area: AssignedArea) -> AssignedAreaForm:
    return AssignedAreaForm(
        code=area.code,
        need=area.need,
        assessed=area.assessed,
        intended=area.intended,
        goal=area.goal,
        support=area.support,
        sub_areas=area.sub_areas,
    )


def assignment_problems(form: AssignmentForm, today: date) -> Mapping[str, str]:
    """Return for each field that must be put right what to write there.

    A field of a life area is named as "d5.need".
    """
    found = {}
    if form.day is None:
        found["day"] = "Skriv uppdragets datum."
    elif form.day > today:
        found["day"] = f"Uppdragets datum måste vara senast i dag, {today.isoformat()}."
    if is_blank(form.case_officer):
        found["case_officer"] = "Skriv biståndshandläggarens namn."
    if not form.areas:
        found["areas"] = "Välj minst ett livsområde."
    for area in form.areas:
        found |= {f"{area.code}.{part}": text for part, text in _area_problems(area)}
    return found


def _area_problems(area: AssignedAreaForm) -> Iterator[tuple[str, str]]:
    for part, text in (
        ("need", "Skriv behovet enligt uppdraget."),
        ("assessed", "Välj bedömt funktionstillstånd."),
        ("intended", "Välj avsett funktionstillstånd."),
        ("goal", "Skriv målet enligt uppdraget."),
        ("support", "Skriv vilket stöd som är beviljat."),
    ):
        value = getattr(area, part)
        if value is None or (isinstance(value, str) and is_blank(value)):
            yield part, text


def read_assignment(
    form: AssignmentForm, assignment_id: str, person_id: str, today: date
) -> Assignment:
    """Return the assignment that *form* tells of, its life areas in official order.

    Raises:
        ValueError: when assignment_problems() finds something.
    """
    if assignment_problems(form, today) or form.day is None:
        raise ValueError("the form has problems")
    ordered = sorted(form.areas, key=lambda area: official_order(area.code))
    areas = tuple(_read_area(area) for area in ordered)
    return Assignment(assignment_id, person_id, form.day, _line(form.case_officer), areas)


def _read_area(form: AssignedAreaForm) -> AssignedArea:
    if form.assessed is None or form.intended is None:
        raise ValueError("a life area lacks its functioning")
    texts = (clean(text).strip() for text in (form.need, form.goal, form.support))
    need, goal, support = texts
    return AssignedArea(
        code=form.code,
        need=need,
        assessed=form.assessed,
        intended=form.intended,
        goal=goal,
        support=support,
        sub_areas=in_official_order(form.code, form.sub_areas),
    )


def in_official_order(area: str, sub_areas: Iterable[str]) -> tuple[str, ...]:
    """Return the codes of delområden as IBIC orders them; others, which it lacks, stay last."""
    chosen = tuple(dict.fromkeys(sub_areas))
    official = [sub.code for sub in life_area(area).sub_areas]
    known = tuple(code for code in official if code in chosen)
    return (*known, *(code for code in chosen if code not in official))
