"""The roles in force stand in the database: no folder gives anyone more (F64)."""

from dataclasses import replace
from typing import Any

import pytest

from gplan_desktop.domain.user import Permission, UserRole, Whose, with_role
from gplan_desktop.errors import NotAllowed
from gplan_desktop.method.load import built_in
from gplan_desktop.method.role_data import RoleData, role_data
from gplan_desktop.store.role_data import OwnRoleGrows
from gplan_desktop.store.store import Store

OURS = role_data(built_in())


def with_roles(**changed: UserRole) -> RoleData:
    return replace(OURS, access=replace(OURS.access, roles={**OURS.access.roles, **changed}))


EVERYTHING = UserRole("Utbildare", "Allt.", Whose.ALL, tuple(Permission))
GREEDY = with_roles(utbildare=EVERYTHING)


@pytest.fixture
def ruled(empty_store: Store) -> Store:
    empty_store.roles.settled(OURS)
    return empty_store


def test_a_unit_takes_the_first_roles_and_no_others(ruled: Store) -> None:
    entry = ruled.audit()[-1]
    assert (entry.action, len(entry.detail)) == ("roles.accepted", 64)
    assert ruled.roles.settled(GREEDY) == OURS
    assert ruled.audit()[-1] == entry


def test_nobody_has_more_than_the_roles_in_force_give(ruled: Store) -> None:
    roles = GREEDY.access.roles
    ruled.work_as(with_role("u", "Ulf Tal", "utbildare", roles))
    assert ruled.access.actor.permissions == {Permission.CHANGE_METHOD}
    with pytest.raises(NotAllowed):
        ruled.people()
    ruled.work_as(with_role("u", "Ulf Tal", "ny", {"ny": EVERYTHING}))
    assert not ruled.access.actor.permissions


def test_who_manages_users_puts_others_in_force_for_the_next_time(ruled: Store) -> None:
    for role in ("utbildare", "samordnare"):
        ruled.work_as(with_role(role, f"En {role}", role, OURS.access.roles))
        with pytest.raises(NotAllowed):
            ruled.roles.accept(GREEDY)
    ruled.work_as(with_role("c", "Chefen", "chef", OURS.access.roles))
    ruled.roles.accept(GREEDY)
    assert (ruled.audit()[-1].action, ruled.audit()[-1].actor) == ("roles.accepted", "Chefen")
    ruled.work_as(with_role("u", "Ulf Tal", "utbildare", OURS.access.roles))
    assert ruled.access.may(Permission.READ)


@pytest.mark.parametrize(
    "more", [{"may": tuple(Permission)}, {"whose": Whose.ALL}], ids=["may more", "sees more"]
)
def test_nobody_puts_in_force_what_gives_the_own_role_more(ruled: Store, more: Any) -> None:
    roles = OURS.access.roles
    ruled.work_as(with_role("a", "Ad Min", "administrator", roles))
    with pytest.raises(OwnRoleGrows):
        ruled.roles.accept(with_roles(administrator=replace(roles["administrator"], **more)))
    assert ruled.roles.in_force == OURS
    others = {name: EVERYTHING for name in roles if name != "administrator"}
    with pytest.raises(OwnRoleGrows):
        ruled.roles.accept(replace(OURS, access=replace(OURS.access, roles=others)))
    fewer = with_roles(
        administrator=replace(roles["administrator"], may=(Permission.MANAGE_USERS,))
    )
    ruled.roles.accept(fewer)
    assert ruled.roles.in_force == fewer


def test_a_unit_is_never_locked_out(ruled: Store) -> None:
    nobody = replace(
        OURS, access=replace(OURS.access, roles={"utbildare": replace(EVERYTHING, may=())})
    )
    with pytest.raises(ValueError, match="locked out"):
        ruled.roles.accept(nobody)
