import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countedKinds, createAffectedDays } from '../../engine/affected-days.ts'
import { importFiles, refreshDerived } from '../../engine/imports/index.ts'
import { inTransaction, writeSetting } from '../../engine/store/index.ts'
import { contactLens, csv } from '../support/workspace.ts'
import { dump, strays } from './support/dump.ts'
import { openTestWorkspace, type TestWorkspace } from './support/workspace.ts'
import { aWav, pcm16, tone } from '../unit/recordings/decoding/a-wav.ts'

/** Two seconds of a tone as a WAV; another pitch is another recording. */
function aTone(hertz: number): Buffer {
  return aWav({ data: pcm16(2, 8000, tone(hertz, 0.27)) })
}

const vtt = (words: string) =>
  `WEBVTT\n\n00:00:00.000 --> 00:00:01.000\n<v Agent>Good morning, how can I help you?\n\n00:00:01.000 --> 00:00:02.000\n<v Customer>${words}\n`
const srt = (words: string) =>
  `1\n00:00:00,000 --> 00:00:01,000\nAgent: Good morning, how can I help you?\n\n2\n00:00:01,000 --> 00:00:02,000\nCustomer: ${words}\n`
const lens = (contact: string, words: string) =>
  contactLens(contact, [
    ['AGENT', 0, 900, 'Good morning, how can I help you?'],
    ['CUSTOMER', 1000, 1900, words],
  ])
const log = (contact: string, day: string) =>
  csv([
    {
      'Contact ID': contact,
      'Agent Name': 'Maria Lopez',
      Queue: 'Log queue',
      'Start Time': `${day}T14:05:00Z`,
      'Talk Time (s)': 60,
    },
  ])
const sidecar = (said: object) => JSON.stringify(said)

/** What lies in the folders, by path. Those in `beside` are read with their recording and never given. */
const beside: Record<string, string> = {
  'a/call-1.wav.json': sidecar({
    agentName: 'Ada Byron',
    startTime: '2026-03-03T14:05:00Z',
    queue: 'Billing',
    reason: 'Refund',
    customer: '+44 20 7946 0000',
    direction: 'inbound',
  }),
  'a/call-2.wav.json': sidecar({
    agentName: 'Ben Marsh',
    startTime: '2026-03-03T10:00:00Z',
    contactId: 'K-2',
  }),
  'b/same.wav.json': sidecar({ queue: 'Moves', startTime: '2026-03-20T10:00:00Z', contactId: 'K-3' }),
}
const given: Record<string, string | Buffer> = {
  'a/call-1.wav': aTone(300),
  'a/call-1.vtt': vtt('My boiler is broken.'),
  'a/call-1.srt': srt('The other one of that name.'),
  'a/call-2.wav': aTone(400),
  'a/call-2.vtt': vtt('The bill is wrong.'),
  'a/call-3.wav': aTone(500),
  'a/call-3.json': lens('K-2', 'It is wrong again.'),
  'a/third.json': JSON.stringify({
    call_id: 'K-2',
    segments: [
      { speaker: 'Agent', start: 0, end: 0.9, text: 'Good morning, how can I help you?' },
      { speaker: 'Customer', start: 1, end: 1.9, text: 'A third says so.' },
    ],
  }),
  'b/same.wav': aTone(600),
  'b/call-1.vtt': vtt('Another folder.'),
  'a/same.json': lens('K-3', 'Undated.'),
  'b/late.wav': aTone(700),
  'b/late.json': lens('K-9', 'Of another contact.'),
  'log-2.csv': log('K-2', '2026-03-03'),
  'log-3.csv': log('K-3', '2026-03-20'),
}
beside['b/late.wav.json'] = sidecar({ contactId: 'K-8', startTime: '2026-03-05T10:00:00Z' })

const names = Object.keys(given)

async function inWorkspace<Result>(work: (workspace: TestWorkspace, root: string) => Promise<Result>) {
  const workspace = await openTestWorkspace()
  try {
    const root = join(workspace.folder, 'lies')
    // one key for all, so that hashes can be compared
    writeSetting(workspace.engine.context.write!, 'customer-key', Buffer.alloc(32, 7).toString('base64'))
    for (const folder of ['a', 'b']) mkdirSync(join(root, folder), { recursive: true })
    for (const [name, content] of [...Object.entries(beside), ...Object.entries(given)])
      writeFileSync(join(root, name), content)
    return await work(workspace, root)
  } finally {
    await workspace.close()
  }
}

async function take(workspace: TestWorkspace, root: string, files: readonly string[]): Promise<number[]> {
  const orders = files.map((name) => ({
    path: join(root, name),
    name,
    keptPath: join(root, name),
    timeZone: 'UTC',
  }))
  const reports = await importFiles(workspace.engine.context, orders, {})
  expect(reports.filter(({ error }) => error !== null)).toEqual([])
  return reports.map(({ importId }) => importId!)
}

/** Everything, and with it what was put together, without when and from where the engine has it. */
const everything = (workspace: TestWorkspace) => {
  const database = workspace.engine.context.read
  expect(strays(database)).toEqual([])
  return dump(database)
}

/** The conversations: which files each has, and what is known of its contact. */
function conversations({ engine }: TestWorkspace) {
  const rows = engine.context.read.raw
    .prepare(
      `SELECT group_concat(file, ' ') AS files, contactRef, stub, queue, reason, agent, day, direction, isCustomer FROM (
         SELECT interactions.id, imports.file_name AS file, interactions.contact_ref AS contactRef, is_stub AS stub, queues.name AS queue,
           reasons.name AS reason, identities.name AS agent, interactions.day, interactions.direction, interactions.customer_hash IS NOT NULL AS isCustomer
         FROM transcripts JOIN interactions ON interactions.id = interaction_id JOIN imports ON imports.id = transcripts.import_id
         JOIN strata ON strata.id = stratum_id LEFT JOIN labels AS queues ON queues.id = queue_id LEFT JOIN labels AS reasons ON reasons.id = reason_id
         LEFT JOIN identities ON identities.id = interactions.identity_id
         ORDER BY interactions.id, file)
       GROUP BY id`,
    )
    .all() as { files: string }[]
  return rows.toSorted((a, b) => (a.files < b.files ? -1 : 1))
}

const settings = { seed: 20_261_128, numRuns: 25, endOnFailure: true }

/** The files in some order, some left out, cut into imports of one or two. */
const imports = fc
  .tuple(fc.shuffledSubarray(names, { minLength: 3 }), fc.infiniteStream(fc.boolean()))
  .map(([files, cuts]) => {
    const parts: string[][] = []
    for (const file of files) {
      if (parts.length > 0 && parts.at(-1)!.length === 1 && cuts.next().value) parts.at(-1)!.push(file)
      else parts.push([file])
    }
    return parts
  })

test('what belongs together is together in whatever order it comes', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(imports, async (parts) => {
      const [one, other] = await Promise.all([
        inWorkspace(async (workspace, root) => {
          for (const part of parts) await take(workspace, root, part)
          return conversations(workspace)
        }),
        inWorkspace(async (workspace, root) => {
          for (const file of parts.flat().toSorted()) await take(workspace, root, [file])
          return conversations(workspace)
        }),
      ])
      expect(one).toEqual(other)
    }),
    settings,
  )
})

test('undoing any of it leaves what would be there had it never come', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(imports, fc.array(fc.nat(20), { minLength: 1, maxLength: 4 }), async (parts, picks) => {
      const undone = [...new Set(picks.map((pick) => pick % parts.flat().length))]
      const files = parts.flat()
      const left = await inWorkspace(async (workspace, root) => {
        const ids: number[] = []
        for (const file of files) ids.push(...(await take(workspace, root, [file])))
        await workspace.client.workspace
          .check()
          .then((check) => expect(check).toMatchObject({ ok: true, problems: [] }))
        for (const at of undone) await workspace.undo(ids[at]!)
        await workspace.client.workspace
          .check()
          .then((check) => expect(check).toMatchObject({ ok: true, problems: [] }))
        return { all: everything(workspace), conversations: conversations(workspace) }
      })
      const never = await inWorkspace(async (workspace, root) => {
        for (const [at, file] of files.entries())
          if (!undone.includes(at)) await take(workspace, root, [file])
        return { all: everything(workspace), conversations: conversations(workspace) }
      })
      expect(left).toEqual(never)
    }),
    settings,
  )
})

test('an import puts together what looking at everything would', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(imports, async (parts) => {
      await inWorkspace(async (workspace, root) => {
        for (const part of parts) {
          await take(workspace, root, part)
          const touched = everything(workspace)
          const database = workspace.engine.context.write!
          const days = createAffectedDays()
          for (const kind of countedKinds) for (let day = 20_500; day < 20_560; day++) days.changed(kind, day)
          inTransaction(database, () => refreshDerived(database, days, Date.UTC(2026, 5, 2)))
          expect(everything(workspace)).toEqual(touched)
        }
      })
    }),
    settings,
  )
})

test('a recording and the words beside it are one, each with what the other says; more of one name are not, and that is said', async () => {
  await inWorkspace(async (workspace, root) => {
    await take(workspace, root, ['a/call-1.vtt'])
    await take(workspace, root, ['a/call-1.wav'])
    expect(conversations(workspace)).toEqual([
      {
        files: 'a/call-1.vtt a/call-1.wav',
        contactRef: null,
        stub: 1,
        queue: 'Billing',
        reason: 'Refund',
        agent: 'Ada Byron',
        day: 20_515,
        direction: 1,
        isCustomer: 1,
      },
    ])
    expect((await workspace.client.conversations.list({})).items).toMatchObject([
      { queue: 'Billing', reason: 'Refund', agent: { name: 'Ada Byron' }, turns: 2 },
    ])
    const found = async (queue: string) =>
      (await workspace.client.search.find({ query: 'boiler', queue })).total
    expect([await found('Billing'), await found('Moves')]).toEqual([1, 0])
    const [third] = await take(workspace, root, ['a/call-1.srt'])
    expect(conversations(workspace).map(({ files }) => files)).toEqual([
      'a/call-1.srt',
      'a/call-1.vtt',
      'a/call-1.wav',
    ])
    const [record] = await workspace.client.imports.list()
    expect(record!.warnings).toEqual([
      'It was not put together with the recording beside it: more files bear that name, and it is open which belong together.',
    ])
    await workspace.undo(third!)
    expect(conversations(workspace).map(({ files }) => files)).toEqual(['a/call-1.vtt a/call-1.wav'])
  })
})

test('what contradicts is not put together, and that is said', async () => {
  await inWorkspace(async (workspace, root) => {
    await take(workspace, root, ['b/late.wav', 'b/late.json'])
    expect(conversations(workspace).map(({ files }) => files)).toEqual(['b/late.json', 'b/late.wav'])
    const remarks = (await workspace.client.imports.list()).flatMap(({ warnings }) => warnings)
    expect(remarks).toEqual([
      'It was not put together with the transcript beside it: they differ in contact, day or length.',
      'It was not put together with the recording beside it: they differ in contact, day or length.',
    ])
  })
})

test('a log that names the contact wins, and undoing it gives back what was known without', async () => {
  await inWorkspace(async (workspace, root) => {
    await take(workspace, root, ['b/same.wav'])
    const before = conversations(workspace)
    expect(before).toMatchObject([{ queue: 'Moves', stub: 1, contactRef: 'K-3' }])
    const [id] = await take(workspace, root, ['log-3.csv'])
    expect(conversations(workspace)).toMatchObject([{ queue: 'Log queue', stub: 0, agent: 'Maria Lopez' }])
    await workspace.undo(id!)
    expect(conversations(workspace)).toEqual(before)
  })
})

test('recordings and transcripts that name one contact are one conversation in the list, and those of days apart are not', async () => {
  await inWorkspace(async (workspace, root) => {
    await take(workspace, root, ['a/third.json', 'a/call-2.wav', 'a/call-3.json'])
    expect(conversations(workspace)).toMatchObject([
      {
        files: 'a/call-2.wav a/call-3.json a/third.json',
        contactRef: 'K-2',
        agent: 'Ben Marsh',
        day: 20_515,
      },
    ])
    const { items, total } = await workspace.client.conversations.list({})
    expect(items).toMatchObject([{ contactRef: 'K-2', turns: 2 }])
    expect(total).toBe(1)
    writeFileSync(join(root, 'b/again.wav'), aTone(800))
    writeFileSync(
      join(root, 'b/again.json'),
      sidecar({ contactId: 'K-2', startTime: '2026-03-09T10:00:00Z' }),
    )
    await take(workspace, root, ['b/again.wav'])
    expect(conversations(workspace)).toMatchObject([
      { files: 'a/call-2.wav', day: 20_515 },
      { files: 'a/call-3.json a/third.json', day: null },
      { files: 'b/again.wav', day: 20_521 },
    ])
  })
})

test('dropped files belong together where they came together, and not with others of their name', async () => {
  await inWorkspace(async (workspace, root) => {
    const drop = (...files: string[]) =>
      importFiles(
        workspace.engine.context,
        files.map((name) => ({ path: join(root, name), name: name.replace(/^.*\//, ''), keptPath: null })),
        {},
      )
    await drop('a/call-1.wav', 'a/call-1.vtt')
    await drop('a/call-1.srt')
    expect(conversations(workspace).map(({ files }) => files)).toEqual([
      'call-1.srt',
      'call-1.vtt call-1.wav',
    ])
    // the same once more, from elsewhere, changes nothing
    await drop('a/call-1.wav')
    await take(workspace, root, ['a/call-1.wav'])
    expect(conversations(workspace).map(({ files }) => files)).toEqual([
      'call-1.srt',
      'call-1.vtt call-1.wav',
    ])
  })
})

test('a recording gets the contact that only the transcript beside it names, with and without a log', async () => {
  await inWorkspace(async (workspace, root) => {
    await take(workspace, root, ['a/call-3.wav'])
    const [words] = await take(workspace, root, ['a/call-3.json'])
    const files = 'a/call-3.json a/call-3.wav'
    expect(conversations(workspace)).toMatchObject([{ files, contactRef: 'K-2', stub: 1 }])
    await take(workspace, root, ['log-2.csv'])
    expect(conversations(workspace)).toMatchObject([
      { files, contactRef: 'K-2', stub: 0, queue: 'Log queue' },
    ])
    expect(await workspace.client.recordings.list()).toMatchObject([{ agent: { name: 'Maria Lopez' } }])
    await workspace.undo(words!)
    expect(conversations(workspace)).toMatchObject([{ files: 'a/call-3.wav', contactRef: null, stub: 1 }])
  })
})
