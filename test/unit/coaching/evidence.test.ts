import { onTestFinished, expect, test } from 'vitest'
import type { Evidence } from '../../../shared/contract/coaching.ts'
import { findEvidence } from '../../../engine/coaching/evidence/moments.ts'
import { readCatalogue } from '../../../engine/metrics/index.ts'
import { dayNumber } from '../../../shared/domain/time.ts'
import { contactLens, csv, openWorkspace, type TestWorkspace, type Turn } from '../../support/workspace.ts'

async function workspace(): Promise<TestWorkspace> {
  const own = await openWorkspace()
  onTestFinished(() => own.close())
  return own
}

const call = (contact_id: string, more: Record<string, string | number> = {}) => ({
  contact_id,
  agent_name: 'Ada Byron',
  queue: 'Billing',
  channel: 'voice',
  started_at: `2026-03-0${Number(contact_id.at(-1)) + 1}T09:00:00Z`,
  talk_seconds: 60,
  hold_seconds: 0,
  transferred: 'no',
  abandoned: 'no',
  ...more,
})

/** A conversation in which the agent speaks for so many of 100 seconds, in turns of ten. */
function talked(seconds: number): Turn[] {
  return Array.from({ length: 10 }, (_, index): Turn[] => {
    const [start, split, end] = [index * 10_000, index * 10_000 + seconds * 100, (index + 1) * 10_000]
    return [
      ['AGENT', start, split, 'I see what you mean there.'],
      ['CUSTOMER', split, end, 'It is about my bill again.'],
    ]
  }).flat()
}

function evidenceOf(
  own: TestWorkspace,
  metricId: string,
  wantsBest = false,
  name = 'Ada Byron',
  benchmark: number | null = null,
): Evidence[] {
  const database = own.engine.context.read
  const definition = readCatalogue(database).find(({ id, label }) => id === metricId || label === metricId)!
  const { personId } = database.raw
    .prepare('SELECT person_id AS personId FROM identities WHERE name = ?')
    .get(name) as { personId: number }
  return findEvidence(
    database,
    definition,
    { personId, from: dayNumber('2026-03-01'), to: dayNumber('2026-03-28') },
    wantsBest,
    benchmark,
  )
}

test('of a band is what lies furthest outside, on whichever side, and nothing inside it', async () => {
  const own = await workspace()
  await own.take('calls.csv', csv(['C-1001', 'C-1002', 'C-1003', 'C-1004'].map((id) => call(id))))
  for (const [id, seconds] of [
    ['C-1001', 50],
    ['C-1002', 10],
    ['C-1003', 30],
    ['C-1004', 75],
  ] as const)
    await own.take(`${id}.json`, contactLens(id, talked(seconds)))
  await own.analyze()
  expect(evidenceOf(own, 'talk_share').map(({ title }) => title)).toEqual([
    "Agent's share of the talk: 10%",
    "Agent's share of the talk: 75%",
    "Agent's share of the talk: 30%",
  ])
})

test('of too much of something is never a conversation without any', async () => {
  const own = await workspace()
  await own.take('calls.csv', csv([call('C-1001'), call('C-1002')]))
  await own.take(
    'quiet.json',
    contactLens('C-1001', [
      ['AGENT', 0, 4000, 'Good morning.'],
      ['CUSTOMER', 14_000, 18_000, 'My bill is wrong.'],
    ]),
  )
  await own.take('lively.json', contactLens('C-1002', talked(50)))
  await own.analyze()
  const evidence = evidenceOf(own, 'silence_share')
  expect(evidence).toHaveLength(1)
  expect(evidence[0]).toMatchObject({ kind: 'transcript', span: { startMs: 4000, endMs: 14_000 } })
  expect(evidence[0]!.turns.map(({ text }) => text)).toEqual(['Good morning.', 'My bill is wrong.'])
  // more than half of it was silence: against a benchmark above that the conversation speaks for the agent
  expect(evidenceOf(own, 'silence_share', false, 'Ada Byron', 0.3)).toHaveLength(1)
  expect(evidenceOf(own, 'silence_share', false, 'Ada Byron', 0.9)).toHaveLength(0)
})

test('of passing on and holding are answered contacts of one’s own in the window, the clearest first', async () => {
  const own = await workspace()
  await own.take(
    'calls.csv',
    csv([
      call('C-1001', { hold_seconds: 60, transferred: 'yes' }),
      call('C-1002', { hold_seconds: 300 }),
      call('C-1003', { hold_seconds: 900, abandoned: 'yes', transferred: 'yes' }),
      call('C-1004', { hold_seconds: 800, agent_name: 'Grace Hopper' }),
      call('C-1005', { hold_seconds: 700, started_at: '2026-05-01T09:00:00Z' }),
      call('C-1006', { hold_seconds: 0 }),
    ]),
  )
  expect(evidenceOf(own, 'hold_time').map(({ title }) => title)).toEqual(['5 min on hold', '1 min on hold'])
  expect(evidenceOf(own, 'transfer_rate')).toHaveLength(1)
  // that somebody hardly ever does it, no single contact shows
  expect(evidenceOf(own, 'hold_time', true)).toEqual([])
})

test('never shows one contact twice, and can be opened only where there is a conversation', async () => {
  const own = await workspace()
  await own.take('calls.csv', csv(['C-1001', 'C-1002'].map((id) => call(id))))
  await own.take('one.json', contactLens('C-1002', talked(50)))
  const review = (evaluation_id: string, contact_id: string) => ({
    evaluation_id,
    contact_id,
    form: 'Voice',
    evaluator: 'Quinn Reyes',
    evaluated_at: '2026-03-05T09:00:00Z',
    question: 'Recap',
    answer: 'No',
    score: 0,
    max_score: 1,
  })
  await own.take(
    'reviews.csv',
    csv([
      review('E-1', 'C-1001'),
      review('E-2', 'C-1001'),
      review('E-3', 'C-1002'),
      { ...review('E-4', 'C-1002'), question: 'Greeting', answer: 'Yes', score: 1 },
    ]),
  )
  const evidence = evidenceOf(own, 'Recap')
  expect(evidence.map(({ interactionId }) => interactionId !== null)).toEqual([true, false])
  const { items } = await own.client.conversations.list({})
  expect(evidence[0]!.interactionId).toBe(items[0]!.interactionId)
  const page = await own.client.coaching.agent({ agentId: items[0]!.agent!.id })
  const openable = page.quality[0]!.recent.flatMap(({ interactionId }) => interactionId ?? [])
  expect(new Set(openable)).toEqual(new Set([items[0]!.interactionId]))
})

test('of long holds is first what can be read and shows the point, then the longest without words', async () => {
  const own = await workspace()
  await own.take(
    'calls.csv',
    csv([
      call('C-1001', { hold_seconds: 400 }),
      call('C-1002', { hold_seconds: 120 }),
      call('C-1003', { hold_seconds: 20 }),
      call('C-1004', { hold_seconds: 300 }),
    ]),
  )
  await own.take('C-1002.json', contactLens('C-1002', talked(40)))
  await own.take('C-1003.json', contactLens('C-1003', talked(40)))
  const titles = evidenceOf(own, 'hold_time', false, 'Ada Byron', 60).map(({ title }) => title)
  expect(titles.slice(0, 2)).toEqual(['2 min on hold', '6 min 40 s on hold'])
  // hardly a hold: its words show nothing that the others do not
  expect(titles.at(-1)).toBe('20 s on hold')
})
