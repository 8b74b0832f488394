import { doing } from '../../../shared/domain/policy-words.ts'
import { Problem } from '../../problem.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import type { PolicyInForce } from '../policy/in-force.ts'
import { policyLabel } from '../policy/in-force.ts'
import type { Person } from '../profiles/person.ts'
import { rolesOfOthers } from '../profiles/profiles.store.ts'
import type { Rule } from '../rules.ts'
import { hasConsent } from './approvals.store.ts'

/** Whether anybody but this person is here who could give consent. Without, none can be asked for, and none is. */
export function hasSecondPerson(
  database: ReadableDatabase,
  { document }: PolicyInForce,
  person: Person | null,
): boolean {
  if (!person?.profile) return false
  return rolesOfOthers(database, person.profile.id).some((role) => document.roles[role].includes('govern'))
}

/** Why a call has to wait for a second person; null where it need not, or one has consented. Looking needs no consent. */
export function lacksConsent(
  database: ReadableDatabase,
  policy: PolicyInForce,
  person: Person | null,
  { needs, told, isWithoutConsent }: Rule,
  now: number,
): Problem | null {
  if (needs === null || told === 'never' || isWithoutConsent) return null
  if (!policy.document.approvals.includes(needs) || !person?.profile) return null
  if (!hasSecondPerson(database, policy, person)) return null
  if (hasConsent(database, person.profile.id, needs, now)) return null
  return new Problem(
    'APPROVAL_NEEDED',
    `To ${doing[needs]} you need the consent of a second person: the policy "${policyLabel(policy)}" says so. Nothing was changed; ask for it under Settings, Approvals.`,
    { needs },
  )
}
