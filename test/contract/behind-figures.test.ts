import { expect, onTestFinished, test } from 'vitest'
import { csv, openWorkspace } from '../support/workspace.ts'

test('who changed team counts where they are at the end, with all of the window', async () => {
  const own = await openWorkspace()
  onTestFinished(() => own.close())
  const agents = ['North', 'East'].flatMap((team) =>
    Array.from({ length: 4 }, (_, index) => ({
      id: `${team[0]}${index}`,
      name: `${team} Agent ${'ABCD'[index]}`,
      team,
    })),
  )
  const stay = agents.map(({ id, name, team }) => ({
    agent_id: id,
    agent_name: name,
    team: id === 'N0' ? 'East' : team,
    'Effective from': id === 'N0' ? '2026-03-16' : '2026-01-01',
  }))
  await own.take(
    'roster.csv',
    csv([
      ...stay,
      { agent_id: 'N0', agent_name: 'North Agent A', team: 'North', 'Effective from': '2026-01-01' },
    ]),
    { kind: 'roster', source: 'acd' },
  )
  await own.take(
    'contacts.csv',
    csv(
      agents.flatMap(({ id, name }, agent) =>
        Array.from({ length: 14 }, (_, index) => ({
          contact_id: `C${id}-${index}`,
          agent_id: id,
          agent_name: name,
          queue: 'Billing',
          channel: 'voice',
          started_at: `2026-03-${String(2 + index * 2).padStart(2, '0')}T09:00:00Z`,
          handle_seconds: 100 + index,
          hold_seconds: agent + index,
          transferred: index % 5 === 0 ? 'Yes' : 'No',
        })),
      ),
    ),
    { source: 'acd' },
  )
  const { cells } = await own.client.patterns.overview({})
  const cell = (label: string) =>
    cells.find(({ driverId, group }) => driverId === 'hold_time' && group.label === label)!
  expect([cell('East').agents, cell('North').agents]).toEqual([5, 3])
  const of = async (label: string) =>
    own.client.patterns.conversations({ driverId: 'hold_time', group: cell(label).group, limit: 200 })
  const east = await of('East')
  expect(east.total).toBe(5 * 14)
  expect(east.statement).toBe(
    '70 contacts from 2026-03-01 to 2026-03-28 of the 5 agents in East on 2026-03-28, wherever they were before: all that count in this figure, the worst first.',
  )
  // the line of each says the team of its own day
  const moved = east.rows.filter(({ agent }) => agent!.name === 'North Agent A')
  expect(new Set(moved.map(({ team }) => team))).toEqual(new Set(['North', 'East']))
  expect((await of('North')).total).toBe(3 * 14)
})
