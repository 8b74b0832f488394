import type { Job } from '../shared/contract/jobs.ts'
import type { EngineContext } from './context.ts'
import { actAtHand, actingAs, isActWritten, writeAct, type Act } from './governance/index.ts'
import type { JobWork } from './jobs/index.ts'
import { inTransaction } from './store/index.ts'

type Works = Record<Job['kind'], JobWork>

/**
 * The same kinds of work, each kept in the audit log by the number of its job: with the first thing it changes, and once more where it fails
 * after that. Who asked for it is who does it; what is taken up after a crash is done by Debrief.
 */
export function jobsInLog(context: EngineContext, works: Works): Works {
  const kept = Object.entries(works).map(([kind, work]): [string, JobWork] => [
    kind,
    async (payload, handle, result) => {
      const { who, role, policy } = actAtHand()
      const act: Act = {
        who,
        role,
        policy,
        act: `job.${kind}`,
        record: `job ${handle.id}`,
        isToldOnce: false,
      }
      return actingAs(act, async () => {
        try {
          return await work(payload, handle, result)
        } catch (error) {
          if (isActWritten()) void tellFailure(context, act)
          throw error
        }
      })
    },
  ])
  return Object.fromEntries(kept) as Works
}

async function tellFailure(context: EngineContext, act: Act): Promise<void> {
  try {
    await context.writes.run(() => {
      const { write } = context
      if (write?.raw.open) inTransaction(write, () => writeAct(write, act, 'failed', context.now()))
    })
  } catch (error) {
    // the disk is full, or the workspace closes: the job's own ending says what happened
    context.log({ level: 'error', audit: act.act, error: String(error) })
  }
}
