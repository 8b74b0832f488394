// Who did what to which record under which policy: a chain in which every entry carries the hash of the one before. Rows are only ever added.
export const up = `
CREATE TABLE audit_log (
  -- from 1, without a gap
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  role TEXT NOT NULL,
  -- the call, or the kind of work Debrief did by itself
  act TEXT NOT NULL,
  -- what it was done to, by number; never a name or a text
  record TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('done', 'failed', 'refused')),
  policy TEXT NOT NULL,
  details TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX audit_log_by_act ON audit_log (act, record);
CREATE TRIGGER audit_log_is_not_changed BEFORE UPDATE ON audit_log BEGIN SELECT RAISE(ABORT, 'The audit log is never changed.'); END;
CREATE TRIGGER audit_log_is_not_shortened BEFORE DELETE ON audit_log BEGIN SELECT RAISE(ABORT, 'The audit log is never shortened.'); END;
`
