// Rules that reviewers write for questions of their own forms: every version kept, when which one was made to answer, and what it answered.
export const up = `
-- question_key is the question's id on the form; it needs no answer to exist. A version changes while it is a draft only.
CREATE TABLE question_rules (
  scorecard_id INTEGER NOT NULL REFERENCES scorecards (id) ON DELETE CASCADE,
  question_key TEXT NOT NULL,
  version INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'active', 'past')),
  -- JSON; a draft may be unfinished
  rule TEXT NOT NULL,
  -- JSON: conversations made up or taken, with what the rule is to answer
  examples TEXT NOT NULL,
  -- how often this version was saved
  revision INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  edited_by TEXT NOT NULL,
  PRIMARY KEY (scorecard_id, question_key, version)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX question_rules_one_draft ON question_rules (scorecard_id, question_key) WHERE state = 'draft';
CREATE UNIQUE INDEX question_rules_one_active ON question_rules (scorecard_id, question_key) WHERE state = 'active';

-- When another version (or none) came to answer a question, and who decided that.
CREATE TABLE question_rule_events (
  id INTEGER PRIMARY KEY,
  scorecard_id INTEGER NOT NULL REFERENCES scorecards (id) ON DELETE CASCADE,
  question_key TEXT NOT NULL,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('activated', 'deactivated', 'undone')),
  from_version INTEGER,
  to_version INTEGER
) STRICT;
CREATE INDEX question_rule_events_by_question ON question_rule_events (scorecard_id, question_key, id);

-- Which evaluations rules of building blocks gave, and on what state of the form and its rules they rest.
CREATE TABLE rule_evaluations (
  evaluation_id INTEGER PRIMARY KEY REFERENCES evaluations (id) ON DELETE CASCADE,
  scorecard_id INTEGER NOT NULL REFERENCES scorecards (id) ON DELETE CASCADE,
  transcript_id INTEGER NOT NULL,
  basis TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX rule_evaluations_by_transcript ON rule_evaluations (scorecard_id, transcript_id);
`
