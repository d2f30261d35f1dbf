"""The schema of the database: every change to it, in order, never edited afterwards."""

from collections.abc import Iterable, Iterator

import sqlite_utils.db
import sqlite_utils.utils
from sqlcipher3 import dbapi2 as sqlcipher
from sqlite_utils import Database, Migrations

from gplan_desktop.store.driver import Driver
from gplan_desktop.store.schema_steps import (
    access,
    corrections,
    first_records,
    kept_drafts,
    prints,
    records_of_a_person,
    retention,
    tasks_words_and_methods,
)

# sqlite-utils catches the errors of the module it was loaded with. Without
# this binding its clauses miss the driver's errors, and INSERT ... RETURNING
# through Database.query fails.
for _module in (sqlite_utils.db, sqlite_utils.utils):
    _module.sqlite3 = sqlcipher  # type: ignore[attr-defined]
    _module.OperationalError = sqlcipher.OperationalError  # type: ignore[attr-defined]

MIGRATIONS = Migrations("gplan")


def as_database(driver: Driver) -> Database:
    """Return the open file as sqlite-utils sees it; no plugin gets to see it."""
    return Database(driver, execute_plugins=False, strict=True)


def migrate(driver: Driver) -> None:
    """Bring the file to the newest schema; each step happens wholly or not at all."""
    MIGRATIONS.apply(as_database(driver))


@MIGRATIONS()
def m001_first_records(database: Database) -> None:
    """Unit, persons with search, assignments, plans and the log."""
    _run(database, first_records.SCRIPTS, version=1)


@MIGRATIONS()
def m002_tasks_words_and_methods(database: Database) -> None:
    """Tasks, the unit's own words, assignments that are corrected, and kept methods."""
    _run(database, tasks_words_and_methods.SCRIPTS, version=2)


@MIGRATIONS()
def m003_prints(database: Database) -> None:
    """The register of prints, which also tells when a plan was first printed."""
    _run(database, prints.SCRIPTS, version=3)


@MIGRATIONS()
def m004_records_of_a_person(database: Database) -> None:
    """Tabs, visit plans, journal, transfers, and persons that are corrected."""
    _run(database, records_of_a_person.SCRIPTS, version=4)


@MIGRATIONS()
def m005_access_and_corrections(database: Database) -> None:
    """Who may see what, what was read, plans corrected after the lock, and drafts taken away."""
    scripts = (
        *corrections.SCRIPTS,
        *kept_drafts.SCRIPTS,
        *access.SCRIPTS,
        *retention.SCRIPTS,
    )
    _run(database, scripts, version=5)


def _run(database: Database, scripts: Iterable[str], version: int) -> None:
    for script in scripts:
        for statement in _statements(script):
            database.execute(statement)
    database.execute(f"PRAGMA user_version = {version}")


def _statements(script: str) -> Iterator[str]:
    """Yield the statements of *script*, which end where lines end.

    sqlite-utils looks for an end after every letter, which takes three quarters of a migration.
    """
    lines: list[str] = []
    for line in script.splitlines():
        lines.append(line)
        if sqlcipher.complete_statement("\n".join(lines)):
            yield "\n".join(lines)
            lines.clear()
    if rest := "\n".join(lines).strip():
        yield rest
