"""Drafts that were taken away and are kept a while, and who is writing in a plan now."""

# Drafts that were taken away before there was a bin come into it with the day of that.
_BIN = """
CREATE TABLE removed_draft (
  rid INTEGER PRIMARY KEY REFERENCES plan (rid),
  removed_at TEXT NOT NULL,
  removed_by TEXT NOT NULL
) STRICT;
INSERT INTO removed_draft (rid, removed_at, removed_by)
  SELECT rid, changed_at, (SELECT coordinator FROM unit) FROM plan WHERE status = 'removed';
CREATE TRIGGER removed_draft_only_removed BEFORE INSERT ON removed_draft
WHEN (SELECT status FROM plan WHERE rid = new.rid) IS NOT 'removed'
  OR EXISTS (SELECT 1 FROM removed_draft WHERE rid = new.rid)
BEGIN SELECT raise(ABORT, 'only a draft that was taken away lies in the bin'); END;
CREATE TRIGGER removed_draft_no_update BEFORE UPDATE ON removed_draft
BEGIN SELECT raise(ABORT, 'when and by whom it was taken away stays'); END;
"""

_WRITERS = """
CREATE TABLE draft_writer (
  rid INTEGER PRIMARY KEY REFERENCES plan (rid),
  session TEXT NOT NULL,
  writer TEXT NOT NULL,
  since TEXT NOT NULL
) STRICT;
"""

# Each user has a begun entry of their own; those from before are the one's who then worked alone.
_BEGUN_ENTRIES = """
ALTER TABLE journal_draft RENAME TO journal_draft_of_all;
CREATE TABLE journal_draft (
  rid INTEGER PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  document TEXT NOT NULL,
  UNIQUE (person_id, by)
) STRICT;
INSERT INTO journal_draft (rid, person_id, by, changed_at, document)
  SELECT rid, person_id, (SELECT coordinator FROM unit), changed_at, document
  FROM journal_draft_of_all;
DROP TABLE journal_draft_of_all;
"""

# Which save of a draft its text is of: a text from another save than its plan's is an old one.
# Empty for what was last saved before this, and for what is locked.
_SAVES = "ALTER TABLE plan_doc ADD COLUMN saved_as INTEGER;"

SCRIPTS: tuple[str, ...] = (_BIN, _WRITERS, _BEGUN_ENTRIES, _SAVES)
