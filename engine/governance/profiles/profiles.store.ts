import type { Role } from '../../../shared/domain/policy.ts'
import { all, one, run, type ReadableDatabase, type WritableDatabase } from '../../store/index.ts'

/** A profile that was not removed. `passphrase` tells how to check it, and is null without one; `identityId` whose packets an agent may see. */
export interface ProfileRow {
  id: number
  name: string
  role: Role
  identityId: number | null
  passphrase: string | null
  madeAt: number
}

const COLUMNS = 'id, name, role, identity_id AS identityId, passphrase, made_at AS madeAt'

/** Whether anybody has a profile here: who they are then matters to every call. */
export function hasProfiles(database: ReadableDatabase): boolean {
  return one(database, 'SELECT 1 FROM profiles WHERE removed_at IS NULL LIMIT 1') !== undefined
}

/** A profile by its number; undefined where it was removed or never was. */
export function readProfile(database: ReadableDatabase, id: number): ProfileRow | undefined {
  return one<ProfileRow>(database, `SELECT ${COLUMNS} FROM profiles WHERE id = ? AND removed_at IS NULL`, id)
}

/** The roles that profiles here have. */
export function rolesHere(database: ReadableDatabase): Role[] {
  return all<{ role: Role }>(database, 'SELECT DISTINCT role FROM profiles WHERE removed_at IS NULL').map(
    ({ role }) => role,
  )
}

/** The roles of everybody here but one. */
export function rolesOfOthers(database: ReadableDatabase, id: number): Role[] {
  return all<{ role: Role }>(
    database,
    'SELECT DISTINCT role FROM profiles WHERE removed_at IS NULL AND id <> ?',
    id,
  ).map(({ role }) => role)
}

/** Everybody who has a profile, by name. */
export function readProfiles(database: ReadableDatabase): ProfileRow[] {
  return all<ProfileRow>(
    database,
    `SELECT ${COLUMNS} FROM profiles WHERE removed_at IS NULL ORDER BY name COLLATE NOCASE`,
  )
}

/** A team of a profile, by day numbers. */
export interface ProfileTeam {
  profileId: number
  team: string
  fromDay: number | null
  toDay: number | null
}

/** The teams of all profiles, as they were given. */
export function readProfileTeams(database: ReadableDatabase): ProfileTeam[] {
  return all<ProfileTeam>(
    database,
    'SELECT profile_id AS profileId, team, from_day AS fromDay, to_day AS toDay FROM profile_teams ORDER BY id',
  )
}

/** Makes a profile; gives its number. */
export function insertProfile(database: WritableDatabase, profile: Omit<ProfileRow, 'id'>): number {
  return run(
    database,
    'INSERT INTO profiles (name, role, identity_id, passphrase, made_at) VALUES (?, ?, ?, ?, ?)',
    profile.name,
    profile.role,
    profile.identityId,
    profile.passphrase,
    profile.madeAt,
  ).id
}

/** Writes what a profile is now. */
export function updateProfile(database: WritableDatabase, profile: ProfileRow): void {
  run(
    database,
    'UPDATE profiles SET name = ?, role = ?, identity_id = ?, passphrase = ? WHERE id = ?',
    profile.name,
    profile.role,
    profile.identityId,
    profile.passphrase,
    profile.id,
  )
}

/** Removes a profile, or brings it back (null); whether there is one to. */
export function setProfileRemoved(database: WritableDatabase, id: number, at: number | null): boolean {
  return (
    run(
      database,
      'UPDATE profiles SET removed_at = ? WHERE id = ? AND (removed_at IS NULL) = (? IS NOT NULL)',
      at,
      id,
      at,
    ).changes > 0
  )
}

/** Replaces the teams of a profile. */
export function writeProfileTeams(
  database: WritableDatabase,
  profileId: number,
  teams: readonly Omit<ProfileTeam, 'profileId'>[],
): void {
  run(database, 'DELETE FROM profile_teams WHERE profile_id = ?', profileId)
  for (const { team, fromDay, toDay } of teams)
    run(
      database,
      'INSERT INTO profile_teams (profile_id, team, from_day, to_day) VALUES (?, ?, ?, ?)',
      profileId,
      team,
      fromDay,
      toDay,
    )
}

/** The name of a removed profile; undefined where there is none. */
export function readRemovedName(database: ReadableDatabase, id: number): string | undefined {
  return one<{ name: string }>(
    database,
    'SELECT name FROM profiles WHERE id = ? AND removed_at IS NOT NULL',
    id,
  )?.name
}

/** The person an identity belongs to, and an identity of a person. */
export function personOfIdentity(database: ReadableDatabase, identityId: number): number | null {
  return (
    one<{ person: number }>(database, 'SELECT person_id AS person FROM identities WHERE id = ?', identityId)
      ?.person ?? null
  )
}

/** The first identity of a person; undefined where that person is not there. */
export function identityOfPerson(database: ReadableDatabase, personId: number): number | undefined {
  return one<{ id: number }>(
    database,
    'SELECT min(id) AS id FROM identities WHERE person_id = ? HAVING count(*) > 0',
    personId,
  )?.id
}
