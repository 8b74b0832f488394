// What is typed into a session and not agreed yet, and every answer to a packet, so that neither is lost.
export const up = `
-- JSON: the commitment being worded; NULL where there is none
ALTER TABLE coaching_sessions ADD COLUMN draft TEXT;
-- their words while nobody has noted yet whether they agree
ALTER TABLE coaching_session_people ADD COLUMN draft_words TEXT NOT NULL DEFAULT '';

CREATE TABLE session_answers (
  id INTEGER PRIMARY KEY,
  session_id INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  how TEXT NOT NULL CHECK (how IN ('in-session', 'file')),
  -- when the page it answers was made; NULL where that is not known
  made_at INTEGER,
  taken_at INTEGER NOT NULL,
  -- NULL where nothing was asked to be agreed on, before the session
  agrees INTEGER,
  comment TEXT NOT NULL,
  -- JSON list: what of the moments they see otherwise
  disputes TEXT NOT NULL,
  FOREIGN KEY (session_id, person_id) REFERENCES coaching_session_people (session_id, person_id) ON DELETE CASCADE
) STRICT;
CREATE INDEX session_answers_by_person ON session_answers (session_id, person_id);

CREATE TABLE question_drafts (
  -- of the set being written, or 'new'
  template_id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  driver_id TEXT,
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`
