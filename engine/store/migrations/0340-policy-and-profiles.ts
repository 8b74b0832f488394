// What may be done here, by whom, and who was let do it. Policies are only ever added: the one of the highest version is in force.
export const up = `
CREATE TABLE policies (
  version INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  -- as in policy.json
  document TEXT NOT NULL
) STRICT;
CREATE TRIGGER policies_are_not_changed BEFORE UPDATE ON policies BEGIN SELECT RAISE(ABORT, 'A policy is never changed, only followed by another.'); END;
CREATE TRIGGER policies_are_not_removed BEFORE DELETE ON policies BEGIN SELECT RAISE(ABORT, 'A policy is never removed, only followed by another.'); END;

CREATE TABLE profiles (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('administrator', 'supervisor', 'reviewer', 'director', 'agent')),
  -- whose packets an agent may see
  identity_id INTEGER REFERENCES identities (id) ON DELETE SET NULL,
  -- how to check the passphrase, never the passphrase; NULL without one
  passphrase TEXT,
  made_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
CREATE UNIQUE INDEX profiles_by_name ON profiles (name COLLATE NOCASE) WHERE removed_at IS NULL;

-- the teams of a supervisor by name, which stays when an import is taken back, from the first to the last day; NULL without an end
CREATE TABLE profile_teams (
  id INTEGER PRIMARY KEY,
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  team TEXT NOT NULL,
  from_day INTEGER,
  to_day INTEGER
) STRICT;
CREATE INDEX profile_teams_by_profile ON profile_teams (profile_id);

-- what somebody asked to be let do, and what a second person said to it
CREATE TABLE approvals (
  id INTEGER PRIMARY KEY,
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  capability TEXT NOT NULL,
  why TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  answer TEXT CHECK (answer IN ('granted', 'declined')),
  answered_by INTEGER REFERENCES profiles (id) ON DELETE SET NULL,
  answered_at INTEGER,
  -- until when it holds
  until_at INTEGER
) STRICT;
CREATE INDEX approvals_by_profile ON approvals (profile_id, capability);
`
