"""What a copy of a unit's file tells of who may do what, before it is put back (F64)."""

from pathlib import Path

from gplan_desktop.domain.user import UserRole
from gplan_desktop.method.load import built_in
from gplan_desktop.store import driver
from gplan_desktop.store.connection import Connection
from gplan_desktop.store.role_data import read_roles
from gplan_desktop.store.users import role_given


def role_in(copy: Path, key: bytes, user_id: str, told: str) -> UserRole | None:
    """Return the user's role by the *copy*, or by what is *told* where it was never given one.

    None when the unit has no such role.

    Raises:
        DatabaseMissing, DatabaseDamaged.
    """
    connection = Connection(driver.open_copy(copy, key), copy)
    try:
        # A unit from before there were roles in the database has the delivered ones.
        has_roles = connection.row("SELECT 1 FROM sqlite_master WHERE name = 'role_data'")
        kept = read_roles(connection) if has_roles else None
        roles = kept.access.roles if kept else built_in().access.roles
        return roles.get(role_given(connection, user_id) or told)
    finally:
        connection.close()
