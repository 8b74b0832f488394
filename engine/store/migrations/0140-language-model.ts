// A language model as a scorer: which questions it is asked, what it answered and at what cost, and what was sent where. Its answers stand in
// evaluations of their own, so that nothing takes them for the rules'.
export const up = `
-- Which language model made an evaluation here (model:NAME) and as which version of it; NULL for people, imports and Debrief's own rules.
ALTER TABLE evaluations ADD COLUMN scorer_id TEXT;
ALTER TABLE evaluations ADD COLUMN scorer_version TEXT;
CREATE UNIQUE INDEX evaluations_by_scorer ON evaluations (transcript_id, scorecard_version_id, scorer_id, scorer_version) WHERE scorer_id IS NOT NULL;

-- What stands on a model's answer beside the answer itself.
CREATE TABLE model_answers (
  evaluation_id INTEGER NOT NULL,
  question_id INTEGER NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('answered', 'abstained', 'dropped')),
  -- the option's id, or not_applicable; NULL where there is no answer
  answer TEXT,
  -- why there is none, as a word
  reason TEXT,
  -- of the redacted conversation it is about: it goes when the words change
  conversation_sha256 TEXT NOT NULL,
  -- JSON: prompt version, host, model, settings, what was chosen in each order, tokens, when
  asked TEXT NOT NULL,
  PRIMARY KEY (evaluation_id, question_id),
  FOREIGN KEY (evaluation_id, question_id) REFERENCES answers (evaluation_id, question_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- The questions a model may be asked.
CREATE TABLE model_questions (
  scorecard_id INTEGER NOT NULL REFERENCES scorecards (id) ON DELETE CASCADE,
  question_key TEXT NOT NULL,
  PRIMARY KEY (scorecard_id, question_key)
) STRICT, WITHOUT ROWID;

-- Results under a hash of everything they depend on, so that nothing is asked twice. result: JSON.
CREATE TABLE model_results (
  key TEXT PRIMARY KEY,
  result TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Batches, with what they came to and took so far.
CREATE TABLE model_runs (
  id INTEGER PRIMARY KEY,
  job_id INTEGER NOT NULL UNIQUE,
  scorecard_id INTEGER REFERENCES scorecards (id) ON DELETE SET NULL,
  form TEXT NOT NULL,
  from_day INTEGER NOT NULL,
  to_day INTEGER NOT NULL,
  -- JSON array
  question_keys TEXT NOT NULL,
  host TEXT NOT NULL,
  model TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  -- NULL while it is under way
  state TEXT CHECK (state IN ('done', 'stopped')),
  -- why it did not come to its end
  sentence TEXT,
  -- JSON
  counts TEXT NOT NULL,
  requests INTEGER NOT NULL DEFAULT 0,
  tokens_in INTEGER NOT NULL DEFAULT 0,
  tokens_out INTEGER NOT NULL DEFAULT 0,
  is_estimated INTEGER NOT NULL DEFAULT 0,
  request_ms INTEGER NOT NULL DEFAULT 0,
  -- by the prices it began with; NULL without
  money REAL,
  currency TEXT
) STRICT;

-- Every request that went out: that it was made, and never what was in it.
CREATE TABLE model_requests (
  id INTEGER PRIMARY KEY,
  run_id INTEGER REFERENCES model_runs (id) ON DELETE SET NULL,
  at INTEGER NOT NULL,
  purpose TEXT NOT NULL,
  host TEXT NOT NULL,
  model TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  tokens_in INTEGER,
  tokens_out INTEGER,
  -- of the redacted conversation that went with it
  sha256 TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('answered', 'failed', 'cancelled'))
) STRICT;
`
