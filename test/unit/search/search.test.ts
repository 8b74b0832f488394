import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SearchInput } from '../../../shared/contract/search.ts'
import { contactLens, csv, openWorkspace, type TestWorkspace, type Turn } from '../../support/workspace.ts'

let own: TestWorkspace

const contacts = [
  ['C-1', 'Ada Byron', 'North', 'Billing', '2026-03-02'],
  ['C-2', 'Ada Byron', 'South', 'Sales', '2026-03-12'],
  ['C-3', 'Grace Hopper', 'South', 'Billing', '2026-03-20'],
] as const

const conversations: Record<string, Turn[]> = {
  'C-1': [
    ['AGENT', 0, 3000, 'Thank you for calling, how can I help you today?'],
    ['CUSTOMER', 3500, 8000, 'I was charged twice, this is terrible, I want a refund.'],
    ['AGENT', 70_000, 74_000, 'The refund is on its way.'],
    ['CUSTOMER', 120_000, 124_000, 'Wonderful, thank you so much!'],
  ],
  'C-2': [
    ['AGENT', 0, 3000, 'Good morning, the café opens at nine.'],
    ['CUSTOMER', 90_000, 95_000, 'My card is 4111 1111 1111 1111 and I was charged for roaming.'],
    ['AGENT', 100_000, 104_000, 'Roaming charges can be paid back twice a year.'],
  ],
  'C-3': [
    ['AGENT', 0, 3000, 'Hello.'],
    ['CUSTOMER', 4000, 9000, 'Refund, refund, nothing but a refund of the roaming charges!'],
  ],
}

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
        started_at: `${day}T09:00:00Z`,
        talk_seconds: 60,
      })),
    ),
  )
  for (const [id, turns] of Object.entries(conversations))
    await own.take(`${id}.json`, contactLens(id, turns))
  await own.take(
    'reviews.csv',
    csv([
      {
        evaluation_id: 'E-1',
        contact_id: 'C-1',
        agent_name: 'Ada Byron',
        form: 'Voice',
        evaluator: 'Quinn Reyes',
        evaluated_at: '2026-03-05T09:00:00Z',
        total_score: 80,
        calibration: 'no',
        question: 'Greeting',
        answer: 'Yes',
        score: 8,
        max_score: 10,
      },
    ]),
  )
  await own.analyze()
})
afterAll(() => own.close())

async function find(query: string, more: Omit<SearchInput, 'query'> = {}) {
  return own.client.search.find({ query, ...more })
}
/** Which turns are found, as `C-1:2`, the best first. */
async function places(query: string, more: Omit<SearchInput, 'query'> = {}): Promise<string[]> {
  const { hits } = await find(query, more)
  return hits.map((hit) => `${hit.contactRef}:${hit.turn.index}`)
}

describe('a search', () => {
  test('gives the turn with its conversation, its neighbours and what to highlight', async () => {
    const { hits, ...counts } = await find('"charged twice"')
    expect(counts).toEqual({
      total: 1,
      conversations: 1,
      hasMore: false,
      spreadOver: null,
      withoutFilters: null,
    })
    const [hit] = hits
    expect(hit).toMatchObject({
      contactRef: 'C-1',
      at: Date.UTC(2026, 2, 2, 9),
      agent: { name: 'Ada Byron', team: 'North' },
      queue: 'Billing',
      channel: 'voice',
      turn: { index: 1, role: 'customer', startMs: 3500 },
      before: { index: 0 },
      after: { index: 2 },
    })
    const [range] = hit!.highlights
    expect(hit!.turn.text.slice(range!.startChar, range!.endChar)).toBe('charged twice')
    expect((await find('wonderful')).hits[0]).toMatchObject({ before: { index: 2 }, after: null })
  })

  test('ranks what says it more often, and of equals the newer', async () => {
    expect((await places('refund'))[0]).toBe('C-3:1')
    expect(await places('roaming')).toEqual(['C-2:2', 'C-3:1', 'C-2:1'])
  })

  test('reads words, phrases, beginnings, choices, nearness, exclusions and accents', async () => {
    expect(await places('cafe')).toEqual(['C-2:0'])
    expect((await places('charg*')).toSorted()).toEqual(['C-1:1', 'C-2:1', 'C-2:2', 'C-3:1'])
    expect((await places('refund OR card')).toSorted()).toEqual(['C-1:1', 'C-1:2', 'C-2:1', 'C-3:1'])
    expect((await places('refund -roaming')).toSorted()).toEqual(['C-1:1', 'C-1:2'])
    expect(await places('nothing ~5 roaming')).toEqual(['C-3:1'])
    expect(await places('nothing ~2 roaming')).toEqual([])
  })

  test('narrows by who speaks and when', async () => {
    expect(await places('agent: refund')).toEqual(['C-1:2'])
    expect(await places('refund', { speaker: 'agent' })).toEqual(['C-1:2'])
    expect((await places('refund first:1m')).toSorted()).toEqual(['C-1:1', 'C-3:1'])
    expect((await places('refund', { firstMs: 3600 })).toSorted()).toEqual(['C-1:1'])
    expect(await places('last:10s thank')).toEqual(['C-1:3'])
  })

  test('narrows by agent, team of the day, queue, channel and days', async () => {
    const { hits } = await find('"charged twice"')
    const agentId = hits[0]!.agent!.id
    const teams = await own.client.people.teams()
    const south = teams.find(({ name }) => name === 'South')!.id
    expect((await places('roaming', { agentId })).toSorted()).toEqual(['C-2:1', 'C-2:2'])
    expect((await places('refund OR roaming', { teamId: south })).toSorted()).toEqual([
      'C-2:1',
      'C-2:2',
      'C-3:1',
    ])
    expect(await places('roaming', { queue: 'Billing' })).toEqual(['C-3:1'])
    expect(await places('roaming', { channel: 'chat' })).toEqual([])
    expect(await places('refund', { from: '2026-03-03', to: '2026-03-20' })).toEqual(['C-3:1'])
    expect((await places('refund', { to: '2026-03-19' })).toSorted()).toEqual(['C-1:1', 'C-1:2'])
  })

  test('narrows by mood, score and measure', async () => {
    const mood = (await find('terrible')).hits[0]!.turn.sentiment!
    expect(mood).toBeLessThan(0)
    expect(await places('refund', { sentiment: { of: 'turn', min: mood, max: mood } })).toEqual(['C-1:1'])
    // what an agent says has none
    expect(await places('agent: refund', { sentiment: { of: 'turn', max: 1 } })).toEqual([])
    expect((await places('refund', { sentiment: { of: 'end', min: 0.2 } })).toSorted()).toEqual([
      'C-1:1',
      'C-1:2',
    ])
    const { measures } = await own.client.conversations.get({
      interactionId: (await find('wonderful')).hits[0]!.interactionId,
    })
    const share = measures.find(({ id }) => id === 'silence_share')!.value!
    const measure = (min: number) => ({ measure: { metricId: 'silence_share', min } })
    expect(await places('wonderful', measure(share))).toEqual(['C-1:3'])
    expect(await places('wonderful', measure(share + 0.001))).toEqual([])
    expect(await places('wonderful', { score: { min: 0.75, max: 0.85 } })).toEqual(['C-1:3'])
    expect(await places('wonderful', { score: { max: 0.75 } })).toEqual([])
  })

  test('says what would be found where nothing is', async () => {
    expect(await find('wonderful twice')).toMatchObject({ total: 0, spreadOver: 1, withoutFilters: null })
    expect((await places('wonderful twice in:conversation')).toSorted()).toEqual(['C-1:1', 'C-1:3'])
    expect(await places('wonderful twice -way in:conversation')).toEqual([])
    expect(await find('refund', { queue: 'Sales' })).toMatchObject({ total: 0, withoutFilters: 3 })
    expect(await find('agent: wonderful')).toMatchObject({ total: 0, withoutFilters: 1 })
  })

  test('is paged without a gap', async () => {
    const whole = await places('refund OR roaming')
    const pages = []
    for (let offset = 0; offset < whole.length; offset += 2) {
      const { hits, total } = await own.client.search.find({ query: 'refund OR roaming', offset, limit: 2 })
      expect(total).toBe(whole.length)
      pages.push(...hits.map((hit) => `${hit.contactRef}:${hit.turn.index}`))
    }
    expect(pages).toEqual(whole)
  })

  test('with nothing to look for is refused in a sentence', async () => {
    await expect(find('-refund')).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: 'Say at least one word to look for, beside those to leave out.',
    })
  })
})

test('what was redacted is not findable', async () => {
  expect((await find('"charged for roaming"')).total).toBe(1)
  for (const query of ['4111', '1111', '411*', '"4111 1111"']) expect(await places(query)).toEqual([])
})

test('more like a moment shares its telling words, in other conversations', async () => {
  const [hit] = (await find('"charged for roaming"')).hits
  const { words, like, hits } = await own.client.search.similar({
    interactionId: hit!.interactionId,
    segment: hit!.turn.index,
  })
  expect(like.index).toBe(1)
  expect(words).toContain('roaming')
  expect(words).not.toContain('number')
  expect(new Set(hits.map(({ contactRef }) => contactRef))).toEqual(new Set(['C-1', 'C-3']))
  await expect(own.client.search.similar({ interactionId: hit!.interactionId, segment: 99 })).rejects.toThrow(
    'no longer there',
  )
})

test('of several transcripts of one contact only the one that is read is searched', async () => {
  const { raw } = own.engine.context.write!
  const { lastInsertRowid: id } = raw
    .prepare(
      `INSERT INTO transcripts (import_id, row_number, source_id, interaction_id, vendor, vendor_facts)
       SELECT import_id, 99, source_id, interaction_id, vendor, '{}' FROM transcripts ORDER BY id LIMIT 1`,
    )
    .run()
  raw
    .prepare(
      `INSERT INTO segments (transcript_id, position, speaker, role, text) VALUES (?, 0, 'A', 'agent', 'A zebra')`,
    )
    .run(id)
  expect(await find('zebra')).toMatchObject({ total: 0, hits: [] })
  raw.prepare('DELETE FROM transcripts WHERE id = ?').run(id)
})

test('a conversation is found by the id of its contact', async () => {
  const found = await own.client.search.byReference({ reference: 'C-2' })
  expect(found.map(({ contactRef }) => contactRef)).toEqual(['C-2'])
  expect(await own.client.search.byReference({ reference: 'C-' })).toHaveLength(3)
  expect(await own.client.search.byReference({ reference: '%' })).toEqual([])
})

test('searches are saved, renamed, deleted and saved again', async () => {
  const search = { query: 'refund first:1m', queue: 'Billing', score: { max: 0.5 } }
  const saved = await own.client.search.save({ name: ' Early refunds ', search })
  expect(saved).toEqual({ id: saved.id, name: 'Early refunds', search, at: own.clock.now })
  await expect(own.client.search.save({ name: 'early refunds', search })).rejects.toMatchObject({
    code: 'CONFLICT',
  })
  expect(await own.client.search.rename({ id: saved.id, name: 'Refunds' })).toMatchObject({ name: 'Refunds' })
  expect(await own.client.search.remove({ id: saved.id })).toMatchObject({ name: 'Refunds', search })
  expect(await own.client.search.saved()).toEqual([])
  await own.client.search.save({ name: 'Refunds', search })
  expect((await own.client.search.saved()).map(({ name }) => name)).toEqual(['Refunds'])
  await expect(own.client.search.rename({ id: 999, name: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a turn corrected by hand is found by its new words, a redacted correction by none of its numbers', async () => {
  const [hit] = (await find('"nothing but"')).hits
  const place = { interactionId: hit!.interactionId, segment: hit!.turn.index }
  await own.client.conversations.correct({ ...place, text: 'Giraffes on card 4111 1111 1111 1111.' })
  expect([await places('giraffes'), await places('"nothing but"'), await places('4111')]).toEqual([
    ['C-3:1'],
    [],
    [],
  ])
  await own.client.conversations.undoCorrections(place)
  expect([await places('giraffes'), await places('"nothing but"')]).toEqual([[], ['C-3:1']])
})

test('the index follows another reading of a file and its undo, and the check sees when it does not', async () => {
  const corrected = conversations['C-1']!.map(([role, from, to, text]): Turn => [
    role,
    from,
    to,
    text.replace('terrible', 'dreadful'),
  ])
  const { importId } = await own.take('C-1.json', contactLens('C-1', corrected))
  expect([await places('terrible'), await places('dreadful')]).toEqual([[], ['C-1:1']])
  expect(await own.client.workspace.check()).toEqual({ ok: true, problems: [], notes: [] })

  await own.client.imports.undo({ importId: importId! })
  expect([await places('terrible'), await places('dreadful')]).toEqual([['C-1:1'], []])
  expect(await own.client.workspace.check()).toEqual({ ok: true, problems: [], notes: [] })

  const { raw } = own.engine.context.write!
  raw.exec(`DROP TRIGGER segments_unsaid; DELETE FROM segments WHERE text LIKE 'Hello%'`)
  expect(await own.client.workspace.check()).toEqual({
    ok: false,
    notes: [],
    problems: ['the search index has 1 turns that are gone'],
  })
})
