"""What the workers of an import do, and what they refuse."""

import gc
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.exchange.columns import ListKind, guess
from gplan_desktop.exchange.table_writing import write_csv
from gplan_desktop.exchange.tables import assignments_table
from ui.exchange.import_work import ListChanged, UnitChanged, read_list, review, take_in
from ui.exchange.lively import let_go, lively_window
from ui.office import Office


def quietly(_text: str, _done: int, _whole: int) -> None:
    """Listen to no progress."""


@pytest.fixture
def new(office: Office) -> Assignment:
    """An assignment that the unit does not have, of a person whom it has."""
    found: list[Assignment] = office.database.call(office.store.imports.all_assignments)
    return replace(found[0], id="new", case_officer="Nils Ny")


@pytest.fixture
def path(office: Office, new: Assignment, tmp_path: Path) -> Path:
    people = office.database.call(office.store.imports.all_people)
    write_csv(assignments_table([new], people, identified=True), tmp_path / "uppdrag.csv")
    return tmp_path / "uppdrag.csv"


def test_an_assignment_that_came_in_after_the_review_is_not_written_twice(
    office: Office, new: Assignment, path: Path
) -> None:
    listed = read_list(path, ListKind.ASSIGNMENTS, quietly)
    mapping = guess(listed.table.headings, ListKind.ASSIGNMENTS)
    reviewed = review(listed, mapping, office, quietly)
    assert reviewed.count == 1
    office.database.call(lambda: office.store.assignments.add(new))
    with pytest.raises(UnitChanged):
        take_in(reviewed, office, quietly)
    again = review(listed, mapping, office, quietly)
    assert again.checked.known == len(new.areas)


@pytest.mark.parametrize("spoil", [Path.unlink, lambda path: path.write_text("annat")])
def test_a_file_that_is_not_the_reviewed_one_is_refused(
    office: Office, path: Path, spoil: Callable[[Path], object]
) -> None:
    listed = read_list(path, ListKind.ASSIGNMENTS, quietly)
    mapping = guess(listed.table.headings, ListKind.ASSIGNMENTS)
    reviewed = review(listed, mapping, office, quietly)
    spoil(path)
    with pytest.raises(ListChanged):
        take_in(reviewed, office, quietly)


def test_what_keeps_the_window_alive_lasts_as_long_as_the_work() -> None:
    turns = sys.getswitchinterval()
    with lively_window():
        assert sys.getswitchinterval() < turns
        assert not gc.isenabled()
    assert sys.getswitchinterval() == pytest.approx(turns)
    assert gc.isenabled()
    let_go()
    assert gc.get_freeze_count() == 0
