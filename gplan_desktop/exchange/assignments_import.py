"""Checks a list of assignments, one row for each life area, and puts the rows together."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from uuid import uuid4

from gplan_desktop.domain import identifiers
from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.domain.identifiers import IdentifierError
from gplan_desktop.domain.text import words
from gplan_desktop.exchange.cell_values import (
    read_area,
    read_day,
    read_functioning,
    read_sub_areas,
)
from gplan_desktop.exchange.checked import Checked, CheckedRow, Known, other_rows
from gplan_desktop.exchange.row_reader import RowReader
from gplan_desktop.exchange.table import Row, Table
from gplan_desktop.exchange.watch import Watch
from gplan_desktop.rules.registering import (
    AssignedAreaForm,
    AssignmentForm,
    assignment_problems,
    read_assignment,
)

_UNKNOWN = "personnumret finns inte i enheten. Läs in personerna först."
_NO_NUMBER = "Skriv personnumret."
_NO_AREA = "Skriv livsområdet."
_KNOWN = "Uppdraget finns redan: samma individ, datum och handläggare."
_Key = tuple[str, date, str]


@dataclass(frozen=True)
class AssignmentRow(CheckedRow):
    """One row of a list of assignments: one life area of one assignment."""

    key: _Key | None = None
    """Person's id, day and case officer, when they can be read: which assignment it is of."""
    form: AssignmentForm = field(default_factory=AssignmentForm)

    @property
    def area(self) -> str:
        """The code of the life area, or nothing when it cannot be read."""
        return self.form.areas[0].code if self.form.areas else ""


@dataclass(frozen=True)
class CheckedAssignments(Checked):
    """A checked list of assignments."""

    rows: tuple[AssignmentRow, ...]
    assignments: tuple[Assignment, ...]
    """The assignments to take in: those of which every row is right."""


def check_assignments(
    table: Table, mapping: Mapping[str, int], known: Known, watch: Watch | None = None
) -> CheckedAssignments:
    """Return what *table* says, when its columns are read as *mapping* tells.

    Raises:
        Cancelled: the user stopped the work.
    """
    watch = watch or Watch()
    in_unit = {(person, day, _name_key(name)) for person, day, name in known.assignments}
    rows = []
    for done, row in enumerate(table.rows, 1):
        checked = _check(row, RowReader(table, row, mapping), known)
        rows.append(_told_if_known(checked, in_unit))
        watch.at(done, len(table.rows))
    groups: defaultdict[_Key, list[AssignmentRow]] = defaultdict(list)
    compared = tuple(_compared(rows))
    for each in compared:
        if each.key:
            groups[each.key].append(each)
    assignments = tuple(_assignments(groups, known.today))
    return CheckedAssignments(compared, assignments)


def _check(row: Row, cells: RowReader, known: Known) -> AssignmentRow:
    today = known.today
    person = _person(cells, known)
    area = cells.value("area", read_area, "")
    form = AssignmentForm(
        day=cells.value("day", partial(read_day, today=today), None),
        case_officer=cells.text("case_officer"),
        areas=(_area_form(cells, area),),
    )
    problems = cells.problems(_form_problems(form, cells, today))
    key = (person, form.day, _name_key(form.case_officer)) if person and form.day else None
    return AssignmentRow(row.number, problems, key=key, form=form)


def _area_form(cells: RowReader, area: str) -> AssignedAreaForm:
    return AssignedAreaForm(
        code=area,
        need=cells.text("need"),
        assessed=cells.value("assessed", read_functioning, None),
        intended=cells.value("intended", read_functioning, None),
        goal=cells.text("goal"),
        support=cells.text("support"),
        sub_areas=cells.value("sub_areas", partial(read_sub_areas, area=area), ()) if area else (),
    )


def _form_problems(form: AssignmentForm, cells: RowReader, today: date) -> Mapping[str, str]:
    """Return what the form says, by the fields of a list: "need", not "d5.need"."""
    found = assignment_problems(form, today)
    problems = {name.rpartition(".")[2]: text for name, text in found.items()}
    if not cells.text("personal_id"):
        problems["personal_id"] = _NO_NUMBER
    if not cells.text("area"):
        problems["area"] = _NO_AREA
    return problems


def _person(cells: RowReader, known: Known) -> str:
    """Return the id of the person whose number stands in the row, or nothing."""
    text = cells.text("personal_id")
    reserve = " ".join(text.split())
    if not text or reserve in known.people:
        return known.people.get(reserve, "")
    try:
        number = identifiers.parse(text, known.today)
    except IdentifierError as error:
        cells.tell("personal_id", str(error))
        return ""
    if number.value not in known.people:
        cells.tell("personal_id", _UNKNOWN)
    return known.people.get(number.value, "")


def _told_if_known(row: AssignmentRow, in_unit: Iterable[_Key]) -> AssignmentRow:
    if row.key is None or row.key not in in_unit:
        return row
    return replace(row, problems=(*row.problems, _KNOWN), is_known=True)


def _compared(rows: Sequence[AssignmentRow]) -> Iterator[AssignmentRow]:
    """Return the rows, told of when a life area comes twice in the same assignment."""
    places: defaultdict[tuple[_Key | None, str], list[int]] = defaultdict(list)
    for row in rows:
        places[row.key, row.area].append(row.number)
    for row in rows:
        numbers = places[row.key, row.area]
        if row.key and row.area and len(numbers) > 1:
            twice = f"Samma livsområde i samma uppdrag som på {other_rows(numbers, row.number)}."
            yield replace(row, problems=(*row.problems, twice))
        else:
            yield row


def _assignments(
    groups: Mapping[_Key, Sequence[AssignmentRow]], today: date
) -> Iterator[Assignment]:
    for (person, _, _), rows in groups.items():
        if not any(row.problems for row in rows):
            areas = tuple(row.form.areas[0] for row in rows)
            yield read_assignment(replace(rows[0].form, areas=areas), str(uuid4()), person, today)


def _name_key(name: str) -> str:
    return " ".join(words(name))
