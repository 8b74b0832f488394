import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { finished, folderOf, merged } from '../support/merging.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'
import { adoptPolicy } from '../support/policy.ts'
import { contactLens, csv, openWorkspace, type TestWorkspace } from '../support/workspace.ts'

/** Contacts of a team: `perWeek` of each agent in each of four weeks, and one of somebody with hardly any. */
async function team(perWeek: number, names = ['Ada Okafor', 'Tom Reed']): Promise<TestWorkspace> {
  const workspace = await openWorkspace()
  onTestFinished(() => workspace.close())
  const rows = names.flatMap((agent, at) =>
    Array.from({ length: perWeek * 4 }, (_, index) => ({
      contact_id: `C-${agent}-${index}`,
      agent_id: `AG-100${at}`,
      agent_name: agent,
      team: 'North',
      queue: 'Billing',
      channel: 'voice',
      started_at: `2026-03-${String(1 + Math.floor((index * 7) / perWeek)).padStart(2, '0')}T09:00:00Z`,
      handle_seconds: 200 + index,
      customer_number: `+49301${index}`,
    })),
  )
  rows.push({ ...rows[0]!, contact_id: 'C-rare', agent_id: 'AG-9', agent_name: 'Eva Lind' })
  await workspace.take('log.csv', csv(rows), { source: 'Genesys' })
  await workspace.client.merging.setName({ name: 'North' })
  return workspace
}

async function exported(workspace: TestWorkspace, hasNames = false): Promise<string> {
  const { fileName, content } = await workspace.client.merging.exportAggregate({ hasNames })
  expect(fileName).toMatch(/^north-\d{4}-\d{2}-\d{2}\.debrief-aggregate$/)
  const file = join(makeTemporaryFolder(), fileName)
  writeFileSync(file, content)
  return file
}

const contactsOf = (workspace: TestWorkspace) =>
  workspace.engine.context.read.raw
    .prepare('SELECT sum(n), sum(handle_sum) FROM interaction_days')
    .raw()
    .get()

test('an aggregate names nobody, no contact and no customer, and has no cell of fewer than five', async () => {
  const north = await team(7)
  const text = readFileSync(await exported(north), 'utf8')
  for (const secret of ['Ada', 'Okafor', 'Tom', 'AG-100', 'C-', '+4930', 'log.csv'])
    expect(text).not.toContain(secret)
  const file = JSON.parse(text) as {
    contacts: [string, number, number, number[]][]
    people: unknown[]
    leftOut: unknown
  }
  expect(file.contacts.map(([day, , , [n]]) => `${day} ${n}`).toSorted()).toEqual([
    '2026-03-07 7',
    '2026-03-07 7',
    '2026-03-14 7',
    '2026-03-14 7',
    '2026-03-21 7',
    '2026-03-21 7',
    '2026-03-28 7',
    '2026-03-28 7',
  ])
  // of Eva there is one contact: she is in no cell, and not on the list
  expect(file.people).toHaveLength(2)
  expect(file.leftOut).toEqual({ contacts: 1, observations: 0 })
})

test('weeks with too little are added up to four of them', async () => {
  const text = readFileSync(await exported(await team(2)), 'utf8')
  const { contacts } = JSON.parse(text) as { contacts: [string, number, number, number[]][] }
  expect(contacts.map(([day, , , [n]]) => [day, n])).toEqual([
    ['2026-03-25', 8],
    ['2026-03-25', 8],
  ])
})

test('pseudonyms are the same in the next aggregate, and names come where they are wanted', async () => {
  const north = await team(7)
  const keys = (text: string) =>
    (JSON.parse(text) as { people: { key: string; name: string | null }[] }).people
  const first = keys(readFileSync(await exported(north), 'utf8'))
  const second = keys(readFileSync(await exported(north, true), 'utf8'))
  expect(second.map(({ key }) => key)).toEqual(first.map(({ key }) => key))
  expect(first.map(({ name }) => name)).toEqual([null, null])
  expect(second.map(({ name }) => String(name)).toSorted()).toEqual(['Ada Okafor', 'Tom Reed'])
})

test('a director counts an aggregate, says what it is, and takes it back without a trace', async () => {
  const north = await team(7)
  const director = await team(3, ['Lena Vogt'])
  const before = contactsOf(director)
  const file = await exported(north, true)
  expect(await merged(director, file)).toMatchObject({ name: 'North', outcome: 'merged', error: null })
  const [n] = contactsOf(director) as number[]
  expect(n).toBe(13 + 56)
  expect(await director.client.workspace.check()).toEqual({ ok: true, problems: [], notes: [] })
  const people = (await director.client.people.list({})).map(({ name }) => name)
  expect(people).toContain('Ada Okafor (aggregated: North)')
  expect(await merged(director, file)).toMatchObject({ outcome: 'unchanged' })
  expect(await director.client.merging.list()).toMatchObject([
    { name: 'North', form: 'aggregate', newestDay: '2026-03-28' },
  ])
  const [entry] = await director.client.merging.list()
  await finished(director.client, director.client.merging.undo({ id: entry!.id }))
  expect(contactsOf(director)).toEqual(before)
  expect(await director.client.workspace.check()).toEqual({ ok: true, problems: [], notes: [] })
})

test('the whole workspace takes the place of its aggregate, and nothing counts twice', async () => {
  const north = await team(7)
  const director = await openWorkspace()
  onTestFinished(() => director.close())
  await merged(director, await exported(north))
  await merged(director, folderOf(north))
  expect(contactsOf(director)).toEqual(contactsOf(north))
  expect(await director.client.merging.list()).toMatchObject([{ form: 'workspace' }])
  expect((await merged(director, await exported(north))).error).toMatch(/^North is merged here as a whole/)
})

test('figures by another definition are refused, in a sentence', async () => {
  const north = await team(7)
  await north.take(
    'qa.csv',
    csv(
      Array.from({ length: 8 }, (_, index) => ({
        evaluation_id: `E-${index}`,
        agent_id: 'AG-1000',
        agent_name: 'Ada Okafor',
        evaluated_at: '2026-03-27T12:00:00Z',
        form: 'Voice',
        evaluator: 'Q',
        score: 80,
      })),
    ),
    { source: 'QA' },
  )
  const file = await exported(north)
  const content = JSON.parse(readFileSync(file, 'utf8')) as {
    metrics: { metric: { id?: string }; version: number }[]
  }
  for (const one of content.metrics) if (one.metric.id === 'qa_score') one.version = 99
  writeFileSync(file, JSON.stringify(content))
  const director = await team(3, ['Lena Vogt'])
  const report = await merged(director, file)
  expect(report.comparison!.definitions.join(' ')).toMatch(
    /is defined otherwise there \(version 99, here \d+\): its figures were not taken\./,
  )
  const metrics = director.engine.context.read.raw
    .prepare('SELECT DISTINCT metric_id FROM aggregated_observations')
    .pluck()
    .all()
  expect(metrics).not.toContain('qa_score')
})

test('files that are no aggregates, newer, cut off or tampered with are refused with one sentence', async () => {
  const north = await team(7)
  const director = await openWorkspace()
  onTestFinished(() => director.close())
  const file = await exported(north)
  const text = readFileSync(file, 'utf8')
  const refusal = async (content: string) => {
    writeFileSync(file, content)
    return (await merged(director, file)).error
  }
  expect(await refusal('Agent,Score\nAda,5\n')).toMatch(/neither a workspace's folder nor an aggregate/)
  expect(await refusal(text.slice(0, 900))).toMatch(/was copied only in part; copy it again\.$/)
  expect(await refusal(text.replace('"version":1', '"version":2'))).toMatch(/by a newer Debrief/)
  const broken = JSON.parse(text) as { contacts: [string, number, number, number[]][] }
  broken.contacts[0]![3][0] = 1
  expect(await refusal(JSON.stringify(broken))).toMatch(/broken fields/)
  broken.contacts[0]![1] = 99
  expect(await refusal(JSON.stringify(broken))).toMatch(/broken fields/)
  writeFileSync(file, text)
  expect((await merged(north, file)).error).toMatch(/is an aggregate of this workspace/)
})

interface Loose {
  contacts: unknown[][]
  observations: unknown[][]
  strata: object[]
  metrics: object[]
  observationSums: string[]
}

const twice =
  /^.*\.debrief-aggregate is an aggregate that says something twice, so that it would count twice; export it again\.$/
const broken = /^.*\.debrief-aggregate is an aggregate with broken fields; export it again\.$/

test.for<[string, RegExp, (file: Loose) => void]>([
  ['a cell of contacts stands twice', twice, ({ contacts }) => contacts.push([...contacts[0]!])],
  [
    'a kind of contact stands twice',
    twice,
    ({ strata, contacts }) => {
      strata.push({ ...strata[0] })
      const [day, person, , sums] = contacts[0]!
      contacts.push([day, person, strata.length - 1, sums])
    },
  ],
  ['a cell has no sum', broken, (file) => file.observations.push(observed(file, [9, null, 1]))],
  [
    'a cell of figures stands twice',
    twice,
    (file) => file.observations.push(observed(file, [9, 1, 1]), observed(file, [9, 1, 1])),
  ],
])('a file in which %s is refused in one sentence, and nothing of it counts', async ([, told, spoil]) => {
  const director = await team(3, ['Lena Vogt'])
  const before = contactsOf(director)
  const file = await exported(await team(7))
  const spoilt = JSON.parse(readFileSync(file, 'utf8')) as Loose
  spoil(spoilt)
  writeFileSync(file, JSON.stringify(spoilt))
  const [preview] = await director.client.merging.preview({ orders: [{ reference: { path: file } }] })
  expect(preview!.error).toMatch(told)
  expect((await merged(director, file)).error).toMatch(told)
  expect(contactsOf(director)).toEqual(before)
})

/** A cell of handle time, with these first sums. */
function observed({ metrics, observationSums }: Loose, first: (number | null)[]): unknown[] {
  if (metrics.length === 0) metrics.push({ metric: { id: 'aht' }, version: 1 })
  const sums = observationSums.map((_sum, index) => first[index] ?? null)
  return [0, '2026-03-07', 0, 0, 0, sums]
}

test('what automation scored is in the sums of an aggregate while it may score, and else neither in them nor among what was left out', async () => {
  const north = await openWorkspace()
  onTestFinished(() => north.close())
  const refs = Array.from({ length: 8 }, (_, at) => `C-${at}`)
  await north.take(
    'log.csv',
    csv(
      refs.map((contact_id, at) => ({
        contact_id,
        agent_name: 'Ada Okafor',
        team: 'North',
        queue: 'Billing',
        channel: 'voice',
        started_at: `2026-03-${20 + (at % 7)}T09:00:00Z`,
        handle_seconds: 200,
      })),
    ),
    { source: 'Genesys' },
  )
  await north.takeAll(
    refs.map((ref, at) => ({
      name: `${ref}.json`,
      content: contactLens(ref, [
        [
          'AGENT',
          0,
          4000,
          at < 6
            ? 'Thank you for calling Acme, how can I help you today?'
            : 'The line was bad, what is it about now?',
        ],
        ['CUSTOMER', 4500, 9000, 'My bill is wrong.'],
        ['AGENT', 9500, 14_000, 'I have corrected it. Is there anything else I can help with?'],
      ]),
    })),
    { source: 'calls' },
  )
  await north.analyze()
  await north.client.merging.setName({ name: 'North' })
  const score = (how: 'off' | 'assist') =>
    adoptPolicy(north.client, (document) => ({
      ...document,
      automation: { ...document.automation, score: how },
    }))
  /** Of each metric, n and the sum of its values over all cells. */
  const sums = async () => {
    const file = JSON.parse(readFileSync(await exported(north), 'utf8')) as {
      metrics: { metric: { id?: string; of?: string } }[]
      observationSums: string[]
      observations: [number, string, number, number, number, (number | null)[]][]
      leftOut: { observations: number }
    }
    const [n, sum] = ['n', 'sum'].map((name) => file.observationSums.indexOf(name)) as [number, number]
    const all = new Map<string, [number, number]>()
    for (const [place, , , , , cells] of file.observations) {
      const { metric } = file.metrics[place]!
      const name = metric.id ?? `${metric.of}:`
      const before = all.get(name) ?? [0, 0]
      all.set(name, [before[0] + cells[n]!, before[1] + cells[sum]!])
    }
    return { all: Object.fromEntries(all), leftOut: file.leftOut }
  }
  const isAutomated = (name: string) => name.startsWith('auto')

  await score('assist')
  const assisted = await sums()
  const automated = Object.entries(assisted.all).filter(([name]) => isAutomated(name))
  // six of eight conversations begin with a greeting
  expect(Object.fromEntries(automated)).toMatchObject({ 'auto:greeting': [8, 6] })
  expect(automated.every(([, [n]]) => n <= 8)).toBe(true)

  await score('off')
  const off = await sums()
  expect(off).toEqual({
    all: Object.fromEntries(Object.entries(assisted.all).filter(([name]) => !isAutomated(name))),
    leftOut: assisted.leftOut,
  })
  expect(Object.keys(off.all)).toContain('silence_share')

  await score('assist')
  expect(await sums()).toEqual(assisted)
})
