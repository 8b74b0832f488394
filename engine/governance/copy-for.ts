import { t } from '#speech'
import type { PolicyDocument } from '../../shared/domain/policy.ts'
import { Problem } from '../problem.ts'
import type { ReadableDatabase, WritableDatabase } from '../store/index.ts'
import { append } from './audit/append.ts'
import { readHead } from './audit/audit.store.ts'
import type { AuditHead } from './audit/link.ts'
import { policyInForce, policyLabel, type PolicyInForce } from './policy/in-force.ts'
import { insertPolicy } from './policy/policies.store.ts'
import {
  insertProfile,
  readProfile,
  readProfiles,
  readProfileTeams,
  writeProfileTeams,
} from './profiles/profiles.store.ts'
import type { OwnTeam } from './sight/index.ts'

/** Whose copy of a workspace it is. `passphrase` tells how to check it; null without one. */
export interface CopyHolder {
  name: string
  teams: OwnTeam[]
  passphrase: string | null
}

/** The supervisor of a profile, with the teams and days it has. */
export function holderOfProfile(database: ReadableDatabase, profileId: number): CopyHolder {
  const profile = readProfile(database, profileId)
  if (!profile) throw new Problem('NOT_FOUND', t`That profile is no longer there.`)
  const teams = readProfileTeams(database)
    .filter((one) => one.profileId === profileId)
    .map(({ team, fromDay, toDay }) => ({ team, fromDay, toDay }))
  if (profile.role !== 'supervisor' || teams.length === 0)
    throw new Problem(
      'CONFLICT',
      t`${{ name: profile.name }} is no supervisor of any team: give that profile the role and its teams under Settings, People and roles.`,
    )
  if (profile.passphrase === null && policyInForce(database).document.profiles.passphrase)
    throw new Problem(
      'CONFLICT',
      t`The policy asks for a passphrase, and ${{ name: profile.name }} has none yet: give them one under Settings, People and roles, which then opens the copy, too.`,
    )
  return { name: profile.name, teams, passphrase: profile.passphrase }
}

/** Somebody without a profile, for teams that were chosen. Where the policy asks for passphrases, a profile has to be made first. */
export function holderOfTeams(
  database: ReadableDatabase,
  name: string,
  teams: readonly string[],
): CopyHolder {
  if (policyInForce(database).document.profiles.passphrase && readProfiles(database).length > 0)
    throw new Problem(
      'CONFLICT',
      t`The policy asks for a passphrase for each profile: make one for this supervisor under Settings, People and roles, and choose it.`,
    )
  return { name, teams: teams.map((team) => ({ team, fromDay: null, toDay: null })), passphrase: null }
}

/**
 * What holds in the copy: the policy of the workspace with a supervisor's rights as the most there is. Nobody governs there, so what needs a second
 * person is for nobody, and only own teams are shown.
 */
function policyOfCopy({ document, version }: PolicyInForce): PolicyInForce {
  const supervisor = document.roles.supervisor.filter(
    (one) => one !== 'govern' && !document.approvals.includes(one),
  )
  const narrowed: PolicyDocument = {
    ...document,
    roles: { ...document.roles, supervisor },
    scope: { ...document.scope, supervisor: 'own-teams' },
  }
  return { version: Math.max(version, 1), document: narrowed }
}

/** Puts a policy, the one profile and the first entry of the log into a copy; gives the head of that log. */
export function governCopy(
  from: ReadableDatabase,
  to: WritableDatabase,
  holder: CopyHolder,
  given: { at: number; details: Readonly<Record<string, number>> },
): AuditHead {
  const policy = policyOfCopy(policyInForce(from))
  const document =
    holder.passphrase === null
      ? { ...policy.document, profiles: { ...policy.document.profiles, passphrase: false } }
      : policy.document
  insertPolicy(to, {
    version: policy.version,
    at: given.at,
    who: 'Debrief',
    document: JSON.stringify(document),
  })
  const id = insertProfile(to, {
    name: holder.name,
    role: 'supervisor',
    identityId: null,
    passphrase: holder.passphrase,
    madeAt: given.at,
  })
  writeProfileTeams(to, id, holder.teams)
  append(to, {
    at: given.at,
    who: 'Debrief',
    role: 'debrief',
    act: 'supervisorCopies.made',
    record: '',
    outcome: 'done',
    policy: policyLabel({ ...policy, document }),
    details: JSON.stringify(given.details),
  })
  return readHead(to)
}
