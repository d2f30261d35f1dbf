CREATE INDEX assignment_before_assignment ON assignment_before (assignment_rid);
CREATE INDEX assignment_person ON assignment (person_id, day);
CREATE INDEX audit_actor ON audit (actor, at);
CREATE INDEX audit_at ON audit (at);
CREATE INDEX audit_subject ON audit (subject);
CREATE INDEX audit_unusual ON audit (at) WHERE action IN ('access.refused', 'login.failed');
CREATE INDEX audit_users ON audit (rid) WHERE action IN (
  'user.role', 'user.removed', 'password.reset', 'roles.accepted', 'recovery_code.made',
  'recovery_code.used', 'unit.restored', 'users.seen', 'user.renamed_from', 'user.renamed_to'
);
CREATE INDEX correction_plan ON correction (plan_id);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX journal_person ON journal (person_id, at);
CREATE INDEX opened_other_person ON opened_other (person_id);
CREATE INDEX person_before_person ON person_before (person_rid);
CREATE INDEX person_order ON person (sort_key);
CREATE INDEX plan_assignment ON plan (assignment_id);
CREATE INDEX plan_checksum ON plan (checksum) WHERE checksum IS NOT NULL;
CREATE UNIQUE INDEX plan_current ON plan (person_id, name) WHERE status = 'established';
CREATE INDEX plan_drafts ON plan (changed_at) WHERE status = 'draft';
CREATE INDEX plan_established ON plan (established_at) WHERE established_at IS NOT NULL;
CREATE INDEX plan_person ON plan (person_id, status);
CREATE INDEX print_made ON print (made_at);
CREATE INDEX print_person ON print (person_id, made_at);
CREATE INDEX print_plan ON print (plan_id);
CREATE INDEX restore_point_plan ON restore_point (plan_rid);
CREATE INDEX tabs_before_tabs ON tabs_before (tabs_rid);
CREATE INDEX task_open ON task (created_at) WHERE done_at IS NULL;
CREATE INDEX task_person ON task (person_id);
CREATE INDEX visit_plan_before_visit_plan ON visit_plan_before (visit_plan_rid);
CREATE INDEX visit_plan_person ON visit_plan (person_id);
CREATE INDEX visit_plan_temporary ON visit_plan (rid) WHERE temporary AND cleared_at IS NULL;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
) STRICT;
CREATE TABLE aftercare (
  rid INTEGER PRIMARY KEY REFERENCES plan (rid),
  noted_at TEXT,
  filed_at TEXT
) STRICT;
CREATE TABLE assignment (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES person (id),
  day TEXT NOT NULL,
  document TEXT NOT NULL
) STRICT;
CREATE TABLE assignment_before (
  rid INTEGER PRIMARY KEY,
  assignment_rid INTEGER NOT NULL REFERENCES assignment (rid),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  document TEXT NOT NULL
) STRICT;
CREATE TABLE audit (
  rid INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL,
  digest BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT;
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
CREATE TABLE draft_writer (
  rid INTEGER PRIMARY KEY REFERENCES plan (rid),
  session TEXT NOT NULL,
  writer TEXT NOT NULL,
  since TEXT NOT NULL
) STRICT;
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
CREATE TABLE journal_draft (
  rid INTEGER PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  document TEXT NOT NULL,
  UNIQUE (person_id, by)
) STRICT;
CREATE TABLE method (
  rid INTEGER PRIMARY KEY,
  version TEXT NOT NULL UNIQUE,
  document TEXT NOT NULL
) STRICT;
CREATE TABLE opened_other (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES person (id),
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (trim(reason) <> '')
) STRICT;
CREATE TABLE own_persons (
  rid INTEGER PRIMARY KEY,
  user_id TEXT NOT NULL UNIQUE,
  units TEXT NOT NULL,
  provider TEXT NOT NULL
) STRICT;
CREATE TABLE own_word (
  rid INTEGER PRIMARY KEY,
  word TEXT NOT NULL UNIQUE CHECK (length(word) BETWEEN 1 AND 64)
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
, support_end TEXT) STRICT;
CREATE TABLE person_before (
  rid INTEGER PRIMARY KEY,
  person_rid INTEGER NOT NULL REFERENCES person (rid),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  document TEXT NOT NULL
) STRICT;
CREATE TABLE person_doc (
  rid INTEGER PRIMARY KEY REFERENCES person (rid),
  document TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE person_words USING fts5 (
  words, content='', contentless_delete=1,
  tokenize='ascii', prefix='2 3 4', detail=none
);
CREATE TABLE 'person_words_config'(k PRIMARY KEY, v) WITHOUT ROWID;
CREATE TABLE 'person_words_data'(id INTEGER PRIMARY KEY, block BLOB);
CREATE TABLE 'person_words_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);
CREATE TABLE 'person_words_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
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
CREATE TABLE plan_doc (
  rid INTEGER PRIMARY KEY REFERENCES plan (rid),
  document TEXT NOT NULL
, saved_as INTEGER) STRICT;
CREATE TABLE plan_pdf (
  rid INTEGER PRIMARY KEY REFERENCES plan (rid),
  bytes BLOB NOT NULL
) STRICT;
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
  collected_by TEXT, subject TEXT NOT NULL DEFAULT '',
  CHECK ((plan_id IS NULL) = (status IS NULL)),
  CHECK (plan_id IS NULL OR person_id IS NOT NULL),
  CHECK ((collected_at IS NULL) = (collected_by IS NULL))
) STRICT;
CREATE TABLE removed_draft (
  rid INTEGER PRIMARY KEY REFERENCES plan (rid),
  removed_at TEXT NOT NULL,
  removed_by TEXT NOT NULL
) STRICT;
CREATE TABLE restore_point (
  rid INTEGER PRIMARY KEY,
  plan_rid INTEGER NOT NULL REFERENCES plan (rid),
  saved_at TEXT NOT NULL,
  at_opening INTEGER NOT NULL CHECK (at_opening IN (0, 1)),
  document TEXT NOT NULL
) STRICT;
CREATE TABLE role_data (
  rid INTEGER PRIMARY KEY,
  accepted_at TEXT NOT NULL,
  accepted_by TEXT NOT NULL,
  document TEXT NOT NULL
) STRICT;
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
CREATE TABLE transfer (
  rid INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,
  field TEXT NOT NULL,
  digest TEXT NOT NULL,
  done_at TEXT NOT NULL,
  done_by TEXT NOT NULL,
  UNIQUE (subject, field)
) STRICT;
CREATE TABLE unit (
  rid INTEGER PRIMARY KEY CHECK (rid = 1),
  name TEXT NOT NULL,
  coordinator TEXT NOT NULL,
  practice INTEGER NOT NULL CHECK (practice IN (0, 1))
) STRICT;
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
CREATE TABLE visit_plan_before (
  rid INTEGER PRIMARY KEY,
  visit_plan_rid INTEGER NOT NULL REFERENCES visit_plan (rid),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  document TEXT NOT NULL
) STRICT;
CREATE TRIGGER assignment_added_once BEFORE INSERT ON assignment
WHEN EXISTS (SELECT 1 FROM assignment WHERE rid = new.rid OR id = new.id)
BEGIN SELECT raise(ABORT, 'an assignment keeps its id and person'); END;
CREATE TRIGGER assignment_before_added_once BEFORE INSERT ON assignment_before
WHEN EXISTS (SELECT 1 FROM assignment_before WHERE rid = new.rid)
BEGIN SELECT raise(ABORT, 'what is kept stays as it is'); END;
CREATE TRIGGER assignment_before_no_delete BEFORE DELETE ON assignment_before
BEGIN SELECT raise(ABORT, 'what is kept stays as it is'); END;
CREATE TRIGGER assignment_before_no_update BEFORE UPDATE ON assignment_before
BEGIN SELECT raise(ABORT, 'what is kept stays as it is'); END;
CREATE TRIGGER assignment_keeps_identity BEFORE UPDATE ON assignment
WHEN new.rid IS NOT old.rid OR new.id IS NOT old.id OR new.person_id IS NOT old.person_id
BEGIN SELECT raise(ABORT, 'an assignment keeps its id and person'); END;
CREATE TRIGGER assignment_locked_delete BEFORE DELETE ON assignment
WHEN EXISTS (SELECT 1 FROM plan WHERE assignment_id = old.id)
BEGIN SELECT raise(ABORT, 'a plan stands on the assignment'); END;
CREATE TRIGGER assignment_locked_update BEFORE UPDATE ON assignment
WHEN EXISTS (
  SELECT 1 FROM plan WHERE assignment_id = old.id
  AND status IN ('established', 'superseded', 'annulled')
)
BEGIN SELECT raise(ABORT, 'an established plan stands on the assignment'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
CREATE TRIGGER audit_only_grows BEFORE INSERT ON audit
WHEN new.rid IS NOT (SELECT coalesce(max(rid), 0) + 1 FROM audit)
BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
CREATE TRIGGER correction_added_once BEFORE INSERT ON correction
WHEN EXISTS (
  SELECT 1 FROM correction WHERE rid = new.rid OR new_plan_id = new.new_plan_id
  OR (plan_id = new.plan_id AND kind = 'annulled')
) OR EXISTS (
  SELECT 1 FROM correction JOIN plan ON plan.id = new_plan_id
  WHERE plan_id = new.plan_id AND status = 'draft'
)
BEGIN SELECT raise(ABORT, 'a correction is never changed'); END;
CREATE TRIGGER correction_by_a_draft BEFORE INSERT ON correction
WHEN new.kind = 'corrected' AND NOT EXISTS (
  SELECT 1 FROM plan AS draft JOIN plan AS wrong USING (person_id)
  WHERE draft.id = new.new_plan_id AND draft.status = 'draft' AND wrong.id = new.plan_id
)
BEGIN SELECT raise(ABORT, 'a plan is corrected by a draft for the same person'); END;
CREATE TRIGGER correction_no_delete BEFORE DELETE ON correction
BEGIN SELECT raise(ABORT, 'a correction is never changed'); END;
CREATE TRIGGER correction_no_update BEFORE UPDATE ON correction
BEGIN SELECT raise(ABORT, 'a correction is never changed'); END;
CREATE TRIGGER correction_of_one_in_force BEFORE INSERT ON correction
WHEN (SELECT status FROM plan WHERE id = new.plan_id) IS NOT 'established'
BEGIN SELECT raise(ABORT, 'only a plan in force is corrected or annulled'); END;
CREATE TRIGGER erasure_added_once BEFORE INSERT ON erasure
WHEN EXISTS (SELECT 1 FROM erasure WHERE rid = new.rid OR id = new.id)
BEGIN SELECT raise(ABORT, 'the record of what was erased stays as it is'); END;
CREATE TRIGGER erasure_no_delete BEFORE DELETE ON erasure
BEGIN SELECT raise(ABORT, 'the record of what was erased stays as it is'); END;
CREATE TRIGGER erasure_no_update BEFORE UPDATE ON erasure
BEGIN SELECT raise(ABORT, 'the record of what was erased stays as it is'); END;
CREATE TRIGGER journal_added_once BEFORE INSERT ON journal
WHEN EXISTS (SELECT 1 FROM journal WHERE rid = new.rid OR id = new.id)
BEGIN SELECT raise(ABORT, 'an entry of the journal is never changed'); END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal
BEGIN SELECT raise(ABORT, 'an entry of the journal is never deleted'); END;
CREATE TRIGGER journal_only_struck BEFORE UPDATE ON journal
WHEN old.struck_at IS NOT NULL
  OR new.struck_at IS NULL
  OR new.rid IS NOT old.rid
  OR new.id IS NOT old.id
  OR new.person_id IS NOT old.person_id
  OR new.at IS NOT old.at
  OR new.document IS NOT old.document
BEGIN SELECT raise(ABORT, 'an entry of the journal is never changed'); END;
CREATE TRIGGER method_added_once BEFORE INSERT ON method
WHEN EXISTS (SELECT 1 FROM method WHERE rid = new.rid OR version = new.version)
BEGIN SELECT raise(ABORT, 'what is kept stays as it is'); END;
CREATE TRIGGER method_no_delete BEFORE DELETE ON method
BEGIN SELECT raise(ABORT, 'what is kept stays as it is'); END;
CREATE TRIGGER method_no_update BEFORE UPDATE ON method
BEGIN SELECT raise(ABORT, 'what is kept stays as it is'); END;
CREATE TRIGGER opened_other_added_once BEFORE INSERT ON opened_other
WHEN EXISTS (SELECT 1 FROM opened_other WHERE rid = new.rid OR id = new.id)
BEGIN SELECT raise(ABORT, 'why a person was opened stays as it is'); END;
CREATE TRIGGER opened_other_no_delete BEFORE DELETE ON opened_other
BEGIN SELECT raise(ABORT, 'why a person was opened stays as it is'); END;
CREATE TRIGGER opened_other_no_update BEFORE UPDATE ON opened_other
BEGIN SELECT raise(ABORT, 'why a person was opened stays as it is'); END;
CREATE TRIGGER person_before_added_once BEFORE INSERT ON person_before
WHEN EXISTS (SELECT 1 FROM person_before WHERE rid = new.rid)
BEGIN SELECT raise(ABORT, 'what is kept stays as it is'); END;
CREATE TRIGGER person_before_no_delete BEFORE DELETE ON person_before
BEGIN SELECT raise(ABORT, 'what is kept stays as it is'); END;
CREATE TRIGGER person_before_no_update BEFORE UPDATE ON person_before
BEGIN SELECT raise(ABORT, 'what is kept stays as it is'); END;
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
CREATE TRIGGER plan_doc_locked_delete BEFORE DELETE ON plan_doc
WHEN (SELECT status FROM plan WHERE rid = old.rid) IN ('established', 'superseded', 'annulled')
BEGIN SELECT raise(ABORT, 'the plan is established'); END;
CREATE TRIGGER plan_doc_locked_insert BEFORE INSERT ON plan_doc
WHEN (SELECT status FROM plan WHERE rid = new.rid) IN ('established', 'superseded', 'annulled')
BEGIN SELECT raise(ABORT, 'the plan is established'); END;
CREATE TRIGGER plan_doc_locked_update BEFORE UPDATE ON plan_doc
WHEN EXISTS (
  SELECT 1 FROM plan WHERE rid IN (old.rid, new.rid)
  AND status IN ('established', 'superseded', 'annulled')
)
BEGIN SELECT raise(ABORT, 'the plan is established'); END;
CREATE TRIGGER plan_keeps_identity BEFORE UPDATE ON plan
WHEN new.rid IS NOT old.rid OR new.id IS NOT old.id
BEGIN SELECT raise(ABORT, 'a plan keeps its id'); END;
CREATE TRIGGER plan_locked_delete BEFORE DELETE ON plan
WHEN old.status IN ('established', 'superseded', 'annulled')
BEGIN SELECT raise(ABORT, 'the plan is established'); END;
CREATE TRIGGER plan_locked_insert BEFORE INSERT ON plan
WHEN new.status NOT IN ('draft') OR EXISTS (
  SELECT 1 FROM plan WHERE rid = new.rid OR id = new.id
)
BEGIN SELECT raise(ABORT, 'a plan begins as a draft of its own'); END;
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
CREATE TRIGGER plan_one_current BEFORE UPDATE ON plan
WHEN new.status = 'established' AND EXISTS (
  SELECT 1 FROM plan WHERE status = 'established' AND rid <> old.rid
  AND person_id = new.person_id AND name = new.name
)
BEGIN SELECT raise(ABORT, 'another plan with the name is in force'); END;
CREATE TRIGGER plan_pdf_locked_delete BEFORE DELETE ON plan_pdf
WHEN (SELECT status FROM plan WHERE rid = old.rid) IN ('established', 'superseded', 'annulled')
BEGIN SELECT raise(ABORT, 'the plan is established'); END;
CREATE TRIGGER plan_pdf_locked_insert BEFORE INSERT ON plan_pdf
WHEN (SELECT status FROM plan WHERE rid = new.rid) IN ('established', 'superseded', 'annulled')
BEGIN SELECT raise(ABORT, 'the plan is established'); END;
CREATE TRIGGER plan_pdf_locked_update BEFORE UPDATE ON plan_pdf
WHEN EXISTS (
  SELECT 1 FROM plan WHERE rid IN (old.rid, new.rid)
  AND status IN ('established', 'superseded', 'annulled')
)
BEGIN SELECT raise(ABORT, 'the plan is established'); END;
CREATE TRIGGER print_added_once BEFORE INSERT ON print
WHEN EXISTS (SELECT 1 FROM print WHERE rid = new.rid OR id = new.id)
BEGIN SELECT raise(ABORT, 'what was printed stays in the register'); END;
CREATE TRIGGER print_keeps_subject BEFORE UPDATE OF subject ON print
WHEN new.subject IS NOT old.subject
BEGIN SELECT raise(ABORT, 'what was printed stays in the register'); END;
CREATE TRIGGER print_no_delete BEFORE DELETE ON print
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
CREATE TRIGGER removed_draft_no_update BEFORE UPDATE ON removed_draft
BEGIN SELECT raise(ABORT, 'when and by whom it was taken away stays'); END;
CREATE TRIGGER removed_draft_only_removed BEFORE INSERT ON removed_draft
WHEN (SELECT status FROM plan WHERE rid = new.rid) IS NOT 'removed'
  OR EXISTS (SELECT 1 FROM removed_draft WHERE rid = new.rid)
BEGIN SELECT raise(ABORT, 'only a draft that was taken away lies in the bin'); END;
CREATE TRIGGER role_data_no_delete BEFORE DELETE ON role_data
BEGIN SELECT raise(ABORT, 'what is kept stays as it is'); END;
CREATE TRIGGER role_data_no_update BEFORE UPDATE ON role_data
BEGIN SELECT raise(ABORT, 'what is kept stays as it is'); END;
CREATE TRIGGER role_data_only_grows BEFORE INSERT ON role_data
WHEN new.rid IS NOT (SELECT coalesce(max(rid), 0) + 1 FROM role_data)
BEGIN SELECT raise(ABORT, 'what is kept stays as it is'); END;
CREATE TRIGGER tabs_before_added_once BEFORE INSERT ON tabs_before
WHEN EXISTS (SELECT 1 FROM tabs_before WHERE rid = new.rid)
BEGIN SELECT raise(ABORT, 'what is kept stays as it is'); END;
CREATE TRIGGER tabs_before_no_delete BEFORE DELETE ON tabs_before
BEGIN SELECT raise(ABORT, 'what is kept stays as it is'); END;
CREATE TRIGGER tabs_before_no_update BEFORE UPDATE ON tabs_before
BEGIN SELECT raise(ABORT, 'what is kept stays as it is'); END;
CREATE TRIGGER task_added_once BEFORE INSERT ON task
WHEN EXISTS (SELECT 1 FROM task WHERE rid = new.rid OR id = new.id)
BEGIN SELECT raise(ABORT, 'a task keeps its words'); END;
CREATE TRIGGER task_no_delete BEFORE DELETE ON task
BEGIN SELECT raise(ABORT, 'a task is never deleted'); END;
CREATE TRIGGER task_only_ticked BEFORE UPDATE ON task
WHEN new.rid IS NOT old.rid
  OR new.id IS NOT old.id
  OR new.person_id IS NOT old.person_id
  OR new.created_at IS NOT old.created_at
  OR new.document IS NOT old.document
BEGIN SELECT raise(ABORT, 'a task keeps its words'); END;
CREATE TRIGGER visit_plan_before_added_once BEFORE INSERT ON visit_plan_before
WHEN EXISTS (SELECT 1 FROM visit_plan_before WHERE rid = new.rid)
BEGIN SELECT raise(ABORT, 'what is kept stays as it is'); END;
CREATE TRIGGER visit_plan_before_no_delete BEFORE DELETE ON visit_plan_before
BEGIN SELECT raise(ABORT, 'what is kept stays as it is'); END;
CREATE TRIGGER visit_plan_before_no_update BEFORE UPDATE ON visit_plan_before
BEGIN SELECT raise(ABORT, 'what is kept stays as it is'); END;
CREATE TRIGGER visit_plan_keeps_identity BEFORE UPDATE ON visit_plan
WHEN new.rid IS NOT old.rid OR new.id IS NOT old.id OR new.person_id IS NOT old.person_id
BEGIN SELECT raise(ABORT, 'a visit plan keeps its id and person'); END;
CREATE TRIGGER visit_plan_no_delete BEFORE DELETE ON visit_plan
BEGIN SELECT raise(ABORT, 'a visit plan is cleared, not deleted'); END;
