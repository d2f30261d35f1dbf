"""At a unit's door: whatever is wrong with its files is told, with the ways back."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from nacl.pwhash import argon2id
from PySide6.QtWidgets import QLabel, QWidget

from gplan_desktop.domain.overview import Unit
from gplan_desktop.entrance import Entered, Entrance, NewUnit
from gplan_desktop.errors import (
    DatabaseDamaged,
    DatabaseMissing,
    DatabaseNewer,
    WorldError,
    WrongUnit,
)
from gplan_desktop.paths import data_folders
from gplan_desktop.store import driver, schema
from gplan_desktop.store.store import create
from gplan_desktop.vault.derivation import Cost, Costs
from gplan_desktop.vault.faults import VaultOlder
from gplan_desktop.vault.machine import Machine
from gplan_desktop.vault.users import NewUser
from gplan_desktop.vault.vault import open_vault
from ui.background import Background
from ui.login.damaged_view import DamagedView
from ui.login.door_ways import DoorwayWays
from ui.login.doorway import Doorway
from ui.login.login_view import LoginView

LEAST = Cost(1, argon2id.MEMLIMIT_MIN)
CHEAP = Machine(Costs(LEAST, LEAST, Cost(2, 1024 * 1024)))
PHRASE = "sommar tegel brygga mandel"
UNIT = NewUnit("Norra", "Anna Ek", "anna.ek", PHRASE)
BO = NewUser("bo.al", "Bo Al", "lasare", "vinter fönster lykta korg")


@dataclass
class Went:
    """What the doorway did with the program around it."""

    views: list[Any] = field(default_factory=list)
    entered: list[Entered] = field(default_factory=list)
    rescued: list[WorldError] = field(default_factory=list)
    turned_back: int = 0


@pytest.fixture
def entrance(tmp_path: Path, method: Any, now: Callable[[], datetime]) -> Entrance:
    """A unit with two users, so that there is an older copy of its file of keys."""
    entrance = Entrance(data_folders(tmp_path / "data"), method, now, CHEAP)
    unlocked, _ = entrance.prepare(UNIT)
    unlocked.add_user(BO)
    entrance.settle()
    return entrance


@pytest.fixture
def folder(entrance: Entrance) -> Path:
    return entrance.folders.unit_folder


@pytest.fixture
def went() -> Went:
    return Went()


@pytest.fixture
def come(
    theme: Any, put_up: Callable[..., Any], went: Went, background: Background, entrance: Entrance
) -> Callable[..., None]:
    """Come to the door."""

    def show(view: QWidget) -> None:
        went.views.append(put_up(view))

    def turn_back() -> None:
        went.turned_back += 1

    def nothing(*_: object) -> None:
        raise AssertionError("not asked for at a door")

    def enter(entered: Entered) -> None:
        # The store belongs to the thread that opened it.
        background.call(entered.store.close)
        went.entered.append(entered)

    def come(entrance: Entrance = entrance) -> None:
        ways = DoorwayWays(
            lambda: theme,
            show,
            enter,
            nothing,
            nothing,
            nothing,
            turn_back,
            nothing,
            went.rescued.append,
            lambda: None,
        )
        Doorway(entrance, background, ways).open()
        background.flush()

    return come


@pytest.fixture
def log_in(went: Went, background: Background) -> Callable[..., None]:
    def log_in(typed: str = PHRASE) -> None:
        view = went.views[-1]
        assert isinstance(view, LoginView)
        view.login.setText("anna.ek")
        view.passphrase.line.setText(typed)
        view.enter.click()
        background.flush()

    return log_in


def told(view: QWidget) -> str:
    return " ".join(shown.text() for shown in view.findChildren(QLabel))


def lose(file: Path) -> None:
    file.unlink()


def empty(file: Path) -> None:
    file.write_bytes(b"")


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:200])


def other(file: Path) -> None:
    file.write_bytes(b"Ett brev till IT." * 50)


VAULT_FAULTS = {
    lose: "Nyckelfilen finns inte på sin plats",
    empty: "skadad och går inte att läsa",
    cut: "skadad och går inte att läsa",
    other: "skadad och går inte att läsa",
}


@pytest.mark.parametrize(("spoil", "says"), VAULT_FAULTS.items())
def test_a_useless_file_of_keys_is_told_and_an_older_copy_leads_in(
    come: Any, log_in: Any, went: Went, folder: Path, spoil: Callable[[Path], None], says: str
) -> None:
    spoil(folder / "vault.json")
    come()
    view = went.views[-1]
    assert isinstance(view, DamagedView)
    assert says in told(view)
    assert view.copies[0].hasFocus()
    view.copies[0].click()
    assert "Nyckelfilen från 20" in told(went.views[-1])
    log_in()
    assert [entered.store.unit.name for entered in went.entered] == ["Norra"]
    # The copy has taken the file's place.
    assert (folder / "vault.json").read_bytes() == (folder / "vault.json.1").read_bytes()


def test_a_file_of_keys_that_was_changed_is_told_at_the_log_in(
    come: Any, log_in: Any, went: Went, folder: Path
) -> None:
    file, older = folder / "vault.json", folder / "vault.json.1"
    # One of its seals, from another time: the file can be read, but is not what it was.
    changed, before = file.read_bytes(), older.read_bytes()
    file.write_bytes(changed[:-60] + before[-60:])
    come()
    log_in()
    view = went.views[-1]
    assert isinstance(view, DamagedView)
    assert "ändrats av något annat än Gplan" in told(view)
    view.copies[0].click()
    log_in()
    assert len(went.entered) == 1


def test_without_a_copy_the_backups_are_the_way(come: Any, went: Went, folder: Path) -> None:
    for file in folder.glob("vault.json*"):
        empty(file) if file.name == "vault.json" else file.unlink()
    come()
    view = went.views[-1]
    assert view.copies == []
    assert view.restore.hasFocus()
    view.restore.click()
    assert "skadad" in went.rescued[0].happened


def test_a_copy_that_is_damaged_too_leads_back_to_the_choice(
    come: Any, log_in: Any, went: Went, folder: Path
) -> None:
    empty(folder / "vault.json")
    come()
    empty(folder / "vault.json.1")
    went.views[-1].copies[0].click()
    log_in()
    view = went.views[-1]
    assert isinstance(view, DamagedView)
    assert "vault.json.1" in told(view)


def test_the_file_put_right_is_tried_again(
    come: Any, went: Went, folder: Path, background: Background
) -> None:
    shutil.move(folder / "vault.json", folder / "away")
    come()
    shutil.move(folder / "away", folder / "vault.json")
    went.views[-1].again.click()
    background.flush()
    assert isinstance(went.views[-1], LoginView)


def put_newer(file: Path, key: bytes) -> None:
    database = driver.open_file(file, key)
    database.execute(f"PRAGMA user_version = {schema.NEWEST + 1}")
    database.close()


def put_practice(file: Path, key: bytes) -> None:
    file.unlink()
    create(file, key, Unit("Övning", "Anna", practice=True)).close()


def put_foreign(file: Path, _key: bytes) -> None:
    file.unlink()
    create(file, bytes(32), Unit("Södra", "Bo", practice=False)).close()


DATABASE_FAULTS: dict[Callable[..., None], type[WorldError]] = {
    lambda file, _: file.unlink(): DatabaseMissing,
    lambda file, _: file.write_bytes(b""): DatabaseDamaged,
    lambda file, _: file.write_bytes(b"Ett brev. " * 999): DatabaseDamaged,
    lambda file, _: file.write_bytes(b"SQLite format 3\0" + bytes(8176)): DatabaseDamaged,
    put_foreign: DatabaseDamaged,
    put_newer: DatabaseNewer,
    put_practice: WrongUnit,
}


@pytest.mark.parametrize(
    ("spoil", "error"),
    DATABASE_FAULTS.items(),
    ids=["missing", "empty", "another file", "plain", "foreign", "newer", "practice"],
)
def test_a_useless_database_leads_to_the_backups_and_is_left_alone(
    come: Any,
    log_in: Any,
    went: Went,
    folder: Path,
    spoil: Callable[[Path, bytes], None],
    error: type[WorldError],
) -> None:
    file = folder / "unit-g0001.db"
    spoil(file, open_vault(folder, CHEAP).unlock("anna.ek", PHRASE).key)
    before = file.read_bytes() if file.exists() else None
    come()
    log_in()
    assert [type(found) for found in went.rescued] == [error]
    assert (file.read_bytes() if file.exists() else None) == before
    assert went.entered == []


def test_a_file_of_keys_from_before_the_present_key_leads_to_the_backups(
    come: Any, log_in: Any, went: Went, folder: Path, entrance: Entrance
) -> None:
    old = (folder / "vault.json").read_bytes()
    unlocked = open_vault(folder, CHEAP).unlock("anna.ek", PHRASE)
    entrance.remove_user(unlocked, unlocked.users()[1].id).store.close()
    (folder / "vault.json").write_bytes(old)
    come()
    log_in()
    assert [type(found) for found in went.rescued] == [VaultOlder]


def test_a_wrong_passphrase_is_no_fault_of_the_files(come: Any, log_in: Any, went: Went) -> None:
    come()
    log_in("något helt annat")
    assert isinstance(went.views[-1], LoginView)
    assert went.rescued == []


def test_everything_on_the_page_has_a_name_and_is_shown_whole(
    come: Any, went: Went, folder: Path, unnamed: Any, clipped: Any
) -> None:
    empty(folder / "vault.json")
    come()
    assert unnamed(went.views[-1]) == []
    assert clipped(went.views[-1]) == []


@dataclass(frozen=True)
class EmptySafe:
    """A safe that is there or not, and keeps nothing."""

    there: bool

    def is_there(self) -> bool:
        return self.there

    def read(self, _: str) -> str:
        return ""

    def write(self, *_: str) -> bool:
        return False

    def delete(self, _: str) -> None:
        """Keep nothing."""


@pytest.mark.parametrize("there", [True, False])
def test_only_a_computer_with_a_safe_offers_to_remember(
    come: Any, went: Went, entrance: Entrance, there: bool
) -> None:
    come(replace(entrance, machine=replace(CHEAP, safe=EmptySafe(there))))
    assert went.views[-1].remember.isVisible() == there


def test_a_place_within_the_unit_is_judged_at_once_and_not_kept(
    theme: Any, put_up: Callable[..., Any], background: Background, entrance: Entrance
) -> None:
    ways = DoorwayWays(lambda: theme, put_up, *(lambda *_: None,) * 8)
    door = Doorway(entrance, background, ways)
    setting = door.set_up("Norra", "Anna Ek")
    view = setting.view
    view._show(3)
    setting._judge_place(entrance.folders.unit_folder / "kopior")
    background.flush()
    assert view.isEnabled()
    assert "inuti mappen med enhetens databas" in view.verdict.text.text()
    assert view.place_told.text() == "Ingen plats är vald."
