"""What another metodstöd would change in what the roles may do, in words (F64)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from gplan_desktop.domain.user import Permission, ProviderAccess, UserRole
from gplan_desktop.method.in_use import MethodInUse
from gplan_desktop.method.model import Screen, Unusual
from gplan_desktop.method.role_data import RoleData, role_data


def ruled_by(in_force: RoleData | None, in_use: MethodInUse) -> MethodInUse:
    """Return the metodstöd in use with the roles that are *in_force* in the unit.

    What the folder says of them is told apart where it differs: it lies in clear, and whoever
    reaches it could give himself any right.
    """
    offered = role_data(in_use.method)
    if in_force is None or not role_changes(in_force, offered):
        return in_use
    method = replace(in_use.method, access=in_force.access, provider=in_force.provider)
    return MethodInUse(method, replace(in_use.own, roles_aside=offered))


def role_changes(now: RoleData, offered: RoleData) -> tuple[str, ...]:
    """Return what *offered* changes for each role, a sentence each; nothing when it is the same."""
    before, after = now.access, offered.access
    lines: list[str] = []
    for key, role in after.roles.items():
        known = before.roles.get(key)
        lines += _changed(known, role) if known else [_added(role)]
    lines += [_gone(role) for key, role in before.roles.items() if key not in after.roles]
    lines += _provider(now.provider, offered.provider)
    return (*lines, *_unusual(before.unusual, after.unusual), *_screen(before.screen, after.screen))


def _changed(before: UserRole, after: UserRole) -> Iterator[str]:
    more = [one for one in after.may if one not in before.may]
    fewer = [one for one in before.may if one not in after.may]
    if more:
        yield f"{before.label} får också: {_listed(more)}."
    if fewer:
        yield f"{before.label} får inte längre: {_listed(fewer)}."
    if before.whose is not after.whose:
        yield f"{before.label} ser {after.whose.label}, i stället för {before.whose.label}."
    if before.label != after.label:
        yield f"{before.label} heter i stället {after.label}."
    if before.about != after.about:
        yield f"{before.label} beskrivs med en annan text."


def _added(role: UserRole) -> str:
    return f"{role.label} är en ny roll. Den får {_listed(role.may)}, och ser {role.whose.label}."


def _gone(role: UserRole) -> str:
    return f"{role.label} finns inte längre. Den som har rollen får den som får minst i stället."


def _provider(before: ProviderAccess, after: ProviderAccess) -> Iterator[str]:
    if before != after:
        yield f"Externa utförare ser {_shown(after)}, i stället för {_shown(before)}."


def _shown(access: ProviderAccess) -> str:
    seen = ["planerna"] * access.plan + ["besöksplanerna"] * access.visit_plans
    return ", ".join((*seen, *(tab.label for tab in access.tabs))) or "ingenting"


def _unusual(before: Unusual, after: Unusual) -> Iterator[str]:
    if before.night != after.night:
        hours = f"klockan {after.night.start}–{after.night.end}"
        old = f"{before.night.start}–{before.night.end}"
        yield f"Loggkontrollen räknar natten {hours}, i stället för {old}."
    if before.people_an_hour != after.people_an_hour:
        yield (
            f"Loggkontrollen visar den som läser om fler än {after.people_an_hour} individer på "
            f"en timme, i stället för {before.people_an_hour}."
        )


def _screen(before: Screen, after: Screen) -> Iterator[str]:
    if before != after:
        yield (
            f"Skärmen låses senast efter {after.longest_lock_minutes} minuter, i stället för "
            f"{before.longest_lock_minutes}."
        )


def _listed(permissions: Iterable[Permission]) -> str:
    return ", ".join(one.label for one in permissions) or "inte göra något"
