// Targets that are set here by hand; and findings about everybody, which a target missed by most is. A check of a column is changed by making the table anew.
export const up = `
CREATE TABLE metric_targets (
  metric_id TEXT PRIMARY KEY,
  -- in the metric's stored unit; NULL where a target that comes with the metric was taken away
  value REAL,
  set_at INTEGER NOT NULL
) STRICT;

CREATE TABLE new_systemic_findings (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  driver_id TEXT NOT NULL,
  -- what it was called then
  driver_label TEXT NOT NULL,
  group_kind TEXT NOT NULL CHECK (group_kind IN ('team', 'queue', 'everybody')),
  group_key TEXT NOT NULL,
  group_label TEXT NOT NULL,
  owner TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'doing', 'done', 'dropped')),
  why TEXT NOT NULL DEFAULT '',
  -- the days whose figures it began from
  window_from INTEGER NOT NULL,
  window_to INTEGER NOT NULL,
  -- JSON: the comparison as it stood; and the conversations picked
  figures TEXT NOT NULL,
  conversations TEXT NOT NULL,
  due_day INTEGER,
  -- from which day on it should be gone; NULL is the day after the window
  check_from INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
INSERT INTO new_systemic_findings SELECT id, title, driver_id, driver_label, group_kind, group_key, group_label, owner, status, why, window_from, window_to,
  figures, conversations, due_day, check_from, created_at, updated_at, removed_at FROM systemic_findings;

CREATE TABLE new_systemic_finding_events (
  id INTEGER PRIMARY KEY,
  finding_id INTEGER NOT NULL REFERENCES new_systemic_findings (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('created', 'note', 'changed', 'removed', 'restored')),
  text TEXT NOT NULL
) STRICT;
INSERT INTO new_systemic_finding_events SELECT id, finding_id, at, kind, text FROM systemic_finding_events;

DROP TABLE systemic_finding_events;
DROP TABLE systemic_findings;
ALTER TABLE new_systemic_findings RENAME TO systemic_findings;
ALTER TABLE new_systemic_finding_events RENAME TO systemic_finding_events;
CREATE INDEX systemic_findings_by_driver ON systemic_findings (driver_id, status);
CREATE INDEX systemic_finding_events_by_finding ON systemic_finding_events (finding_id, at);
`
