import { describe, expect, onTestFinished, test } from 'vitest'
import { overturnedAnswers } from '../../engine/quality/index.ts'
import { aForm, aQuestion, chosen, conversationOf, openDesk, publishForm } from '../support/quality-desk.ts'
import { csv, openWorkspace, type TestWorkspace } from '../support/workspace.ts'

const refused = (call: Promise<unknown>) =>
  call.then(
    () => 'taken',
    (error: Error) => error.message,
  )

const DAY = 86_400_000

/** A workspace with one review of two questions, the heavier of them failed. */
async function reviewed(more: Parameters<typeof aQuestion>[1] = {}) {
  const workspace = await openDesk(2)
  onTestFinished(() => workspace.close())
  const { client } = workspace
  await client.reviews.setMe({ name: 'Rita Levi' })
  const scorecardId = await publishForm(
    workspace,
    aForm([aQuestion('greets'), aQuestion('solves', { weight: 3, ...more })]),
  )
  const interactionId = await conversationOf(workspace, 'C-101')
  const { id } = await client.reviews.request({ interactionId, scorecardId })
  await client.reviews.open({ id })
  await client.reviews.answer({ id, answer: chosen('greets', 'yes') })
  await client.reviews.answer({
    id,
    answer: chosen('solves', 'no'),
    moments: [{ segment: 4, startChar: 0, endChar: 9, startMs: 0, endMs: 1, quote: '' }],
  })
  const { evaluationId } = await client.reviews.submit({ id })
  const { questions } = await client.scorecards.get({ id: scorecardId })
  const key = (name: string) => questions.find(({ stableKey }) => stableKey === name)!.id
  return {
    workspace,
    client,
    reviewId: id,
    evaluationId,
    interactionId,
    greets: key('greets'),
    solves: key('solves'),
  }
}

const raising = { comment: 'I did; my number is 4111 1111 1111 1111', by: 'Ada Byron', as: 'agent' as const }

/** What stands in the tables of an evaluation. */
function stands({ engine }: TestWorkspace, evaluationId: number) {
  return engine.context.read.raw
    .prepare(
      `SELECT stable_key AS question, value, score, is_not_applicable AS isNotApplicable FROM answers JOIN questions ON questions.id = question_id
       WHERE evaluation_id = ? ORDER BY position, question_id`,
    )
    .all(evaluationId) as {
    question: string
    value: string | null
    score: number | null
    isNotApplicable: number
  }[]
}

const scoreOf = async (client: TestWorkspace['client'], interactionId: number, evaluationId: number) => {
  const { evaluationList } = await client.conversations.get({ interactionId })
  const found = evaluationList.find(({ id }) => id === evaluationId)!
  return found.vendorScore ?? found.computedScore
}

describe('a dispute of a review', () => {
  test('is raised, overturned, counted and taken back', async () => {
    const { workspace, client, evaluationId, interactionId, solves } = await reviewed()
    expect(await client.disputes.start({ evaluationId, questionId: solves })).toMatchObject({
      round: 1,
      mayNot: null,
      standing: { text: 'No', score0to1: 0 },
      until: workspace.clock.now + 14 * DAY,
      evidence: [{ segment: 4, quote: 'Thank you' }],
    })
    expect(
      await refused(
        client.disputes.raise({
          evaluationId,
          questionId: solves,
          answer: chosen('solves', 'no'),
          ...raising,
        }),
      ),
    ).toBe('That is the answer "solves" has already; choose the one you think right.')
    const { id } = await client.disputes.raise({
      evaluationId,
      questionId: solves,
      answer: chosen('solves', 'yes'),
      ...raising,
      moment: { segment: 4, startChar: 11, endChar: 39, startMs: 20_500, endMs: 26_000 },
    })
    expect(
      await refused(
        client.disputes.raise({
          evaluationId,
          questionId: solves,
          answer: chosen('solves', 'yes'),
          ...raising,
        }),
      ),
    ).toBe('"solves" is disputed already; decide that one first.')
    workspace.clock.now += 3 * DAY
    const page = await client.disputes.get({ id })
    expect(page).toMatchObject({
      dispute: {
        state: 'open',
        ageDays: 3,
        daysLeft: 4,
        comment: expect.not.stringContaining('4111'),
        proposed: { text: 'Yes', score0to1: 1 },
      },
      moment: { quote: 'I have corrected the bill an' },
      effect: { scoreBefore: 0.25, scoreAfter: 1, sentence: null },
      mayNotDecide: null,
    })
    expect(await refused(client.disputes.resolve({ id, outcome: 'overturn' }))).toBe(
      'Say whether the reviewer was wrong or it is goodwill.',
    )
    expect(
      await client.disputes.resolve({ id, outcome: 'overturn', fault: 'reviewer', remark: 'Heard it' }),
    ).toEqual({
      effect: { scoreBefore: 0.25, scoreAfter: 1, sentence: null },
      nextId: null,
    })
    expect(await scoreOf(client, interactionId, evaluationId)).toBe(1)
    expect(stands(workspace, evaluationId)).toMatchObject([{ value: 'Yes' }, { value: 'Yes', score: 1 }])
    expect(await client.workspace.check()).toEqual({ ok: true, problems: [], notes: [] })
    expect(overturnedAnswers(workspace.engine.context.read)).toMatchObject([
      {
        evaluationId,
        stableKey: 'solves',
        fault: 'reviewer',
        before: { value: 'No', score: 0 },
        after: { value: 'Yes', score: 1 },
      },
    ])
    expect(await client.disputes.rates()).toMatchObject({
      questions: [
        {
          question: 'solves',
          n: 1,
          overturned: 1,
          reviewerErrors: 1,
          share: 1,
          low: expect.closeTo(0.2065, 3),
          high: 1,
        },
      ],
      reviewers: [{ reviewer: 'Rita Levi', n: 1, overturned: 1 }],
    })
    await client.disputes.undo({ id })
    expect(await scoreOf(client, interactionId, evaluationId)).toBe(0.25)
    expect(stands(workspace, evaluationId)).toMatchObject([{ value: 'Yes' }, { value: 'No', score: 0 }])
    expect(overturnedAnswers(workspace.engine.context.read)).toEqual([])
    expect((await client.disputes.get({ id })).undone).toMatchObject([
      { outcome: 'overturned', by: 'Rita Levi' },
    ])
    await client.disputes.withdraw({ id })
    expect(await client.disputes.list({ state: 'all' })).toMatchObject({ open: 0, resolved: 0, withdrawn: 1 })
  })

  test('goes to somebody else in the next round, and no further than the rounds there are', async () => {
    const { workspace, client, evaluationId, solves, reviewId } = await reviewed()
    const raise = () =>
      client.disputes.raise({ evaluationId, questionId: solves, answer: chosen('solves', 'yes'), ...raising })
    const first = await raise()
    await client.disputes.resolve({ id: first.id, outcome: 'uphold', remark: 'No' })
    workspace.clock.now += 13 * DAY
    const second = await raise()
    expect((await client.disputes.get({ id: second.id })).mayNotDecide).toBe(
      'Rita Levi decided an earlier round of this; somebody else has to decide this one.',
    )
    expect(await refused(client.disputes.resolve({ id: second.id, outcome: 'uphold' }))).toContain(
      'somebody else',
    )
    await client.reviews.setMe({ name: 'Hedy Lamarr' })
    await client.disputes.resolve({ id: second.id, outcome: 'overturn', fault: 'goodwill' })
    expect(await refused(client.disputes.undo({ id: first.id }))).toContain('A later round')
    expect(await refused(raise())).toBe(
      '"solves" was disputed twice, which is as often as the settings allow.',
    )
    // one answer, whatever its rounds
    expect((await client.disputes.rates()).questions).toMatchObject([
      { n: 1, overturned: 1, reviewerErrors: 0 },
    ])
    expect(await refused(client.reviews.reopen({ id: reviewId }))).toContain('was disputed')
  })

  test('may not be raised when the window is over', async () => {
    const { workspace, client, evaluationId, solves } = await reviewed()
    workspace.clock.now += 15 * DAY
    const { mayNot } = await client.disputes.start({ evaluationId, questionId: solves })
    expect(mayNot).toBe('The 14 days in which "solves" could be disputed are over.')
    const settings = await client.disputes.settings()
    await client.disputes.setSettings({ ...settings, windowDays: 30 })
    expect((await client.disputes.start({ evaluationId, questionId: solves })).mayNot).toBeNull()
  })

  test('never lowers a score unless the settings say so', async () => {
    const { workspace, client, evaluationId, interactionId, greets } = await reviewed()
    const raise = () =>
      client.disputes.raise({ evaluationId, questionId: greets, answer: chosen('greets', 'no'), ...raising })
    const { id } = await raise()
    const sentence =
      'The answer would lower the score or fail it critically. It is recorded, and the score stays: a score does not fall on appeal here.'
    expect((await client.disputes.get({ id })).effect).toEqual({
      scoreBefore: 0.25,
      scoreAfter: 0.25,
      sentence,
    })
    await client.disputes.resolve({ id, outcome: 'overturn', fault: 'reviewer' })
    expect(stands(workspace, evaluationId)).toMatchObject([{ value: 'No', score: 0 }, { value: 'No' }])
    expect(await scoreOf(client, interactionId, evaluationId)).toBe(0.25)
    await client.disputes.undo({ id })
    await client.disputes.setSettings({ ...(await client.disputes.settings()), mayLower: true })
    await client.disputes.resolve({ id, outcome: 'overturn', fault: 'reviewer' })
    expect(await scoreOf(client, interactionId, evaluationId)).toBe(0)
    expect(await client.workspace.check()).toEqual({ ok: true, problems: [], notes: [] })
  })
})

const evaluations = (rows: { ref: string; greets: string; solves: string; score: string }[]) =>
  csv(
    rows.flatMap(({ ref, greets, solves, score }) =>
      [
        ['Greets', greets, 1],
        ['Solves', solves, 3],
      ].map(([question, answer, weight]) => ({
        evaluation_id: ref,
        contact_id: `C-${ref}`,
        agent_name: 'Ada Byron',
        evaluator: 'Rita Levi',
        evaluated_at: '2026-03-25T10:00:00Z',
        form: 'Voice',
        total_score: score,
        question,
        answer,
        question_score: answer === 'Yes' ? '100' : '0',
        weight,
      })),
    ),
  )

async function imported(score: string) {
  const workspace = await openWorkspace()
  onTestFinished(() => workspace.close())
  await workspace.client.reviews.setMe({ name: 'Hedy Lamarr' })
  const rows = [
    { ref: 'E1', greets: 'Yes', solves: 'No', score },
    { ref: 'E2', greets: 'No', solves: 'Yes', score: '75' },
  ]
  const { importId } = await workspace.take('qa.csv', evaluations(rows), { source: 'qa' })
  const read = () => workspace.engine.context.read.raw
  const find = () =>
    read().prepare(`SELECT id FROM evaluations WHERE evaluation_ref = 'E1'`).pluck().get() as number
  const solves = read().prepare(`SELECT id FROM questions WHERE label = 'Solves'`).pluck().get() as number
  const shown = () =>
    read()
      .prepare(`SELECT coalesce(vendor_score, computed_score) FROM evaluations WHERE evaluation_ref = 'E1'`)
      .pluck()
      .get()
  return { workspace, client: workspace.client, importId: importId!, rows, find, solves, shown }
}

describe('a dispute of an imported evaluation', () => {
  async function overturned(score = '25') {
    const all = await imported(score)
    const { client, find, solves } = all
    const { definition } = await client.disputes.start({ evaluationId: find(), questionId: solves })
    const { id } = await client.disputes.raise({
      evaluationId: find(),
      questionId: solves,
      answer: chosen(definition!.id, 'yes'),
      ...raising,
    })
    await client.disputes.resolve({ id, outcome: 'overturn', fault: 'reviewer' })
    return { ...all, id }
  }

  test('moves the vendor’s score by what the answers move, and the sums of its day', async () => {
    const { workspace, client, find, shown, id } = await overturned('20')
    expect(shown()).toBeCloseTo(0.95, 9)
    expect(stands(workspace, find())).toMatchObject([{ score: 1 }, { value: 'Yes', score: 1 }])
    const { rows } = await client.metrics.query({ metricId: 'qa_score', by: 'agent' })
    expect(rows[0]!.value).toBeCloseTo((0.95 + 0.75) / 2, 9)
    expect(await client.workspace.check()).toEqual({ ok: true, problems: [], notes: [] })
    await client.disputes.undo({ id })
    expect(shown()).toBeCloseTo(0.2, 9)
  })

  test('stands when the file is imported again, and on what a newer file states', async () => {
    const { workspace, client, rows, shown, find } = await overturned()
    const again = await workspace.take('qa-again.csv', evaluations(rows), { source: 'qa' })
    expect(again.rows.updated).toBe(0)
    expect([shown(), stands(workspace, find())[1]]).toMatchObject([1, { value: 'Yes' }])
    const newer = await workspace.take(
      'qa-newer.csv',
      evaluations([{ ref: 'E1', greets: 'No', solves: 'No', score: '0' }]),
      { source: 'qa' },
    )
    expect([shown(), stands(workspace, find())]).toMatchObject([0.75, [{ value: 'No' }, { value: 'Yes' }]])
    await client.imports.undo({ importId: newer.importId! })
    expect([shown(), stands(workspace, find())]).toMatchObject([1, [{ value: 'Yes' }, { value: 'Yes' }]])
    expect(await client.workspace.check()).toEqual({ ok: true, problems: [], notes: [] })
  })

  test('outlives the undo of its import and finds the evaluation again', async () => {
    const { workspace, client, importId, rows, shown, id, find } = await overturned()
    await client.imports.undo({ importId })
    expect(await client.workspace.check()).toEqual({ ok: true, problems: [], notes: [] })
    expect((await client.disputes.get({ id })).dispute).toMatchObject({
      evaluationId: null,
      state: 'overturned',
    })
    await workspace.take('qa-back.csv', evaluations(rows), { source: 'qa' })
    expect((await client.disputes.get({ id })).dispute.evaluationId).toBe(find())
    expect(shown()).toBe(1)
    await client.disputes.undo({ id })
    expect([shown(), stands(workspace, find())[1]]).toMatchObject([0.25, { value: 'No', score: 0 }])
    expect(await client.workspace.check()).toEqual({ ok: true, problems: [], notes: [] })
  })
})

test('what a draft would have done is told of the answers that stand', async () => {
  const { client, evaluationId, solves, workspace } = await reviewed()
  const { id } = await client.disputes.raise({
    evaluationId,
    questionId: solves,
    answer: chosen('solves', 'yes'),
    ...raising,
  })
  await client.disputes.resolve({ id, outcome: 'overturn', fault: 'reviewer' })
  const [form] = await client.scorecards.list()
  await client.scorecards.startDraft({ id: form!.id })
  expect(await client.scorecards.whatIf({ id: form!.id, days: 28 })).toMatchObject({
    comparable: 1,
    meanBefore: 1,
    meanAfter: 1,
    lower: 0,
  })
  expect(await workspace.client.workspace.check()).toEqual({ ok: true, problems: [], notes: [] })
})

test('a dispute of an imported "yes" that scored nothing lifts the score, since "no" is the better answer there', async () => {
  const workspace = await openWorkspace()
  onTestFinished(() => workspace.close())
  const { client } = workspace
  await client.reviews.setMe({ name: 'Hedy Lamarr' })
  const rows = ['E1', 'E2'].flatMap((ref) =>
    [
      ['Greets', 'Yes', 100],
      ['Interrupts', ref === 'E1' ? 'Yes' : 'No', ref === 'E1' ? 0 : 100],
    ].map(([question, answer, score]) => ({
      evaluation_id: ref,
      contact_id: `C-${ref}`,
      agent_name: 'Ada Byron',
      evaluator: 'Rita Levi',
      evaluated_at: '2026-03-25T10:00:00Z',
      form: 'Voice',
      total_score: ref === 'E1' ? '50' : '100',
      question: question!,
      answer: answer!,
      question_score: score!,
      weight: 1,
    })),
  )
  await workspace.take('qa.csv', csv(rows), { source: 'qa' })
  const one = (sql: string) => workspace.engine.context.read.raw.prepare(sql).pluck().get() as number
  const evaluationId = one(`SELECT id FROM evaluations WHERE evaluation_ref = 'E1'`)
  const questionId = one(`SELECT id FROM questions WHERE label = 'Interrupts'`)
  const { definition } = await client.disputes.start({ evaluationId, questionId })
  const { id } = await client.disputes.raise({
    evaluationId,
    questionId,
    answer: chosen(definition!.id, 'no'),
    ...raising,
  })
  expect(await client.disputes.resolve({ id, outcome: 'overturn', fault: 'reviewer' })).toMatchObject({
    effect: { scoreBefore: 0.5, scoreAfter: 1, sentence: null },
  })
})

describe('a dispute as a file', () => {
  async function exported() {
    const all = await reviewed()
    const { text, fileName } = await all.client.disputes.export({ evaluationId: all.evaluationId })
    const file = JSON.parse(text) as {
      version: number
      seal: string
      sealed: { workspace: string; evaluation: { score0to1: number } }
      disputes: unknown[]
    }
    const entry = {
      question: 'Solves',
      rightAnswer: 'yes',
      comment: 'I sent a new bill',
      by: 'Ada Byron',
      turn: 5,
    }
    return { ...all, fileName, file, filled: JSON.stringify({ ...file, disputes: [entry] }), entry }
  }

  test('comes back once, whatever the editor did to its layout', async () => {
    const { client, fileName, filled } = await exported()
    expect(fileName).toBe('dispute-C-101.debrief-dispute')
    expect(await client.disputes.import({ text: filled })).toMatchObject({
      raised: [expect.any(Number)],
      sentence: 'One dispute was taken.',
    })
    expect(await client.disputes.import({ text: JSON.stringify(JSON.parse(filled), null, 8) })).toEqual({
      raised: [],
      alreadyThere: 1,
      sentence: 'Everything in this file was taken before; nothing changed.',
    })
    const { items } = await client.disputes.list({})
    expect(items).toMatchObject([{ question: 'solves', raisedBy: 'Ada Byron', proposed: { text: 'Yes' } }])
    expect((await client.disputes.get({ id: items[0]!.id })).moment).toMatchObject({
      quote: 'Thank you. I have corrected the bill and you will get a new one by post.',
    })
  })

  test('is refused in one sentence, and nothing of it is taken', async () => {
    const { workspace, client, file, filled, entry } = await exported()
    const take = (changed: unknown) =>
      refused(
        client.disputes.import({ text: typeof changed === 'string' ? changed : JSON.stringify(changed) }),
      )
    const withEntries = (...disputes: unknown[]) => take({ ...file, disputes })
    expect(await take(filled.slice(0, -3))).toContain('no valid JSON')
    expect(await take({ hello: 1 })).toContain('no dispute file')
    expect(await take({ ...file, version: 2 })).toContain('newer Debrief')
    expect(await take({ ...file, seal: undefined })).toContain('"seal" is missing')
    const changed = {
      ...file,
      sealed: { ...file.sealed, evaluation: { ...file.sealed.evaluation, score0to1: 1 } },
    }
    expect(await take(changed)).toContain('was changed')
    expect(await take(file)).toContain('Nothing is filled in')
    expect(await withEntries({ ...entry, question: 'Smiles' })).toContain('no question "Smiles"')
    expect(await withEntries({ ...entry, rightAnswer: 'perhaps' })).toContain('write one of: Yes, No, n/a')
    expect(await withEntries({ ...entry, comment: ' ' })).toContain('has no comment')
    expect(await withEntries({ ...entry, turn: 99 })).toContain('no turn 99')
    // one entry is sound, and still nothing is taken
    expect(await withEntries({ ...entry }, { ...entry, question: 'greets', by: '' })).toContain('no name')
    expect((await client.disputes.list({ state: 'all' })).items).toEqual([])
    const other = await reviewed()
    await other.client.disputes.export({ evaluationId: other.evaluationId })
    expect(await refused(other.client.disputes.import({ text: filled }))).toContain('another workspace')
    workspace.clock.now += 15 * DAY
    expect(await take(filled)).toContain('are over')
  })

  test('is refused where its evaluation is gone', async () => {
    const { client, importId, find } = await imported('25')
    const { text } = await client.disputes.export({ evaluationId: find() })
    await client.imports.undo({ importId })
    const filled = {
      ...JSON.parse(text),
      disputes: [{ question: 'Solves', rightAnswer: 'Yes', comment: 'I did', by: 'Ada' }],
    }
    expect(await refused(client.disputes.import({ text: JSON.stringify(filled) }))).toContain(
      'not in this workspace',
    )
  })
})

test('automated answers are not disputed', async () => {
  const { client, interactionId } = await reviewed()
  const { evaluationList } = await client.conversations.get({ interactionId })
  const automated = evaluationList.find(({ origin }) => origin === 'automated')!
  expect(await refused(client.disputes.start({ evaluationId: automated.id, questionId: 1 }))).toMatch(
    /automated|no longer there/,
  )
})

/** What is told to be out of date by something that is done. */
async function toldBy({ engine }: TestWorkspace, done: () => Promise<unknown>): Promise<readonly string[]> {
  const stop = new AbortController()
  const events = engine.context.events.listen(stop.signal)
  const told = (async () => {
    for await (const { type, topics } of events) if (type === 'data.changed') return topics
    return []
  })()
  await done()
  const topics = await told
  stop.abort()
  return topics
}

test('pages of reviewers hear of a decision, and disputes of what imports took away', async () => {
  const { workspace, client, evaluationId, solves } = await reviewed()
  const { id } = await client.disputes.raise({
    evaluationId,
    questionId: solves,
    answer: chosen('solves', 'yes'),
    ...raising,
  })
  const decide = () =>
    client.disputes.resolve({ id, outcome: 'overturn', fault: 'reviewer', remark: 'Heard it' })
  // a reviewer's severity and the agents' means beside it stand there
  expect(await toldBy(workspace, decide)).toContain('calibration')
  expect(await toldBy(workspace, () => client.disputes.undo({ id }))).toContain('calibration')
  const [imported] = await client.imports.list()
  expect(await toldBy(workspace, () => client.imports.undo({ importId: imported!.id }))).toContain('disputes')
})
