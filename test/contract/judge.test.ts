import { createHash } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import { createEngine } from '../../engine/index.ts'
import { directClient, type Client } from '../../engine/direct-client.ts'
import {
  answers,
  fakeLanguageModelServer,
  inventsAQuote,
  readsFor,
  refuses,
  type FakeModel,
} from '../support/fake-language-model-server.ts'
import { aForm, aQuestion, chosen, conversationOf, openDesk, publishForm } from '../support/quality-desk.ts'
import type { TestWorkspace } from '../support/workspace.ts'

const sorry = readsFor(/so sorry about that/)
const slowly =
  (afterMs: number): FakeModel =>
  (asked) =>
    ({ ...(sorry(asked) as object), afterMs }) as ReturnType<FakeModel>

const refused = (call: Promise<unknown>) =>
  call.then(
    () => 'taken',
    (error: Error) => error.message,
  )

interface Asking {
  perAgent?: number
  isAllowed?: boolean
  settings?: Parameters<Client['judge']['setSettings']>[0]
}

/** A workspace with a form whose question "empathy" is switched on, and a model that answers as told. */
async function asking(model: FakeModel, { perAgent = 2, isAllowed = true, settings = {} }: Asking = {}) {
  const server = await fakeLanguageModelServer(model)
  const workspace = await openDesk(perAgent, { toldApart: true })
  const life = { isOver: false }
  onTestFinished(() => (life.isOver ? undefined : workspace.close()))
  const { client } = workspace
  const questions = [
    aQuestion('empathy', { title: 'Did the agent show understanding?', guidance: 'Any words of their own.' }),
    aQuestion('solves', { title: 'Was it solved?' }),
    aQuestion('note', { type: 'text' }),
  ]
  const scorecardId = await publishForm(workspace, aForm(questions))
  const order = { scorecardId, days: 60 }
  const { host } = await client.judge.setSettings({
    address: server.address,
    model: 'small-model',
    parallel: 2,
    ...settings,
  })
  await client.judge.setQuestion({ scorecardId, questionId: 'empathy', isOn: true })
  if (isAllowed) await client.judge.allow({ host: host! })
  return { server, workspace, life, client, scorecardId, order, host: host! }
}

async function jobIn(client: Client, jobId: number) {
  return (await client.jobs.list()).find(({ id }) => id === jobId)!
}

/** Waits until a job has ended; gives its state and why it failed. */
async function ended(client: Client, jobId: number) {
  await expect
    .poll(async () => (await jobIn(client, jobId)).state, { timeout: 20_000, interval: 20 })
    .toMatch(/done|failed|cancelled/)
  const { state, error } = await jobIn(client, jobId)
  return { state, error }
}

/** What a model says on a conversation's page. */
async function modelAnswer({ client }: TestWorkspace, interactionId: number) {
  const { evaluationList } = await client.conversations.get({ interactionId })
  return evaluationList.find(({ model }) => model === 'small-model')?.answers[0]
}

test('nothing is sent while it is off, without a set model, or to a host nobody allowed', async () => {
  const { server, workspace, client, scorecardId, order, host } = await asking(sorry, { isAllowed: false })
  const off = 'Conversations may not be sent to a language model here; nothing was sent.'
  expect(await client.judge.state()).toMatchObject({
    host,
    isAllowed: false,
    allowedAt: null,
    draftsQuestions: false,
    key: { isThere: false, keptIn: 'environment' },
  })
  // the estimate sends nothing
  expect(await client.judge.estimate(order)).toMatchObject({
    host,
    conversations: 4,
    questions: 4,
    requests: 8,
  })
  expect(await refused(client.judge.start(order))).toContain(off)
  expect(await refused(client.judge.allow({ host: 'example.org' }))).toBe(
    `The address names ${host} and not example.org; look at the settings again.`,
  )
  await client.judge.allow({ host })
  // another host takes back what was allowed, and so does taking it back
  expect(await client.judge.setSettings({ address: 'https://models.example.org' })).toMatchObject({
    settings: { address: 'https://models.example.org/v1' },
    isAllowed: false,
  })
  expect(await client.judge.setSettings({ address: server.address })).toMatchObject({ isAllowed: false })
  expect(await refused(client.judge.start(order))).toContain(off)
  await client.judge.allow({ host })
  expect((await client.judge.withdraw()).isAllowed).toBe(false)
  expect(await refused(client.judge.start(order))).toContain(off)
  await client.judge.allow({ host })
  expect((await client.judge.setSettings({ model: 'large-model' })).isAllowed).toBe(true)
  expect(await refused(client.judge.start({ ...order, questionIds: ['solves'] }))).toBe(
    '"Was it solved?" is not switched on for the language model.',
  )
  expect(await refused(client.judge.setQuestion({ scorecardId, questionId: 'note', isOn: true }))).toContain(
    '"note" cannot be put to a language model.',
  )
  await client.judge.setQuestion({ scorecardId, questionId: 'empathy', isOn: false })
  expect(await refused(client.judge.start(order))).toBe(
    'No question of "Voice" is switched on for the language model.',
  )
  expect(await refused(client.judge.setSettings({ address: 'models' }))).toContain('begins with http')
  expect(await refused(client.judge.setSettings({ limits: { tokens: null, money: 5 } }))).toContain('prices')
  await client.judge.setSettings({ model: '' })
  expect(await refused(client.judge.estimate(order))).toContain('No language model is set')
  expect(server.asked).toEqual([])
  expect(await client.judge.requests({})).toEqual({ items: [], total: 0 })
  expect(await client.judge.runs()).toEqual([])
  expect((await workspace.client.workspace.check()).ok).toBe(true)
})

test('a batch runs from its estimate to answers with evidence, on a page and at the desk', async () => {
  const prices = { perMillionIn: 2, perMillionOut: 8, currency: 'EUR' }
  const { server, workspace, client, scorecardId, order, host } = await asking(sorry, {
    settings: { prices },
  })
  const before = await client.metrics.definitions()
  const ranking = await client.coaching.rank({})
  const estimate = await client.judge.estimate(order)
  expect(estimate).toMatchObject({
    model: 'small-model',
    requests: 8,
    known: 0,
    basis: 'assumed',
    isOverLimit: false,
    money: { currency: 'EUR' },
  })
  const { jobId } = await client.judge.start(order)
  expect(await ended(client, jobId)).toEqual({ state: 'done', error: null })
  expect(server.asked).toHaveLength(8)
  expect(server.asked[0]!.prompt).toContain('Any words of their own.')

  const [run] = await client.judge.runs()
  expect(run).toMatchObject({
    jobId,
    form: 'Voice',
    state: 'done',
    sentence: null,
    questions: 1,
    host,
    counts: { answered: 4, abstained: 0, dropped: 0, known: 0 },
    spent: { requests: 8, isEstimated: false, currency: 'EUR' },
  })
  const { tokensIn, tokensOut, money } = run!.spent
  expect(money).toBeCloseTo((tokensIn * 2 + tokensOut * 8) / 1e6, 12)
  expect(estimate.money!.atMost).toBeGreaterThan(money!)

  const interactionId = await conversationOf(workspace, 'C-101')
  const answer = await modelAnswer(workspace, interactionId)
  expect(answer).toMatchObject({
    label: 'Did the agent show understanding?',
    value: 'Yes',
    score0to1: 1,
    confidence: 1,
    abstainedBecause: null,
    evidence: [{ segment: 2, startMs: 9500, quote: 'so sorry about that' }],
  })

  // the trail tells of every request, and holds no words
  const { items, total } = await client.judge.requests({ limit: 5 })
  expect(total).toBe(8)
  expect(items).toHaveLength(5)
  const { items: older } = await client.judge.requests({ before: items.at(-1)!.id })
  expect(new Set([...items, ...older].map(({ id }) => id)).size).toBe(8)
  expect(items[0]).toMatchObject({
    purpose: 'score',
    host,
    model: 'small-model',
    attempts: 1,
    outcome: 'answered',
  })
  expect(items[0]!.sha256).toMatch(/^[0-9a-f]{64}$/)
  expect(JSON.stringify(items)).not.toMatch(/sorry|bill/i)

  // it is another scorer than the rules, unverified: no metric and no driver comes of it
  expect(await client.metrics.definitions()).toEqual(before)
  expect(await client.coaching.rank({})).toEqual(ranking)
  expect(await client.workspace.check()).toEqual({ ok: true, problems: [], notes: [] })

  // a reviewer sees it after their own answer
  await client.reviews.setMe({ name: 'Rita Levi' })
  const { id } = await client.reviews.request({ interactionId, scorecardId })
  expect((await client.reviews.open({ id })).automated).toEqual([])
  const desk = await client.reviews.answer({ id, answer: chosen('empathy', 'no') })
  expect(desk.automated.filter(({ model }) => model !== null)).toEqual([
    {
      questionId: 'empathy',
      model: 'small-model',
      trust: 'shadow',
      outcome: 'pass',
      value: 'Yes',
      confidence: 1,
      sentence: 'So it stands there.',
      evidence: [expect.objectContaining({ quote: 'so sorry about that' })],
    },
  ])

  // nothing is asked twice, and the estimate knows
  expect(await client.judge.estimate(order)).toMatchObject({ known: 4, requests: 0, tokensIn: 0 })
  const again = await client.judge.start(order)
  expect((await ended(client, again.jobId)).state).toBe('done')
  expect(server.asked).toHaveLength(8)
  expect((await client.judge.runs())[0]).toMatchObject({
    counts: { answered: 4, known: 4 },
    spent: { requests: 0, tokensIn: 0, money: 0 },
  })
})

test('what a model said goes when the words change, and not when rules read anew', async () => {
  const { workspace, client, order } = await asking(sorry, { perAgent: 1 })
  await ended(client, (await client.judge.start(order)).jobId)
  const first = await conversationOf(workspace, 'C-101')
  const other = await conversationOf(workspace, 'C-201')
  await client.conversations.correct({
    interactionId: first,
    segment: 2,
    text: 'May I take your account number?',
    forWholeSpeaker: false,
  })
  expect(await modelAnswer(workspace, first)).toBeUndefined()
  workspace.engine.context.write!.raw.exec('UPDATE transcripts SET read_version = NULL')
  await workspace.analyze()
  expect(await modelAnswer(workspace, other)).toMatchObject({ value: 'Yes' })
})

test('cancelled within a second: what was answered is kept, and an import did not wait', async () => {
  const { server, workspace, client, order } = await asking(slowly(300), { perAgent: 14 })
  const { jobId } = await client.judge.start(order)
  await expect.poll(() => server.asked.length, { timeout: 10_000 }).toBeGreaterThan(6)
  await workspace.take(
    'more.csv',
    'contact_id,agent_name,started_at\nC-900,Ada Byron,2026-03-20T09:00:00Z\n',
    {
      source: 'acd',
    },
  )
  const { jobId: reading } = await client.jobs.analyze()
  expect((await ended(client, reading)).state).toBe('done')
  expect((await jobIn(client, jobId)).state).toBe('running')
  const from = performance.now()
  await client.jobs.cancel({ jobId })
  expect((await ended(client, jobId)).state).toBe('cancelled')
  expect(performance.now() - from).toBeLessThan(1000)
  const asked = server.asked.length
  const [run] = await client.judge.runs()
  expect(run).toMatchObject({ state: 'cancelled', endedAt: expect.any(Number) })
  expect(run!.counts.answered).toBeGreaterThan(0)
  const kept = await client.judge.estimate(order)
  expect(kept.known).toBe(run!.counts.answered)
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect(server.asked.length).toBe(asked)
})

test('taking back what was allowed stops what is under way', async () => {
  const { server, client, order } = await asking(slowly(200), { perAgent: 14 })
  const { jobId } = await client.judge.start(order)
  await expect.poll(() => server.asked.length, { timeout: 10_000 }).toBeGreaterThan(3)
  await client.judge.withdraw()
  expect((await ended(client, jobId)).state).toBe('cancelled')
  const asked = server.asked.length
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(server.asked.length).toBe(asked)
})

test('paused, resumed and finished without asking anything twice', async () => {
  const { server, client, order } = await asking(slowly(60), { perAgent: 5 })
  const { jobId } = await client.judge.start(order)
  await expect.poll(() => server.asked.length, { timeout: 10_000 }).toBeGreaterThan(5)
  await client.jobs.pause({ jobId })
  await expect.poll(async () => (await jobIn(client, jobId)).state).toBe('paused')
  expect((await client.judge.runs())[0]).toMatchObject({ state: 'paused', endedAt: null })
  await client.jobs.resume({ jobId })
  expect(await ended(client, jobId)).toEqual({ state: 'done', error: null })
  const [run] = await client.judge.runs()
  expect(run).toMatchObject({ state: 'done', counts: { answered: 10 }, spent: { requests: 20 } })
  // what was under way at the pause was not answered, and only that was asked again
  expect(server.asked.length).toBeLessThanOrEqual(20 + 4)
})

test('a limit stops a batch before it is passed', async () => {
  const { server, client, order } = await asking(sorry, { perAgent: 10 })
  const estimate = await client.judge.estimate(order)
  const tokens = Math.round((estimate.tokensIn + estimate.tokensOutAtMost) / 4)
  await client.judge.setSettings({ limits: { tokens, money: null } })
  expect((await client.judge.estimate(order)).isOverLimit).toBe(true)
  const { jobId } = await client.judge.start(order)
  const { state, error } = await ended(client, jobId)
  expect(state).toBe('failed')
  expect(error).toMatch(/limit/)
  const [run] = await client.judge.runs()
  expect(run).toMatchObject({ state: 'stopped', sentence: error })
  expect(run!.spent.tokensIn + run!.spent.tokensOut).toBeLessThanOrEqual(tokens)
  expect(server.asked.length).toBeGreaterThan(0)
  expect(server.asked.length).toBeLessThan(estimate.requests)
})

test('an engine that is killed leaves nothing to be paid for twice', async () => {
  const { server, workspace, life, client, order } = await asking(slowly(40), { perAgent: 5 })
  const { jobId } = await client.judge.start(order)
  await expect.poll(() => server.asked.length, { timeout: 10_000 }).toBeGreaterThan(8)
  // closing keeps no more than a kill does: what is under way is lost, the job's row stays unfinished
  await workspace.engine.close()
  life.isOver = true
  const asked = server.asked.length
  const engine = await createEngine({
    workspace: workspace.engine.context.workspaceDir,
    takesPaths: true,
    isResident: true,
    now: () => workspace.clock.now,
  })
  onTestFinished(() => engine.close())
  const later = directClient(engine)
  expect(await ended(later, jobId)).toEqual({ state: 'done', error: null })
  expect((await later.judge.runs())[0]).toMatchObject({
    state: 'done',
    counts: { answered: 10 },
    spent: { requests: 20 },
  })
  expect(server.asked.length - asked).toBeLessThan(20)
  expect(new Set(server.asked.map(({ body }) => hash(body))).size).toBe(20)
  expect(server.asked.length).toBeLessThanOrEqual(20 + 4)
})

const hash = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')

test.each([
  ['invents quotes', inventsAQuote, 'The model quoted words that are not in the transcript.'],
  [
    'writes no JSON',
    () => ({ body: { choices: [{ message: { content: 'Yes, of course.' } }] } }),
    'The model did not answer in the form it was asked for.',
  ],
  [
    'goes by the order',
    (asked: Parameters<FakeModel>[0]) =>
      answers(asked, {
        answer: asked.options[0]!,
        quotes: [{ segment: 1, quote: asked.segments[0]!.text }],
      }),
    'The model answered otherwise when the answers stood in another order.',
  ],
] satisfies [string, FakeModel, string][])(
  'a model that %s gives a sentence and no answer',
  async (_, model, sentence) => {
    const { workspace, client, order } = await asking(model, { perAgent: 1 })
    expect((await ended(client, (await client.judge.start(order)).jobId)).state).toBe('done')
    expect(await modelAnswer(workspace, await conversationOf(workspace, 'C-101'))).toMatchObject({
      value: null,
      score0to1: null,
      abstainedBecause: sentence,
    })
    expect((await client.judge.runs())[0]!.counts.answered).toBe(0)
  },
)

test.each([
  ['refuses the key', refuses(401, 'no key'), /wants a key, and none was given/],
  ['breaks connections off', 'drop' as const, /does not answer/],
])(
  'a server that %s ends the batch with one sentence',
  async (_, answer, sentence) => {
    const { workspace, client, order } = await asking(() => answer, { perAgent: 3 })
    const { state, error } = await ended(client, (await client.judge.start(order)).jobId)
    expect(state).toBe('failed')
    expect(error).toMatch(sentence)
    expect((await client.judge.runs())[0]).toMatchObject({ state: 'stopped', sentence: error })
    expect(await modelAnswer(workspace, await conversationOf(workspace, 'C-101'))).toBeUndefined()
  },
  60_000,
)

test('"Try it" asks about a made-up conversation alone', async () => {
  const model = readsFor(/anything else I can do/)
  const { server, client } = await asking(model)
  const { isGood, sentence } = await client.judge.try()
  expect({ isGood, sentence }).toEqual({
    isGood: true,
    sentence: expect.stringContaining('answers as it should'),
  })
  expect(server.asked.map(({ prompt }) => prompt).join()).not.toMatch(/bill|Acme/)
  await client.judge.setSettings({ model: 'no-such-model' })
  expect((await client.judge.try()).sentence).toContain('has no model "no-such-model"')
})

test('a model is never shown what reviewers settled of the very conversation it is asked about', async () => {
  const { server, workspace, client, scorecardId, order } = await asking(sorry)
  const { id } = await client.calibration.create({
    name: 'March round',
    scorecardId,
    mode: 'consensus',
    expert: null,
    interactionIds: [await conversationOf(workspace, 'C-101')],
    reviewers: ['Rita', 'Hedy'],
  })
  for (const name of ['Rita', 'Hedy']) {
    await client.reviews.setMe({ name })
    const [mine] = (await client.calibration.get({ id })).mine
    await client.reviews.open({ id: mine!.reviewId })
    await client.reviews.answer({
      id: mine!.reviewId,
      answer: chosen('empathy', 'yes'),
      moments: [{ segment: 2, startChar: 0, endChar: 27, startMs: null, endMs: null, quote: '' }],
    })
    await client.reviews.answer({ id: mine!.reviewId, answer: chosen('solves', 'yes') })
    await client.reviews.submit({ id: mine!.reviewId })
  }
  await client.calibration.reveal({ id, leaveOut: [] })
  await client.calibration.close({ id })
  const { jobId } = await client.judge.start(order)
  expect(await ended(client, jobId)).toEqual({ state: 'done', error: null })
  const told = server.asked.map((request) => {
    const text = JSON.stringify(request)
    return [/matter of (C-\d+)/.exec(text)?.[1], text.includes('Settled by reviewers')] as const
  })
  expect(Object.fromEntries(told)).toEqual({ 'C-101': false, 'C-102': true, 'C-201': true, 'C-202': true })
})
