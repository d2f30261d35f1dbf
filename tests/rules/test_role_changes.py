"""What another metodstöd would change for the roles is told in words."""

from dataclasses import replace

import pytest

from gplan_desktop.domain.user import Permission, ProviderTab, UserRole, Whose
from gplan_desktop.method.in_use import MethodInUse
from gplan_desktop.method.model import Hours, Method, Screen
from gplan_desktop.method.role_data import RoleData, role_data
from gplan_desktop.rules.role_changes import role_changes, ruled_by


@pytest.fixture
def ours(method: Method) -> RoleData:
    return role_data(method)


def changed(ours: RoleData, key: str, **role: object) -> RoleData:
    roles = {**ours.access.roles, key: replace(ours.access.roles[key], **role)}
    return replace(ours, access=replace(ours.access, roles=roles))


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        (
            {"may": (Permission.READ, Permission.READ_TABS, Permission.WRITE, Permission.PRINT)},
            [
                "Läsare får också: skriva och ändra, skriva ut och spara papper.",
                "Läsare får inte längre: läsa journalen.",
            ],
        ),
        (
            {"whose": Whose.ALL, "label": "Tittare"},
            [
                "Läsare ser alla individer i enheten, i stället för individer i de egna enheterna.",
                "Läsare heter i stället Tittare.",
            ],
        ),
        ({"about": "Läser."}, ["Läsare beskrivs med en annan text."]),
        ({}, []),
    ],
)
def test_each_change_of_a_role_is_a_sentence(
    ours: RoleData, changes: dict[str, object], told: list[str]
) -> None:
    assert list(role_changes(ours, changed(ours, "lasare", **changes))) == told


def test_new_roles_and_those_that_are_gone(ours: RoleData) -> None:
    night = UserRole("Natt", "Natten.", Whose.ALL, (Permission.READ,))
    more = replace(ours, access=replace(ours.access, roles={**ours.access.roles, "natt": night}))
    [told] = role_changes(ours, more)
    assert told == (
        "Natt är en ny roll. Den får läsa om individer och deras planer, och ser alla individer "
        "i enheten."
    )
    [told] = role_changes(more, ours)
    assert told == "Natt finns inte längre. Den som har rollen får den som får minst i stället."


def test_what_is_unusual_and_what_providers_see_counts_too(ours: RoleData) -> None:
    unusual = replace(ours.access.unusual, night=Hours(0, 0), people_an_hour=1000)
    provider = replace(ours.provider, visit_plans=False, tabs=(ProviderTab.VISIT,))
    access = replace(ours.access, unusual=unusual, screen=Screen(5))
    told = role_changes(ours, RoleData(access, provider))
    assert [line.split(",")[0] for line in told] == [
        "Externa utförare ser planerna",
        "Loggkontrollen räknar natten klockan 0–0",
        "Loggkontrollen visar den som läser om fler än 1000 individer på en timme",
        "Skärmen låses senast efter 5 minuter",
    ]


def test_the_unit_goes_by_its_own_roles(ours: RoleData, method: Method) -> None:
    folder = replace(method, access=changed(ours, "lasare", may=tuple(Permission)).access)
    ruled = ruled_by(ours, MethodInUse(folder))
    assert ruled.method.access == ours.access
    assert ruled.own.roles_aside == role_data(folder)
    same = MethodInUse(method)
    assert ruled_by(ours, same) is ruled_by(None, same) is same
