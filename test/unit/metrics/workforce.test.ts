import { describe, expect, test } from 'vitest'
import { csv } from '../../support/workspace.ts'
import { adjusted, figures, workspace } from './figures.ts'

const shift = (date: string, more: Record<string, string | number>, agent_name = 'Ada Byron') => ({
  agent_name,
  date,
  ...more,
})

describe('figures of the workforce tool', () => {
  test('adherence is a ratio of sums: a long shift weighs more than a short one', async () => {
    const own = await workspace()
    await own.take(
      'shifts.csv',
      csv([
        shift('2026-03-02', { scheduled_minutes: 480, in_adherence_minutes: 480 }),
        shift('2026-03-03', { scheduled_minutes: 120, in_adherence_minutes: 60 }),
        shift('2026-03-03', { scheduled_minutes: 200, in_adherence_minutes: 100 }, 'Grace Hopper'),
      ]),
    )
    expect(await figures(own, 'adherence', 'agent')).toEqual({
      'Ada Byron': [2, 0.9],
      'Grace Hopper': [1, 0.5],
    })
    expect(await figures(own, 'adherence')).toEqual({ All: [3, 0.8] })
    expect(await figures(own, 'adherence', 'day')).toEqual({ '2026-03-02': [1, 1], '2026-03-03': [2, 0.5] })
    // nothing but the shifts themselves stands behind it, so nothing is adjusted
    expect(await adjusted(own, 'adherence')).toEqual({ 'Ada Byron': 0.9, 'Grace Hopper': 0.5 })
  })

  test('adherence counts shifts alike where the export does not say how long they were', async () => {
    const own = await workspace()
    await own.take(
      'shifts.csv',
      csv([shift('2026-03-02', { adherence: '90%' }), shift('2026-03-03', { adherence: '70%' })]),
    )
    expect(await figures(own, 'adherence')).toEqual({ All: [2, 0.8] })
    await own.take(
      'more.csv',
      csv([shift('2026-03-04', { scheduled_minutes: 480, in_adherence_minutes: 240 })]),
    )
    expect(await figures(own, 'adherence')).toEqual({ All: [3, 0.7] })
  })

  test('conformance is a ratio of sums too, and may exceed 100%', async () => {
    const own = await workspace()
    await own.take(
      'shifts.csv',
      csv([
        shift('2026-03-02', { scheduled: 480, actual: 600 }),
        shift('2026-03-03', { scheduled: 120, actual: 60 }),
        shift('2026-03-03', { scheduled: 0, actual: 60 }, 'Grace Hopper'),
      ]),
      {
        mapping: {
          kind: 'workforce',
          shape: 'rows',
          timeZone: 'UTC',
          questions: [],
          columns: [
            { column: 'agent_name', field: 'agent.name', transform: { as: 'text' } },
            { column: 'date', field: 'shift.day', transform: { as: 'day', order: 'ymd' } },
            {
              column: 'scheduled',
              field: 'shift.conformanceScheduled',
              transform: { as: 'duration', unit: 'minutes' },
            },
            {
              column: 'actual',
              field: 'shift.conformanceActual',
              transform: { as: 'duration', unit: 'minutes' },
            },
          ],
        },
      },
    )
    expect(await figures(own, 'conformance', 'agent')).toEqual({ 'Ada Byron': [2, 1.1] })
    expect(await figures(own, 'conformance', 'day')).toEqual({
      '2026-03-02': [1, 1.25],
      '2026-03-03': [1, 0.5],
    })
  })

  test('unplanned absence is a share of the days one was expected: planned absence is none of them', async () => {
    const own = await workspace()
    await own.take(
      'shifts.csv',
      csv([
        shift('2026-03-02', { scheduled_minutes: 480, in_adherence_minutes: 450, absence: 'none' }),
        shift('2026-03-03', { scheduled_minutes: 480, in_adherence_minutes: '', absence: 'unplanned' }),
        shift('2026-03-04', { scheduled_minutes: 480, in_adherence_minutes: '', absence: 'planned' }),
        shift('2026-03-05', { scheduled_minutes: 480, in_adherence_minutes: 450, absence: 'none' }),
        shift('2026-03-06', { scheduled_minutes: 480, in_adherence_minutes: 450, absence: 'none' }),
      ]),
    )
    expect(await figures(own, 'unplanned_absence')).toEqual({ All: [4, 0.25] })
    expect(await figures(own, 'adherence')).toEqual({ All: [3, 0.9375] })
  })

  test('a day missed altogether is absence and no adherence of 0%', async () => {
    const own = await workspace()
    await own.take(
      'shifts.csv',
      csv([
        shift('2026-03-02', { scheduled_minutes: 480, in_adherence_minutes: 450, absence: 'none' }),
        shift('2026-03-03', { scheduled_minutes: 480, in_adherence_minutes: 0, absence: 'unplanned' }),
        shift('2026-03-04', { scheduled_minutes: 480, in_adherence_minutes: 240, absence: 'unplanned' }),
      ]),
    )
    expect(await figures(own, 'adherence')).toEqual({ All: [2, 0.71875] })
    expect(await figures(own, 'unplanned_absence')).toEqual({ All: [3, 0.666667] })
  })

  test('a day with work and nothing in the absence column is a day without absence', async () => {
    const own = await workspace()
    await own.take(
      'shifts.csv',
      csv([
        shift('2026-03-02', { scheduled_minutes: 480, in_adherence_minutes: 450, absence: '' }),
        shift('2026-03-03', { scheduled_minutes: 480, in_adherence_minutes: '', absence: 'unplanned' }),
        shift('2026-03-04', { scheduled_minutes: 480, in_adherence_minutes: 450, absence: '' }),
        shift('2026-03-05', { scheduled_minutes: 480, in_adherence_minutes: 450, absence: '' }),
      ]),
    )
    expect(await figures(own, 'unplanned_absence')).toEqual({ All: [4, 0.25] })
  })

  test('absence is unknown, not 0, where the export says nothing of it', async () => {
    const own = await workspace()
    await own.take(
      'shifts.csv',
      csv([shift('2026-03-02', { scheduled_minutes: 480, in_adherence_minutes: 450 })]),
    )
    expect(await figures(own, 'unplanned_absence')).toEqual({ All: [0, null] })
  })

  test('a schedule for weeks to come does not move the window past what has happened', async () => {
    const own = await workspace()
    await own.take(
      'calls.csv',
      csv([
        {
          contact_id: 'C-1001',
          agent_name: 'Ada Byron',
          started_at: '2026-03-02T09:00:00Z',
          handle_seconds: 300,
        },
        {
          contact_id: 'C-1002',
          agent_name: 'Ada Byron',
          started_at: '2026-03-03T09:00:00Z',
          handle_seconds: 300,
        },
      ]),
    )
    const planned = Array.from({ length: 40 }, (_, index) =>
      shift(new Date(Date.UTC(2026, 2, 4 + index)).toISOString().slice(0, 10), { scheduled_minutes: 480 }),
    )
    await own.take(
      'schedule.csv',
      csv([shift('2026-03-03', { scheduled_minutes: 480, in_adherence_minutes: 450 }), ...planned]),
    )
    expect((await own.client.coaching.rank({ days: 7 })).window).toEqual({
      from: '2026-02-25',
      to: '2026-03-03',
    })
    expect(await figures(own, 'aht', 'agent', { days: 1 })).toEqual({ 'Ada Byron': [1, 300] })
    expect(await own.client.workspace.summary()).toMatchObject({ from: '2026-03-02', to: '2026-04-12' })
  })
})
