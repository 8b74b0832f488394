import { setImmediate as breathe } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { effectsOfSessions, effectsOfSessionsInPieces } from '../../../engine/coaching/index.ts'
import { dayFinder } from '../../../engine/days.ts'
import { readCatalogue } from '../../../engine/metrics/index.ts'
import type { ReadableDatabase } from '../../../engine/store/index.ts'
import { csv, openWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { exportsOf, FIRST_DAY, floorOf } from './floor.ts'

const DAY_MS = 86_400_000

let own: TestWorkspace

const ids = new Set(Array.from({ length: 20 }, (_, index) => index + 1))

function askedWith(database: ReadableDatabase) {
  const definitions = new Map(readCatalogue(database).map((one) => [one.id, one]))
  return { definitions, dayOf: dayFinder('UTC') }
}

const worked = (database: ReadableDatabase) => effectsOfSessions(database, askedWith(database), ids)

const kept = () => worked(own.engine.context.read)
/** Worked out without anything kept: what is kept is kept for a handle. */
const anew = () => worked({ ...own.engine.context.read })
const effectOf = (sessionId: number) => kept().find((one) => one.sessionId === sessionId)!.effect

const idOf = async (name: string) =>
  (await own.client.coaching.rank({})).agents.find(({ agent }) => agent.name === name)!.agent.id

async function held(name: string, driverId = 'transfer_rate'): Promise<number> {
  const { id } = await own.client.sessions.prepare({
    agentIds: [await idOf(name)],
    driverId,
    to: '2026-04-25',
  })
  await own.client.sessions.finish({ id, heldAt: Date.UTC(2026, 3, 26, 12) })
  return id
}

/** Sixty contacts of one agent in the weeks after the session, all of them transferred. */
function moreOf(name: string): string {
  return csv(
    Array.from({ length: 60 }, (_, index) => ({
      contact_id: `M-${index}`,
      agent_name: name,
      queue: 'Billing',
      channel: 'voice',
      started_at: `2026-05-${String(1 + (index % 28)).padStart(2, '0')}T10:00:00Z`,
      talk_seconds: 300,
      transferred: 'yes',
    })),
  )
}

beforeEach(async () => {
  own = await openWorkspace()
  own.clock.now = Date.UTC(2026, 6, 20)
  for (const block of [0, 1, 2, 3]) {
    const people = floorOf(
      [
        { name: 'Ada Byron', team: 'North', transferShare: block < 2 ? 0.35 : 0.05 },
        { name: 'Grace Hopper', team: 'South', transferShare: 0.35 },
      ],
      14,
    )
    const { calls } = exportsOf(people, FIRST_DAY + block * 28 * DAY_MS)
    await own.take(`calls-${block}.csv`, calls, { source: 'floor' })
  }
})
afterEach(() => {
  vi.restoreAllMocks()
  return own.close()
})

test('effects are worked out once, until facts change or somebody else of the same work was coached', async () => {
  const ada = await held('Ada Byron')
  const first = effectOf(ada)
  expect(effectOf(ada)).toBe(first)
  // notes, another day and a session on something else are no matter to it
  await own.client.sessions.write({ id: ada, sharedNotes: 'Went well' })
  own.clock.now += 3 * DAY_MS
  const hold = await held('Grace Hopper', 'hold_time')
  expect(effectOf(ada)).toBe(first)
  // one fewer to compare with
  const ofHold = effectOf(hold)
  const grace = await held('Grace Hopper')
  expect(effectOf(ada)).not.toBe(first)
  expect(effectOf(ada).controls.n).toBeLessThanOrEqual(first.controls.n)
  expect(effectOf(hold)).toBe(ofHold)
  // and back again
  await own.client.sessions.remove({ id: grace })
  expect(effectOf(ada)).toEqual(first)
})

test('what is kept is what is worked out anew, whatever has happened since', async () => {
  const ada = await held('Ada Byron')
  const before = kept()
  expect(before).toEqual(anew())

  const { importId } = await own.take('more.csv', moreOf('Ada Byron'), { source: 'floor' })
  const withMore = kept()
  expect(withMore).toEqual(anew())
  expect(withMore).not.toEqual(before)

  await own.client.imports.undo({ importId: importId! })
  expect(kept()).toEqual(anew())
  expect(kept()).toEqual(before)

  const grace = await held('Grace Hopper')
  expect(kept()).toHaveLength(2)
  expect(kept()).toEqual(anew())

  await own.client.sessions.reopen({ id: grace })
  await own.client.sessions.finish({ id: grace, heldAt: Date.UTC(2026, 4, 3, 12) })
  expect(effectOf(grace).heldOn).toBe('2026-05-03')
  expect(kept()).toEqual(anew())

  await own.client.sessions.remove({ id: ada })
  expect(kept().map(({ sessionId }) => sessionId)).toEqual([grace])
  expect(kept()).toEqual(anew())

  own.clock.now += 40 * DAY_MS
  expect(kept()).toEqual(anew())

  await own.client.coaching.markCoached({ agentId: await idOf('Person A'), driverId: 'transfer_rate' })
  expect(kept()).toEqual(anew())
})

/** A breath after each piece, however short. */
function breatheOften() {
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 1000))
}

test('worked out in pieces, others have their turn, and what comes out is the same', async () => {
  await held('Ada Byron')
  await held('Grace Hopper')
  breatheOften()
  const database = { ...own.engine.context.read }
  let isDone = false
  let turns = 0
  const asked = Promise.all([
    effectsOfSessionsInPieces(database, askedWith(database), ids),
    effectsOfSessionsInPieces(database, askedWith(database), ids),
  ]).finally(() => (isDone = true))
  while (!isDone) {
    await breathe()
    turns++
  }
  const [first, second] = await asked
  expect(turns).toBeGreaterThan(10)
  expect(first).toEqual(anew())
  // who asked meanwhile waited for the same
  expect(second.map(({ effect }, index) => effect === first[index]!.effect)).toEqual([true, true])
})

test('facts that change while effects are worked out are in what comes out', async () => {
  const ada = await held('Ada Byron')
  const before = effectOf(ada)
  breatheOften()
  const database = { ...own.engine.context.read }
  const asked = effectsOfSessionsInPieces(database, askedWith(database), ids)
  await breathe()
  await breathe()
  const { write } = own.engine.context
  write!.raw.exec('UPDATE interaction_days SET transfer_sum = transfer_n WHERE day % 2 = 0')
  const after = await asked
  expect(after).toEqual(anew())
  expect(after[0]!.effect).not.toEqual(before)
})
