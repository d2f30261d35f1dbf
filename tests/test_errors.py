"""Errors: what happened, what is safe, what to do, in Swedish for the one at the screen."""

import inspect
import re
from pathlib import Path

import pytest

from gplan_desktop import errors
from gplan_desktop.errors import SaveRefused, WorldError, WrongUnit
from gplan_desktop.examples import examples
from gplan_desktop.method.mistakes import MethodError, Mistake
from gplan_desktop.planning import NoPlanNeeded, NothingAssigned

PATH = Path("mapp") / "unit.db"
FORMER_WORDS = re.compile(r"\b(kund|brukare|klient|error|null)\w*\b", re.IGNORECASE)


def from_a_path(kind):
    return kind(PATH)


MADE = {
    "DatabaseMissing": from_a_path,
    "DatabaseDamaged": lambda kind: kind(PATH, "filen är tom"),
    "DatabaseNewer": from_a_path,
    "DatabaseInUse": from_a_path,
    "WrongUnit": lambda kind: kind(PATH, is_practice=True),
    "FolderReadOnly": from_a_path,
    "DatabaseReadOnly": from_a_path,
    "KeyFailed": from_a_path,
    "ExportFailed": from_a_path,
    "RecordChangedElsewhere": lambda kind: kind("Flikarna"),
    "RecordMissing": lambda kind: kind("Planen"),
    "NotAllowed": lambda kind: kind("Läsare", "upprätta planer", ("Samordnare", "Enhetschef")),
    "NotOwnPerson": lambda kind: kind(may_open=True),
    "NotOwnUnit": lambda kind: kind(("Älvgården",), ("Norrgården", "Sörgården")),
    "PrintFailed": lambda kind: kind("Skrivaren svarar inte."),
}


def every_error(today):
    person = examples(today)[0].person
    kinds = [
        kind
        for _, kind in inspect.getmembers(errors, inspect.isclass)
        if issubclass(kind, WorldError) and kind not in (WorldError, SaveRefused)
    ]
    made = [MADE.get(kind.__name__, lambda kind: kind())(kind) for kind in kinds]
    method = MethodError((Mistake("x.toml", 1, "a", "b"),))
    return [*made, method, NothingAssigned(person), NoPlanNeeded(person)]


def test_every_error_says_what_happened_what_is_safe_and_what_to_do(today):
    for error in every_error(today):
        for part in (error.happened, error.safe, error.todo):
            assert part.endswith("."), type(error)
            assert part[0].isupper(), type(error)
        assert error.message == f"{error.happened} {error.safe} {error.todo}"
        assert str(error) == error.happened


def test_the_words_are_the_manuals(today):
    for error in every_error(today):
        assert not FORMER_WORDS.search(error.message), type(error)


def test_a_part_that_is_not_told_leaves_no_gap():
    assert WorldError("Något hände.", "", "Försök igen.").message == "Något hände. Försök igen."


@pytest.mark.parametrize(
    ("is_practice", "told"),
    [
        (True, "Filen är en övningsfil, men skulle vara en riktig enhet"),
        (False, "Filen är en riktig enhet, men skulle vara en övningsfil"),
    ],
)
def test_a_wrong_unit_says_which_one_was_found(is_practice, told):
    assert told in WrongUnit(PATH, is_practice=is_practice).happened


def test_a_file_that_could_not_be_saved_is_named_without_its_folders():
    error = errors.ExportFailed(Path("hemma") / "karin" / "plan.pdf")
    assert "plan.pdf" in error.happened
    assert "karin" not in error.message
