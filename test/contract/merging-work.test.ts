import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { expandOrders, importFiles } from '../../engine/imports/index.ts'
import { listenNew } from '../../engine/recordings/index.ts'
import { writeCall } from '../support/a-call.ts'
import { finished, folderOf, merged } from '../support/merging.ts'
import { aForm, aQuestion, chosen, openDesk, publishForm } from '../support/quality-desk.ts'
import { openWorkspace, type TestWorkspace } from '../support/workspace.ts'

async function director(): Promise<TestWorkspace> {
  const workspace = await openWorkspace()
  onTestFinished(() => workspace.close())
  return workspace
}

async function figures({ client }: TestWorkspace) {
  const { rows } = await client.metrics.query({ metricId: 'qa_score', by: 'agent' })
  return rows
    .map(({ label, n, value }) => ({ label, n, value }))
    .toSorted((a, b) => a.label.localeCompare(b.label))
}

test('reviews made there count here as they do there: drawn ones by their weight, picked ones in no rate', async () => {
  const north = await openDesk(14)
  onTestFinished(() => north.close())
  const { client } = north
  await client.reviews.setMe({ name: 'Rita Levi' })
  const scorecardId = await publishForm(north, aForm([aQuestion('greets')]))
  const { id: planId } = await client.reviews.savePlan({
    id: null,
    name: 'random',
    kind: 'random',
    scorecardId,
    settings: { periodDays: 14, reviewers: [], perAgent: 3, expected: 3 },
  })
  await client.reviews.draw({ planId })
  const review = async (id: number, greets: 'yes' | 'no') => {
    await client.reviews.open({ id })
    await client.reviews.answer({ id, answer: chosen('greets', greets) })
    await client.reviews.submit({ id })
  }
  const { items } = await client.reviews.list({ states: ['waiting'], limit: 200 })
  for (const [index, { id }] of items.entries()) await review(id, index % 2 === 0 ? 'yes' : 'no')
  const picked = (await client.conversations.list({ limit: 200 })).items.find(
    ({ interactionId }) => !items.some((item) => item.interactionId === interactionId),
  )!
  const asked = await client.reviews.request({ interactionId: picked.interactionId, scorecardId })
  await review(asked.id, 'no')

  const own = await director()
  await merged(own, folderOf(north), { name: 'North' })
  await own.analyze()
  expect(await figures(own)).toEqual(await figures(north))
  expect((await figures(own)).reduce((sum, { n }) => sum + n, 0)).toBe(items.length)
  expect(await own.client.workspace.check()).toEqual({ ok: true, problems: [], notes: [] })
  // one is taken back there: only the reviews come anew
  const { items: drawn } = await client.reviews.list({ states: ['submitted'], limit: 200 })
  await client.reviews.reopen({ id: drawn.find(({ chance }) => chance !== null)!.id })
  const report = await merged(own, folderOf(north))
  expect(report.imports).toMatchObject({ added: 1, removed: 1 })
  expect(await figures(own)).toEqual(await figures(north))
})

test('a recording comes with what was heard in it, and its sound stays where it lies', async () => {
  const north = await director()
  const { path } = writeCall(join(north.folder, 'calls', 'one.wav'))
  await importFiles(
    north.engine.context,
    await expandOrders(north.engine.context.uploads, [{ reference: { path } }]),
    {},
  )
  await listenNew(north.engine.context, { voices: null })
  await north.analyze()
  const measures = ({ engine }: TestWorkspace) =>
    engine.context.read.raw
      .prepare('SELECT metric_id, value FROM conversation_measures ORDER BY 1')
      .raw()
      .all()
  expect(measures(north)).not.toEqual([])

  const own = await director()
  await merged(own, folderOf(north), { name: 'North' })
  await own.analyze()
  const recordings = () =>
    own.engine.context.read.raw
      .prepare('SELECT path, media_name, listened_version FROM recordings')
      .raw()
      .all()
  expect(recordings()).toEqual([[path, null, expect.any(Number)]])
  expect(measures(own)).toEqual(measures(north))
  const [entry] = await own.client.merging.list()
  await finished(own.client, own.client.merging.undo({ id: entry!.id }))
  expect(recordings()).toEqual([])
})
