import { afterAll, beforeAll, expect, test } from 'vitest'
import { contactLens, csv, openWorkspace, type TestWorkspace, type Turn } from '../../support/workspace.ts'

let own: TestWorkspace

const said = (customer: string, lengthMs: number): Turn[] => [
  ['AGENT', 0, 3000, 'Thank you for calling, how can I help you today?'],
  ['CUSTOMER', 3500, 8000, 'My bill is not right.'],
  ['AGENT', 20_000, 24_000, 'Let me have a look at that for you.'],
  ['CUSTOMER', 24_500, lengthMs, customer],
]
const contacts = [
  ['C-1001', 'Ada Byron', 'North', 'Billing', '2026-03-02', 'You are wonderful, thank you so much!', 60_000],
  ['C-1002', 'Ada Byron', 'North', 'Sales', '2026-03-04', 'This is terrible, I hate this company.', 40_000],
  ['C-1003', 'Grace Hopper', 'South', 'Billing', '2026-03-03', 'Fine.', 50_000],
] as const

beforeAll(async () => {
  own = await openWorkspace()
  await own.take(
    'calls.csv',
    csv(
      contacts.map(([contact_id, agent_name, team, queue, day]) => ({
        contact_id,
        agent_name,
        team,
        queue,
        channel: 'voice',
        reason: 'Refund',
        started_at: `${day}T09:00:00Z`,
        talk_seconds: 60,
      })),
    ),
  )
  await own.take(
    'surveys.csv',
    csv([
      {
        response_id: 'R-1',
        contact_id: 'C-1001',
        responded_at: '2026-03-03T09:00:00Z',
        csat: 5,
        comment: 'lovely',
      },
      {
        response_id: 'R-2',
        contact_id: 'C-1003',
        responded_at: '2026-03-04T09:00:00Z',
        csat: 1,
        comment: '',
      },
    ]),
  )
  for (const [id, , , , , words, lengthMs] of contacts)
    await own.take(`${id}.json`, contactLens(id, said(words, lengthMs)))
  await own.take('undated.json', contactLens('X-9', said('Okay then.', 30_000)))
  await own.analyze()
})
afterAll(() => own.close())

const listed = async (input: Parameters<TestWorkspace['client']['conversations']['list']>[0]) => {
  const { total, items } = await own.client.conversations.list(input)
  return { total, contacts: items.map(({ contactRef }) => contactRef) }
}

test.each([
  ['newest', ['C-1002', 'C-1003', 'C-1001', 'X-9']],
  ['oldest', ['C-1001', 'C-1003', 'C-1002', 'X-9']],
  ['longest', ['C-1001', 'C-1003', 'C-1002', 'X-9']],
] as const)('sorted by %s, what has no date comes last', async (sort, order) => {
  expect(await listed({ sort })).toEqual({ total: 4, contacts: order })
})

test('sorted by the customer’s mood at the end', async () => {
  expect((await listed({ sort: 'worst-ending' })).contacts[0]).toBe('C-1002')
  expect((await listed({ sort: 'best-ending' })).contacts[0]).toBe('C-1001')
})

test('filtered by agent, team, queue, channel and days', async () => {
  const { items, queues, channels } = await own.client.conversations.list({})
  expect({ queues, channels }).toEqual({ queues: ['Billing', 'Sales'], channels: ['voice'] })
  const grace = items.find(({ contactRef }) => contactRef === 'C-1003')!
  expect(await listed({ agentId: grace.agent!.id })).toEqual({ total: 1, contacts: ['C-1003'] })
  const north = (await own.client.people.teams()).find(({ name }) => name === 'North')!
  expect(await listed({ teamId: north.id })).toEqual({ total: 2, contacts: ['C-1002', 'C-1001'] })
  expect(await listed({ queue: 'Billing' })).toEqual({ total: 2, contacts: ['C-1003', 'C-1001'] })
  expect(await listed({ channel: 'voice', queue: 'Sales' })).toEqual({ total: 1, contacts: ['C-1002'] })
  expect(await listed({ from: '2026-03-03', to: '2026-03-03' })).toEqual({ total: 1, contacts: ['C-1003'] })
})

test('given page by page, with the number of all', async () => {
  const pages = await Promise.all([0, 2].map((offset) => listed({ offset, limit: 2 })))
  expect(pages).toEqual([
    { total: 4, contacts: ['C-1002', 'C-1003'] },
    { total: 4, contacts: ['C-1001', 'X-9'] },
  ])
})

test('each says who, when, what it was about and how it ended', async () => {
  const { items } = await own.client.conversations.list({ sort: 'oldest', limit: 1 })
  expect(items[0]).toMatchObject({
    contactRef: 'C-1001',
    at: Date.parse('2026-03-02T09:00:00Z'),
    agent: { name: 'Ada Byron', team: 'North' },
    queue: 'Billing',
    reason: 'Refund',
    channel: 'voice',
    durationMs: 60_000,
    turns: 4,
    firstWords: 'My bill is not right.',
    csat: { score0to1: 1, min: 1, max: 5 },
  })
  expect(items[0]!.customerSentimentEnd).toBeGreaterThan(0.5)
})

test('opened, it shows the turns, the survey, and marks that lie on the turns they mean', async () => {
  const { items } = await own.client.conversations.list({ queue: 'Sales' })
  const page = await own.client.conversations.get({ interactionId: items[0]!.interactionId })
  expect(page.segments.map(({ role, text }) => [role, text])).toEqual(
    said(contacts[1][5], 40_000).map(([role, , , text]) => [role.toLowerCase(), text]),
  )
  const silence = page.marks.find(({ kind }) => kind === 'silence')
  expect(silence).toMatchObject({
    startMs: 8000,
    endMs: 20_000,
    firstSegment: 1,
    lastSegment: 2,
    verdict: null,
  })
  const lowest = page.marks.find(({ kind }) => kind === 'lowest-point')
  expect(lowest).toMatchObject({ firstSegment: 3 })
  const greeting = page.marks.find(
    ({ kind, questionId }) => kind === 'evidence' && questionId === 'auto:greeting',
  )!
  expect(greeting.verdict).toBe('pass')
  const { text } = page.segments[greeting.firstSegment!]!
  expect(text.slice(greeting.startChar!, greeting.endChar!)).toMatch(/thank you for calling/i)
  expect(page.survey).toBeNull()
  expect(page.measures.find(({ id }) => id === 'silence_share')).toMatchObject({
    label: 'Silence',
    basis: 'text-timing',
  })
})

test('a contact without a conversation says so', async () => {
  await expect(own.client.conversations.get({ interactionId: 99_999 })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})
