import type { Role } from '../../../shared/domain/policy.ts'
import { one, type ReadableDatabase } from '../../store/index.ts'

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
