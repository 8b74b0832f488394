import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { FIRST_DAY, floorOf, takeFloor, type Works } from './floor.ts'

const DAY_MS = 86_400_000

let own: TestWorkspace

/** Eight weeks in which two are far off, then twelve in which one of them does as others do. */
async function history(after: { ada: number; grace: number }): Promise<void> {
  const people = (ada: number, grace: number): Works[] =>
    floorOf(
      [
        { name: 'Ada Byron', team: 'North', transferShare: ada },
        { name: 'Grace Hopper', team: 'South', transferShare: grace },
      ],
      14,
    )
  for (const block of [0, 1]) await takeFloor(own, people(0.35, 0.35), FIRST_DAY + block * 28 * DAY_MS)
  for (const block of [2, 3, 4])
    await takeFloor(own, people(after.ada, after.grace), FIRST_DAY + block * 28 * DAY_MS)
}

const idOf = async (name: string) =>
  (await own.client.coaching.rank({})).agents.find(({ agent }) => agent.name === name)!.agent.id

/** A session prepared from the eighth week's figures and held on the day after it. */
async function held(name: string): Promise<number> {
  const { id } = await own.client.sessions.prepare({
    agentIds: [await idOf(name)],
    driverId: 'transfer_rate',
    to: '2026-04-25',
  })
  await own.client.sessions.write({ id, coach: 'Kim Reyes' })
  await own.client.sessions.finish({ id, heldAt: Date.UTC(2026, 3, 26, 12) })
  return id
}

beforeEach(async () => {
  own = await openWorkspace()
  own.clock.now = Date.UTC(2026, 6, 20)
})
afterEach(() => own.close())

test('a session that worked is told from one that did not, each by one verdict after eight weeks', async () => {
  await history({ ada: 0.05, grace: 0.35 })
  const [ada, grace] = [await held('Ada Byron'), await held('Grace Hopper')]
  const effects = await own.client.sessions.effects({ ids: [ada, grace] })
  const of = (id: number) => effects.find(({ sessionId }) => sessionId === id)!.effect
  expect(of(ada)).toMatchObject({ state: 'improved', heldOn: '2026-04-26' })
  expect(of(ada).effect!.low).toBeGreaterThan(0)
  expect(of(ada).sentence).toMatch(/^Improved: /)
  expect(of(ada).looks.map(({ isReached, isVerdict }) => [isReached, isVerdict])).toEqual([
    [true, false],
    [true, false],
    [true, true],
  ])
  expect(of(grace).state).not.toBe('improved')
  // who was coached on the same is nobody to compare with
  expect(of(ada).controls.n).toBeLessThanOrEqual(14)

  const { byDriver, byCoach, byTemplate } = await own.client.sessions.programme()
  expect(byDriver).toMatchObject([{ group: 'Transfers', sessions: 2, judged: 2 }])
  expect(byCoach).toMatchObject([{ group: 'Kim Reyes', sessions: 2 }])
  expect(byTemplate).toMatchObject([{ group: 'Transfers', sessions: 2 }])
})

test('a session on an own idea, or one still to come, has no effect', async () => {
  await history({ ada: 0.05, grace: 0.35 })
  const agentIds = [await idOf('Ada Byron')]
  const idea = await own.client.sessions.prepare({ agentIds, idea: 'The new desk' })
  await own.client.sessions.finish({ id: idea.id, heldAt: Date.UTC(2026, 3, 26) })
  const coming = await own.client.sessions.prepare({ agentIds, driverId: 'transfer_rate' })
  expect(await own.client.sessions.effects({ ids: [idea.id, coming.id] })).toEqual([])
})
