"""The rows of a checked list, as a table shows them before anything is taken in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from gplan_desktop.domain.life_areas import life_area
from gplan_desktop.exchange.assignments_import import AssignmentRow, CheckedAssignments
from gplan_desktop.exchange.cell_values import CellError, read_yes_no
from gplan_desktop.exchange.checked import CheckedRow
from gplan_desktop.exchange.columns import ListKind
from gplan_desktop.exchange.people_import import CheckedPeople, PersonRow
from gplan_desktop.exchange.row_reader import RowReader
from gplan_desktop.exchange.table import Table
from ui.exchange.masking import masked_number, quoting_no_numbers
from ui.widgets.record_table import Cell, Row

PROTECTED = "skyddade personuppgifter"
HEADINGS = {
    ListKind.PEOPLE: ("Rad", "Namn", "Personnummer", "Så är raden"),
    ListKind.ASSIGNMENTS: ("Rad", "Namn", "Personnummer", "Livsområde", "Så är raden"),
}
_READY = Cell("Klar", "done", "check_circle-fill")
_SKIPPED = Cell("Finns redan, hoppas över", "muted")
AnyChecked = CheckedPeople | CheckedAssignments


@dataclass(frozen=True)
class Named:
    """Whom a row is about, when that can be told."""

    name: str
    protected: bool = False


_UNKNOWN = Named("–")


def review_rows(
    table: Table, mapping: Mapping[str, int], checked: AnyChecked, people: Mapping[str, Named]
) -> tuple[Row, ...]:
    """Return a row for each of *checked*: what must be put right first, then what to look at."""
    cells = (RowReader(table, read, mapping) for read in table.rows)
    told: Iterable[Row]
    if isinstance(checked, CheckedPeople):
        told = map(_of_person, checked.rows, cells)
    else:
        told = map(partial(_of_area, people), checked.rows, cells)
    rows = sorted(zip(checked.rows, told, strict=True), key=lambda pair: _urgency(pair[0]))
    return tuple(shown for _, shown in rows)


def _urgency(row: CheckedRow) -> int:
    if row.problems:
        return 1 if row.is_known else 0
    if row.warnings:
        return 2
    return 4 if row.is_skipped else 3


def _of_person(row: PersonRow, cells: RowReader) -> Row:
    number = Cell(masked_number(row.value or cells.text("personal_id")), "muted")
    return _row(row, (_name_cell(_person(row, cells)), number))


def _of_area(people: Mapping[str, Named], row: AssignmentRow, cells: RowReader) -> Row:
    named = people.get(row.key[0], _UNKNOWN) if row.key else _UNKNOWN
    number = Cell(masked_number(cells.text("personal_id")), "muted")
    area = Cell(life_area(row.area).label if row.area else cells.text("area"))
    return _row(row, (_name_cell(named), number, area))


def _row(row: CheckedRow, cells: tuple[Cell, ...]) -> Row:
    return Row(str(row.number), (Cell(str(row.number), "muted"), *cells, _state(row)))


def _person(row: PersonRow, cells: RowReader) -> Named:
    if row.person:
        return Named(row.person.name, row.person.protected_identity)
    name = f"{cells.text('given_name')} {cells.text('family_name')}".strip() or cells.text("name")
    return Named(name or "–", _is_protected(cells.text("protected_identity")))


def _is_protected(text: str) -> bool:
    try:
        return read_yes_no(text)
    except CellError:
        return False


def _name_cell(named: Named) -> Cell:
    if named.protected:
        return Cell(named.name, "ink", "lock-fill", PROTECTED)
    return Cell(named.name)


def _state(row: CheckedRow) -> Cell:
    if row.problems:
        return Cell(quoting_no_numbers(" ".join(row.problems)), "problem", "error-fill")
    if row.is_skipped:
        return _SKIPPED
    if row.warnings:
        return Cell(f"Klar. {' '.join(row.warnings)}", "warning", "error-fill")
    return _READY
