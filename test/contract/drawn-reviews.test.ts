import { expect, onTestFinished, test } from 'vitest'
import { rankWindow } from '../../engine/coaching/ranking.ts'
import { newestDay } from '../../engine/workspace/index.ts'
import { aForm, aQuestion, chosen, openDesk, publishForm } from '../support/quality-desk.ts'
import { csv, type TestWorkspace } from '../support/workspace.ts'

const settings = { periodDays: 14, reviewers: [] }

/** Two agents with fourteen conversations each; four of each agent's were rated badly. */
async function aDesk(): Promise<{ workspace: TestWorkspace; scorecardId: number }> {
  const workspace = await openDesk(14)
  onTestFinished(() => workspace.close())
  const rated = [1, 2].flatMap((agent) => ['01', '02', '03', '04'].map((call) => `C-${agent}${call}`))
  await workspace.take(
    'surveys.csv',
    csv(
      rated.map((contact) => ({
        response_id: `S-${contact}`,
        contact_id: contact,
        responded_at: '2026-03-23T12:00:00Z',
        csat: 1,
      })),
    ),
    { source: 'surveys' },
  )
  await workspace.client.reviews.setMe({ name: 'Rita Levi' })
  return { workspace, scorecardId: await publishForm(workspace, aForm([aQuestion('greets')])) }
}

async function draw({ client }: TestWorkspace, scorecardId: number, kind: 'random' | 'risk', n: number) {
  const { id: planId } = await client.reviews.savePlan({
    id: null,
    name: kind,
    kind,
    scorecardId,
    settings: { ...settings, perAgent: n, expected: n },
  })
  return client.reviews.draw({ planId })
}

async function review({ client }: TestWorkspace, id: number, greets: 'yes' | 'no') {
  await client.reviews.open({ id })
  await client.reviews.answer({ id, answer: chosen('greets', greets) })
  await client.reviews.submit({ id })
}

/** The figure of each agent as every table has it. */
async function figures({ client }: TestWorkspace) {
  const { rows, restsOn } = await client.metrics.query({ metricId: 'qa_score', by: 'agent' })
  return { values: new Map(rows.map(({ label, n, value }) => [label, { n, value }])), restsOn }
}

/** Hajek's mean of what was drawn of an agent, worked out from the chances the queue shows, where all but these passed. */
async function expected({ client }: TestWorkspace, agent: string, failed: readonly { id: number }[]) {
  const { items } = await client.reviews.list({ states: ['submitted'], limit: 200 })
  const own = items.filter((item) => item.agent!.name === agent && item.chance !== null)
  const weights = own.map(({ chance }) => 1 / chance!)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const passed = own.reduce(
    (sum, item, i) => sum + (failed.some(({ id }) => id === item.id) ? 0 : weights[i]!),
    0,
  )
  return { n: own.length, value: expect.closeTo(passed / total, 9) }
}

const isSound = async ({ client }: TestWorkspace) =>
  expect(await client.workspace.check()).toEqual({ ok: true, problems: [], notes: [] })

test('a review drawn for its risk moves an agent by its weight, and only beside a random draw; a requested one not at all', async () => {
  const { workspace, scorecardId } = await aDesk()
  const { client } = workspace
  await draw(workspace, scorecardId, 'risk', 4)
  const risky = (await client.reviews.list({ states: ['waiting'] })).items
  for (const { id } of risky) await review(workspace, id, 'no')
  // nothing else had a chance: they stand for nobody
  expect((await figures(workspace)).values.size).toBe(0)

  const { drawId } = await draw(workspace, scorecardId, 'random', 3)
  await isSound(workspace)
  // they were reviewed before, and from now on stand for what they are worth
  for (const [agent, figure] of (await figures(workspace)).values)
    expect(figure).toEqual({ n: risky.filter((item) => item.agent!.name === agent).length, value: 0 })

  for (const { id } of (await client.reviews.list({ states: ['waiting'] })).items)
    await review(workspace, id, 'yes')
  await isSound(workspace)
  const { values, restsOn } = await figures(workspace)
  for (const agent of ['Ada Byron', 'Grace Hopper'])
    expect(values.get(agent)).toEqual(await expected(workspace, agent, risky))
  expect(restsOn).toMatch(/^Rests on \d+ reviews drawn by chance, worth [\d.]+\.$/)
  // what was done cannot be taken back, so the chances stay
  expect(await client.reviews.undoDraw({ drawId })).toEqual({ removed: 0 })
  expect((await figures(workspace)).values).toEqual(values)

  const { items } = await client.reviews.list({ states: ['submitted'], limit: 200 })
  const untouched = (await client.conversations.list({ limit: 200 })).items.find(
    ({ interactionId }) => !items.some((item) => item.interactionId === interactionId),
  )!
  const asked = await client.reviews.request({ interactionId: untouched.interactionId, scorecardId })
  await review(workspace, asked.id, 'no')
  expect((await figures(workspace)).values).toEqual(values)
  await isSound(workspace)

  // a person's page says so, too, and shows what was asked for
  const ada = (await client.people.list({})).find(({ name }) => name === untouched.agent!.name)!
  const page = await client.coaching.agent({ agentId: ada.id })
  const drawnOfAda = values.get(ada.name)!
  const question = page.ranked.drivers.find(({ driver }) => driver.label === 'greets')!
  expect(question).toMatchObject({
    isDrawn: true,
    n: drawnOfAda.n,
    raw: expect.closeTo(drawnOfAda.value!, 9),
  })
  expect(question.restsOn).toContain(`Rests on ${drawnOfAda.n} reviews drawn by chance`)
  expect(page.coverage.evaluations).toBe(drawnOfAda.n)
  const form = page.quality.find(({ isAutomated }) => !isAutomated)!
  expect(form).toMatchObject({ evaluations: drawnOfAda.n + 1, mean: expect.closeTo(drawnOfAda.value!, 9) })
  expect(form.restsOn).toContain('1 that was picked otherwise is shown and in no figure.')
  expect(page.metrics.find(({ metric }) => metric.id === 'qa_score')).toMatchObject({
    n: drawnOfAda.n,
    raw: expect.closeTo(drawnOfAda.value!, 9),
    restsOn: expect.stringContaining('drawn by chance'),
  })
  // a failure found is a fact, whatever picked it: the rate is of what was drawn
  const results = await client.reviews.estimates({ scorecardId, days: 28 })
  expect(results).toMatchObject({ requested: 1, drawn: { n: items.length } })
})

test('a draw that comes later makes reviews stand for less, and taken back for as much as before', async () => {
  const { workspace, scorecardId } = await aDesk()
  const { client } = workspace
  await draw(workspace, scorecardId, 'random', 3)
  const { items } = await client.reviews.list({ states: ['waiting'] })
  for (const [i, { id }] of items.entries()) await review(workspace, id, i % 2 === 0 ? 'yes' : 'no')
  const weights = () =>
    workspace.engine.context.read.raw
      .prepare(`SELECT sum(weight) FROM observation_days WHERE metric_id = 'qa_score'`)
      .pluck()
      .get()
  const revision = () =>
    workspace.engine.context.read.raw
      .prepare(`SELECT value FROM settings WHERE key = 'facts-revision'`)
      .pluck()
      .get()
  expect(weights()).toBeCloseTo(2 * 14, 9)
  const [before, figuresBefore] = [revision(), await figures(workspace)]

  const { drawId } = await draw(workspace, scorecardId, 'random', 5)
  expect(weights()).toBeCloseTo((2 * 3) / (1 - (11 / 14) * (9 / 14)), 9)
  expect(revision()).not.toBe(before)
  // all alike: the figure stays
  expect((await figures(workspace)).values).toEqual(
    new Map(
      [...figuresBefore.values].map(([agent, { n, value }]) => [
        agent,
        { n, value: expect.closeTo(value!, 9) },
      ]),
    ),
  )
  await isSound(workspace)
  await client.reviews.undoDraw({ drawId })
  expect(weights()).toBeCloseTo(2 * 14, 9)
  await isSound(workspace)

  // what is kept for the ranking is what it works out without
  const { read, write } = workspace.engine.context
  const rank = () => {
    const { gathered, assessment, coverage } = rankWindow(read, newestDay(read)!, 28)
    return { input: gathered.input, weights: [...gathered.weights], assessment, coverage }
  }
  const kept = rank()
  expect(kept.input.drivers.some(({ samples }) => samples.some(({ drawn }) => drawn !== null))).toBe(true)
  write!.raw.exec(`DELETE FROM settings WHERE key IN ('driver-measures', 'driver-weights')`)
  expect(rank()).toEqual(kept)
})

test('reviews drawn and evaluations imported on one form are never pooled', async () => {
  const { workspace, scorecardId } = await aDesk()
  const { client } = workspace
  const form = (await client.scorecards.list()).find(({ id }) => id === scorecardId)!.name
  await workspace.take(
    'reviews.csv',
    csv(
      ['C-101', 'C-102', 'C-103', 'C-104'].map((contact) => ({
        evaluation_id: `E-${contact}`,
        contact_id: contact,
        agent_name: 'Ada Byron',
        form,
        evaluator: 'Quinn Reyes',
        evaluated_at: '2026-03-23T12:00:00Z',
        question: 'greets',
        answer: 'No',
        score: 0,
        max_score: 1,
        total_score: 0,
      })),
    ),
    { source: 'qa' },
  )
  const imported = await figures(workspace)
  expect(imported).toEqual({
    values: new Map([['Ada Byron', { n: 4, value: 0 }]]),
    restsOn: 'Rests on 4 imported evaluations; how they were picked is unknown.',
  })
  await draw(workspace, scorecardId, 'random', 2)
  for (const { id } of (await client.reviews.list({ states: ['waiting'] })).items)
    await review(workspace, id, 'yes')
  // two people with two reviews each are too few to compare by, and stand apart
  expect(await figures(workspace)).toEqual({
    values: imported.values,
    restsOn: `${imported.restsOn} Left out: 4 reviews drawn by chance, too few to compare people by yet.`,
  })
  const people = await client.people.list({})
  const page = async (name: string) =>
    client.coaching.agent({ agentId: people.find((one) => one.name === name)!.id })
  const scoreOf = async (name: string) =>
    (await page(name)).metrics.find(({ metric }) => metric.id === 'qa_score')
  expect(await scoreOf('Ada Byron')).toMatchObject({
    n: 4,
    raw: 0,
    restsOn: expect.stringContaining('Left out'),
  })
  expect(await scoreOf('Grace Hopper')).toMatchObject({ n: 2, raw: 1 })
  // one question and two estimates of it: neither agent is compared with the other
  const greets = async (name: string) =>
    (await page(name)).ranked.drivers.filter(({ driver }) => driver.label === 'greets')
  expect(await greets('Ada Byron')).toMatchObject([{ isDrawn: false, n: 4, peers: [] }])
  expect(await greets('Grace Hopper')).toMatchObject([{ isDrawn: true, n: 2, peers: [] }])
  await isSound(workspace)
})

test('what earlier draws no longer know of keeps the chance it had', async () => {
  const { workspace, scorecardId } = await aDesk()
  const { client } = workspace
  await draw(workspace, scorecardId, 'random', 3)
  for (const { id } of (await client.reviews.list({ states: ['waiting'] })).items)
    await review(workspace, id, 'yes')
  // as it is after contacts were taken away and imported again
  workspace.engine.context.write!.raw.exec('DELETE FROM sampling_chances')
  const north = (await client.people.teams()).find(({ name }) => name === 'North')!
  const { id: planId } = await client.reviews.savePlan({
    id: null,
    name: 'North',
    kind: 'random',
    scorecardId,
    settings: { ...settings, perAgent: 2, teamIds: [north.id] },
  })
  await client.reviews.draw({ planId })
  const weights = workspace.engine.context.read.raw
    .prepare(
      `SELECT name, sum(weight) AS weight FROM evaluations JOIN interactions ON interactions.id = interaction_id
       JOIN identities ON identities.id = interactions.identity_id WHERE review_id IS NOT NULL GROUP BY name ORDER BY name`,
    )
    .all()
  expect(weights).toEqual([
    { name: 'Ada Byron', weight: expect.closeTo((3 * 14) / 2, 9) },
    { name: 'Grace Hopper', weight: expect.closeTo(14, 9) },
  ])
  await isSound(workspace)
})

test('a draw on another form does not take the chance of what earlier draws no longer know of', async () => {
  const { workspace, scorecardId } = await aDesk()
  const { client } = workspace
  await draw(workspace, scorecardId, 'random', 3)
  for (const { id } of (await client.reviews.list({ states: ['waiting'] })).items)
    await review(workspace, id, 'yes')
  // as it is after contacts were taken away and imported again
  workspace.engine.context.write!.raw.exec('DELETE FROM sampling_chances')
  const before = await figures(workspace)
  const other = await publishForm(workspace, aForm([aQuestion('asks')], { title: 'Other' }))
  await draw(workspace, other, 'random', 14)
  const north = (await client.people.teams()).find(({ name }) => name === 'North')!
  const { id: planId } = await client.reviews.savePlan({
    id: null,
    name: 'North',
    kind: 'random',
    scorecardId,
    settings: { ...settings, perAgent: 2, teamIds: [north.id] },
  })
  await client.reviews.draw({ planId })
  expect((await figures(workspace)).values).toEqual(before.values)
  await isSound(workspace)
})
