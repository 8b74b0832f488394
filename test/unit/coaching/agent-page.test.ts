import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AgentPage } from '../../../shared/contract/coaching.ts'
import { csv, openWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { floorOf, takeFloor } from './floor.ts'

let own: TestWorkspace
let page: AgentPage

beforeAll(async () => {
  own = await openWorkspace()
  await takeFloor(
    own,
    floorOf([{ name: 'Ada Byron', team: 'North', transferShare: 0.35, passes: { Recap: 0.5 } }]),
  )
  await own.take(
    'more.csv',
    csv([
      // weeks before the window, with a gap of one week between
      {
        contact_id: 'W-1',
        agent_name: 'Ada Byron',
        queue: 'Billing',
        channel: 'voice',
        started_at: '2026-02-16T09:00:00Z',
        talk_seconds: 60,
        transferred: 'yes',
      },
      {
        contact_id: 'W-2',
        agent_name: 'Ada Byron',
        queue: 'Billing',
        channel: 'voice',
        started_at: '2026-02-08T09:00:00Z',
        talk_seconds: 60,
        transferred: 'no',
      },
    ]),
    { source: 'floor' },
  )
  await own.take(
    'comments.csv',
    csv([
      {
        response_id: 'Q-1',
        contact_id: 'C-20513-0-1',
        responded_at: '2026-03-02T09:00:00Z',
        csat: 2,
        comment: 'Was passed on twice.',
      },
    ]),
    { source: 'floor' },
  )
  const { items } = await own.client.coaching.team({})
  const ada = items.find(({ agent }) => agent.name === 'Ada Byron')!
  await own.client.coaching.requestEvaluations({ agentId: ada.agent.id, driverId: 'question:2', n: 6 })
  await own.client.coaching.markCoached({
    agentId: ada.agent.id,
    driverId: 'transfer_rate',
    note: 'try first',
  })
  page = await own.client.coaching.agent({ agentId: ada.agent.id })
})
afterAll(() => own.close())

const metric = (id: string) => page.metrics.find((one) => one.metric.id === id)!

describe('the page of an agent', () => {
  test('says who it is about, over which days, beside whom and on what it rests', () => {
    expect(page).toMatchObject({
      agent: { name: 'Ada Byron', team: 'North', isNew: false },
      window: { from: '2026-03-01', to: '2026-03-28' },
      previousWindow: { from: '2026-02-01', to: '2026-02-28' },
      outcome: { id: 'csat_mean', label: 'CSAT' },
      peers: { n: 8, sentence: 'Here: 8 others.' },
      coverage: { contacts: 160, evaluations: 12, surveys: 55, shifts: 20, transcripts: 0 },
    })
  })

  test('shows the same figures as the ranking and as the metric itself', async () => {
    const ranked = (await own.client.coaching.rank({ agentId: page.agent.id })).agents[0]!
    const shown = (actions: AgentPage['ranked']['actions']) =>
      actions.map(({ peers: _, ...action }) => action)
    expect(shown(page.ranked.actions)).toEqual(shown(ranked.actions))
    expect(page.ranked.priority).toBe(ranked.priority)
    for (const one of page.metrics) {
      if (one.metric.id === 'fcr') continue
      const { rows } = await own.client.metrics.query({ metricId: one.metric.id, by: 'agent', days: 28 })
      const row = rows.find(({ key }) => key === page.agent.id)!
      expect([one.metric.id, one.n, one.raw]).toEqual([one.metric.id, row.n, row.value])
      expect(one.adjusted).toBeCloseTo(row.adjusted!, 9)
    }
  })

  test('draws twelve weeks from Monday to Sunday, empty where there is nothing', () => {
    const { weekly } = metric('transfer_rate')
    expect(weekly).toHaveLength(12)
    expect(weekly.map(({ weekStart }) => new Date(weekStart).getUTCDay())).toEqual(weekly.map(() => 1))
    expect(weekly.at(-1)!.weekStart).toBe('2026-03-23')
    const of = (weekStart: string) => weekly.find((week) => week.weekStart === weekStart)!
    expect(of('2026-02-02')).toEqual({ weekStart: '2026-02-02', n: 1, value: 0, signal: null, isWhole: true })
    expect(of('2026-02-09')).toEqual({
      weekStart: '2026-02-09',
      n: 0,
      value: null,
      signal: null,
      isWhole: true,
    })
    expect(of('2026-02-16')).toEqual({ weekStart: '2026-02-16', n: 1, value: 1, signal: null, isWhole: true })
    // the window ends on the Saturday
    expect(weekly.filter(({ isWhole }) => !isWhole)).toEqual([weekly.at(-1)])
    expect(weekly.reduce((sum, { n }) => sum + n, 0)).toBe(162)
  })

  test('the course has the limits of its usual ups and downs, over the weeks with data that are over', () => {
    const { weekly, xmr, change } = metric('transfer_rate')
    // the window ends on Saturday the 28th: the last week is not over
    const values = weekly.slice(0, -1).flatMap(({ value }) => (value === null ? [] : [value]))
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    const ranges = values.slice(1).map((value, index) => Math.abs(value - values[index]!))
    const reach = (3 / 1.128) * (ranges.reduce((sum, range) => sum + range, 0) / ranges.length)
    expect(values.length).toBeGreaterThanOrEqual(6)
    expect(xmr!.mean).toBeCloseTo(mean, 10)
    expect(xmr!.lowerLimit).toBeCloseTo(mean - reach, 10)
    expect(xmr!.upperLimit).toBeCloseTo(mean + reach, 10)
    const outside = weekly.filter(({ signal }) => signal === 'outside').map(({ value }) => value)
    expect(outside).toEqual(values.filter((value) => Math.abs(value - mean) > reach))
    expect(change).toBe(weekly.some(({ signal }) => signal !== null) ? 'changed' : 'noise')
    expect(weekly.at(-1)!.signal).toBeNull()
  })

  test('sets every metric beside the peers, one value for each of them', () => {
    for (const { metric: definition, peers, posterior, n } of page.metrics) {
      if (n === 0 || posterior === null) continue
      expect([definition.id, peers.length]).toEqual([definition.id, 8])
      expect(peers).toEqual(peers.toSorted((a, b) => a - b))
    }
  })

  test('shows quality by section with what did and did not apply', () => {
    const [form] = page.quality
    expect(form).toMatchObject({ form: 'Voice', isAutomated: false, evaluations: 12 })
    const recap = form!.sections.flatMap(({ questions }) => questions).find(({ label }) => label === 'Recap')!
    expect(recap).toMatchObject({ n: 12, notApplicable: 0, mean: 0.5 })
    const driver = page.ranked.drivers.find(({ driver: { label } }) => label === 'Recap')!
    expect({ low: recap.low, high: recap.high, peerMean: recap.peerMean }).toEqual({
      low: driver.posterior.low,
      high: driver.posterior.high,
      peerMean: driver.peerMean,
    })
    expect(form!.recent).toHaveLength(8)
    const scores = form!.recent.map(({ at }) => at!)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
  })

  test('shows surveys with comments first, attendance day by day', () => {
    expect(page.surveys[0]).toMatchObject({
      comment: 'Was passed on twice.',
      csat: { score0to1: 0.25, min: 1, max: 5 },
      queue: 'Billing',
    })
    expect(page.surveys).toHaveLength(55)
    expect(page.attendance).toHaveLength(20)
    expect(page.attendance[0]).toMatchObject({ day: '2026-03-01', scheduledMs: 8 * 3_600_000, absence: null })
    const mean = page.attendance.reduce((sum, { adherence }) => sum + adherence!, 0) / 20
    expect(mean).toBeCloseTo(metric('adherence').raw!, 9)
  })

  test('remembers what was coached and what was asked for', () => {
    expect(page.coached).toMatchObject([
      { driverId: 'transfer_rate', driverLabel: 'Transfers', note: 'try first' },
    ])
    expect(page.requestedEvaluations).toMatchObject([{ driverId: 'question:2', n: 6 }])
  })

  test('shows the summary of a period as its tool gives it, beside the figures and never among them', async () => {
    const before = (await own.client.metrics.query({ metricId: 'aht', by: 'agent' })).rows
    await own.take(
      'agent_performance.csv',
      csv([
        {
          'Interval Start': '2026-02-02T00:00:00.000Z',
          'Interval End': '2026-03-02T00:00:00.000Z',
          'Interval Complete': 'TRUE',
          Filters: '',
          'Media Type': 'voice',
          'Agent Id': 'abyron',
          'Agent Name': 'Ada Byron',
          Handle: 100,
          'Avg Handle': '00:05:20',
          'Avg Talk': '00:04:00',
          'Total Handle': '08:53:20',
          'Total Talk': '06:40:00',
        },
      ]),
      { source: 'floor' },
    )
    const people = await own.client.people.list({ search: 'Ada Byron' })
    const pages = await Promise.all(people.map(({ id }) => own.client.coaching.agent({ agentId: id })))
    const summaries = pages.flatMap(({ periodSummaries }) => periodSummaries)
    expect(summaries.find(({ metricLabel }) => metricLabel === 'Handle time')).toEqual({
      from: '2026-02-02',
      to: '2026-03-01',
      source: 'floor',
      metricLabel: 'Handle time',
      unit: 'seconds',
      n: 100,
      mean: 320,
      total: 32_000,
    })
    expect((await own.client.metrics.query({ metricId: 'aht', by: 'agent' })).rows).toEqual(before)
  })

  test('says so where there is nobody', async () => {
    await expect(own.client.coaching.agent({ agentId: 99_999 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

test('a figure nobody else has stands beside nobody', async () => {
  const workspace = await openWorkspace()
  try {
    const call = (id: string, agent: string, csat: number | '') => ({
      contact_id: id,
      agent_name: agent,
      queue: 'Billing',
      channel: 'voice',
      started_at: '2026-03-02T09:00:00Z',
      talk_seconds: 60,
      csat,
    })
    await workspace.take(
      'calls.csv',
      csv([
        call('N-1001', 'Ada Byron', 5),
        call('N-1002', 'Ada Byron', 3),
        call('N-1003', 'Grace Hopper', ''),
      ]),
    )
    const { items } = await workspace.client.coaching.team({})
    const ada = items.find(({ agent }) => agent.name === 'Ada Byron')!
    const { metrics } = await workspace.client.coaching.agent({ agentId: ada.agent.id })
    const figure = (id: string) => metrics.find(({ metric }) => metric.id === id)
    expect(figure('csat_mean')).toMatchObject({ n: 2, peers: [], peerMean: null })
    expect(figure('talk_time')!.peers).toHaveLength(1)
  } finally {
    await workspace.close()
  }
})
