"""The page Användare: who can log in, whose persons each sees, and what of it the log tells."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from nacl.pwhash import argon2id

from gplan_desktop.domain.log_entry import Noted
from gplan_desktop.domain.user import OwnPersons, with_role
from gplan_desktop.program.offices import standing
from gplan_desktop.vault import vault
from gplan_desktop.vault.derivation import Cost, Costs
from gplan_desktop.vault.machine import Machine
from gplan_desktop.vault.recovery_code import RecoveryCode
from gplan_desktop.vault.unlocked import Unlocked
from gplan_desktop.vault.users import NewUser
from ui.login.own_persons_dialog import OwnPersonsDialog
from ui.login.user_dialog import UserDialog
from ui.login.users_view import UsersView, UsersWays
from ui.office import Office
from ui.widgets.permitted import is_closed

LEAST = Cost(1, argon2id.MEMLIMIT_MIN)
CHEAP = Machine(Costs(LEAST, LEAST, Cost(2, 1024 * 1024)))
PHRASE, OTHER = "sommar tegel brygga mandel", "vinter fönster lykta korg"
ANNA = NewUser("anna.ek", "Anna Ek", "chef", PHRASE)


@pytest.fixture
def unlocked(tmp_path: Path) -> Unlocked:
    """Anna is in; Bo is a läsare, Omar an external provider's, and Eva an enhetschef too."""
    folder = tmp_path / "vault"
    folder.mkdir()
    _, unlocked, _ = vault.create(folder, ANNA, CHEAP)
    for login, name, role in (
        ("bo", "Bo Al", "lasare"),
        ("omar", "Omar Sy", "extern_utforare"),
        ("eva", "Eva Ö", "chef"),
    ):
        unlocked.add_user(NewUser(login, name, role, OTHER))
    return unlocked


@pytest.fixture
def noted() -> list[tuple[Noted, str]]:
    """What was to be written in the log."""
    return []


@pytest.fixture
def codes() -> list[RecoveryCode]:
    return []


@pytest.fixture
def page(
    office: Office, put_up: Callable[..., Any], unlocked: Unlocked, noted: Any, codes: Any
) -> Callable[..., UsersView]:
    def page(office: Office = office) -> UsersView:
        ways = UsersWays(lambda: None, lambda _: None, codes.append, lambda *one: noted.append(one))
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


def test_what_is_done_with_users_is_noted(page: Any, office: Office, noted: Any) -> None:
    view = page()
    bo = choose(view, "Bo Al")
    view.reset.click()
    the_dialog(view).do_it.click()
    office.database.flush()
    view.add.click()
    dialog = the_dialog(view)
    dialog.name.setText("Kim Ek")
    dialog.login.setText("kim")
    dialog.role.edited.emit("samordnare")
    dialog.do_it.click()
    office.database.flush()
    view.new_code.click()
    office.database.flush()
    kinds = [one for one, _ in noted]
    assert kinds == [Noted.PASSWORD_RESET, Noted.USER_ADDED, Noted.RECOVERY_CODE_MADE]
    assert noted[0][1] == bo
    assert "Kim" not in str(noted)


def test_a_user_gets_another_role(
    page: Any, office: Office, noted: Any, unlocked: Unlocked
) -> None:
    view = page()
    bo = choose(view, "Bo Al")
    view.rename.click()
    dialog = the_dialog(view)
    assert dialog.name.text() == "Bo Al"
    dialog.role.edited.emit("samordnare")
    dialog.do_it.click()
    office.database.flush()
    roles = {user.login: user.role for user in unlocked.users()}
    assert (roles["bo"], noted) == ("samordnare", [(Noted.USER_CHANGED, bo)])


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
