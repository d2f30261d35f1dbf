"""What access.toml must be: somebody can manage and check, and no role sees too much."""

from collections.abc import Iterator, Mapping
from typing import Any

from gplan_desktop.domain.user import Permission, Whose
from gplan_desktop.method.sources import Sources
from gplan_desktop.method.strict import FormError

_FILE = "access.toml"
# Without one of these a unit is locked out, or cannot check who looked (SoLPuL 10 §).
_SOMEBODY_MUST = (Permission.MANAGE_USERS, Permission.READ_LOGS, Permission.BACK_UP)
# Codes, tabs and journal never reach an external provider (S131), and it changes nothing.
_PROVIDER_MAY = (Permission.READ, Permission.PRINT)
_HOURS_A_DAY = 24
_MOST_PEOPLE = 1000
_LOCK_MINUTES = range(2, 31)


def scrutinise_access(sources: Sources, access: Mapping[str, Any]) -> None:
    """Note in *sources* what would make a unit unmanageable, or show a role too much."""
    for mistake in _mistakes(access):
        sources.wrong(_FILE, mistake)


def _mistakes(access: Mapping[str, Any]) -> Iterator[FormError]:
    roles = {
        key: role for key, role in access.get("roles", {}).items() if isinstance(role, Mapping)
    }
    for permission in _SOMEBODY_MUST:
        if not any(permission.value in _may(role) for role in roles.values()):
            what = f"ingen roll får {permission.label}"
            yield FormError("roles", what, f"Skriv {permission.value} i minst en rolls may.")
    for key, role in roles.items():
        yield from _in_provider(key, role)
    yield from _in_unusual(access.get("unusual", {}))
    yield from _in_screen(access.get("screen", {}))


def _may(role: Mapping[str, Any]) -> list[Any]:
    may = role.get("may")
    return may if isinstance(may, list) else []


def _in_provider(key: str, role: Mapping[str, Any]) -> Iterator[FormError]:
    if role.get("whose") != Whose.PROVIDER.value:
        return
    for value in _may(role):
        if value in set(Permission) and value not in _PROVIDER_MAY:
            what = f"en extern utförare får aldrig {Permission(value).label}"
            yield FormError(f"roles.{key}.may", what, f"Ta bort {value}.")


def _in_unusual(unusual: Any) -> Iterator[FormError]:
    if not isinstance(unusual, Mapping):
        return
    night = unusual.get("night")
    for edge in ("start", "end"):
        hour = night.get(edge) if isinstance(night, Mapping) else 0
        if type(hour) is int and not 0 <= hour <= _HOURS_A_DAY:
            instead = f"Skriv en hel timme från 0 till {_HOURS_A_DAY}."
            yield FormError(f"unusual.night.{edge}", "timmen är fel", instead)
    most = unusual.get("people_an_hour")
    if type(most) is int and not 1 <= most <= _MOST_PEOPLE:
        instead = f"Skriv ett tal från 1 till {_MOST_PEOPLE}."
        yield FormError("unusual.people_an_hour", "talet är inte rimligt", instead)


def _in_screen(screen: Any) -> Iterator[FormError]:
    longest = screen.get("longest_lock_minutes") if isinstance(screen, Mapping) else None
    if type(longest) is int and longest not in _LOCK_MINUTES:
        instead = f"Skriv ett tal från {_LOCK_MINUTES[0]} till {_LOCK_MINUTES[-1]}."
        yield FormError("screen.longest_lock_minutes", "tiden är inte rimlig", instead)
