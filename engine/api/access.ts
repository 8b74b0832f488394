import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { t } from '#speech'
import { accessDone, type AccessOrder, type AccessSubject } from '../../shared/contract/access.ts'
import type { Capability } from '../../shared/domain/capabilities.ts'
import { accessOf } from '../access-job.ts'
import { writable } from '../context.ts'
import { findHeld, whomOf } from '../privacy/index.ts'
import { Problem } from '../problem.ts'
import type { EngineServices } from '../services.ts'
import { openSnapshot } from '../snapshot.ts'
import { api } from './base.ts'
import { mustMay, nameOf, whoeverCalls } from './whoever-calls.ts'

/** What is given out is what each of these gives: whoever hands it over may see all of it. */
const given: Readonly<Record<'agent' | 'customer', readonly Capability[]>> = {
  agent: ['agents', 'conversations', 'scores', 'coach'],
  customer: ['conversations'],
}

function mustMaySee(context: EngineServices, subject: AccessSubject): void {
  for (const needs of given['agentId' in subject ? 'agent' : 'customer']) mustMay(context, needs)
}

function ordered(context: EngineServices, { directory, ...subject }: AccessOrder) {
  mustMaySee(context, subject)
  if (directory !== undefined && !context.takesPaths)
    throw new Problem(
      'UNSUPPORTED',
      t`From the browser it goes into the folder of the workspace; for another place use \`debrief privacy export\`.`,
    )
  const whom = whomOf(context.read, subject)
  // a name that sorts by time, is allowed on every file system, and tells nobody whom it is about
  const stamp = new Date(context.now()).toISOString().slice(0, 19).replaceAll(':', '')
  const token = randomUUID().slice(0, 8)
  const into = directory ?? path.join(context.workspaceDir, 'exports', `${stamp}-${whom.is}-${token}`)
  return { subject: whom, directory: path.resolve(into), token, by: nameOf(context, whoeverCalls(context)) }
}

export const accessApi = api.access.router({
  find: api.access.find.handler(({ context, input }) => {
    mustMaySee(context, input)
    // what is held is told whole, also of conversations that rest on nothing: a connection of its own shows it, as for the export
    const all = openSnapshot(context)
    try {
      return findHeld(all, input)
    } finally {
      all.raw.close()
    }
  }),
  start: api.access.start.handler(async ({ context, input }) => {
    writable(context)
    return { jobId: await context.jobs.start('access', t`Gathering what is held`, ordered(context, input)) }
  }),
  done: api.access.done.handler(({ context, input }) =>
    accessDone.nullable().catch(null).parse(context.jobs.result(input.jobId)),
  ),
  write: api.access.write.handler(({ context, input }) => accessOf(context, ordered(context, input))),
})
