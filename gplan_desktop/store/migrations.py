"""The schema of the database: every change to it, in order, never edited afterwards."""

import sqlite_utils.db
import sqlite_utils.utils
from sqlcipher3 import dbapi2 as sqlcipher
from sqlite_utils import Database, Migrations

from gplan_desktop.store.driver import Driver

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
    for script in (_UNIT_AND_PERSONS, _PLANS, _PLAN_LOCKS, _DOCUMENT_LOCKS, _AUDIT):
        database.executescript(script)
    database.execute("PRAGMA user_version = 1")


@MIGRATIONS()
def m002_tasks_words_and_methods(database: Database) -> None:
    """Tasks, the unit's own words, assignments that are corrected, and kept methods."""
    for script in (_TASKS, _OWN_WORDS, _CORRECTIONS, _METHODS, _KEPT_LOCKS):
        database.executescript(script)
    database.execute("PRAGMA user_version = 2")


_UNIT_AND_PERSONS = """
CREATE TABLE unit (
  rid INTEGER PRIMARY KEY CHECK (rid = 1),
  name TEXT NOT NULL,
  coordinator TEXT NOT NULL,
  practice INTEGER NOT NULL CHECK (practice IN (0, 1))
) STRICT;
CREATE TABLE person (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  number_kind TEXT NOT NULL,
  number TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  unit TEXT NOT NULL,
  provider TEXT NOT NULL,
  external INTEGER NOT NULL CHECK (external IN (0, 1)),
  protected INTEGER NOT NULL CHECK (protected IN (0, 1)),
  support_start TEXT NOT NULL,
  support_kinds TEXT NOT NULL,
  needs_plan INTEGER NOT NULL CHECK (needs_plan IN (0, 1))
) STRICT;
CREATE INDEX person_order ON person (sort_key);
CREATE TABLE person_doc (
  rid INTEGER PRIMARY KEY REFERENCES person (rid),
  document TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE person_words USING fts5 (
  words, content='', contentless_delete=1,
  tokenize='ascii', prefix='2 3 4', detail=none
);
CREATE TABLE assignment (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES person (id),
  day TEXT NOT NULL,
  document TEXT NOT NULL
) STRICT;
CREATE INDEX assignment_person ON assignment (person_id, day);
"""

_PLANS = """
CREATE TABLE plan (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES person (id),
  assignment_id TEXT NOT NULL REFERENCES assignment (id),
  previous_id TEXT REFERENCES plan (id),
  name TEXT NOT NULL,
  status TEXT NOT NULL
    CHECK (status IN ('draft', 'established', 'superseded', 'annulled', 'removed')),
  version INTEGER NOT NULL CHECK (version > 0),
  changed_at TEXT NOT NULL,
  step TEXT NOT NULL,
  field TEXT NOT NULL,
  next_follow_up TEXT,
  followed_up_on TEXT,
  established_at TEXT,
  established_by TEXT,
  method_version TEXT,
  checksum TEXT,
  CHECK ((status IN ('draft', 'removed')) = (established_at IS NULL)),
  CHECK ((established_at IS NULL) = (established_by IS NULL)),
  CHECK ((established_at IS NULL) = (method_version IS NULL)),
  CHECK ((established_at IS NULL) = (checksum IS NULL))
) STRICT;
CREATE UNIQUE INDEX plan_current ON plan (person_id, name) WHERE status = 'established';
CREATE INDEX plan_person ON plan (person_id, status);
CREATE INDEX plan_drafts ON plan (changed_at) WHERE status = 'draft';
CREATE TABLE plan_doc (
  rid INTEGER PRIMARY KEY REFERENCES plan (rid),
  document TEXT NOT NULL
) STRICT;
CREATE TABLE plan_pdf (
  rid INTEGER PRIMARY KEY REFERENCES plan (rid),
  bytes BLOB NOT NULL
) STRICT;
CREATE TABLE restore_point (
  rid INTEGER PRIMARY KEY,
  plan_rid INTEGER NOT NULL REFERENCES plan (rid),
  saved_at TEXT NOT NULL,
  at_opening INTEGER NOT NULL CHECK (at_opening IN (0, 1)),
  document TEXT NOT NULL
) STRICT;
CREATE INDEX restore_point_plan ON restore_point (plan_rid);
CREATE TABLE aftercare (
  rid INTEGER PRIMARY KEY REFERENCES plan (rid),
  printed_at TEXT,
  noted_at TEXT,
  filed_at TEXT
) STRICT;
"""

# The triggers look at what REPLACE would push away too, since REPLACE runs no
# delete trigger unless the connection asks for it.
_PLAN_LOCKS = """
CREATE TRIGGER plan_keeps_identity BEFORE UPDATE ON plan
WHEN new.rid IS NOT old.rid OR new.id IS NOT old.id
BEGIN SELECT raise(ABORT, 'a plan keeps its id'); END;
CREATE TRIGGER plan_locked_update BEFORE UPDATE ON plan
WHEN old.status IN ('established', 'superseded', 'annulled') AND NOT (
  old.status = 'established'
  AND (
    (new.status = 'superseded' AND old.followed_up_on IS NULL)
    OR (new.status = 'annulled' AND new.followed_up_on IS old.followed_up_on)
  )
  AND new.person_id IS old.person_id
  AND new.assignment_id IS old.assignment_id
  AND new.previous_id IS old.previous_id
  AND new.name IS old.name
  AND new.version IS old.version
  AND new.changed_at IS old.changed_at
  AND new.step IS old.step
  AND new.field IS old.field
  AND new.next_follow_up IS old.next_follow_up
  AND new.established_at IS old.established_at
  AND new.established_by IS old.established_by
  AND new.method_version IS old.method_version
  AND new.checksum IS old.checksum
)
BEGIN SELECT raise(ABORT, 'the plan is established'); END;
CREATE TRIGGER plan_locked_delete BEFORE DELETE ON plan
WHEN old.status IN ('established', 'superseded', 'annulled')
BEGIN SELECT raise(ABORT, 'the plan is established'); END;
CREATE TRIGGER plan_one_current BEFORE UPDATE ON plan
WHEN new.status = 'established' AND EXISTS (
  SELECT 1 FROM plan WHERE status = 'established' AND rid <> old.rid
  AND person_id = new.person_id AND name = new.name
)
BEGIN SELECT raise(ABORT, 'another plan with the name is in force'); END;
CREATE TRIGGER plan_locked_insert BEFORE INSERT ON plan
WHEN new.status NOT IN ('draft') OR EXISTS (
  SELECT 1 FROM plan WHERE rid = new.rid OR id = new.id
)
BEGIN SELECT raise(ABORT, 'a plan begins as a draft of its own'); END;
"""

_DOCUMENT_LOCK = """
CREATE TRIGGER TABLE_locked_insert BEFORE INSERT ON TABLE
WHEN (SELECT status FROM plan WHERE rid = new.rid) IN ('established', 'superseded', 'annulled')
BEGIN SELECT raise(ABORT, 'the plan is established'); END;
CREATE TRIGGER TABLE_locked_update BEFORE UPDATE ON TABLE
WHEN EXISTS (
  SELECT 1 FROM plan WHERE rid IN (old.rid, new.rid)
  AND status IN ('established', 'superseded', 'annulled')
)
BEGIN SELECT raise(ABORT, 'the plan is established'); END;
CREATE TRIGGER TABLE_locked_delete BEFORE DELETE ON TABLE
WHEN (SELECT status FROM plan WHERE rid = old.rid) IN ('established', 'superseded', 'annulled')
BEGIN SELECT raise(ABORT, 'the plan is established'); END;
"""
_DOCUMENT_LOCKS = "".join(
    _DOCUMENT_LOCK.replace("TABLE", table) for table in ("plan_doc", "plan_pdf")
)

_AUDIT = """
CREATE TABLE audit (
  rid INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL,
  digest BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT;
CREATE TRIGGER audit_only_grows BEFORE INSERT ON audit
WHEN new.rid IS NOT (SELECT coalesce(max(rid), 0) + 1 FROM audit)
BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
"""

_TASKS = """
CREATE TABLE task (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES person (id),
  created_at TEXT NOT NULL,
  done_at TEXT,
  done_by TEXT,
  document TEXT NOT NULL,
  CHECK ((done_at IS NULL) = (done_by IS NULL))
) STRICT;
CREATE INDEX task_person ON task (person_id);
CREATE INDEX task_open ON task (created_at) WHERE done_at IS NULL;
CREATE TRIGGER task_added_once BEFORE INSERT ON task
WHEN EXISTS (SELECT 1 FROM task WHERE rid = new.rid OR id = new.id)
BEGIN SELECT raise(ABORT, 'a task keeps its words'); END;
CREATE TRIGGER task_only_ticked BEFORE UPDATE ON task
WHEN new.rid IS NOT old.rid
  OR new.id IS NOT old.id
  OR new.person_id IS NOT old.person_id
  OR new.created_at IS NOT old.created_at
  OR new.document IS NOT old.document
BEGIN SELECT raise(ABORT, 'a task keeps its words'); END;
CREATE TRIGGER task_no_delete BEFORE DELETE ON task
BEGIN SELECT raise(ABORT, 'a task is never deleted'); END;
"""

_OWN_WORDS = """
CREATE TABLE own_word (
  rid INTEGER PRIMARY KEY,
  word TEXT NOT NULL UNIQUE CHECK (length(word) BETWEEN 1 AND 64)
) STRICT;
"""

_CORRECTIONS = """
CREATE TABLE assignment_before (
  rid INTEGER PRIMARY KEY,
  assignment_rid INTEGER NOT NULL REFERENCES assignment (rid),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  document TEXT NOT NULL
) STRICT;
CREATE INDEX assignment_before_assignment ON assignment_before (assignment_rid);
CREATE INDEX plan_assignment ON plan (assignment_id);
CREATE TRIGGER assignment_added_once BEFORE INSERT ON assignment
WHEN EXISTS (SELECT 1 FROM assignment WHERE rid = new.rid OR id = new.id)
BEGIN SELECT raise(ABORT, 'an assignment keeps its id and person'); END;
CREATE TRIGGER assignment_keeps_identity BEFORE UPDATE ON assignment
WHEN new.rid IS NOT old.rid OR new.id IS NOT old.id OR new.person_id IS NOT old.person_id
BEGIN SELECT raise(ABORT, 'an assignment keeps its id and person'); END;
CREATE TRIGGER assignment_locked_update BEFORE UPDATE ON assignment
WHEN EXISTS (
  SELECT 1 FROM plan WHERE assignment_id = old.id
  AND status IN ('established', 'superseded', 'annulled')
)
BEGIN SELECT raise(ABORT, 'an established plan stands on the assignment'); END;
CREATE TRIGGER assignment_locked_delete BEFORE DELETE ON assignment
WHEN EXISTS (SELECT 1 FROM plan WHERE assignment_id = old.id)
BEGIN SELECT raise(ABORT, 'a plan stands on the assignment'); END;
CREATE TRIGGER assignment_before_added_once BEFORE INSERT ON assignment_before
WHEN EXISTS (SELECT 1 FROM assignment_before WHERE rid = new.rid)
BEGIN SELECT raise(ABORT, 'what is kept stays as it is'); END;
"""

_METHODS = """
CREATE TABLE method (
  rid INTEGER PRIMARY KEY,
  version TEXT NOT NULL UNIQUE,
  document TEXT NOT NULL
) STRICT;
CREATE TRIGGER method_added_once BEFORE INSERT ON method
WHEN EXISTS (SELECT 1 FROM method WHERE rid = new.rid OR version = new.version)
BEGIN SELECT raise(ABORT, 'what is kept stays as it is'); END;
"""

_KEPT_LOCK = """
CREATE TRIGGER TABLE_no_update BEFORE UPDATE ON TABLE
BEGIN SELECT raise(ABORT, 'what is kept stays as it is'); END;
CREATE TRIGGER TABLE_no_delete BEFORE DELETE ON TABLE
BEGIN SELECT raise(ABORT, 'what is kept stays as it is'); END;
"""
_KEPT_LOCKS = "".join(
    _KEPT_LOCK.replace("TABLE", table) for table in ("assignment_before", "method")
)
