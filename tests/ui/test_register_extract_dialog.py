"""The registerutdrag is saved as two files, noted, and taken away again when it cannot be."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from gplan_desktop.archive.register_extract import Handed
from gplan_desktop.domain.print_out import Paper, PrintOut, Way
from gplan_desktop.domain.user import Permission
from gplan_desktop.errors import StorageFull
from ui.office import Office, Standing
from ui.register_extract_dialog import RegisterExtractDialog

FOLDER = "Registerutdrag – KB – 2026-11-23"


@pytest.fixture
def made() -> list[Handed]:
    """What papers were made of."""
    return []


@pytest.fixture
def dialog(
    office: Office, put_up: Callable[..., Any], made: list[Handed], pdf_bytes: Callable[..., bytes]
) -> Callable[..., RegisterExtractDialog]:
    parent = put_up(QWidget())
    person = office.database.call(lambda: office.store.person("karin"))
    pdf = pdf_bytes(1)

    def make(handed: Handed) -> bytes:
        made.append(handed)
        return pdf

    def open_dialog(protected: bool = False, **changes: Any) -> RegisterExtractDialog:
        whom = replace(person, protected_identity=protected)
        opened = RegisterExtractDialog(whom, replace(office, **changes), make, parent)
        opened.show()
        return opened

    return open_dialog


@pytest.fixture
def finish(office: Office) -> Callable[[], None]:
    def finish() -> None:
        for _ in range(2):
            office.database.flush()
            office.paper.flush()
        office.database.flush()

    return finish


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that is chosen."""
    chosen = tmp_path / "out"
    chosen.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(chosen))
    return chosen


def noted(office: Office) -> PrintOut:
    return office.database.call(lambda: office.store.prints.of_person("karin"))[0]


def test_both_files_are_saved_and_noted_in_register_and_log(
    dialog: Callable[..., RegisterExtractDialog],
    office: Office,
    finish: Callable[[], None],
    folder: Path,
    made: list[Handed],
) -> None:
    opened = dialog()
    opened.go_on.click()
    finish()
    saved = folder / FOLDER
    assert sorted(file.name for file in saved.iterdir()) == [
        "Registerutdrag.json",
        "Registerutdrag.pdf",
    ]
    told = json.loads((saved / "Registerutdrag.json").read_bytes())
    assert (told["enhet"], told["koder_visas"]) == ("Övningsenheten", False)
    assert (saved / "Registerutdrag.pdf").read_bytes().startswith(b"%PDF")
    print_out = noted(office)
    assert (print_out.paper, print_out.occasion.way) == (Paper.REGISTER_EXTRACT, Way.FILE)
    assert not print_out.codes_shown
    assert office.database.call(lambda: office.store.audit(0, 9999))[-1].action == "paper.saved"
    assert FOLDER in opened.outcome.text()
    assert opened.cancel.text() == "Stäng"
    assert len(made) == 1


def test_codes_come_along_only_when_chosen_and_that_is_logged(
    dialog: Callable[..., RegisterExtractDialog],
    office: Office,
    finish: Callable[[], None],
    folder: Path,
    made: list[Handed],
) -> None:
    opened = dialog()
    opened.choice.buttons[1].click()
    opened.go_on.click()
    finish()
    assert made[0].extract.shows_codes
    assert noted(office).codes_shown
    assert office.database.call(lambda: office.store.audit(0, 9999))[-1].action == "codes.shown"


def test_nothing_is_made_when_no_folder_is_chosen(
    dialog: Callable[..., RegisterExtractDialog],
    finish: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
    made: list[Handed],
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    dialog().go_on.click()
    finish()
    assert made == []


def test_what_cannot_be_noted_is_taken_away_again(
    dialog: Callable[..., RegisterExtractDialog],
    office: Office,
    finish: Callable[[], None],
    folder: Path,
    messages: Callable[[], list[QMessageBox]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(_: object) -> None:
        raise StorageFull

    monkeypatch.setattr(office.store.prints, "add", full)
    opened = dialog()
    opened.go_on.click()
    finish()
    assert list(folder.iterdir()) == []
    assert len(messages()) == 1
    assert opened.go_on.isEnabled()


def test_a_folder_that_is_gone_is_told(
    dialog: Callable[..., RegisterExtractDialog],
    finish: Callable[[], None],
    tmp_path: Path,
    messages: Callable[[], list[QMessageBox]],
) -> None:
    dialog().save(tmp_path / "gone")
    finish()
    [message] = messages()
    assert "Det går inte att skriva i mappen gone" in message.text()


def test_a_protected_name_is_in_no_folder_name(
    dialog: Callable[..., RegisterExtractDialog], finish: Callable[[], None], folder: Path
) -> None:
    dialog(protected=True).go_on.click()
    finish()
    [saved] = folder.iterdir()
    assert "Bergström" not in saved.name


def test_who_may_not_see_codes_cannot_choose_them(
    dialog: Callable[..., RegisterExtractDialog],
) -> None:
    opened = dialog(standing=Standing({Permission.SHOW_CODES: "Din roll får inte visa koder."}))
    assert not opened.choice.buttons[1].isEnabled()
    assert "får inte visa koder" in opened.choice.buttons[1].toolTip()


def test_every_text_is_whole_and_every_control_has_a_name(
    dialog: Callable[..., RegisterExtractDialog],
    clipped: Callable[[QWidget], list[str]],
    unnamed: Callable[[QWidget], list[str]],
) -> None:
    opened = dialog()
    assert clipped(opened) == []
    assert unnamed(opened) == []
