"""Who was given which role, as the log tells, and what others have done with users since (F64)."""

from gplan_desktop.domain.log_entry import LogEntry, Noted
from gplan_desktop.domain.user import Permission
from gplan_desktop.store.access import UNIT
from gplan_desktop.store.bookkeeping import Bookkeeping
from gplan_desktop.store.connection import Connection, Row
from gplan_desktop.store.guard import needs, open_to_all
from gplan_desktop.store.log_entries import COLUMNS, ROLE_GIVEN, LogEntries

_MOST, _SEEN = 50, Noted.USERS_SEEN.value
_RENAMED = {Noted.RENAMED_FROM.value, Noted.RENAMED_TO.value}
_NOT_TOLD = {_SEEN, *_RENAMED}
# As in the index audit_users, which is why this is written out.
_CHANGES = f"""
SELECT {COLUMNS} FROM audit
WHERE action IN (
  'user.role', 'user.removed', 'password.reset', 'roles.accepted', 'recovery_code.made',
  'recovery_code.used', 'unit.restored', 'users.seen', 'user.renamed_from', 'user.renamed_to'
) ORDER BY rid DESC
"""  # noqa: S608 constants


def role_given(connection: Connection, user_id: str) -> str:
    """Return the role that was last given to the user; "" when none was."""
    row = connection.row(
        "SELECT detail FROM audit WHERE subject = ? AND action = ? ORDER BY rid DESC LIMIT 1",
        (user_id, ROLE_GIVEN),
    )
    return row["detail"].partition(" ")[0] if row else ""


class UserRegister:
    """Keeps in the log which role a user has, so that an older file of keys gives nobody another.

    The file of keys lies beside the database, and older copies of it with it: whoever has
    another role since would have the former one back with the copy.
    """

    def __init__(self, books: Bookkeeping) -> None:
        self._books, self._access = books, books.access
        self._named = LogEntries(books)

    @needs(Permission.MANAGE_USERS)
    def give(self, user_id: str, name: str, role: str) -> None:
        """Let the user, whose name is *name*, have *role* from the next time that one comes in."""
        with self._books.connection.writing():
            self._books.log(ROLE_GIVEN, user_id, f"{role} {name}")

    @open_to_all
    def role_of(self, user_id: str) -> str:
        """Return the role that was last given to the user; "" when none was."""
        return role_given(self._books.connection, user_id)

    @needs(Permission.READ_LOGS)
    def changes(self) -> list[LogEntry]:
        """Return what others have done with who may come in since it was seen, latest first."""
        rows = self._books.connection.rows(_CHANGES)
        mine, found = self._own_names(rows), []
        for row in rows:
            is_mine = row["actor"] in mine
            if is_mine and row["action"] == _SEEN:
                break
            if not is_mine and row["action"] not in _NOT_TOLD:
                found.append(row)
        return self._named.of(found[:_MOST])

    def _own_names(self, rows: list[Row]) -> set[str]:
        """Return what the one who works here is called, and was before."""
        user_id = self._access.actor.id
        renamed = {
            row["actor"] for row in rows if row["action"] in _RENAMED and row["detail"] == user_id
        }
        return {self._books.by} | renamed

    @needs(Permission.READ_LOGS)
    def note_seen(self) -> None:
        """Note that the one who works here has seen what others have done."""
        with self._books.connection.writing():
            self._books.log(_SEEN, UNIT)
