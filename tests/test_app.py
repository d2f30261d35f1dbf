"""The whole program from the command line on, each fault told once and in Swedish."""

import logging
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from nacl.pwhash import argon2id
from PySide6.QtCore import Qt, QTimer, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QMessageBox
from shiboken6 import delete

from gplan_desktop import app, options, settings
from gplan_desktop.backup.kept import Backup, Reason
from gplan_desktop.backup.making import Order, back_up
from gplan_desktop.clock import wall_clock
from gplan_desktop.domain.log_entry import ClockSetBack, Noted
from gplan_desktop.domain.overview import Unit
from gplan_desktop.entrance import Entered, Entrance, NewUnit
from gplan_desktop.method.in_use import MethodInUse, method_in_use
from gplan_desktop.method.load import built_in
from gplan_desktop.paths import DataFolders
from gplan_desktop.program.first_window import FirstWindow
from gplan_desktop.program.papers import paper_of
from gplan_desktop.program.program import Program
from gplan_desktop.settings import Settings
from gplan_desktop.store import driver, schema
from gplan_desktop.store.keys import practice_key, unit_key
from gplan_desktop.store.store import create
from gplan_desktop.units import Units
from gplan_desktop.vault.derivation import Cost, Costs
from gplan_desktop.vault.machine import Machine
from gplan_desktop.vault.users import NewUser
from ui.backup.rescue_view import RescueView
from ui.backup.restore_page import WORD
from ui.duties_view import DutiesView
from ui.first_view import FirstView
from ui.login.code_line import CodeLine
from ui.login.damaged_view import DamagedView
from ui.login.last_time import LastTimeLine
from ui.login.login_view import LoginView
from ui.login.user_dialog import UserDialog
from ui.login.users_view import UsersView
from ui.method_view import MethodView
from ui.person_view import PersonView
from ui.start_view import StartView

pytestmark = pytest.mark.usefixtures("dictionary_read_once")

# A computer on which a passphrase costs next to nothing to try.
_LEAST = Cost(1, argon2id.MEMLIMIT_MIN)
PHRASE = "tegel brygga mandel lykta"
CHEAP = Machine(Costs(_LEAST, _LEAST, Cost(2, 1024 * 1024)))


@pytest.fixture
def folders(tmp_path: Path) -> DataFolders:
    return DataFolders(tmp_path / "data")


@pytest.fixture
def show_first(
    qapp: QApplication, theme: Any, folders: DataFolders, qtbot: Any, monkeypatch: Any
) -> Iterator[Callable[..., FirstWindow]]:
    """Show the window before the program is loaded; both are ended after the test."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    begun: list[FirstWindow] = []

    def show_first(
        *arguments: str, data: Path = folders.root, machine: Machine = CHEAP
    ) -> FirstWindow:
        chosen = options.read(["--data", str(data), *arguments])
        first = FirstWindow(qapp, chosen, DataFolders(data), machine)
        begun.append(first)
        # Laid out but not painted, which takes long.
        first.window.setUpdatesEnabled(False)
        first.show()
        return first

    yield show_first
    for first in begun:
        first.window.close()
        first.end()
        delete(first.window)


def go_on(first: FirstWindow, in_use: MethodInUse) -> Program:
    """Go on in the first window, as when the program is loaded."""
    first.load(lambda _: in_use)
    QApplication.processEvents()
    first.database.flush()
    assert first.program is not None
    settle(first.program)
    return first.program


@pytest.fixture
def start(
    show_first: Callable[..., FirstWindow], method: Any, folders: DataFolders
) -> Callable[..., Program]:
    """Start the program with a folder of its own; it is ended after the test."""

    def start(*arguments: str, data: Path = folders.root) -> Program:
        kept_own = DataFolders(data).method_folder
        in_use = method_in_use(kept_own) if kept_own.exists() else MethodInUse(method)
        return go_on(show_first(*arguments, data=data), in_use)

    return start


@pytest.fixture
def practice(folders: DataFolders, practice_file: Path) -> Path:
    """A practice database that is there already."""
    folders.practice_database.parent.mkdir(parents=True)
    shutil.copy(practice_file, folders.practice_database)
    return folders.practice_database


@pytest.fixture(scope="session")
def kept_unit(tmp_path_factory: pytest.TempPathFactory, method: Any) -> Path:
    """The folder of a real unit without log-in; to be copied, not opened."""
    folders = DataFolders(tmp_path_factory.mktemp("unit"))
    units = Units(folders, method, wall_clock, paper_of(method))
    units.create_unit("Hemvården Åsen", "Åsa Öberg").close()
    return folders.unit_folder


@pytest.fixture
def unit(folders: DataFolders, kept_unit: Path) -> Path:
    """A real unit that is there already, and closed."""
    shutil.copytree(kept_unit, folders.unit_folder)
    return folders.unit_database


@pytest.fixture(scope="session")
def kept_guarded_unit(tmp_path_factory: pytest.TempPathFactory, method: Any) -> Path:
    """The folder of a real unit that asks for log-in; to be copied, not opened."""
    folders = DataFolders(tmp_path_factory.mktemp("guarded"))
    entrance = Entrance(folders, method, wall_clock, CHEAP)
    unlocked, code = entrance.prepare(NewUnit("Hemvården Åsen", "Åsa Öberg", "åsa.öberg", PHRASE))
    unlocked.confirm_recovery(str(code))
    entrance.settle()
    return folders.unit_folder


@pytest.fixture
def guarded_unit(folders: DataFolders, kept_guarded_unit: Path) -> Path:
    """A real unit that asks for log-in, as setting up by the screen leaves it."""
    shutil.copytree(kept_guarded_unit, folders.unit_folder)
    return folders.unit_folder


@pytest.fixture
def settled(start: Any, guarded_unit: Path, type_text: Callable[..., None]) -> Program:
    """A program in whose unit the manager is logged in."""
    program: Program = start()
    log_in(program, type_text)
    return program


def login_view(program: Program) -> LoginView:
    """The one log-in screen that is shown; those before it live until Qt deletes them."""
    (shown,) = [one for one in program.window.findChildren(LoginView) if one.isVisible()]
    return shown


def log_in(program: Program, type_text: Any, phrase: str = "", login: str = "åsa.öberg") -> None:
    """Log in, by the keyboard, on the screen that asks for it."""
    view = login_view(program)
    view.login.clear()
    type_text(view.login, login)
    type_text(view.passphrase.line, phrase or PHRASE)
    QTest.keyClick(view.passphrase.line, Qt.Key.Key_Return)
    settle(program)


def settle(program: Program) -> None:
    """Let everything that was asked for be done and shown."""
    for background in (program._database, program._paper, program._database):
        background.flush()
    QApplication.processEvents()


def messages() -> list[QMessageBox]:
    boxes = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox)]
    return [box for box in boxes if box.isVisible()]


def the_message() -> str:
    """The one message that is open, as read; then it is closed."""
    (message,) = messages()
    text = f"{message.text()} {message.informativeText()}"
    message.close()
    return text


def the_reason(program: Program) -> str:
    """Why the unit cannot be opened, as the page with its backups says."""
    view = program.window.view
    assert isinstance(view, RescueView)
    return " ".join(shown.text() for shown in view.findChildren(QLabel))


def people(program: Program) -> list[str]:
    assert isinstance(program.window.view, StartView)
    return [row.id for row in program.window.view.people.rows]


def test_the_very_first_start_makes_no_file_until_practice_with_ten_persons_is_chosen(
    start: Any, folders: DataFolders
) -> None:
    program = start()
    assert isinstance(program.window.view, FirstView)
    assert messages() == []
    assert not folders.practice_database.exists()
    assert not folders.unit_folder.exists()
    program.window.view.practise.click()
    settle(program)
    assert len(people(program)) == 10
    assert program.window.windowTitle() == "Gplan – ÖVNING"


def test_a_real_unit_is_set_up_from_the_first_start_and_asks_who_it_is_next_time(
    start: Any, type_text: Callable[..., None]
) -> None:
    program = start()
    first = program.window.view
    type_text(first.unit, "Hemvården Åsen")
    type_text(first.coordinator, "Åsa Öberg")
    QTest.keyClick(first.coordinator, Qt.Key.Key_Return)
    settle(program)
    view = program.window.view
    view.next.click()
    phrase = view.phrase.text
    type_text(view.again.line, phrase)
    view.next.click()
    settle(program)
    type_text(view.typed, view.code.text())
    view.next.click()
    view.next.click()
    settle(program)
    assert people(program) == []
    assert program.window.windowTitle() == "Gplan"
    program.end()
    again = start()
    assert isinstance(again.window.view, LoginView)
    log_in(again, type_text, phrase)
    assert again.window.office.unit.name == "Hemvården Åsen"
    assert again.window.office.unit.coordinator == "Åsa Öberg"


def test_a_wrong_passphrase_is_told_and_lets_nobody_in(
    start: Any, guarded_unit: Path, type_text: Callable[..., None]
) -> None:
    program = start()
    view = program.window.view
    log_in(program, type_text, "något helt annat")
    assert program.window.view is view
    assert view.told.text().startswith("Användarnamnet eller lösenfrasen stämmer inte.")
    assert not view.enter.isEnabled()


def test_a_unit_in_a_synchronised_folder_is_opened_with_a_warning_that_is_told_once(
    start: Any, guarded_unit: Path, folders: DataFolders, type_text: Any, monkeypatch: Any
) -> None:
    monkeypatch.setenv("OneDrive", str(folders.root))
    program = start()
    log_in(program, type_text)
    assert "Mappen synkroniseras av OneDrive" in the_message()
    program._gate()._come_in(Entered(program._store, program._gate().unlocked))
    assert messages() == []
    noon = datetime(2026, 11, 24, 11, tzinfo=UTC)
    back = ClockSetBack(noon, noon - timedelta(days=1))
    program._gate()._come_in(Entered(program._store, program._gate().unlocked, set_back=back))
    told = "Datorns klocka har gått bakåt, från 2026-11-24 kl. 12.00 till 2026-11-23 kl. 12.00."
    assert told in the_message()


def test_a_useless_database_behind_the_log_in_leads_to_the_backups(
    start: Any, guarded_unit: Path, type_text: Any
) -> None:
    (guarded_unit / "unit-g0001.db").write_bytes(b"Ett brev till Karin. " * 500)
    program = start()
    log_in(program, type_text)
    assert "nyckeln passar inte eller filen är skadad" in the_reason(program)
    program.window.view.again.click()
    settle(program)
    assert isinstance(program.window.view, LoginView)


def test_a_useless_file_of_keys_leads_to_an_older_copy_or_to_the_backups(
    start: Any, guarded_unit: Path
) -> None:
    (guarded_unit / "vault.json").write_bytes(b"")
    program = start()
    assert isinstance(program.window.view, DamagedView)
    assert len(program.window.view.copies) == 1
    program.window.view.restore.click()
    assert "Nyckelfilen är skadad" in the_reason(program)
    program.window.view.again.click()
    settle(program)
    assert isinstance(program.window.view, DamagedView)


@pytest.fixture
def kept_backup(guarded_unit: Path, folders: DataFolders, tmp_path: Path) -> Iterator[Backup]:
    """A backup of the unit that asks for log-in; the computer has lost everything since."""
    entered = Entrance(folders, built_in(), wall_clock, CHEAP).log_in("åsa.öberg", PHRASE)
    backup = back_up(entered.store.copies, Order(tmp_path, Reason.DAILY, wall_clock()))
    entered.store.close()
    shutil.rmtree(folders.root)
    return backup


def put_back(
    program: Program, backup: Backup, type_text: Any, meanwhile: Callable[[], object] = int
) -> None:
    """Put the backup back from the page of a lost unit; *meanwhile* is done before the press."""
    view = program.window.view
    assert isinstance(view, RescueView)
    view.look(backup.path.parent)
    settle(program)
    view.restore_button.click()
    view.key_card.given.emit("åsa.öberg", PHRASE)
    settle(program)
    type_text(view.restore.word, WORD)
    meanwhile()
    view.restore.restore_button.click()
    settle(program)


def test_a_lost_unit_is_put_back_from_the_very_first_page(
    start: Any, kept_backup: Backup, type_text: Any
) -> None:
    program = start()
    program.window.view.restore.click()
    view = program.window.view
    assert program.window.focusWidget() is view.place
    view.again.click()
    assert isinstance(program.window.view, FirstView)
    program.window.view.restore.click()
    put_back(program, kept_backup, type_text)
    log_in(program, type_text)
    assert people(program) == []


def test_a_restoring_that_fails_on_a_new_computer_leaves_nothing_behind(
    start: Any, kept_backup: Backup, folders: DataFolders, type_text: Any
) -> None:
    program = start()
    program.window.view.restore.click()
    away = kept_backup.path.with_name("away")
    put_back(program, kept_backup, type_text, lambda: kept_backup.path.rename(away))
    assert "Säkerhetskopian" in the_message()
    assert not folders.has_unit
    away.rename(kept_backup.path)
    put_back(program, kept_backup, type_text)
    log_in(program, type_text)
    assert people(program) == []


def test_a_folder_that_lost_everything_is_no_unit_with_a_key_and_is_put_back(
    start: Any, kept_backup: Backup, folders: DataFolders, type_text: Any
) -> None:
    folders.unit_folder.mkdir(parents=True)
    # As earlier versions left it.
    (folders.unit_folder / "unit.key").write_bytes(b"k" * 32)
    program = start()
    assert "finns inte på sin plats" in the_reason(program)
    put_back(program, kept_backup, type_text)
    log_in(program, type_text)
    assert people(program) == []


def test_setting_up_that_is_broken_off_leaves_nothing(
    start: Any, folders: DataFolders, type_text: Callable[..., None]
) -> None:
    program = start()
    program.window.view.unit_wanted.emit("Norra", "Åsa Ek")
    settle(program)
    view = program.window.view
    view.next.click()
    type_text(view.again.line, view.phrase.text)
    view.next.click()
    settle(program)
    view.back.click()
    (question,) = messages()
    next(one for one in question.buttons() if one.text().startswith("Avbryt")).click()
    settle(program)
    assert isinstance(program.window.view, FirstView)
    assert not folders.has_unit
    assert not list(folders.root.glob("unit*"))


def test_a_unit_goes_before_practice_unless_practice_is_asked_for_and_after_it(
    start: Any, practice: Path, unit: Path
) -> None:
    program = start()
    assert people(program) == []
    program.end()
    # In practice one can pretend that it is another day.
    program = start("--practice", "--today", "2027-03-01")
    assert len(people(program)) == 10
    assert program.window.office.today().isoformat() == "2027-03-01"
    program.window._band.leave.click()
    settle(program)
    assert program.window.office.unit.name == "Hemvården Åsen"


def test_leaving_practice_without_a_unit_goes_to_the_first_start(
    start: Any, practice: Path
) -> None:
    program = start()
    program.window._band.leave.click()
    settle(program)
    assert isinstance(program.window.view, FirstView)
    program.window.view.practise.click()
    settle(program)
    assert len(people(program)) == 10


def test_practice_begun_anew_has_its_ten_persons_back(start: Any, practice: Path) -> None:
    program = start()
    program._database.call(lambda: program._store.remove_draft("olena-utkast"))
    program.window._band.reset.click()
    (question,) = messages()
    next(b for b in question.buttons() if b.text() == "Börja om övningen").click()
    settle(program)
    assert len(people(program)) == 10
    assert len(program.window.view.drafts.rows) == 1


def test_the_wizard_opens_from_the_list(start: Any, practice: Path) -> None:
    program = start()
    program.window.work.open_plan("olena-utkast")
    settle(program)
    assert type(program.window.view).__name__ == "WizardView"
    assert program.window.close()
    settle(program)


def test_the_look_and_the_place_are_there_next_time(
    start: Any, practice: Path, folders: DataFolders
) -> None:
    settings.save(folders.settings_file, Settings(theme="dark", text_size=125))
    program = start()
    assert program._theme.text_size == 125
    program.window.resize(760, 600)
    program.window.close()
    kept = settings.load(folders.settings_file)
    assert (kept.theme, kept.text_size) == ("dark", 125)
    program.end()
    again = start()
    assert again.window.height() == 600


def spoil_nothing_left(unit: Path) -> None:
    unit.write_bytes(b"")


def spoil_other_file(unit: Path) -> None:
    unit.write_bytes(b"Ett brev till Karin. " * 500)


def spoil_plain(unit: Path) -> None:
    unit.write_bytes(b"SQLite format 3\0" + bytes(8176))


def spoil_key_gone(unit: Path) -> None:
    (unit.parent / "unit.key").unlink()


def spoil_key_short(unit: Path) -> None:
    (unit.parent / "unit.key").write_bytes(b"kort")


def spoil_key_other(unit: Path) -> None:
    (unit.parent / "unit.key").write_bytes(bytes(32))


def spoil_newer(unit: Path) -> None:
    database = driver.open_file(unit, unit_key(unit.parent))
    database.execute(f"PRAGMA user_version = {schema.NEWEST + 1}")
    database.close()


FAULTS = {
    spoil_nothing_left: "går inte att läsa",
    spoil_other_file: "nyckeln passar inte eller filen är skadad",
    spoil_plain: "filen är inte krypterad",
    spoil_key_gone: "Det som låser upp enhetens databas saknas",
    spoil_key_short: "Det som låser upp enhetens databas saknas eller är skadat",
    spoil_key_other: "nyckeln passar inte eller filen är skadad",
    spoil_newer: "nyare version av Gplan",
}


def test_each_fault_of_the_unit_is_told_and_it_is_not_begun_anew(
    start: Any, folders: DataFolders, unit: Path, kept_unit: Path
) -> None:
    failed: list[str] = []

    def compare(before: bytes, says: str) -> None:
        told = the_reason(program)
        if says not in told or unit.read_bytes() != before:
            failed.append(f"{says}: {told}, {unit.stat().st_size} bytes")

    first, *_ = FAULTS
    first(unit)
    program = start()
    compare(b"", FAULTS[first])
    for spoil, says in FAULTS.items():
        shutil.rmtree(folders.unit_folder)
        shutil.copytree(kept_unit, folders.unit_folder)
        spoil(unit)
        before = unit.read_bytes()
        # The unit is never made anew over the old one.
        program.window.view.again.click()
        settle(program)
        compare(before, says)
    assert failed == []


def test_one_can_practise_when_the_unit_cannot_be_opened(
    start: Any, unit: Path, practice: Path
) -> None:
    spoil_nothing_left(unit)
    program = start()
    program.window.view.practise.click()
    settle(program)
    assert len(people(program)) == 10
    assert unit.read_bytes() == b""


def test_a_practice_file_in_the_units_place_is_told(start: Any, unit: Path, practice: Path) -> None:
    shutil.copy(practice, unit)
    (unit.parent / "unit.key").write_bytes(practice_key())
    start()
    assert "övningsfil, men skulle vara en riktig enhet" in the_message()


def test_a_unit_in_the_place_of_practice_is_told(start: Any, practice: Path) -> None:
    practice.unlink()
    create(practice, practice_key(), Unit("Norra", "Åsa", practice=False), now=wall_clock).close()
    start("--practice")
    assert "riktig enhet, men skulle vara en övningsfil" in the_message()


def test_damaged_practice_is_told_and_the_unit_can_still_be_begun(
    start: Any, practice: Path
) -> None:
    practice.write_bytes(b"")
    program = start()
    assert "Övningsfilen går inte att öppna" in the_message()
    program.window.view.unit_wanted.emit("Norra", "Åsa")
    settle(program)
    assert program.window.view.unit.text() == "Norra"


def test_damaged_practice_is_put_aside_for_a_new_one(start: Any, practice: Path) -> None:
    practice.write_bytes(b"not a database at all")
    program = start()
    (question,) = messages()
    next(b for b in question.buttons() if b.text() == "Skapa en ny övning").click()
    settle(program)
    assert program.window.office.unit.practice
    assert (practice.parent / "aside-practice.db").read_bytes() == b"not a database at all"


def test_a_unit_whose_database_is_lost_is_told_and_not_made_anew(start: Any, unit: Path) -> None:
    unit.unlink()
    assert "finns inte på sin plats" in the_reason(start())
    assert not unit.exists()


def test_a_second_start_is_told_and_the_first_goes_on(start: Any, practice: Path) -> None:
    first = start()
    second = start()
    assert "redan öppen i ett annat fönster" in the_message()
    assert isinstance(second.window.view, FirstView)
    first.window.work.open_person("karin")
    settle(first)
    assert isinstance(first.window.view, PersonView)


@pytest.fixture
def read_only(method: Any) -> Iterator[Path]:
    """A folder that everybody may read and nobody may write in."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o700)
    shutil.rmtree(folder)


def test_a_folder_that_may_not_be_written_is_told(
    start: Any, read_only: Path, without_rights: Any
) -> None:
    with without_rights():
        program = start("--practice", data=read_only)
        told = the_message()
        program.window.close()
    assert "Det går inte att skriva i mappen" in told
    assert isinstance(program.window.view, FirstView)
    assert list(read_only.iterdir()) == []


@pytest.mark.parametrize("name", ["/".join(["mapp"] * 60), "m" * 300])
def test_a_folder_with_too_long_a_path_is_told_and_the_program_ends(
    qapp: QApplication, theme: Any, tmp_path: Path, name: str
) -> None:
    seen: list[str] = []

    def read() -> None:
        (message,) = messages()
        seen.append(message.text())
        message.close()

    QTimer.singleShot(0, read)
    assert app.main(["--data", str(tmp_path / name)]) == 1
    assert seen[0].startswith("Mappens sökväg är för lång, välj en kortare")


def test_standard_buttons_speak_swedish(qapp: QApplication) -> None:
    before = qapp.findChildren(QTranslator)
    assert app.make_application() is qapp
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.buttons()[0].text() == "Avbryt"
    for translator in qapp.findChildren(QTranslator):
        if translator not in before:
            qapp.removeTranslator(translator)
            translator.deleteLater()


def test_a_bug_is_told_and_logged_and_the_program_goes_on(
    start: Any, practice: Path, folders: DataFolders, expect_log: Callable[[str], None]
) -> None:
    expect_log("a bug")
    program = start()
    error = KeyError("Karin Bergström")
    sys.excepthook(KeyError, error, None)
    assert "Något gick fel i programmet." in the_message()
    for handler in logging.getLogger().handlers:
        handler.flush()
    logged = folders.log_file.read_text("utf-8")
    assert "KeyError" in logged
    assert "Karin" not in logged
    assert len(people(program)) == 10


def test_practice_that_is_there_opens_without_a_unit_and_is_closed_at_log_off(
    start: Any, practice: Path
) -> None:
    program = start()
    assert len(people(program)) == 10
    program._on_log_off()
    assert not program.window.isVisible()


OWN = {
    "method.toml": 'version = "Eksta 2026-1"\n[limits]\nestablish_days = 14\n',
    "fields.toml": '["area.*.goal"]\nlabel = "Mål med stödet"\n',
}


@pytest.fixture
def eksta(tmp_path: Path) -> Path:
    """A municipality's own metodstöd, not in use yet."""
    folder = tmp_path / "Eksta"
    folder.mkdir()
    for name, text in OWN.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def test_a_chosen_metodstod_is_used_at_once_and_at_the_next_start_until_it_is_left(
    start: Any, practice: Path, eksta: Path
) -> None:
    program = start()
    program.window.rooms.show_method()
    program.window.view._adopt(eksta)
    settle(program)
    chosen = program.window.view
    assert isinstance(chosen, MethodView)
    assert program.window.office.method.limits.establish_days == 14
    assert program.window.office.own_method.is_used
    program.window.work.open_plan("olena-utkast")
    settle(program)
    assert program.window.view.editor.situation.method.limits.establish_days == 14
    assert program.window.close()
    settle(program)
    program.end()
    again = start()
    assert again.window.office.method.field("area.d5.goal").label == "Mål med stödet"
    again.window.rooms.show_method()
    again.window.view.back_to_built_in.click()
    (question,) = messages()
    next(b for b in question.buttons() if b.text() == "Gå tillbaka till det inbyggda").click()
    settle(again)
    assert again.window.office.method.limits.establish_days == 30
    assert isinstance(again.window.view, MethodView)


def test_a_refused_choice_is_told_and_nothing_is_used(
    start: Any, practice: Path, eksta: Path, folders: DataFolders
) -> None:
    (eksta / "fields.toml").write_text("[name]\nlabel = 3\n", "utf-8")
    program = start()
    program.window.rooms.show_method()
    program.window.view._adopt(eksta)
    settle(program)
    assert "fields.toml, rad 2" in program.window.view.mistakes.text()
    assert not folders.method_folder.exists()
    assert not program.window.office.own_method.is_used


def test_a_metodstod_that_became_broken_is_told_and_nothing_else_stops(
    start: Any, practice: Path, folders: DataFolders, eksta: Path
) -> None:
    shutil.copytree(eksta, folders.method_folder)
    (folders.method_folder / "fields.toml").write_text("[name]\nlabel = 3\n", "utf-8")
    program = start()
    assert len(people(program)) == 10
    assert messages() == []
    assert program.window.office.own_method.refused is not None
    assert program.window.office.method.limits.establish_days == 30


def test_a_metodstod_is_checked_from_the_command_line(
    eksta: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "svar.txt"
    assert app.main(["--check-method", str(eksta), "--report", str(report)]) == 0
    assert report.read_text("utf-8") == capsys.readouterr().out
    (eksta / "rules.toml").write_text("[x]\n", "utf-8")
    assert app.main(["--check-method", str(eksta)]) == 1
    assert "rules.toml, rad 1: x: finns inte" in capsys.readouterr().out


def test_the_check_goes_by_the_metodstod_in_use(
    eksta: Path, folders: DataFolders, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(eksta, folders.method_folder)
    assert app.main(["--check", "--data", str(folders.root)]) == 0
    assert "Eksta 2026-1" in capsys.readouterr().out.splitlines()[0]
    assert [path.name for path in folders.root.iterdir()] == ["metodstod"]


def test_a_check_in_a_folder_with_too_long_a_path_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert app.main(["--check", "--data", str(tmp_path / ("m" * 300))]) == 1
    assert capsys.readouterr().out.startswith("FEL: Mappens sökväg är för lång")


def test_a_program_that_is_closed_while_it_is_loading_ends_quietly(
    start: Any, practice: Path
) -> None:
    program = start()
    program._load_the_rest(None)
    program.end()
    assert messages() == []


def test_what_is_typed_at_the_log_in_before_the_program_is_loaded_is_done_then(
    show_first: Callable[..., FirstWindow], guarded_unit: Path, method: Any, type_text: Any
) -> None:
    first = show_first()
    view = first.window.view
    assert isinstance(view, LoginView)
    assert first.window.focusWidget() is view.login
    type_text(view.login, "åsa.öberg")
    type_text(view.passphrase.line, PHRASE)
    QTest.keyClick(view.passphrase.line, Qt.Key.Key_Return)
    assert view.told.text().startswith("Låser upp")
    assert people(go_on(first, MethodInUse(method))) == []


def test_half_a_passphrase_stays_with_the_keyboard_in_it_when_the_program_is_loaded(
    show_first: Callable[..., FirstWindow], guarded_unit: Path, method: Any, type_text: Any
) -> None:
    first = show_first()
    view = first.window.view
    view.login.setText("åsa.öberg")
    view.focus_first()
    type_text(view.passphrase.line, PHRASE[:6])
    program = go_on(first, MethodInUse(method))
    assert program.window.view is view
    assert view.passphrase.line.hasFocus()
    type_text(view.passphrase.line, PHRASE[6:])
    view.enter.click()
    settle(program)
    assert people(program) == []


def test_practice_chosen_before_the_program_is_loaded_is_gone_to_then(
    show_first: Callable[..., FirstWindow], guarded_unit: Path, practice: Path, method: Any
) -> None:
    first = show_first()
    first.window.view.practise.click()
    assert len(people(go_on(first, MethodInUse(method)))) == 10


def test_a_window_closed_before_the_program_is_loaded_stays_closed(
    show_first: Callable[..., FirstWindow], guarded_unit: Path
) -> None:
    first = show_first()
    first.load()
    QApplication.processEvents()
    assert first.window.close()
    first.end()
    assert first.program is None
    assert messages() == []


def test_a_program_that_cannot_be_loaded_is_told_also_to_who_has_pressed_enter(
    show_first: Callable[..., FirstWindow], guarded_unit: Path, type_text: Any, expect_log: Any
) -> None:
    def load(_: DataFolders) -> MethodInUse:
        raise RuntimeError("a part is missing")

    expect_log("a bug")
    first = show_first()
    view = first.window.view
    type_text(view.login, "åsa.öberg")
    type_text(view.passphrase.line, PHRASE + "\n")
    first.load(load)
    QApplication.processEvents()
    first.database.flush()
    assert "Något gick fel i programmet" in the_message()
    assert "Stäng Gplan och starta det igen" in view.told.text()
    assert view.enter.isEnabled()


def test_the_program_is_loaded_behind_the_window(
    show_first: Callable[..., FirstWindow], practice: Path, qtbot: Any
) -> None:
    first = show_first("--practice")
    first.load()
    qtbot.waitUntil(lambda: isinstance(first.window.view, StartView))


def test_the_screen_is_covered_and_the_same_place_comes_back(
    settled: Any, type_text: Callable[..., None]
) -> None:
    settled.window.rooms.show_papers()
    papers = settled.window.view
    settled.window.focusNextPrevChild(True)
    focused = settled.window.focusWidget()
    settled._gate().idle.idle.emit()
    settle(settled)
    view = login_view(settled)
    assert not settled.window.all.isVisible()
    assert "skriv ditt eget användarnamn" in view.lead.text()
    assert "återställningskoden" in view.lead.text()
    assert view.login.text() == "åsa.öberg"
    type_text(view.passphrase.line, PHRASE)
    QTest.keyClick(view.passphrase.line, Qt.Key.Key_Return)
    settle(settled)
    assert settled.window.view is papers
    assert settled.window.all.isVisible()
    assert settled.window.focusWidget() is focused


@pytest.mark.parametrize("leaves", ["_lock", "_log_out", ""])
def test_whom_the_computer_remembers_is_asked_again_after_leaving_the_screen(
    show_first: Any, guarded_unit: Path, type_text: Any, new_safe: Any, leaves: str
) -> None:
    machine = replace(CHEAP, safe=new_safe())

    def begin() -> Program:
        return go_on(show_first(machine=machine), MethodInUse(built_in()))

    program = begin()
    login_view(program).remember.setChecked(True)
    log_in(program, type_text)
    if leaves:
        getattr(program, leaves)()
    settle(program)
    program.window.close()
    program.end()
    assert isinstance(begin().window.view, LoginView if leaves else StartView)


def test_tab_goes_round_on_what_covers_the_screen(settled: Any) -> None:
    settled._lock()
    settle(settled)
    view = login_view(settled)
    gone = []
    for _ in range(3):
        settled.window.focusNextPrevChild(True)
        gone.append(settled.window.focusWidget())
    assert gone == [view.enter, view.login, view.passphrase.line]


def test_another_user_takes_over_in_the_own_name(
    settled: Any, type_text: Callable[..., None]
) -> None:
    phrase = "vinter fönster lykta korg"
    unlocked = settled._gate().unlocked
    settled._database.call(lambda: unlocked.add_user(NewUser("bo.al", "Bo Al", "lasare", phrase)))
    settled._lock()
    settle(settled)
    former = settled.window.view
    unlock = QTest.keyClick
    view = login_view(settled)
    view.login.setText("bo.al")
    view.passphrase.line.setText(phrase)
    unlock(view.passphrase.line, Qt.Key.Key_Return)
    # Until the unit is open for the other one, the former page is under the cover.
    assert not settled.window.all.isVisible()
    settle(settled)
    assert settled.window.office.unit.coordinator == "Bo Al"
    assert settled.window.all.isVisible()
    assert settled.window.view is not former


def test_a_code_that_is_not_read_back_is_withdrawn_when_another_user_takes_over(
    settled: Any, type_text: Callable[..., None]
) -> None:
    phrase = "vinter fönster lykta korg"
    unlocked = settled._gate().unlocked
    settled._database.call(lambda: unlocked.add_user(NewUser("bo.al", "Bo Al", "lasare", phrase)))
    settled._show_users()
    settle(settled)
    settled.window.view.new_code.click()
    settle(settled)
    settled._lock()
    settle(settled)
    log_in(settled, type_text, phrase, "bo.al")
    assert settled.window.office.unit.coordinator == "Bo Al"
    assert len(settled._gate().unlocked.kept.contents.of_kind("recovery")) == 1


def test_nobody_works_with_a_passphrase_that_was_given(
    settled: Any, type_text: Callable[..., None]
) -> None:
    phrase = "vinter fönster lykta korg"
    unlocked = settled._gate().unlocked
    settled._database.call(lambda: unlocked.add_user(NewUser("bo.al", "Bo Al", "lasare", phrase)))
    settled._log_out()
    log_in(settled, type_text, phrase, "bo.al")
    (dialog,) = settled.window.view.findChildren(UserDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle(settled)
    assert login_view(settled).told.text().startswith("Du är utloggad.")
    assert settled.window.office is None
    assert settled._gate().unlocked is None
    log_in(settled, type_text, phrase, "bo.al")
    (dialog,) = settled.window.view.findChildren(UserDialog)
    dialog.old.line.setText(phrase)
    dialog.do_it.click()
    settle(settled)
    assert settled.window.office.unit.coordinator == "Bo Al"
    assert not any(user.temporary for user in settled._gate().unlocked.users())


def test_another_user_takes_over_from_one_who_is_to_choose_a_passphrase(
    settled: Any, type_text: Callable[..., None]
) -> None:
    phrase = "vinter fönster lykta korg"
    unlocked = settled._gate().unlocked
    settled._database.call(lambda: unlocked.add_user(NewUser("bo.al", "Bo Al", "lasare", phrase)))
    settled._log_out()
    log_in(settled, type_text, phrase, "bo.al")
    settled._lock()
    settle(settled)
    log_in(settled, type_text)
    assert settled.window.office.unit.coordinator == "Åsa Öberg"
    assert isinstance(settled.window.view, StartView)


def test_a_user_is_taken_away_with_a_new_key_for_the_unit(
    start: Any, settled: Any, folders: DataFolders
) -> None:
    unlocked = settled._gate().unlocked
    new = NewUser("bo.al", "Bo Al", "lasare", "vinter fönster lykta korg")
    user = settled._database.call(lambda: unlocked.add_user(new))
    before = unlocked.key
    settled._gate().remove_user(user)
    settle(settled)
    assert settled._gate().unlocked.key != before
    assert [one.login for one in settled._gate().unlocked.users()] == ["åsa.öberg"]
    assert [path.name for path in folders.unit_folder.glob("*.db")] == ["unit-g0002.db"]
    store = settled.window.office.store
    entries = settled._database.call(lambda: store._audit.entries(0, 1000))
    noted = [one.action for one in entries if one.detail == user.id]
    assert noted == [Noted.REMOVAL_BEGUN, Noted.USER_REMOVED]


def test_every_role_comes_in_to_what_it_may_do(settled: Any) -> None:
    phrase, unlocked = "vinter fönster lykta korg", settled._gate().unlocked
    roles = list(settled.window.office.method.access.roles)
    for role in roles:
        new = NewUser(role, f"Kim {role}", role, phrase)
        settled._database.call(partial(unlocked.add_user, new))
    shown: dict[str, type[object]] = {}
    for role in roles:
        settled.close_store()
        entered = settled._database.call(partial(settled.entrance().log_in, role, phrase))
        settled._gate()._come_in(entered)
        settle(settled)
        # Somebody else has chosen the passphrase.
        assert isinstance(settled.window.view, UsersView)
        settled.window.show_start()
        settle(settled)
        shown[role] = type(settled.window.view)
        assert messages() == []
    without = {"utbildare": DutiesView, "administrator": DutiesView}
    assert shown == dict.fromkeys(roles, StartView) | without


def test_coming_locking_and_going_stand_in_the_log(
    start: Any, settled: Any, type_text: Callable[..., None]
) -> None:
    settled._lock()
    settle(settled)
    view = login_view(settled)
    type_text(view.passphrase.line, PHRASE)
    QTest.keyClick(view.passphrase.line, Qt.Key.Key_Return)
    settle(settled)
    # Other minutes are gone by at once.
    start = settled.window.view
    assert start.where.text() == "Hemvården Åsen · Inloggad: Åsa Öberg, enhetschef"
    *_, after, log_out = start.more.menu().actions()
    after.menu().actions()[0].trigger()
    assert settled._gate().idle.timer.interval() == 2 * 60 * 1000
    log_out.trigger()
    settle(settled)
    assert isinstance(settled.window.view, LoginView)
    settled.window.view.login.setText("åsa.öberg")
    type_text(settled.window.view.passphrase.line, PHRASE)
    settled.window.view.enter.click()
    settle(settled)
    entries = settled._database.call(settled._store.audit)
    told = [entry.action for entry in entries if entry.action.startswith("session.")]
    once = ["session.begun", "session.locked", "session.unlocked", "session.ended"]
    assert told == [*once, "session.begun"]
    assert_the_arrival_is_told(settled)


def assert_the_arrival_is_told(program: Any) -> None:
    """On the start: when one came in the last time, and that no code is kept to rely on."""
    start = program.window.view
    last, code = start.findChild(LastTimeLine), start.findChild(CodeLine)
    assert last.before.text().startswith("Du loggade in senast 20")
    assert not last.failed.isVisible()
    lacks = not program._gate().unlocked.recovery_confirmed
    assert code.isVisible() is lacks
    code.button.click()
    settle(program)
    assert isinstance(program.window.view, UsersView)


def test_a_unit_without_log_in_gets_one_from_the_menu(
    start: Any, unit: Path, type_text: Callable[..., None], folders: DataFolders
) -> None:
    program = start()
    program._show_users()
    settle(program)
    view = program.window.view
    assert view.unit.text() == "Hemvården Åsen"
    view.next.click()
    type_text(view.again.line, view.phrase.text)
    view.next.click()
    settle(program)
    type_text(view.typed, view.code.text())
    view.next.click()
    view.next.click()
    settle(program)
    assert program.window.office.unit.name == "Hemvården Åsen"
    assert folders.asks_for_login
