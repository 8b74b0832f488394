import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { t } from '#speech'
import { supervisorCopyDone, type SupervisorCopyOrder } from '../../shared/contract/supervisor-copies.ts'
import type { Capability } from '../../shared/domain/capabilities.ts'
import { writable } from '../context.ts'
import { policyInForce } from '../governance/index.ts'
import { Problem } from '../problem.ts'
import { prepareKeys } from '../protection/index.ts'
import type { EngineServices } from '../services.ts'
import { isEncrypted, keys } from '../store/index.ts'
import { refuseInside } from '../supervisor-copy/index.ts'
import { holderOf } from '../supervisor-copy-job.ts'
import { databaseOf } from '../workspace/index.ts'
import { api } from './base.ts'
import { mustMay, whoeverCalls } from './whoever-calls.ts'

/** What is given out is what each of these gives. */
const given: readonly Capability[] = ['agents', 'conversations', 'scores', 'coach']

/** Whoever hands out what somebody sees has to see all of it. */
function mustSeeAll(context: EngineServices): void {
  for (const needs of given) mustMay(context, needs)
  const person = whoeverCalls(context)
  if (person && context.sights.of(person, policyInForce(context.read).document, false) !== null)
    throw new Problem(
      'NOT_ALLOWED',
      t`A copy for a supervisor is made by somebody who sees all teams, with names. Nothing was written.`,
    )
}

function placeOf(context: EngineServices, directory: string | undefined): string {
  if (directory !== undefined && !context.takesPaths)
    throw new Problem(
      'UNSUPPORTED',
      t`From the browser it goes beside the folder of the workspace; for another place use \`debrief supervisor-copy\`.`,
    )
  const stamp = new Date(context.now()).toISOString().slice(0, 19).replaceAll(':', '')
  const beside = `${path.resolve(context.workspaceDir)}-copies`
  return path.resolve(directory ?? path.join(beside, `${stamp}-${randomUUID().slice(0, 8)}`))
}

const wanted = (order: SupervisorCopyOrder) =>
  'profileId' in order
    ? { profileId: order.profileId }
    : { teamIds: [...new Set(order.teamIds)], name: order.name }

/** New keys for a copy; null where it is to be plain, which that of an encrypted workspace never is. */
async function keysFor(context: EngineServices, directory: string, passphrase: string | undefined) {
  if (passphrase !== undefined)
    return prepareKeys(directory, { by: 'passphrase', passphrase }, context.secrets)
  if (isEncrypted(databaseOf(context.workspaceDir)))
    throw new Problem(
      'INVALID_INPUT',
      t`This workspace is encrypted, and so is a copy of it: give a passphrase that opens the copy, and no other than the copy.`,
    )
  return null
}

export const supervisorCopiesApi = api.supervisorCopies.router({
  start: api.supervisorCopies.start.handler(async ({ context, input }) => {
    writable(context)
    mustSeeAll(context)
    const of = wanted(input)
    holderOf(context.read, of)
    const directory = placeOf(context, input.directory)
    refuseInside(directory, context.workspaceDir)
    const prepared = await keysFor(context, directory, input.passphrase)
    if (prepared) keys.addKeys(prepared.opened)
    const jobId = await context.jobs.start('supervisor-copy', t`Making a copy for a supervisor`, {
      of,
      directory,
      token: randomUUID(),
      keyFile: prepared?.file ?? null,
    })
    return { jobId, recoveryKey: prepared?.recoveryKey ?? null }
  }),
  done: api.supervisorCopies.done.handler(({ context, input }) =>
    supervisorCopyDone.nullable().catch(null).parse(context.jobs.result(input.jobId)),
  ),
})
