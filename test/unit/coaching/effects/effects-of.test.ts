import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { coachingEffect, waitingListResult } from '../../../../shared/contract/effects.ts'
import { dayNumber, dayOfNumber } from '../../../../shared/domain/time.ts'
import {
  effectOf,
  effectsOf,
  programmeView,
  waitingListOf,
  type EffectRequest,
  type WaitingListRequest,
} from '../../../../engine/coaching/index.ts'
import { csv, openWorkspace, type TestWorkspace } from '../../../support/workspace.ts'

const DAY_MS = 86_400_000
const FIRST_DAY = dayNumber('2026-01-01')
const HELD_DAY = FIRST_DAY + 84
const LAST_DAY = HELD_DAY + 60
const A_DAY = 6

/** Evenly spread yeses: a share of a run of contacts. */
const isYes = (k: number, share: number) => Math.floor((k + 1) * share) > Math.floor(k * share)

interface Works {
  name: string
  team: string
  /** Share of contacts passed on, by day. */
  share: (day: number) => number
}

const ordinary: Works[] = Array.from({ length: 24 }, (_, i) => ({
  name: `Person ${String.fromCharCode(65 + i)}`,
  team: `Team ${1 + (i % 6)}`,
  share: () => 0.16 + 0.01 * (i % 9),
}))
const isSelecting = (day: number) => day >= HELD_DAY - 28 && day < HELD_DAY
const people: Works[] = [
  ...ordinary,
  { name: 'Helped Once', team: 'Team 1', share: (day) => (day > HELD_DAY ? 0.1 : 0.42) },
  { name: 'Only Unlucky', team: 'Team 2', share: (day) => (isSelecting(day) ? 0.36 : 0.22) },
  { name: 'Got Worse', team: 'Team 3', share: (day) => (day > HELD_DAY ? 0.5 : 0.25) },
]

describe('the effect of a session', () => {
  let own: TestWorkspace
  let ids: Map<string, number>
  const request = (name: string, more: Partial<EffectRequest> = {}): EffectRequest => ({
    personId: ids.get(name)!,
    driverId: 'transfer_rate',
    heldDay: HELD_DAY,
    selecting: { from: HELD_DAY - 28, to: HELD_DAY - 1 },
    coachedIds: new Set(['Helped Once', 'Only Unlucky', 'Got Worse'].map((one) => ids.get(one)!)),
    ...more,
  })
  const of = (name: string, newest: number, more: Partial<EffectRequest> = {}) =>
    effectOf(own.engine.context.read, request(name, more), newest)

  beforeAll(async () => {
    own = await openWorkspace()
    const rows = people.flatMap(({ name, team, share }, p) => {
      let k = p * 7
      return Array.from({ length: LAST_DAY - FIRST_DAY + 1 }, (_, d) => FIRST_DAY + d).flatMap((day) =>
        Array.from({ length: A_DAY }, (_, c) => ({
          contact_id: `${p}-${day}-${c}`,
          agent_name: name,
          team,
          queue: 'Orders',
          channel: 'voice',
          started_at: new Date(day * DAY_MS + (9 + c) * 3_600_000).toISOString(),
          talk_seconds: 200,
          transferred: isYes(k++, share(day)) ? 'yes' : 'no',
        })),
      )
    })
    await own.take('calls.csv', csv(rows))
    ids = new Map((await own.client.people.list({})).map(({ name, id }) => [name, id]))
  })
  afterAll(() => own.close())

  it('waits for two weeks, tells progress, and gives one verdict after eight', () => {
    const states = [0, 13, 14, 28, 55, 56, 60].map((days) => of('Helped Once', HELD_DAY + days).state)
    expect(states).toEqual(['waiting', 'waiting', 'progress', 'progress', 'progress', 'improved', 'improved'])
  })

  it('never changes its verdict with newer data', () => {
    expect(of('Helped Once', LAST_DAY)).toEqual(of('Helped Once', HELD_DAY + 56))
  })

  it('shows its whole arithmetic', () => {
    const effect = of('Helped Once', LAST_DAY)
    expect(coachingEffect.parse(effect)).toEqual(effect)
    expect(effect.before).toMatchObject({
      days: { from: dayOfNumber(HELD_DAY - 56), to: dayOfNumber(HELD_DAY - 29) },
      n: 28 * A_DAY,
    })
    expect(effect.selecting.raw).toBeCloseTo(0.42, 1)
    expect(effect.after).toMatchObject({
      days: { from: dayOfNumber(HELD_DAY + 1), to: dayOfNumber(HELD_DAY + 56) },
      n: 56 * A_DAY,
    })
    expect(effect.after!.raw).toBeCloseTo(0.1, 1)
    // fewer transfers are better: the effect is positive, and about what it took off
    expect(effect.effect!.value).toBeGreaterThan(0.2)
    expect(effect.effect!.value).toBeCloseTo(effect.expectedWithout! - effect.after!.adjusted!, 6)
    expect(effect.bounce!.value).toBeLessThan(0)
    expect(effect.controls).toMatchObject({ from: 'other-teams', tooFew: null })
    expect(effect.controls.n).toBeGreaterThanOrEqual(5)
    expect(effect.looks.map(({ weeks, isReached, isVerdict }) => [weeks, isReached, isVerdict])).toEqual([
      [2, true, false],
      [4, true, false],
      [8, true, true],
    ])
    expect(effect.sentence).toMatch(
      /^Improved: \d+ percentage points better than expected without coaching \(from 336 contacts, against \d+ people who were not coached\), very likely between/,
    )
    expect(effect.chart!.weeks.filter(({ week, signal }) => week >= 0 && signal !== null)).not.toEqual([])
  })

  it('does not credit coaching with a bad month that passed', () => {
    const { state, selecting, after, effect } = of('Only Unlucky', LAST_DAY)
    // before and after would have claimed fourteen points
    expect(selecting.raw! - after!.raw!).toBeGreaterThan(0.12)
    expect(['no-change-seen', 'too-early']).toContain(state)
    expect(effect!.low).toBeLessThan(0)
  })

  it('says when it got worse', () => {
    expect(of('Got Worse', LAST_DAY).state).toBe('worse')
  })

  it('says why there is nobody to compare with', () => {
    const coachedIds = new Set(ids.values())
    const { state, effect, controls, sentence } = of('Helped Once', LAST_DAY, { coachedIds })
    expect([state, effect, controls.n]).toEqual(['too-early', null, 0])
    expect(sentence).toBe('Too early to tell: nobody on the same work was not coached, and it takes 5.')
  })

  it('says when nothing was seen of the agent', () => {
    const { state, sentence } = of('Person A', LAST_DAY, { driverId: 'adherence' })
    expect(state).toBe('too-early')
    expect(sentence).toMatch(/there is no shift since the session/)
  })

  it('gives many at once what it gives each alone', () => {
    const requests = ['Helped Once', 'Only Unlucky', 'Got Worse'].map((name, i) =>
      request(name, { heldDay: HELD_DAY - 3 * i, selecting: null }),
    )
    const together = effectsOf(own.engine.context.read, requests, LAST_DAY)
    expect(together).toEqual(requests.map((one) => effectOf(own.engine.context.read, one, LAST_DAY)))
  })

  it('refuses a driver that is not measured here in one sentence', () => {
    expect(() => of('Helped Once', LAST_DAY, { driverId: 'question:99' })).toThrow(
      'There is no driver "question:99" in this workspace.',
    )
  })

  it('brings the sessions of a group together, each driver by its own smallest difference', () => {
    const effects = ['Helped Once', 'Only Unlucky', 'Got Worse'].map((name) => of(name, LAST_DAY))
    const [one] = programmeView(
      effects.map((effect) => ({ key: 'transfer_rate', group: 'transfers', effect })),
    )
    expect(one).toMatchObject({ group: 'transfers', sessions: 3, judged: 3, unit: 'stored' })
    expect(one!.verdicts).toMatchObject({ improved: 1, worse: 1 })
    expect(one!.interval!.low).toBeLessThan(one!.mean!)
    expect(one!.prediction!.low).toBeLessThan(one!.interval!.low)
    const other = of('Helped Once', LAST_DAY, { driverId: 'acw_time' })
    const [mixed] = programmeView(
      [effects[0]!, other].map((effect) => ({ key: 'Quinn', group: 'Quinn', effect })),
    )
    expect([mixed!.unit, mixed!.interval]).toEqual(['smallest-differences', null])
    expect(mixed!.mean).toBeCloseTo(effects[0]!.effect!.value / 0.04, 9)
    const [later] = programmeView([{ key: '1', group: 'new', effect: of('Helped Once', HELD_DAY + 20) }])
    expect(later).toMatchObject({ judged: 0, mean: null })
    // two questions of one wording are two
    const twins = programmeView(
      effects.slice(0, 2).map((effect, at) => ({ key: `question:${at}`, group: 'Recap', effect })),
    )
    expect(twins.map(({ key, group, sessions }) => [key, group, sessions])).toEqual([
      ['question:0', 'Recap', 1],
      ['question:1', 'Recap', 1],
    ])
  })

  it('compares who was drawn to go first with who waits', () => {
    const drawn = (more: Partial<WaitingListRequest> = {}, newest = LAST_DAY) =>
      waitingListOf(
        own.engine.context.read,
        {
          driverId: 'transfer_rate',
          drawnDay: HELD_DAY,
          seed: 3,
          firstIds: ['Helped Once', 'Person A', 'Person C'].map((name) => ids.get(name)!),
          waitingIds: ['Person B', 'Person D', 'Person E', 'Person F'].map((name) => ids.get(name)!),
          selecting: null,
          endedDay: null,
          ...more,
        },
        newest,
      )
    const result = drawn()
    expect(waitingListResult.parse(result)).toEqual(result)
    expect(result).toMatchObject({ first: 3, waiting: 4 })
    expect(result.effect!.isExact).toBe(true)
    expect(result.effect!.value).toBeGreaterThan(0.05)
    expect(drawn({}, HELD_DAY + 10).state).toBe('waiting')
    expect(drawn({}, HELD_DAY + 30).state).toBe('progress')
    expect(drawn({ endedDay: HELD_DAY + 20 }).sentence).toMatch(/^Too early to tell: somebody who waits/)
    // what comes after somebody who waits was coached is left out
    expect(drawn({ endedDay: HELD_DAY + 41 }).days!.to).toBe(dayOfNumber(HELD_DAY + 40))
    expect(drawn({ waitingIds: [] }).sentence).toBe('Too few to tell: it takes two with data on either side.')
  })
})
