import { describe, expect, test } from 'vitest'
import { csv } from '../../support/workspace.ts'
import { figures, workspace } from './figures.ts'

const survey = (index: number, more: Record<string, string | number>) => ({
  response_id: `R-${index}`,
  agent_name: 'Ada Byron',
  responded_at: `2026-03-0${(index % 9) + 1}T09:00:00Z`,
  ...more,
})
const ratings = (values: readonly (string | number)[]) =>
  csv(values.map((csat, index) => survey(index, { csat })))

describe('satisfaction', () => {
  test('from 1 to 5 is (x - 1) / 4, and 4 and 5 are the two best', async () => {
    const own = await workspace()
    await own.take('surveys.csv', ratings([5, 4, 3, 2, 1, 5]))
    expect(await figures(own, 'csat_mean')).toEqual({ All: [6, 0.583333] })
    expect(await figures(own, 'csat_top2')).toEqual({ All: [6, 0.5] })
    expect(await figures(own, 'csat_mean', 'agent')).toEqual({ 'Ada Byron': [6, 0.583333] })
  })

  test('from 0 to 10 is x / 10, and 9 and 10 are the two best', async () => {
    const own = await workspace()
    await own.take('surveys.csv', ratings([10, 9, 8, 0, 7, 10]))
    expect(await figures(own, 'csat_mean')).toEqual({ All: [6, 0.733333] })
    expect(await figures(own, 'csat_top2')).toEqual({ All: [6, 0.5] })
  })

  test('in per cent is x / 100, and 80 and over is best', async () => {
    const own = await workspace()
    await own.take('surveys.csv', ratings(['100%', '80%', '79%', '0%']))
    expect(await figures(own, 'csat_mean')).toEqual({ All: [4, 0.6475] })
    expect(await figures(own, 'csat_top2')).toEqual({ All: [4, 0.5] })
  })

  test('as good or bad is a share of good, and good alone is best', async () => {
    const own = await workspace()
    await own.take('surveys.csv', ratings(['Good', 'Good', 'Bad', 'Good', '']))
    expect(await figures(own, 'csat_mean')).toEqual({ All: [4, 0.75] })
    expect(await figures(own, 'csat_top2')).toEqual({ All: [4, 0.75] })
  })

  test('on two scales is compared on 0..1, never as raw numbers', async () => {
    const own = await workspace()
    await own.take('stars.csv', ratings([5, 1]))
    await own.take('tens.csv', ratings([10, 0, 10, 5]))
    expect(await figures(own, 'csat_mean')).toEqual({ All: [6, 0.583333] })
  })

  test('is that of the contact’s agent, day and queue where the survey names the contact', async () => {
    const own = await workspace()
    await own.take(
      'calls.csv',
      csv([
        {
          contact_id: 'C-1001',
          agent_name: 'Ada Byron',
          queue: 'Billing',
          started_at: '2026-03-02T09:00:00Z',
          talk_seconds: 60,
        },
        {
          contact_id: 'C-1002',
          agent_name: 'Grace Hopper',
          queue: 'Sales',
          started_at: '2026-03-02T09:00:00Z',
          talk_seconds: 60,
        },
      ]),
    )
    await own.take(
      'surveys.csv',
      csv([
        { response_id: 'R-1', contact_id: 'C-1001', responded_at: '2026-03-05T09:00:00Z', csat: 5 },
        { response_id: 'R-2', contact_id: 'C-1002', responded_at: '2026-03-06T09:00:00Z', csat: 1 },
        { response_id: 'R-3', contact_id: 'C-9999', responded_at: '2026-03-06T09:00:00Z', csat: 1 },
      ]),
    )
    expect(await figures(own, 'csat_mean')).toEqual({ All: [3, 0.333333] })
    expect(await figures(own, 'csat_mean', 'agent')).toEqual({ 'Ada Byron': [1, 1], 'Grace Hopper': [1, 0] })
    expect(await figures(own, 'csat_mean', 'queue')).toEqual({
      Billing: [1, 1],
      Sales: [1, 0],
      'No queue': [1, 0],
    })
    expect(await figures(own, 'csat_mean', 'day')).toEqual({ '2026-03-02': [2, 0.5], '2026-03-06': [1, 0] })
  })

  test('that is not about the agent counts in the total but in nobody’s figures', async () => {
    const own = await workspace()
    await own.take(
      'calls.csv',
      csv([
        {
          contact_id: 'C-1001',
          agent_name: 'Ada Byron',
          started_at: '2026-03-02T09:00:00Z',
          talk_seconds: 60,
        },
        {
          contact_id: 'C-1002',
          agent_name: 'Ada Byron',
          started_at: '2026-03-02T10:00:00Z',
          talk_seconds: 60,
        },
      ]),
    )
    const rows = [
      {
        response_id: 'R-1',
        contact_id: 'C-1001',
        responded_at: '2026-03-05T09:00:00Z',
        csat: 5,
        about_agent: 'yes',
      },
      {
        response_id: 'R-2',
        contact_id: 'C-1002',
        responded_at: '2026-03-06T09:00:00Z',
        csat: 1,
        about_agent: 'no',
      },
    ]
    await own.take('surveys.csv', csv(rows), {
      kind: 'surveys',
      mapping: {
        kind: 'surveys',
        shape: 'rows',
        timeZone: 'UTC',
        questions: [],
        columns: [
          { column: 'response_id', field: 'survey.id', transform: { as: 'id' } },
          { column: 'contact_id', field: 'contact.id', transform: { as: 'id' } },
          { column: 'responded_at', field: 'survey.respondedAt', transform: { as: 'instant', order: 'ymd' } },
          { column: 'csat', field: 'survey.csat', transform: { as: 'scale', min: 1, max: 5 } },
          {
            column: 'about_agent',
            field: 'survey.pertainsToAgent',
            transform: { as: 'flag', yes: ['yes'], no: ['no'] },
          },
        ],
      },
    })
    expect(await figures(own, 'csat_mean')).toEqual({ All: [2, 0.5] })
    expect(await figures(own, 'csat_mean', 'agent')).toEqual({ 'Ada Byron': [1, 1] })
  })
})

describe('NPS', () => {
  test('is promoters less detractors, in points', async () => {
    const own = await workspace()
    await own.take('surveys.csv', csv([10, 9, 9, 8, 7, 6, 0].map((nps, index) => survey(index, { nps }))))
    expect(await figures(own, 'nps')).toEqual({ All: [7, 14.285714] })
    expect(await figures(own, 'csat_mean')).toEqual({ All: [0, null] })
  })
})
