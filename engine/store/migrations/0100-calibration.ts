// Calibration: several reviewers score the same conversations without seeing each other, compare, and settle. A part of a session may be scored in
// another workspace, to which its conversations travel as a file.
export const up = `
CREATE TABLE calibration_sessions (
  id INTEGER PRIMARY KEY,
  -- random; the same in every workspace the session travels to
  uid TEXT NOT NULL UNIQUE,
  -- the workspace it was made in
  workspace_uid TEXT NOT NULL,
  is_ours INTEGER NOT NULL,
  -- known to the workspace it was made in alone; NULL elsewhere
  secret TEXT,
  name TEXT NOT NULL,
  mode TEXT NOT NULL CHECK (mode IN ('expert', 'consensus')),
  expert TEXT,
  scorecard_id INTEGER NOT NULL REFERENCES scorecards (id),
  scorecard_version_id INTEGER NOT NULL REFERENCES scorecard_versions (id),
  state TEXT NOT NULL CHECK (state IN ('scoring', 'revealed', 'settled')),
  created_at INTEGER NOT NULL,
  revealed_at INTEGER,
  settled_at INTEGER
) STRICT;

CREATE TABLE calibration_reviewers (
  session_id INTEGER NOT NULL REFERENCES calibration_sessions (id) ON DELETE CASCADE,
  reviewer TEXT NOT NULL,
  position INTEGER NOT NULL,
  -- 1: the session was revealed without them
  is_left_out INTEGER NOT NULL DEFAULT 0,
  exported_at INTEGER,
  -- what the workspace it was made in signed for a reviewer who scores elsewhere; NULL where it was made
  ticket TEXT,
  PRIMARY KEY (session_id, reviewer)
) STRICT, WITHOUT ROWID;

CREATE TABLE calibration_items (
  id INTEGER PRIMARY KEY,
  session_id INTEGER NOT NULL REFERENCES calibration_sessions (id) ON DELETE CASCADE,
  uid TEXT NOT NULL,
  position INTEGER NOT NULL,
  -- JSON: the conversation, where it came with the session; NULL where it is in this workspace
  conversation TEXT,
  UNIQUE (session_id, uid)
) STRICT;

-- Everything a reviewer ever handed in of an item, as JSON. What counts is the newest.
CREATE TABLE calibration_submissions (
  id INTEGER PRIMARY KEY,
  item_id INTEGER NOT NULL REFERENCES calibration_items (id) ON DELETE CASCADE,
  reviewer TEXT NOT NULL,
  digest TEXT NOT NULL,
  -- NULL for a draft that a submission from elsewhere replaced
  submitted_at INTEGER,
  came_at INTEGER NOT NULL,
  -- the file it came with; NULL where it was scored here
  file_name TEXT,
  content TEXT NOT NULL,
  UNIQUE (item_id, reviewer, digest)
) STRICT;

-- What an item's question is settled at. basis: a person said so, all had answered alike, or it is the expert's answer.
CREATE TABLE calibration_settlements (
  item_id INTEGER NOT NULL REFERENCES calibration_items (id) ON DELETE CASCADE,
  question_key TEXT NOT NULL,
  basis TEXT NOT NULL CHECK (basis IN ('settled', 'alike', 'expert')),
  -- JSON
  answer TEXT NOT NULL,
  -- whose answer it is; NULL where it is nobody's
  taken_from TEXT,
  remark TEXT NOT NULL,
  settled_by TEXT,
  settled_at INTEGER NOT NULL,
  PRIMARY KEY (item_id, question_key)
) STRICT, WITHOUT ROWID;

ALTER TABLE reviews ADD COLUMN calibration_item_id INTEGER REFERENCES calibration_items (id) ON DELETE CASCADE;
CREATE UNIQUE INDEX reviews_by_calibration_item ON reviews (calibration_item_id, reviewer) WHERE calibration_item_id IS NOT NULL;
`
