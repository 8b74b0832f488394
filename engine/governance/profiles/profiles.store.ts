import type { Role } from '../../../shared/domain/policy.ts'
import { all, one, type ReadableDatabase } from '../../store/index.ts'

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
