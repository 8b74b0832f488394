import { describe, expect, test } from 'vitest'
import { csv } from '../../support/workspace.ts'
import { figures, workspace } from './figures.ts'

interface Contact {
  id: string
  customer: string
  at: string
  agent?: string
  reason?: string
  abandoned?: string
}

const log = (contacts: readonly Contact[]) =>
  csv(
    contacts.map(({ id, customer, at, agent, reason, abandoned }) => ({
      contact_id: id,
      agent_name: agent ?? 'Ada Byron',
      queue: 'Billing',
      reason: reason ?? 'Refund',
      started_at: at,
      talk_seconds: 60,
      customer_id: customer,
      resolved: 'yes',
      abandoned: abandoned ?? 'no',
    })),
  )
/** Long after the others: makes their seven days complete. */
const last = { id: 'C-9999', customer: 'K-9', at: '2026-03-30T09:00:00Z', agent: 'Mary Somerville' }

describe('first contact resolution', () => {
  test('stands on the page of its agent though it is not the outcome, as the terminal has it', async () => {
    const own = await workspace()
    await own.take(
      'calls.csv',
      log([
        { id: 'C-1001', customer: 'K-1', at: '2026-03-10T09:00:00Z' },
        { id: 'C-1002', customer: 'K-2', at: '2026-03-10T09:00:00Z' },
        { id: 'C-1003', customer: 'K-2', at: '2026-03-12T09:00:00Z', agent: 'Grace Hopper' },
        last,
      ]),
    )
    const { items } = await own.client.coaching.team({})
    const ada = items.find(({ agent }) => agent.name === 'Ada Byron')!
    const page = await own.client.coaching.agent({ agentId: ada.agent.id })
    const onPage = page.metrics.find(({ metric }) => metric.id === 'fcr')
    expect(onPage).toMatchObject({ n: 2, raw: 0.5 })
    expect((await figures(own, 'fcr', 'agent', { days: 28 }))['Ada Byron']).toEqual([2, 0.5])
  })

  test('is no further contact of the customer about the same reason within seven days', async () => {
    const own = await workspace()
    await own.take(
      'calls.csv',
      log([
        { id: 'C-1001', customer: 'K-1', at: '2026-03-02T09:00:00Z' },
        { id: 'C-1002', customer: 'K-2', at: '2026-03-02T09:00:00Z' },
        { id: 'C-1003', customer: 'K-2', at: '2026-03-09T09:00:00Z', agent: 'Grace Hopper' },
        { id: 'C-1004', customer: 'K-3', at: '2026-03-02T09:00:00Z' },
        { id: 'C-1005', customer: 'K-3', at: '2026-03-09T09:00:01Z', agent: 'Grace Hopper' },
        { id: 'C-1006', customer: 'K-4', at: '2026-03-02T09:00:00Z' },
        { id: 'C-1007', customer: 'K-4', at: '2026-03-03T09:00:00Z', reason: 'Move', agent: 'Grace Hopper' },
        last,
      ]),
    )
    // K-1 never came back; K-2 exactly on the seventh day; K-3 after it, which is a new first contact; K-4 about something else
    expect(await figures(own, 'fcr', 'agent')).toEqual({ 'Ada Byron': [4, 0.75], 'Grace Hopper': [2, 1] })
    expect(await figures(own, 'fcr')).toEqual({ All: [6, 0.833333] })
    expect(await figures(own, 'resolved_rate')).toEqual({ All: [8, 1] })
  })

  test('is carried by the first contact’s agent, whoever takes the next ones', async () => {
    const own = await workspace()
    await own.take(
      'calls.csv',
      log([
        { id: 'C-1001', customer: 'K-1', at: '2026-03-02T09:00:00Z', agent: 'Ada Byron' },
        { id: 'C-1002', customer: 'K-1', at: '2026-03-04T09:00:00Z', agent: 'Grace Hopper' },
        { id: 'C-1003', customer: 'K-1', at: '2026-03-08T09:00:00Z', agent: 'Grace Hopper' },
        last,
      ]),
    )
    expect(await figures(own, 'fcr', 'agent')).toEqual({ 'Ada Byron': [1, 0] })
  })

  test('leaves out contacts younger than the window, and follows the window one chooses', async () => {
    const own = await workspace()
    await own.take(
      'calls.csv',
      log([
        { id: 'C-1001', customer: 'K-1', at: '2026-03-20T09:00:00Z' },
        { id: 'C-1002', customer: 'K-1', at: '2026-03-24T09:00:00Z' },
        { id: 'C-1003', customer: 'K-2', at: '2026-03-23T09:00:00Z' },
        { id: 'C-1004', customer: 'K-3', at: '2026-03-23T09:00:01Z' },
        last,
      ]),
    )
    expect(await figures(own, 'fcr')).toEqual({ All: [2, 0.5] })
    await own.client.workspace.setPreferences({ fcrWindowDays: 3 })
    // K-1's second contact is now a first one of its own, and K-3 is old enough
    expect(await figures(own, 'fcr')).toEqual({ All: [4, 1] })
  })

  test('looks beyond both ends of a range of days', async () => {
    const own = await workspace()
    await own.take(
      'calls.csv',
      log([
        { id: 'C-1001', customer: 'K-1', at: '2026-03-02T09:00:00Z' },
        { id: 'C-1002', customer: 'K-1', at: '2026-03-06T09:00:00Z' },
        last,
      ]),
    )
    expect(await figures(own, 'fcr', 'none', { from: '2026-03-02', to: '2026-03-03' })).toEqual({
      All: [1, 0],
    })
    expect(await figures(own, 'fcr', 'none', { from: '2026-03-04', to: '2026-03-07' })).toEqual({
      All: [0, null],
    })
  })

  test('is unavailable without customer references, not 100%', async () => {
    const own = await workspace()
    await own.take(
      'calls.csv',
      log([
        { id: 'C-1001', customer: '', at: '2026-03-02T09:00:00Z' },
        { ...last, customer: '' },
      ]),
    )
    expect(await figures(own, 'fcr')).toEqual({ All: [0, null] })
    expect(await figures(own, 'fcr', 'agent')).toEqual({})
  })

  test('does not take the second leg of a passed-on contact for a second contact', async () => {
    const own = await workspace()
    const leg = (leg_id: string, agent_name: string, started_at: string) => ({
      contact_id: 'C-1001',
      leg_id,
      agent_name,
      queue: 'Billing',
      reason: 'Refund',
      started_at,
      talk_seconds: 60,
      customer_id: 'K-1',
    })
    await own.take(
      'calls.csv',
      csv([
        leg('1', 'Ada Byron', '2026-03-02T09:00:00Z'),
        leg('2', 'Grace Hopper', '2026-03-02T09:05:00Z'),
        { ...leg('1', 'Mary Somerville', '2026-03-30T09:00:00Z'), contact_id: 'C-1002', customer_id: 'K-9' },
      ]),
    )
    expect((await own.client.workspace.summary()).interactions).toBe(3)
    expect(await figures(own, 'fcr', 'agent')).toEqual({ 'Ada Byron': [1, 1] })
  })

  test('is never the source’s own flag, and the flag never this', async () => {
    const own = await workspace()
    await own.take(
      'calls.csv',
      csv([
        {
          contact_id: 'C-1001',
          agent_name: 'Ada Byron',
          started_at: '2026-03-02T09:00:00Z',
          talk_seconds: 60,
          resolved: 'no',
          customer_id: 'K-1',
        },
        {
          contact_id: 'C-1002',
          agent_name: 'Ada Byron',
          started_at: '2026-03-30T09:00:00Z',
          talk_seconds: 60,
          resolved: '',
          customer_id: 'K-2',
        },
      ]),
    )
    expect(await figures(own, 'fcr')).toEqual({ All: [1, 1] })
    expect(await figures(own, 'resolved_rate')).toEqual({ All: [1, 0] })
  })
})
