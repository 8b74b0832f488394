import { z } from 'zod'
import { t } from '#speech'
import type { AccessDone, AccessProgress } from '../shared/contract/access.ts'
import type { EngineContext } from './context.ts'
import type { JobHandle } from './jobs/index.ts'
import { writePackage } from './privacy/index.ts'
import { openSnapshot } from './snapshot.ts'
import { stepsAsJob } from './steps-as-job.ts'

/**
 * Of whom, where to, and for whom it is made: the same when it is taken up again. The number or id of a customer is not in it, which would be kept with the
 * job.
 */
export const accessPayload = z.object({
  subject: z.union([
    z.object({ is: z.literal('agent'), personId: z.number().int() }),
    z.object({
      is: z.literal('customer'),
      customerHash: z.number().int().nullable(),
      contactRef: z.string().nullable(),
    }),
  ]),
  directory: z.string(),
  token: z.string(),
  by: z.string(),
})
type AccessPayload = z.infer<typeof accessPayload>

/** Writes it as a job. */
export function runAccess(
  context: EngineContext,
  order: AccessPayload,
  handle: Pick<JobHandle, 'signal' | 'progress'>,
): Promise<AccessDone | null> {
  handle.progress(0, t`Looking for what is held`)
  return stepsAsJob(accessOf(context, order, handle.signal), handle)
}

/** The steps of it, the last of which says what came of it. All tables are read of one moment. */
export async function* accessOf(
  context: EngineContext,
  order: AccessPayload,
  signal?: AbortSignal,
): AsyncGenerator<AccessProgress, void, void> {
  const snapshot = openSnapshot(context)
  try {
    yield* writePackage(context, snapshot, order, signal)
  } finally {
    snapshot.raw.close()
  }
}
