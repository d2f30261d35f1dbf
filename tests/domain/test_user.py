"""Who works in a unit, and what that user may."""

import pytest

from gplan_desktop.domain.user import Permission, UserRole, Whose, only_user, with_role

ROLES = {
    "chef": UserRole("Chef", "Ansvarar.", Whose.ALL, (Permission.READ, Permission.ERASE)),
    "natt": UserRole("Nattlag", "Läser.", Whose.UNITS, (Permission.READ,)),
    "it": UserRole("It", "Sköter datorn.", Whose.UNITS),
    "utforare": UserRole("Utförare", "Läser.", Whose.PROVIDER, (Permission.READ,)),
}


def test_the_only_user_of_a_unit_may_everything_with_everyone() -> None:
    actor = only_user("Anna Ek")
    assert all(actor.may(permission) for permission in Permission)
    assert (actor.name, actor.whose) == ("Anna Ek", Whose.ALL)


def test_a_role_gives_what_stands_in_it() -> None:
    actor = with_role("u1", "Anna Ek", "natt", ROLES)
    assert actor.permissions == {Permission.READ}
    assert (actor.whose, actor.role_label) == (Whose.UNITS, "Nattlag")
    with pytest.raises(KeyError):
        with_role("u1", "Anna Ek", "okänd", ROLES)


def test_who_may_is_told_by_the_roles_names() -> None:
    actor = with_role("u1", "Anna Ek", "natt", ROLES)
    assert actor.who_may(Permission.READ) == ("Chef", "Nattlag", "Utförare")
    assert actor.who_may(Permission.ERASE) == ("Chef",)


@pytest.mark.parametrize(
    ("role", "may"), [("chef", False), ("natt", True), ("it", False), ("utforare", False)]
)
def test_others_are_opened_by_those_who_have_units_of_their_own(role: str, may: bool) -> None:
    assert with_role("u1", "Anna Ek", role, ROLES).may_open_others is may


def test_every_permission_is_told_after_the_words_may_not() -> None:
    for permission in Permission:
        assert permission.label[0].islower()
        assert not permission.label.endswith(".")
