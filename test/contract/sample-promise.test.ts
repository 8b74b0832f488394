import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  bringSampleHistory,
  generateSample,
  REVIEWERS,
  type SampleManifest,
} from '../../engine/sample/index.ts'
import { expandOrders, importFiles } from '../../engine/imports/index.ts'
import type { AssessedDriver, RankedAgent, Ranking } from '../../shared/contract/coaching.ts'
import type { ImportReport } from '../../shared/contract/imports.ts'
import type { Person } from '../../shared/contract/people.ts'
import { describeBehindFigures } from '../support/behind-figures.ts'
import { openWorkspace, type TestWorkspace } from '../support/workspace.ts'
import { adoptSmallTeam } from '../support/policy.ts'

/**
 * The promise of the product, on its own sample: twelve weeks of exports of an invented contact centre, whose truth is known. They
 * are imported, read and ranked as anybody's would be; what was planted must be found, and found where it belongs.
 */
let own: TestWorkspace
let manifest: SampleManifest
let reports: ImportReport[]
let ranking: Ranking
let people: Person[]

beforeAll(async () => {
  own = await openWorkspace()
  await adoptSmallTeam(own.client)
  const folder = join(own.folder, 'sample')
  manifest = await generateSample(folder)
  const { context } = own.engine
  reports = await importFiles(
    context,
    await expandOrders(context.uploads, [{ reference: { path: folder } }]),
    {},
  )
  await own.analyze()
  await bringSampleHistory(context, manifest, new AbortController().signal)
  ranking = await own.client.coaching.rank({})
  people = await own.client.people.list({})
}, 120_000)
afterAll(() => own.close())

const rankedOf = (name: string): RankedAgent => ranking.agents.find(({ agent }) => agent.name === name)!

/** What a driver is called in the list of planted problems. */
const plantedQuestions: Record<string, RegExp> = {
  recap: /recap/i,
  verification: /identity verified/i,
  empathy: /acknowledged the situation/i,
}
const isOn = (planted: string) => (action: AssessedDriver) =>
  action.driver.id === planted ||
  (action.driver.id.startsWith('question:') &&
    (plantedQuestions[planted]?.test(action.driver.label) ?? false))

describe('reading the exports', () => {
  test('every file is read, and exactly the twelve damaged rows are in quarantine', async () => {
    expect(reports.filter(({ error }) => error !== null)).toEqual([])
    const quarantined = await own.client.imports.quarantine({})
    expect(quarantined.total).toBe(12)
    expect(manifest.badRows).toHaveLength(12)
    const inFile = (path: string) => path.slice(path.indexOf('/') + 1)
    expect(quarantined.rows.map(({ file, rowNumber }) => `${inFile(file)}:${rowNumber}`).toSorted()).toEqual(
      manifest.badRows.map(({ path, line }) => `${path}:${line}`).toSorted(),
    )
  })

  test('everything else is there, once', async () => {
    const { total: submitted } = await own.client.reviews.list({ states: ['submitted'] })
    expect(await own.client.workspace.summary()).toMatchObject({
      interactions: manifest.counts.contacts,
      surveys: manifest.counts.surveys,
      shifts: manifest.counts.shifts,
      periodSummaries: manifest.counts.periodSummaries,
      transcripts: manifest.counts.conversations,
      // those of the exports, one automated reading of each conversation, and what was scored here
      evaluations: manifest.counts.evaluations + manifest.counts.conversations + submitted,
      quarantined: 12,
    })
    expect(await own.client.workspace.check()).toEqual({ ok: true, problems: [], notes: [] })
  })

  test('no planted card number, address or telephone number stands in the database or the log', () => {
    const folder = join(own.folder, 'workspace')
    const contents = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8').toLowerCase())
    const telling = manifest.personalData.filter(({ text }) => text.length >= 7)
    expect(telling.length).toBeGreaterThan(20)
    const found = telling.filter(({ text }) =>
      contents.some((content) => content.includes(text.toLowerCase())),
    )
    expect(found).toEqual([])
  })

  test('no planted card code stands in the conversation it was said in', async () => {
    const pages = await Promise.all(
      [0, 200].map((offset) => own.client.conversations.list({ offset, limit: 200 })),
    )
    const items = pages.flatMap((page) => page.items)
    expect(items).toHaveLength(manifest.counts.conversations)
    let checked = 0
    for (const { contactId, text } of manifest.personalData.filter(({ text: one }) => one.length < 7)) {
      const conversation = items.find(({ contactRef }) => contactRef === contactId)
      if (!conversation) continue
      checked += 1
      const { segments } = await own.client.conversations.get({ interactionId: conversation.interactionId })
      const words = segments.flatMap((segment) => segment.text.split(/[^0-9A-Za-z]+/))
      expect([contactId, words.includes(text)]).toEqual([contactId, false])
    }
    expect(checked).toBeGreaterThan(0)
  })
})

describe('who is who', () => {
  const personWith = (id: string) =>
    people.filter(({ identities }) => identities.some((one) => one.externalId === id || one.email === id))

  test('every number and address of one person leads to that person', () => {
    for (const truth of manifest.truth.identities) {
      const keys = [truth.employeeId, truth.email, truth.login]
      if (!manifest.truth.nameOnlyInWorkforce.includes(truth.name)) keys.push(truth.workforceId)
      const found = new Set(keys.flatMap((key) => personWith(key).map(({ id }) => id)))
      expect([truth.name, found.size]).toEqual([truth.name, 1])
    }
  })

  test('who must be addressed for a failure is listed with what else to talk about', async () => {
    const { items } = await own.client.coaching.team({})
    const both = items.filter(({ state, actions }) => state === 'must-address' && actions > 0)
    expect(both.length).toBeGreaterThan(0)
    for (const { agent, reason } of both) {
      const [first] = ranking.agents.find((ranked) => ranked.agent.id === agent.id)!.actions
      expect(reason).toMatch(/^Failed: .+\. Then .+ against .+\.$/)
      const { id, label } = first!.driver
      expect(reason).toContain(`Then ${label}${id.startsWith('auto:') ? ' (automated, unverified)' : ''}: `)
    }
  })

  test('two people of one name stay two, and nobody else is doubled among the ranked', () => {
    const names = ranking.agents.map(({ agent }) => agent.name)
    const twice = names.filter((name, index) => names.indexOf(name) !== index)
    expect(twice).toEqual([manifest.truth.ambiguousName])
  })

  test('who is known to a tool by name only is proposed and waits for somebody to say so', async () => {
    const proposals = await own.client.people.proposals()
    const proposed = proposals.flatMap(({ keep, others }) => [
      keep.name,
      ...others.map(({ person }) => person.name),
    ])
    for (const name of manifest.truth.nameOnlyInWorkforce) expect(proposed).toContain(name)
  })

  test('who left or is on leave is not ranked, and listed with the reason', async () => {
    const { hidden, coverage } = await own.client.coaching.team({})
    const why = (name: string) => hidden.find(({ agent }) => agent.name === name)?.why
    for (const name of manifest.truth.left) expect(why(name)).toBe('has left')
    for (const name of manifest.truth.onLeave) expect(why(name)).toBe('is on leave')
    expect(ranking.agents).toHaveLength(46)
    expect(coverage.agentsHidden).toBe(hidden.length)
    const { items } = await own.client.coaching.team({})
    expect(
      items
        .filter(({ isNew }) => isNew)
        .map(({ agent }) => agent.name)
        .toSorted(),
    ).toEqual(manifest.truth.newStarters.toSorted())
  })
})

describe('the planted problems of nine people', () => {
  test('are each among that person’s actions', () => {
    const missed = manifest.truth.individual.filter(
      ({ name, driver }) => !rankedOf(name).actions.some(isOn(driver)),
    )
    expect(missed.map(({ name, driver }) => `${name}: ${driver}`)).toEqual([])
  })

  test('stand first for nearly all of them', () => {
    const first = manifest.truth.individual.filter(({ name, driver }) =>
      isOn(driver)(rankedOf(name).actions[0]!),
    )
    expect(first.length).toBeGreaterThanOrEqual(8)
  })

  test('put them at the head of the list of those without a critical failure', () => {
    const planted = new Set(manifest.truth.individual.map(({ name }) => name))
    const isPlanted = ({ agent }: RankedAgent) => planted.has(agent.name)
    const head = ranking.agents.filter(({ mustAddress }) => mustAddress.length === 0).slice(0, 10)
    // reviewers found a critical failure of one of them, who stands before the head for that
    const before = ranking.agents.filter(({ mustAddress }) => mustAddress.length > 0)
    expect(head.filter(isPlanted).length).toBeGreaterThanOrEqual(5)
    expect([...before, ...head].filter(isPlanted).length).toBeGreaterThanOrEqual(7)
    expect(planted).toContain(head[0]!.agent.name)
  })

  test('come with three to five moments each', () => {
    for (const { name, driver } of manifest.truth.individual) {
      const { evidence } = rankedOf(name).actions.find(isOn(driver))!
      expect([name, evidence.length >= 3 && evidence.length <= 5]).toEqual([name, true])
    }
  })

  test('put the one who opens accounts unverified into the lane above', () => {
    const emeka = rankedOf(manifest.truth.individual.find(({ driver }) => driver === 'verification')!.name)
    expect(emeka.state).toBe('must-address')
    expect(emeka.mustAddress.map(({ label }) => label)).toEqual(['Customer identity verified'])
    const others = ranking.agents.filter(({ agent }) => agent.id !== emeka.agent.id)
    for (const other of others)
      for (const { n } of other.mustAddress) expect(n).toBeLessThan(emeka.mustAddress[0]!.n)
  })
})

describe('what is not the people’s', () => {
  const { team, queue } = { team: 'Juniper', queue: 'Card Services' }

  test('the script of one team and the console of one queue are systemic findings', () => {
    const found = ranking.systemic.map(
      ({ driver, group }) => `${driver.label} of ${group.kind} ${group.label}`,
    )
    expect(found).toContain(`Offered further help of team ${manifest.truth.systemic.team.team}`)
    expect(found).toContain(`Hold time of queue ${manifest.truth.systemic.queue.queue}`)
    expect(manifest.truth.systemic).toMatchObject({ team: { team }, queue: { queue } })
  })

  test('nobody of that team has the missing question as an action of their own', () => {
    const members = ranking.agents.filter(({ agent }) => agent.team === team)
    expect(members.length).toBeGreaterThanOrEqual(14)
    const blamed = members.filter(({ actions }) =>
      actions.some(({ driver }) => /further help/i.test(driver.label)),
    )
    expect(blamed.map(({ agent }) => agent.name)).toEqual([])
  })

  test('of those on that queue, holds are an action at most of whoever holds longest among them', async () => {
    const members = ranking.agents.filter(({ agent }) => agent.team === team)
    const holds = members.flatMap(({ agent, drivers }) =>
      drivers.flatMap((one) => (one.driver.id === 'hold_time' ? [{ name: agent.name, ...one }] : [])),
    )
    const longest = holds.toSorted((a, b) => b.adjusted! - a.adjusted!)[0]!
    const blamed = holds.filter(({ status }) => status === 'proposed')
    expect(blamed.filter(({ name }) => name !== longest.name)).toEqual([])
  })
})

describe('the good agent on the hard queue', () => {
  test('is whom the naive rule would pick: the lowest raw satisfaction of all', async () => {
    const { rows } = await own.client.metrics.query({ metricId: 'csat_mean', by: 'agent', days: 28 })
    const ranked = new Set(ranking.agents.map(({ agent }) => agent.id))
    const worst = rows
      .filter(({ key }) => ranked.has(Number(key)))
      .toSorted((a, b) => a.value! - b.value!)[0]!
    expect(worst.label).toBe(manifest.truth.goodOnHardQueue.name)
  })

  test('has no action at all, and stands above the middle once the queue is taken into account', async () => {
    expect(rankedOf(manifest.truth.goodOnHardQueue.name).actions).toEqual([])
    const { rows } = await own.client.metrics.query({ metricId: 'csat_mean', by: 'agent', days: 28 })
    const adjusted = rows.map(({ adjusted: value }) => value!).toSorted((a, b) => a - b)
    const hers = rows.find(({ label }) => label === manifest.truth.goodOnHardQueue.name)!.adjusted!
    expect(hers).toBeGreaterThan(adjusted[Math.floor(adjusted.length / 2)]!)
  })

  test('while the one on the easy queue comes out worse than her raw satisfaction looks, and has one', async () => {
    const { rows } = await own.client.metrics.query({ metricId: 'csat_mean', by: 'agent', days: 28 })
    const name = manifest.truth.weakOnEasyQueue
    const worseThanHer = (value: (row: (typeof rows)[number]) => number) => {
      const hers = value(rows.find(({ label }) => label === name)!)
      return rows.filter((row) => value(row) < hers).length
    }
    const raw = worseThanHer((row) => row.value!)
    const fair = worseThanHer((row) => row.adjusted!)
    expect({ raw, fair, isWorse: fair < raw / 2 }).toMatchObject({ isWorse: true })
    expect(rankedOf(name).actions.length).toBeGreaterThan(0)
  })
})

describe('the excellent ones', () => {
  test('have no action, by whomever or whatever they were judged', () => {
    for (const { name } of manifest.truth.excellent)
      expect([name, rankedOf(name).actions.map(({ driver }) => driver.label)]).toEqual([name, []])
  })
})

describe('what automation says of the calls', () => {
  test('is nowhere "not said" of what was said', async () => {
    const did = new Map(manifest.truth.conversations.map((one) => [one.contactId, one.behaviours]))
    const asked = {
      'auto:greeting': 'greeting',
      'auto:verification': 'verification',
      'auto:recap': 'recap',
      'auto:further-help': 'furtherHelp',
      'auto:closing': 'closing',
    } as const
    const evaluations = await own.client.conversations.evaluations({})
    const answers = evaluations.flatMap(({ contactRef, answers: list }) =>
      list.map((answer) => ({ contactRef, ...answer })),
    )
    for (const [questionId, behaviour] of Object.entries(asked)) {
      const notSaid = answers.filter((one) => one.questionId === questionId && one.score0to1 === 0)
      const wrong = notSaid.filter(({ contactRef }) => did.get(contactRef ?? '')?.[behaviour] === true)
      expect([questionId, wrong.map(({ contactRef }) => contactRef)]).toEqual([questionId, []])
      expect([questionId, notSaid.length > 0]).toEqual([questionId, true])
    }
  })
})

describe('the two who score here', () => {
  const names = REVIEWERS.map(({ name }) => name)
  const form = async () =>
    (await own.client.scorecards.list()).find(({ name }) => name === 'Voice of Wrenfield')!.id
  const trustOf = async (title: string) => {
    const all = await own.client.trust.list()
    const question = all.find((one) => one.title === title && one.form === 'Voice of Wrenfield')!
    const history = await own.client.trust.history(question)
    return { ...question, history: history.toReversed() }
  }

  test('have about two hundred calls behind them, drawn at random over three weeks, and some still to do', async () => {
    const { items, workload } = await own.client.reviews.list({
      states: ['submitted', 'waiting', 'draft', 'skipped'],
      limit: 500,
    })
    expect(workload.map(({ reviewer }) => reviewer)).toEqual(names.toSorted())
    for (const { submitted, waiting, drafts } of workload) {
      expect(submitted).toBeGreaterThan(90)
      expect(waiting).toBeGreaterThan(5)
      expect(drafts).toBeGreaterThan(0)
    }
    const submitted = items.filter(({ state }) => state === 'submitted')
    const drawn = submitted.filter(({ selection }) => selection === 'random')
    expect(drawn.length).toBeGreaterThan(180)
    expect(drawn.every(({ chance }) => chance !== null && chance > 0)).toBe(true)
    const selections = new Set(submitted.map(({ selection }) => selection))
    expect([...selections].toSorted()).toEqual(['calibration', 'random', 'requested', 'risk', 'settle'])
    const days = new Set(
      submitted.map(({ submittedAt }) => new Date(submittedAt!).toISOString().slice(0, 10)),
    )
    expect([...days].toSorted()[0]).toBe('2026-11-05')
    expect(days.size).toBeGreaterThan(5)
    expect((await own.client.reviews.me()).name).toBeNull()
  })

  test('made the rule about greetings one that is trusted: one look in shadow, one while it assisted', async () => {
    const greeting = await trustOf('Greeting and own name')
    expect(greeting.state).toBe('trusted')
    expect(greeting.history.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['promotion', 'shadow', 'assist'],
      ['promotion', 'assist', 'trusted'],
    ])
    for (const { figures, at } of greeting.history) {
      const { gate } = figures as { gate: { n: number; fails: number; criteria: { isPassed: boolean }[] } }
      expect(gate.n).toBe(50)
      expect(gate.fails).toBeGreaterThanOrEqual(10)
      expect(gate.criteria.every(({ isPassed }) => isPassed)).toBe(true)
      expect(new Date(at).getUTCFullYear()).toBe(2026)
    }
    // while it assisted, most answers were filled in, and none of these counted
    expect(greeting.leftOut.filledIn).toBeGreaterThan(20)
  })

  test('took the rule about further help back when it went on passing what they no longer passed', async () => {
    const [help, greeting] = [await trustOf('Offered further help'), await trustOf('Greeting and own name')]
    expect(help.state).toBe('shadow')
    expect(help.history.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['promotion', 'shadow', 'assist'],
      ['demotion', 'assist', 'shadow'],
    ])
    const [promotion, demotion] = help.history
    expect(help.lost).toEqual({ at: demotion!.at, from: 'assist', why: demotion!.why })
    expect(greeting.lost).toBeNull()
    expect(demotion!.at).toBeGreaterThan(promotion!.at)
    const { watch } = demotion!.figures as {
      watch: {
        watched: string
        run: { observations: number; events: number }
        state: { signalledAt: number }
      }
    }
    expect(watch.watched).toBe('disagreement')
    expect(watch.run.events).toBeGreaterThanOrEqual(3)
    expect(watch.state.signalledAt).not.toBeNull()
    expect(demotion!.why).toMatch(
      /^Disagreed with people in \d+ of the last \d+ answers; \d+% was expected\.$/,
    )
  })

  test('see one question offered for retirement, clearly, and the critical one kept', async () => {
    const { questions } = await own.client.worth.questions({ scorecardId: await form(), days: 84 })
    const offered = questions.filter(({ isOfferedForRetirement }) => isOfferedForRetirement)
    expect(offered.map(({ question }) => question)).toEqual(['Used the customer’s name three times'])
    const [name] = offered
    expect(name!.verdict).toBe('predicts-nothing')
    const csat = name!.links.find(({ outcomeId }) => outcomeId === 'csat_mean')!
    expect(csat.pairedContacts).toBeGreaterThan(250)
    // no knife's edge: the interval ends well below nothing
    expect(csat.high).toBeLessThan(-0.01)
    expect(name!.n).toBeGreaterThan(400)
  })

  test('calibrated once and agreed on what an offer is, and are in the middle of the next', async () => {
    const sessions = await own.client.calibration.list()
    expect(sessions.map(({ name, state }) => [name, state])).toEqual([
      ['November', 'scoring'],
      ['What counts as an offer of help', 'settled'],
    ])
    const [open, settled] = sessions
    expect(open!.reviewers.map(({ submitted, total }) => [submitted, total])).toEqual([
      [6, 6],
      [2, 6],
    ])
    expect(settled!.reviewers.map(({ reviewer, submitted, total }) => [reviewer, submitted, total])).toEqual(
      names.map((name) => [name, 10, 10]),
    )
    const { results } = await own.client.calibration.get({ id: settled!.id })
    const offers = results!.questions.find(({ title }) => title === 'Offered further help')!
    expect(offers.differing).toBeGreaterThanOrEqual(3)
    expect(results!.items.flatMap(({ open: left }) => left)).toEqual([])
    const remarks = results!.items.flatMap((item) => Object.values(item.settled).map(({ remark }) => remark))
    expect(remarks).toContain(
      'An offer in the same breath as the goodbye is none: leave the customer time to answer.',
    )
    const { reviewers } = await own.client.calibration.reviewers({ scorecardId: await form(), days: 84 })
    const graded = reviewers.filter(({ reviewer }) => names.includes(reviewer))
    for (const { severity, settled: beside, medianActiveMs } of graded) {
      expect(severity.effect).not.toBeNull()
      expect(beside.n).toBeGreaterThan(50)
      expect(medianActiveMs).toBeGreaterThan(300_000)
    }
    expect(graded).toHaveLength(2)
  })

  test('had three answers disputed by agents: one changed, one stands, one is open', async () => {
    const { items } = await own.client.disputes.list({ state: 'all' })
    expect(items.map(({ state }) => state).toSorted()).toEqual(['open', 'overturned', 'upheld'])
    for (const { raisedBy, agent, reviewer, resolution, raisedAt, evaluatedAt } of items) {
      expect(raisedBy).toBe(agent!.name)
      expect(names).toContain(reviewer)
      expect(raisedAt - evaluatedAt!).toBeLessThan(14 * 86_400_000)
      if (resolution) expect(resolution.by).toBe(names.find((name) => name !== reviewer))
    }
    const { resolution } = items.find(({ state }) => state === 'overturned')!
    expect(resolution!.scoreAfter!).toBeGreaterThan(resolution!.scoreBefore!)
  })
})

describe('what came of sessions', () => {
  const heldWith = async (name: string, driverId: string) => {
    const { sessions } = await own.client.sessions.board({})
    const session = sessions.find(
      ({ state, focus, people: took }) =>
        state === 'held' && focus.driverId === driverId && took.some((one) => one.name === name),
    )!
    const [found] = await own.client.sessions.effects({ ids: [session.id] })
    return { session, effect: found!.effect }
  }
  /** How much less time, as one who compares before and after would say it. */
  const savedRaw = ({ selecting, after }: Awaited<ReturnType<typeof heldWith>>['effect']) =>
    1 - after!.raw! / selecting.raw!

  test('one worked: nearly twice the wrap-up before, and clearly better than expected after eight weeks', async () => {
    const { name, driver } = manifest.truth.coached.worked
    const { effect } = await heldWith(name, driver)
    expect(effect.state).toBe('improved')
    expect(effect.looks.map(({ isReached }) => isReached)).toEqual([true, true, true])
    expect(effect.controls.n).toBeGreaterThanOrEqual(5)
    // no knife's edge: the whole interval lies beyond the difference worth acting on
    expect(effect.effect!.low).toBeGreaterThan(effect.smallestDifference)
    expect(effect.before.n).toBeGreaterThan(50)
  })

  test('one only looked so: a quarter saved from before to after, as by everybody who was not coached', async () => {
    const { name, driver } = manifest.truth.coached.lookedSo
    const { session, effect } = await heldWith(name, driver)
    expect(savedRaw(effect)).toBeGreaterThan(0.2)
    // more than the difference worth acting on: before and after would have claimed it, and so did the commitment
    expect(effect.selecting.raw! - effect.after!.raw!).toBeGreaterThan(effect.smallestDifference)
    const { commitments } = await own.client.sessions.get({ id: session.id })
    expect(commitments.map(({ state }) => state)).toEqual(['kept'])
    expect(effect.state).toBe('no-change-seen')
    expect(effect.controls.n).toBeGreaterThanOrEqual(5)
    expect(effect.controls.change!).toBeGreaterThan(effect.smallestDifference)
    expect(effect.effect!.low).toBeLessThan(0)
    expect(effect.effect!.high).toBeLessThan(effect.smallestDifference)
  })

  test('one is too early to tell, and says how many contacts are to go', async () => {
    const { tooEarly } = manifest.truth.coached
    const { effect } = await heldWith(tooEarly.name, tooEarly.driver)
    expect(effect.state).toBe('progress')
    expect(effect.looks.map(({ isReached }) => isReached)).toEqual([true, false, false])
    expect(effect.contactsNeeded).toBeGreaterThan(0)
    expect(effect.contactsNeeded!).toBeLessThan(1000)
    expect(effect.effect!.low).toBeLessThan(0)
    expect(effect.effect!.high).toBeGreaterThan(0)
  })
})

describe('the weeks as they usually are', () => {
  const board = () => own.client.sessions.board({})

  test('have sessions prepared for the days after the end, each with a figure, moments and questions', async () => {
    const { sessions } = await board()
    const prepared = sessions.filter(({ state }) => state === 'prepared')
    expect(prepared).toHaveLength(3)
    const { days } = await own.client.sessions.week({ day: '2026-11-16' })
    const planned = days.flatMap(({ sessions: ofDay }) => ofDay.map(({ id }) => id))
    expect(new Set(planned)).toEqual(new Set(prepared.map(({ id }) => id)))
    for (const { id } of prepared) {
      const page = await own.client.sessions.get({ id })
      expect(page.people[0]!.figure).not.toBeNull()
      expect(page.questions.length).toBeGreaterThan(2)
      expect(page.agenda.length).toBeGreaterThan(1)
    }
  })

  test('have commitments kept, missed and open, and one that is overdue at the end', async () => {
    const { commitments } = await board()
    expect(new Set(commitments.map(({ state }) => state))).toEqual(new Set(['kept', 'not-kept', 'open']))
    const due = commitments.filter(({ state, dueOn }) => state === 'open' && dueOn! < manifest.endDay)
    expect(due).toHaveLength(1)
  })

  test('have a group session, somebody who agrees and somebody who does not, praise and one without', async () => {
    const { sessions } = await board()
    const held = sessions.filter(({ state }) => state === 'held')
    const group = held.filter(({ kind }) => kind === 'group')
    expect(group.map(({ people: took }) => took.length)).toEqual([4])
    const pages = await Promise.all(held.map(({ id }) => own.client.sessions.get({ id })))
    const given = pages.flatMap(({ people: took }) => took.flatMap((one) => one.acknowledgement ?? []))
    expect(new Set(given.map(({ agrees }) => agrees))).toEqual(new Set([true, false]))
    expect(given.every(({ comment }) => comment !== '')).toBe(true)
    expect(new Set(held.map(({ hasStrength }) => hasStrength))).toEqual(new Set([true, false]))
  })
})

describe('the finding that is kept', () => {
  test('has an owner and a status, is not gone, and is of a queue: nobody has it as an action', async () => {
    const { queue } = manifest.truth.systemic
    const [item, ...others] = await own.client.systemic.list({})
    expect(others).toEqual([])
    const record = await own.client.systemic.get({ id: item!.id })
    expect(record).toMatchObject({
      driver: { id: queue.driver },
      group: { kind: 'queue', key: queue.queue },
      status: 'doing',
    })
    expect(record.owner).not.toBe('')
    expect(record.history.map(({ kind }) => kind)).toEqual(['created', 'changed', 'note'])
    expect(record.conversations).toHaveLength(3)
    expect(record.check.verdict).not.toBe('gone')
    expect(ranking.systemic.map(({ driver, group }) => [driver.id, group.key])).toContainEqual([
      queue.driver,
      queue.queue,
    ])
  })

  test('is what a list of the longest holds would have put on the people of one team', async () => {
    const { rows } = await own.client.metrics.query({ metricId: 'hold_time', by: 'agent', days: 28 })
    const longest = rows
      .toSorted((a, b) => b.value! - a.value!)
      .slice(0, 10)
      .flatMap(({ key }) => ranking.agents.find(({ agent }) => agent.id === Number(key)) ?? [])
    const theirs = longest.filter(({ agent }) => agent.team === 'Juniper')
    expect(theirs.length).toBeGreaterThanOrEqual(8)
    const blamed = theirs.filter(({ actions }) => actions.some(({ driver }) => driver.id === 'hold_time'))
    expect(blamed.length).toBeLessThanOrEqual(1)
  })
})

describe('one figure of a group on every screen', () => {
  test('the ranking, the team page and the report across teams say what the heat map says', async () => {
    const { cells, drivers } = await own.client.patterns.overview({})
    const { systemic } = await own.client.coaching.team({})
    expect(systemic).toEqual(ranking.systemic)
    const { base64 } = await own.client.reports.write({ kind: 'director', format: 'html' })
    const html = Buffer.from(base64, 'base64').toString('utf8')
    const groups = ranking.systemic.filter(({ group }) => group.kind !== 'workspace')
    expect(groups.length).toBeGreaterThanOrEqual(4)
    for (const { driver, group, sentence, mean, agents, compared } of groups) {
      const cell = cells.find(
        (one) => one.driverId === driver.id && one.group.kind === group.kind && one.group.key === group.key,
      )!
      const said = cell.sentence.replace(' Look at the process before the people.', '')
      expect(sentence.slice(-said.length)).toBe(said)
      expect([mean, agents]).toEqual([cell.mean.value, cell.agents])
      expect(compared).toMatchObject({
        groupMean: cell.compared!.groupMean,
        agents: cell.compared!.agents,
        rest: cell.compared!.rest,
      })
      expect(cell.compared!.isFlagged).toBe(true)
      // a number keeps its unit beside it there
      expect(html.replaceAll('\u00a0', ' ')).toContain(sentence)
    }
    const flagged = cells.filter(({ compared }) => compared?.isFlagged)
    expect(flagged).toHaveLength(groups.length)
    // the team that a long list of holds would blame is cleared in the same words
    const hold = cells.find(({ driverId, group }) => driverId === 'hold_time' && group.label === 'Juniper')!
    expect(hold.compared).toMatchObject({ isMixOfWork: true, isFlagged: false })
    expect(hold.mean.value - hold.others!).toBeGreaterThan(
      drivers.find(({ id }) => id === 'hold_time')!.delta,
    )
    expect(hold.sentence).toContain('about equal, so what they work on makes the difference')
    expect(html).toMatch(/Juniper is not behind in Hold time: .* What is off is the queue Card Services/)
  })
})

// last: it computes the shares, which all else does without
describeBehindFigures(() => own)
