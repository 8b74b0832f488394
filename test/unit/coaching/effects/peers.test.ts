import { expect, onTestFinished, test } from 'vitest'
import { createPeerFinder } from '../../../../engine/coaching/effects/peers.ts'
import { readDirectory } from '../../../../engine/people/index.ts'
import { dayNumber } from '../../../../shared/domain/time.ts'
import { csv, openWorkspace } from '../../../support/workspace.ts'

test('of a large group whole teams stand for all, always with the agent, and other work is apart', async () => {
  const own = await openWorkspace()
  onTestFinished(() => own.close())
  const rows = Array.from({ length: 220 }, (_, i) => ({
    contact_id: `c${i}`,
    agent_name: `Agent ${i}`,
    agent_id: `agent-${i}`,
    team: `Team ${String(Math.floor(i / 10)).padStart(2, '0')}`,
    queue: i < 200 ? 'Orders' : 'Retention',
    channel: 'voice',
    started_at: '2026-03-03T10:00:00Z',
    talk_seconds: 100,
  }))
  await own.take('calls.csv', csv(rows))
  const ids = new Map((await own.client.people.list({})).map(({ name, id }) => [name, String(id)]))
  const { read } = own.engine.context
  const directory = readDirectory(read)
  const peersOf = createPeerFinder(read, directory)
  const day = dayNumber('2026-03-03')
  const known = { from: day - 40, to: day + 1 }
  const first = peersOf(known, ids.get('Agent 0')!)
  const last = peersOf(known, ids.get('Agent 199')!)
  expect(first.ids.size).toBe(100)
  expect(last.ids.size).toBe(101)
  expect(last.ids.has(ids.get('Agent 199')!)).toBe(true)
  const teams = new Set([...first.ids].map((id) => directory.teamAt(Number(id))))
  expect(teams.size).toBe(10)
  expect(peersOf(known, ids.get('Agent 210')!).ids.size).toBe(20)
})
