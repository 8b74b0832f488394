// Coaching that is prepared, held and kept: sessions with what they began from and what was written in them, who took part, what was agreed, and the
// workspace's own questions to ask.
export const up = `
CREATE TABLE coaching_sessions (
  id INTEGER PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('prepared', 'running', 'held', 'cancelled')),
  title TEXT NOT NULL,
  coach TEXT NOT NULL,
  -- NULL for an idea of the supervisor's own; the label is what the focus was called then
  driver_id TEXT,
  focus_label TEXT NOT NULL,
  -- the days whose figures chose it
  window_from INTEGER NOT NULL,
  window_to INTEGER NOT NULL,
  -- JSON lists
  agenda TEXT NOT NULL,
  questions TEXT NOT NULL,
  moments TEXT NOT NULL,
  shared_notes TEXT NOT NULL DEFAULT '',
  -- for the coach alone
  private_notes TEXT NOT NULL DEFAULT '',
  -- whose questions it has: 'ready:<key>' or 'own:<id>'
  template_id TEXT,
  planned_at INTEGER,
  planned_minutes INTEGER NOT NULL,
  started_at INTEGER,
  -- held so far without pauses; it runs on from running_since
  held_ms INTEGER NOT NULL DEFAULT 0,
  running_since INTEGER,
  held_at INTEGER,
  next_at INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
CREATE INDEX coaching_sessions_by_state ON coaching_sessions (state, held_at);

CREATE TABLE coaching_session_people (
  session_id INTEGER NOT NULL REFERENCES coaching_sessions (id) ON DELETE CASCADE,
  -- an identity of the person, as elsewhere where something is noted about people
  person_id INTEGER NOT NULL REFERENCES identities (id),
  -- the name and team of the day, for when neither can be told any more
  name TEXT NOT NULL,
  team TEXT,
  -- JSON: the figure it began from; NULL where there is none
  figure TEXT,
  acknowledged_at INTEGER,
  acknowledged_how TEXT CHECK (acknowledged_how IN ('in-session', 'file')),
  agrees INTEGER,
  comment TEXT,
  PRIMARY KEY (session_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX coaching_session_people_by_person ON coaching_session_people (person_id);

CREATE TABLE commitments (
  id INTEGER PRIMARY KEY,
  session_id INTEGER NOT NULL REFERENCES coaching_sessions (id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES identities (id),
  behaviour TEXT NOT NULL,
  seen_by TEXT NOT NULL,
  due_day INTEGER,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'kept', 'not-kept', 'dropped')),
  closed_at INTEGER,
  closed_note TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
CREATE INDEX commitments_by_session ON commitments (session_id);
CREATE INDEX commitments_by_person ON commitments (person_id, state);

CREATE TABLE question_templates (
  id INTEGER PRIMARY KEY,
  -- of the ready template it stands in for
  ready_key TEXT,
  name TEXT NOT NULL,
  -- NULL is for every driver without one of its own
  driver_id TEXT,
  -- JSON list of texts
  questions TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
`
