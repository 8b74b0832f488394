import type { Job } from '../shared/contract/jobs.ts'
import type { EngineContext } from './context.ts'
import { actAtHand, actingAs, isActWritten, tellSoon, type Act } from './governance/index.ts'
import type { JobWork } from './jobs/index.ts'

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
          if (isActWritten()) void tellSoon(context, act, 'failed')
          throw error
        }
      })
    },
  ])
  return Object.fromEntries(kept) as Works
}
