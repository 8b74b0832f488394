import type { EngineContext } from '../context.ts'
import { faultOf } from '../observing/index.ts'
import { cutoffs, expiresFrom, hasClocks } from './clocks.ts'
import { isAnythingLeft } from './deletions.store.ts'
import { countDue } from './due.store.ts'

const pauses = { first: 120_000, between: 6 * 3_600_000 }

/** Whether anything is older than the clocks let be kept, and the day that a new policy is given has passed. */
export function isExpiring(context: EngineContext): boolean {
  const now = context.now()
  if (!hasClocks(context.read) || now < expiresFrom(context)) return false
  const from = cutoffs(context.read, now)
  return (['audio', 'transcripts', 'scores'] as const).some(
    (what) => from[what] !== null && countDue(context.read, what, from[what]) > 0,
  )
}

/** Whether a deletion waits for its last step. */
function isCleaningLeft(context: EngineContext): boolean {
  return isAnythingLeft(context.read, 'cleaning') || isAnythingLeft(context.read, 'backups')
}

/** Lets the clocks run for as long as the workspace is open, and sees deletions to their end. */
export function keepClocks(
  context: EngineContext,
  start: { expire: () => Promise<unknown>; clean: () => Promise<unknown> },
  { first, between }: { first: number; between: number } = pauses,
): { close(): void } {
  let isClosed = false
  let timer: NodeJS.Timeout
  const look = async () => {
    try {
      if (isExpiring(context)) await start.expire()
      else if (isCleaningLeft(context)) await start.clean()
    } catch (error) {
      if (!isClosed) context.log({ event: 'clocks-undecided', fault: faultOf(error) })
    }
    lookIn(between)
  }
  const lookIn = (ms: number) => {
    if (isClosed) return
    timer = setTimeout(() => void look(), ms)
    timer.unref()
  }
  lookIn(first)
  return {
    close() {
      isClosed = true
      clearTimeout(timer)
    },
  }
}
