// The quality desk: forms written down here, plans that pick conversations, and reviews made in Debrief. An evaluation may come from a
// review instead of an import, so its import can be missing: the table and what hangs on it are made anew.
export const up = `
ALTER TABLE scorecard_versions ADD COLUMN state TEXT NOT NULL DEFAULT 'stated' CHECK (state IN ('stated', 'draft', 'published'));
-- the form as it is written down, as JSON; NULL where only answers to it were imported
ALTER TABLE scorecard_versions ADD COLUMN definition TEXT;
ALTER TABLE scorecard_versions ADD COLUMN based_on_id INTEGER REFERENCES scorecard_versions (id);
ALTER TABLE scorecard_versions ADD COLUMN note TEXT;
ALTER TABLE scorecard_versions ADD COLUMN edited_at INTEGER;
ALTER TABLE scorecard_versions ADD COLUMN published_at INTEGER;
-- grows with every change of a draft: two editors do not overwrite each other unseen
ALTER TABLE scorecard_versions ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
CREATE UNIQUE INDEX scorecard_drafts ON scorecard_versions (scorecard_id) WHERE state = 'draft';

-- A way to pick conversations for review. settings: JSON.
CREATE TABLE sampling_plans (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('random', 'risk')),
  scorecard_id INTEGER NOT NULL REFERENCES scorecards (id),
  settings TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  retired_at INTEGER
) STRICT;

-- One draw: what it looked at and by which seed, so that it can be checked. plan_id is NULL where it was made to settle a ranking.
CREATE TABLE sampling_draws (
  id INTEGER PRIMARY KEY,
  plan_id INTEGER REFERENCES sampling_plans (id),
  scorecard_id INTEGER NOT NULL REFERENCES scorecards (id),
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  settings TEXT NOT NULL,
  seed INTEGER NOT NULL,
  from_day INTEGER NOT NULL,
  to_day INTEGER NOT NULL,
  eligible INTEGER NOT NULL,
  picked INTEGER NOT NULL,
  drawn_at INTEGER NOT NULL
) STRICT;

-- With what probability a draw would have picked each conversation it looked at.
CREATE TABLE sampling_chances (
  draw_id INTEGER NOT NULL REFERENCES sampling_draws (id) ON DELETE CASCADE,
  interaction_id INTEGER NOT NULL REFERENCES interactions (id) ON DELETE CASCADE,
  chance REAL NOT NULL,
  PRIMARY KEY (interaction_id, draw_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX sampling_chances_by_draw ON sampling_chances (draw_id);

-- A conversation to be scored on a form, and the form as far as it is filled in.
CREATE TABLE reviews (
  id INTEGER PRIMARY KEY,
  scorecard_id INTEGER NOT NULL REFERENCES scorecards (id),
  -- the version it is filled in on: the newest when it was opened
  scorecard_version_id INTEGER REFERENCES scorecard_versions (id),
  interaction_id INTEGER REFERENCES interactions (id) ON DELETE SET NULL,
  source_id INTEGER REFERENCES sources (id),
  contact_ref TEXT,
  day INTEGER,
  selection TEXT NOT NULL CHECK (selection IN ('random', 'risk', 'settle', 'requested', 'calibration', 'audit')),
  draw_id INTEGER REFERENCES sampling_draws (id),
  why TEXT NOT NULL,
  -- over all draws that could have picked it; NULL where a person picked it
  chance REAL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'draft', 'submitted', 'skipped')),
  reviewer TEXT,
  created_at INTEGER NOT NULL,
  opened_at INTEGER,
  submitted_at INTEGER,
  skipped_at INTEGER,
  skip_reason TEXT,
  -- how long somebody was at it
  active_ms INTEGER NOT NULL DEFAULT 0,
  comment TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX reviews_by_interaction ON reviews (interaction_id);
CREATE INDEX reviews_by_state ON reviews (state, scorecard_id);

CREATE TABLE review_answers (
  review_id INTEGER NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
  question_key TEXT NOT NULL,
  option_ids TEXT NOT NULL,
  number REAL,
  text TEXT NOT NULL,
  is_not_applicable INTEGER NOT NULL,
  -- a default nobody touched, what a condition decided, or a person
  set_by TEXT NOT NULL CHECK (set_by IN ('reviewer', 'default', 'condition', 'automation')),
  note TEXT NOT NULL,
  root_causes TEXT NOT NULL,
  answered_at INTEGER NOT NULL,
  PRIMARY KEY (review_id, question_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE review_moments (
  review_id INTEGER NOT NULL,
  question_key TEXT NOT NULL,
  position INTEGER NOT NULL,
  segment INTEGER NOT NULL,
  start_char INTEGER NOT NULL,
  end_char INTEGER NOT NULL,
  start_ms INTEGER,
  end_ms INTEGER,
  quote TEXT NOT NULL,
  PRIMARY KEY (review_id, question_key, position),
  FOREIGN KEY (review_id, question_key) REFERENCES review_answers (review_id, question_key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE new_evaluations (
  id INTEGER PRIMARY KEY,
  -- NULL for those made by a review here
  import_id INTEGER REFERENCES imports (id),
  row_number INTEGER,
  source_id INTEGER REFERENCES sources (id),
  review_id INTEGER REFERENCES reviews (id) ON DELETE CASCADE,
  evaluation_ref TEXT,
  content_key TEXT,
  -- set on automated evaluations made here, which go with their transcript
  transcript_id INTEGER REFERENCES transcripts (id) ON DELETE CASCADE,
  scorecard_version_id INTEGER NOT NULL REFERENCES scorecard_versions (id),
  identity_id INTEGER REFERENCES identities (id),
  contact_ref TEXT,
  interaction_id INTEGER REFERENCES interactions (id) ON DELETE SET NULL,
  evaluator TEXT,
  evaluated_at INTEGER,
  day INTEGER,
  contact_day INTEGER,
  vendor_score REAL,
  computed_score REAL,
  score_before_fail REAL,
  is_calibration INTEGER NOT NULL DEFAULT 0,
  -- 0: a person picked it, or what was remarkable about it: it stands in no figure that weighs all alike
  is_representative INTEGER NOT NULL DEFAULT 1,
  has_failed_critical INTEGER NOT NULL DEFAULT 0,
  origin TEXT NOT NULL DEFAULT 'human' CHECK (origin IN ('human', 'automated', 'assisted')),
  comment TEXT,
  CHECK (import_id IS NOT NULL OR review_id IS NOT NULL)
) STRICT;
INSERT INTO new_evaluations (id, import_id, row_number, source_id, evaluation_ref, content_key, transcript_id, scorecard_version_id, identity_id, contact_ref,
    interaction_id, evaluator, evaluated_at, day, contact_day, vendor_score, computed_score, score_before_fail, is_calibration, has_failed_critical, origin, comment)
  SELECT id, import_id, row_number, source_id, evaluation_ref, content_key, transcript_id, scorecard_version_id, identity_id, contact_ref,
    interaction_id, evaluator, evaluated_at, day, contact_day, vendor_score, computed_score, score_before_fail, is_calibration, has_failed_critical, origin, comment
  FROM evaluations;

CREATE TABLE new_answers (
  evaluation_id INTEGER NOT NULL REFERENCES new_evaluations (id) ON DELETE CASCADE,
  question_id INTEGER NOT NULL REFERENCES questions (id),
  value TEXT,
  score REAL,
  points REAL,
  max_points REAL,
  weight REAL,
  is_not_applicable INTEGER NOT NULL,
  has_failed_critical INTEGER NOT NULL,
  comment TEXT,
  automated_value TEXT,
  confidence REAL,
  abstained_because TEXT,
  -- who set it, where a review here says so
  set_by TEXT,
  -- JSON: what may lie behind it, as the reviewer chose
  root_causes TEXT,
  PRIMARY KEY (evaluation_id, question_id)
) STRICT, WITHOUT ROWID;
INSERT INTO new_answers (evaluation_id, question_id, value, score, points, max_points, weight, is_not_applicable, has_failed_critical, comment, automated_value, confidence, abstained_because)
  SELECT evaluation_id, question_id, value, score, points, max_points, weight, is_not_applicable, has_failed_critical, comment, automated_value, confidence, abstained_because
  FROM answers;

CREATE TABLE new_answer_evidence (
  evaluation_id INTEGER NOT NULL,
  question_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  segment INTEGER NOT NULL,
  start_char INTEGER NOT NULL,
  end_char INTEGER NOT NULL,
  start_ms INTEGER,
  end_ms INTEGER,
  quote TEXT NOT NULL,
  PRIMARY KEY (evaluation_id, question_id, position),
  FOREIGN KEY (evaluation_id, question_id) REFERENCES new_answers (evaluation_id, question_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
INSERT INTO new_answer_evidence SELECT * FROM answer_evidence;

DROP TABLE answer_evidence;
DROP TABLE answers;
DROP TABLE evaluations;
ALTER TABLE new_evaluations RENAME TO evaluations;
ALTER TABLE new_answers RENAME TO answers;
ALTER TABLE new_answer_evidence RENAME TO answer_evidence;
CREATE INDEX evaluations_by_ref ON evaluations (evaluation_ref);
CREATE INDEX evaluations_by_contact ON evaluations (contact_ref);
CREATE INDEX evaluations_by_interaction ON evaluations (interaction_id);
CREATE INDEX evaluations_by_identity ON evaluations (identity_id, contact_day);
CREATE INDEX evaluations_by_day ON evaluations (contact_day);
CREATE INDEX evaluations_by_import ON evaluations (import_id);
CREATE INDEX evaluations_by_transcript ON evaluations (transcript_id);
CREATE INDEX evaluations_by_content ON evaluations (content_key) WHERE content_key IS NOT NULL;
CREATE UNIQUE INDEX evaluations_by_review ON evaluations (review_id) WHERE review_id IS NOT NULL;
`
