"""The page Användare: who can log in, whose persons each sees, and what of it the log tells."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from nacl.pwhash import argon2id
from PySide6.QtWidgets import QWidget

from gplan_desktop.domain.journal_entry import EntryDraft
from gplan_desktop.domain.log_entry import Noted
from gplan_desktop.domain.user import OwnPersons, with_role
from gplan_desktop.program.offices import standing
from gplan_desktop.vault import vault
from gplan_desktop.vault.derivation import Cost, Costs
from gplan_desktop.vault.faults import RecoveryCodeWrong
from gplan_desktop.vault.machine import Machine
from gplan_desktop.vault.recovery_code import RecoveryCode
from gplan_desktop.vault.unlocked import Unlocked
from gplan_desktop.vault.users import NewUser
from ui.login.code_dialog import CodeDialog
from ui.login.own_persons_dialog import OwnPersonsDialog
from ui.login.user_dialog import UserDialog
from ui.login.users_view import UsersView, UsersWays
from ui.office import Office
from ui.widgets.permitted import is_closed

LEAST = Cost(1, argon2id.MEMLIMIT_MIN)
CHEAP = Machine(Costs(LEAST, LEAST, Cost(2, 1024 * 1024)))
PHRASE, OTHER = "sommar tegel brygga mandel", "vinter fönster lykta korg"
ANNA = NewUser("anna.ek", "Anna Ek", "chef", PHRASE)
Log = Callable[[], list[tuple[str, str]]]
Opens = Callable[[RecoveryCode], bool]


@pytest.fixture
def unlocked(tmp_path: Path, new_safe: Callable[[], Any]) -> Unlocked:
    """Anna is in; Bo is a läsare, Omar an external provider's, and Eva an enhetschef too."""
    folder = tmp_path / "vault"
    folder.mkdir()
    machine = Machine(CHEAP.costs, safe=new_safe(), name=lambda: "KONTOR-1")
    _, unlocked, _ = vault.create(folder, ANNA, machine)
    for login, name, role in (
        ("bo", "Bo Al", "lasare"),
        ("omar", "Omar Sy", "extern_utforare"),
        ("eva", "Eva Ö", "chef"),
    ):
        unlocked.add_user(NewUser(login, name, role, OTHER))
    return unlocked


@pytest.fixture
def log(office: Office) -> Log:
    """Tell what was noted since it was asked the last time."""
    seen = [office.database.call(office.store.log.head).number]

    def told() -> list[tuple[str, str]]:
        entries = office.database.call(lambda: office.store._audit.entries(seen[0], 1000))
        seen[0] += len(entries)
        kinds = set(Noted)
        return [(one.action, one.detail) for one in entries if one.action in kinds]

    return told


@pytest.fixture
def opens(tmp_path: Path) -> Opens:
    """Tell whether a recovery code opens the vault, for one who has not tried before."""

    def opens(code: RecoveryCode) -> bool:
        later = Machine(CHEAP.costs, now=lambda: datetime.now(UTC) + timedelta(hours=next(hours)))
        try:
            vault.open_vault(tmp_path / "vault", later).unlock_with_recovery(str(code))
        except RecoveryCodeWrong:
            return False
        return True

    hours = count(1)
    return opens


@pytest.fixture
def codes() -> list[RecoveryCode]:
    """The codes whose papers were shown."""
    return []


@pytest.fixture
def page(
    office: Office, put_up: Callable[..., Any], unlocked: Unlocked, codes: Any
) -> Callable[..., UsersView]:
    def show_paper(code: RecoveryCode, _: QWidget) -> None:
        codes.append(code)

    def page(office: Office = office, unlocked: Unlocked = unlocked) -> UsersView:
        ways = UsersWays(lambda: None, lambda _: None, show_paper)
        view: UsersView = put_up(UsersView(unlocked, office, ways))
        view.refresh()
        office.database.flush()
        return view

    return page


def choose(view: UsersView, name: str) -> str:
    user = next(user for user in view._users.values() if user.name == name)
    view.table.selectRow([row.id for row in view.table.rows].index(user.id))
    return user.id


def whom(view: UsersView) -> dict[str, str]:
    """Whose persons each user sees, as the table tells."""
    return {row.cells[0].text: row.cells[3].text for row in view.table.rows}


def test_the_table_tells_whose_persons_each_sees(page: Any, unlocked: Unlocked) -> None:
    view = page()
    assert whom(view) == {
        "Anna Ek": "Alla",
        "Bo Al": "Alla",
        "Omar Sy": "Ingen utförare vald",
        "Eva Ö": "Alla",
    }


def test_units_are_ticked_and_hold(page: Any, office: Office) -> None:
    view = page()
    bo = choose(view, "Bo Al")
    view.decide.click()
    office.database.flush()
    (dialog,) = view.findChildren(OwnPersonsDialog)
    units = list(dialog.ticks)
    assert units == office.database.call(office.store.own_persons.units)
    dialog.ticks[units[0]].click()
    dialog.do_it.click()
    office.database.flush()
    office.database.flush()
    own = office.database.call(lambda: office.store.own_persons.of_user(bo))
    assert own == OwnPersons((units[0],))
    assert whom(view)["Bo Al"] == units[0]
    assert "nästa inloggning" in view.told.text()


def test_a_providers_user_gets_one_of_the_units_providers(page: Any, office: Office) -> None:
    store = office.store

    def give() -> None:
        karin = store.person("karin")
        provider = replace(karin.provider, name="Omsorg AB", external=True)
        store.change_person(replace(karin, provider=provider))

    office.database.call(give)
    view = page()
    omar = choose(view, "Omar Sy")
    view.decide.click()
    office.database.flush()
    (dialog,) = view.findChildren(OwnPersonsDialog)
    assert dialog.ticks == {}
    dialog.pick.edited.emit("Omsorg AB")
    dialog.do_it.click()
    office.database.flush()
    own = office.database.call(lambda: store.own_persons.of_user(omar))
    assert own == OwnPersons(provider="Omsorg AB")


def test_nothing_is_decided_for_who_sees_everybody(page: Any) -> None:
    view = page()
    for name, open_to in (("Eva Ö", False), ("Bo Al", True), ("Omar Sy", True)):
        choose(view, name)
        assert view.decide.isEnabled() is open_to


@pytest.mark.parametrize(
    ("role", "told"),
    [
        ("samordnare", "Kim Ek ser alla individer tills du väljer enheter"),
        ("extern_utforare", "Kim Ek ser ingen förrän du väljer utförare"),
        ("chef", ""),
    ],
)
def test_whom_somebody_new_sees_is_told_and_can_be_decided_at_once(
    page: Any, office: Office, role: str, told: str
) -> None:
    view = page()
    view.add.click()
    fill(view, "Kim Ek", "kim")
    the_dialog(view).role.edited.emit(role)
    give(view, office)
    office.database.flush()
    assert view.told.text().partition("kim. ")[2].startswith(told)
    assert view._users[view.table.current_id].name == "Kim Ek"
    assert view.decide.isEnabled() is bool(told)


def test_why_one_cannot_change_the_own_role_is_told(page: Any) -> None:
    view = page()
    for name, is_told in (("Anna Ek", True), ("Bo Al", False)):
        choose(view, name)
        assert view.own.isVisible() is is_told
        assert view.rename.isEnabled() is not is_told


def test_what_is_done_with_users_stands_in_the_log(page: Any, office: Office, log: Log) -> None:
    view = page()
    bo = choose(view, "Bo Al")
    view.reset.click()
    assert the_dialog(view).whose.text() == "Bo Al (bo)"
    give(view, office)
    add(view, office, "Kim Ek", "kim")
    assert "Kim Ek kan logga in" in view.told.text()
    kim = next(user.id for user in view._users.values() if user.login == "kim")
    assert log() == [(Noted.PASSWORD_RESET, bo), (Noted.USER_ADDED, kim)]


def test_a_user_gets_another_name_and_role_and_keeps_what_is_written(
    page: Any, office: Office, log: Log, unlocked: Unlocked
) -> None:
    store, begun = office.store, EntryDraft("Allmänt", "", "Jag")
    roles = office.method.access.roles

    def work_as(name: str, role: str) -> Any:
        return office.database.call(lambda: store.work_as(with_role("u", name, role, roles)))

    work_as("Bo Al", "samordnare")
    office.database.call(lambda: store.journal.keep_draft("karin", begun))
    work_as("Anna Ek", "chef")
    view = page()
    bo = choose(view, "Bo Al")
    view.rename.click()
    dialog = the_dialog(view)
    assert (dialog.name.text(), dialog.whose.text()) == ("Bo Al", "Bo Al (bo)")
    dialog.name.setText("Bo Berg")
    dialog.role.edited.emit("samordnare")
    give(view, office)
    user = next(user for user in unlocked.users() if user.id == bo)
    assert (user.name, user.role) == ("Bo Berg", "samordnare")
    noted = [Noted.USER_CHANGED, Noted.RENAMED_FROM, Noted.RENAMED_TO]
    assert log() == [(one, bo) for one in noted]
    work_as("Bo Berg", "samordnare")
    assert office.database.call(lambda: store.journal.draft("karin")) == begun


def test_a_name_that_another_has_acted_in_is_refused(
    page: Any, office: Office, log: Log, unlocked: Unlocked
) -> None:
    office.database.call(lambda: office.store.log.note(Noted.LOGGED_IN, user="Kim Ek"))
    log()
    view = page()
    add(view, office, "kim  ek", "kim")
    assert "Lägg till en initial" in the_dialog(view).problem.text()
    the_dialog(view).reject()
    choose(view, "Bo Al")
    view.rename.click()
    the_dialog(view).name.setText("Kim Ek")
    give(view, office)
    assert "Lägg till en initial" in the_dialog(view).problem.text()
    assert log() == []
    assert len(unlocked.users()) == 4


def test_a_change_that_fails_is_noted_as_well(page: Any, office: Office, log: Log) -> None:
    view = page()
    view.add.click()
    fill(view, "Kim Ek", "bo")
    give(view, office)
    assert "upptaget" in the_dialog(view).problem.text()
    assert [one for one, _ in log()] == [Noted.USER_ADDED, Noted.NOT_CHANGED]


def test_nothing_is_changed_that_cannot_be_noted(
    page: Any, office: Office, unlocked: Unlocked
) -> None:
    view = page()
    view.add.click()
    fill(view, "Kim Ek", "kim")
    driver = office.store._connection._driver
    office.database.call(lambda: driver.execute("PRAGMA query_only = 1"))
    give(view, office)
    office.database.call(lambda: driver.execute("PRAGMA query_only = 0"))
    assert the_dialog(view).problem.text()
    assert len(unlocked.users()) == 4


def test_a_code_is_in_force_when_it_is_read_back(
    page: Any, office: Office, codes: Any, log: Log, opens: Opens
) -> None:
    view = page()
    assert view.unconfirmed.isVisible()
    view.unconfirmed.button.click()
    office.database.flush()
    dialog = code_dialog(view)
    (code,) = codes
    # There is none before it, so it opens also before it is read back.
    assert (opens(code), log()) == (True, [(Noted.RECOVERY_CODE_BEGUN, "")])
    dialog.code.setText("ABCDE")
    dialog.do_it.click()
    office.database.flush()
    assert "40 tecken" in dialog.problem.text()
    assert log() == []
    dialog.code.setText(str(code).lower())
    dialog.do_it.click()
    office.database.flush()
    assert "gäller" in view.told.text()
    assert not view.unconfirmed.isVisible()
    assert log() == [(Noted.RECOVERY_CODE_MADE, "")]
    view.new_code.click()
    office.database.flush()
    code_dialog(view).code.setText(str(codes[-1]))
    code_dialog(view).do_it.click()
    office.database.flush()
    assert (opens(code), opens(codes[-1])) == (False, True)


def test_a_code_that_is_given_up_leaves_the_old_in_force(
    page: Any, office: Office, codes: Any, log: Log, opens: Opens, unlocked: Unlocked
) -> None:
    first = unlocked.new_recovery_code()
    unlocked.confirm_recovery(str(first))
    view = page()
    view.new_code.click()
    office.database.flush()
    dialog = code_dialog(view)
    dialog.again.click()
    assert codes == [codes[0]] * 2
    dialog.cancel.click()
    office.database.flush()
    assert "Papperet med den gamla koden gäller fortfarande" in view.told.text()
    assert (opens(first), opens(codes[0])) == (True, False)
    assert log() == [(Noted.RECOVERY_CODE_BEGUN, "")]


def test_computers_are_listed_and_made_to_forget(
    page: Any, office: Office, log: Log, unlocked: Unlocked, tmp_path: Path, new_safe: Any
) -> None:
    unlocked.remember()
    there = Machine(CHEAP.costs, safe=new_safe())
    bo = vault.open_vault(tmp_path / "vault", there).unlock("bo", OTHER)
    bo.remember("KONTOR-2")
    unlocked = vault.open_vault(tmp_path / "vault", unlocked.kept.machine).unlock("anna.ek", PHRASE)
    view = page(unlocked=unlocked)
    assert [button.accessibleName() for button in view.devices.buttons] == [
        "Glöm Anna Ek: KONTOR-1, den här datorn",
        "Glöm Bo Al: KONTOR-2",
    ]
    view.devices.buttons[1].click()
    office.database.flush()
    view.devices.forget_here.click()
    office.database.flush()
    assert (unlocked.devices(), unlocked.this_computer, view.devices.buttons) == ((), "", [])
    assert not view.devices.forget_here.isEnabled()
    users = [bo.user.id, unlocked.user.id]
    assert log() == [(Noted.COMPUTER_FORGOTTEN, user) for user in users]


def fill(view: UsersView, name: str, login: str) -> None:
    dialog = the_dialog(view)
    dialog.name.setText(name)
    dialog.login.setText(login)
    dialog.role.edited.emit("samordnare")


def give(view: UsersView, office: Office) -> None:
    the_dialog(view).do_it.click()
    office.database.flush()


def add(view: UsersView, office: Office, name: str, login: str) -> None:
    view.add.click()
    fill(view, name, login)
    give(view, office)


def code_dialog(view: UsersView) -> CodeDialog:
    (dialog,) = (one for one in view.findChildren(CodeDialog) if one.isVisible())
    return dialog


def the_dialog(view: UsersView) -> UserDialog:
    (dialog,) = (one for one in view.findChildren(UserDialog) if one.isVisible())
    return dialog


def test_who_may_not_manage_users_changes_only_the_own_passphrase(
    page: Any, office: Office, clipped: Any
) -> None:
    store, roles = office.store, office.method.access.roles
    office.database.call(lambda: store.work_as(with_role("u", "Bo Al", "lasare", roles)))
    view = page(replace(office, standing=standing(store)))
    assert set(whom(view).values()) == {""}
    assert len(view.table.rows) == 1
    manage = (view.add, view.reset, view.decide, view.remove, view.new_code)
    assert all(is_closed(button) for button in manage)
    assert not is_closed(view.change)
    assert "lägga till och ta bort användare" in view.add.toolTip()
    assert clipped(view) == []
