import { writeFile } from 'node:fs/promises'
import { t } from '#speech'
import type { PolicyVersion } from '../../shared/contract/policy.ts'
import type { PolicyDocument } from '../../shared/domain/policy.ts'
import { writing } from '../context.ts'
import {
  adopt,
  hasSecondPerson,
  policyHistory,
  policyInForce,
  policyVersion,
  readPolicyText,
  tryPolicy,
  withDestination,
} from '../governance/index.ts'
import { Problem } from '../problem.ts'
import type { EngineServices } from '../services.ts'
import { afterPolicy } from '../stop-what-is-forbidden.ts'
import { api } from './base.ts'
import { reachable } from './reachable.ts'
import { nameOf, whoeverCalls } from './whoever-calls.ts'

/** Adopts what `next` makes of the policy in force, in one transaction, and sees to it that what runs keeps to it. */
export async function adoptNext(
  context: EngineServices,
  next: (document: PolicyDocument) => PolicyDocument,
  basedOn?: number,
): Promise<PolicyVersion> {
  const who = nameOf(context, whoeverCalls(context))
  const version = await writing(context, (database) => {
    const before = policyInForce(database)
    if (basedOn !== undefined && before.version !== basedOn)
      throw new Problem(
        'CONFLICT',
        t`Version ${{ version: before.version }} was put in force in the meantime; look at it, and change that one.`,
      )
    return adopt(database, next(before.document), { who, at: context.now(), locked: context.lockedPolicy })
  })
  await afterPolicy(context)
  return version
}

export const policyApi = api.policy.router({
  mine: api.policy.mine.handler(({ context }) => {
    const person = whoeverCalls(context)
    return {
      role: person?.role ?? null,
      may: [...(person?.may ?? [])],
      automation: policyInForce(context.read).document.automation,
    }
  }),
  get: api.policy.get.handler(({ context }) => ({
    ...policyVersion(context.read),
    lockedBy: context.lockedPolicy?.file ?? null,
    hasSecondPerson: hasSecondPerson(context.read, policyInForce(context.read), whoeverCalls(context)),
  })),
  history: api.policy.history.handler(({ context }) => policyHistory(context.read)),
  read: api.policy.read.handler(({ input }) => readPolicyText(input.text)),
  try: api.policy.try.handler(({ context, input }) =>
    tryPolicy(context, input.document, context.lockedPolicy),
  ),
  adopt: api.policy.adopt.handler(({ context, input }) =>
    adoptNext(context, () => input.document, input.basedOn),
  ),
  setDestination: api.policy.setDestination.handler(({ context, input }) =>
    adoptNext(context, (document) => withDestination(document, input)),
  ),
  export: api.policy.export.handler(async ({ context, input }) => {
    const file = reachable(context, input.file, t`the policy`, 'debrief policy export')
    const { version, document } = policyInForce(context.read)
    try {
      await writeFile(file, `${JSON.stringify(document, null, 2)}\n`, { flag: 'wx', mode: 0o600 })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      throw new Problem('CONFLICT', t`${{ file }} exists already; choose another name for the policy.`)
    }
    return { file, version }
  }),
})
