import { onTestFinished, describe, expect, test } from 'vitest'
import { csv, openWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { DAYS, FIRST_DAY, floorOf, takeFloor } from './floor.ts'

async function workspace(): Promise<TestWorkspace> {
  const own = await openWorkspace()
  onTestFinished(() => own.close())
  return own
}
const DAY_MS = 86_400_000
const names = (count: number, prefix: string) =>
  Array.from({ length: count }, (_, index) => `${prefix} ${String.fromCharCode(65 + index)}`)

describe('the hard queue', () => {
  /** Everybody gets 4.5 of 5 on the easy queue and 2.5 on the hard one; only how much of each they take differs. */
  const contacts = (agent_name: string, easy: number, hard: number) =>
    Array.from({ length: easy + hard }, (_, index) => ({
      contact_id: `${agent_name.replace(' ', '-')}-${index}`,
      agent_name,
      queue: index < easy ? 'Orders' : 'Retention',
      channel: 'voice',
      started_at: new Date(FIRST_DAY + (index % DAYS) * DAY_MS + 9 * 3_600_000).toISOString(),
      talk_seconds: index < easy ? 100 : 300,
      hold_seconds: index < easy ? 0 : 60,
      csat: (index < easy ? [5, 4] : [2, 3])[index % 2]!,
    }))

  test('does not make those who take it look bad', async () => {
    const own = await workspace()
    await own.take(
      'calls.csv',
      csv([
        ...contacts('Ada Byron', 10, 40),
        ...names(5, 'Person').flatMap((name) => contacts(name, 40, 10)),
      ]),
    )
    const { rows } = await own.client.metrics.query({ metricId: 'csat_mean', by: 'agent' })
    const of = (label: string) => rows.find((row) => row.label === label)!
    // 10 at 0.875 and 40 at 0.375, against 40 and 10
    expect(of('Ada Byron').value).toBeCloseTo(0.475, 9)
    expect(of('Person A').value).toBeCloseTo(0.775, 9)
    // her contacts went exactly as theirs on the same queues: no difference, on the mix of all 210 easy and 90 hard ones
    expect(of('Ada Byron').adjusted).toBeCloseTo(0.7 * 0.875 + 0.3 * 0.375, 9)
    expect(of('Person A').adjusted).toBeCloseTo(of('Ada Byron').adjusted!, 9)
    const { agents } = await own.client.coaching.rank({})
    expect(agents.find(({ agent }) => agent.name === 'Ada Byron')!.actions).toEqual([])
  })

  test('compares people of one channel and the same queues only', async () => {
    const own = await workspace()
    await own.take(
      'calls.csv',
      csv([
        ...names(5, 'Voice').flatMap((name) => contacts(name, 20, 0)),
        ...names(6, 'Chat').flatMap((name) =>
          contacts(name, 20, 0).map((row) => ({ ...row, channel: 'chat' })),
        ),
        ...names(5, 'Retainer').flatMap((name) => contacts(name, 0, 20)),
      ]),
    )
    const people = await own.client.people.list({})
    const peersOf = async (name: string) =>
      (await own.client.coaching.agent({ agentId: people.find((one) => one.name === name)!.id })).peers.n
    expect([await peersOf('Voice A'), await peersOf('Chat A'), await peersOf('Retainer A')]).toEqual([
      4, 5, 4,
    ])
  })
})

describe('who is ranked', () => {
  test('is who works: leavers, people on leave and people without data are hidden, counted and named', async () => {
    const own = await workspace()
    await own.take(
      'roster.csv',
      csv([
        {
          employee_id: 'EMP-1001',
          name: 'Ada Byron',
          team: 'North',
          hire_date: '2020-01-01',
          termination_date: '',
          leave_start_date: '',
          status: 'Active',
        },
        {
          employee_id: 'EMP-1002',
          name: 'Grace Hopper',
          team: 'North',
          hire_date: '2020-01-01',
          termination_date: '2026-03-10',
          leave_start_date: '',
          status: 'Terminated',
        },
        {
          employee_id: 'EMP-1003',
          name: 'Mary Somerville',
          team: 'South',
          hire_date: '2020-01-01',
          termination_date: '',
          leave_start_date: '2026-03-05',
          status: 'On Leave',
        },
        {
          employee_id: 'EMP-1004',
          name: 'Emmy Noether',
          team: 'South',
          hire_date: '2020-01-01',
          termination_date: '',
          leave_start_date: '',
          status: 'Active',
        },
      ]),
    )
    const call = (agent_id: string, agent_name: string, day: string) => ({
      contact_id: `C-${agent_id}-${day}`,
      agent_id,
      agent_name,
      queue: 'Billing',
      started_at: `${day}T09:00:00Z`,
      talk_seconds: 60,
    })
    await own.take(
      'calls.csv',
      csv([
        call('EMP-1001', 'Ada Byron', '2026-03-27'),
        call('EMP-1002', 'Grace Hopper', '2026-03-04'),
        call('EMP-1003', 'Mary Somerville', '2026-03-04'),
        call('EMP-1003', 'Mary Somerville', '2026-03-03'),
      ]),
    )
    const { items, hidden, coverage } = await own.client.coaching.team({})
    expect(items.map(({ agent }) => agent.name)).toEqual(['Ada Byron'])
    expect(
      hidden
        .map(({ agent, why }) => [agent.name, why])
        .toSorted(([one = ''], [other = '']) => one.localeCompare(other)),
    ).toEqual([
      ['Emmy Noether', 'has no data in this window'],
      ['Grace Hopper', 'has left'],
      ['Mary Somerville', 'is on leave'],
    ])
    expect(coverage).toMatchObject({ agentsRanked: 1, agentsHidden: 3, contacts: 4 })
    // before they left or went, they are part of the window
    const earlier = await own.client.coaching.team({ to: '2026-03-04' })
    expect(earlier.items.map(({ agent }) => agent.name).toSorted()).toEqual([
      'Grace Hopper',
      'Mary Somerville',
    ])
    const teams = await own.client.people.teams()
    const south = await own.client.coaching.team({
      teamIds: [teams.find(({ name }) => name === 'South')!.id],
    })
    expect(south.coverage).toMatchObject({ agentsRanked: 0, agentsHidden: 2 })
  })

  test('in the first 90 days is marked, and compared with each other where there are eight', async () => {
    const own = await workspace()
    const newcomers = names(8, 'Newcomer')
    const people = [
      ...newcomers.map((name) => ({ name, team: 'North', acwSeconds: 140 })),
      ...names(8, 'Person').map((name) => ({ name, team: 'North' })),
    ]
    await takeFloor(own, people)
    await own.take(
      'roster.csv',
      csv(
        people.map(({ name }) => ({
          name,
          team: 'North',
          hire_date: newcomers.includes(name) ? '2026-01-15' : '2022-05-02',
        })),
      ),
      { source: 'floor', kind: 'roster' },
    )
    const { items } = await own.client.coaching.team({})
    expect(
      items
        .filter(({ isNew }) => isNew)
        .map(({ agent }) => agent.name)
        .toSorted(),
    ).toEqual(newcomers)
    expect(
      items.map(({ agent, actions }) => [agent.name, actions]).filter(([, actions]) => actions !== 0),
    ).toEqual([])
    const page = await own.client.coaching.agent({ agentId: items.find(({ isNew }) => isNew)!.agent.id })
    expect(page.peers).toEqual({
      n: 7,
      sentence: 'Here: 7 others in their first 90 days.',
    })
    const acw = page.metrics.find(({ metric }) => metric.id === 'acw_time')!
    const weighed = page.ranked.drivers.find(({ driver }) => driver.id === 'acw_time')!
    expect({ adjusted: acw.adjusted, posterior: acw.posterior, peerMean: acw.peerMean }).toEqual({
      adjusted: weighed.adjusted,
      posterior: weighed.posterior,
      peerMean: weighed.peerMean,
    })
    expect(acw.peerMean).toBeGreaterThan(120)
  })
})

describe('what a whole team shares', () => {
  test('is a finding about the team and nobody’s own action', async () => {
    const own = await workspace()
    await takeFloor(own, [
      ...names(6, 'North').map((name) => ({ name, team: 'Alpha' })),
      ...names(6, 'South').map((name) => ({ name, team: 'Beta', holdSeconds: 90 })),
    ])
    const { agents, systemic } = await own.client.coaching.rank({})
    expect(systemic.map(({ driver, group, agents: n }) => [driver.id, group.kind, group.label, n])).toEqual([
      ['hold_time', 'team', 'Beta', 6],
    ])
    const [finding] = systemic
    const { groupMean, rest } = finding!.compared!
    expect(groupMean - rest).toBeCloseTo(finding!.difference, 9)
    expect(finding!.probability).toBeGreaterThan(0.99)
    expect(finding!.sentence).toContain('over 6 agents on all their work')
    expect(agents.flatMap(({ actions }) => actions)).toEqual([])
    const beta = agents.filter(({ agent }) => agent.team === 'Beta')
    for (const { drivers } of beta)
      expect(drivers.find(({ driver }) => driver.id === 'hold_time')!.status).toBe('systemic')
  })

  test('does not hide who is far off even among them', async () => {
    const own = await workspace()
    await takeFloor(own, [
      ...names(6, 'North').map((name) => ({ name, team: 'Alpha' })),
      ...names(6, 'South').map((name, index) => ({
        name,
        team: 'Beta',
        holdSeconds: index === 0 ? 200 : 80,
      })),
    ])
    const { agents } = await own.client.coaching.rank({})
    expect(agents.filter(({ actions }) => actions.length > 0).map(({ agent }) => agent.name)).toEqual([
      'South A',
    ])
    const [action] = agents[0]!.actions
    expect(action!.sentence).toContain('those who share the problem average')
  })
})

test('who is surely among the best tenth is praised, with nothing to coach', async () => {
  const own = await workspace()
  await takeFloor(
    own,
    floorOf([{ name: 'Ada Byron', team: 'North', holdSeconds: 2 }], 11).map((person) => ({
      holdSeconds: 40,
      ...person,
    })),
  )
  const { agents } = await own.client.coaching.rank({})
  const ada = agents.find(({ agent }) => agent.name === 'Ada Byron')!
  expect(ada.strengths.map(({ driver }) => driver.label)).toEqual(['Hold time'])
  expect(ada.strengths[0]!.probabilityTopTenth).toBeGreaterThanOrEqual(0.8)
  expect(ada.strengths[0]!.sentence).toContain('Can help others with this.')
  expect(ada.strengths[0]!.evidence).toEqual([])
  expect(
    agents.filter(({ agent }) => agent.name !== 'Ada Byron').flatMap(({ strengths }) => strengths),
  ).toEqual([])
})

test('actions whose priorities lie within a tenth of each other are shown as ties', async () => {
  const own = await workspace()
  await takeFloor(own, floorOf([{ name: 'Ada Byron', team: 'North', transferShare: 0.35, holdSeconds: 60 }]))
  const actionsOf = async () =>
    (await own.client.coaching.rank({})).agents.find(({ agent }) => agent.name === 'Ada Byron')!.actions
  const [first, second] = await actionsOf()
  expect([first!.isTie, second!.isTie]).toEqual([false, false])
  const equal = (second!.weight.value * first!.priority) / second!.priority
  await own.client.coaching.pinWeight({ driverId: second!.driver.id, value: equal * 0.95 })
  expect((await actionsOf()).map(({ isTie }) => isTie)).toEqual([true, true])
  await own.client.coaching.pinWeight({ driverId: second!.driver.id, value: equal * 0.85 })
  expect((await actionsOf()).map(({ isTie }) => isTie)).toEqual([false, false])
})

test('weights on the NPS are on the scale contacts have it on, also where agents are compared', async () => {
  const own = await workspace()
  const people = names(12, 'Person')
  const contacts = people.flatMap((agent_name, person) =>
    Array.from({ length: 12 }, (_, index) => ({
      contact_id: `C-${person}-${index}`,
      agent_name,
      queue: 'Billing',
      channel: 'voice',
      started_at: new Date(FIRST_DAY + index * DAY_MS).toISOString(),
      talk_seconds: 60,
      transferred: index < person ? 'yes' : 'no',
    })),
  )
  await own.take('calls.csv', csv(contacts), { source: 'floor' })
  await own.take(
    'surveys.csv',
    csv(
      contacts.map(({ contact_id, started_at, transferred }, index) => ({
        response_id: `R-${contact_id}`,
        contact_id,
        responded_at: started_at,
        nps: transferred === 'yes' ? [2, 5, 9][index % 3]! : [10, 9, 6][index % 3]!,
      })),
    ),
    { source: 'floor' },
  )
  await own.client.workspace.setPreferences({ outcomeMetricId: 'nps' })
  const { agents } = await own.client.coaching.rank({})
  const weight = agents[0]!.drivers.find(({ driver }) => driver.id === 'transfer_rate')!.weight
  expect(weight.basis).toBe('within+between')
  // a transfer costs a third of the way from promoter to detractor: 2 of 3 against 1 of 3
  expect(weight.value).toBeGreaterThan(0.1)
  expect(weight.value).toBeLessThan(0.6)
})
