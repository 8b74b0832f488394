import { expect, onTestFinished, test } from 'vitest'
import { createJobRunner, type JobWork } from '../../../engine/jobs/index.ts'
import { languageAtHand, speakingIn, type Language } from '../../../engine/speaking-in.ts'
import { sameWork } from '../../support/same-work.ts'
import { openWorkspace } from '../../support/workspace.ts'

test('a job speaks the language of the call that started it, whatever ran before it and whoever waits for it', async () => {
  const own = await openWorkspace()
  onTestFinished(() => own.close())
  const { context } = own.engine
  const heard: [unknown, Language][] = []
  const first = Promise.withResolvers<void>()
  const work: JobWork = async (payload) => {
    if (payload === 'first') await first.promise
    await Promise.resolve()
    heard.push([payload, languageAtHand()])
  }
  const jobs = createJobRunner(context, sameWork(work))
  onTestFinished(() => jobs.close())
  await speakingIn('en', () => jobs.start('import', 'x', 'first'))
  await speakingIn('de', () => jobs.start('analyze', 'x', 'second'))
  const last = await speakingIn('en', () => jobs.start('import', 'x', 'third'))
  speakingIn('de', () => first.resolve())
  await expect.poll(() => jobs.get(last).state).toBe('done')
  expect(heard).toEqual([
    ['first', 'en'],
    ['second', 'de'],
    ['third', 'en'],
  ])
})
