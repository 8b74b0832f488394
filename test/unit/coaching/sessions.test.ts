import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Evidence, RankedAgent } from '../../../shared/contract/coaching.ts'
import { rankingCache } from '../../../engine/coaching/index.ts'
import { writingQuietly } from '../../../engine/quiet-writing.ts'
import { rankWindow } from '../../../engine/coaching/ranking.ts'
import { contactLens, openWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { floorOf, takeFloor } from './floor.ts'

const DAY_MS = 86_400_000

const people = floorOf([
  { name: 'Ada Byron', team: 'North', transferShare: 0.35 },
  { name: 'Grace Hopper', team: 'South', passes: { Recap: 0.2 } },
  { name: 'Joan Clarke', team: 'North', passes: { Recap: 0.25 } },
])

let own: TestWorkspace
let ada: RankedAgent
let grace: RankedAgent

beforeEach(async () => {
  own = await openWorkspace()
  await takeFloor(own, people)
  const { agents } = await own.client.coaching.rank({})
  ada = agents.find(({ agent }) => agent.name === 'Ada Byron')!
  grace = agents.find(({ agent }) => agent.name === 'Grace Hopper')!
})
afterEach(() => own.close())

const prepare = (agent: RankedAgent, driverId: string | null = agent.actions[0]!.driver.id, idea = '') =>
  own.client.sessions.prepare({ agentIds: [agent.agent.id], driverId, idea })

describe('preparing', () => {
  test('makes a session of an action: the figure in words, agenda, three moments, questions to ask', async () => {
    const { id, isNew } = await prepare(ada)
    expect(isNew).toBe(true)
    const page = await own.client.sessions.get({ id })
    expect(page).toMatchObject({
      kind: 'one-to-one',
      state: 'prepared',
      title: 'Transfers, Ada Byron',
      focus: { driverId: 'transfer_rate', label: 'Transfers', formerLabel: null, isMeasured: true },
      templateId: 'ready:transfers',
    })
    expect(page.people[0]!.figure!.inWords).toMatch(
      /^About \d+ in 100 contacts, very likely between \d+ and \d+, seen in 160\. A good peer: \d+ in 100\.$/,
    )
    expect(page.agenda.map(({ kind }) => kind)).toEqual(['strength', 'focus'])
    expect(page.moments).toHaveLength(3)
    expect(new Set(page.moments.map(({ evidence }) => evidence.at)).size).toBe(3)
    expect(page.questions.length).toBeGreaterThan(2)
    expect(page.questions.every(({ text }) => text.endsWith('?'))).toBe(true)
  })

  test('gives the one that is prepared already instead of a second', async () => {
    const { id } = await prepare(ada)
    expect(await prepare(ada)).toEqual({ id, isNew: false })
    await own.client.sessions.remove({ id })
    expect((await prepare(ada)).isNew).toBe(true)
  })

  test('takes an own idea, and refuses one about nothing or on what is not measured', async () => {
    const { id } = await prepare(ada, null, 'Moving to the new desk')
    const page = await own.client.sessions.get({ id })
    expect(page).toMatchObject({
      title: 'Moving to the new desk, Ada Byron',
      focus: { driverId: null, isMeasured: false },
      moments: [],
    })
    expect(page.people[0]!.figure).toBeNull()
    await expect(prepare(ada, null)).rejects.toThrow('Say what the session is about')
    await expect(prepare(ada, 'question:999')).rejects.toThrow('no longer measured')
  })

  test('brings what was agreed last time to the agenda', async () => {
    const { id } = await prepare(ada)
    await own.client.sessions.addCommitment({
      id,
      agentId: ada.agent.id,
      behaviour: 'Ask the second line before passing a call on',
      seenBy: 'Transfers of billing calls',
      dueOn: '2026-04-10',
    })
    await own.client.sessions.finish({ id })
    own.clock.now += 20 * DAY_MS
    const next = await prepare(ada)
    const page = await own.client.sessions.get(next)
    expect(page.agenda.map(({ kind }) => kind)).toEqual(['strength', 'commitment', 'focus'])
    expect(page.agenda[1]!.text).toBe('Ask the second line before passing a call on')
    expect(page.earlier).toMatchObject([{ state: 'open', isOverdue: true, dueOn: '2026-04-10' }])
    expect(page.lastSession).toMatchObject({ id, focus: 'Transfers' })
  })

  test('brings a group together when the gap is shared', async () => {
    const { id } = await own.client.sessions.prepare({
      agentIds: [ada.agent.id, grace.agent.id],
      driverId: 'transfer_rate',
    })
    const page = await own.client.sessions.get({ id })
    expect(page).toMatchObject({ kind: 'group', title: 'Transfers, 2 people' })
    expect(page.people.map(({ name, figure }) => [name, figure !== null])).toEqual([
      ['Ada Byron', true],
      ['Grace Hopper', true],
    ])
    expect(page.moments.map(({ agentId }) => agentId)).toEqual([ada.agent.id, grace.agent.id])
  })

  test('lets others with the same gap join until it starts', async () => {
    const { id } = await prepare(grace)
    expect(await own.client.sessions.alike({ id })).toMatchObject([{ agent: { name: 'Joan Clarke' } }])
    const joan = (await own.client.sessions.alike({ id }))[0]!.agent.id
    await own.client.sessions.setPeople({ id, agentIds: [grace.agent.id, joan] })
    const page = await own.client.sessions.get({ id })
    expect(page).toMatchObject({ kind: 'group', title: 'Recap, 2 people' })
    expect(page.moments.map(({ agentId }) => agentId)).toContain(joan)
    await own.client.sessions.addCommitment({ id, agentId: joan, behaviour: 'Sum up' })
    await expect(own.client.sessions.setPeople({ id, agentIds: [grace.agent.id] })).rejects.toThrow(
      'Joan Clarke has agreed on something',
    )
    await own.client.sessions.start({ id })
    await expect(own.client.sessions.setPeople({ id, agentIds: [joan] })).rejects.toThrow('until the session')
  })
})

describe('holding', () => {
  test('runs a clock that can be paused, keeps what is typed, and ends once', async () => {
    const { id } = await prepare(ada)
    await own.client.sessions.start({ id })
    own.clock.now += 60_000
    await own.client.sessions.pause({ id, isPaused: true })
    own.clock.now += 600_000
    await own.client.sessions.write({ id, sharedNotes: 'Knows the second li' })
    await own.client.sessions.write({ id, sharedNotes: 'Knows the second line', privateNotes: 'tired' })
    await own.client.sessions.pause({ id, isPaused: false })
    own.clock.now += 30_000
    await own.client.sessions.finish({ id })
    const page = await own.client.sessions.get({ id })
    expect(page).toMatchObject({
      state: 'held',
      heldMs: 90_000,
      runningSince: null,
      sharedNotes: 'Knows the second line',
      privateNotes: 'tired',
    })
    await expect(own.client.sessions.finish({ id })).rejects.toThrow('held or called off already')
  })

  test('of yesterday can be noted, of tomorrow not', async () => {
    const { id } = await prepare(ada)
    const heldAt = own.clock.now + DAY_MS
    await expect(own.client.sessions.finish({ id, heldAt })).rejects.toThrow('in the future')
    await own.client.sessions.finish({ id, heldAt: own.clock.now - DAY_MS })
    expect((await own.client.sessions.get({ id })).heldAt).toBe(own.clock.now - DAY_MS)
  })

  test('rests its driver in the ranking, and taking the end back wakes it', async () => {
    const freshness = async () =>
      (await own.client.coaching.rank({ agentId: ada.agent.id })).agents[0]!.drivers.find(
        ({ driver }) => driver.id === 'transfer_rate',
      )!.freshness
    expect(await freshness()).toBe(1)
    const { id } = await prepare(ada)
    expect(await freshness()).toBe(0.3)
    await own.client.sessions.cancel({ id })
    expect(await freshness()).toBe(1)
    await own.client.sessions.restore({ id })
    await own.client.sessions.finish({ id })
    expect(await freshness()).toBe(0.3)
    const list = await own.client.coaching.team({})
    expect(list.items.find(({ agent }) => agent.name === 'Ada Byron')).toMatchObject({ coachedToday: true })
  })

  test('notes acknowledgement and comment, and what became of a commitment, each to be taken back', async () => {
    const { id } = await prepare(ada)
    const agentId = ada.agent.id
    await own.client.sessions.acknowledge({ id, agentId, given: { agrees: false, comment: 'Not my queue' } })
    expect((await own.client.sessions.get({ id })).people[0]!.acknowledgement).toMatchObject({
      agrees: false,
      comment: 'Not my queue',
      how: 'in-session',
    })
    await own.client.sessions.acknowledge({ id, agentId, given: null })
    expect((await own.client.sessions.get({ id })).people[0]!.acknowledgement).toBeNull()
    const { commitmentId } = await own.client.sessions.addCommitment({ id, agentId, behaviour: 'Ask first' })
    await own.client.sessions.closeCommitment({ commitmentId, state: 'kept', note: 'Heard it twice' })
    expect((await own.client.sessions.get({ id })).commitments).toMatchObject([
      { state: 'kept', closedNote: 'Heard it twice', closedAt: own.clock.now },
    ])
    await own.client.sessions.closeCommitment({ commitmentId, state: 'not-kept' })
    expect((await own.client.sessions.get({ id })).commitments).toMatchObject([
      { closedNote: 'Heard it twice' },
    ])
    await own.client.sessions.closeCommitment({ commitmentId, state: 'open' })
    await own.client.sessions.removeCommitment({ commitmentId })
    expect((await own.client.sessions.get({ id })).commitments).toEqual([])
    await own.client.sessions.restoreCommitment({ commitmentId })
    expect((await own.client.sessions.get({ id })).commitments).toMatchObject([
      { state: 'open', closedNote: 'Heard it twice', closedAt: null },
    ])
  })

  test('leaves what the ranking keeps alone while one types', async () => {
    const { id } = await prepare(ada)
    await own.client.coaching.team({})
    const kept = rankingCache(own.engine.context).get(20_540, 28)
    await own.client.sessions.write({ id, privateNotes: 'a' })
    expect(rankingCache(own.engine.context).get(20_540, 28)).toBe(kept)
    await own.client.sessions.finish({ id })
    expect(rankingCache(own.engine.context).get(20_540, 28)).not.toBe(kept)
  })
})

describe('what changes around a session', () => {
  test('a conversation that is taken away leaves its words, and comes back with its import', async () => {
    const { id } = await prepare(ada)
    const spoken = contactLens('call-1', [['AGENT', 0, 4000, 'I will put you through.']])
    await own.take('call-1.json', spoken)
    const read = () =>
      own.engine.context.read.raw.prepare('SELECT interaction_id FROM transcripts').pluck().get() as number
    const moment: Evidence = {
      kind: 'transcript',
      title: 'I will put you through.',
      detail: 'Billing',
      at: null,
      interactionId: read(),
      evaluationId: null,
      span: null,
      turns: [],
    }
    const shown = async () => (await own.client.sessions.get({ id })).moments.at(-1)!
    await own.client.sessions.write({
      id,
      moments: [{ evidence: moment, agentId: ada.agent.id, note: 'here', heardAt: null }],
    })
    expect(await shown()).toMatchObject({ gone: null, note: 'here', evidence: moment })
    const taken = (await own.client.imports.list()).find(({ file }) => file === 'call-1.json')!
    await own.client.imports.undo({ importId: taken.id })
    expect(await shown()).toMatchObject({
      evidence: { title: 'I will put you through.', interactionId: null },
      gone: 'Its conversation is no longer in this workspace; here it stands as it read when it was chosen.',
    })
    await own.take('call-1.json', spoken)
    expect(await shown()).toMatchObject({ gone: null, evidence: { interactionId: read() } })
  })

  test('a recording that is deleted leaves the words of its moment, in one sentence, also on the sheet', async () => {
    const { id } = await prepare(ada)
    await own.take('call-2.json', contactLens('call-2', [['AGENT', 0, 4000, 'I will put you through.']]))
    const { raw } = own.engine.context.read
    const at = raw.prepare('SELECT id, interaction_id AS interactionId FROM transcripts').get() as {
      id: number
      interactionId: number
    }
    const change = (sql: string) => writingQuietly(own.engine.context, (database) => database.raw.exec(sql))
    await change(`INSERT INTO recordings (transcript_id, sha256, name, path, bytes, format, codec, sample_rate, channel_count)
      VALUES (${at.id}, 'x', 'a.wav', '/a.wav', 1, 'wav', 'pcm', 8000, 1)`)
    const evidence: Evidence = {
      kind: 'transcript',
      title: 'I will put you through.',
      detail: 'Billing',
      at: null,
      interactionId: at.interactionId,
      evaluationId: null,
      span: null,
      turns: [],
    }
    await own.client.sessions.write({
      id,
      moments: [{ evidence, agentId: ada.agent.id, note: '', heardAt: null }],
    })
    expect((await own.client.sessions.get({ id })).moments[0]!.gone).toBeNull()
    await change('DELETE FROM recordings')
    const sentence = 'Its recording is no longer here; the words stand as they read when it was chosen.'
    expect((await own.client.sessions.get({ id })).moments).toMatchObject([{ gone: sentence, evidence }])
    const sheet = await own.client.sessions.sheet({ id, format: 'html' })
    expect(Buffer.from(sheet.base64, 'base64').toString()).toContain(sentence)
  })

  test('a driver called otherwise since is shown with both names', async () => {
    const { id } = await prepare(ada)
    await writingQuietly(own.engine.context, (database) =>
      database.raw.exec(`UPDATE coaching_sessions SET focus_label = 'Handovers'`),
    )
    expect((await own.client.sessions.get({ id })).focus).toMatchObject({
      label: 'Transfers',
      formerLabel: 'Handovers',
      isMeasured: true,
    })
  })

  test('an agent who moved to another team in between is shown with both', async () => {
    const { id } = await prepare(ada)
    await own.client.sessions.start({ id })
    await own.take(
      'roster.csv',
      `agent_name,team,effective_from\nAda Byron,North,2026-01-01\nAda Byron,West,2026-03-31\n`,
      { source: 'floor', kind: 'roster' },
    )
    own.clock.now += 2 * DAY_MS
    const [person] = (await own.client.sessions.get({ id })).people
    expect(person).toMatchObject({ team: 'North', teamNow: 'West', isGone: false })
  })
})

describe('the board and the week', () => {
  test('show who is due, who has not been seen for four weeks, and what is overdue', async () => {
    const { id } = await prepare(ada)
    await own.client.sessions.addCommitment({
      id,
      agentId: ada.agent.id,
      behaviour: 'Ask first',
      dueOn: '2026-04-01',
    })
    await own.client.sessions.write({
      id,
      agenda: [{ kind: 'strength', text: 'Calm', isDone: true }],
    })
    await own.client.sessions.finish({ id })
    let board = await own.client.sessions.board({})
    expect(board.unseen.map(({ name }) => name)).not.toContain('Ada Byron')
    expect(board.unseen[0]).toMatchObject({ lastHeldAt: null, daysSince: null })
    expect(board.balance).toEqual({ days: 56, sessions: 1, withStrength: 1, correctionOnly: 0 })
    own.clock.now += 28 * DAY_MS
    board = await own.client.sessions.board({})
    expect(board.unseen.find(({ name }) => name === 'Ada Byron')).toMatchObject({ daysSince: 28 })
    expect(board.commitments).toMatchObject([{ isOverdue: true }])
    expect(board.sessions).toMatchObject([{ openCommitments: 1, overdueCommitments: 1 }])
  })

  test('the week has planned sessions on their day and suggests whom to see', async () => {
    // the clock stands on Monday 30 March
    const plannedAt = own.clock.now + 2 * DAY_MS
    const { id } = await own.client.sessions.prepare({
      agentIds: [ada.agent.id],
      driverId: 'transfer_rate',
      plannedAt,
    })
    const week = await own.client.sessions.week({})
    expect([week.from, week.to, week.today]).toEqual(['2026-03-30', '2026-04-05', '2026-03-30'])
    expect(week.days.map(({ sessions }) => sessions.map((one) => one.id))).toEqual([
      [],
      [],
      [id],
      [],
      [],
      [],
      [],
    ])
    expect(week.suggested.map(({ agent }) => agent.name)).toEqual(['Grace Hopper', 'Joan Clarke'])
    expect(week.suggested[0]!.driverId).toBe(grace.actions[0]!.driver.id)
  })

  test('a calendar file holds when and with whom, and nothing of what is to be said', async () => {
    const { id } = await prepare(ada)
    await expect(own.client.sessions.calendar({ id })).rejects.toThrow('There is no date yet')
    await own.client.sessions.write({ id, plannedAt: Date.UTC(2026, 3, 2, 9, 30) })
    const { name, text } = await own.client.sessions.calendar({ id })
    expect(name).toBe(`coaching-${id}.ics`)
    expect(text).toContain('DTSTART:20260402T093000Z\r\n')
    expect(text).toContain('DTEND:20260402T100000Z\r\n')
    expect(text).toContain('SUMMARY:Coaching: Ada Byron\r\n')
    expect(text).not.toContain('Transfers')
  })
})

describe('drafts', () => {
  test('of a commitment and of their words stay until they are noted, through the end of the session', async () => {
    const { id } = await prepare(ada)
    const agentId = ada.agent.id
    const draft = { commitmentId: null, agentId, behaviour: 'Ask fir', seenBy: '', dueOn: null }
    await own.client.sessions.write({ id, draft })
    await own.client.sessions.write({ id, words: { agentId, text: 'Fair ' } })
    await own.client.sessions.start({ id })
    await own.client.sessions.finish({ id })
    const page = await own.client.sessions.get({ id })
    expect(page).toMatchObject({ state: 'held', draft, commitments: [], people: [{ draftWords: 'Fair ' }] })
    await own.client.sessions.addCommitment({ id, agentId, behaviour: 'Ask first' })
    await own.client.sessions.acknowledge({ id, agentId, given: { agrees: true, comment: 'Fair' } })
    expect(await own.client.sessions.get({ id })).toMatchObject({ draft: null, people: [{ draftWords: '' }] })
    await own.client.sessions.acknowledge({ id, agentId, given: null })
    expect((await own.client.sessions.get({ id })).people[0]!.draftWords).toBe('Fair')
  })

  test('of a set of questions stay until it is saved', async () => {
    const draft = { name: 'Ours', driverId: null, text: 'What wou' }
    await own.client.sessions.writeQuestionDraft({ templateId: 'new', draft })
    expect(await own.client.sessions.questionDrafts()).toEqual([{ templateId: 'new', ...draft }])
    const save = (questions: string[]) =>
      own.client.sessions.saveTemplate({ templateId: null, name: 'Ours', driverId: null, questions })
    await expect(save([])).rejects.toThrow('Write at least one question.')
    await expect(save(['x'.repeat(501)])).rejects.toThrow('Question 1 has 501 characters; 500 are the most.')
    expect(await own.client.sessions.questionDrafts()).toHaveLength(1)
    await save(['What would help?'])
    expect(await own.client.sessions.questionDrafts()).toEqual([])
  })
})

describe('the next date', () => {
  test('stands in its week, on the board and in the calendar until a session stands for it', async () => {
    const nextAt = own.clock.now + 8 * DAY_MS
    const { id } = await prepare(ada)
    await own.client.sessions.write({ id, plannedAt: own.clock.now - 60_000, nextAt })
    await own.client.sessions.finish({ id })
    const week = () => own.client.sessions.week({ day: '2026-04-07' })
    expect((await week()).days[1]!.next).toMatchObject([{ sessionId: id, at: nextAt }])
    expect((await own.client.sessions.board({})).next).toMatchObject([{ sessionId: id, at: nextAt }])
    const start = `DTSTART:${new Date(nextAt).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
    const { text } = await own.client.sessions.calendar({ id })
    expect(text).toContain(start)
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1)
    expect((await own.client.sessions.calendar({ id: null })).text).toContain(start)
    const prepared = await own.client.sessions.prepare({
      agentIds: [ada.agent.id],
      driverId: 'transfer_rate',
      plannedAt: nextAt,
    })
    const then = (await week()).days[1]!
    expect([then.next, then.sessions.map((one) => one.id)]).toEqual([[], [prepared.id]])
    expect((await own.client.sessions.board({})).next).toEqual([])
    await own.client.sessions.write({ id, nextAt: null })
    await expect(own.client.sessions.calendar({ id })).rejects.toThrow('No next date stands')
  })

  test('of the sessions to come the soonest stands first, and one without a date last', async () => {
    const undated = await prepare(ada)
    const later = await prepare(grace)
    const sooner = await prepare(grace, null, 'Tone')
    await own.client.sessions.write({ id: sooner.id, plannedAt: own.clock.now + DAY_MS })
    await own.client.sessions.write({ id: later.id, plannedAt: own.clock.now + 3 * DAY_MS })
    const { sessions } = await own.client.sessions.board({})
    expect(sessions.map((one) => one.id)).toEqual([sooner.id, later.id, undated.id])
  })
})

describe('questions', () => {
  test('of a ready set that was changed again are not brought back beside the change', async () => {
    const change = (question: string) =>
      own.client.sessions.saveTemplate({
        templateId: 'ready:transfers',
        name: 'Transfers',
        driverId: null,
        questions: [question],
      })
    await change('First?')
    const { undoId } = await own.client.sessions.removeTemplate({ templateId: 'ready:transfers' })
    await change('Second?')
    await expect(own.client.sessions.restoreTemplate({ undoId })).rejects.toThrow('was changed again since')
    const ready = (await own.client.sessions.templates()).filter((one) => one.id === 'ready:transfers')
    expect(ready.map(({ questions }) => questions)).toEqual([['Second?']])
  })

  test('are the workspace’s own: changed, added for one driver, removed and brought back', async () => {
    const driverId = 'transfer_rate'
    await own.client.sessions.saveTemplate({
      templateId: 'ready:transfers',
      name: 'Transfers',
      driverId: null,
      questions: ['What did you need?'],
    })
    const first = await own.client.sessions.get(await prepare(ada))
    expect(first.questions.map(({ text }) => text)).toEqual(['What did you need?'])
    const { templateId } = await own.client.sessions.saveTemplate({
      templateId: null,
      name: 'Ours',
      driverId,
      questions: ['Which of these would you keep?', 'Who could help?'],
    })
    await own.client.sessions.remove({ id: first.id })
    const second = await own.client.sessions.get(await prepare(ada))
    expect(second).toMatchObject({ templateId })
    const { undoId } = await own.client.sessions.removeTemplate({ templateId: 'ready:transfers' })
    const list = await own.client.sessions.templates()
    expect(list.find(({ id }) => id === 'ready:transfers')).toMatchObject({ isChangedReady: false })
    expect(list.find(({ id }) => id === templateId)).toMatchObject({ used: 1, driverLabel: 'Transfers' })
    await own.client.sessions.restoreTemplate({ undoId })
    expect((await own.client.sessions.templates()).find(({ id }) => id === 'ready:transfers')).toMatchObject({
      isChangedReady: true,
      questions: ['What did you need?'],
    })
    await expect(own.client.sessions.removeTemplate({ templateId: 'ready:pace' })).rejects.toThrow(
      'cannot be removed, only changed',
    )
  })

  test('with broken fields are passed over and say so', async () => {
    await own.client.sessions.saveTemplate({
      templateId: 'ready:transfers',
      name: 'Transfers',
      driverId: null,
      questions: ['What did you need?'],
    })
    own.engine.context.write!.raw.exec(`UPDATE question_templates SET questions = '[{"text": 1}]'`)
    const page = await own.client.sessions.get(await prepare(ada))
    expect(page.questions.length).toBeGreaterThan(2)
    const broken = (await own.client.sessions.templates()).find(({ id }) => id === 'ready:transfers')!
    expect(broken).toMatchObject({ questions: [], problem: expect.stringContaining('cannot be read') })
    await expect(
      own.client.sessions.takeTemplate({ id: page.id, templateId: 'ready:transfers' }),
    ).rejects.toThrow('cannot be used')
  })

  test('of another set replace those not asked yet and leave one’s own', async () => {
    const { id } = await prepare(ada)
    const { questions } = await own.client.sessions.get({ id })
    await own.client.sessions.write({
      id,
      questions: [
        { ...questions[0]!, isAsked: true },
        ...questions.slice(1),
        { text: 'And the new form?', from: 'own', isAsked: false },
      ],
    })
    await own.client.sessions.takeTemplate({ id, templateId: 'ready:pace' })
    const after = await own.client.sessions.get({ id })
    expect(after.templateId).toBe('ready:pace')
    const texts = after.questions.map(({ text }) => text)
    expect(texts).toContain(questions[0]!.text)
    expect(texts).toContain('And the new form?')
    expect(texts).not.toContain(questions[1]!.text)
  })
})

/** Numbers to twelve digits: sums of another order differ in the last. */
function rounded(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, part: unknown) =>
      typeof part === 'number' ? Number(part.toPrecision(12)) : part,
    ),
  )
}

describe('a ranking that is kept', () => {
  test('is the same after coaching as one made anew', async () => {
    const { context } = own.engine
    const told = () => rankingCache(context).get(20_540, 28)
    const first = told()
    const agree = () => {
      const { assessment, gathered } = rankWindow(context.read, 20_540, 28)
      expect(rounded(told().assessment)).toEqual(rounded(assessment))
      expect(told().gathered.coachings).toEqual(gathered.coachings)
    }
    const { id } = await prepare(ada)
    agree()
    await own.client.sessions.finish({ id })
    await own.client.coaching.markCoached({ agentId: grace.agent.id, driverId: 'hold_time' })
    agree()
    await own.client.sessions.reopen({ id })
    await own.client.sessions.cancel({ id })
    agree()
    // and nothing was estimated anew for it
    expect(told().gathered.weights).toBe(first.gathered.weights)
  })
})
