import { afterEach, beforeEach, expect, test } from 'vitest'
import { assessHealth } from '../../../engine/health/assess.ts'
import { assessedHealth } from '../../../engine/health/cache.ts'
import { readScene, sumOf } from '../../../engine/health/scene.ts'
import { newestDay, readFreshness } from '../../../engine/workspace/index.ts'
import { csv, openWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let own: TestWorkspace

beforeEach(async () => {
  own = await openWorkspace()
})
afterEach(() => own.close())

const call = (id: number, more: Record<string, string | null>) => ({
  contact_id: `c${id}`,
  agent_name: 'Ada Byron',
  team: 'North',
  queue: 'Billing',
  channel: 'voice',
  started_at: `2026-03-${String(1 + (id % 28)).padStart(2, '0')}T10:00:00Z`,
  talk_seconds: '100',
  ...more,
})

test('rows of nobody and without a day are counted as they lie, on whatever days', async () => {
  const { read } = own.engine.context
  const contacts = () => readFreshness(read).find(({ kind }) => kind === 'interactions')
  expect(contacts()).toMatchObject({ n: 0, undated: 0, unattributed: 0 })
  const rows = Array.from({ length: 60 }, (_, id) =>
    call(id, {
      agent_name: id % 7 === 0 ? null : 'Ada Byron',
      started_at: id % 9 === 0 ? null : call(id, {}).started_at,
    }),
  )
  await own.tryTaking('calls.csv', csv(rows))
  const [n, undated, unattributed] = read.raw
    .prepare('SELECT count(*), sum(day IS NULL), sum(identity_id IS NULL) FROM interactions')
    .raw()
    .get() as [number, number, number]
  expect(n).toBeGreaterThan(50)
  expect(unattributed).toBeGreaterThan(5)
  expect(contacts()).toMatchObject({ n, undated, unattributed })
})

test('rows are of the team of their day, also of whoever changed', async () => {
  const team = (id: number) => (id % 28 < 14 ? 'North' : 'South')
  await own.take(
    'calls.csv',
    csv([
      ...Array.from({ length: 56 }, (_, id) => call(id, { team: team(id) })),
      ...Array.from({ length: 28 }, (_, id) => call(100 + id, { agent_name: 'Grace Hopper', team: 'South' })),
    ]),
  )
  const { read } = own.engine.context
  const scene = readScene(read, newestDay(read)!)
  const byName = new Map(
    [...scene.days.contacts.byTeam].map(([id, days]) => [scene.directory.teams.get(id)?.name, sumOf(days)]),
  )
  const expected = new Map<string, number>()
  for (const [personId, days] of scene.days.contacts.byPerson)
    for (const [place, n] of days.entries()) {
      const teamId = scene.directory.teamAt(personId, scene.from + place)!
      const name = scene.directory.teams.get(teamId)!.name
      if (n > 0) expected.set(name, (expected.get(name) ?? 0) + n)
    }
  expect(byName).toEqual(expected)
  expect(byName.size).toBe(2)
})

test('what is kept is what is found anew: after more, after taking it back, and on another day', async () => {
  const { read } = own.engine.context
  const isTheSame = () => expect(assessedHealth({ read }).found).toEqual(assessHealth(read).found)
  isTheSame()
  await own.take('calls.csv', csv(Array.from({ length: 56 }, (_, id) => call(id, {}))))
  isTheSame()
  const kept = assessedHealth({ read })
  expect(assessedHealth({ read })).toBe(kept)
  const { importId } = await own.take(
    'more.csv',
    csv(Array.from({ length: 9 }, (_, id) => call(200 + id, { agent_name: 'Grace Hopper' }))),
  )
  isTheSame()
  expect(assessedHealth({ read })).not.toBe(kept)
  await own.client.imports.undo({ importId: importId! })
  isTheSame()
  expect(assessedHealth({ read }).found.map(({ kind }) => kind)).toContain('import-undone')
  own.clock.now += 40 * 86_400_000
  isTheSame()
})
