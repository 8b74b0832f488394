// What lies behind the right to keep a conversation, what must not be deleted yet, and what was deleted: with what it takes to show that it is gone and
// to keep it from coming back with the next export.
export const up = `
-- of everything the source brings; NULL: not known
ALTER TABLE sources ADD COLUMN lawful_basis TEXT
  CHECK (lawful_basis IN ('consent', 'contract', 'legal-obligation', 'vital-interests', 'public-task', 'legitimate-interests', 'refused'));

-- what the export says of the customer's consent: 1 given, 0 refused or withdrawn
ALTER TABLE transcripts ADD COLUMN stated_consent INTEGER;
-- what a person says of this one conversation, before its export and before its source; 'refused': consent was refused or withdrawn
ALTER TABLE transcripts ADD COLUMN lawful_basis TEXT
  CHECK (lawful_basis IN ('consent', 'contract', 'legal-obligation', 'vital-interests', 'public-task', 'legitimate-interests', 'refused'));
ALTER TABLE transcripts ADD COLUMN sound_deleted_at INTEGER;
-- what was said is gone, and is not read, transcribed or imported again; what was measured of it stays
ALTER TABLE transcripts ADD COLUMN words_deleted_at INTEGER;

CREATE TABLE legal_holds (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('everything', 'person', 'customer', 'conversation', 'source', 'days')),
  -- JSON: {"personId"}, {"customerHash"}, {"transcriptId"}, {"sourceId"} or {"fromDay", "toDay"}
  subject TEXT NOT NULL,
  why TEXT NOT NULL,
  held_by TEXT NOT NULL,
  held_at INTEGER NOT NULL,
  lifted_by TEXT,
  lifted_at INTEGER
) STRICT;
CREATE INDEX legal_holds_in_force ON legal_holds (kind) WHERE lifted_at IS NULL;

CREATE TABLE deletions (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('retention', 'person', 'customer', 'conversation')),
  why TEXT NOT NULL,
  -- the version of the policy it was done under
  policy_version INTEGER NOT NULL,
  -- JSON: what went, table by table, files included
  counts TEXT NOT NULL,
  -- JSON: how many were held back, by the number of the hold
  held_back TEXT NOT NULL,
  -- of the sorted keyed hashes of everything that went
  digest TEXT NOT NULL,
  -- when it was looked for and not found any more
  verified_at INTEGER,
  -- when the free parts of the file were cleaned
  cleaned_at INTEGER,
  -- when no backup was left from before it
  backups_gone_at INTEGER
) STRICT;

-- keyed hashes of what must not come back with a later export, a merge or a restored backup
CREATE TABLE deleted_keys (
  key TEXT PRIMARY KEY,
  deletion_id INTEGER NOT NULL REFERENCES deletions (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX deleted_keys_by_deletion ON deleted_keys (deletion_id);
`
