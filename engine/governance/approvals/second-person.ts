import { t } from '#speech'
import { Problem } from '../../problem.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import type { PolicyInForce } from '../policy/in-force.ts'
import { policyNamed } from '../policy/in-force.ts'
import { sayDoing } from '../../../shared/domain/doing.ts'
import type { Person } from '../profiles/person.ts'
import { rolesOfOthers } from '../profiles/profiles.store.ts'
import type { Rule } from '../rules.ts'
import { hasApproval } from './approvals.store.ts'

/** Whether anybody but this person is here who could approve. Without, none can be asked for, and none is. */
export function hasSecondPerson(
  database: ReadableDatabase,
  { document }: PolicyInForce,
  person: Person | null,
): boolean {
  if (!person?.profile) return false
  return rolesOfOthers(database, person.profile.id).some((role) => document.roles[role].includes('govern'))
}

/** Why a call has to wait for a second person; null where it need not, or one has approved. Looking needs no approval. */
export function lacksApproval(
  database: ReadableDatabase,
  policy: PolicyInForce,
  person: Person | null,
  { needs, told, isWithoutApproval }: Rule,
  now: number,
): Problem | null {
  if (needs === null || told === 'never' || isWithoutApproval) return null
  if (!policy.document.approvals.includes(needs) || !person?.profile) return null
  if (!hasSecondPerson(database, policy, person)) return null
  if (hasApproval(database, person.profile.id, needs, now)) return null
  return new Problem(
    'APPROVAL_NEEDED',
    t`To ${{ doing: sayDoing(needs) }} you need the approval of a second person: the policy "${{ policy: policyNamed(policy) }}" says so. Nothing was changed; ask for it under Settings, Approvals.`,
    { needs },
  )
}
