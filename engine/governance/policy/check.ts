import { select, t } from '#speech'
import type { Capability } from '../../../shared/domain/capabilities.ts'
import { Problem } from '../../problem.ts'
import type { Person } from '../profiles/person.ts'
import { policyNamed, type PolicyInForce } from './in-force.ts'
import { sayDoing } from '../../../shared/domain/doing.ts'

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
    t`As ${select({ role: person.role }, { administrator: 'administrator', supervisor: 'supervisor', reviewer: 'reviewer', director: 'director', agent: 'agent', other: 'owner' })} you may not ${{ doing: sayDoing(needed) }}: the policy "${{ policy: policyNamed(policy) }}" says so. Nothing was changed; somebody who may change the policy can let you.`,
  )
}
