import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { Problem } from '../../engine/index.ts'
import { faultOf, type Log } from '../../engine/log-file.ts'
import { Failure, sentenceOf } from '../errors.ts'
import { TooLarge, TooSlow } from './upload.ts'

/** What went wrong outside a call, in one sentence. What nobody foresaw goes into the log, and a number tells where. */
export function failed(error: Error, context: Context, log: Log): Response {
  // what is left of the request is not waited for
  if (error instanceof TooLarge || error instanceof TooSlow) context.header('connection', 'close')
  if (error instanceof TooLarge)
    return context.json({ sentence: 'That is larger than Debrief takes at once.' }, 413)
  if (error instanceof TooSlow) return context.json({ sentence: error.message }, 408)
  const isDiskFull = 'code' in error && error.code === 'ENOSPC'
  if (error instanceof Problem || error instanceof Failure || isDiskFull)
    return context.json({ sentence: sentenceOf(error) }, 500)
  const incidentId = randomUUID().slice(0, 8)
  log({ event: 'request-failed', incidentId, fault: faultOf(error) })
  return context.json(
    {
      sentence: `Something unexpected went wrong; the log of the workspace has it as incident ${incidentId}.`,
    },
    500,
  )
}
