"""The log asked by person, user and time, who sees whom, and why somebody saw another one."""

_LOG = """
CREATE INDEX audit_subject ON audit (subject);
CREATE INDEX audit_actor ON audit (actor, at);
CREATE INDEX audit_at ON audit (at);
CREATE INDEX audit_unusual ON audit (at) WHERE action IN ('access.refused', 'login.failed');
CREATE INDEX audit_users ON audit (rid) WHERE action IN (
  'user.role', 'user.removed', 'password.reset', 'roles.accepted', 'recovery_code.made',
  'recovery_code.used', 'unit.restored', 'users.seen', 'user.renamed_from', 'user.renamed_to'
);
"""

# Apart from the log, since a reason may tell of the person: it is erased with the person.
_OPENED = """
CREATE TABLE opened_other (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES person (id),
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (trim(reason) <> '')
) STRICT;
CREATE INDEX opened_other_person ON opened_other (person_id);
CREATE TRIGGER opened_other_added_once BEFORE INSERT ON opened_other
WHEN EXISTS (SELECT 1 FROM opened_other WHERE rid = new.rid OR id = new.id)
BEGIN SELECT raise(ABORT, 'why a person was opened stays as it is'); END;
CREATE TRIGGER opened_other_no_update BEFORE UPDATE ON opened_other
BEGIN SELECT raise(ABORT, 'why a person was opened stays as it is'); END;
CREATE TRIGGER opened_other_no_delete BEFORE DELETE ON opened_other
BEGIN SELECT raise(ABORT, 'why a person was opened stays as it is'); END;
"""

_OWN_PERSONS = """
CREATE TABLE own_persons (
  rid INTEGER PRIMARY KEY,
  user_id TEXT NOT NULL UNIQUE,
  units TEXT NOT NULL,
  provider TEXT NOT NULL
) STRICT;
"""

# What each role may do, as a manager of users last accepted it. The latest is in force.
_ROLES = """
CREATE TABLE role_data (
  rid INTEGER PRIMARY KEY,
  accepted_at TEXT NOT NULL,
  accepted_by TEXT NOT NULL,
  document TEXT NOT NULL
) STRICT;
CREATE TRIGGER role_data_only_grows BEFORE INSERT ON role_data
WHEN new.rid IS NOT (SELECT coalesce(max(rid), 0) + 1 FROM role_data)
BEGIN SELECT raise(ABORT, 'what is kept stays as it is'); END;
CREATE TRIGGER role_data_no_update BEFORE UPDATE ON role_data
BEGIN SELECT raise(ABORT, 'what is kept stays as it is'); END;
CREATE TRIGGER role_data_no_delete BEFORE DELETE ON role_data
BEGIN SELECT raise(ABORT, 'what is kept stays as it is'); END;
"""

# Without an end the plan in force would keep a person from ever being erased.
_SUPPORT_END = """
ALTER TABLE person ADD COLUMN support_end TEXT;
"""

SCRIPTS: tuple[str, ...] = (_LOG, _OPENED, _OWN_PERSONS, _ROLES, _SUPPORT_END)
