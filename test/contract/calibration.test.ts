import { expect, onTestFinished, test } from 'vitest'
import { adoptSmallTeam } from '../support/policy.ts'
import { createAffectedDays } from '../../engine/affected-days.ts'
import { importFile, settledExamples } from '../../engine/quality/calibration/index.ts'
import { inTransaction } from '../../engine/store/index.ts'
import { digestOf } from '../../engine/quality/calibration/canonical.ts'
import { aForm, aQuestion, chosen, conversationOf, openDesk, publishForm } from '../support/quality-desk.ts'
import { openWorkspace, type TestWorkspace } from '../support/workspace.ts'

const refused = (call: Promise<unknown>) =>
  call.then(
    () => 'taken',
    (error: Error) => error.message,
  )

const questions = [
  aQuestion('greets', { defaultOptionId: 'yes' }),
  aQuestion('solves', { weight: 3 }),
  aQuestion('note', { type: 'text' }),
]

interface Round {
  owner: TestWorkspace
  sessionId: number
  scorecardId: number
}

/** A session over three conversations of Ada, between Rita, who scores here, and Hedy, who scores elsewhere. */
async function aRound(
  more: { mode?: 'expert' | 'consensus'; expert?: string; reviewers?: string[] } = {},
): Promise<Round> {
  const owner = await openDesk(4)
  onTestFinished(() => owner.close())
  await owner.client.reviews.setMe({ name: 'Rita' })
  const scorecardId = await publishForm(owner, aForm(questions))
  const interactionIds = []
  for (const contact of ['C-101', 'C-102', 'C-103']) interactionIds.push(await conversationOf(owner, contact))
  const { id } = await owner.client.calibration.create({
    name: 'March round',
    scorecardId,
    mode: more.mode ?? 'consensus',
    expert: more.expert ?? null,
    interactionIds,
    reviewers: more.reviewers ?? ['Rita', 'Hedy'],
  })
  return { owner, sessionId: id, scorecardId }
}

/** Scores everything of whoever scores in a workspace: one answer to `solves` a conversation. */
async function scoreAll({ client }: TestWorkspace, sessionId: number, solves: readonly ('yes' | 'no')[]) {
  const { mine } = await client.calibration.get({ id: sessionId })
  for (const [at, { reviewId }] of mine.entries()) {
    await client.reviews.open({ id: reviewId })
    await client.reviews.answer({
      id: reviewId,
      answer: chosen('solves', solves[at]!),
      note: `Conversation ${at + 1}`,
      moments: [{ segment: 4, startChar: 11, endChar: 36, startMs: null, endMs: null, quote: '' }],
    })
    await client.reviews.worked({ id: reviewId, activeMs: 60_000 })
    await client.reviews.submit({ id: reviewId })
  }
}

/** A workspace with nothing in it, to which a session may travel. */
async function elsewhere(): Promise<TestWorkspace> {
  const guest = await openWorkspace()
  onTestFinished(() => guest.close())
  return guest
}

type File = { fileName: string; text: string }

/** A file as far as these tests spoil it. */
interface WrittenFile {
  formatVersion: number
  exportedAt: number
  body: {
    reviewer: string
    sessionUid: string
    formDigest: string
    items: { uid: string; submittedAt: number; answers: unknown[] }[]
  }
}

/** Takes Hedy's part to another workspace, scores it there, and gives the file that comes back. */
async function scoredElsewhere({ owner, sessionId }: Round, solves: readonly ('yes' | 'no')[]) {
  const part = await owner.client.calibration.export({ id: sessionId, reviewer: 'Hedy' })
  const guest = await elsewhere()
  const taken = await guest.client.calibration.import({ fileName: part.fileName, text: part.text })
  await scoreAll(guest, taken.id, solves)
  const answers = await guest.client.calibration.export({ id: taken.id })
  return { guest, part, answers, guestSessionId: taken.id }
}

const importInto = ({ client }: TestWorkspace, { fileName, text }: File) =>
  client.calibration.import({ fileName, text })

test('a session travels, comes back, is revealed, settled and closed', async () => {
  const round = await aRound()
  const { owner, sessionId, scorecardId } = round
  const { client } = owner

  // blind on the desk
  const before = await client.calibration.get({ id: sessionId })
  expect(before.results).toBeNull()
  expect(before.mine).toHaveLength(3)
  const reviewId = before.mine[0]!.reviewId
  const desk = await client.reviews.open({ id: reviewId })
  expect(desk.review).toMatchObject({
    isBlind: true,
    agent: null,
    contactRef: null,
    interactionId: null,
    why: 'Calibration "March round": conversation 1 of 3.',
  })
  expect(await client.reviews.conversation({ id: reviewId })).toMatchObject({
    agent: null,
    contactRef: null,
    legs: [],
    evaluationList: [],
    recording: null,
  })
  const { items } = await client.reviews.list({ states: ['waiting', 'draft'] })
  expect(items.map(({ agent, isBlind }) => [agent, isBlind])).toEqual(
    Array.from({ length: 6 }, () => [null, true]),
  )
  const others = items.find(({ reviewer }) => reviewer === 'Hedy')!
  expect(await refused(client.reviews.open({ id: others.id }))).toContain('Hedy’s part of a calibration')
  expect(await refused(client.reviews.conversation({ id: others.id }))).toContain('Hedy’s part')
  expect(await client.reviews.assign({ ids: [others.id], reviewer: 'Rita' })).toEqual({ changed: 0 })

  await scoreAll(owner, sessionId, ['yes', 'no', 'yes'])
  const { interactionId } = (await client.conversations.list({ limit: 200 })).items.find(
    ({ contactRef }) => contactRef === 'C-101',
  )!
  const shown = () => client.conversations.get({ interactionId })
  expect((await shown()).evaluationList.filter(({ origin }) => origin === 'human')).toEqual([])
  expect(await refused(client.calibration.reveal({ id: sessionId }))).toBe(
    'Hedy has submitted 0 of 3 conversations; wait, or reveal without them.',
  )
  expect(await refused(client.calibration.reveal({ id: sessionId, leaveOut: ['Hedy'] }))).toContain(
    'Two reviewers at least',
  )

  const { guest, part, answers, guestSessionId } = await scoredElsewhere(round, ['yes', 'yes', 'yes'])
  expect(part.kind).toBe('part')
  expect(part.fileName).toBe('March round for Hedy.debrief-calibration')
  for (const hidden of ['Ada', 'Byron', 'C-101', 'Rita']) expect(part.text).not.toContain(hidden)
  // nothing of it counts there
  expect((await guest.client.workspace.summary()).interactions).toBe(0)
  expect(await guest.client.workspace.check()).toEqual({ ok: true, problems: [], notes: [] })
  expect((await guest.client.reviews.me()).name).toBe('Hedy')
  expect(await refused(guest.client.calibration.reveal({ id: guestSessionId }))).toContain(
    'revealed in the workspace it comes from',
  )

  expect(await importInto(owner, answers)).toEqual({
    id: sessionId,
    kind: 'answers',
    reviewer: 'Hedy',
    added: 3,
    replaced: 0,
    unchanged: 0,
    older: 0,
    sentence: 'Of the conversations Hedy scored, 3 came new.',
  })
  expect(await importInto(owner, answers)).toMatchObject({ added: 0, unchanged: 3 })

  const revealed = await client.calibration.reveal({ id: sessionId })
  const { items: compared, questions: figures, reviewers, scores } = revealed.results!
  expect(
    compared.map(({ contactRef, agent, differing, open }) => [contactRef, agent, differing, open]),
  ).toEqual([
    ['C-101', 'Ada Byron', [], []],
    ['C-102', 'Ada Byron', ['solves'], ['solves']],
    ['C-103', 'Ada Byron', [], []],
  ])
  expect(
    compared[1]!.parts.map(({ reviewer, score0to1, activeMs }) => [reviewer, score0to1, activeMs]),
  ).toEqual([
    ['Rita', 0.25, 60_000],
    ['Hedy', 1, 60_000],
  ])
  expect(compared[1]!.parts[1]!.answers.solves).toMatchObject({
    note: 'Conversation 2',
    setBy: 'reviewer',
    moments: [{ segment: 4, quote: 'I have corrected the bill' }],
  })
  expect(compared[1]!.parts[1]!.answers.greets).toMatchObject({ setBy: 'default' })
  expect(
    figures.map(({ questionId, differing, before }) => [questionId, differing, before.n, before.items]),
  ).toEqual([
    ['greets', 0, 6, 3],
    ['solves', 1, 6, 3],
  ])
  expect(figures[1]!.before.percentAgreement.value).toBeCloseTo(2 / 3)
  expect(figures[0]!.before.cohenKappa).toMatchObject({ value: null, reason: expect.any(String) })
  expect(reviewers.map(({ reviewer, before: { n } }) => [reviewer, n])).toEqual([
    ['Rita', 6],
    ['Hedy', 6],
  ])
  expect(scores).toMatchObject({ n: 3, meanSpread: 0.25, largestSpread: 0.75, after: { n: 4 } })
  expect((await shown()).evaluationList.filter(({ origin }) => origin === 'human')).toHaveLength(2)
  expect(await refused(client.reviews.reopen({ id: reviewId }))).toContain('its answers stand')

  // settling
  expect(await refused(client.calibration.close({ id: sessionId }))).toContain(
    '1 difference is not settled yet',
  )
  const itemId = compared[1]!.id
  const settle = { itemId, answer: chosen('solves', 'no'), takenFrom: 'Rita' }
  expect(await refused(client.calibration.settle(settle))).toContain('Add a remark')
  expect(await refused(client.calibration.settle({ ...settle, takenFrom: 'Hedy', remark: 'So' }))).toBe(
    'That is not what Hedy answered.',
  )
  const settled = await client.calibration.settle({
    ...settle,
    remark: 'The bill was not corrected on the call.',
  })
  expect(settled.results!.items[1]).toMatchObject({ open: [], settledScore0to1: 0.25 })
  expect(
    settled.results!.reviewers.map(({ after }) => [
      after.reviewer,
      after.n,
      after.fails.items,
      after.fails.found,
    ]),
  ).toEqual([
    ['Rita', 6, 1, 1],
    ['Hedy', 6, 1, 0],
  ])
  expect(
    (await client.calibration.unsettle({ itemId, questionId: 'solves' })).results!.items[1]!.open,
  ).toEqual(['solves'])
  await client.calibration.settle({ ...settle, remark: 'The bill was not corrected on the call.' })
  expect((await client.calibration.close({ id: sessionId })).session.state).toBe('settled')
  expect(await refused(client.calibration.settle({ ...settle, remark: 'Again' }))).toContain('is closed')

  const { questions: rows } = await client.scorecards.get({ id: scorecardId })
  const example = { interactionId: expect.any(Number), quote: 'I have corrected the bill' }
  expect(
    settledExamples(owner.engine.context.read, rows.find(({ stableKey }) => stableKey === 'solves')!.id),
  ).toEqual([
    { ...example, answer: 'yes', remark: null },
    { ...example, answer: 'no', remark: 'The bill was not corrected on the call.' },
    { ...example, answer: 'yes', remark: null },
  ])

  // what counts and what does not
  const standings = await client.calibration.reviewers({ scorecardId })
  expect(
    standings.reviewers.map(({ reviewer, evaluations, settled: { n, fails } }) => [
      reviewer,
      evaluations,
      n,
      fails.items,
    ]),
  ).toEqual([
    ['Hedy', 3, 6, 1],
    ['Rita', 3, 6, 1],
  ])
  expect(standings.agents).toEqual([])
  expect(standings.reviewers[0]!.untouchedDefaults).toMatchObject({ n: 3, of: 3, share: 1 })
  const graded = await client.calibration.questions({ scorecardId })
  expect(graded).toMatchObject({ contacts: 3 })
  expect(graded.questions.map(({ stableKey, agreement }) => [stableKey, agreement.n])).toEqual([
    ['greets', 6],
    ['solves', 6],
  ])
  expect((await client.metrics.query({ metricId: 'qa_score', by: 'agent' })).rows).toEqual([])
  expect(await client.workspace.check()).toEqual({ ok: true, problems: [], notes: [] })
  expect((await client.calibration.reopen({ id: sessionId })).session.state).toBe('revealed')
})

test('a newer submission takes the place of an older one, and both are kept; no order of files matters', async () => {
  const round = await aRound()
  const { owner, sessionId } = round
  const { guest, answers: first, guestSessionId } = await scoredElsewhere(round, ['yes', 'yes', 'yes'])
  guest.clock.now += 3_600_000
  const { reviewId } = (await guest.client.calibration.get({ id: guestSessionId })).mine[0]!
  await guest.client.reviews.reopen({ id: reviewId })
  await guest.client.reviews.answer({ id: reviewId, answer: chosen('solves', 'no') })
  await guest.client.reviews.submit({ id: reviewId })
  const second = await guest.client.calibration.export({ id: guestSessionId })
  owner.clock.now += 7_200_000
  expect(await importInto(owner, second)).toMatchObject({ added: 3 })
  expect(await importInto(owner, first)).toMatchObject({ older: 1, unchanged: 2 })
  expect(await importInto(owner, second)).toMatchObject({ unchanged: 3 })

  await scoreAll(owner, sessionId, ['yes', 'yes', 'yes'])
  const { results } = await owner.client.calibration.reveal({ id: sessionId })
  expect(results!.items[0]!.differing).toEqual(['solves'])
  expect(
    results!.submissions
      .filter(({ position }) => position === 1)
      .map(({ stands, fileName }) => [stands, fileName]),
  ).toEqual([
    [false, first.fileName],
    [true, second.fileName],
  ])
})

test('in whatever order files of several reviewers come, the same stands', async () => {
  const round = await aRound({ reviewers: ['Rita', 'Hedy', 'Mae'] })
  const { owner, sessionId } = round
  await scoreAll(owner, sessionId, ['yes', 'no', 'yes'])
  const { guest, answers: early, guestSessionId } = await scoredElsewhere(round, ['yes', 'yes', 'yes'])
  guest.clock.now += 3_600_000
  for (const { reviewId } of (await guest.client.calibration.get({ id: guestSessionId })).mine.slice(1)) {
    await guest.client.reviews.reopen({ id: reviewId })
    await guest.client.reviews.answer({ id: reviewId, answer: chosen('solves', 'no') })
    await guest.client.reviews.submit({ id: reviewId })
  }
  const late = await guest.client.calibration.export({ id: guestSessionId })
  await importInto(guest, await owner.client.calibration.export({ id: sessionId, reviewer: 'Mae' }))
  await guest.client.reviews.setMe({ name: 'Mae' })
  await scoreAll(guest, guestSessionId, ['no', 'no', 'yes'])
  const ofMae = await guest.client.calibration.export({ id: guestSessionId, reviewer: 'Mae' })

  const database = owner.engine.context.write!
  const standing = () =>
    database.raw
      .prepare(
        `SELECT reviewer, position, reviews.state, submitted_at, reviews.comment, active_ms, computed_score,
           (SELECT json_group_array(json_array(question_key, option_ids, note, set_by)) FROM review_answers WHERE review_id = reviews.id) AS answers
         FROM reviews JOIN calibration_items ON calibration_items.id = calibration_item_id LEFT JOIN evaluations ON review_id = reviews.id ORDER BY reviewer, position`,
      )
      .all()
  const after = (files: readonly File[]) => {
    let found: unknown[] = []
    const undo = new Error('undo')
    try {
      inTransaction(database, () => {
        for (const file of files)
          importFile(database, file, owner.clock.now + 86_000_000, createAffectedDays())
        found = standing()
        throw undo
      })
    } catch (error) {
      if (error !== undo) throw error
    }
    return found
  }
  const expected = after([early, late, ofMae])
  expect(expected).toHaveLength(9)
  for (const order of [
    [late, early, ofMae],
    [ofMae, late, early],
    [early, ofMae, late, early, late],
    [late, ofMae, early, ofMae],
    [ofMae, early, late, late],
  ])
    expect(after(order)).toEqual(expected)
  expect(after([early])).not.toEqual(after([late]))
})

test('what was scored here under the same name is kept when newer answers come', async () => {
  const round = await aRound()
  const { owner, sessionId } = round
  const { client } = owner
  await client.reviews.setMe({ name: 'Hedy' })
  await scoreAll(owner, sessionId, ['no', 'no', 'no'])
  await client.reviews.setMe({ name: 'Rita' })
  await scoreAll(owner, sessionId, ['yes', 'yes', 'yes'])
  const part = await client.calibration.export({ id: sessionId, reviewer: 'Hedy' })
  const guest = await elsewhere()
  guest.clock.now = owner.clock.now + 60_000
  const { id } = await importInto(guest, part)
  await scoreAll(guest, id, ['yes', 'yes', 'no'])
  const answers = await guest.client.calibration.export({ id })
  owner.clock.now += 120_000
  expect(await importInto(owner, answers)).toMatchObject({ replaced: 3 })
  const { results } = await client.calibration.reveal({ id: sessionId })
  expect(results!.submissions.map(({ reviewer, stands }) => [reviewer, stands])).toEqual([
    ['Hedy', true],
    ['Hedy', false],
    ['Hedy', true],
    ['Hedy', false],
    ['Hedy', true],
    ['Hedy', false],
  ])
  // nobody else's answers moved
  expect(
    results!.items.map(({ parts }) => parts.find(({ reviewer }) => reviewer === 'Rita')!.score0to1),
  ).toEqual([1, 1, 1])
  expect(await client.workspace.check()).toEqual({ ok: true, problems: [], notes: [] })
})

test('every bad file gets one sentence and changes nothing', async () => {
  const round = await aRound({ reviewers: ['Rita', 'Hedy', 'Mae'] })
  const { owner, sessionId } = round
  const { guest, part, answers } = await scoredElsewhere(round, ['yes', 'no', 'yes'])
  const forMae = await owner.client.calibration.export({ id: sessionId, reviewer: 'Mae' })
  const attempt = (text: string, into = owner) => refused(importInto(into, { fileName: 'x.json', text }))
  const resealed = (text: string, change: (file: WrittenFile) => void) => {
    const { checksum, ...file } = JSON.parse(text) as WrittenFile & { checksum: string }
    expect(checksum).toBe(digestOf(file))
    change(file)
    return JSON.stringify({ ...file, checksum: digestOf(file) })
  }
  const nothing = ' Nothing was changed.'
  expect(await attempt('hello')).toBe(`This is no calibration file of Debrief.${nothing}`)
  expect(await attempt('{"format":"something"}')).toBe(`This is no calibration file of Debrief.${nothing}`)
  expect(await attempt(answers.text.slice(0, -400))).toBe(
    `This file is cut off or damaged: copy it again, or ask for it once more.${nothing}`,
  )
  const tampered = `This file was changed after it was exported: ask for it once more.${nothing}`
  expect(await attempt(answers.text.replace('"Conversation 1"', '"Conversation 9"'))).toBe(tampered)
  expect(await attempt(answers.text.replace('"Hedy"', '"Rita"'))).toBe(tampered)
  expect(await attempt(resealed(answers.text, (file) => (file.formatVersion = 2)))).toBe(
    `This file was made by a newer Debrief: install the newest version to read it.${nothing}`,
  )
  expect(await attempt(resealed(answers.text, (file) => (file.exportedAt += 2 * 86_400_000)))).toBe(
    `This file says it was exported on 2026-04-01, which is still to come: check the clock of this computer and of the one it comes from.${nothing}`,
  )
  expect(
    await attempt(resealed(answers.text, (file) => (file.body.items[0]!.submittedAt += 9 * 86_400_000))),
  ).toContain('dated in the future')
  expect(await attempt(resealed(answers.text, (file) => (file.body.items = [])))).toContain(
    'does not hold what it should',
  )
  expect(await attempt(resealed(answers.text, (file) => (file.body.formDigest = '0'.repeat(64))))).toBe(
    `These answers are to another version of the form than "March round" uses.${nothing}`,
  )
  expect(await attempt(resealed(answers.text, (file) => (file.body.reviewer = 'Grace')))).toBe(
    `"Grace" takes no part in "March round".${nothing}`,
  )
  // Hedy's answers under Rita's name: sealed anew, but never signed for Rita
  expect(await attempt(resealed(answers.text, (file) => (file.body.reviewer = 'Rita')))).toContain(
    'not taken as theirs',
  )
  expect(
    await attempt(resealed(answers.text, (file) => (file.body.sessionUid = 'of-another-time'))),
  ).toContain('a calibration this workspace does not have')
  expect(
    await attempt(
      resealed(answers.text, (file) => file.body.items.pop() && (file.body.items[0]!.uid = 'x'.repeat(12))),
    ),
  ).toContain('a conversation that is not in')
  expect(
    await attempt(
      resealed(answers.text, (file) => (file.body.items[1]!.answers = [file.body.items[1]!.answers[0]])),
    ),
  ).toContain('has no answer yet')
  expect(await attempt(part.text)).toContain('was made in this workspace: it is for Hedy')
  expect(await attempt(answers.text, guest)).toContain(
    'a calibration of another workspace: import them there',
  )
  // a part of the same session with other conversations
  expect(
    await attempt(
      resealed(forMae.text, (file) => file.body.items.pop()),
      guest,
    ),
  ).toContain('holds other conversations or another form')
  expect(await importInto(guest, forMae)).toMatchObject({ added: 3, reviewer: 'Mae' })
  expect(await importInto(guest, part)).toMatchObject({ added: 0, unchanged: 3 })

  // none of that left a trace
  const { session } = await owner.client.calibration.get({ id: sessionId })
  expect(session.reviewers.map(({ reviewer, submitted }) => [reviewer, submitted])).toEqual([
    ['Rita', 0],
    ['Hedy', 0],
    ['Mae', 0],
  ])
  await importInto(owner, answers)
  await scoreAll(owner, sessionId, ['yes', 'yes', 'yes'])
  await owner.client.calibration.reveal({ id: sessionId, leaveOut: ['Mae'] })
  expect(await importInto(owner, answers)).toMatchObject({ unchanged: 3 })
  await guest.client.reviews.setMe({ name: 'Mae' })
  const [guestSession] = await guest.client.calibration.list()
  await scoreAll(guest, guestSession!.id, ['yes', 'yes', 'yes'])
  const late = await guest.client.calibration.export({ id: guestSession!.id, reviewer: 'Mae' })
  expect(await attempt(late.text)).toContain('is revealed already, so answers of Mae come too late')
})

test('with an expert, the expert’s answers are the reference', async () => {
  const round = await aRound({ mode: 'expert', expert: 'Rita' })
  const { owner, sessionId } = round
  await scoreAll(owner, sessionId, ['no', 'yes', 'no'])
  const { answers } = await scoredElsewhere(round, ['yes', 'yes', 'no'])
  await importInto(owner, answers)
  const { results } = await owner.client.calibration.reveal({ id: sessionId })
  expect(results!.items.map(({ differing, open }) => [differing, open])).toEqual([
    [['solves'], []],
    [[], []],
    [[], []],
  ])
  const hedy = results!.reviewers.find(({ reviewer }) => reviewer === 'Hedy')!.after
  expect(hedy).toMatchObject({ n: 6, fails: { items: 2, found: 1, recall: { value: 0.5 } } })
  expect(hedy.bias.value).toBeCloseTo(1 / 6)
  // Rita is the measure, and not measured
  expect(results!.questions.map(({ after }) => after.map(({ reviewer }) => reviewer))).toEqual([
    ['Hedy'],
    ['Hedy'],
  ])
  expect(results!.scores.after).toMatchObject({ n: 3, meanDistance: 0.25 })
  expect((await owner.client.calibration.close({ id: sessionId })).session.state).toBe('settled')
})

test('what automation may fill in elsewhere is left open in a calibration', async () => {
  const workspace = await openDesk(2)
  onTestFinished(() => workspace.close())
  const { client, engine } = workspace
  await adoptSmallTeam(client)
  await client.reviews.setMe({ name: 'Rita' })
  const { id: scorecardId } = await client.scorecards.create({ title: 'Ours', from: { kind: 'starter' } })
  await client.scorecards.publish({ id: scorecardId, revision: 1 })
  const { raw } = engine.context.write!
  const openOne = async (contact: string) => {
    const interactionId = await conversationOf(workspace, contact)
    const { id } = await client.reviews.request({ interactionId, scorecardId })
    return Object.values((await client.reviews.open({ id })).answers)
  }
  expect(await openOne('C-101')).toEqual([])
  const version = raw.prepare('SELECT min(scorer_version) FROM double_scored').pluck().get()
  for (const { stableKey } of (await client.scorecards.get({ id: scorecardId })).questions)
    raw.prepare(`INSERT INTO trust_standings VALUES (?, ?, 'rules', ?)`).run(
      scorecardId,
      stableKey,
      JSON.stringify({
        state: 'trusted',
        scorerVersion: version,
        since: 0,
        disagreementAtPromotion: 0.02,
        excludedGroups: [],
      }),
    )
  const filledIn = await openOne('C-102')
  expect(filledIn.map(({ setBy }) => setBy)).toContain('automation')

  const interactionId = await conversationOf(workspace, 'C-201')
  const { id } = await client.calibration.create({
    name: 'Round',
    scorecardId,
    mode: 'consensus',
    interactionIds: [interactionId],
    reviewers: ['Rita', 'Hedy'],
  })
  const [mine] = (await client.calibration.get({ id })).mine
  const desk = await client.reviews.open({ id: mine!.reviewId })
  expect(desk).toMatchObject({ answers: {}, automated: [] })
  const after = await client.reviews.answer({ id: mine!.reviewId, answer: chosen('greeting', 'yes') })
  expect(after.automated).toEqual([])
})

test('a session is made of what is there, and goes as long as nobody has submitted', async () => {
  const { owner, sessionId, scorecardId } = await aRound()
  const { client } = owner
  expect(
    await client.calibration.pick({
      scorecardId,
      from: { kind: 'contacts', refs: ['C-104', 'C-999'] },
    }),
  ).toMatchObject({ items: [{ contactRef: 'C-104', queue: 'Billing' }], missing: ['C-999'] })
  const drawn = await client.calibration.pick({
    scorecardId,
    from: { kind: 'random', from: '2026-03-10', to: '2026-03-11', n: 3 },
  })
  expect(drawn).toMatchObject({ eligible: 4, missing: [] })
  expect(drawn.items).toHaveLength(3)
  const create = (more: object) =>
    client.calibration.create({
      name: 'Another',
      scorecardId,
      mode: 'consensus',
      interactionIds: drawn.items.map(({ interactionId }) => interactionId),
      reviewers: ['Rita', 'Hedy'],
      ...more,
    })
  expect(await refused(create({ reviewers: ['Rita', 'Rita'] }))).toContain('two reviewers or more')
  expect(await refused(create({ mode: 'expert', expert: 'Mae' }))).toContain(
    'which of the reviewers is the expert',
  )
  expect(await refused(create({ interactionIds: [999_999] }))).toContain('no longer there')
  expect(await client.calibration.remove({ id: sessionId })).toEqual({ isGone: true })
  expect((await client.reviews.list({ states: ['waiting'] })).total).toBe(0)
})

test('one goes through the parts of a session before anything else of the queue', async () => {
  const { owner, sessionId, scorecardId } = await aRound()
  const { client } = owner
  const interactionId = await conversationOf(owner, 'C-104')
  const other = await client.reviews.request({ interactionId, scorecardId, reviewer: 'Rita' })
  await client.reviews.open(other)
  const { mine } = await client.calibration.get({ id: sessionId })
  const ids = mine.map(({ reviewId }) => reviewId)
  const next = []
  for (const id of ids) {
    await client.reviews.open({ id })
    await client.reviews.answer({ id, answer: chosen('solves', 'yes') })
    next.push((await client.reviews.submit({ id })).nextId)
  }
  expect(next).toEqual([...ids.slice(1), null])
})

test('what a question is worth tells nothing of a calibration before it is revealed, nor of whom it was revealed without', async () => {
  const { owner, sessionId, scorecardId } = await aRound({ reviewers: ['Rita', 'Hedy', 'Ida'] })
  const { client } = owner
  const agreementOn = async (title: string) =>
    (await client.worth.questions({ scorecardId })).questions.find(({ question }) => question === title)!
      .agreement
  await scoreAll(owner, sessionId, ['yes', 'yes', 'no'])
  await client.reviews.setMe({ name: 'Hedy' })
  await scoreAll(owner, sessionId, ['yes', 'no', 'no'])
  expect(await agreementOn('solves')).toBeNull()
  await client.reviews.setMe({ name: 'Ida' })
  const { mine } = await client.calibration.get({ id: sessionId })
  await client.reviews.open({ id: mine[0]!.reviewId })
  await client.reviews.answer({ id: mine[0]!.reviewId, answer: chosen('solves', 'no') })
  await client.reviews.submit({ id: mine[0]!.reviewId })
  await client.calibration.reveal({ id: sessionId, leaveOut: ['Ida'] })
  expect(await agreementOn('solves')).toMatchObject({
    items: 3,
    percent: { value: expect.closeTo(2 / 3, 12) },
  })
})
