// A full-text index over what is said, kept current by the segments table itself, so that no way of writing turns can leave it behind.
// A turn's row in it is 1,048,576 (2^20) times its transcript plus its place; what stands beyond the millionth turn of one transcript
// is not indexed. The view is what a rebuild reads; nothing else reads it, since finding one of its rows means computing all of them.
export const up = `
CREATE VIEW segment_texts AS
  SELECT transcript_id * 1048576 + position AS id, text FROM segments WHERE position BETWEEN 0 AND 1048575;

CREATE VIRTUAL TABLE segment_search USING fts5(
  text, content = 'segment_texts', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER segments_said AFTER INSERT ON segments WHEN new.position BETWEEN 0 AND 1048575 BEGIN
  INSERT INTO segment_search (rowid, text) VALUES (new.transcript_id * 1048576 + new.position, new.text);
END;
CREATE TRIGGER segments_unsaid AFTER DELETE ON segments WHEN old.position BETWEEN 0 AND 1048575 BEGIN
  INSERT INTO segment_search (segment_search, rowid, text) VALUES ('delete', old.transcript_id * 1048576 + old.position, old.text);
END;
-- one trigger, since of two nobody knows which comes first
CREATE TRIGGER segments_said_anew AFTER UPDATE OF transcript_id, position, text ON segments BEGIN
  INSERT INTO segment_search (segment_search, rowid, text)
    SELECT 'delete', old.transcript_id * 1048576 + old.position, old.text WHERE old.position BETWEEN 0 AND 1048575;
  INSERT INTO segment_search (rowid, text)
    SELECT new.transcript_id * 1048576 + new.position, new.text WHERE new.position BETWEEN 0 AND 1048575;
END;

INSERT INTO segment_search (segment_search) VALUES ('rebuild');

CREATE TABLE saved_searches (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  -- the words and filters as the page gives them, JSON
  search TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
`
