"""Tasks, the unit's own words, assignments that are corrected, and kept methods."""

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

SCRIPTS = (_TASKS, _OWN_WORDS, _CORRECTIONS, _METHODS, _KEPT_LOCKS)
