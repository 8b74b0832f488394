import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AssessedDriver, RankedAgent, Ranking } from '../../../shared/contract/coaching.ts'
import { dayNumber } from '../../../shared/domain/time.ts'
import { openWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { DAYS, FIRST_DAY, floorOf, formWeights, questions, takeFloor } from './floor.ts'

let own: TestWorkspace
let ranking: Ranking
const of = (name: string): RankedAgent => ranking.agents.find(({ agent }) => agent.name === name)!
const driverOf = (name: string, label: string): AssessedDriver =>
  of(name).drivers.find(({ driver }) => driver.label === label)!

beforeAll(async () => {
  own = await openWorkspace()
  await takeFloor(
    own,
    floorOf([
      {
        name: 'Ada Byron',
        team: 'North',
        transferShare: 0.35,
        holdSeconds: 60,
        adherence: 0.8,
        acwSeconds: 200,
      },
      { name: 'Grace Hopper', team: 'South', passes: { Recap: 0.2 } },
      { name: 'Mary Somerville', team: 'South', passes: { Recap: 0.5 }, evaluations: 4 },
    ]),
  )
  ranking = await own.client.coaching.rank({})
})
afterAll(() => own.close())

describe('a floor with planted problems', () => {
  test('has the people with them first, each with the planted driver', () => {
    expect(
      ranking.agents.slice(0, 2).map(({ agent, actions }) => [agent.name, actions[0]!.driver.label]),
    ).toEqual([
      ['Ada Byron', 'Transfers'],
      ['Grace Hopper', 'Recap'],
    ])
    expect(of('Grace Hopper').actions).toHaveLength(1)
  })

  test('gives nobody else an action: the ordinary ones are on track', () => {
    const others = ranking.agents.filter(({ agent }) => agent.name.startsWith('Person'))
    expect(others.map(({ state, actions }) => [state, actions.length])).toEqual(
      others.map(() => ['on-track', 0]),
    )
  })

  test('proposes three actions at most, the best of all that were weighed', () => {
    const { actions, drivers } = of('Ada Byron')
    expect(drivers.filter(({ status }) => status === 'proposed')).toHaveLength(4)
    expect(actions.map(({ driver }) => driver.id)).toEqual(drivers.slice(0, 3).map(({ driver }) => driver.id))
    const priorities = drivers.filter(({ status }) => status === 'proposed').map(({ priority }) => priority)
    expect(priorities).toEqual(priorities.toSorted((a, b) => b - a))
  })

  test('says how many more evaluations would settle what cannot be told yet', () => {
    const { notEnoughEvidence } = of('Mary Somerville')
    const recap = notEnoughEvidence.find(({ driver }) => driver.label === 'Recap')!
    expect(recap).toMatchObject({ n: 4, status: 'not-enough-evidence' })
    expect(recap.probabilityOfGap).toBeGreaterThan(0.2)
    expect(recap.probabilityOfGap).toBeLessThan(0.8)
    expect(recap.evaluationsNeeded).toBeGreaterThan(0)
  })

  test('looks at the four weeks to the newest data, whatever today is', async () => {
    const newest = new Date(FIRST_DAY + (DAYS - 1) * 86_400_000).toISOString().slice(0, 10)
    expect(ranking.window).toEqual({ from: '2026-03-01', to: newest })
    own.clock.now += 400 * 86_400_000
    expect((await own.client.coaching.rank({})).window).toEqual(ranking.window)
    own.clock.now -= 400 * 86_400_000
    expect((await own.client.coaching.rank({ days: 7, to: '2026-03-14' })).window).toEqual({
      from: '2026-03-08',
      to: '2026-03-14',
    })
  })
})

describe('the figures of everything weighed', () => {
  test('agree with one another', () => {
    const claims: Record<string, (one: AssessedDriver) => boolean> = {
      'priority is gain, coachability and freshness': (one) =>
        Math.abs(one.priority - one.gainPerWeek * one.coachability * one.freshness) < 1e-12,
      'the mean lies in its interval': ({ posterior: { low, mean, high } }) => low <= mean && mean <= high,
      'the peers’ mean is that of the peers drawn, the person left out': ({ peers, peerMean }) =>
        peers.length === 0 ||
        Math.abs(peerMean - peers.reduce((sum, one) => sum + one, 0) / peers.length) < 1e-9,
      'the weight lies in its interval': ({ weight: { low, value, high } }) => low <= value && value <= high,
      'reliability is a share': ({ reliability }) => reliability >= 0 && reliability <= 1,
      'what is proposed is probable': ({ status, probabilityOfGap }) =>
        status !== 'proposed' || probabilityOfGap >= 0.8,
      'what is on track is improbable': ({ status, probabilityOfGap }) =>
        status !== 'on-track' || probabilityOfGap < 0.2,
    }
    const breaches = ranking.agents.flatMap(({ agent, drivers }) =>
      drivers.flatMap((one) =>
        Object.entries(claims).flatMap(([claim, holds]) =>
          holds(one) ? [] : [`${agent.name}, ${one.driver.label}: ${claim}`],
        ),
      ),
    )
    expect(breaches).toEqual([])
  })

  test('make a gain of the expected gap, the weight and the contacts a week', () => {
    for (const { actions } of ranking.agents)
      for (const one of actions) {
        const gap = Math.abs(one.benchmark - one.posterior.mean)
        const expectedGap = one.gainPerWeek / one.weight.value / one.contactsPerWeek
        // where a gap is nearly certain, its expectation is the gap itself; it is never less
        expect(expectedGap).toBeGreaterThanOrEqual(gap - 1e-9)
        expect(expectedGap).toBeLessThan(gap * 1.1)
      }
  })

  test('sum to the priority of the person, a quarter more where nobody coached them for 28 days', () => {
    for (const { priority, actions } of ranking.agents)
      expect(priority).toBeCloseTo(1.25 * actions.reduce((sum, one) => sum + one.priority, 0), 12)
  })

  test('are those one gets by asking for the metric', async () => {
    for (const { id } of [{ id: 'transfer_rate' }, { id: 'hold_time' }, { id: 'adherence' }]) {
      const { rows } = await own.client.metrics.query({ metricId: id, by: 'agent', days: 28 })
      for (const row of rows) {
        const one = of(row.label).drivers.find(({ driver }) => driver.id === id)!
        expect([row.label, one.n, one.raw]).toEqual([row.label, row.n, row.value])
        expect(one.adjusted).toBeCloseTo(row.adjusted!, 9)
      }
    }
  })

  test('are the ones in the sentence', () => {
    const transfers = driverOf('Ada Byron', 'Transfers')
    const percent = (share: number) => `${Math.round(share * 100)}%`
    const { posterior, n, benchmark, contactsPerWeek } = transfers
    expect(transfers.sentence).toContain(
      `probably ${percent(posterior.mean)} (${percent(posterior.low)} to ${percent(posterior.high)}, from ${n} contacts), where a good peer reaches ${percent(benchmark)}.`,
    )
    const worth = ((transfers.gainPerWeek / contactsPerWeek) * 4).toFixed(2)
    expect(transfers.sentence).toContain(
      `about ${worth} points of CSAT (1 to 5) a contact, over ${Math.round(contactsPerWeek)} contacts a week.`,
    )
  })

  test('count contacts a week in which the driver applies', () => {
    expect(driverOf('Ada Byron', 'Transfers').contactsPerWeek).toBe(40)
    expect(driverOf('Grace Hopper', 'Recap').contactsPerWeek).toBe(40)
  })
})

describe('what a driver is worth', () => {
  test('is estimated from the contacts where these tell, and else what its definition assumes', () => {
    expect(driverOf('Ada Byron', 'Transfers').weight.basis).toBe('within')
    const recap = driverOf('Ada Byron', 'Recap').weight
    expect(recap.basis).toBe('prior')
    expect(recap.value).toBeCloseTo(0.08 * (formWeights.Recap / 4), 12)
  })

  test('is what one pins it at, until the pin is taken away', async () => {
    const before = driverOf('Grace Hopper', 'Recap')
    await own.client.coaching.pinWeight({ driverId: before.driver.id, value: 0.5 })
    const pinned = (await own.client.coaching.rank({})).agents.find(
      ({ agent }) => agent.name === 'Grace Hopper',
    )!
    expect(pinned.actions[0]).toMatchObject({
      driver: before.driver,
      weight: { value: 0.5, low: 0.5, high: 0.5, basis: 'pinned' },
    })
    expect(pinned.actions[0]!.priority).toBeCloseTo((before.priority * 0.5) / before.weight.value, 9)
    await own.client.coaching.pinWeight({ driverId: before.driver.id, value: null })
    expect(await own.client.coaching.rank({})).toEqual(ranking)
  })

  test('is its share of the form where the outcome is the QA score, and nothing off the form', async () => {
    await own.client.workspace.setPreferences({ outcomeMetricId: 'qa_score' })
    const byScore = await own.client.coaching.rank({})
    expect(byScore.outcome).toBe('qa_score')
    const ada = byScore.agents.find(({ agent }) => agent.name === 'Ada Byron')!
    for (const label of questions)
      expect(ada.drivers.find(({ driver }) => driver.label === label)!.weight).toEqual({
        value: formWeights[label] / 4,
        low: formWeights[label] / 4,
        high: formWeights[label] / 4,
        basis: 'form',
      })
    expect(ada.drivers.find(({ driver }) => driver.id === 'transfer_rate')).toMatchObject({
      status: 'no-link',
    })
    expect(ada.actions).toEqual([])
    const grace = byScore.agents.find(({ agent }) => agent.name === 'Grace Hopper')!
    expect(grace.actions.map(({ driver }) => driver.label)).toEqual(['Recap'])
    expect(grace.actions[0]!.sentence).toContain('points of QA score (0 to 100) a contact')
    await own.client.workspace.setPreferences({ outcomeMetricId: 'csat_mean' })
  })

  test.each(['fcr', 'resolved_rate'])(
    'is what definitions assume where nobody knows %s',
    async (outcomeMetricId) => {
      await own.client.workspace.setPreferences({ outcomeMetricId })
      const { outcome, agents } = await own.client.coaching.rank({})
      expect(outcome).toBe(outcomeMetricId)
      expect(new Set(agents.flatMap(({ drivers }) => drivers.map(({ weight }) => weight.basis)))).toEqual(
        new Set(['prior']),
      )
      await own.client.workspace.setPreferences({ outcomeMetricId: 'csat_mean' })
    },
  )
})

describe('coached today', () => {
  const coach = async (daysBeforeEnd: number) => {
    own.clock.now = FIRST_DAY + (DAYS - 1 - daysBeforeEnd) * 86_400_000 + 12 * 3_600_000
    const grace = of('Grace Hopper')
    const mark = await own.client.coaching.markCoached({
      agentId: grace.agent.id,
      driverId: grace.actions[0]!.driver.id,
      note: 'agreed to close with the next step',
    })
    const after = (await own.client.coaching.rank({})).agents.find(
      ({ agent }) => agent.id === grace.agent.id,
    )!
    await own.client.coaching.unmarkCoached({ id: mark.id })
    return { mark, after, before: grace }
  }

  test.each([
    [0, 0.3, 1],
    [14, 0.3, 1],
    [21, 0.475, 1],
    [28, 0.65, 1.25],
    [42, 1, 1.25],
  ])('%i days before the end of the data leaves %f of the priority', async (days, freshness, factor) => {
    const { after, before } = await coach(days)
    expect(after.actions[0]!.freshness).toBeCloseTo(freshness, 12)
    expect(after.actions[0]!.priority).toBeCloseTo(before.actions[0]!.priority * freshness, 12)
    expect(after.priority).toBeCloseTo(after.actions[0]!.priority * factor, 12)
  })

  test('is remembered with its note and can be taken back', async () => {
    const { mark, before } = await coach(3)
    expect(mark).toMatchObject({ driverLabel: 'Recap', note: 'agreed to close with the next step' })
    const { ranked, coached } = await own.client.coaching.agent({ agentId: before.agent.id })
    expect(coached).toEqual([])
    expect(ranked.actions[0]!.freshness).toBe(1)
  })

  test('counts by the day of the workspace’s own time zone', async () => {
    const inNewYork = await openWorkspace('America/New_York')
    const { client, clock } = inNewYork
    await takeFloor(inNewYork, floorOf([], 2))
    const { agent, drivers } = (await client.coaching.rank({})).agents[0]!
    // ten in the evening there, and already the next day in UTC
    clock.now = Date.parse('2026-03-20T02:00:00Z')
    await client.coaching.markCoached({ agentId: agent.id, driverId: drivers[0]!.driver.id })
    const isCoachedToday = async () =>
      (await client.coaching.team({})).items.find((item) => item.agent.id === agent.id)!.coachedToday
    expect(await isCoachedToday()).toBe(true)
    clock.now = Date.parse('2026-03-20T05:00:00Z')
    expect(await isCoachedToday()).toBe(false)
    await inNewYork.close()
  })
})

describe('evidence', () => {
  test('is three to five moments, of the person, the window and the driver, none of a contact twice', async () => {
    const page = await own.client.conversations.evaluations({ agentId: of('Grace Hopper').agent.id })
    const failed = new Set(
      page.flatMap(({ id, answers }) =>
        answers.some(({ label, score0to1 }) => label === 'Recap' && score0to1 === 0) ? [id] : [],
      ),
    )
    const [recap] = of('Grace Hopper').actions
    expect(recap!.evidence.length).toBeGreaterThanOrEqual(3)
    for (const { evaluationId, kind } of recap!.evidence) {
      expect(kind).toBe('answer')
      expect(failed.has(evaluationId!)).toBe(true)
    }
    for (const { actions } of ranking.agents)
      for (const { evidence } of actions) {
        expect(evidence.length).toBeGreaterThanOrEqual(3)
        expect(evidence.length).toBeLessThanOrEqual(5)
        for (const { at } of evidence) {
          expect(at).toBeGreaterThanOrEqual(FIRST_DAY)
          expect(at).toBeLessThan(FIRST_DAY + (DAYS + 2) * 86_400_000)
        }
        expect(
          new Set(evidence.map(({ title, at, evaluationId }) => `${title} ${at} ${evaluationId}`)).size,
        ).toBe(evidence.length)
      }
  })

  test('of adherence is the days furthest off schedule', () => {
    const adherence = of('Ada Byron').drivers.find(({ driver }) => driver.id === 'adherence')!
    const shown = of('Ada Byron').actions.find(({ driver }) => driver.id === 'adherence')
    for (const { kind, title } of shown?.evidence ?? []) {
      expect(kind).toBe('shift')
      expect(Number.parseInt(title, 10)).toBeLessThanOrEqual(Math.round(adherence.raw! * 100))
    }
  })
})

test('the window before gives what one is compared with', async () => {
  const floor = await openWorkspace()
  const people = (recap: number) =>
    floorOf([{ name: 'Grace Hopper', team: 'South', passes: { Recap: recap } }])
  await takeFloor(floor, people(0.2), FIRST_DAY)
  await takeFloor(floor, people(0.9), FIRST_DAY + DAYS * 86_400_000)
  const page = await floor.client.coaching.agent({
    agentId: (await floor.client.people.list({ search: 'Grace' }))[0]!.id,
  })
  expect(dayNumber(page.window.from) - dayNumber(page.previousWindow.to)).toBe(1)
  const recap = page.ranked.drivers.find(({ driver }) => driver.label === 'Recap')!
  expect(recap.raw).toBeGreaterThan(0.85)
  // what the window before showed is shrunk as this one's is
  expect(recap.previous).toBeGreaterThan(0.2)
  expect(recap.previous).toBeLessThan(0.5)
  await floor.close()
})
