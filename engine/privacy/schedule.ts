import { hasClocks } from '../../shared/domain/policy.ts'
import type { EngineContext } from '../context.ts'
import { isAnyOlder } from '../erasing/index.ts'
import { policyInForce } from '../governance/index.ts'
import { lookNowAndThen } from '../now-and-then.ts'
import { faultOf } from '../observing/index.ts'
import { cutoffs, expiresFrom } from './clocks.ts'
import { isAnythingLeft } from './deletions.store.ts'

const pauses = { first: 120_000, between: 6 * 3_600_000 }

/** Whether anything is older than the clocks let be kept, and the day that a new policy is given has passed. */
export function isExpiring(context: EngineContext): boolean {
  const now = context.now()
  if (!hasClocks(policyInForce(context.read).document) || now < expiresFrom(context)) return false
  const from = cutoffs(context.read, now)
  return (['audio', 'transcripts', 'scores'] as const).some(
    (what) => from[what] !== null && isAnyOlder(context.read, what, from[what]),
  )
}

/** Whether a deletion waits for its last step, such as one that was interrupted. */
export function isCleaningLeft(context: EngineContext): boolean {
  return isAnythingLeft(context.read, 'cleaning') || isAnythingLeft(context.read, 'backups')
}

/** Lets the clocks run for as long as the workspace is open, and sees deletions to their end. */
export function keepClocks(
  context: EngineContext,
  start: { expire: () => Promise<unknown>; clean: () => Promise<unknown> },
): { close(): void } {
  const look = async () => {
    if (isExpiring(context)) await start.expire()
    else if (isCleaningLeft(context)) await start.clean()
  }
  return lookNowAndThen(look, pauses, (error) =>
    context.log({ event: 'clocks-undecided', fault: faultOf(error) }),
  )
}
