import { expect, onTestFinished, test } from 'vitest'
import { estimateDrivers } from '../../../engine/coaching/weights/weights.ts'
import { readCatalogue } from '../../../engine/metrics/index.ts'
import { csv, openWorkspace } from '../../support/workspace.ts'
import { numbers } from './floor.ts'

const DAY_MS = 86_400_000
/** A Monday. */
const FIRST_DAY = Date.UTC(2026, 0, 5)

/** Fourteen people over eight weeks: in weeks in which somebody keeps to the schedule, their customers are happier. */
function floor(people: number, gain: number) {
  const random = numbers(7)
  const contacts: Record<string, string | number>[] = []
  const shifts: Record<string, string | number>[] = []
  for (let person = 0; person < people; person++)
    for (let week = 0; week < 8; week++) {
      const adherence = 0.7 + 0.29 * random()
      const agent_name = `Person ${String.fromCharCode(65 + person)}`
      for (let day = 0; day < 5; day++) {
        const at = FIRST_DAY + (7 * week + day) * DAY_MS
        shifts.push({
          agent_name,
          date: new Date(at).toISOString().slice(0, 10),
          scheduled_minutes: 480,
          in_adherence_minutes: Math.round(480 * adherence),
        })
        for (let k = 0; k < 3; k++)
          contacts.push({
            contact_id: `${person}-${week}-${day}-${k}`,
            agent_name,
            queue: 'Billing',
            channel: 'voice',
            started_at: new Date(at + (9 + k) * 3_600_000).toISOString(),
            csat: random() < 0.2 + gain * (adherence - 0.7) ? 5 : 3,
          })
      }
    }
  return { contacts: csv(contacts), shifts: csv(shifts) }
}

async function weightOf(people: number, gain: number, outcomeId = 'csat_mean') {
  const own = await openWorkspace()
  onTestFinished(() => own.close())
  const { contacts, shifts } = floor(people, gain)
  await own.take('calls.csv', contacts, { source: 'floor' })
  await own.take('shifts.csv', shifts, { source: 'floor' })
  const { read } = own.engine.context
  const drivers = readCatalogue(read).filter(({ role }) => role === 'driver')
  return estimateDrivers(read, drivers, outcomeId, () => new Map()).get('adherence')!
}

test('what keeping to the schedule is worth comes from the weeks of people, where they show it', async () => {
  const { basis, value, low, pairedContacts } = await weightOf(14, 2)
  expect([basis, pairedContacts]).toEqual(['within', 14 * 8 * 15])
  expect(low).toBeGreaterThan(0)
  // 2 x half of the scale is 1 for one unit; the prior of 0.1 +- 0.1 holds it back
  expect(value).toBeGreaterThan(0.1)
  expect(value).toBeLessThan(1)
})

test('it stays an assumption with few people, and for an outcome that is not known by the contact', async () => {
  expect(await weightOf(9, 2)).toMatchObject({ basis: 'prior', value: 0.1 })
  expect(await weightOf(14, 2, 'fcr')).toMatchObject({ basis: 'prior', value: 0.1 })
})
