"""Which schema a file has, asked without the library that changes schemas."""

from gplan_desktop.store.driver import Driver

MIGRATIONS = (
    "m001_first_records",
    "m002_tasks_words_and_methods",
    "m003_prints",
    "m004_records_of_a_person",
    "m005_access_and_corrections",
)
NEWEST = len(MIGRATIONS)
_TABLE = "_sqlite_migrations"


def version_of(database: Driver) -> int:
    """Return the number of the newest migration that the file has gone through."""
    return int(database.execute("PRAGMA user_version").fetchone()[0])


def is_newer_than_program(database: Driver) -> bool:
    """Tell whether the file knows a migration that this program does not."""
    if version_of(database) > NEWEST:
        return True
    listed = "SELECT count(*) FROM sqlite_master WHERE name = ?"
    if not database.execute(listed, (_TABLE,)).fetchone()[0]:
        return False
    found = database.execute(f"SELECT name FROM {_TABLE}").fetchall()  # noqa: S608 a constant
    return not {name for (name,) in found} <= set(MIGRATIONS)
