import { describe, expect, test } from 'vitest'
import { csv } from '../../support/workspace.ts'
import { adjusted, figures, workspace } from './figures.ts'

const call = (
  contact_id: string,
  agent_name: string,
  started_at: string,
  more: Record<string, string | number> = {},
) => ({
  contact_id,
  agent_name,
  team: '',
  queue: 'Billing',
  channel: 'voice',
  started_at,
  talk_seconds: 100,
  hold_seconds: 0,
  acw_seconds: 20,
  transferred: 'no',
  abandoned: 'no',
  resolved: 'yes',
  ...more,
})

describe('figures of the log', () => {
  test('are counted by agent, team, queue and day, and add up to the whole', async () => {
    const own = await workspace()
    await own.take(
      'calls.csv',
      csv([
        call('C-1', 'Ada Byron', '2026-03-02T09:00:00Z', { team: 'North', transferred: 'yes' }),
        call('C-2', 'Ada Byron', '2026-03-03T09:00:00Z', { team: 'North', queue: 'Sales' }),
        call('C-3', 'Grace Hopper', '2026-03-03T10:00:00Z', { team: 'South', queue: 'Sales' }),
        call('C-4', 'Mary Somerville', '2026-03-03T11:00:00Z', { team: 'South', transferred: 'yes' }),
      ]),
    )
    expect(await figures(own, 'transfer_rate')).toEqual({ All: [4, 0.5] })
    expect(await figures(own, 'transfer_rate', 'agent')).toEqual({
      'Ada Byron': [2, 0.5],
      'Grace Hopper': [1, 0],
      'Mary Somerville': [1, 1],
    })
    expect(await figures(own, 'transfer_rate', 'team')).toEqual({ North: [2, 0.5], South: [2, 0.5] })
    expect(await figures(own, 'transfer_rate', 'queue')).toEqual({ Billing: [2, 1], Sales: [2, 0] })
    expect(await figures(own, 'transfer_rate', 'day')).toEqual({
      '2026-03-02': [1, 1],
      '2026-03-03': [3, 0.333333],
    })
  })

  test('count a contact without a hold as no hold, and one without a statement not at all', async () => {
    const own = await workspace()
    await own.take(
      'calls.csv',
      csv([
        call('C-1', 'Ada Byron', '2026-03-02T09:00:00Z', { hold_seconds: 0 }),
        call('C-2', 'Ada Byron', '2026-03-02T10:00:00Z', { hold_seconds: 90, acw_seconds: 0 }),
        call('C-3', 'Ada Byron', '2026-03-02T11:00:00Z', { hold_seconds: '', transferred: '', resolved: '' }),
      ]),
    )
    expect(await figures(own, 'hold_time')).toEqual({ All: [2, 45] })
    expect(await figures(own, 'acw_time')).toEqual({ All: [3, 13.333333] })
    expect(await figures(own, 'transfer_rate')).toEqual({ All: [2, 0] })
    expect(await figures(own, 'resolved_rate')).toEqual({ All: [2, 1] })
  })

  test('give handle time as the plain mean, and adjusted as exp(mu + s2/2) of the logarithms', async () => {
    const own = await workspace()
    await own.take(
      'calls.csv',
      csv(
        [60, 120, 240].map((talk_seconds, index) =>
          call(`C-${index}`, 'Ada Byron', `2026-03-02T0${index + 1}:00:00Z`, {
            talk_seconds,
            hold_seconds: 30,
            acw_seconds: 10,
          }),
        ),
      ),
    )
    const logs = [100, 160, 280].map(Math.log)
    const mu = logs.reduce((sum, log) => sum + log, 0) / 3
    const variance = logs.reduce((sum, log) => sum + (log - mu) ** 2, 0) / 2
    expect(await figures(own, 'aht', 'agent')).toEqual({ 'Ada Byron': [3, 180] })
    expect(await figures(own, 'talk_time', 'agent')).toEqual({ 'Ada Byron': [3, 140] })
    expect((await adjusted(own, 'aht'))['Ada Byron']).toBeCloseTo(Math.exp(mu + variance / 2), 5)
  })

  test('leave out unanswered contacts everywhere but in the count of contacts', async () => {
    const own = await workspace()
    await own.take(
      'calls.csv',
      csv([
        call('C-1', 'Ada Byron', '2026-03-02T09:00:00Z', { csat: 5 }),
        call('C-2', 'Ada Byron', '2026-03-02T10:00:00Z', { csat: 4 }),
        call('C-3', 'Ada Byron', '2026-03-02T11:00:00Z', {
          abandoned: 'yes',
          transferred: 'yes',
          talk_seconds: 5,
          hold_seconds: 500,
          acw_seconds: 500,
          resolved: 'no',
          csat: 1,
        }),
      ]),
    )
    expect(await figures(own, 'aht')).toEqual({ All: [2, 120] })
    expect(await figures(own, 'talk_time')).toEqual({ All: [2, 100] })
    expect(await figures(own, 'hold_time')).toEqual({ All: [2, 0] })
    expect(await figures(own, 'acw_time')).toEqual({ All: [2, 20] })
    expect(await figures(own, 'transfer_rate')).toEqual({ All: [2, 0] })
    expect(await figures(own, 'csat_mean')).toEqual({ All: [2, 0.875] })
    const page = await own.client.coaching.team({})
    expect(page.items.map((item) => [item.agent.name, item.contacts])).toEqual([['Ada Byron', 3]])
  })

  test('keep rows without a date in all data but in no window and on no day', async () => {
    const own = await workspace()
    await own.take(
      'calls.csv',
      csv([
        call('C-1', 'Ada Byron', '2026-03-02T09:00:00Z', { transferred: 'yes' }),
        call('C-2', 'Ada Byron', '2026-03-03T09:00:00Z'),
        call('C-3', 'Ada Byron', ''),
        call('C-4', 'Ada Byron', ''),
      ]),
    )
    expect(await figures(own, 'transfer_rate')).toEqual({ All: [4, 0.25] })
    expect(await figures(own, 'transfer_rate', 'agent')).toEqual({ 'Ada Byron': [4, 0.25] })
    expect(await figures(own, 'transfer_rate', 'day')).toEqual({ '2026-03-02': [1, 1], '2026-03-03': [1, 0] })
    expect(await figures(own, 'transfer_rate', 'none', { days: 365 })).toEqual({ All: [2, 0.5] })
    expect(await figures(own, 'transfer_rate', 'none', { from: '2026-03-03' })).toEqual({ All: [1, 0] })
  })

  test('keep rows without an agent in every total but in nobody’s figures', async () => {
    const own = await workspace()
    await own.take(
      'calls.csv',
      csv([
        call('C-1', 'Ada Byron', '2026-03-02T09:00:00Z'),
        call('C-2', '', '2026-03-02T10:00:00Z', { transferred: 'yes' }),
        call('C-3', '[None]', '2026-03-02T11:00:00Z', { transferred: 'yes' }),
      ]),
    )
    expect(await figures(own, 'transfer_rate')).toEqual({ All: [3, 0.666667] })
    expect(await figures(own, 'transfer_rate', 'queue')).toEqual({ Billing: [3, 0.666667] })
    expect(await figures(own, 'transfer_rate', 'agent')).toEqual({ 'Ada Byron': [1, 0] })
  })

  test('are null where nothing was observed, never 0', async () => {
    const own = await workspace()
    await own.take('calls.csv', csv([call('C-1', 'Ada Byron', '2026-03-02T09:00:00Z', { transferred: '' })]))
    const metrics = await own.client.metrics.definitions()
    const undefinedOnes = metrics.filter(
      ({ id }) => !['aht', 'talk_time', 'hold_time', 'acw_time', 'resolved_rate'].includes(id),
    )
    for (const { id } of undefinedOnes) expect([id, await figures(own, id)]).toEqual([id, { All: [0, null] }])
  })

  test('fall on the day of the workspace’s own time zone', async () => {
    const own = await workspace('America/New_York')
    await own.take('calls.csv', csv([call('C-1', 'Ada Byron', '2026-03-03T02:00:00Z')]))
    expect(Object.keys(await figures(own, 'talk_time', 'day'))).toEqual(['2026-03-02'])
  })

  test('stand under the team of the contact’s time, also after a move', async () => {
    const own = await workspace()
    await own.take(
      'roster.csv',
      csv([
        {
          agent_id: 'AG-1001',
          name: 'Ada Byron',
          team: 'North',
          team_from: '2025-01-01',
          team_to: '2026-03-09',
        },
        { agent_id: 'AG-1001', name: 'Ada Byron', team: 'South', team_from: '2026-03-10', team_to: '' },
      ]),
      { kind: 'roster' },
    )
    await own.take(
      'calls.csv',
      csv([
        { ...call('C-1', 'Ada Byron', '2026-03-02T09:00:00Z', { transferred: 'yes' }), agent_id: 'AG-1001' },
        { ...call('C-2', 'Ada Byron', '2026-03-09T09:00:00Z', { transferred: 'yes' }), agent_id: 'AG-1001' },
        { ...call('C-3', 'Ada Byron', '2026-03-10T09:00:00Z'), agent_id: 'AG-1001' },
      ]),
    )
    expect(await figures(own, 'transfer_rate', 'team')).toEqual({ North: [2, 1], South: [1, 0] })
    const { items } = await own.client.coaching.team({})
    expect(items.map((item) => item.agent.team)).toEqual(['South'])
  })
})
