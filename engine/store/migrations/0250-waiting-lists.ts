// Who goes first, drawn by lot among people that tie on one driver: the draw as it was made, so that it can be made again and analysed as such.
export const up = `
CREATE TABLE waiting_lists (
  id INTEGER PRIMARY KEY,
  driver_id TEXT NOT NULL,
  -- what it was called then
  driver_label TEXT NOT NULL,
  -- the days whose figures tied
  window_from INTEGER NOT NULL,
  window_to INTEGER NOT NULL,
  -- with the names, everything it takes to draw it again
  seed INTEGER NOT NULL,
  drawn_day INTEGER NOT NULL,
  drawn_at INTEGER NOT NULL,
  drawn_by TEXT NOT NULL,
  removed_at INTEGER
) STRICT;

CREATE TABLE waiting_list_people (
  list_id INTEGER NOT NULL REFERENCES waiting_lists (id) ON DELETE CASCADE,
  -- the order drawn, from 1
  place INTEGER NOT NULL,
  person_id INTEGER NOT NULL REFERENCES identities (id),
  -- the name of the day, for when it cannot be told any more
  name TEXT NOT NULL,
  is_first INTEGER NOT NULL,
  PRIMARY KEY (list_id, place),
  UNIQUE (list_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX waiting_list_people_by_person ON waiting_list_people (person_id);
`
