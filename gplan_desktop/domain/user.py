"""Who works in a unit: what each role may do, with whose records, and who is at the screen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from gplan_desktop.domain.labelled import Labelled


class Permission(Labelled):
    """Something that a role may do, in the words of "Din roll får inte …" (F64)."""

    READ = "read", "läsa om individer och deras planer"
    READ_TABS = "read_tabs", "läsa flikarna"
    READ_JOURNAL = "read_journal", "läsa journalen"
    WRITE = "write", "skriva och ändra"
    ESTABLISH = "establish", "upprätta planer"
    CORRECT = "correct", "rätta och makulera upprättade planer"
    SHOW_CODES = "show_codes", "visa koder"
    PRINT = "print", "skriva ut och spara papper"
    EXPORT = "export", "exportera uppgifter och göra arkivpaket"
    READ_LOGS = "read_logs", "läsa och kontrollera loggen"
    MANAGE_USERS = "manage_users", "lägga till och ta bort användare"
    BACK_UP = "back_up", "säkerhetskopiera och återställa"
    ERASE = "erase", "gallra uppgifter"
    CHANGE_METHOD = "change_method", "byta metodstöd"


class Whose(Labelled):
    """Whose records a role works with; the rest of the unit's persons are out of its sight."""

    ALL = "all", "alla individer i enheten"
    UNITS = "units", "individer i de egna enheterna"
    PROVIDER = "provider", "individer som den egna utföraren stödjer"


@dataclass(frozen=True)
class UserRole:
    """One role: its name, what it is for, what it may do, and with whose records."""

    label: str
    about: str
    whose: Whose
    may: tuple[Permission, ...] = ()


@dataclass(frozen=True)
class OwnPersons:
    """Which persons a manager has decided are a user's own: of which units, or whose provider."""

    units: tuple[str, ...] = ()
    provider: str = ""


class ProviderTab(Labelled):
    """A tab that an external provider may be shown; key numbers are never among them."""

    REFERENCE_PEOPLE = "reference_people", "Referenspersoner"
    RELATIVES = "relatives", "Närstående"
    VISIT = "visit", "Besöksinfo"
    GOOD_TO_KNOW = "good_to_know", "Viktigt att veta"


@dataclass(frozen=True)
class ProviderAccess:
    """What an external provider may see of the persons that it supports itself (S131).

    Codes, key numbers and the journal are no choice, and neither is where a
    person with a protected identity lives: they never come along.
    """

    plan: bool
    visit_plans: bool
    tabs: tuple[ProviderTab, ...] = ()


NOTHING_SHOWN: Final = ProviderAccess(plan=False, visit_plans=False)


@dataclass(frozen=True)
class Actor:
    """The user in whose name the store reads and writes.

    *units* and *provider* say which persons are the user's own, as *whose*
    asks for. *roles* are those of the unit: they tell who may do what this
    one may not; *shown* is what an external provider's user sees. The name stands
    in the log, so no two users of a unit share one. Who is *recovering* came in by the recovery
    code, to give somebody a new passphrase and for nothing else (S27).
    """

    id: str
    name: str
    role: str
    permissions: frozenset[Permission]
    whose: Whose = Whose.ALL
    units: frozenset[str] = frozenset()
    provider: str = ""
    shown: ProviderAccess = NOTHING_SHOWN
    roles: Mapping[str, UserRole] = field(default_factory=dict)
    recovering: bool = False

    def may(self, permission: Permission) -> bool:
        """Tell whether the user may do it at all."""
        return permission in self.permissions

    @property
    def role_label(self) -> str:
        """What the user's role is called on the screen."""
        return self.roles[self.role].label if self.role in self.roles else self.role

    @property
    def may_open_others(self) -> bool:
        """Whether the user may open other persons for a reason: never an external provider's."""
        return self.whose is Whose.UNITS and self.may(Permission.READ)

    def who_may(self, permission: Permission) -> tuple[str, ...]:
        """Return the names of the roles that may do it, in their own order."""
        return tuple(role.label for role in self.roles.values() if permission in role.may)


def only_user(name: str) -> Actor:
    """Return the one who does everything in a unit that has no log-in."""
    return Actor(name, name, "samordnare", frozenset(Permission))


def with_role(actor_id: str, name: str, role: str, roles: Mapping[str, UserRole]) -> Actor:
    """Return the user *name* with what *role* may; own units and provider are added after.

    Raises:
        KeyError: when the unit has no such role.
    """
    given = roles[role]
    return Actor(actor_id, name, role, frozenset(given.may), given.whose, roles=roles)
