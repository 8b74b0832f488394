// Sessions that were held in workspaces merged into this one, with what was agreed in them.
export const up = `
CREATE TABLE merged_sessions (
  session_id INTEGER PRIMARY KEY REFERENCES coaching_sessions (id) ON DELETE CASCADE,
  workspace_id INTEGER NOT NULL REFERENCES merged_workspaces (id),
  -- its number there
  their_id INTEGER NOT NULL,
  -- of all that was taken over: the same again, and there is nothing to do
  digest TEXT NOT NULL,
  UNIQUE (workspace_id, their_id)
) STRICT;
`
