// What automation earned, and by which answers: where each question and scorer stand, what a scorer said beside the first answer a person
// gave, which answers a standing audit drew, and events that nobody can change afterwards.
export const up = `
-- standing: JSON. question_key is the question's id on the form; it needs no answer to exist.
CREATE TABLE trust_standings (
  scorecard_id INTEGER NOT NULL REFERENCES scorecards (id),
  question_key TEXT NOT NULL,
  scorer_id TEXT NOT NULL,
  standing TEXT NOT NULL,
  PRIMARY KEY (scorecard_id, question_key, scorer_id)
) STRICT, WITHOUT ROWID;

-- What a scorer said of a question when a review of it was opened, and the first answer a person gave to it.
CREATE TABLE double_scored (
  review_id INTEGER NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
  question_key TEXT NOT NULL,
  scorer_id TEXT NOT NULL,
  scorecard_id INTEGER NOT NULL REFERENCES scorecards (id),
  scorer_version TEXT NOT NULL,
  -- NULL where it abstained
  automated TEXT CHECK (automated IN ('pass', 'fail')),
  confidence REAL,
  -- what it said stood in the form before the person answered
  is_filled INTEGER NOT NULL,
  -- how it came to be left to the person; NULL where that depends on the answer
  draw TEXT CHECK (draw IN ('uniform', 'weighted')),
  -- of being left to the person: once the review was drawn, or, of an audit, at all
  chance REAL NOT NULL,
  is_audit INTEGER NOT NULL,
  team TEXT,
  language TEXT,
  word_count INTEGER,
  recognition_confidence REAL,
  -- the first answer; what was changed after the scorer's was seen is not here
  human TEXT CHECK (human IN ('pass', 'fail', 'not applicable')),
  answered_at INTEGER,
  -- when the review was first submitted: grows from row to row, and never changes
  counted_at INTEGER,
  PRIMARY KEY (review_id, question_key, scorer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX double_scored_by_question ON double_scored (scorecard_id, question_key, scorer_id, counted_at);

-- Trusted answers that were drawn to be given again by a person, blind.
CREATE TABLE audit_picks (
  review_id INTEGER NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
  question_key TEXT NOT NULL,
  scorer_id TEXT NOT NULL,
  draw TEXT NOT NULL CHECK (draw IN ('uniform', 'weighted')),
  chance REAL NOT NULL,
  PRIMARY KEY (review_id, question_key, scorer_id)
) STRICT, WITHOUT ROWID;

-- What was decided, by whom, on what figures (canonical JSON). Rows are added and nothing else.
CREATE TABLE audit_events (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  -- NULL: Debrief itself
  who TEXT,
  figures TEXT NOT NULL
) STRICT;
CREATE INDEX audit_events_by_subject ON audit_events (subject, id);
CREATE TRIGGER audit_events_stay BEFORE UPDATE ON audit_events BEGIN SELECT RAISE (ABORT, 'audit events are not changed'); END;
CREATE TRIGGER audit_events_remain BEFORE DELETE ON audit_events BEGIN SELECT RAISE (ABORT, 'audit events are not removed'); END;
`
