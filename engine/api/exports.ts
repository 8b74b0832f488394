import path from 'node:path'
import type { z } from 'zod'
import { t } from '#speech'
import { exportDone, type exportOrder } from '../../shared/contract/exports.ts'
import { writable } from '../context.ts'
import { exportOf } from '../export-job.ts'
import { Problem } from '../problem.ts'
import type { EngineServices } from '../services.ts'
import { api } from './base.ts'

/** Where an export goes; `UNSUPPORTED` where a page of a browser names a folder. */
function placed(context: EngineServices, order: z.infer<typeof exportOrder>) {
  if (order.directory !== undefined && !context.takesPaths)
    throw new Problem(
      'UNSUPPORTED',
      t`From the browser an export goes into the folder of the workspace; for another place use \`debrief export\`.`,
    )
  // a name that sorts by time and is allowed on every file system
  const stamp = new Date(context.now()).toISOString().slice(0, 19).replaceAll(':', '')
  const into = order.directory ?? path.join(context.workspaceDir, 'exports', stamp)
  return { ...order, directory: path.resolve(into) }
}

export const exportsApi = api.exports.router({
  start: api.exports.start.handler(async ({ context, input }) => {
    writable(context)
    return { jobId: await context.jobs.start('export', t`Exporting`, placed(context, input)) }
  }),
  done: api.exports.done.handler(({ context, input }) =>
    exportDone.nullable().catch(null).parse(context.jobs.result(input.jobId)),
  ),
  write: api.exports.write.handler(({ context, input }) => exportOf(context, placed(context, input))),
})
