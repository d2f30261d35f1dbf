"""Tabs, visit plans, journal and transfers: what stands around a person's plans."""

_TABS = """
CREATE TABLE tabs (
  rid INTEGER PRIMARY KEY,
  person_id TEXT NOT NULL UNIQUE REFERENCES person (id),
  version INTEGER NOT NULL CHECK (version > 0),
  session TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  digest TEXT NOT NULL,
  document TEXT NOT NULL
) STRICT;
CREATE TABLE tabs_before (
  rid INTEGER PRIMARY KEY,
  tabs_rid INTEGER NOT NULL REFERENCES tabs (rid),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  document TEXT NOT NULL
) STRICT;
CREATE INDEX tabs_before_tabs ON tabs_before (tabs_rid);
"""

_VISIT_PLANS = """
CREATE TABLE visit_plan (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES person (id),
  temporary INTEGER NOT NULL CHECK (temporary IN (0, 1)),
  version INTEGER NOT NULL CHECK (version > 0),
  session TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  cleared_at TEXT,
  cleared_by TEXT,
  digest TEXT NOT NULL,
  document TEXT NOT NULL,
  CHECK ((cleared_at IS NULL) = (cleared_by IS NULL))
) STRICT;
CREATE INDEX visit_plan_person ON visit_plan (person_id);
CREATE INDEX visit_plan_temporary ON visit_plan (rid) WHERE temporary AND cleared_at IS NULL;
CREATE TABLE visit_plan_before (
  rid INTEGER PRIMARY KEY,
  visit_plan_rid INTEGER NOT NULL REFERENCES visit_plan (rid),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  document TEXT NOT NULL
) STRICT;
CREATE INDEX visit_plan_before_visit_plan ON visit_plan_before (visit_plan_rid);
CREATE TRIGGER visit_plan_keeps_identity BEFORE UPDATE ON visit_plan
WHEN new.rid IS NOT old.rid OR new.id IS NOT old.id OR new.person_id IS NOT old.person_id
BEGIN SELECT raise(ABORT, 'a visit plan keeps its id and person'); END;
CREATE TRIGGER visit_plan_no_delete BEFORE DELETE ON visit_plan
BEGIN SELECT raise(ABORT, 'a visit plan is cleared, not deleted'); END;
"""

_JOURNAL = """
CREATE TABLE journal (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES person (id),
  at TEXT NOT NULL,
  document TEXT NOT NULL,
  struck_at TEXT,
  struck_by TEXT,
  strike_reason TEXT,
  about_other INTEGER NOT NULL DEFAULT 0 CHECK (about_other IN (0, 1)),
  CHECK ((struck_at IS NULL) = (struck_by IS NULL)),
  CHECK ((struck_at IS NULL) = (strike_reason IS NULL))
) STRICT;
CREATE INDEX journal_person ON journal (person_id, at);
CREATE TABLE journal_draft (
  rid INTEGER PRIMARY KEY,
  person_id TEXT NOT NULL UNIQUE REFERENCES person (id),
  changed_at TEXT NOT NULL,
  document TEXT NOT NULL
) STRICT;
CREATE TRIGGER journal_added_once BEFORE INSERT ON journal
WHEN EXISTS (SELECT 1 FROM journal WHERE rid = new.rid OR id = new.id)
BEGIN SELECT raise(ABORT, 'an entry of the journal is never changed'); END;
CREATE TRIGGER journal_only_struck BEFORE UPDATE ON journal
WHEN old.struck_at IS NOT NULL
  OR new.struck_at IS NULL
  OR new.rid IS NOT old.rid
  OR new.id IS NOT old.id
  OR new.person_id IS NOT old.person_id
  OR new.at IS NOT old.at
  OR new.document IS NOT old.document
BEGIN SELECT raise(ABORT, 'an entry of the journal is never changed'); END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal
BEGIN SELECT raise(ABORT, 'an entry of the journal is never deleted'); END;
"""

_TRANSFERS = """
CREATE TABLE transfer (
  rid INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,
  field TEXT NOT NULL,
  digest TEXT NOT NULL,
  done_at TEXT NOT NULL,
  done_by TEXT NOT NULL,
  UNIQUE (subject, field)
) STRICT;
"""

_PERSONS = """
CREATE TABLE person_before (
  rid INTEGER PRIMARY KEY,
  person_rid INTEGER NOT NULL REFERENCES person (rid),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  document TEXT NOT NULL
) STRICT;
CREATE INDEX person_before_person ON person_before (person_rid);
"""

# A paper of one of several records of a person tells which; the trigger now guards that too.
_PRINT_SUBJECT = """
ALTER TABLE print ADD COLUMN subject TEXT NOT NULL DEFAULT '';
CREATE TRIGGER print_keeps_subject BEFORE UPDATE OF subject ON print
WHEN new.subject IS NOT old.subject
BEGIN SELECT raise(ABORT, 'what was printed stays in the register'); END;
"""

_KEPT_LOCK = """
CREATE TRIGGER TABLE_added_once BEFORE INSERT ON TABLE
WHEN EXISTS (SELECT 1 FROM TABLE WHERE rid = new.rid)
BEGIN SELECT raise(ABORT, 'what is kept stays as it is'); END;
CREATE TRIGGER TABLE_no_update BEFORE UPDATE ON TABLE
BEGIN SELECT raise(ABORT, 'what is kept stays as it is'); END;
CREATE TRIGGER TABLE_no_delete BEFORE DELETE ON TABLE
BEGIN SELECT raise(ABORT, 'what is kept stays as it is'); END;
"""
_KEPT_LOCKS = "".join(
    _KEPT_LOCK.replace("TABLE", table)
    for table in ("tabs_before", "visit_plan_before", "person_before")
)

SCRIPTS = (_TABS, _VISIT_PLANS, _JOURNAL, _TRANSFERS, _PERSONS, _PRINT_SUBJECT, _KEPT_LOCKS)
