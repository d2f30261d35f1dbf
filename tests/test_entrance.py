"""The way into a unit: set up whole or not at all, and opened by those who may."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from nacl.pwhash import argon2id

from gplan_desktop.backup.places import Fitness
from gplan_desktop.domain.log_entry import ClockSetBack, Noted
from gplan_desktop.domain.user import Permission, Whose
from gplan_desktop.entrance import Entered, Entrance, EntranceState, NewUnit
from gplan_desktop.method.model import Method
from gplan_desktop.paths import DataFolders, data_folders
from gplan_desktop.store import driver
from gplan_desktop.store.keys import unit_key
from gplan_desktop.units import Units
from gplan_desktop.user_changes import UserChanges
from gplan_desktop.vault.derivation import Cost, Costs
from gplan_desktop.vault.faults import RecoveryCodeWrong, WrongPassphrase
from gplan_desktop.vault.machine import Machine
from gplan_desktop.vault.users import NewUser

PHRASE = "sommar tegel brygga mandel"
OTHER = "vinter fönster lykta korg"
FAILED = Noted.FAILED_LOGIN
TRIGGERS = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit'"
ANNA = NewUnit("Norra", "Anna Ek", "anna.ek", PHRASE)


@pytest.fixture
def folders(tmp_path: Path) -> DataFolders:
    return data_folders(tmp_path / "data")


@pytest.fixture
def entrance(
    folders: DataFolders, method: Method, now: Callable[[], datetime], machine: Machine
) -> Entrance:
    return Entrance(folders, method, now, machine)


@pytest.fixture
def settled(entrance: Entrance) -> Entrance:
    """A unit in its place, with Anna as its manager."""
    entrance.prepare(ANNA)
    entrance.settle()
    return entrance


def who(entered: Entered) -> str:
    try:
        return entered.store.unit.coordinator
    finally:
        entered.store.close()


def test_a_unit_that_was_set_up_is_opened_by_its_manager(settled: Entrance) -> None:
    assert settled.state is EntranceState.LOGIN
    entered = settled.log_in("Anna.Ek ", PHRASE)
    assert entered.store.access.actor.may(Permission.MANAGE_USERS)
    assert (who(entered), entered.store.unit.name) == ("Anna Ek", "Norra")


def test_no_one_else_comes_in(settled: Entrance) -> None:
    for login, phrase in (("anna.ek", OTHER), ("bo", PHRASE)):
        with pytest.raises(WrongPassphrase):
            settled.log_in(login, phrase)


def test_a_unit_that_was_not_finished_is_no_unit(entrance: Entrance, folders: DataFolders) -> None:
    entrance.prepare(ANNA)
    assert (entrance.state, folders.has_unit) == (EntranceState.NONE, False)
    entrance.abandon()
    assert list(folders.root.iterdir()) == []


def test_one_that_was_cut_off_is_begun_over_again(entrance: Entrance) -> None:
    entrance.prepare(ANNA)
    entrance.prepare(ANNA)
    entrance.settle()
    assert who(entrance.log_in("anna.ek", PHRASE)) == "Anna Ek"


def test_the_recovery_code_leads_in(entrance: Entrance) -> None:
    unlocked, code = entrance.prepare(ANNA)
    unlocked.confirm_recovery(str(code).lower())
    entrance.settle()
    entered = entrance.recover(str(code))
    # To give somebody a new passphrase, and for nothing else: nobody has told who it is.
    assert entered.store.access.actor.permissions == {Permission.MANAGE_USERS}
    assert who(entered) == "Återställningskoden"
    with pytest.raises(RecoveryCodeWrong):
        entrance.recover("ABCDE-" * 8)


def test_each_user_works_in_the_own_name_with_the_own_role(settled: Entrance) -> None:
    entered = settled.log_in("anna.ek", PHRASE)
    entered.unlocked.add_user(NewUser("bo.al", "Bo Al", "lasare", OTHER))
    entered.store.close()
    bo = settled.log_in("bo.al", OTHER)
    assert not bo.store.access.actor.may(Permission.WRITE)
    assert who(bo) == "Bo Al"


def test_a_folder_that_gives_a_role_everything_gives_nobody_more(
    settled: Entrance, method: Method
) -> None:
    entered = settled.log_in("anna.ek", PHRASE)
    entered.unlocked.add_user(NewUser("bo.al", "Bo Al", "utbildare", OTHER))
    entered.store.close()
    roles = method.access.roles
    greedy = replace(roles["utbildare"], may=tuple(Permission), whose=Whose.ALL)
    access = replace(method.access, roles={**roles, "utbildare": greedy})
    bo = replace(settled, method=replace(method, access=access)).log_in("bo.al", OTHER)
    assert bo.store.access.actor.permissions == {Permission.CHANGE_METHOD}
    assert who(bo) == "Bo Al"


def log_of(entered: Entered) -> list[tuple[str, str, str]]:
    """Who came in, or tried to, as the log tells it; the unit is closed after."""
    kinds = (Noted.LOGGED_IN, Noted.RECOVERY_CODE_USED, Noted.FAILED_LOGIN)
    entries = entered.store._audit.entries(0, 1000)
    entered.store.close()
    return [(one.action, one.actor, one.detail) for one in entries if one.action in kinds]


def test_an_older_copy_of_the_file_of_keys_gives_nobody_an_older_role(settled: Entrance) -> None:
    entered = settled.log_in("anna.ek", PHRASE)
    changes = UserChanges(entered.unlocked, entered.store)
    changes.add(NewUser("bo.al", "Bo Al", "chef", OTHER))
    bo = next(user for user in entered.unlocked.users() if user.login == "bo.al")
    vault = settled.folders.unit_folder / "vault.json"
    older = vault.read_bytes()
    changes.change(bo, "Bo Al", "lasare")
    entered.store.close()
    for put_back in (False, True):
        if put_back:
            vault.write_bytes(older)
        with closing(settled.log_in("bo.al", OTHER).store) as store:
            assert store.access.actor.role == "lasare"


def test_a_unit_without_roles_takes_the_delivered_ones_and_none_from_a_folder(
    settled: Entrance, method: Method
) -> None:
    entered = settled.log_in("anna.ek", PHRASE)
    driver_of = entered.store._connection._driver
    for name in ("role_data_no_delete", "audit_no_delete"):
        driver_of.execute(f"DROP TRIGGER IF EXISTS {name}")
    driver_of.execute("DELETE FROM role_data")
    entered.store.close()
    roles = method.access.roles
    greedy = replace(roles["utbildare"], may=tuple(Permission), whose=Whose.ALL)
    access = replace(method.access, roles={**roles, "utbildare": greedy})
    again = replace(settled, method=replace(method, access=access)).log_in("anna.ek", PHRASE)
    with closing(again.store) as store:
        assert store.access.actor.roles["utbildare"] == roles["utbildare"]


def test_whoever_comes_in_is_logged(settled: Entrance) -> None:
    assert log_of(settled.log_in("anna.ek", PHRASE)) == [(Noted.LOGGED_IN, "Anna Ek", "")]


def test_failed_log_ins_are_logged_once_with_whose_they_were(
    settled: Entrance, now: Callable[[], datetime]
) -> None:
    for login in ("anna.ek", "bo@hemma.se"):
        with pytest.raises(WrongPassphrase):
            settled.log_in(login, OTHER)
    clock = Machine(settled.machine.costs, now=lambda: now() + timedelta(minutes=5))
    later = replace(settled, machine=clock)
    log_of(later.log_in("anna.ek", PHRASE))
    entries = log_of(later.log_in("anna.ek", PHRASE))
    failed = [(actor, detail[:4]) for action, actor, detail in entries if action == FAILED]
    assert sorted(failed) == [
        ("Anna Ek", "2026"),
        ("Okänt användarnamn", "2026"),
    ]
    # What was typed may be a passphrase in the wrong box.
    assert "hemma" not in str(entries)


def test_the_recovery_code_is_told_of_in_the_log(entrance: Entrance) -> None:
    _, code = entrance.prepare(ANNA)
    entrance.settle()
    (entry,) = log_of(entrance.recover(str(code)))
    assert entry[0] == Noted.RECOVERY_CODE_USED


def test_a_log_that_was_altered_is_told_and_the_unit_is_opened(settled: Entrance) -> None:
    first = settled.log_in("anna.ek", PHRASE)
    assert first.log_fault is None
    first.store.close()
    with closing(driver.open_file(first.unlocked.database, first.unlocked.key)) as file:
        for trigger in [row[0] for row in file.execute(TRIGGERS)]:
            file.execute(f"DROP TRIGGER {trigger}")
        file.execute("UPDATE audit SET actor = 'Bo Al'")
        file.commit()
    entered = settled.log_in("anna.ek", PHRASE)
    assert entered.log_fault is not None
    assert "loggen är ändrad" in entered.log_fault.reason
    assert who(entered) == "Anna Ek"


def test_a_clock_that_was_set_back_is_told_of_at_the_next_start_and_only_then(
    settled: Entrance, now: Callable[[], datetime]
) -> None:
    told = []
    for hours in (2, 0, 1):
        at = replace(settled, now=lambda hours=hours: now() + timedelta(hours=hours))
        entered = at.log_in("anna.ek", PHRASE)
        told.append(entered.set_back)
        entered.store.close()
    assert told == [None, ClockSetBack(now() + timedelta(hours=2), now()), None]


def test_a_role_that_is_no_longer_there_may_least(settled: Entrance) -> None:
    entered = settled.log_in("anna.ek", PHRASE)
    entered.unlocked.add_user(NewUser("bo.al", "Bo Al", "trollkarl", OTHER))
    entered.store.close()
    bo = settled.log_in("bo.al", OTHER)
    assert not bo.store.access.actor.may(Permission.READ)
    bo.store.close()


def test_a_unit_without_log_in_gets_one_and_keeps_what_it_holds(
    entrance: Entrance, folders: DataFolders, method: Method, now: Callable[[], datetime]
) -> None:
    units = Units(folders, method, now, lambda *_: b"")
    store = units.create_unit("Norra", "Anna Ek")
    store.words.add("rollatorväska")
    store.close()
    old = unit_key(folders.unit_folder)
    assert entrance.state is EntranceState.OPEN
    unlocked, _ = entrance.adopt(ANNA.manager)
    assert unlocked.key != old
    assert not list(folders.unit_folder.glob("unit.key*"))
    entered = entrance.log_in("anna.ek", PHRASE)
    assert entered.store.words.all() == ["rollatorväska"]
    assert Noted.LOGIN_BEGUN in [one.action for one in entered.store._audit.entries(0, 1000)]
    entered.store.close()


@pytest.fixture
def machine() -> Machine:
    """A computer whose keys are cheap to derive, and that remembers nobody."""
    cheap = Cost(1, argon2id.MEMLIMIT_MIN)
    return Machine(costs=Costs(cheap, cheap, Cost(2, 1024 * 1024)))


class OneSecret:
    """A safe that lasts as long as the test."""

    def __init__(self) -> None:
        self.kept = ""
        self.refuses = False

    def is_there(self) -> bool:
        return True

    def read(self, _: str) -> str:
        return self.kept

    def write(self, _: str, secret: str) -> bool:
        self.kept = "" if self.refuses else secret
        return not self.refuses

    def delete(self, _: str) -> None:
        self.kept = ""


def test_a_computer_that_remembers_is_named_and_stands_in_the_log(
    settled: Entrance, machine: Machine
) -> None:
    safe = OneSecret()
    known = replace(settled, machine=replace(machine, safe=safe, name=lambda: "KONTOR-1"))
    entered = known.log_in("anna.ek", PHRASE, remember=True)
    assert [device.label for device in entered.unlocked.devices()] == ["KONTOR-1"]
    last = entered.store._audit.entries(0, 1000)[-1]
    assert (last.action, last.detail) == (Noted.COMPUTER_REMEMBERED, entered.unlocked.user.id)
    entered.store.close()
    assert who(known.let_in()) == "Anna Ek"
    assert not entered.not_remembered


def test_a_computer_that_cannot_remember_lets_in_and_tells(
    settled: Entrance, machine: Machine
) -> None:
    safe = OneSecret()
    safe.refuses = True
    known = replace(settled, machine=replace(machine, safe=safe))
    entered = known.log_in("anna.ek", PHRASE, remember=True)
    assert entered.not_remembered
    assert who(entered) == "Anna Ek"
    assert not known.remembers()


def test_a_computer_does_not_remember_a_passphrase_that_was_given(
    settled: Entrance, machine: Machine
) -> None:
    given = NewUser("bo.al", "Bo Al", "lasare", "vinter fönster lykta korg")
    entered = settled.log_in("anna.ek", PHRASE)
    entered.unlocked.add_user(given)
    entered.store.close()
    known = replace(settled, machine=replace(machine, safe=OneSecret()))
    entered = known.log_in("bo.al", given.passphrase, remember=True)
    assert entered.not_remembered
    entered.store.close()


def test_a_place_for_backups_is_judged_also_while_the_unit_lies_beside(entrance: Entrance) -> None:
    entrance.prepare(ANNA)
    place, other = entrance.folders.root / "kopior", entrance.folders.unit_folder / "kopior"
    place.mkdir()
    assert entrance.judge_backup_place(place).fitness is Fitness.WARNED
    assert entrance.judge_backup_place(other).fitness is Fitness.REFUSED
