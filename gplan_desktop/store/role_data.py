"""What each role may do in the unit: kept in the database, never taken from a plain folder (F64).

A metodstöd lies in clear on the computer, and may be changed by whoever reaches the folder or may
choose another. So what it says of the roles is in force only once somebody who manages users has
accepted it here.
"""

from dataclasses import replace

import msgspec

from gplan_desktop.domain.user import Actor, Permission, Whose
from gplan_desktop.errors import DatabaseDamaged, WorldError
from gplan_desktop.method.frozen import frozen, plain
from gplan_desktop.method.role_data import RoleData
from gplan_desktop.store import documents
from gplan_desktop.store.access import UNIT
from gplan_desktop.store.bookkeeping import Bookkeeping
from gplan_desktop.store.connection import Connection
from gplan_desktop.store.guard import needs, open_to_all

# Without one of these nobody could be let in, or what was read could not be checked.
_SOMEBODY_MUST = (Permission.MANAGE_USERS, Permission.READ_LOGS)


_RECOVERING = frozenset({Permission.MANAGE_USERS})
_WIDTH = {Whose.PROVIDER: 0, Whose.UNITS: 1, Whose.ALL: 2}


class OwnRoleGrows(WorldError):
    """Nobody accepts what gives their own role more."""

    def __init__(self) -> None:
        super().__init__(
            "Metodstödet ger din egen roll mer än i dag.",
            "Rollerna är som förut.",
            "Be en annan som hanterar användare godta det.",
        )


class RoleRegister:
    """Keeps the roles that are in force; each that was accepted stays in the database."""

    def __init__(self, books: Bookkeeping) -> None:
        self._books, self._access = books, books.access
        self._in_force = read_roles(books.connection)

    @property
    def in_force(self) -> RoleData | None:
        """Who may do and see what in the unit; None where nobody logs in."""
        return self._in_force

    @open_to_all
    def settled(self, offered: RoleData) -> RoleData:
        """Return the roles that are in force; a unit that has none yet takes those *offered*."""
        return self._in_force or self._take(offered)

    @needs(Permission.MANAGE_USERS)
    def accept(self, offered: RoleData) -> None:
        """Put other roles in force, for everyone from the next time they come in; it is logged.

        Raises:
            ValueError: no role would manage users, or read the log.
            OwnRoleGrows: the one who works here would get more.
        """
        may = {permission for role in offered.access.roles.values() for permission in role.may}
        if not may.issuperset(_SOMEBODY_MUST):
            raise ValueError("the unit would be locked out")
        self._refuse_own_gain(offered)
        if offered != self._in_force:
            self._take(offered)

    @open_to_all
    def given_to(self, actor: Actor) -> Actor:
        """Return *actor* with what the unit's own roles give, whatever the roles told it.

        The program's own user, who is in no role of a metodstöd, stays as it is.
        """
        if self._in_force is None or not actor.roles:
            return actor
        roles = self._in_force.access.roles
        if actor.role not in roles:
            return replace(actor, permissions=frozenset(), roles=roles)
        role = roles[actor.role]
        most = _RECOVERING if actor.recovering else frozenset(Permission)
        return replace(
            actor,
            permissions=most.intersection(role.may),
            whose=role.whose,
            shown=self._in_force.provider,
            roles=roles,
        )

    def _refuse_own_gain(self, offered: RoleData) -> None:
        actor = self._access.actor
        # The program's own user, where nobody logs in, is in no role.
        if not actor.roles:
            return
        before, role = actor.roles[actor.role], offered.access.roles.get(actor.role)
        # Who has a role that is no more gets the least of the others, whatever that may.
        if (
            role is None
            or not set(before.may).issuperset(role.may)
            or _WIDTH[role.whose] > _WIDTH[before.whose]
        ):
            raise OwnRoleGrows

    def _take(self, offered: RoleData) -> RoleData:
        books, document = self._books, _to_text(offered)
        with books.connection.writing():
            books.connection.write(
                "INSERT INTO role_data (rid, accepted_at, accepted_by, document)"
                " SELECT coalesce(max(rid), 0) + 1, ?, ?, ? FROM role_data",
                (books.stamp(), books.by, document),
            )
            books.log("roles.accepted", UNIT, documents.digest(document))
        self._in_force = frozen(offered)
        return self._in_force


def read_roles(connection: Connection) -> RoleData | None:
    """Return the roles in force in the unit's file; None where nobody logs in.

    Raises:
        DatabaseDamaged.
    """
    row = connection.row("SELECT document FROM role_data ORDER BY rid DESC LIMIT 1")
    if row is None:
        return None
    try:
        return frozen(msgspec.json.decode(row["document"], type=RoleData))
    except msgspec.DecodeError as error:
        raise DatabaseDamaged(connection.path, "rollerna är skadade") from error


def _to_text(roles: RoleData) -> str:
    return msgspec.json.encode(roles, enc_hook=plain, order="sorted").decode()
