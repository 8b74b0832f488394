import { expect, onTestFinished, test } from 'vitest'
import type { RuleTry } from '../../shared/contract/rules.ts'
import type { QuestionRule } from '../../shared/domain/rule.ts'
import { aForm, aQuestion, chosen, conversationOf, openDesk, publishForm } from '../support/quality-desk.ts'
import { contactLens, type TestWorkspace } from '../support/workspace.ts'

/** Passes where the agent says one of these. */
const saying = (...phrases: string[]): Extract<QuestionRule, { answers: 'pass-fail' }> => ({
  format: 1,
  languages: ['en'],
  answers: 'pass-fail',
  passWhen: { kind: 'said', by: 'agent', phrases },
  pass: { confidence: 0.9 },
  fail: { confidence: 0.8 },
})

const form = aForm([aQuestion('bill', { title: 'Puts the bill right' }), aQuestion('other')])

async function desk(perAgent = 3): Promise<TestWorkspace & { scorecardId: number; of: Asked }> {
  const workspace = await openDesk(perAgent)
  onTestFinished(() => workspace.close())
  const scorecardId = await publishForm(workspace, form)
  return { ...workspace, scorecardId, of: { scorecardId, questionId: 'bill' } }
}
interface Asked {
  scorecardId: number
  questionId: string
}

/** Lets a rule answer, and waits until it did. */
async function letAnswer({ client, ...workspace }: TestWorkspace, of: Asked, rule: unknown): Promise<void> {
  const { revision } = await client.rules.get(of)
  const saved = await client.rules.saveDraft({ ...of, revision, rule, examples: [] })
  expect(saved.problems).toEqual([])
  await client.rules.activate({ ...of, revision: saved.revision })
  await settled({ client, ...workspace })
}

async function settled({ client }: TestWorkspace): Promise<void> {
  await expect
    .poll(
      async () => (await client.jobs.list()).every(({ state }) => !['queued', 'running'].includes(state)),
      {
        timeout: 20_000,
      },
    )
    .toBe(true)
}

/** What the rules of the form said of a conversation. */
async function ruleAnswers({ client }: TestWorkspace, interactionId: number) {
  const evaluations = await client.conversations.evaluations({})
  return evaluations.filter(
    (one) => one.interactionId === interactionId && one.form === 'Voice' && one.origin === 'automated',
  )
}

async function drain(events: AsyncIterable<RuleTry>): Promise<RuleTry[]> {
  const all: RuleTry[] = []
  for await (const event of events) all.push(event)
  return all
}

const refused = (call: Promise<unknown>) =>
  call.then(
    () => 'taken',
    (error: Error) => error.message,
  )

test('an active rule answers every conversation with the option, evidence and confidence, as a driver of its own', async () => {
  const workspace = await desk()
  const { client, of } = workspace
  const id = await conversationOf(workspace, 'C-101')
  expect(await ruleAnswers(workspace, id)).toEqual([])
  await letAnswer(workspace, of, saying('corrected the bill'))
  const [evaluation, ...others] = await ruleAnswers(workspace, id)
  expect(others).toEqual([])
  expect(evaluation?.answers).toEqual([
    expect.objectContaining({ label: 'Puts the bill right', value: 'Yes', score0to1: 1, confidence: 0.9 }),
  ])
  expect(evaluation?.answers[0]?.evidence[0]).toMatchObject({ segment: 4, quote: 'corrected the bill' })
  expect(evaluation?.answers[0]?.questionId).toMatch(/^auto:rule:\d+$/)
  const metrics = await client.metrics.definitions()
  expect(metrics.map((metric) => metric.id)).toContain(evaluation?.answers[0]?.questionId)
  // the starter scorecard's are what they were
  expect(metrics.map((metric) => metric.id)).toContain('auto:greeting')
  expect((await client.workspace.check()).problems).toEqual([])
})

test('a rule that changes is asked anew of every conversation, and one that goes takes its answers along', async () => {
  const workspace = await desk()
  const { client, of } = workspace
  const id = await conversationOf(workspace, 'C-101')
  await letAnswer(workspace, of, saying('corrected the bill'))
  const before = await ruleAnswers(workspace, id)
  expect(await workspace.analyze()).toEqual({ read: 0 })
  expect(await ruleAnswers(workspace, id)).toEqual(before)
  await letAnswer(workspace, of, saying('never said by anybody'))
  expect((await ruleAnswers(workspace, id))[0]?.answers[0]).toMatchObject({ value: 'No', score0to1: 0 })
  const { revision, active, versions } = await client.rules.get(of)
  expect([active?.version, versions.map(({ state }) => state)]).toEqual([2, ['active', 'past']])
  // undone, the first answers again, and what was undone is a draft
  const { rule } = await client.rules.undo({ ...of, revision })
  expect([rule.active?.version, rule.draft?.rule]).toEqual([1, saying('never said by anybody')])
  await settled(workspace)
  expect((await ruleAnswers(workspace, id))[0]?.answers[0]).toMatchObject({ value: 'Yes' })
  await client.rules.deactivate({ ...of, revision: rule.revision })
  await settled(workspace)
  expect(await ruleAnswers(workspace, id)).toEqual([])
  const events = (await client.rules.get(of)).events
  expect(events.map(({ kind }) => kind)).toEqual(['deactivated', 'undone', 'activated', 'activated'])
})

test('new conversations are answered with what is read, and where the rule abstains it says why', async () => {
  const workspace = await desk()
  await letAnswer(workspace, workspace.of, saying('corrected the bill'))
  await workspace.take(
    'C-201.json',
    contactLens(
      'C-201',
      [
        ['AGENT', 0, 4000, 'Buenos dias, gracias por llamar, en que puedo ayudarle hoy con su factura.'],
        ['CUSTOMER', 4500, 9000, 'Hola, mi factura no es correcta y quiero saber por que pago tanto dinero.'],
      ],
      { language: 'es-ES' },
    ),
    { source: 'calls' },
  )
  await workspace.analyze()
  const [evaluation] = await ruleAnswers(workspace, await conversationOf(workspace, 'C-201'))
  expect(evaluation?.answers[0]).toMatchObject({
    value: null,
    score0to1: null,
    isNotApplicable: true,
    abstainedBecause: 'This question is answered in en conversations only.',
  })
})

test('the desk shows what the rule says after the answer of the reviewer, and not before', async () => {
  const workspace = await desk()
  const { client, of } = workspace
  await letAnswer(workspace, of, saying('corrected the bill'))
  const interactionId = await conversationOf(workspace, 'C-101')
  const { id } = await client.reviews.request({
    scorecardId: of.scorecardId,
    interactionId,
    reason: 'To see.',
  })
  expect((await client.reviews.open({ id })).automated).toEqual([])
  await client.reviews.answer({ id, answer: chosen('bill', 'no') })
  const { automated } = await client.reviews.open({ id })
  expect(automated).toEqual([
    expect.objectContaining({ questionId: 'bill', outcome: 'pass', value: 'Yes', confidence: 0.9 }),
  ])
})

test('a draft is kept whatever is wrong with it, and refused to answer with one sentence', async () => {
  const { client, of } = await desk(1)
  const saved = await client.rules.saveDraft({ ...of, revision: 0, rule: saying(), examples: [] })
  expect(saved.problems).toEqual([{ path: 'passWhen.phrases', sentence: 'Give at least one phrase.' }])
  expect(await refused(client.rules.activate({ ...of, revision: saved.revision }))).toBe(
    'Give at least one phrase.',
  )
  expect(await refused(client.rules.saveDraft({ ...of, revision: 0, rule: {}, examples: [] }))).toContain(
    'changed somewhere else',
  )
  expect((await client.rules.get(of)).draft?.rule).toEqual(saying())
  const ticking = { ...saying('hello'), pass: { option: 'Perhaps', confidence: 0.9 } }
  const again = await client.rules.saveDraft({ ...of, revision: saved.revision, rule: ticking, examples: [] })
  expect(again.problems).toEqual([{ path: 'pass.option', sentence: 'The question has no option "Perhaps".' }])
  expect(await refused(client.rules.get({ ...of, questionId: 'gone' }))).toContain(
    'no longer on the scorecard',
  )
  expect((await client.rules.list({ scorecardId: of.scorecardId })).map(({ state }) => state)).toEqual([
    'draft',
  ])
})

test('a try counts, tells what changes and how people answered, and shows first results before it is finished', async () => {
  const workspace = await desk(60)
  const { client, of } = workspace
  const scope = { days: 90, limit: 10_000 }
  const first = await drain(await client.rules.try({ ...of, rule: saying('corrected the bill'), scope }))
  // a part of fifty is told at once
  expect(first[0]).toMatchObject({ done: 50, total: 120, isFinished: false, changed: null, human: null })
  expect(first.at(-1)).toMatchObject({ done: 120, isFinished: true, counts: { pass: 120, fail: 0 } })
  expect(first.flatMap(({ conversations }) => conversations)).toHaveLength(120)

  await letAnswer(workspace, of, saying('corrected the bill'))
  const interactionId = await conversationOf(workspace, 'C-101')
  const { id } = await client.reviews.request({
    scorecardId: of.scorecardId,
    interactionId,
    reason: 'To see.',
  })
  await client.reviews.open({ id })
  await client.reviews.answer({ id, answer: chosen('bill', 'no') })
  await client.reviews.answer({ id, answer: chosen('other', 'yes') })
  await client.reviews.submit({ id })
  const rule = saying('nobody says this')
  const last = (await drain(await client.rules.try({ ...of, rule, scope }))).at(-1)
  expect(last).toMatchObject({
    counts: { pass: 0, fail: 120 },
    changed: { n: 120, moves: [{ from: 'pass', to: 'fail', n: 120 }] },
    human: { n: 1, agreements: 1, confusion: [{ human: 'fail', rule: 'fail', n: 1 }] },
  })
  const [agent] = await client.people.list({ search: 'Ada' })
  const ofAgent = { ...scope, agentId: agent!.id, limit: 10 }
  const some = await drain(await client.rules.try({ ...of, rule, scope: ofAgent }))
  expect(some.flatMap(({ conversations }) => conversations.map((one) => one.agent))).toEqual(
    Array(10).fill('Ada Byron'),
  )
  expect(await refused(client.rules.try({ ...of, rule: saying(), scope }))).toBe('Give at least one phrase.')
})

test('a try ends when nobody listens any more', async () => {
  const { client, of } = await desk(60)
  const giveUp = new AbortController()
  const told: RuleTry[] = []
  const events = await client.rules.try(
    { ...of, rule: saying('bill'), scope: { days: 90, limit: 10_000 } },
    { signal: giveUp.signal },
  )
  await drain(
    (async function* () {
      for await (const event of events) {
        told.push(event)
        giveUp.abort()
        yield event
      }
    })(),
  ).catch(() => {})
  expect(told.map(({ isFinished }) => isFinished)).toEqual([false])
})

test('matches say which block found them where, and examples are run as they stand', async () => {
  const workspace = await desk(1)
  const { client, of } = workspace
  const interactionId = await conversationOf(workspace, 'C-101')
  const rule = {
    ...saying('x'),
    passWhen: { kind: 'any', of: [saying('nobody').passWhen, saying('corrected the bill').passWhen] },
  }
  const [explained] = await client.rules.explain({ ...of, rule, interactionIds: [interactionId] })
  expect(explained?.outcome).toBe('pass')
  const [match] = explained!.matches
  expect(match).toMatchObject({ path: 'passWhen.of.1', segment: 4, hasDecided: true })
  expect(explained!.turns[4]!.text.slice(match!.start, match!.end)).toBe('corrected the bill')

  const { rules } = await client.rules.library()
  for (const { rule: ready, examples } of rules.slice(0, 2)) {
    const { results, problems } = await client.rules.runExamples({ ...of, rule: ready, examples })
    expect(problems).toEqual([])
    expect(results.filter(({ isExpected }) => !isExpected)).toEqual([])
  }
})
