import { all, one, run, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'

/** The id of a team, made when it is new. */
export function teamId(database: WritableDatabase, name: string, site: string | null): number {
  const known = one<{ id: number; site: string | null }>(
    database,
    'SELECT id, site FROM teams WHERE name = ?',
    name,
  )
  if (known && site && !known.site) run(database, 'UPDATE teams SET site = ? WHERE id = ?', site, known.id)
  return known?.id ?? run(database, 'INSERT INTO teams (name, site) VALUES (?, ?)', name, site).id
}

/** Adds a stretch of time an identity spent in a team; null ends are open. */
export function insertTeamSpell(
  database: WritableDatabase,
  spell: {
    importId: number
    identityId: number
    teamId: number
    /** Where the import says the team sits. */
    site: string | null
    basis: 'roster' | 'observed'
    fromDay: number | null
    toDay: number | null
  },
): void {
  run(
    database,
    'INSERT INTO team_spells (import_id, identity_id, team_id, site, basis, from_day, to_day) VALUES (?, ?, ?, ?, ?, ?, ?)',
    spell.importId,
    spell.identityId,
    spell.teamId,
    spell.site,
    spell.basis,
    spell.fromDay,
    spell.toDay,
  )
}

/** A stretch of time a person spent in a team. */
export interface TeamSpell {
  personId: number
  teamId: number
  basis: 'roster' | 'observed'
  fromDay: number | null
  toDay: number | null
  importId: number
}

/** Every spell, with the person its identity belongs to now. */
export function readTeamSpells(database: ReadableDatabase): TeamSpell[] {
  return all<TeamSpell>(
    database,
    `SELECT person_id AS personId, team_id AS teamId, basis, from_day AS fromDay, to_day AS toDay, import_id AS importId
     FROM team_spells JOIN identities ON identities.id = identity_id ORDER BY import_id, team_spells.id`,
  )
}

/** The teams by id. */
export function readTeams(database: ReadableDatabase): { id: number; name: string; site: string | null }[] {
  return all(database, 'SELECT id, name, site FROM teams ORDER BY name')
}

/** Takes away the spells an import brought, the teams nobody is in any more, and the sites only it knew. */
export function deleteTeamSpells(database: WritableDatabase, importId: number): void {
  run(database, 'DELETE FROM team_spells WHERE import_id = ?', importId)
  run(database, 'DELETE FROM teams WHERE NOT EXISTS (SELECT 1 FROM team_spells WHERE team_id = teams.id)')
  run(
    database,
    `UPDATE teams SET site =
       (SELECT site FROM team_spells WHERE team_id = teams.id AND site IS NOT NULL ORDER BY import_id, team_spells.id LIMIT 1)`,
  )
}
