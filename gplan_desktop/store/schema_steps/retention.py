"""The record of each erasure (gallring): when, who, why and how many; never who was erased."""

# The digests are of ids, which are random: they tell whether a person was among them, not who.
_ERASURES = """
CREATE TABLE erasure (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  erased_at TEXT NOT NULL,
  erased_by TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  persons INTEGER NOT NULL CHECK (persons > 0),
  digests TEXT NOT NULL,
  words INTEGER NOT NULL DEFAULT 0 CHECK (words >= 0),
  CHECK (json_array_length(digests) = persons)
) STRICT;
CREATE TRIGGER erasure_added_once BEFORE INSERT ON erasure
WHEN EXISTS (SELECT 1 FROM erasure WHERE rid = new.rid OR id = new.id)
BEGIN SELECT raise(ABORT, 'the record of what was erased stays as it is'); END;
CREATE TRIGGER erasure_no_update BEFORE UPDATE ON erasure
BEGIN SELECT raise(ABORT, 'the record of what was erased stays as it is'); END;
CREATE TRIGGER erasure_no_delete BEFORE DELETE ON erasure
BEGIN SELECT raise(ABORT, 'the record of what was erased stays as it is'); END;
"""

SCRIPTS: tuple[str, ...] = (_ERASURES,)
