import { expect, onTestFinished, test } from 'vitest'
import type { TrustedQuestion } from '../../shared/contract/trust.ts'
import { fakeLanguageModelServer, readsFor } from '../support/fake-language-model-server.ts'
import { aForm, aQuestion, chosen, publishForm } from '../support/quality-desk.ts'
import {
  isGreeted,
  openTrustDesk,
  waiting,
  type CallSettings,
  type TrustDesk,
} from '../support/trust-desk.ts'

const OPENING = 'opening'
const upTo = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at)

/** A desk whose form asks what Debrief's rules do not know, and reviews of its conversations drawn at random. */
async function desk(
  calls: number,
  settings: CallSettings = {},
): Promise<{ workspace: TrustDesk; of: { scorecardId: number; questionId: string } }> {
  const opened = await openTrustDesk(calls, settings)
  onTestFinished(() => opened.close())
  const scorecardId = await publishForm(
    opened,
    aForm([aQuestion(OPENING, { title: 'Names the company' })], { title: 'Own' }),
  )
  const workspace = { ...opened, scorecardId }
  return { workspace, of: { scorecardId, questionId: OPENING } }
}

async function draw({ client, scorecardId }: TrustDesk): Promise<Map<number, number>> {
  const { id: planId } = await client.reviews.savePlan({
    id: null,
    name: 'All',
    kind: 'random',
    scorecardId,
    settings: { periodDays: 2, perAgent: 100 },
  })
  await client.reviews.draw({ planId })
  return waiting(client)
}

async function idle({ client }: TrustDesk): Promise<void> {
  await expect
    .poll(
      async () => (await client.jobs.list()).every(({ state }) => !['queued', 'running'].includes(state)),
      {
        timeout: 20_000,
        interval: 20,
      },
    )
    .toBe(true)
}

/** Lets a rule of the form answer: it passes where the agent says one of these. */
async function letRuleAnswer(workspace: TrustDesk, ...phrases: string[]): Promise<void> {
  const of = { scorecardId: workspace.scorecardId, questionId: OPENING }
  const { client } = workspace
  const { revision } = await client.rules.get(of)
  const rule = {
    format: 1,
    languages: ['en'],
    answers: 'pass-fail',
    passWhen: { kind: 'said', by: 'agent', phrases },
    pass: { confidence: 0.9 },
    fail: { confidence: 0.8 },
  }
  const saved = await client.rules.saveDraft({ ...of, revision, rule, examples: [] })
  expect(saved.problems).toEqual([])
  await client.rules.activate({ ...of, revision: saved.revision })
  await idle(workspace)
}

/** Lets a model answer that reads well, for all conversations. */
async function letModelAnswer(workspace: TrustDesk, address?: string): Promise<string> {
  const { client, scorecardId } = workspace
  const at = address ?? (await fakeLanguageModelServer(readsFor(/thank you for calling Acme/))).address
  const { host } = await client.judge.setSettings({ address: at, model: 'small-model', parallel: 4 })
  await client.judge.setQuestion({ scorecardId, questionId: OPENING, isOn: true })
  await client.judge.allow({ host: host! })
  await client.judge.start({ scorecardId, days: 60 })
  await idle(workspace)
  return at
}

/** Answers a review's question, whatever was filled in; gives what was. */
async function score({ client, clock }: TrustDesk, id: number, isYes: boolean): Promise<boolean | null> {
  clock.now += 60_000
  const opened = await client.reviews.open({ id })
  const filled = opened.answers[OPENING]?.answer.optionIds[0] ?? null
  await client.reviews.answer({ id, answer: chosen(OPENING, isYes ? 'yes' : 'no') })
  await client.reviews.submit({ id })
  return filled === null ? null : filled === 'yes'
}

async function scoreAll(
  workspace: TrustDesk,
  reviews: ReadonlyMap<number, number>,
  indexes: readonly number[],
  otherwise: readonly number[] = [],
): Promise<(boolean | null)[]> {
  const filled: (boolean | null)[] = []
  for (const index of indexes)
    filled.push(await score(workspace, reviews.get(index)!, isGreeted(index) !== otherwise.includes(index)))
  return filled
}

async function standing({ client }: TrustDesk, scorerId: string): Promise<TrustedQuestion> {
  return (await client.trust.list()).find((one) => one.questionId === OPENING && one.scorerId === scorerId)!
}

/** Lets a scorer stand as trusted, as more blind answers would have. */
function trust({ engine }: TrustDesk, scorerId: string): void {
  engine.context
    .write!.raw.prepare(
      `UPDATE trust_standings SET standing = json_set(standing, '$.state', 'trusted') WHERE scorer_id = ?`,
    )
    .run(scorerId)
}

test(
  'a rule of a form earns assist, then trusted; changed, it begins anew',
  { timeout: 120_000 },
  async () => {
    const { workspace, of } = await desk(75)
    await letRuleAnswer(workspace, 'thank you for calling acme')
    expect(await standing(workspace, 'own-rule')).toMatchObject({
      scorer: 'Rule of this form',
      state: 'shadow',
      automation: { conversations: 75, answered: 75 },
    })
    const reviews = await draw(workspace)
    expect((await scoreAll(workspace, reviews, upTo(0, 50))).every((filled) => filled === null)).toBe(true)
    expect(await standing(workspace, 'own-rule')).toMatchObject({
      state: 'assist',
      agreement: { n: 50, share: 1 },
      failRecall: { n: 12, share: 1 },
      groups: expect.arrayContaining([
        expect.objectContaining({ stratum: 'team', value: 'North', n: 25 }),
        expect.objectContaining({ stratum: 'team', value: 'South', n: 25 }),
      ]),
    })
    // four of five are filled in, as the rule says
    const filled = await scoreAll(workspace, reviews, upTo(50, 70))
    expect(filled.filter((one) => one !== null).length).toBeGreaterThan(9)
    for (const [at, answer] of filled.entries()) if (answer !== null) expect(answer).toBe(isGreeted(50 + at))
    // as if the blind answers had come after that step: they pass the same gate again
    workspace.engine.context.write!.raw.exec(
      `UPDATE trust_standings SET standing = json_set(standing, '$.since', NULL)`,
    )
    await scoreAll(workspace, reviews, [70])
    expect((await standing(workspace, 'own-rule')).state).toBe('trusted')
    const history = await workspace.client.trust.history({ ...of, scorerId: 'own-rule' })
    expect(history.map(({ from, to }) => [from, to])).toEqual([
      ['assist', 'trusted'],
      ['shadow', 'assist'],
    ])

    await letRuleAnswer(workspace, 'welcome to acme')
    expect(await standing(workspace, 'own-rule')).toMatchObject({ state: 'shadow', agreement: null })
    const [changed] = await workspace.client.trust.history({ ...of, scorerId: 'own-rule' })
    expect(changed).toMatchObject({ kind: 'changed-scorer', from: 'trusted', to: 'shadow', who: null })
    // what the new one says is shown after the reviewer's own answer, and fills nothing in
    const { answers, automated } = await workspace.client.reviews.answer({
      id: (await workspace.client.reviews.open({ id: reviews.get(71)! })).review.id,
      answer: chosen(OPENING, 'yes'),
    })
    expect(answers[OPENING]?.setBy).toBe('reviewer')
    expect(automated).toMatchObject([{ trust: 'shadow', outcome: 'fail', value: 'No' }])
  },
)

test('a rule of a form is not trusted for a team it fails', { timeout: 60_000 }, async () => {
  const isSouth = (index: number) => index < 16 || index >= 112
  const { workspace } = await desk(130, { isSouth })
  await letRuleAnswer(workspace, 'thank you for calling acme')
  const reviews = await draw(workspace)
  await scoreAll(workspace, reviews, upTo(0, 100), upTo(0, 12))
  const { state, groups } = await standing(workspace, 'own-rule')
  expect(state).toBe('assist')
  expect(groups.filter(({ stratum }) => stratum === 'team')).toMatchObject([
    { value: 'South', verdict: 'fails', isExcluded: true },
    { value: 'North', verdict: 'holds', isExcluded: false },
  ])
  for (const index of upTo(112, 118))
    expect((await workspace.client.reviews.open({ id: reviews.get(index)! })).answers).toEqual({})
})

test(
  'a language model earns its standing, is audited, and another setting is another scorer',
  { timeout: 60_000 },
  async () => {
    const { workspace, of } = await desk(80)
    const { client } = workspace
    const scorerId = 'model:small-model'
    const address = await letModelAnswer(workspace)
    const reviews = await draw(workspace)
    await scoreAll(workspace, reviews, upTo(0, 50))
    const earned = await standing(workspace, scorerId)
    expect(earned).toMatchObject({
      scorer: 'small-model',
      state: 'assist',
      agreement: { n: 50, share: 1 },
      automation: { conversations: 80, answered: 80 },
      correctedFailRate: { isGiven: true, share: expect.closeTo(0.25, 10) },
    })
    // it fills in, and is what explains the answer
    const opened = await client.reviews.open({ id: reviews.get(50)! })
    const next = opened.answers[OPENING] ? opened : await client.reviews.open({ id: reviews.get(51)! })
    expect(next.answers[OPENING]).toMatchObject({ setBy: 'automation' })
    expect(next.automated).toMatchObject([
      { model: 'small-model', trust: 'assist', value: expect.any(String) },
    ])

    trust(workspace, scorerId)
    await client.judge.setSettings({ address, orders: 1 })
    expect((await standing(workspace, scorerId)).scorerVersion).not.toBe(earned.scorerVersion)
    expect(await standing(workspace, scorerId)).toMatchObject({ state: 'shadow', agreement: null })
    await score(workspace, next.review.id, true)
    const [changed] = await client.trust.history({ ...of, scorerId })
    expect(changed).toMatchObject({ kind: 'changed-scorer', from: 'trusted', to: 'shadow' })
  },
)

test(
  'of two scorers of a question one fills in: the rule, where both are as good',
  { timeout: 60_000 },
  async () => {
    const { workspace } = await desk(80)
    await letRuleAnswer(workspace, 'thank you for calling acme')
    await letModelAnswer(workspace)
    const reviews = await draw(workspace)
    await scoreAll(workspace, reviews, upTo(0, 50))
    expect(await standing(workspace, 'own-rule')).toMatchObject({ state: 'assist', ledBy: null })
    expect(await standing(workspace, 'model:small-model')).toMatchObject({
      state: 'assist',
      ledBy: 'Rule of this form',
    })
    const filled = await scoreAll(workspace, reviews, upTo(50, 80))
    const left = filled.filter((one) => one === null).length
    expect(left).toBeLessThan(15)
    // what the rule filled in is blind for neither
    for (const scorerId of ['own-rule', 'model:small-model'])
      expect(await standing(workspace, scorerId)).toMatchObject({
        next: { n: left },
        leftOut: { filledIn: 30 - left },
      })
    // the model counts more once it has earned more
    trust(workspace, 'model:small-model')
    expect(await standing(workspace, 'own-rule')).toMatchObject({ ledBy: 'small-model' })
    expect(await standing(workspace, 'model:small-model')).toMatchObject({ ledBy: null })
  },
)

/** Disputes the answer of a review and overturns it. */
async function overturn(
  { client, engine }: TrustDesk,
  reviewId: number,
  to: 'yes' | 'no',
  fault: 'reviewer' | 'goodwill',
): Promise<number> {
  const { evaluationId, questionId } = engine.context.read.raw
    .prepare(
      `SELECT evaluations.id AS evaluationId, question_id AS questionId FROM evaluations JOIN answers ON evaluation_id = evaluations.id WHERE review_id = ?`,
    )
    .get(reviewId) as { evaluationId: number; questionId: number }
  const { id } = await client.disputes.raise({
    evaluationId,
    questionId,
    answer: chosen(OPENING, to),
    comment: 'I did.',
    by: 'Ada Byron',
    as: 'agent',
  })
  await client.disputes.resolve({ id, outcome: 'overturn', fault, remark: 'Heard it.' })
  return id
}

test(
  'an overturned answer of a person corrects what the scorer is compared with',
  { timeout: 60_000 },
  async () => {
    const { workspace, of } = await desk(50)
    const { client } = workspace
    await letRuleAnswer(workspace, 'thank you for calling acme')
    const reviews = await draw(workspace)
    await scoreAll(workspace, reviews, upTo(0, 50), [0, 1])
    expect(await standing(workspace, 'own-rule')).toMatchObject({
      state: 'assist',
      agreement: { n: 50, share: 0.96 },
      correctedReferences: 0,
    })
    // goodwill is no error of the reviewer's
    await overturn(workspace, reviews.get(1)!, 'yes', 'goodwill')
    expect((await standing(workspace, 'own-rule')).agreement).toMatchObject({ share: 0.96 })
    const id = await overturn(workspace, reviews.get(0)!, 'yes', 'reviewer')
    expect(await standing(workspace, 'own-rule')).toMatchObject({
      state: 'assist',
      agreement: { n: 50, share: 0.98 },
      correctedReferences: 1,
      // nothing of it was filled in
      disputed: { given: 0, decided: 0 },
    })
    const told = await client.trust.history({ ...of, scorerId: 'own-rule' })
    expect(told[0]).toMatchObject({
      kind: 'reference-corrected',
      who: null,
      from: 'assist',
      to: 'assist',
      why: 'A dispute overturned the reviewer’s answer it was compared with: fail became pass. Agreed in 48 of 50 blind answers, now in 49 of 50.',
      figures: { reviewId: reviews.get(0), before: null, after: 'pass' },
    })
    await client.disputes.undo({ id })
    expect(await standing(workspace, 'own-rule')).toMatchObject({
      agreement: { share: 0.96 },
      correctedReferences: 0,
    })
    expect((await client.trust.history({ ...of, scorerId: 'own-rule' }))[0]?.why).toBe(
      'A decision was taken back: the reviewer’s fail holds again. Agreed in 49 of 50 blind answers, now in 48 of 50.',
    )
  },
)

test(
  'answers it filled in that are overturned take a scorer back, and enter no agreement',
  { timeout: 60_000 },
  async () => {
    const { workspace, of } = await desk(110)
    const { client } = workspace
    await letRuleAnswer(workspace, 'thank you for calling acme')
    const reviews = await draw(workspace)
    await scoreAll(workspace, reviews, upTo(0, 50))
    trust(workspace, 'own-rule')
    const failed: number[] = []
    for (const index of upTo(50, 110)) {
      const id = reviews.get(index)!
      workspace.clock.now += 60_000
      const { answers } = await client.reviews.open({ id })
      if (answers[OPENING] === undefined) continue
      await client.reviews.submit({ id })
      if (!isGreeted(index)) failed.push(id)
    }
    expect(failed.length).toBeGreaterThan(11)
    // what nobody touched is in no rate of a person
    const { questions } = await client.scorecards.get({ id: workspace.scorecardId })
    const { rows } = await client.metrics.query({ metricId: `question:${questions[0]!.id}`, by: 'none' })
    expect(rows.map(({ n }) => n)).toEqual([50])
    const before = await standing(workspace, 'own-rule')
    let overturned = 0
    for (const id of failed) {
      if ((await standing(workspace, 'own-rule')).state !== 'trusted') break
      await overturn(workspace, id, 'yes', 'reviewer')
      overturned += 1
    }
    expect(overturned).toBeGreaterThan(failed.length / 3)
    expect(overturned).toBeLessThan(failed.length)
    const after = await standing(workspace, 'own-rule')
    expect(after).toMatchObject({
      state: 'assist',
      agreement: before.agreement!,
      disputed: { decided: overturned, overturned, errors: overturned, rate: { share: 1 } },
    })
    const [event] = await client.trust.history({ ...of, scorerId: 'own-rule' })
    expect(event).toMatchObject({
      kind: 'disputed',
      from: 'trusted',
      to: 'assist',
      why: `Disputes overturned ${overturned} of the ${failed.length} fails it filled in; 24% wrong is borne, even if all others are right.`,
      figures: { said: 'fail', answers: failed.length, decided: overturned, errors: overturned },
    })
    expect(await client.workspace.check()).toEqual({ ok: true, problems: [], notes: [] })
  },
)
