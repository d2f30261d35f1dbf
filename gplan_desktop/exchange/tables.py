"""Persons and assignments as lists, to be written to a file; de-identified unless asked (F74)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from gplan_desktop.domain.assignment import AssignedArea, Assignment
from gplan_desktop.domain.identifiers import IdentifierKind
from gplan_desktop.domain.life_areas import Functioning, life_area
from gplan_desktop.domain.person import Person
from gplan_desktop.exchange.columns import Column, ListKind, columns
from gplan_desktop.exchange.table import Row, Table

_FIRST_ROW = 2
_PLACE = Column("place", "Nr", "Samma nummer för samma individ i listorna som sparades samtidigt.")
_DE_IDENTIFIED = {
    "support_start": "År och månad då stödet började.",
    "day": "År och månad för uppdraget.",
}
_EXAMPLES = {
    ListKind.PEOPLE: {
        "personal_id": "19121212-1212",
        "family_name": "Tolvansson",
        "given_name": "Tolvan",
        "support_start": "2026-11-02",
        "support_kinds": "Hemvård, Trygghetslarm",
        "unit": "Hemvården Björkbacken",
        "provider": "Hemvården Björkbacken",
        "external": "nej",
        "protected_identity": "nej",
        "address": "Exempelgatan 12, 123 45 Exempelstad",
        "phone": "070-174 06 01",
    },
    ListKind.ASSIGNMENTS: {
        "personal_id": "19121212-1212",
        "day": "2026-10-30",
        "case_officer": "Helena Dahl",
        "area": "d5 Personlig vård",
        "need": "Tolvan orkar inte duscha på egen hand.",
        "assessed": "3 Stor begränsning",
        "intended": "2 Måttlig begränsning",
        "goal": "Tolvan ska kunna duscha med lite hjälp.",
        "support": "Dusch en gång i veckan.",
        "sub_areas": "d510 Att tvätta sig; d540 Att klä sig",
    },
}  # fmt: skip - the row is read as one


def people_table(people: Sequence[Person], *, identified: bool = False) -> Table:
    """Return *people* as a list; without what tells who they are unless *identified*.

    The address and phone of a person with a protected identity are never in it.
    """
    rows = ({"place": str(i), **_of_person(person)} for i, person in enumerate(people, 1))
    return _table(ListKind.PEOPLE, rows, identified)


def assignments_table(
    assignments: Iterable[Assignment], people: Sequence[Person], *, identified: bool = False
) -> Table:
    """Return the *assignments* of *people* as a list, one row for each life area.

    Without texts and without what tells who somebody is, unless *identified*.
    """
    places = {person.id: (i, person) for i, person in enumerate(people, 1)}
    rows = (
        {"place": str(places[each.person_id][0])}
        | _of_assignment(each, places[each.person_id][1])
        | _of_area(area)
        for each in assignments
        for area in each.areas
    )
    return _table(ListKind.ASSIGNMENTS, rows, identified)


def template(kind: ListKind) -> Table:
    """Return a list to fill in: the headings and one invented row."""
    return _table(kind, [_EXAMPLES[kind]], identified=True)


def legend(kind: ListKind, *, identified: bool = True) -> Table:
    """Return what stands in each column of a list of *kind*."""
    rows = tuple(
        (column.heading, column.meaning if identified else _meaning(column))
        for column in _written(kind, identified)
    )
    return Table(("Kolumn", "Vad som står där"), _numbered(rows))


def _written(kind: ListKind, identified: bool) -> tuple[Column, ...]:
    """Return the columns of our own files, where a name is always two."""
    own = tuple(column for column in columns(kind) if column.field != "name")
    if identified:
        return own
    return (_PLACE, *(column for column in own if not column.identifies))


def _meaning(column: Column) -> str:
    return _DE_IDENTIFIED.get(column.field, column.meaning)


def _table(kind: ListKind, rows: Iterable[Mapping[str, str]], identified: bool) -> Table:
    chosen = _written(kind, identified)
    cut = () if identified else _DE_IDENTIFIED
    cells = (
        tuple(_cell(row, column.field, short=column.field in cut) for column in chosen)
        for row in rows
    )
    return Table(tuple(column.heading for column in chosen), _numbered(cells))


def _cell(row: Mapping[str, str], field: str, *, short: bool) -> str:
    # Days tell more of a person than is needed to count: "2026-11".
    text = row.get(field, "")
    return text[:7] if short else text


def _numbered(rows: Iterable[tuple[str, ...]]) -> tuple[Row, ...]:
    return tuple(Row(number, cells) for number, cells in enumerate(rows, _FIRST_ROW))


def _of_person(person: Person) -> dict[str, str]:
    protected = person.protected_identity
    return {
        "personal_id": str(person.personal_id),
        "is_reserve": "ja" if person.personal_id.kind is IdentifierKind.RESERVE else "",
        "family_name": person.family_name,
        "given_name": person.given_name,
        "support_start": person.support_start.isoformat(),
        "support_kinds": person.supports,
        "unit": person.unit,
        "provider": person.provider.name,
        "external": _yes_no(person.provider.external),
        "protected_identity": _yes_no(protected),
        "address": "" if protected else person.address,
        "phone": "" if protected else person.phone,
    }


def _of_assignment(assignment: Assignment, person: Person) -> dict[str, str]:
    return {
        "personal_id": str(person.personal_id),
        "day": assignment.day.isoformat(),
        "case_officer": assignment.case_officer,
    }


def _of_area(area: AssignedArea) -> dict[str, str]:
    return {
        "area": f"{area.code} {life_area(area.code).label}",
        "need": area.need,
        "assessed": _functioning(area.assessed),
        "intended": _functioning(area.intended),
        "goal": area.goal,
        "support": area.support,
        "sub_areas": "; ".join(_sub_areas(area)),
    }


def _sub_areas(area: AssignedArea) -> Iterator[str]:
    labels = {sub.code: sub.label for sub in life_area(area.code).sub_areas}
    return (f"{code} {labels.get(code, '')}".strip() for code in area.sub_areas)


def _functioning(functioning: Functioning) -> str:
    return f"{functioning.value} {functioning.label}"


def _yes_no(value: bool) -> str:
    return "ja" if value else "nej"
