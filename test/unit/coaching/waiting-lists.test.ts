import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { longestTie } from '../../../engine/coaching/waiting-lists/ties.ts'
import { drawOrder } from '../../../engine/statistics/index.ts'
import { openWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { FIRST_DAY, floorOf, takeFloor, type Works } from './floor.ts'

const DAY_MS = 86_400_000
const BLOCK_MS = 28 * DAY_MS
const names = ['Ada Byron', 'Grace Hopper', 'Joan Clarke', 'Mary Allen', 'Edith Clarke', 'Jean Bartik']

let own: TestWorkspace

/** Six who all pass on three calls in ten, among fourteen who do not. */
const floor = (shareOf: (name: string) => number = () => 0.3): Works[] =>
  floorOf(
    names.map((name, index) => ({
      name,
      team: index % 2 === 0 ? 'North' : 'South',
      transferShare: shareOf(name),
    })),
    14,
  )

beforeEach(async () => {
  own = await openWorkspace()
  for (const block of [0, 1]) await takeFloor(own, floor(), FIRST_DAY + block * BLOCK_MS)
  own.clock.now = FIRST_DAY + 2 * BLOCK_MS + 10 * 3_600_000
})
afterEach(() => own.close())

const transfers = async () =>
  (await own.client.waitingLists.ties({})).find(({ driver }) => driver.id === 'transfer_rate')
const draw = async (first?: number) => {
  const tie = (await transfers())!
  const agentIds = tie.people.filter(({ name }) => names.includes(name)).map(({ id }) => id)
  return own.client.waitingLists.draw({ driverId: 'transfer_rate', agentIds, first })
}
const only = async () => (await own.client.waitingLists.list())[0]!

describe('ties', () => {
  test('are the most priorities within a tenth of their highest', () => {
    expect(longestTie([10, 9.5, 9, 8, 7.9, 7.8, 7.3])).toEqual({ from: 3, to: 7 })
    expect(longestTie([10, 9, 8.9])).toEqual({ from: 0, to: 2 })
    expect(longestTie([])).toEqual({ from: 0, to: 0 })
  })

  test('are found on a driver whose gap is proposed for at least four', async () => {
    const tie = (await transfers())!
    expect(tie.people.map(({ name }) => name).toSorted()).toEqual(names.toSorted())
    const priorities = tie.people.map(({ priority }) => priority)
    expect(priorities).toEqual(priorities.toSorted((a, b) => b - a))
    const tied = tie.people.filter(({ isTied }) => isTied).map(({ priority }) => priority)
    expect(Math.min(...tied)).toBeGreaterThanOrEqual(0.9 * Math.max(...tied))
  })

  test('leave out who has a session on it in hand', async () => {
    const { id } = (await transfers())!.people[0]!
    await own.client.sessions.prepare({ agentIds: [id], driverId: 'transfer_rate' })
    expect((await transfers())!.people.map((one) => one.id)).not.toContain(id)
  })
})

describe('a draw', () => {
  test('keeps order, seed, driver, days and who drew, and gives the same order again', async () => {
    await own.client.reviews.setMe({ name: 'Kim Reyes' })
    await draw()
    const list = await only()
    expect(list).toMatchObject({
      driver: { id: 'transfer_rate', label: 'Transfers' },
      drawnOn: '2026-04-26',
      drawnAt: own.clock.now,
      drawnBy: 'Kim Reyes',
      isRepeatable: true,
      endedOn: null,
      result: { state: 'waiting', first: 3, waiting: 3, effect: null },
    })
    const order = list.people.map(({ id }) => String(id))
    expect(drawOrder(order.toSorted(), list.seed)).toEqual(order)
    expect(list.people.map(({ isFirst }) => isFirst)).toEqual([true, true, true, false, false, false])
    expect(list.people.map(({ name }) => name).toSorted()).toEqual(names.toSorted())
    expect(await transfers()).toBeUndefined()
  })

  test('says what cannot be drawn', async () => {
    const { people } = (await transfers())!
    const of = (agentIds: number[], first?: number) =>
      own.client.waitingLists.draw({ driverId: 'transfer_rate', agentIds, first })
    const ids = people.map(({ id }) => id)
    await expect(of(ids.slice(0, 3))).rejects.toThrow('at least 4 people')
    await expect(of(ids, 5)).rejects.toThrow('at least two must wait')
    const { agents } = await own.client.coaching.rank({})
    const ordinary = agents.find(({ agent }) => agent.name === 'Person A')!.agent.id
    await expect(of([...ids, ordinary])).rejects.toThrow('Person A cannot be drawn')
    await expect(own.client.waitingLists.draw({ driverId: 'question:999', agentIds: ids })).rejects.toThrow(
      'no longer measured',
    )
    await of(ids)
    await expect(of(ids)).rejects.toThrow('is on a drawn list for Transfers already')
    expect(await own.client.waitingLists.list()).toHaveLength(1)
  })

  test('is undone, and comes back unless somebody was drawn anew', async () => {
    const { id } = await draw()
    await own.client.waitingLists.remove({ id })
    expect(await own.client.waitingLists.list()).toEqual([])
    await own.client.waitingLists.restore({ id })
    expect(await own.client.waitingLists.list()).toHaveLength(1)
    await own.client.waitingLists.remove({ id })
    await draw()
    await expect(own.client.waitingLists.restore({ id })).rejects.toThrow('was drawn anew since')
    await expect(own.client.waitingLists.remove({ id: 99 })).rejects.toThrow('no longer there')
  })
})

describe('what a draw shows', () => {
  const hold = async (person: { id: number | null }, at: number) => {
    own.clock.now = at
    const { id } = await own.client.sessions.prepare({ agentIds: [person.id!], driverId: 'transfer_rate' })
    await own.client.sessions.finish({ id })
    return id
  }

  test('is that those who went first improved, where coaching worked on all of them', async () => {
    await draw()
    const list = await only()
    const first = new Set(list.people.filter(({ isFirst }) => isFirst).map(({ name }) => name))
    const sessions: number[] = []
    for (const person of list.people.slice(0, 3)) sessions.push(await hold(person, own.clock.now + 1))
    const after = floor((name) => (first.has(name) ? 0.05 : 0.3))
    for (const block of [2, 3, 4]) await takeFloor(own, after, FIRST_DAY + block * BLOCK_MS)
    own.clock.now = FIRST_DAY + 5 * BLOCK_MS
    const shown = await only()
    expect(shown.people.slice(0, 3).map(({ session }) => session)).toEqual(
      sessions.map((id) => ({ id, state: 'held' })),
    )
    expect(shown.endedOn).toBeNull()
    expect(shown.result).toMatchObject({ state: 'improved', first: 3, waiting: 3 })
    expect(shown.result!.effect!.low).toBeGreaterThan(0)
    expect(shown.result!.sentence).toMatch(
      /^Improved: those drawn to go first did .* better than those who wait/,
    )
  })

  test('ends when somebody who waits is coached on it, not on something else, and not when one who goes first is', async () => {
    await draw()
    const { people } = await only()
    await hold(people[0]!, own.clock.now + DAY_MS)
    const idea = await own.client.sessions.prepare({ agentIds: [people[4]!.id!], idea: 'The new desk' })
    await own.client.sessions.finish({ id: idea.id })
    expect((await only()).endedOn).toBeNull()
    await hold(people[5]!, own.clock.now + 9 * DAY_MS)
    for (const block of [2, 3, 4]) await takeFloor(own, floor(), FIRST_DAY + block * BLOCK_MS)
    own.clock.now = FIRST_DAY + 5 * BLOCK_MS
    const ended = await only()
    expect(ended.endedOn).toBe('2026-05-06')
    expect(ended.result).toMatchObject({ state: 'too-early', effect: null })
    expect(ended.people[5]!.session).toMatchObject({ state: 'held' })
  })
})
