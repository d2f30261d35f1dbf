"""Unit, persons with search, assignments, plans and the log."""

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

SCRIPTS = (_UNIT_AND_PERSONS, _PLANS, _PLAN_LOCKS, _DOCUMENT_LOCKS, _AUDIT)
