import { expect, onTestFinished, test } from 'vitest'
import { aForm, aQuestion, chosen, conversationOf, openDesk, publishForm } from '../support/quality-desk.ts'
import type { TestWorkspace } from '../support/workspace.ts'

async function desk(perAgent?: number): Promise<TestWorkspace> {
  const workspace = await openDesk(perAgent)
  onTestFinished(() => workspace.close())
  await workspace.client.reviews.setMe({ name: 'Rita Levi' })
  return workspace
}

const refused = (call: Promise<unknown>) =>
  call.then(
    () => 'taken',
    (error: Error) => error.message,
  )

test('a review goes from a request to an evaluation that stands in no figure', async () => {
  const workspace = await desk(2)
  const { client } = workspace
  const scorecardId = await publishForm(
    workspace,
    aForm([aQuestion('greets'), aQuestion('solves', { weight: 3 })]),
  )
  const interactionId = await conversationOf(workspace, 'C-101')
  const { id } = await client.reviews.request({ interactionId, scorecardId, reason: 'New on the team' })
  expect(await client.reviews.request({ interactionId, scorecardId })).toEqual({ id })

  const opened = await client.reviews.open({ id })
  expect(opened).toMatchObject({
    version: '1',
    answers: {},
    review: {
      state: 'draft',
      reviewer: 'Rita Levi',
      why: 'New on the team',
      chance: null,
      selection: 'requested',
    },
  })
  expect(await refused(client.reviews.submit({ id }))).toBe(
    '2 questions have no answer yet, the first is "greets".',
  )
  expect(await refused(client.reviews.answer({ id, answer: chosen('greets', 'perhaps') }))).toBe(
    'That is no answer to "greets" on this form.',
  )
  const moment = { segment: 0, startChar: 0, endChar: 12, startMs: 0, endMs: 1000, quote: 'made up' }
  await client.reviews.answer({
    id,
    answer: chosen('greets', 'yes'),
    note: 'Warm; the card was 4111 1111 1111 1111',
    moments: [moment],
  })
  const after = await client.reviews.answer({ id, answer: chosen('solves', 'no'), rootCauses: ['Knowledge'] })
  expect(after.answers.greets).toMatchObject({
    setBy: 'reviewer',
    note: expect.not.stringContaining('4111'),
    moments: [{ ...moment, quote: 'Good morning' }],
  })
  const done = await client.reviews.submit({ id })
  expect(done).toMatchObject({ score0to1: 0.25, nextId: null })

  const { evaluationList } = await client.conversations.get({ interactionId })
  const mine = evaluationList.find((evaluation) => evaluation.id === done.evaluationId)!
  expect(mine).toMatchObject({
    form: 'Voice',
    evaluator: 'Rita Levi',
    computedScore: 0.25,
    answers: [
      { label: 'greets', value: 'Yes', score0to1: 1, evidence: [{ quote: 'Good morning' }] },
      { label: 'solves', value: 'No', score0to1: 0 },
    ],
  })
  // what a person picked says nothing of all the others
  expect((await client.metrics.query({ metricId: 'qa_score', by: 'agent' })).rows).toEqual([])
  expect((await client.reviews.estimates({ scorecardId })).requested).toBe(1)
  expect(await client.workspace.check()).toEqual({ ok: true, problems: [], notes: [] })

  await client.reviews.reopen({ id })
  expect((await client.reviews.open({ id })).answers.solves!.rootCauses).toEqual(['Knowledge'])
  expect(
    (await client.conversations.get({ interactionId })).evaluationList.map(({ origin }) => origin),
  ).toEqual(['automated'])
})

test('a random plan draws of each agent, with a chance for everybody, and counts', async () => {
  const workspace = await desk(14)
  const { client } = workspace
  const scorecardId = await publishForm(workspace, aForm([aQuestion('greets')]))
  const settings = { periodDays: 14, perAgent: 2, reviewers: ['Rita Levi', 'Hedy Lamarr'] }
  const plan = { id: null, name: 'Two a fortnight', kind: 'random' as const, scorecardId, settings }
  expect(await client.reviews.previewDraw(plan)).toEqual({
    from: '2026-03-10',
    to: '2026-03-23',
    eligible: 28,
    agents: 2,
    agentsShort: 0,
    picks: 4,
  })
  const { id: planId } = await client.reviews.savePlan(plan)
  expect(await client.reviews.draw({ planId })).toMatchObject({ picked: 4, alreadyThere: 0 })
  expect(await refused(client.reviews.draw({ planId }))).toContain('nothing newer')

  const { items, workload } = await client.reviews.list({ states: ['waiting'] })
  for (const { chance } of items) expect(chance).toBeCloseTo(2 / 14, 12)
  expect(items.map(({ agent }) => agent!.name).toSorted()).toEqual([
    'Ada Byron',
    'Ada Byron',
    'Grace Hopper',
    'Grace Hopper',
  ])
  expect(workload.map(({ reviewer, waiting }) => [reviewer, waiting])).toEqual([
    ['Hedy Lamarr', 2],
    ['Rita Levi', 2],
  ])
  for (const [index, { id }] of items.entries()) {
    await client.reviews.open({ id })
    await client.reviews.answer({ id, answer: chosen('greets', index === 0 ? 'no' : 'yes') })
    await client.reviews.submit({ id })
  }
  const { drawn, unknown } = await client.reviews.estimates({ scorecardId, days: 28 })
  expect({ drawn, unknown: unknown.n }).toMatchObject({
    drawn: { n: 4, effectiveN: expect.closeTo(4), mean: 0.75 },
    unknown: 0,
  })
  const { rows } = await client.metrics.query({ metricId: 'qa_score', by: 'agent' })
  expect(rows.reduce((sum, row) => sum + row.n, 0)).toBe(4)
  expect(await client.workspace.check()).toEqual({ ok: true, problems: [], notes: [] })
})

test('a draw can be taken back as far as nobody has opened its picks', async () => {
  const workspace = await desk(4)
  const { client } = workspace
  const scorecardId = await publishForm(workspace, aForm([aQuestion('greets')]))
  const settings = { periodDays: 14, perAgent: 2 }
  const { id: planId } = await client.reviews.savePlan({
    id: null,
    name: 'Two',
    kind: 'random',
    scorecardId,
    settings,
  })
  const { drawId } = await client.reviews.draw({ planId })
  const { items } = await client.reviews.list({ states: ['waiting'] })
  await client.reviews.open({ id: items[0]!.id })
  expect(await client.reviews.undoDraw({ drawId })).toEqual({ removed: 3 })
  expect((await client.reviews.list({ states: ['waiting', 'draft'] })).items.map(({ id }) => id)).toEqual([
    items[0]!.id,
  ])
  const [kept] = await client.reviews.plans()
  expect(kept!.draws).toMatchObject([{ id: drawId, picked: 1, untouched: 0 }])
})

test('what was asked for and is drawn, too, counts as drawn, however far it is; and as asked for again without the draw', async () => {
  const workspace = await desk(2)
  const { client } = workspace
  const scorecardId = await publishForm(workspace, aForm([aQuestion('greets')]))
  const ids = []
  for (const contact of ['C-101', 'C-102']) {
    const interactionId = await conversationOf(workspace, contact)
    const { id } = await client.reviews.request({ interactionId, scorecardId, reason: 'A complaint' })
    ids.push(id)
  }
  const [done, waiting] = ids
  await client.reviews.open({ id: done! })
  await client.reviews.answer({ id: done!, answer: chosen('greets', 'no') })
  await client.reviews.submit({ id: done! })
  const standing = async () => ({
    picked: (await client.reviews.list({ states: ['waiting', 'submitted'] })).items
      .map(({ id, selection, chance, why }) => ({ id, selection, chance, why }))
      .toSorted((one, other) => one.id - other.id),
    drawn: (await client.reviews.estimates({ scorecardId })).drawn.n,
    counted: (await client.metrics.query({ metricId: 'qa_score', by: 'agent' })).rows.map(({ n }) => n),
  })
  const asked = { selection: 'requested', chance: null, why: 'A complaint' }
  const before = {
    picked: [
      { id: done, ...asked },
      { id: waiting, ...asked },
    ],
    drawn: 0,
    counted: [],
  }
  expect(await standing()).toEqual(before)

  const settings = { periodDays: 14, perAgent: 2 }
  const plan = { id: null, name: 'Everything', kind: 'random' as const, scorecardId, settings }
  const { id: planId } = await client.reviews.savePlan(plan)
  const { drawId, picked, alreadyThere } = await client.reviews.draw({ planId })
  expect({ picked, alreadyThere }).toEqual({ picked: 4, alreadyThere: 2 })
  const drawn = { selection: 'random', chance: 1, why: expect.stringContaining('Drawn at random') }
  expect(await standing()).toMatchObject({
    picked: [{ id: done, ...drawn }, { id: waiting, ...drawn }, drawn, drawn],
    drawn: 1,
    counted: [1],
  })
  expect(await client.workspace.check()).toEqual({ ok: true, problems: [], notes: [] })

  expect(await client.reviews.undoDraw({ drawId })).toEqual({ removed: 3 })
  expect(await standing()).toEqual(before)
  expect(await client.workspace.check()).toEqual({ ok: true, problems: [], notes: [] })
})

test('a draw on which a later one counts is taken back after it', async () => {
  const workspace = await desk(2)
  const { client } = workspace
  const scorecardId = await publishForm(workspace, aForm([aQuestion('greets')]))
  const drawn = []
  for (const name of ['First', 'Second']) {
    const settings = { periodDays: 14, perAgent: 2 }
    const { id } = await client.reviews.savePlan({ id: null, name, kind: 'random', scorecardId, settings })
    drawn.push(await client.reviews.draw({ planId: id }))
  }
  const [first, second] = drawn
  expect(second).toMatchObject({ picked: 4, alreadyThere: 4 })
  expect(await refused(client.reviews.undoDraw({ drawId: first!.drawId }))).toContain(
    'take that one back first',
  )
  expect((await client.reviews.list({ states: ['waiting'] })).items).toHaveLength(4)
  expect(await client.reviews.undoDraw({ drawId: second!.drawId })).toEqual({ removed: 0 })
  expect(await client.reviews.undoDraw({ drawId: first!.drawId })).toEqual({ removed: 4 })
  expect((await client.reviews.list({ states: ['waiting'] })).items).toEqual([])
})

test('what settles a ranking is drawn of one agent, and an earlier draw raises its chance', async () => {
  const workspace = await desk(10)
  const { client } = workspace
  const scorecardId = await publishForm(workspace, aForm([aQuestion('greets')]))
  const [ada] = (await client.people.list({})).filter(({ name }) => name === 'Ada Byron')
  const ask = (n: number) => client.reviews.settle({ agentId: ada!.id, scorecardId, about: 'Greeting', n })
  expect(await ask(4)).toEqual({ picked: 4, eligible: 10 })
  expect(await ask(3)).toEqual({ picked: 3, eligible: 6 })
  const { items } = await client.reviews.list({ states: ['waiting'], selection: 'settle' })
  // 4 of 10, then 3 of the 6 left: 7 of 10 either way
  for (const { chance } of items) expect(chance).toBeCloseTo(0.7, 12)
})

test('defaults stand untouched until somebody sets them, and conditions say who left a question out', async () => {
  const workspace = await desk(2)
  const { client } = workspace
  const scorecardId = await publishForm(
    workspace,
    aForm([
      aQuestion('hold', { defaultOptionId: 'no', isExcluded: true }),
      aQuestion('asked-first', {
        condition: { match: 'all', rules: [{ questionId: 'hold', is: 'in', optionIds: ['yes'] }] },
      }),
      aQuestion('greets'),
    ]),
  )
  const interactionId = await conversationOf(workspace, 'C-101')
  const { id } = await client.reviews.request({ interactionId, scorecardId })
  expect((await client.reviews.open({ id })).answers.hold).toMatchObject({ setBy: 'default' })
  await client.reviews.answer({ id, answer: chosen('greets', 'yes') })
  const { evaluationId } = await client.reviews.submit({ id })
  const stored = workspace.engine.context.read.raw
    .prepare(
      `SELECT stable_key AS question, set_by AS setBy, is_not_applicable AS isNotApplicable FROM answers JOIN questions ON questions.id = question_id
       WHERE evaluation_id = ? ORDER BY position`,
    )
    .all(evaluationId)
  expect(stored).toEqual([
    { question: 'hold', setBy: 'default', isNotApplicable: 0 },
    { question: 'asked-first', setBy: 'condition', isNotApplicable: 1 },
    { question: 'greets', setBy: 'reviewer', isNotApplicable: 0 },
  ])
})

test('an automated answer shows itself only once the reviewer has answered', async () => {
  const workspace = await desk(2)
  const { client } = workspace
  const { id: scorecardId } = await client.scorecards.create({ title: 'Ours', from: { kind: 'starter' } })
  await client.scorecards.publish({ id: scorecardId, revision: 1 })
  const { id } = await client.reviews.request({
    interactionId: await conversationOf(workspace, 'C-101'),
    scorecardId,
  })
  expect((await client.reviews.open({ id })).automated).toEqual([])
  const { automated } = await client.reviews.answer({ id, answer: chosen('greeting', 'no') })
  expect(automated).toMatchObject([{ questionId: 'greeting', outcome: 'pass' }])
})

test('a review survives the undo of everything it was made of, and finds its conversation again', async () => {
  const workspace = await desk(2)
  const { client } = workspace
  const scorecardId = await publishForm(workspace, aForm([aQuestion('greets')]))
  const { id } = await client.reviews.request({
    interactionId: await conversationOf(workspace, 'C-101'),
    scorecardId,
  })
  await client.reviews.open({ id })
  await client.reviews.answer({ id, answer: chosen('greets', 'yes') })
  await client.reviews.submit({ id })
  const waiting = await client.reviews.request({
    interactionId: await conversationOf(workspace, 'C-202'),
    scorecardId,
  })
  for (const { id: importId } of await client.imports.list()) await client.imports.undo({ importId })
  expect(await client.workspace.check()).toEqual({ ok: true, problems: [], notes: [] })
  const lost = await client.reviews.list({ states: ['submitted'] })
  expect(lost.items).toMatchObject([{ id, interactionId: null, score0to1: 1 }])

  const rows = 'contact_id,agent_name,queue,channel,started_at,handle_seconds\n'
  await workspace.take(
    'again.csv',
    `${rows}C-101,Ada Byron,Billing,voice,2026-03-10T09:00:00Z,60\nC-202,Grace Hopper,Billing,voice,2026-03-11T09:00:00Z,60\n`,
    { source: 'acd' },
  )
  const found = await client.reviews.list({ states: ['submitted', 'waiting'] })
  expect(found.items.map((item) => [item.id, item.contactRef, item.interactionId !== null])).toEqual([
    [id, 'C-101', true],
    [waiting.id, 'C-202', true],
  ])
})
