import { onTestFinished, expect, test } from 'vitest'
import { contactLens, csv, openWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { floorOf, takeFloor } from './floor.ts'

async function workspace(): Promise<TestWorkspace> {
  const own = await openWorkspace()
  onTestFinished(() => own.close())
  return own
}

test('a driver is worth something only in the contacts it applies to', async () => {
  const own = await workspace()
  const contacts = Array.from({ length: 80 }, (_, index) => ({
    contact_id: `C-${1000 + index}`,
    agent_name: 'Ada Byron',
    queue: 'Billing',
    channel: index < 40 ? 'voice' : 'chat',
    started_at: `2026-03-${String(1 + (index % 28)).padStart(2, '0')}T09:00:00Z`,
    talk_seconds: 60,
    transferred: index < 40 ? 'no' : '',
  }))
  await own.take('calls.csv', csv(contacts))
  await own.take(
    'reviews.csv',
    csv(
      contacts.slice(0, 10).flatMap(({ contact_id, started_at }, index) => [
        {
          evaluation_id: `E-${index}`,
          contact_id,
          form: 'Voice',
          evaluated_at: started_at,
          question: 'Greeting',
          answer: 'Yes',
          score: 1,
          max_score: 1,
        },
        {
          evaluation_id: `E-${index}`,
          contact_id,
          form: 'Voice',
          evaluated_at: started_at,
          question: 'Hold explained',
          answer: index < 4 ? 'No' : 'N/A',
          score: index < 4 ? 0 : '',
          max_score: 1,
        },
      ]),
    ),
  )
  await own.take(
    'one.json',
    contactLens('C-1000', [
      ['AGENT', 0, 4000, 'Good morning, how can I help?'],
      ['CUSTOMER', 14_000, 18_000, 'My bill is wrong.'],
    ]),
  )
  await own.analyze()
  const { agents } = await own.client.coaching.rank({})
  const perWeek = Object.fromEntries(
    agents[0]!.drivers.map(({ driver, contactsPerWeek }) => [driver.label, contactsPerWeek]),
  )
  expect(perWeek).toMatchObject({
    // on the voice contacts the form is used for, ten a week
    Greeting: 10,
    // in four of ten of them
    'Hold explained': 4,
    // known of forty contacts in four weeks
    Transfers: 10,
    // nobody falls silent in a chat
    Silence: 10,
  })
})

test('a schedule for weeks to come does not move the window', async () => {
  const own = await workspace()
  await takeFloor(own, floorOf([], 5))
  const before = await own.client.coaching.rank({})
  await own.take(
    'schedule.csv',
    csv([
      { agent_name: 'Person A', date: '2026-04-20', scheduled_minutes: 480, in_adherence_minutes: '' },
      { agent_name: 'Person A', date: '2026-04-21', scheduled_minutes: 480, in_adherence_minutes: '' },
    ]),
    { source: 'floor', kind: 'workforce' },
  )
  expect((await own.client.coaching.rank({})).window).toEqual(before.window)
})
