// What patterns keep: variance shares as computed last, and systemic findings as records with their history.
export const up = `
CREATE TABLE variance_shares (
  -- one row: the last result
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- what the facts were, so that it can say when it is stale
  facts_revision INTEGER NOT NULL,
  from_day INTEGER NOT NULL,
  to_day INTEGER NOT NULL,
  computed_at INTEGER NOT NULL,
  -- JSON by driver
  result TEXT NOT NULL
) STRICT;

CREATE TABLE systemic_findings (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  driver_id TEXT NOT NULL,
  -- what it was called then
  driver_label TEXT NOT NULL,
  group_kind TEXT NOT NULL CHECK (group_kind IN ('team', 'queue')),
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
CREATE INDEX systemic_findings_by_driver ON systemic_findings (driver_id, status);

CREATE TABLE systemic_finding_events (
  id INTEGER PRIMARY KEY,
  finding_id INTEGER NOT NULL REFERENCES systemic_findings (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('created', 'note', 'changed', 'removed', 'restored')),
  text TEXT NOT NULL
) STRICT;
CREATE INDEX systemic_finding_events_by_finding ON systemic_finding_events (finding_id, at);
`
