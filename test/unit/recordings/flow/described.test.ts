import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeCall } from '../../../support/a-call.ts'
import { csv } from '../../../support/workspace.ts'
import { aRecordedWorkspace } from './a-recorded-workspace.ts'

test('a file beside a recording says who, when and which contact, also where only the recording is given', async () => {
  const own = await aRecordedWorkspace()
  const folder = join(own.folder, 'calls')
  const { path } = writeCall(join(folder, '0001.wav'))
  writeFileSync(
    join(folder, '0001.json'),
    JSON.stringify({
      agentName: 'Maria Lopez',
      startTime: '2026-03-03T14:05:00+01:00',
      contactId: 'C-77',
      agentChannel: 1,
    }),
  )
  await own.bringIn(path)
  const { items } = await own.client.conversations.list({})
  expect(items).toMatchObject([
    { agent: { name: 'Maria Lopez' }, at: Date.UTC(2026, 2, 3, 13, 5), contactRef: 'C-77' },
  ])
  expect(await own.client.recordings.list()).toMatchObject([
    { agentChannel: 1, agentChannelBasis: 'metadata' },
  ])
})

test('the page is told which of the files that lie ready only describe recordings', async () => {
  const own = await aRecordedWorkspace()
  const call = writeCall(join(own.folder, 'visit.wav'))
  const list = join(own.folder, 'list.csv')
  writeFileSync(list, csv([{ file: 'visit.wav', agent: 'Maria Lopez', time: '2026-03-04 08:00' }]))
  const files = [call.path, list].map((path) => ({ reference: { path } }))
  expect((await own.client.imports.sidecars({ files })).describing).toEqual([
    { reference: { path: list }, recordings: 1 },
  ])
  const { jobId } = await own.client.imports.start({ files })
  await own.ended(jobId)
  expect(await own.client.recordings.list()).toMatchObject([
    { agent: { name: 'Maria Lopez' }, at: Date.UTC(2026, 2, 4, 8) },
  ])
})

test('the page is told what is known of each recording before it is imported, and no telephone number', async () => {
  const own = await aRecordedWorkspace()
  const named = writeCall(join(own.folder, 'in_+15551234567_20250219-060100.wav')).path
  const nameless = writeCall(join(own.folder, 'a.wav'), { seed: 9 }).path
  const { describing, recordings } = await own.client.imports.sidecars({
    files: [named, nameless].map((path) => ({ reference: { path } })),
  })
  expect(describing).toEqual([])
  expect(recordings).toMatchObject([
    { reference: { path: named }, at: Date.UTC(2025, 1, 19, 6, 1), hasCustomer: true, basis: 'name' },
    { reference: { path: nameless }, agent: null, at: null, hasCustomer: false, basis: 'none' },
  ])
  expect(JSON.stringify(recordings.map(({ reference: _, ...told }) => told))).not.toContain('5551234567')
})

test('undoing the import of a recording tells the list of recordings', async () => {
  const own = await aRecordedWorkspace()
  await own.bringIn(writeCall(join(own.folder, 'a.wav')).path)
  const [imported] = await own.client.imports.list()
  const stop = new AbortController()
  const events = own.engine.context.events.listen(stop.signal)
  const next = (async () => {
    for await (const { type, topics } of events) if (type === 'data.changed') return topics
    return []
  })()
  await own.client.imports.undo({ importId: imported!.id })
  expect(await next).toContain('recordings')
  stop.abort()
  expect(await own.client.recordings.list()).toEqual([])
})

test('marks that turn text round are written out in the name of a file', async () => {
  const own = await aRecordedWorkspace()
  const path = writeCall(join(own.folder, 'call \u202Egpj.wav')).path
  await own.bringIn(path)
  expect((await own.client.recordings.list())[0]!.name).toBe('call [U+202E]gpj.wav')
  expect((await own.client.imports.list())[0]!.file).toBe('call [U+202E]gpj.wav')
})

test('a telephone number in the name of a file is not kept with the recording', async () => {
  const own = await aRecordedWorkspace()
  await own.bringIn(writeCall(join(own.folder, 'in_5551234567_20250219-060100.wav')).path)
  const [recording] = await own.client.recordings.list()
  expect(recording!.name).not.toContain('5551234567')
  expect(recording!.at).toBe(Date.UTC(2025, 1, 19, 6, 1))
})

test('a contact log that names its recordings is imported, and they belong to its contacts', async () => {
  const own = await aRecordedWorkspace()
  const folder = join(own.folder, 'calls')
  writeCall(join(folder, 'a.wav'))
  writeCall(join(folder, 'b.wav'), { seed: 9 })
  const rows = ['a', 'b'].map((name, at) => ({
    'Contact ID': `C-${at}`,
    'Agent Name': 'Maria Lopez',
    Queue: 'Billing',
    'Start Time': `2026-03-0${at + 2}T09:00:00Z`,
    'Talk Time (s)': 60,
    Recording: `${name}.wav`,
  }))
  writeFileSync(join(folder, 'log.csv'), csv(rows))
  await own.bringIn(folder)
  expect(await own.client.workspace.summary()).toMatchObject({ interactions: 2, transcripts: 2 })
  const { items } = await own.client.conversations.list({ sort: 'oldest' })
  expect(items).toMatchObject([
    { contactRef: 'C-0', queue: 'Billing', agent: { name: 'Maria Lopez' } },
    { contactRef: 'C-1', queue: 'Billing', agent: { name: 'Maria Lopez' } },
  ])
})

test('a list without contact ids only describes, and makes no contacts of its own', async () => {
  const own = await aRecordedWorkspace()
  const folder = join(own.folder, 'calls')
  writeCall(join(folder, 'visit.wav'))
  writeFileSync(
    join(folder, 'list.csv'),
    csv([{ file: 'visit.wav', agent: 'Maria Lopez', started: '2026-03-04 08:00', title: 'Field visit' }]),
  )
  await own.bringIn(folder)
  expect(await own.client.workspace.summary()).toMatchObject({ interactions: 1, transcripts: 1 })
  expect(await own.client.recordings.list()).toMatchObject([
    { agent: { name: 'Maria Lopez' }, title: 'Field visit', at: Date.UTC(2026, 2, 4, 8) },
  ])
})

test('a telephone number in the names of files is nowhere in history, reports and jobs, and undoing and finding again still work', async () => {
  const own = await aRecordedWorkspace()
  const number = '5551234567'
  const folder = join(own.folder, 'calls')
  const call = writeCall(join(folder, `in_${number}_20250219-060100.wav`))
  writeFileSync(
    join(folder, `in_${number}_20250219-060100.vtt`),
    'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Agent>Good morning, how can I help you?\n',
  )
  writeFileSync(join(folder, `log +44 20 7946 0958.csv`), 'Agent,Nothing\nMaria Lopez,1\n')
  writeFileSync(join(folder, `in_${number}.wav`), 'RIFF....WAVE')
  const previews = await own.client.imports.inspect({ files: [{ reference: { path: folder } }] })
  const { jobId } = await own.client.imports.start({ files: [{ reference: { path: folder } }] })
  await own.ended(jobId)
  const reports = await own.client.imports.reports({ jobId })
  expect(Object.fromEntries(reports.map(({ file, error }) => [file, error === null]))).toEqual({
    'calls/in_[number].wav': false,
    'calls/in_[number]_20250219-060100.vtt': true,
    'calls/in_[number]_20250219-060100.wav': true,
    'calls/log [customer].csv': false,
  })
  const told = JSON.stringify([
    previews.map(({ reference: _, ...preview }) => preview),
    reports,
    await own.client.imports.list(),
    await own.client.jobs.list(),
    await own.client.recordings.list(),
    await own.client.imports.sources(),
  ])
  for (const part of [number, '7946 0958', '7946']) expect(told).not.toContain(part)
  const { raw } = own.engine.context.read
  const stored = ['imports', 'jobs', 'sources', 'quarantine', 'transcripts'].map((table) =>
    JSON.stringify(raw.prepare(`SELECT * FROM ${table}`).all()),
  )
  for (const rows of stored) expect(rows).not.toContain(number)
  // the recording is still found where it lies, and nowhere else
  expect(raw.prepare('SELECT path FROM recordings').pluck().all()).toEqual([call.path])
  expect(await own.client.recordings.list()).toMatchObject([{ isMissing: false }])
})
