// What lies together belongs together: where a file with one conversation lay (folder and name, hashed), and which words were put with
// which recording. What a sidecar says of a recording's queue, reason, customer and direction stays with it. A watched folder is remembered.
export const up = `
ALTER TABLE imports ADD COLUMN place TEXT;
ALTER TABLE transcripts ADD COLUMN stated_queue_id INTEGER REFERENCES labels (id);
ALTER TABLE transcripts ADD COLUMN stated_reason_id INTEGER REFERENCES labels (id);
ALTER TABLE transcripts ADD COLUMN stated_customer_hash INTEGER;
ALTER TABLE transcripts ADD COLUMN stated_direction INTEGER;
-- the other one of a recording and the words that lie beside it
ALTER TABLE transcripts ADD COLUMN beside_id INTEGER;

CREATE TABLE transcript_places (
  transcript_id INTEGER NOT NULL REFERENCES transcripts (id) ON DELETE CASCADE,
  place TEXT NOT NULL,
  PRIMARY KEY (transcript_id, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX transcript_places_by_place ON transcript_places (place);

-- What a watched folder was seen to hold, so that it is not brought in again: the path hashed, size and time as they were, and the content.
CREATE TABLE watched_files (
  file TEXT PRIMARY KEY,
  look TEXT NOT NULL,
  sha256 TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Which contact, person and day a transcript is about: a recording and the words beside it share what either says, the words first.
CREATE VIEW told_transcripts AS
  SELECT fact.id, fact.interaction_id, fact.contact_day, words.id AS words_id, words.source_id,
    coalesce(words.contact_ref, sound.contact_ref) AS contact_ref, coalesce(words.identity_id, sound.identity_id) AS identity_id,
    coalesce(words.day, sound.day) AS day
  FROM transcripts AS fact JOIN transcripts AS words ON words.id =
    CASE WHEN fact.beside_id IS NOT NULL AND EXISTS (SELECT 1 FROM recordings WHERE transcript_id = fact.id) THEN fact.beside_id ELSE fact.id END
  LEFT JOIN transcripts AS sound ON sound.id = words.beside_id;
`
