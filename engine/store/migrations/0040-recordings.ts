// Recordings and what is heard in them. A recording's conversation is a transcript whose turns no import states: transcribing writes
// them. Jobs can be paused.
export const up = `
CREATE TABLE recordings (
  id INTEGER PRIMARY KEY,
  transcript_id INTEGER NOT NULL UNIQUE REFERENCES transcripts (id) ON DELETE CASCADE,
  -- of the file's bytes: the same audio twice is one recording
  sha256 TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  -- where the file lies: its path, or its name in the workspace's media folder
  path TEXT,
  media_name TEXT,
  bytes INTEGER NOT NULL,
  format TEXT NOT NULL,
  codec TEXT NOT NULL,
  sample_rate INTEGER NOT NULL,
  channel_count INTEGER NOT NULL,
  -- as heard; as the header states it while nobody has listened
  duration_ms INTEGER,
  kind TEXT,
  title TEXT,
  -- as a sidecar or a file name says it
  stated_agent_channel INTEGER,
  agent_channel INTEGER,
  agent_channel_basis TEXT CHECK (agent_channel_basis IN ('told', 'metadata', 'convention', 'first-speaker')),
  listened_version INTEGER,
  warnings TEXT NOT NULL DEFAULT '[]',
  problem TEXT,
  -- what the words were made with; NULL while there are none
  transcription_key TEXT,
  transcription TEXT,
  transcribed_at INTEGER,
  CHECK (path IS NOT NULL OR media_name IS NOT NULL)
) STRICT;
CREATE INDEX recordings_to_hear ON recordings (id) WHERE listened_version IS NULL;

-- A recording's own conversation is not counted where another source has the words of the same contact.
CREATE VIEW shadowed_transcripts AS
  SELECT mine.id FROM recordings JOIN transcripts AS mine ON mine.id = recordings.transcript_id
  WHERE EXISTS (
    SELECT 1 FROM transcripts AS other WHERE other.interaction_id = mine.interaction_id AND other.id <> mine.id
      AND other.id NOT IN (SELECT transcript_id FROM recordings) AND EXISTS (SELECT 1 FROM segments WHERE transcript_id = other.id));

CREATE TABLE recording_sounds (
  recording_id INTEGER PRIMARY KEY REFERENCES recordings (id) ON DELETE CASCADE,
  activity TEXT NOT NULL,
  peaks_per_second REAL NOT NULL,
  -- for each channel in turn, the lowest and the highest value of each step as signed bytes
  peaks BLOB NOT NULL
) STRICT;

-- Where the words of a turn stand in its text and in time: a JSON array of [from character, to character, from ms, to ms, probability].
CREATE TABLE segment_words (
  transcript_id INTEGER NOT NULL REFERENCES transcripts (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (transcript_id, position)
) STRICT, WITHOUT ROWID;

-- What was redacted in the text and is silent when played.
CREATE TABLE silenced_spans (
  transcript_id INTEGER NOT NULL REFERENCES transcripts (id) ON DELETE CASCADE,
  start_ms INTEGER NOT NULL,
  end_ms INTEGER NOT NULL,
  PRIMARY KEY (transcript_id, start_ms, end_ms)
) STRICT, WITHOUT ROWID;

-- What a person corrected of a turn, with what stood there before.
CREATE TABLE segment_corrections (
  id INTEGER PRIMARY KEY,
  transcript_id INTEGER NOT NULL REFERENCES transcripts (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  field TEXT NOT NULL CHECK (field IN ('text', 'role')),
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  at INTEGER NOT NULL,
  undone_at INTEGER
) STRICT;
CREATE INDEX segment_corrections_by_turn ON segment_corrections (transcript_id, position);

ALTER TABLE jobs RENAME TO jobs_before;
CREATE TABLE jobs (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'paused', 'done', 'failed', 'cancelled')),
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
INSERT INTO jobs SELECT * FROM jobs_before;
DROP TABLE jobs_before;
`
