"""What is copied about persons is lent: kept nowhere, taken back at the end, and in the log."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication

import ui
import wizard
from ui.clipboard import lend, note_copied, take_back
from ui.office import Office

# Texts about nobody: the mistakes of a metodstöd.
_OF_NOBODY = {"method_view.py"}


def test_all_copying_goes_by_the_loan() -> None:
    folders = (Path(package.__file__).parent for package in (ui, wizard) if package.__file__)
    files = (file for folder in folders for file in folder.rglob("*.py"))
    assert {
        file.name
        for file in files
        if file.name != "clipboard.py" and "clipboard().set" in file.read_text("utf-8")
    } == _OF_NOBODY


def test_what_is_lent_is_taken_back_and_nothing_else(qapp: QGuiApplication) -> None:
    clipboard = qapp.clipboard()
    lend("Karin vill duscha på tisdagar.")
    # As the program does when it ends.
    take_back()
    assert clipboard.text() == ""
    lend("Karin vill duscha på tisdagar.")
    clipboard.setText("något annat")
    take_back()
    assert clipboard.text() == "något annat"


def test_copying_is_in_the_log_once_a_person_or_of_nobody(office: Office) -> None:
    for person_id in ("karin", "karin", "gunnel", ""):
        note_copied(person_id, office)
    office.database.flush()
    entries = office.database.call(office.store.audit)
    told = [(e.action, e.subject) for e in entries if e.action.endswith(".copied")]
    assert told == [
        ("person.copied", "karin"),
        ("person.copied", "gunnel"),
        ("paper.copied", "unit"),
    ]
