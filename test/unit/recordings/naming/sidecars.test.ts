import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { findRecordingSidecars } from '../../../../engine/imports/recording-sidecars.ts'
import { combineFacts, type FoundSidecars } from '../../../../engine/recordings/index.ts'
import { nothingKnown, recogniseName } from '../../../../engine/recordings/naming/index.ts'

const root = mkdtempSync(join(tmpdir(), 'debrief-sidecars-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let count = 0

/** Lays out a folder: audio files are empty (never opened here), the others hold what is given. */
function folder(files: Record<string, string | Buffer | object | null>) {
  const place = join(root, String(count++))
  const audio: string[] = []
  const others: string[] = []
  for (const [name, content] of Object.entries(files)) {
    const path = join(place, name)
    mkdirSync(dirname(path), { recursive: true })
    if (content === null) audio.push(path)
    else {
      others.push(path)
      writeFileSync(
        path,
        typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content),
      )
    }
  }
  return { audio, others, path: (name: string) => join(place, name) }
}

async function find(files: Parameters<typeof folder>[0], timeZone = 'UTC') {
  const laid = folder(files)
  const found = await findRecordingSidecars(laid.audio, laid.others, { timeZone })
  const named = <Value>(map: Map<string, Value>) =>
    Object.fromEntries([...map].map(([path, value]) => [path.slice(laid.path('').length + 1), value]))
  return {
    facts: named(found.facts),
    consumed: named(found.consumed),
    problems: named(found.problems),
    transcripts: named(new Map([...found.transcripts].map(([audio, path]) => [audio, basename(path)]))),
  } satisfies Record<keyof FoundSidecars, unknown>
}

const moment = Date.parse('2025-02-19T06:01:22Z')
const whole = {
  ...nothingKnown,
  basis: 'sidecar',
  agent: 'Ana Ruiz',
  startedAtMs: moment,
  direction: 'inbound',
  customerRef: '+4412345678',
  contactRef: 'c-1',
  queue: 'Billing',
  reason: 'Refund',
  languageCode: 'en-gb',
  agentChannel: 0,
}

describe("a recording's own sidecar", () => {
  test.each([
    [
      'plain',
      {
        agent: 'Ana Ruiz',
        startTime: '2025-02-19T06:01:22Z',
        direction: 'Inbound',
        customer: '+4412345678',
        contactId: 'c-1',
        queue: 'Billing',
        disposition: 'Refund',
        language: 'en-GB',
        agentChannel: 0,
      },
    ],
    [
      'other spellings',
      {
        agent_name: 'Ana Ruiz',
        agent_id: 7,
        start_time: 1_739_944_882,
        call_direction: 'incoming',
        ani: '+4412345678',
        dnis: '+49301',
        conversationId: 'c-1',
        skill: 'Billing',
        reason: 'Refund',
        lang: 'en_GB',
        channels: { 0: 'agent', 1: 'customer' },
      },
    ],
    [
      'one level down',
      {
        call: { id: 'c-1', direction: 'in', startedAt: 1_739_944_882_000 },
        agent: { id: '7', name: 'Ana Ruiz', email: 'ana@example.org' },
        customer: { phone: '+4412345678' },
        queue: { name: 'Billing' },
        metadata: { wrapup: 'Refund', language: 'en-gb' },
        channels: ['agent', 'customer'],
      },
    ],
    [
      'beside lists',
      {
        agentFirstName: 'Ana',
        agentLastName: 'Ruiz',
        date: '2025-02-19',
        time: '06:01:22',
        direction: 'INBOUND',
        from: '+4412345678',
        interaction_id: 'c-1',
        campaign: 'Billing',
        topic: 'Refund',
        locale: 'en-gb',
        channels: { 1: 'customer' },
        tags: [{ name: 'agent', value: 'Bo' }],
      },
    ],
  ])('%s', async (_, content) => {
    for (const name of ['call.json', 'call.wav.json', 'CALL.JSON', 'call_metadata.json']) {
      const found = await find({ 'call.wav': null, [name]: content })
      expect(found).toEqual({
        facts: { 'call.wav': whole },
        consumed: { [name]: 1 },
        problems: {},
        transcripts: {},
      })
    }
  })

  test('is read with a mark, in UTF-16, as CSV and as a list of one', async () => {
    const text = JSON.stringify({ agent: 'Ana Ruiz' })
    for (const content of [`\ufeff${text}`, Buffer.from(`\ufeff${text}`, 'utf16le'), `[${text}]`]) {
      expect((await find({ 'call.wav': null, 'call.json': content })).facts['call.wav']?.agent).toBe(
        'Ana Ruiz',
      )
    }
    const csv = await find({ 'call.wav': null, 'call.csv': 'Agent;Queue\r\nAna Ruiz;Billing\r\n' })
    expect(csv.facts['call.wav']).toMatchObject({ agent: 'Ana Ruiz', queue: 'Billing' })
  })

  test('leaves open what could be meant otherwise', async () => {
    const { facts } = await find({
      'a.wav': null,
      'a.json': {
        agent: 'NO_SERVER',
        from: '+1',
        to: '+2',
        start: '03/04/2025 10:00',
        agentChannel: 2,
        language: 'English',
      },
      'b.wav': null,
      'b.json': { agent: '{{agent.name}}', queue: 'N/A', reason: 'Refund' },
    })
    expect(facts['a.wav']).toMatchObject({
      agent: null,
      customerRef: null,
      startedAtMs: null,
      agentChannel: null,
      languageCode: null,
      warnings: ['The start its sidecar states could not be read as a moment.'],
    })
    expect(facts['b.wav']).toEqual({ ...nothingKnown, basis: 'sidecar', reason: 'Refund' })
  })

  test('takes day and month from what all sidecars say, and wall times in the zone given', async () => {
    const { facts } = await find(
      {
        'a.wav': null,
        'a.json': { start: '03/04/2025 10:00' },
        'b.wav': null,
        'b.json': { start: '25/04/2025 10:00' },
        'c.wav': null,
        'c.json': { start: '2025-03-30 02:30' },
        'd.wav': null,
        'd.json': { start: '2025-10-26T02:30:00+01:00' },
      },
      'Europe/Berlin',
    )
    expect(Object.values(facts).map(({ startedAtMs }) => new Date(startedAtMs!).toISOString())).toEqual([
      '2025-04-03T08:00:00.000Z',
      '2025-04-25T08:00:00.000Z',
      '2025-03-30T01:30:00.000Z',
      '2025-10-26T01:30:00.000Z',
    ])
  })

  test('that cannot be read says so in one sentence, and the others go on', async () => {
    const found = await find({
      'a.wav': null,
      'a.json': '{"agent": "Ana',
      'b.wav': null,
      'b.json': { weather: 'fine' },
      'c.wav': null,
      'c.json': `${'{"a":'.repeat(100)}1${'}'.repeat(100)}`,
      'd.wav': null,
      'd.json': { agent: 'Bo' },
      'e.wav': null,
      'e.json': '',
    })
    expect(Object.keys(found.facts)).toEqual(['d.wav'])
    expect(found.problems).toEqual({
      'a.json': 'a.json ends in the middle; download or export it again.',
      'b.json': 'b.json says nothing of its recording that Debrief knows, such as agent or start.',
      'c.json': 'c.json is nested too deeply to be an export; check that it is the right file.',
      'e.json': 'e.json is empty; export it again.',
    })
  })

  test('over 50 MB is not looked at', async () => {
    const { audio, others, path } = folder({ 'a.wav': null, 'a.json': '{}' })
    truncateSync(path('a.json'), (50 << 20) + 1)
    const { problems, facts } = await findRecordingSidecars(audio, others, { timeZone: 'UTC' })
    expect([...problems.values()]).toEqual([
      'a.json is over 50 MB and was not looked at for what it says of recordings.',
    ])
    expect(facts.size).toBe(0)
  })

  test('of an upload lies elsewhere under another name, and sentences name it as it was given', async () => {
    const { path } = folder({ '1.tmp': { agent: 'Ana Ruiz' }, '2.tmp': '{"agent": "' })
    const realPaths = new Map([
      ['a.json', path('1.tmp')],
      ['b.json', path('2.tmp')],
    ])
    const { facts, consumed, problems } = await findRecordingSidecars(
      ['a.wav', 'b.wav'],
      ['a.json', 'b.json'],
      { timeZone: 'UTC', realPaths },
    )
    expect([...facts].map(([name, { agent }]) => [name, agent])).toEqual([['a.wav', 'Ana Ruiz']])
    expect([...consumed]).toEqual([['a.json', 1]])
    expect([...problems]).toEqual([['b.json', 'b.json ends in the middle; download or export it again.']])
  })

  test('gone in the meantime is a sentence too', async () => {
    const { audio, path } = folder({ 'a.wav': null })
    const { problems } = await findRecordingSidecars(audio, [path('a.json')], { timeZone: 'UTC' })
    expect([...problems.values()]).toEqual([
      'a.json is no longer there; export it again or choose it from where it is now.',
    ])
  })

  test('that is a transcript is left to the import, and named', async () => {
    const found = await find({
      'a.wav': null,
      'a.json': {
        results: { utterances: [] },
        segments: [{ start: 0, end: 1, text: 'Hello there', speaker: 'A' }],
      },
      'b.mp3': null,
      'b.vtt': 'WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n',
    })
    expect(found).toEqual({
      facts: {},
      consumed: {},
      problems: {},
      transcripts: { 'a.wav': 'a.json', 'b.mp3': 'b.vtt' },
    })
  })

  test('goes before a list, which fills what it leaves open', async () => {
    const { facts, consumed } = await find({
      'a.wav': null,
      'a.json': { agent: 'Ana Ruiz' },
      'index.csv': 'file,agent,queue\na.wav,Somebody else,Billing\n',
    })
    expect(facts['a.wav']).toMatchObject({ agent: 'Ana Ruiz', queue: 'Billing', warnings: [] })
    expect(consumed).toEqual({ 'a.json': 1, 'index.csv': 1 })
  })
})

describe('a list of recordings', () => {
  const rows =
    'File name;Agent;Start time\r\na.wav;Ana Ruiz;2025-02-19 06:01:22\r\nsub\\b;Bo Li;2025-02-19 06:01:22\r\nz.wav;No;\r\n'
  test.each([
    ['CSV', 'list.csv', rows],
    ['UTF-16', 'list.csv', Buffer.from(`\ufeff${rows.replaceAll(';', '\t')}`, 'utf16le')],
    [
      'JSON',
      'list.json',
      {
        recordings: [
          { path: 'https://host/x/a.wav', agent: { name: 'Ana Ruiz' }, startTime: '2025-02-19T06:01:22Z' },
          { path: 'b', agent: { name: 'Bo Li' }, startTime: '2025-02-19T06:01:22Z' },
        ],
      },
    ],
    [
      'JSON lines',
      'list.jsonl',
      '{"recording":"A.WAV","agentName":"Ana Ruiz","start":1739944882}\n{"recording":"b.wav","agentName":"Bo Li","start":1739944882}\n',
    ],
  ])('as %s ties the recordings in its folder and below', async (_, name, content) => {
    const { facts, consumed, problems } = await find({
      'a.wav': null,
      'sub/b.wav': null,
      'c.wav': null,
      [name]: content,
    })
    expect(Object.keys(facts)).toEqual(['a.wav', 'sub/b.wav'])
    expect(facts['a.wav']).toEqual({
      ...nothingKnown,
      basis: 'sidecar',
      agent: 'Ana Ruiz',
      startedAtMs: moment,
    })
    expect(facts['sub/b.wav']).toMatchObject({ agent: 'Bo Li', startedAtMs: moment })
    expect({ consumed, problems }).toEqual({ consumed: { [name]: 2 }, problems: {} })
  })

  test('leaves open what its rows contradict one another in', async () => {
    const { facts } = await find({
      'a.wav': null,
      'list.csv': 'file,agent,queue\na.wav,Ana,Billing\na.wav,Bo,Billing\n',
    })
    expect(facts['a.wav']).toMatchObject({ agent: null, queue: 'Billing' })
    expect(facts['a.wav']!.warnings[0]).toMatch(/differ \(agent\)/)
  })

  test('tells recordings of one name apart by the folder it writes, and says where it writes none', async () => {
    const audio = { 'x/a.wav': null, 'y/a.wav': null }
    const clear = await find({ ...audio, 'list.csv': 'file,agent\nx/a.wav,Ana\nD:\\rec\\y\\a.wav,Bo\n' })
    expect(clear.facts).toMatchObject({ 'x/a.wav': { agent: 'Ana' }, 'y/a.wav': { agent: 'Bo' } })
    const unclear = await find({ ...audio, 'list.csv': 'file,agent\na.wav,Ana\n' })
    expect(unclear.facts).toEqual({})
    expect(unclear.problems['list.csv']).toMatch(/several with that name/)
    const own = await find({ 'a.wav': null, 'x/a.wav': null, 'list.csv': 'file,agent\na.wav,Ana\n' })
    expect(Object.keys(own.facts)).toEqual(['a.wav'])
  })

  test('does not reach further than one folder down, nor up, and other tables are left alone', async () => {
    const found = await find({
      'x/y/a.wav': null,
      'list.csv': 'file,agent\na.wav,Ana\n',
      'x/y/z/list.csv': 'file,agent\na.wav,Ana\n',
      'x/y/calls.csv': 'Call ID,Agent,Queue\n1,Ana,Billing\n',
      'x/y/broken.json': '{"a":',
    })
    expect(found).toEqual({ facts: {}, consumed: {}, problems: {}, transcripts: {} })
  })

  test('finds the recordings of a long table wherever they stand in it', async () => {
    const lines = Array.from({ length: 5000 }, (_, index) => `call-${index}.wav,Agent ${index % 7}`)
    const { facts } = await find({ 'call-4321.wav': null, 'list.csv': `file,agent\n${lines.join('\n')}\n` })
    expect(facts['call-4321.wav']?.agent).toBe('Agent 2')
  })

  test('names no file outside: what is hostile matches nothing', async () => {
    const { facts, problems } = await find({
      'a.wav': null,
      'list.csv':
        'file,agent\n../../etc/passwd,Eve\n/etc/shadow,Eve\n..,Eve\n.,Eve\n"\0a.wav",Eve\n__proto__,Eve\n',
      'a.json':
        '{"__proto__": {"agent": "Eve"}, "constructor": "Eve", "agent": "Ana\\u0000\\u202e\\nRuiz", "queue": "' +
        'q'.repeat(5000) +
        '"}',
    })
    expect(facts).toEqual({ 'a.wav': { ...nothingKnown, basis: 'sidecar', agent: 'Ana Ruiz' } })
    expect(problems).toEqual({})
  })

  test('whatever lies beside a recording never throws', async () => {
    const { audio, path } = folder({ 'a.wav': null })
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.json(),
          fc.string({ unit: 'binary' }),
          fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
          fc
            .dictionary(
              fc.constantFrom('agent', 'start', 'date', 'time', 'channels', 'file', 'from', 'direction'),
              fc.jsonValue(),
            )
            .map((value) => JSON.stringify(value)),
        ),
        fc.constantFrom('a.json', 'a.csv', 'list.csv', 'list.jsonl'),
        async (content, name) => {
          writeFileSync(path(name), content)
          const { facts } = await findRecordingSidecars(audio, [path(name)], { timeZone: 'UTC' })
          for (const one of facts.values())
            expect(one.startedAtMs === null || Number.isFinite(one.startedAtMs)).toBe(true)
        },
      ),
      { numRuns: 150 },
    )
  })
})

test('what a name says fills what the sidecar leaves open', () => {
  const sidecar = { ...nothingKnown, basis: 'sidecar' as const, agent: 'Ana Ruiz' }
  const named = recogniseName('AGENT_Bo_DT_2025-02-19T06-01-22.wav', 'UTC')
  expect(combineFacts(sidecar, named)).toEqual({ ...sidecar, startedAtMs: moment, kind: 'call' })
  expect(combineFacts(nothingKnown, named)).toEqual(named)
})
