import type { Capability } from '../../../shared/domain/capabilities.ts'
import { Problem } from '../../problem.ts'
import type { Person } from '../profiles/person.ts'
import { policyLabel, type PolicyInForce } from './in-force.ts'

/** What each capability lets one do, to follow "may not". */
const doing: Record<Capability, string> = {
  workspace: 'look into this workspace',
  figures: 'see figures of groups',
  agents: 'see figures of single agents',
  conversations: 'see what was said',
  scores: 'see scores',
  coach: 'coach',
  review: 'score conversations',
  calibrate: 'settle what scores should be',
  forms: 'change forms, questions and rules',
  import: 'bring data in or say who is who',
  export: 'write files that can leave',
  automate: 'let Debrief transcribe, score or draft',
  send: 'let anything leave this computer',
  settings: 'change how this workspace works',
  govern: 'change the policy or who is who in it',
}

/** Why a person may not do what needs `needed`; null where they may. Null for `needed` is what anybody may, also before entering a profile. */
export function refusal(
  policy: PolicyInForce,
  person: Person | null,
  needed: Capability | null,
): Problem | null {
  if (needed === null) return null
  if (person === null) return new Problem('SIGN_IN', 'Enter your profile first: this workspace has several.')
  if (person.may.has(needed)) return null
  return new Problem(
    'NOT_ALLOWED',
    `As ${person.role} you may not ${doing[needed]}: the policy "${policyLabel(policy)}" says so. Nothing was changed; somebody who may change the policy can let you.`,
  )
}
