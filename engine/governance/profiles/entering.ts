import { plural, t } from '#speech'
import type { WhoIsHere } from '../../../shared/contract/profiles.ts'
import { Problem } from '../../problem.ts'
import type { EngineServices } from '../../services.ts'
import { tellSoon } from '../audit/index.ts'
import { policyInForce, policyLabel } from '../policy/in-force.ts'
import { isPassphrase } from './passphrase.ts'
import { personBehind } from './person.ts'
import { mustProfile } from './profiles.ts'
import { unnoticed } from './signed-in.ts'

/** Who makes this call, and what they may do. */
export function whoIsHere(context: EngineServices): Omit<WhoIsHere, 'timeZone'> {
  const { document } = policyInForce(context.read)
  const person = personBehind(context.read, document, unnoticed(context.signedIn), context.caller)
  const profile = person?.profile ?? null
  return {
    profile: profile && {
      id: profile.id,
      name: profile.name,
      role: profile.role,
      hasPassphrase: profile.passphrase !== null,
    },
    mustEnter: person === null,
    may: [...(person?.may ?? [])],
    seesEverybody: person !== null && context.sights.of(person, document, false)?.isScoped !== true,
    idleMinutes: document.profiles.idleMinutes,
    asksPassphrase: document.profiles.passphrase,
  }
}

/** Enters a profile with its passphrase, where it has one. A wrong one stands in the audit log, and the next try must wait. */
export async function enterProfile(context: EngineServices, id: number, passphrase: string): Promise<void> {
  await checkPassphrase(context, id, passphrase)
  context.signedIn.enter(context.caller, id)
}

/** Throws one sentence where it is not the passphrase of this profile. */
export async function checkPassphrase(
  context: EngineServices,
  id: number,
  passphrase: string,
): Promise<void> {
  const policy = policyInForce(context.read)
  const profile = mustProfile(context.read, id)
  const { slowDown } = context
  const waitMs = slowDown.waitMs(id)
  if (waitMs > 0)
    throw new Problem(
      'CONFLICT',
      t`That was wrong several times: try again in ${plural({ seconds: Math.ceil(waitMs / 1000) }, { one: 'a second', other: '# seconds' })}.`,
    )
  if (profile.passphrase === null) {
    if (!policy.document.profiles.passphrase) return
    throw new Problem(
      'NOT_ALLOWED',
      t`The policy asks for a passphrase and this profile has none yet: an administrator gives it one, or whoever may open the workspace file, with "debrief profile reset".`,
    )
  }
  // counted before it is known: tries side by side are no way around the wait
  slowDown.failed(id)
  if (await isPassphrase(profile.passphrase, passphrase)) return slowDown.succeeded(id)
  void tellSoon(
    context,
    {
      who: profile.name,
      role: profile.role,
      act: 'profiles.enter',
      record: `id ${id}`,
      policy: policyLabel(policy),
      isToldOnce: false,
    },
    'refused',
  )
  throw new Problem('NOT_ALLOWED', t`That is not the passphrase of this profile.`)
}
