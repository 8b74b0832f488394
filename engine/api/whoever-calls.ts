import type { Capability } from '../../shared/domain/capabilities.ts'
import { lacksApproval, personBehind, policyInForce, refusal, type Person } from '../governance/index.ts'
import { whoReviews } from '../quality/index.ts'
import type { EngineServices } from '../services.ts'

/** Who makes a call; null where nobody has entered a profile. */
export function whoeverCalls(context: EngineServices): Person | null {
  return personBehind(context.read, policyInForce(context.read).document, context.signedIn, context.caller)
}

/** The name an act is told under: of the profile, else the one given for reviews, else the one this computer knows its user by. */
export function nameOf(context: EngineServices, person: Person | null): string {
  if (person === null) return 'nobody'
  return person.profile ? person.name : (whoReviews(context).name ?? person.name)
}

/** For a call whose input decides what it needs beside its rule: throws as the one check does. */
export function mustMay(context: EngineServices, needs: Capability): void {
  const policy = policyInForce(context.read)
  const person = whoeverCalls(context)
  const problem =
    refusal(policy, person, needs) ??
    lacksApproval(context.read, policy, person, { needs, told: 'always' }, context.now())
  if (problem) throw problem
}
