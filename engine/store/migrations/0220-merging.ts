// Other supervisors' workspaces that were read into this one, and which imports, decisions and forms came with each.
export const up = `
CREATE TABLE merged_workspaces (
  id INTEGER PRIMARY KEY,
  -- the random name of the workspace: the same wherever it lies
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  form TEXT NOT NULL CHECK (form IN ('workspace', 'aggregate')),
  -- the folder or file it was read from last
  place TEXT NOT NULL,
  merged_at INTEGER NOT NULL,
  -- of what it held then: the same again, and there is nothing to do
  fingerprint TEXT NOT NULL,
  newest_day INTEGER,
  newest_import_at INTEGER,
  -- JSON: which of its sources are kept apart, and what was remarked
  choices TEXT NOT NULL,
  findings TEXT NOT NULL,
  undone_at INTEGER
) STRICT;

-- An import of another workspace as it was taken over. their_key: its number there, or what was made there without one.
CREATE TABLE merged_imports (
  import_id INTEGER PRIMARY KEY REFERENCES imports (id),
  workspace_id INTEGER NOT NULL REFERENCES merged_workspaces (id),
  their_key TEXT NOT NULL,
  digest TEXT NOT NULL
) STRICT;
CREATE INDEX merged_imports_by_workspace ON merged_imports (workspace_id);

-- What was decided there about two identities. is_contested: here the opposite was decided, which stands.
CREATE TABLE merged_decisions (
  workspace_id INTEGER NOT NULL REFERENCES merged_workspaces (id),
  identity_id INTEGER NOT NULL REFERENCES identities (id) ON DELETE CASCADE,
  other_identity_id INTEGER NOT NULL REFERENCES identities (id) ON DELETE CASCADE,
  state TEXT NOT NULL CHECK (state IN ('joined', 'apart')),
  is_contested INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, identity_id, other_identity_id)
) STRICT, WITHOUT ROWID;

-- Forms that score otherwise than one of the same name: their scores are never averaged with its.
CREATE TABLE forms_kept_apart (
  scorecard_id INTEGER PRIMARY KEY REFERENCES scorecards (id),
  beside_id INTEGER NOT NULL REFERENCES scorecards (id),
  workspace_id INTEGER NOT NULL REFERENCES merged_workspaces (id)
) STRICT;
`
