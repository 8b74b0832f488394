import { t } from '#speech'
import type { Capability } from '../../../shared/domain/capabilities.ts'
import { doing } from '../../../shared/domain/policy-words.ts'
import { Problem } from '../../problem.ts'
import type { Person } from '../profiles/person.ts'
import { policyLabel, type PolicyInForce } from './in-force.ts'

/** Why a person may not do what needs `needed`; null where they may. Null for `needed` is what anybody may, also before entering a profile. */
export function refusal(
  policy: PolicyInForce,
  person: Person | null,
  needed: Capability | null,
): Problem | null {
  if (needed === null) return null
  if (person === null) return new Problem('SIGN_IN', t`Enter your profile first: this workspace has several.`)
  if (person.may.has(needed)) return null
  return new Problem(
    'NOT_ALLOWED',
    t`As ${{ role: person.role }} you may not ${{ doing: doing[needed] }}: the policy "${{ policy: policyLabel(policy) }}" says so. Nothing was changed; somebody who may change the policy can let you.`,
  )
}
