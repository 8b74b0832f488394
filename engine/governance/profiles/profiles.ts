import { t } from '#speech'
import type { ProfileView } from '../../../shared/contract/profiles.ts'
import type { Role } from '../../../shared/domain/policy.ts'
import { dayNumber, dayOfNumber } from '../../../shared/domain/time.ts'
import { writing, type EngineContext } from '../../context.ts'
import { Problem } from '../../problem.ts'
import type { ReadableDatabase, WritableDatabase } from '../../store/index.ts'
import { addDetails } from '../audit/index.ts'
import { policyInForce } from '../policy/in-force.ts'
import { keepPassphrase } from './passphrase.ts'
import {
  identityOfPerson,
  insertProfile,
  personOfIdentity,
  readProfile,
  readProfiles,
  readProfileTeams,
  readRemovedName,
  setProfileRemoved,
  updateProfile,
  writeProfileTeams,
  type ProfileRow,
} from './profiles.store.ts'
import type { SignedIn } from './signed-in.ts'

/** What is said of a profile that is to be made. */
export interface NewProfile {
  name: string
  role: Role
  passphrase: string | null
  teams: ProfileView['teams']
  agentId: number | null
}

/** Everybody who has a profile, with what it says of them. */
export function listProfiles(database: ReadableDatabase): ProfileView[] {
  const teams = Map.groupBy(readProfileTeams(database), ({ profileId }) => profileId)
  return readProfiles(database).map(({ id, name, role, identityId, passphrase, madeAt }) => ({
    id,
    name,
    role,
    teams: (teams.get(id) ?? []).map(({ team, fromDay, toDay }) => ({
      team,
      from: fromDay === null ? null : dayOfNumber(fromDay),
      to: toDay === null ? null : dayOfNumber(toDay),
    })),
    agentId: identityId === null ? null : personOfIdentity(database, identityId),
    hasPassphrase: passphrase !== null,
    madeAt,
  }))
}

/** Makes a profile; gives it. The first must be an administrator's: without one nobody could make the next. */
export async function createProfile(context: EngineContext, wanted: NewProfile): Promise<ProfileView> {
  requirePassphraseWhereAsked(context, wanted.passphrase)
  const passphrase = wanted.passphrase === null ? null : await keepPassphrase(wanted.passphrase)
  const id = await writing(context, (database) => {
    const others = readProfiles(database)
    if (others.length === 0 && wanted.role !== 'administrator')
      throw new Problem('CONFLICT', t`The first profile is an administrator’s, who then makes the others.`)
    refuseTakenName(others, wanted.name, null)
    const identityId = identityFor(database, wanted.role, wanted.agentId)
    const id = insertProfile(database, {
      name: wanted.name,
      role: wanted.role,
      identityId,
      passphrase,
      madeAt: context.now(),
    })
    writeProfileTeams(database, id, wanted.teams.map(byDays))
    addDetails({ profile: id })
    return id
  })
  return mustView(context.read, id)
}

/** Changes what is named. Whose role or person changes must enter again. */
export async function changeProfile(
  context: EngineContext,
  signedIn: SignedIn,
  change: { id: number } & {
    [Field in 'name' | 'role' | 'teams' | 'agentId']?: NewProfile[Field] | undefined
  },
): Promise<ProfileView> {
  await writing(context, (database) => {
    const before = mustProfile(database, change.id)
    const role = change.role ?? before.role
    if (before.role === 'administrator' && role !== 'administrator')
      refuseLastAdministrator(database, change.id)
    if (change.name !== undefined) refuseTakenName(readProfiles(database), change.name, change.id)
    const agentId =
      change.agentId === undefined
        ? before.identityId === null
          ? null
          : personOfIdentity(database, before.identityId)
        : change.agentId
    updateProfile(database, {
      ...before,
      name: change.name ?? before.name,
      role,
      identityId: identityFor(database, role, agentId),
    })
    if (change.teams) writeProfileTeams(database, change.id, change.teams.map(byDays))
  })
  if (change.role !== undefined || change.agentId !== undefined) signedIn.leaveAll(change.id)
  return mustView(context.read, change.id)
}

/** Removes a profile: whoever has entered it has left it. */
export async function removeProfile(context: EngineContext, signedIn: SignedIn, id: number): Promise<void> {
  await writing(context, (database) => {
    if (mustProfile(database, id).role === 'administrator') refuseLastAdministrator(database, id)
    setProfileRemoved(database, id, context.now())
  })
  signedIn.leaveAll(id)
}

/** Brings a removed profile back. */
export async function restoreProfile(context: EngineContext, id: number): Promise<ProfileView> {
  await writing(context, (database) => {
    const name = readRemovedName(database, id)
    if (name === undefined) throw new Problem('NOT_FOUND', t`That profile was not removed.`)
    refuseTakenName(readProfiles(database), name, id)
    setProfileRemoved(database, id, null)
  })
  return mustView(context.read, id)
}

/** Writes another passphrase, or none; whoever has entered the profile has left it, except `caller`. */
export async function writePassphrase(
  context: EngineContext,
  id: number,
  passphrase: string | null,
): Promise<void> {
  requirePassphraseWhereAsked(context, passphrase)
  const kept = passphrase === null ? null : await keepPassphrase(passphrase)
  await writing(context, (database) =>
    updateProfile(database, { ...mustProfile(database, id), passphrase: kept }),
  )
}

/** Puts what checks another passphrase in place of the one before. */
export function replacePassphrase(database: WritableDatabase, profile: ProfileRow, kept: string): void {
  updateProfile(database, { ...profile, passphrase: kept })
}

/** A profile by number; `NOT_FOUND` where it was removed. */
export function mustProfile(database: ReadableDatabase, id: number): ProfileRow {
  const profile = readProfile(database, id)
  if (!profile) throw new Problem('NOT_FOUND', t`That profile is no longer there.`)
  return profile
}

function mustView(database: ReadableDatabase, id: number): ProfileView {
  const found = listProfiles(database).find((profile) => profile.id === id)
  if (!found) throw new Problem('NOT_FOUND', t`That profile is no longer there.`)
  return found
}

function requirePassphraseWhereAsked({ read }: EngineContext, passphrase: string | null): void {
  if (passphrase === null && policyInForce(read).document.profiles.passphrase)
    throw new Problem(
      'INVALID_INPUT',
      t`The policy asks for a passphrase for each profile: give one of at least eight characters.`,
    )
}

function refuseTakenName(others: readonly ProfileRow[], name: string, own: number | null): void {
  if (others.some((other) => other.id !== own && other.name.toLowerCase() === name.toLowerCase()))
    throw new Problem('CONFLICT', t`Somebody is called "${{ name }}" already: choose another name.`)
}

function refuseLastAdministrator(database: ReadableDatabase, id: number): void {
  if (!readProfiles(database).some((other) => other.id !== id && other.role === 'administrator'))
    throw new Problem(
      'CONFLICT',
      t`That is the last administrator: make another one first, or nobody could change who may do what.`,
    )
}

function identityFor(database: WritableDatabase, role: Role, agentId: number | null): number | null {
  if (role !== 'agent') return null
  const identityId = agentId === null ? undefined : identityOfPerson(database, agentId)
  if (identityId === undefined)
    throw new Problem(
      'INVALID_INPUT',
      t`Say which agent this profile belongs to: they see their own sessions and nothing else.`,
    )
  return identityId
}

function byDays({ team, from, to }: ProfileView['teams'][number]) {
  if (from !== null && to !== null && to < from)
    throw new Problem('INVALID_INPUT', t`The last day in "${{ team }}" is before the first.`)
  return { team, fromDay: from === null ? null : dayNumber(from), toDay: to === null ? null : dayNumber(to) }
}
