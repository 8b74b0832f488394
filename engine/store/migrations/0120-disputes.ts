// Disputes of answers, what was decided, and what stood before a decision changed it. An answer that was overturned stands changed in its
// table, so that everything reads it; what its reviewer or its import states is kept beside it.
export const up = `
-- One dispute of one answer. A later round of the same answer is a row of its own.
CREATE TABLE disputes (
  id INTEGER PRIMARY KEY,
  -- NULL while its evaluation is gone: its import was undone. What follows finds it again
  evaluation_id INTEGER REFERENCES evaluations (id) ON DELETE SET NULL,
  question_id INTEGER NOT NULL REFERENCES questions (id),
  review_id INTEGER REFERENCES reviews (id),
  source_id INTEGER REFERENCES sources (id),
  evaluation_ref TEXT,
  content_key TEXT,
  evaluated_at INTEGER,
  evaluator TEXT,
  round INTEGER NOT NULL,
  raised_by TEXT NOT NULL,
  raised_as TEXT NOT NULL CHECK (raised_as IN ('agent', 'supervisor')),
  raised_at INTEGER NOT NULL,
  comment TEXT NOT NULL,
  -- JSON: the answer as it stood, and the one they think right
  standing TEXT NOT NULL,
  proposed TEXT NOT NULL,
  -- JSON: the span of the conversation they point at
  moment TEXT,
  -- of the entry of the file it came with: a file read twice raises nothing twice
  file_key TEXT UNIQUE,
  withdrawn_at INTEGER
) STRICT;
CREATE INDEX disputes_by_evaluation ON disputes (evaluation_id, question_id);

CREATE TABLE dispute_resolutions (
  id INTEGER PRIMARY KEY,
  dispute_id INTEGER NOT NULL REFERENCES disputes (id) ON DELETE CASCADE,
  outcome TEXT NOT NULL CHECK (outcome IN ('upheld', 'overturned')),
  -- JSON: the answer from now on; NULL where the answer stays
  answer TEXT,
  resolved_by TEXT NOT NULL,
  resolved_at INTEGER NOT NULL,
  remark TEXT NOT NULL,
  -- why it was overturned
  fault TEXT CHECK (fault IN ('reviewer', 'goodwill')),
  -- whether the score might fall, by the settings of that day
  may_lower INTEGER NOT NULL,
  score_before REAL,
  score_after REAL,
  undone_at INTEGER
) STRICT;
CREATE UNIQUE INDEX dispute_resolutions_standing ON dispute_resolutions (dispute_id) WHERE undone_at IS NULL;

-- What is stated of answers that stand changed.
CREATE TABLE answer_edits (
  evaluation_id INTEGER NOT NULL,
  question_id INTEGER NOT NULL,
  value TEXT,
  score REAL,
  points REAL,
  max_points REAL,
  weight REAL,
  is_not_applicable INTEGER NOT NULL,
  has_failed_critical INTEGER NOT NULL,
  PRIMARY KEY (evaluation_id, question_id),
  FOREIGN KEY (evaluation_id, question_id) REFERENCES answers (evaluation_id, question_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- And of their evaluations.
CREATE TABLE evaluation_edits (
  evaluation_id INTEGER PRIMARY KEY REFERENCES evaluations (id) ON DELETE CASCADE,
  vendor_score REAL,
  computed_score REAL,
  score_before_fail REAL,
  has_failed_critical INTEGER NOT NULL
) STRICT;
`
