"""Checks a list of persons: what each row says, and what must be put right in it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from uuid import uuid4

from gplan_desktop.domain import identifiers
from gplan_desktop.domain.identifiers import IdentifierError, IdentifierKind, PersonalId
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.text import words
from gplan_desktop.exchange.cell_values import read_day, read_kinds, read_yes_no, split_name
from gplan_desktop.exchange.checked import Checked, CheckedRow, Known, other_rows
from gplan_desktop.exchange.row_reader import RowReader
from gplan_desktop.exchange.table import Row, Table
from gplan_desktop.exchange.watch import Watch
from gplan_desktop.rules.registering import PersonForm, person_problems, read_person

EXAMPLE_NUMBER = "191212121212"
_PROTECTED = "Adress och telefon tas inte med, för personuppgifterna är skyddade."
_EXAMPLE = "Det här är mallens exempelrad."
_KNOWN = "Personnumret finns redan i enheten."
_SAME_NAME = "Samma namn finns redan i enheten."


@dataclass(frozen=True)
class PersonRow(CheckedRow):
    """One row of a list of persons; the person is there when nothing must be put right."""

    person: Person | None = None
    value: str = ""
    """The value of the personal number, when it can be read."""
    name: str = ""
    """The name as it is compared."""


@dataclass(frozen=True)
class CheckedPeople(Checked):
    """A checked list of persons."""

    rows: tuple[PersonRow, ...]

    @property
    def people(self) -> tuple[Person, ...]:
        """The persons to take in."""
        return tuple(row.person for row in self.rows if row.person and not row.is_skipped)


def check_people(
    table: Table, mapping: Mapping[str, int], known: Known, watch: Watch | None = None
) -> CheckedPeople:
    """Return what *table* says, when its columns are read as *mapping* tells.

    Raises:
        Cancelled: the user stopped the work.
    """
    watch = watch or Watch()
    rows = []
    for done, row in enumerate(table.rows, 1):
        rows.append(_check(row, RowReader(table, row, mapping), known))
        watch.at(done, len(table.rows))
    in_unit = frozenset(map(_name_key, known.names))
    return CheckedPeople(tuple(_compared(rows, in_unit)))


def _check(row: Row, cells: RowReader, known: Known) -> PersonRow:
    warnings: list[str] = []
    form = _form(cells, known.today, warnings)
    number = _number(form, known.today)
    _refuse_before_birth(form, number, cells)
    found = person_problems(form, known.today)
    value = number.value if number else ""
    is_known = value in known.people
    problems = (*cells.problems(found), *((_KNOWN,) if is_known else ()))
    if value == EXAMPLE_NUMBER:
        warnings.append(_EXAMPLE)
    return PersonRow(
        row.number,
        problems,
        tuple(warnings),
        is_known,
        person=None if problems else read_person(form, str(uuid4()), known.today),
        value=value,
        name=_name_key(f"{form.given_name} {form.family_name}"),
    )


def _form(cells: RowReader, today: date, warnings: list[str]) -> PersonForm:
    given, family = cells.text("given_name"), cells.text("family_name")
    if not given and not family:
        given, family, certain = split_name(cells.text("name"))
        if not certain:
            warnings.append(f"Namnet läses som förnamn ”{given}” och efternamn ”{family}”.")
    form = PersonForm(
        given_name=given,
        family_name=family,
        personal_id=cells.text("personal_id"),
        is_reserve=cells.value("is_reserve", read_yes_no, blank=False),
        support_start=cells.value("support_start", partial(read_day, today=today), None),
        support_kinds=cells.value("support_kinds", read_kinds, ()),
        unit=cells.text("unit"),
        provider=cells.text("provider"),
        external=cells.value("external", read_yes_no, blank=False),
        protected_identity=cells.value("protected_identity", read_yes_no, blank=False),
        address=cells.text("address"),
        phone=cells.text("phone"),
    )
    if form.protected_identity and (form.address or form.phone):
        warnings.append(_PROTECTED)
    return form


def _number(form: PersonForm, today: date) -> PersonalId | None:
    """Return the personal number, to be compared also when other things are wrong."""
    try:
        if form.is_reserve:
            return identifiers.reserve(form.personal_id)
        return identifiers.parse(form.personal_id, today)
    except IdentifierError:
        return None


def _refuse_before_birth(form: PersonForm, number: PersonalId | None, cells: RowReader) -> None:
    """Nobody has support before birth: another column was taken for the start."""
    # A samordningsnummer need not hold a day.
    if form.support_start and number and number.kind is IdentifierKind.PERSONAL:
        born = f"{number.value[:4]}-{number.value[4:6]}-{number.value[6:8]}"
        if form.support_start.isoformat() <= born:
            cells.tell("support_start", "dagen är inte efter födelsedagen i personnumret.")


def _name_key(name: str) -> str:
    return " ".join(words(name))


def _compared(rows: Sequence[PersonRow], in_unit: frozenset[str]) -> Iterator[PersonRow]:
    """Return the rows with what there is to say when they are seen beside each other."""
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    names: defaultdict[str, list[int]] = defaultdict(list)
    for row in rows:
        numbers[row.value].append(row.number)
        names[row.name].append(row.number)
    for row in rows:
        problems = _alike("Samma personnummer som på", numbers, row.value, row.number)
        warnings = _alike("Samma namn som på", names, row.name, row.number)
        if row.name in in_unit and not row.is_known:
            warnings = (*warnings, _SAME_NAME)
        yield replace(
            row,
            problems=(*row.problems, *problems),
            warnings=(*row.warnings, *warnings),
            person=None if problems else row.person,
        )


def _alike(
    words_before: str, groups: Mapping[str, Sequence[int]], key: str, number: int
) -> tuple[str, ...]:
    rows = groups[key]
    return (f"{words_before} {other_rows(rows, number)}.",) if key and len(rows) > 1 else ()
