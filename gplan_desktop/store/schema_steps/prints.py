"""The register of prints, and the plans by when they were established and by check code."""

_PRINTS = """
CREATE TABLE print (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  paper TEXT NOT NULL,
  way TEXT NOT NULL CHECK (way IN ('printer', 'file', 'archive')),
  made_at TEXT NOT NULL,
  made_by TEXT NOT NULL,
  person_id TEXT REFERENCES person (id),
  plan_id TEXT REFERENCES plan (id),
  status TEXT CHECK (status IN ('draft', 'established', 'superseded', 'annulled')),
  version INTEGER NOT NULL CHECK (version >= 0),
  checksum TEXT NOT NULL,
  copies INTEGER NOT NULL CHECK (copies > 0),
  codes_shown INTEGER NOT NULL CHECK (codes_shown IN (0, 1)),
  collected_at TEXT,
  collected_by TEXT,
  CHECK ((plan_id IS NULL) = (status IS NULL)),
  CHECK (plan_id IS NULL OR person_id IS NOT NULL),
  CHECK ((collected_at IS NULL) = (collected_by IS NULL))
) STRICT;
CREATE INDEX print_person ON print (person_id, made_at);
CREATE INDEX print_plan ON print (plan_id);
CREATE INDEX print_made ON print (made_at);
CREATE INDEX plan_established ON plan (established_at) WHERE established_at IS NOT NULL;
CREATE INDEX plan_checksum ON plan (checksum) WHERE checksum IS NOT NULL;
"""

# When a plan was first printed stood with its aftercare before; from now on the
# register alone tells it. Who printed it was never kept, nor which version of a draft.
_FIRST_PRINTS = """
INSERT INTO print (
  id, paper, way, made_at, made_by, person_id, plan_id, status, version, checksum,
  copies, codes_shown
)
SELECT 'first-of-' || id, 'plan', 'printer', printed_at, '', person_id, id,
  iif(established, 'established', 'draft'), iif(established, version, 0),
  iif(established, checksum, ''), 1, 0
FROM (
  SELECT *, coalesce(printed_at >= established_at, 0) AS established
  FROM aftercare JOIN plan USING (rid) WHERE printed_at IS NOT NULL
)
ORDER BY printed_at, rid;
ALTER TABLE aftercare DROP COLUMN printed_at;
"""

_PRINT_LOCKS = """
CREATE TRIGGER print_added_once BEFORE INSERT ON print
WHEN EXISTS (SELECT 1 FROM print WHERE rid = new.rid OR id = new.id)
BEGIN SELECT raise(ABORT, 'what was printed stays in the register'); END;
CREATE TRIGGER print_only_collected BEFORE UPDATE ON print
WHEN new.rid IS NOT old.rid
  OR new.id IS NOT old.id
  OR new.paper IS NOT old.paper
  OR new.way IS NOT old.way
  OR new.made_at IS NOT old.made_at
  OR new.made_by IS NOT old.made_by
  OR new.person_id IS NOT old.person_id
  OR new.plan_id IS NOT old.plan_id
  OR new.status IS NOT old.status
  OR new.version IS NOT old.version
  OR new.checksum IS NOT old.checksum
  OR new.copies IS NOT old.copies
  OR new.codes_shown IS NOT old.codes_shown
BEGIN SELECT raise(ABORT, 'what was printed stays in the register'); END;
CREATE TRIGGER print_no_delete BEFORE DELETE ON print
BEGIN SELECT raise(ABORT, 'what was printed stays in the register'); END;
"""

SCRIPTS = (_PRINTS, _FIRST_PRINTS, _PRINT_LOCKS)
