import { expect, onTestFinished, test } from 'vitest'
import { chosen, conversationOf } from '../support/quality-desk.ts'
import {
  drawAll,
  greetingTrust,
  isGreeted,
  openTrustDesk,
  score,
  takeCalls,
  waiting,
  type CallSettings,
  type TrustDesk,
} from '../support/trust-desk.ts'

async function desk(calls: number, settings?: CallSettings): Promise<TrustDesk> {
  const workspace = await openTrustDesk(calls, settings)
  onTestFinished(() => workspace.close())
  return workspace
}

const refused = (call: Promise<unknown>) =>
  call.then(
    () => 'taken',
    (error: Error) => error.message,
  )

const asked = (workspace: TrustDesk) => ({
  scorecardId: workspace.scorecardId,
  questionId: 'greeting',
  scorerId: 'rules',
})

/** Scores conversations by what was said in them, but for some. */
async function scoreAll(
  workspace: TrustDesk,
  reviews: ReadonlyMap<number, number>,
  indexes: readonly number[],
  otherwise: readonly number[] = [],
): Promise<void> {
  for (const index of indexes)
    await score(workspace, reviews.get(index)!, isGreeted(index) !== otherwise.includes(index))
}

const upTo = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at)

test('rules that agree with people go on to assist at 50 blind answers, and not at 49', async () => {
  const workspace = await desk(50)
  const reviews = await drawAll(workspace)
  expect(await greetingTrust(workspace)).toMatchObject({
    form: 'Voice',
    state: 'shadow',
    missing: '50 more double-scored answers until the next look.',
    agreement: null,
    correctedFailRate: { isGiven: false },
    automation: { conversations: 50, answered: 50 },
  })
  await scoreAll(workspace, reviews, upTo(0, 49))
  expect(await greetingTrust(workspace)).toMatchObject({
    state: 'shadow',
    missing: '1 more double-scored answer until the next look.',
    next: { to: 'assist', n: 49, look: 50, fails: 12 },
  })
  expect(await workspace.client.trust.history(asked(workspace))).toEqual([])

  await scoreAll(workspace, reviews, [49])
  expect(await greetingTrust(workspace)).toMatchObject({
    state: 'assist',
    since: workspace.clock.now,
    next: { to: 'trusted', n: 0, look: 50 },
    agreement: { n: 50, share: 1, low: expect.closeTo(0.929, 3) },
    failRecall: { n: 12, share: 1 },
    confusion: expect.arrayContaining([
      { human: 'fail', automated: 'fail', n: 12 },
      { human: 'pass', automated: 'pass', n: 38 },
    ]),
    // 12 of 50, by a scorer that made no mistake: as observed
    correctedFailRate: { isGiven: true, share: expect.closeTo(0.24, 10) },
  })
  const history = await workspace.client.trust.history(asked(workspace))
  expect(history).toMatchObject([
    {
      kind: 'promotion',
      who: null,
      from: 'shadow',
      to: 'assist',
      why: 'Agreed with people in 50 of 50 answers and found 100% of 12 fails.',
      figures: { gate: { n: 50, isPassed: true } },
    },
  ])
})

test('rules that do not pass at 50 answers wait until 100, however well they do in between', async () => {
  const workspace = await desk(100)
  const reviews = await drawAll(workspace)
  // three false alarms and three fails missed
  await scoreAll(workspace, reviews, upTo(0, 50), [3, 7, 11, 0, 1, 2])
  const { state, missing } = await greetingTrust(workspace)
  expect({ state, missing }).toEqual({
    state: 'shadow',
    missing:
      'Agreement may be as low as 76%, 80% is needed; agreement beyond chance (AC1) may be as low as 0.58, 0.60 is needed.',
  })
  for (const index of upTo(50, 99)) {
    await scoreAll(workspace, reviews, [index])
    if (index % 12 === 0 || index === 98) expect((await greetingTrust(workspace)).state).toBe('shadow')
  }
  await scoreAll(workspace, reviews, [99])
  expect((await greetingTrust(workspace)).state).toBe('assist')
})

test('rules that agree and miss what people fail stay in shadow', async () => {
  const workspace = await desk(60)
  const reviews = await drawAll(workspace)
  const ungreeted = upTo(0, 60).filter((index) => !isGreeted(index))
  const greeted = upTo(0, 60).filter((index) => isGreeted(index))
  const missed = greeted.slice(0, 4)
  await scoreAll(workspace, reviews, [...ungreeted.slice(0, 9), ...greeted.slice(0, 41)], missed)
  expect(await greetingTrust(workspace)).toMatchObject({
    state: 'shadow',
    missing: 'Finds 69% of the fails, 70% is needed.',
    next: {
      n: 50,
      criteria: [{ isPassed: true }, { isPassed: true }, { id: 'fail-recall', isPassed: false }],
    },
  })
})

test('what fills in beforehand leaves one in five to the person, and goes back to shadow once it errs there', async () => {
  const workspace = await desk(150)
  const { client } = workspace
  const reviews = await drawAll(workspace)
  await scoreAll(workspace, reviews, upTo(0, 50))
  const filled: (boolean | null)[] = []
  for (const index of upTo(50, 110))
    filled.push(await score(workspace, reviews.get(index)!, isGreeted(index)))
  for (const [at, answer] of filled.entries()) if (answer !== null) expect(answer).toBe(isGreeted(50 + at))
  const left = filled.filter((answer) => answer === null).length
  expect(left).toBeGreaterThan(4)
  expect(left).toBeLessThan(20)
  expect(await greetingTrust(workspace)).toMatchObject({
    state: 'assist',
    next: { n: left },
    leftOut: { filledIn: 60 - left },
    charts: [{ watched: 'disagreement', values: Array.from({ length: left }, () => 0) }, {}],
  })

  // from here on people see it the other way round; only answers that were not filled in tell
  let errors = 0
  for (const index of upTo(110, 150)) {
    if ((await greetingTrust(workspace)).state !== 'assist') break
    if ((await score(workspace, reviews.get(index)!, !isGreeted(index))) === null) errors += 1
  }
  expect((await greetingTrust(workspace)).state).toBe('shadow')
  const [back] = await client.trust.history(asked(workspace))
  expect(back).toMatchObject({
    kind: 'demotion',
    who: null,
    from: 'assist',
    to: 'shadow',
    why: `Disagreed with people in ${errors} of the last ${errors} answers; 2% was expected.`,
  })
})

test('what is filled in and not trusted has to be confirmed, and its reviewer sees why', async () => {
  const workspace = await desk(80)
  const { client } = workspace
  const reviews = await drawAll(workspace)
  await scoreAll(workspace, reviews, upTo(0, 50))
  for (const index of upTo(50, 80)) {
    const id = reviews.get(index)!
    const opened = await client.reviews.open({ id })
    if (opened.answers.greeting === undefined) {
      expect(opened.automated).toEqual([])
      continue
    }
    expect(opened.answers.greeting.setBy).toBe('automation')
    expect(opened.automated).toMatchObject([{ questionId: 'greeting', trust: 'assist' }])
    expect(await refused(client.reviews.submit({ id }))).toBe(
      '"Greeting" was filled in for you; confirm it or change it.',
    )
    // opened again it is as it was: nobody draws twice
    expect((await client.reviews.open({ id })).answers).toEqual(opened.answers)
    return
  }
  throw new Error('Nothing was filled in.')
})

test('nothing is filled in where people are calibrated, and their answers decide nothing', async () => {
  const workspace = await desk(70)
  const { client, scorecardId } = workspace
  const reviews = await drawAll(workspace)
  await scoreAll(workspace, reviews, upTo(0, 50))
  const interactionIds = await Promise.all(
    upTo(0, 20).map((index) => conversationOf(workspace, `C-0${String(index).padStart(2, '0')}`)),
  )
  await client.calibration.create({
    name: 'March',
    scorecardId,
    mode: 'consensus',
    interactionIds,
    reviewers: ['Rita Levi', 'Hedy Lamarr'],
  })
  const mine = await client.reviews.list({
    states: ['waiting'],
    selection: 'calibration',
    reviewer: 'Rita Levi',
  })
  expect(mine.items.length).toBe(20)
  for (const { id } of mine.items) expect((await client.reviews.open({ id })).answers).toEqual({})
  const { id } = mine.items[0]!
  await client.reviews.answer({ id, answer: chosen('greeting', 'no') })
  await client.reviews.submit({ id })
  expect(await greetingTrust(workspace)).toMatchObject({ agreement: { n: 50 }, leftOut: { notDrawn: 0 } })
})

test('an answer changed after the automated one was seen counts as it was first given', async () => {
  const workspace = await desk(4)
  const { client } = workspace
  const reviews = await drawAll(workspace)
  const id = reviews.get(0)!
  await client.reviews.open({ id })
  // a remark is no answer: it shows nothing yet
  const remark = { ...chosen('greeting'), optionIds: [] }
  expect((await client.reviews.answer({ id, answer: remark, note: 'Listening again' })).automated).toEqual([])
  const { automated } = await client.reviews.answer({ id, answer: chosen('greeting', 'no') })
  expect(automated).toMatchObject([{ outcome: 'pass' }])
  await client.reviews.clearAnswer({ id, questionId: 'greeting' })
  await client.reviews.answer({ id, answer: chosen('greeting', 'yes') })
  const { score0to1 } = await client.reviews.submit({ id })
  expect(score0to1).toBe(1)
  const { confusion } = await greetingTrust(workspace)
  expect(confusion.filter(({ n }) => n > 0)).toEqual([{ human: 'fail', automated: 'pass', n: 1 }])
  // taken back and submitted again it is still one answer
  await client.reviews.reopen({ id })
  await client.reviews.submit({ id })
  expect((await greetingTrust(workspace)).agreement).toMatchObject({ n: 1, share: 0 })
})

test('what somebody asked for, and what was imported, decides nothing', async () => {
  const workspace = await desk(4)
  const { client, scorecardId } = workspace
  const interactionId = await conversationOf(workspace, 'C-000')
  const { id } = await client.reviews.request({ interactionId, scorecardId })
  await score(workspace, id, true)
  expect(await greetingTrust(workspace)).toMatchObject({
    agreement: null,
    next: { n: 0 },
    leftOut: { abstained: 0, filledIn: 0, notDrawn: 1, otherVersion: 0 },
  })
  await workspace.take(
    'reviews.csv',
    'evaluation_id,contact_id,form,question,answer,score,max_score,evaluated_at\n' +
      ['C-000,,Old form,Proper greeting,Yes,1,1', 'C-003,,Old form,Proper greeting,Yes,1,1']
        .map((row, at) => `E-${at},${row.replace(',,', ',')},2026-03-21T09:00:00Z\n`)
        .join(''),
    { source: 'qa', kind: 'evaluations' },
  )
  const imported = (await client.trust.list()).find(({ form }) => form === 'Old form')
  expect(imported).toMatchObject({
    state: 'shadow',
    agreement: null,
    next: { n: 0 },
    imported: { n: 2, share: 0.5 },
  })
})

test('a team the rules fail is left out: nothing is filled in for it', async () => {
  const isSouth = (index: number) => index < 16 || index >= 112
  const workspace = await desk(130, { isSouth })
  const reviews = await drawAll(workspace)
  await scoreAll(workspace, reviews, upTo(0, 100), upTo(0, 12))
  const { state, groups } = await greetingTrust(workspace)
  expect(state).toBe('assist')
  expect(groups.filter(({ stratum }) => stratum === 'team')).toMatchObject([
    { value: 'South', n: 16, verdict: 'fails', isExcluded: true, agreement: { share: 0.25 } },
    { value: 'North', n: 84, verdict: 'holds', isExcluded: false, agreement: { share: 1 } },
  ])
  const open = async (index: number) =>
    (await workspace.client.reviews.open({ id: reviews.get(index)! })).answers.greeting
  const [north, south] = [[], []] as [boolean[], boolean[]]
  for (const index of upTo(100, 130)) (isSouth(index) ? south : north).push((await open(index)) !== undefined)
  expect(south).toEqual(south.map(() => false))
  expect(north.filter(Boolean).length).toBeGreaterThan(5)
  // and what the rules say there is shown as what it is
  const { automated } = await workspace.client.reviews.answer({
    id: reviews.get(112)!,
    answer: chosen('greeting', 'yes'),
  })
  expect(automated).toMatchObject([{ trust: 'shadow' }])
})

/** Lets the rules stand as trusted, as a hundred blind answers more would have. */
function trust({ engine, scorecardId }: TrustDesk): void {
  engine.context
    .write!.raw.prepare(
      `UPDATE trust_standings SET standing = json_set(standing, '$.state', 'trusted') WHERE scorecard_id = ?`,
    )
    .run(scorecardId)
}

/** A desk whose rules are trusted, with audits drawn of a hundred new conversations. */
async function auditedDesk(): Promise<TrustDesk> {
  const workspace = await desk(50)
  const reviews = await drawAll(workspace)
  await scoreAll(workspace, reviews, upTo(0, 50))
  trust(workspace)
  await takeCalls(workspace, 50, 150, { day: '2026-03-24' })
  return workspace
}

test('trusted answers are audited blind, and errors there take the trust back', async () => {
  const workspace = await auditedDesk()
  const { client } = workspace
  const audits = await client.reviews.list({ states: ['waiting'], limit: 100 })
  expect(audits.total).toBeGreaterThan(2)
  expect(audits.total).toBeLessThan(12)
  for (const item of audits.items)
    expect(item).toMatchObject({
      selection: 'audit',
      chance: expect.closeTo(0.05, 12),
      why: 'Drawn to check trusted answers blind: Greeting.',
      reviewer: null,
    })
  // reading again what was read draws nothing more
  workspace.engine.context.write!.raw.exec('UPDATE transcripts SET read_version = NULL')
  await workspace.analyze()
  expect((await client.reviews.list({ states: ['waiting'] })).total).toBe(audits.total)

  let answered = 0
  for (const [index, id] of await waiting(client)) {
    if ((await greetingTrust(workspace)).state !== 'trusted') break
    expect(await score(workspace, id, !isGreeted(index))).toBeNull()
    answered += 1
  }
  const [back] = await client.trust.history(asked(workspace))
  expect(back).toMatchObject({
    kind: 'demotion',
    from: 'trusted',
    to: 'assist',
    why: `Disagreed with people in ${answered} of the last ${answered} answers; 2% was expected.`,
  })
  // audits check automation; what people score is measured by what was drawn for that
  expect((await client.reviews.estimates({ scorecardId: workspace.scorecardId })).drawn.n).toBe(50)
})

test('an audit that a random draw picks too counts as drawn, and is still blind', async () => {
  const workspace = await auditedDesk()
  const { client } = workspace
  const audited = [...(await waiting(client)).values()]
  const { id: planId } = await client.reviews.savePlan({
    id: null,
    name: 'New ones',
    kind: 'random',
    scorecardId: workspace.scorecardId,
    settings: { periodDays: 2, perAgent: 100 },
  })
  await client.reviews.draw({ planId })
  const { items } = await client.reviews.list({ states: ['waiting'], limit: 500 })
  expect(items.length).toBe(100)
  expect([...new Set(items.map(({ selection }) => selection))]).toEqual(['random'])
  for (const id of audited) expect((await client.reviews.open({ id })).answers).toEqual({})
  // trusted, the others are filled in, but for those drawn on the desk; they count as they are
  let filled = 0
  for (const { id } of items.slice(0, 40)) {
    const { answers, review } = await client.reviews.open({ id })
    if (review.state !== 'draft' || answers.greeting?.setBy !== 'automation') continue
    filled += 1
    await client.reviews.submit({ id })
    const { evaluationList } = await client.conversations.get({ interactionId: review.interactionId! })
    expect(evaluationList.map(({ origin }) => origin).toSorted()).toEqual(['assisted', 'automated'])
  }
  expect(filled).toBeGreaterThan(25)
  expect((await greetingTrust(workspace)).agreement).toMatchObject({ n: 50 })
  expect(await client.workspace.check()).toEqual({ ok: true, problems: [], notes: [] })
})

test('a person takes trust back with a reason, and nobody gives it', async () => {
  const workspace = await desk(50)
  const { client } = workspace
  expect(await refused(client.trust.demote({ ...asked(workspace), reason: 'I do not like it' }))).toBe(
    'This scorer is in shadow already: it counts for nothing.',
  )
  await scoreAll(workspace, await drawAll(workspace), upTo(0, 50))
  expect(await refused(client.trust.demote({ ...asked(workspace), reason: ' ' }))).not.toBe('taken')
  expect(
    await client.trust.demote({
      ...asked(workspace),
      reason: 'Wrong for the new opening, see 4111 1111 1111 1111',
    }),
  ).toEqual({ state: 'shadow' })
  const [event] = await client.trust.history(asked(workspace))
  expect(event).toMatchObject({
    kind: 'taken-back',
    who: 'Rita Levi',
    from: 'assist',
    to: 'shadow',
    why: expect.stringMatching(/^Wrong for the new opening, see (?!4111)/),
  })
  // the answers that earned it do not earn it again
  expect(await greetingTrust(workspace)).toMatchObject({
    state: 'shadow',
    next: { n: 0 },
    agreement: { n: 50 },
  })
})

test('a changed scorer starts in shadow', async () => {
  const workspace = await desk(50)
  await scoreAll(workspace, await drawAll(workspace), upTo(0, 50))
  const { raw } = workspace.engine.context.write!
  // as if an older version of the rules had earned it
  raw.exec(
    `UPDATE trust_standings SET standing = json_set(standing, '$.scorerVersion', '1.1'); UPDATE double_scored SET scorer_version = '1.1';
     UPDATE transcripts SET read_version = NULL`,
  )
  expect((await greetingTrust(workspace)).state).toBe('shadow')
  await workspace.analyze()
  expect(await greetingTrust(workspace)).toMatchObject({
    state: 'shadow',
    agreement: null,
    next: { n: 0 },
    leftOut: { otherVersion: 50 },
  })
  expect(await workspace.client.trust.history(asked(workspace))).toMatchObject([
    { kind: 'changed-scorer', from: 'assist', to: 'shadow' },
    { kind: 'promotion' },
  ])
})
