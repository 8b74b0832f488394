import { randomUUID } from 'node:crypto'
import { implement, ORPCError } from '@orpc/server'
import { t } from '#speech'
import { contract } from '../../shared/contract/index.ts'
import { contractErrors } from '../../shared/contract/errors.ts'
import { isolate } from '../isolate.ts'
import { faultOf, timed } from '../observing/index.ts'
import { asProblem, type Problem } from '../problem.ts'
import { letThrough } from './let-through.ts'
import type { EngineServices } from '../services.ts'

/** What may be asked of a workspace that is locked, whose policy nobody can read yet: how it is protected, to open it, and to
 * leave a backup that asks for its passphrase. */
const ANSWERED_WHILE_LOCKED = new Set([
  'protection.status',
  'protection.unlock',
  'backups.shown',
  'backups.backToNow',
])

async function whileLocked<Result>(
  reason: Problem,
  path: readonly string[],
  call: () => Promise<Result>,
): Promise<Result> {
  if (!ANSWERED_WHILE_LOCKED.has(path.join('.'))) throw reason
  return call()
}

/** The contract to implement; every unexpected error becomes `INTERNAL` with an incident id, its details only in the log. */
export const api = implement(contract)
  .$context<EngineServices>()
  .use(async ({ context, next, path }, input) => {
    const call = path.join('.')
    try {
      if (context.locked) return await whileLocked(context.locked, path, async () => next())
      return await timed(context, call, () =>
        letThrough(context, path, input, async (seen) => next({ context: seen })),
      )
    } catch (error) {
      if (error instanceof ORPCError) throw error
      const problem = asProblem(error)
      if (problem?.code === 'WORKSPACE_DAMAGED') isolate(context)
      if (problem) {
        throw new ORPCError(problem.code, {
          status: contractErrors[problem.code].status,
          message: problem.message,
          data: { sentence: problem.message, ...(problem.needs && { needs: problem.needs }) },
        })
      }
      const incidentId = randomUUID().slice(0, 8)
      context.log({ event: 'call-failed', call, incidentId, fault: faultOf(error) })
      const sentence = t`Something unexpected went wrong (incident ${{ incidentId }}); nothing was changed. The log has the details.`
      throw new ORPCError('INTERNAL', { status: 500, message: sentence, data: { sentence, incidentId } })
    }
  })
