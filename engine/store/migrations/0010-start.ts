/**
 * The first schema. Days are whole days since 1970-01-01 in the workspace's time zone, instants milliseconds UTC, durations
 * milliseconds, scores and shares 0..1, flags 0 or 1 with NULL for no statement.
 */
export const up = `
CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE lease (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  pid INTEGER NOT NULL,
  host TEXT NOT NULL,
  token TEXT NOT NULL,
  heartbeat_at INTEGER NOT NULL
) STRICT;

CREATE TABLE jobs (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
  progress REAL NOT NULL DEFAULT 0,
  step TEXT NOT NULL DEFAULT '',
  payload TEXT NOT NULL,
  result TEXT,
  error TEXT,
  attempt INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  started_at INTEGER,
  ended_at INTEGER
) STRICT;

-- where data comes from ---------------------------------------------------------------------------------------------

CREATE TABLE sources (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  time_zone TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE source_mappings (
  source_id INTEGER NOT NULL REFERENCES sources (id),
  signature TEXT NOT NULL,
  mapping TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (source_id, signature)
) STRICT, WITHOUT ROWID;

CREATE TABLE imports (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES sources (id),
  kind TEXT NOT NULL,
  vendor TEXT,
  confidence REAL,
  file_name TEXT NOT NULL,
  file_path TEXT,
  file_sha256 TEXT NOT NULL,
  file_bytes INTEGER NOT NULL,
  mappings TEXT NOT NULL,
  imported_at INTEGER NOT NULL,
  undone_at INTEGER,
  rows_read INTEGER NOT NULL,
  rows_added INTEGER NOT NULL,
  rows_updated INTEGER NOT NULL,
  rows_unchanged INTEGER NOT NULL,
  rows_quarantined INTEGER NOT NULL,
  facts TEXT NOT NULL,
  warnings TEXT NOT NULL
) STRICT;
CREATE INDEX imports_by_file ON imports (file_sha256);

CREATE TABLE quarantine (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES imports (id),
  sheet TEXT,
  row_number INTEGER NOT NULL,
  code TEXT NOT NULL,
  column_name TEXT,
  message TEXT NOT NULL,
  columns TEXT NOT NULL,
  cells TEXT NOT NULL,
  dismissed_at INTEGER
) STRICT;
CREATE INDEX quarantine_by_import ON quarantine (import_id);

-- A row is set aside by the newest standing import of its file: a file read again does not set its bad rows aside twice, and undoing
-- that import brings the earlier reading back.
CREATE VIEW standing_quarantine AS
  SELECT quarantine.* FROM quarantine WHERE dismissed_at IS NULL AND import_id = (
    SELECT max(same.id) FROM imports AS mine JOIN imports AS same ON same.file_sha256 = mine.file_sha256 AND same.undone_at IS NULL
    WHERE mine.id = quarantine.import_id);

-- What further imports say of a fact that an earlier one brought: enough to undo any of them, in any order.
-- mask: the columns stated and found equal; patch: the values stated, where they differed.
CREATE TABLE fact_layers (
  fact_kind INTEGER NOT NULL,
  fact_id INTEGER NOT NULL,
  import_id INTEGER NOT NULL REFERENCES imports (id),
  row_number INTEGER NOT NULL,
  mask INTEGER NOT NULL,
  patch TEXT,
  PRIMARY KEY (fact_kind, fact_id, import_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX fact_layers_by_import ON fact_layers (import_id, fact_kind);

-- people --------------------------------------------------------------------------------------------------------------

-- One row for each way a source names somebody, as it stands there. A person is a set of identities; its id is that of its
-- oldest identity, so that what was noted about a person survives merging and splitting.
CREATE TABLE identities (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES sources (id),
  key TEXT NOT NULL,
  external_id TEXT,
  name TEXT,
  email TEXT,
  -- what a roster says the person is called elsewhere: a JSON array of ids in other systems
  other_ids TEXT,
  person_id INTEGER NOT NULL,
  UNIQUE (source_id, key)
) STRICT;
CREATE INDEX identities_by_person ON identities (person_id);

-- Which imports name an identity: it goes when the last of them is undone.
CREATE TABLE identity_mentions (
  import_id INTEGER NOT NULL REFERENCES imports (id),
  identity_id INTEGER NOT NULL REFERENCES identities (id),
  PRIMARY KEY (import_id, identity_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX identity_mentions_by_identity ON identity_mentions (identity_id);

-- What is known of two identities: joined (by itself or confirmed) or apart (somebody said so). Ids ascending.
CREATE TABLE identity_links (
  id INTEGER PRIMARY KEY,
  identity_id INTEGER NOT NULL REFERENCES identities (id) ON DELETE CASCADE,
  other_identity_id INTEGER NOT NULL REFERENCES identities (id) ON DELETE CASCADE,
  state TEXT NOT NULL CHECK (state IN ('joined', 'apart')),
  by TEXT NOT NULL CHECK (by IN ('id', 'email', 'contacts', 'confirmed')),
  reasons TEXT NOT NULL,
  at INTEGER NOT NULL,
  undone_at INTEGER,
  CHECK (identity_id < other_identity_id),
  UNIQUE (identity_id, other_identity_id)
) STRICT;

-- People that may be one by their names, found with the links: for somebody to decide. Ids are those of people.
CREATE TABLE identity_proposals (
  person_id INTEGER NOT NULL REFERENCES identities (id) ON DELETE CASCADE,
  other_person_id INTEGER NOT NULL REFERENCES identities (id) ON DELETE CASCADE,
  confidence REAL NOT NULL,
  reasons TEXT NOT NULL,
  against TEXT NOT NULL,
  PRIMARY KEY (person_id, other_person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE teams (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  site TEXT
) STRICT;

-- basis: 'roster' as the roster dates it; 'observed' from the first to the last day a fact names the team.
CREATE TABLE team_spells (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES imports (id),
  identity_id INTEGER NOT NULL REFERENCES identities (id),
  team_id INTEGER NOT NULL REFERENCES teams (id),
  site TEXT,
  basis TEXT NOT NULL CHECK (basis IN ('roster', 'observed')),
  from_day INTEGER,
  to_day INTEGER
) STRICT;
CREATE INDEX team_spells_by_identity ON team_spells (identity_id);
CREATE INDEX team_spells_by_import ON team_spells (import_id);

CREATE TABLE roster_entries (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES imports (id),
  row_number INTEGER NOT NULL,
  source_id INTEGER NOT NULL REFERENCES sources (id),
  identity_id INTEGER NOT NULL REFERENCES identities (id),
  role TEXT,
  manager_name TEXT,
  status TEXT,
  hired_day INTEGER,
  left_day INTEGER,
  leave_from_day INTEGER,
  leave_to_day INTEGER
) STRICT;
CREATE INDEX roster_entries_by_identity ON roster_entries (identity_id);
CREATE INDEX roster_entries_by_import ON roster_entries (import_id);

-- contacts ------------------------------------------------------------------------------------------------------------

CREATE TABLE labels (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  UNIQUE (kind, name)
) STRICT;

CREATE TABLE strata (
  id INTEGER PRIMARY KEY,
  queue_id INTEGER REFERENCES labels (id),
  reason_id INTEGER REFERENCES labels (id),
  channel_id INTEGER REFERENCES labels (id)
) STRICT;
CREATE UNIQUE INDEX strata_by_parts ON strata (ifnull(queue_id, 0), ifnull(reason_id, 0), ifnull(channel_id, 0));

CREATE TABLE interactions (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES imports (id),
  row_number INTEGER NOT NULL,
  source_id INTEGER NOT NULL REFERENCES sources (id),
  contact_ref TEXT,
  leg_ref TEXT,
  -- content hash and ordinal, for rows without a contact id
  content_key TEXT,
  -- made for a transcript whose contact no log has named yet
  is_stub INTEGER NOT NULL DEFAULT 0,
  -- no foreign key: with one, every identity taken away would be looked for among all contacts
  identity_id INTEGER,
  stratum_id INTEGER NOT NULL REFERENCES strata (id),
  day INTEGER,
  started_at INTEGER,
  ended_at INTEGER,
  direction INTEGER,
  wait_ms INTEGER,
  talk_ms INTEGER,
  hold_ms INTEGER,
  acw_ms INTEGER,
  -- handle time where the log gives it; else it follows from its parts, whichever export they came with
  stated_handle_ms INTEGER,
  handle_ms INTEGER GENERATED ALWAYS AS (coalesce(stated_handle_ms, talk_ms + ifnull(hold_ms, 0) + ifnull(acw_ms, 0))) VIRTUAL,
  is_transferred INTEGER,
  is_answered INTEGER,
  is_resolved INTEGER,
  disposition_id INTEGER REFERENCES labels (id),
  -- the first 53 bits of the customer reference's HMAC under the workspace's key
  customer_hash INTEGER,
  language TEXT
) STRICT;

-- A large import drops these, reading them from the schema, and builds them again after the load.
CREATE INDEX interactions_by_contact ON interactions (contact_ref) WHERE contact_ref IS NOT NULL;
CREATE INDEX interactions_by_content ON interactions (content_key) WHERE content_key IS NOT NULL;
CREATE INDEX interactions_by_day ON interactions (day, identity_id);
CREATE INDEX interactions_made ON interactions (id) WHERE is_stub = 1;

CREATE TABLE interaction_texts (
  interaction_id INTEGER PRIMARY KEY REFERENCES interactions (id) ON DELETE CASCADE,
  subject TEXT,
  description TEXT
) STRICT;

CREATE TABLE transcripts (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES imports (id),
  row_number INTEGER NOT NULL,
  source_id INTEGER NOT NULL REFERENCES sources (id),
  external_ref TEXT,
  contact_ref TEXT,
  content_key TEXT,
  interaction_id INTEGER REFERENCES interactions (id) ON DELETE SET NULL,
  identity_id INTEGER REFERENCES identities (id),
  vendor TEXT NOT NULL,
  vendor_facts TEXT NOT NULL,
  language TEXT,
  channel TEXT,
  started_at INTEGER,
  day INTEGER,
  -- the day it counts on: that of the contact it belongs to, else its own
  contact_day INTEGER,
  duration_ms INTEGER,
  read_version INTEGER
) STRICT;
CREATE INDEX transcripts_by_ref ON transcripts (external_ref) WHERE external_ref IS NOT NULL;
CREATE INDEX transcripts_by_content ON transcripts (content_key) WHERE content_key IS NOT NULL;
CREATE INDEX transcripts_by_contact ON transcripts (contact_ref);
CREATE INDEX transcripts_by_interaction ON transcripts (interaction_id);
CREATE INDEX transcripts_by_import ON transcripts (import_id);
CREATE INDEX transcripts_by_identity ON transcripts (identity_id, contact_day);
CREATE INDEX transcripts_by_day ON transcripts (contact_day);

CREATE TABLE segments (
  transcript_id INTEGER NOT NULL REFERENCES transcripts (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  speaker TEXT NOT NULL,
  role TEXT NOT NULL,
  start_ms INTEGER,
  end_ms INTEGER,
  text TEXT NOT NULL,
  confidence REAL,
  sentiment REAL,
  PRIMARY KEY (transcript_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE conversation_measures (
  transcript_id INTEGER NOT NULL REFERENCES transcripts (id) ON DELETE CASCADE,
  metric_id TEXT NOT NULL,
  value REAL,
  basis TEXT NOT NULL,
  PRIMARY KEY (transcript_id, metric_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE conversation_marks (
  transcript_id INTEGER NOT NULL REFERENCES transcripts (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  first_segment INTEGER,
  last_segment INTEGER,
  start_ms INTEGER,
  end_ms INTEGER,
  PRIMARY KEY (transcript_id, position)
) STRICT, WITHOUT ROWID;

-- quality -------------------------------------------------------------------------------------------------------------

CREATE TABLE scorecards (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  form_ref TEXT,
  strategy TEXT NOT NULL
) STRICT;

CREATE TABLE scorecard_versions (
  id INTEGER PRIMARY KEY,
  scorecard_id INTEGER NOT NULL REFERENCES scorecards (id),
  version TEXT NOT NULL,
  UNIQUE (scorecard_id, version)
) STRICT;

-- A question keeps its id over all versions of its form: stable_key is the vendor's id, else the normalised wording.
CREATE TABLE questions (
  id INTEGER PRIMARY KEY,
  scorecard_id INTEGER NOT NULL REFERENCES scorecards (id),
  stable_key TEXT NOT NULL,
  label TEXT NOT NULL,
  section TEXT,
  position INTEGER NOT NULL,
  weight REAL,
  is_critical INTEGER NOT NULL DEFAULT 0,
  UNIQUE (scorecard_id, stable_key)
) STRICT;

CREATE TABLE evaluations (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES imports (id),
  row_number INTEGER NOT NULL,
  source_id INTEGER NOT NULL REFERENCES sources (id),
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
  has_failed_critical INTEGER NOT NULL DEFAULT 0,
  origin TEXT NOT NULL DEFAULT 'human' CHECK (origin IN ('human', 'automated', 'assisted')),
  comment TEXT
) STRICT;
CREATE INDEX evaluations_by_ref ON evaluations (evaluation_ref);
CREATE INDEX evaluations_by_contact ON evaluations (contact_ref);
CREATE INDEX evaluations_by_interaction ON evaluations (interaction_id);
CREATE INDEX evaluations_by_identity ON evaluations (identity_id, contact_day);
CREATE INDEX evaluations_by_day ON evaluations (contact_day);
CREATE INDEX evaluations_by_import ON evaluations (import_id);
CREATE INDEX evaluations_by_transcript ON evaluations (transcript_id);
CREATE INDEX evaluations_by_content ON evaluations (content_key) WHERE content_key IS NOT NULL;

CREATE TABLE answers (
  evaluation_id INTEGER NOT NULL REFERENCES evaluations (id) ON DELETE CASCADE,
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
  PRIMARY KEY (evaluation_id, question_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE answer_evidence (
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
  FOREIGN KEY (evaluation_id, question_id) REFERENCES answers (evaluation_id, question_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- customers' voice and workforce --------------------------------------------------------------------------------------

CREATE TABLE surveys (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES imports (id),
  row_number INTEGER NOT NULL,
  source_id INTEGER NOT NULL REFERENCES sources (id),
  response_ref TEXT,
  content_key TEXT,
  identity_id INTEGER REFERENCES identities (id),
  contact_ref TEXT,
  interaction_id INTEGER REFERENCES interactions (id) ON DELETE SET NULL,
  stratum_id INTEGER NOT NULL REFERENCES strata (id),
  responded_at INTEGER,
  day INTEGER,
  contact_day INTEGER,
  csat REAL,
  csat_min REAL,
  csat_max REAL,
  nps REAL,
  is_resolved INTEGER,
  pertains_to_agent INTEGER,
  comment TEXT,
  comment_sentiment REAL
) STRICT;
CREATE INDEX surveys_by_ref ON surveys (response_ref);
CREATE INDEX surveys_by_contact ON surveys (contact_ref);
CREATE INDEX surveys_by_interaction ON surveys (interaction_id);
CREATE INDEX surveys_by_identity ON surveys (identity_id, contact_day);
CREATE INDEX surveys_by_day ON surveys (contact_day);
CREATE INDEX surveys_by_import ON surveys (import_id);
CREATE INDEX surveys_by_content ON surveys (content_key) WHERE content_key IS NOT NULL;

CREATE TABLE shifts (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES imports (id),
  row_number INTEGER NOT NULL,
  source_id INTEGER NOT NULL REFERENCES sources (id),
  identity_id INTEGER REFERENCES identities (id),
  content_key TEXT,
  day INTEGER NOT NULL,
  started_at INTEGER,
  ended_at INTEGER,
  scheduled_ms INTEGER,
  worked_ms INTEGER,
  in_adherence_ms INTEGER,
  exception_ms INTEGER,
  adherence REAL,
  conformance_scheduled_ms INTEGER,
  conformance_actual_ms INTEGER,
  conformance REAL,
  occupancy REAL,
  absence TEXT,
  absence_reason TEXT,
  status_times TEXT
) STRICT;
CREATE INDEX shifts_by_identity ON shifts (identity_id, day);
CREATE INDEX shifts_by_content ON shifts (content_key) WHERE content_key IS NOT NULL;
CREATE INDEX shifts_by_day ON shifts (day);
CREATE INDEX shifts_by_import ON shifts (import_id);

CREATE TABLE period_summaries (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES imports (id),
  row_number INTEGER NOT NULL,
  source_id INTEGER NOT NULL REFERENCES sources (id),
  identity_id INTEGER REFERENCES identities (id),
  from_day INTEGER,
  to_day INTEGER,
  n REAL,
  figures TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX period_summaries_by_identity ON period_summaries (identity_id);
CREATE INDEX period_summaries_by_import ON period_summaries (import_id);

-- rollups: derived, rebuilt by day, checked against the facts ------------------------------------------------------------

-- Sums in seconds; log sums of strictly positive durations. Identity 0: nobody named; day -1000000: no date.
CREATE TABLE interaction_days (
  day INTEGER NOT NULL,
  identity_id INTEGER NOT NULL,
  stratum_id INTEGER NOT NULL,
  n INTEGER NOT NULL,
  handle_n INTEGER NOT NULL, handle_sum REAL NOT NULL, handle_sq REAL NOT NULL, handle_log REAL NOT NULL, handle_log_sq REAL NOT NULL,
  talk_n INTEGER NOT NULL, talk_sum REAL NOT NULL, talk_sq REAL NOT NULL, talk_log REAL NOT NULL, talk_log_sq REAL NOT NULL,
  hold_n INTEGER NOT NULL, hold_sum REAL NOT NULL, hold_sq REAL NOT NULL,
  acw_n INTEGER NOT NULL, acw_sum REAL NOT NULL, acw_sq REAL NOT NULL,
  transfer_n INTEGER NOT NULL, transfer_sum INTEGER NOT NULL,
  resolved_n INTEGER NOT NULL, resolved_sum INTEGER NOT NULL,
  PRIMARY KEY (day, identity_id, stratum_id)
) STRICT, WITHOUT ROWID;

-- Everything that is observed less often than contacts: surveys, answers, measures, shifts, first contact resolution.
CREATE TABLE observation_days (
  metric_id TEXT NOT NULL,
  day INTEGER NOT NULL,
  identity_id INTEGER NOT NULL,
  stratum_id INTEGER NOT NULL,
  n INTEGER NOT NULL,
  sum REAL NOT NULL,
  sum_sq REAL NOT NULL,
  -- for ratios of sums, such as adherence: what the value shown is computed from
  numerator REAL,
  denominator REAL,
  PRIMARY KEY (day, metric_id, identity_id, stratum_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX observation_days_by_identity ON observation_days (identity_id, day);

-- coaching ------------------------------------------------------------------------------------------------------------

CREATE TABLE coached_marks (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES identities (id),
  driver_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  note TEXT,
  removed_at INTEGER
) STRICT;
CREATE INDEX coached_marks_by_person ON coached_marks (person_id);

CREATE TABLE pinned_weights (
  driver_id TEXT PRIMARY KEY,
  value REAL NOT NULL,
  at INTEGER NOT NULL
) STRICT;

CREATE TABLE evaluation_requests (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES identities (id),
  driver_id TEXT NOT NULL,
  n INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT;
`
