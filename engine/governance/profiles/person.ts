import { userInfo } from 'node:os'
import { capabilities, type Capability } from '../../../shared/domain/capabilities.ts'
import type { PolicyDocument, Role } from '../../../shared/domain/policy.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { hasProfiles, readProfile, type ProfileRow } from './profiles.store.ts'
import type { SignedIn } from './signed-in.ts'

/** Who makes a call, and what the policy lets them do. */
export interface Person {
  /** Null for whoever opens a workspace without profiles. */
  profile: ProfileRow | null
  name: string
  role: Role | 'owner'
  may: ReadonlySet<Capability>
}

/** The name this computer knows its user by. */
export function userOfComputer(): string {
  try {
    return userInfo().username
  } catch {
    // a user without an entry in the system's list of users
    return 'unknown'
  }
}

/** Who is behind a caller; null where the workspace has profiles and nobody has entered one. */
export function personBehind(
  database: ReadableDatabase,
  { roles }: PolicyDocument,
  signedIn: Pick<SignedIn, 'profileOf'>,
  caller: string,
): Person | null {
  const id = signedIn.profileOf(caller)
  const profile = id === null ? undefined : readProfile(database, id)
  if (profile) return { profile, name: profile.name, role: profile.role, may: new Set(roles[profile.role]) }
  if (hasProfiles(database)) return null
  return { profile: null, name: userOfComputer(), role: 'owner', may: new Set(capabilities) }
}
