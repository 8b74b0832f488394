import { expect, onTestFinished, test } from 'vitest'
import { createJobRunner } from '../../../engine/jobs/index.ts'
import { sameWork } from '../../support/same-work.ts'
import { openWorkspace } from '../../support/workspace.ts'

test('a job cancelled before its turn to write has come is never done', async () => {
  const own = await openWorkspace()
  onTestFinished(() => own.close())
  const { context } = own.engine
  let done = 0
  const work = () => Promise.resolve(++done)
  const jobs = createJobRunner(context, sameWork(work))
  onTestFinished(() => jobs.close())
  const starting = jobs.start('analyze', 'Reading conversations', {})
  const longWrite = Promise.withResolvers<void>()
  const writing = context.writes.run(() => longWrite.promise)
  const id = await starting
  const cancelling = jobs.cancel(id)
  longWrite.resolve()
  await Promise.all([writing, cancelling])
  await expect.poll(() => jobs.get(id).state).toBe('cancelled')
  await context.writes.idle()
  expect({ state: jobs.get(id).state, done }).toEqual({ state: 'cancelled', done: 0 })
})
