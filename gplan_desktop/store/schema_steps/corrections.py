"""Plans that are corrected or annulled after they were established."""

# A corrected plan is first a draft, which its writer may take away: nothing holds its row.
_CORRECTIONS = """
CREATE TABLE correction (
  rid INTEGER PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  kind TEXT NOT NULL CHECK (kind IN ('corrected', 'annulled')),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  decided_at TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  new_plan_id TEXT UNIQUE,
  CHECK ((kind = 'corrected') = (new_plan_id IS NOT NULL))
) STRICT;
CREATE INDEX correction_plan ON correction (plan_id);
"""

# Each looks at what REPLACE would push away too, as the locks of plans do.
_CORRECTION_LOCKS = """
CREATE TRIGGER correction_of_one_in_force BEFORE INSERT ON correction
WHEN (SELECT status FROM plan WHERE id = new.plan_id) IS NOT 'established'
BEGIN SELECT raise(ABORT, 'only a plan in force is corrected or annulled'); END;
CREATE TRIGGER correction_by_a_draft BEFORE INSERT ON correction
WHEN new.kind = 'corrected' AND NOT EXISTS (
  SELECT 1 FROM plan AS draft JOIN plan AS wrong USING (person_id)
  WHERE draft.id = new.new_plan_id AND draft.status = 'draft' AND wrong.id = new.plan_id
)
BEGIN SELECT raise(ABORT, 'a plan is corrected by a draft for the same person'); END;
CREATE TRIGGER correction_added_once BEFORE INSERT ON correction
WHEN EXISTS (
  SELECT 1 FROM correction WHERE rid = new.rid OR new_plan_id = new.new_plan_id
  OR (plan_id = new.plan_id AND kind = 'annulled')
) OR EXISTS (
  SELECT 1 FROM correction JOIN plan ON plan.id = new_plan_id
  WHERE plan_id = new.plan_id AND status = 'draft'
)
BEGIN SELECT raise(ABORT, 'a correction is never changed'); END;
CREATE TRIGGER correction_no_update BEFORE UPDATE ON correction
BEGIN SELECT raise(ABORT, 'a correction is never changed'); END;
CREATE TRIGGER correction_no_delete BEFORE DELETE ON correction
BEGIN SELECT raise(ABORT, 'a correction is never changed'); END;
"""

_PLAN_LOCKS = """
CREATE TRIGGER plan_annulled_for_a_reason BEFORE UPDATE ON plan
WHEN new.status = 'annulled' AND old.status <> 'annulled' AND NOT EXISTS (
  SELECT 1 FROM correction WHERE plan_id = old.id AND kind = 'annulled'
)
BEGIN SELECT raise(ABORT, 'a plan is annulled for a reason'); END;
CREATE TRIGGER plan_corrects_what_has_ended BEFORE UPDATE ON plan
WHEN new.status = 'established' AND old.status = 'draft' AND EXISTS (
  SELECT 1 FROM correction JOIN plan AS wrong ON wrong.id = correction.plan_id
  WHERE new_plan_id = old.id AND wrong.status = 'established'
)
BEGIN SELECT raise(ABORT, 'what the plan corrects is in force'); END;
"""

SCRIPTS = (_CORRECTIONS, _CORRECTION_LOCKS, _PLAN_LOCKS)
