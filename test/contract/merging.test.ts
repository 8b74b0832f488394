import { createHash } from 'node:crypto'
import {
  cpSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { expect, onTestFinished, test, vi } from 'vitest'
import { directClient } from '../../engine/direct-client.ts'
import { createEngine } from '../../engine/index.ts'
import { keyFileOfOther, openOther } from '../../engine/merging/opening/keys-of-others.ts'
import { openOtherWorkspace } from '../../engine/merging/opening/other-workspace.ts'
import { readHoldings } from '../../engine/merging/reading.store.ts'
import { migrations } from '../../engine/store/migrations/index.ts'
import { encryptWorkspace, filesIn, filesWith, lock, PASSPHRASE } from '../support/encrypted.ts'
import { folderOf, finished, merged } from '../support/merging.ts'
import { makeTemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts'
import { csv, openWorkspace, type TestWorkspace } from '../support/workspace.ts'

interface Contact {
  id: string
  agent: string
  agentId: string
  handle?: number
  day?: string
  team?: string
  customer?: string
}

const log = (contacts: readonly Contact[]) =>
  csv(
    contacts.map(({ id, agent, agentId, handle = 300, day = '2026-03-10', team = 'North', customer }) => ({
      contact_id: id,
      agent_id: agentId,
      agent_name: agent,
      team,
      queue: 'Billing',
      channel: 'voice',
      started_at: `${day}T09:00:00Z`,
      handle_seconds: handle,
      ...(customer !== undefined && { customer_number: customer }),
    })),
  )

const ada: Contact = { id: 'C-1', agent: 'Ada Okafor', agentId: 'AG-1001' }
const tom: Contact = { id: 'C-2', agent: 'Tom Reed', agentId: 'AG-1002' }

async function opened(): Promise<TestWorkspace> {
  const workspace = await openWorkspace()
  onTestFinished(() => workspace.close())
  return workspace
}

async function filled(...contacts: Contact[]): Promise<TestWorkspace> {
  const workspace = await opened()
  await workspace.take('log.csv', log(contacts), { source: 'Genesys' })
  return workspace
}

/** The folder of a workspace that was closed, copied to where a test may damage it. */
async function closedCopy(...contacts: Contact[]): Promise<string> {
  const workspace = await openWorkspace()
  await workspace.take('log.csv', log(contacts), { source: 'Genesys' })
  const folder = join(makeTemporaryFolder(), 'North')
  await workspace.engine.close()
  cpSync(folderOf(workspace), folder, { recursive: true })
  rmSync(workspace.folder, { recursive: true, force: true })
  return folder
}

const fileOf = (folder: string) => join(folder, 'debrief.sqlite')

/** Every file of a folder with a hash of its content. */
function contentOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .toSorted()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  )
}

function count(workspace: TestWorkspace, table: string): number {
  return workspace.engine.context.read.raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number
}

test('the other workspace is left as it is, to the byte, and no file appears beside it', async () => {
  const director = await opened()
  const folder = await closedCopy(ada, tom)
  const before = contentOf(folder)
  expect(await merged(director, folder)).toMatchObject({
    name: 'North',
    outcome: 'merged',
    imports: { added: 1, removed: 0, kept: 0 },
    rows: { added: 2, updated: 0, unchanged: 0 },
    error: null,
  })
  expect(contentOf(folder)).toEqual(before)
  expect(count(director, 'interactions')).toBe(2)
  const [record] = await director.client.imports.list()
  expect(record).toMatchObject({ file: 'log.csv', source: 'Genesys' })
})

test('one that is open elsewhere is read with all that is committed', async () => {
  const [director, other] = [await opened(), await filled(ada)]
  expect(await merged(director, folderOf(other), { name: 'North' })).toMatchObject({ outcome: 'merged' })
  await other.take('more.csv', log([tom]), { source: 'Genesys' })
  expect(await merged(director, folderOf(other))).toMatchObject({
    name: 'North',
    imports: { added: 1, removed: 0, kept: 1 },
  })
  expect(count(director, 'interactions')).toBe(2)
  expect(await merged(director, folderOf(other))).toMatchObject({ outcome: 'unchanged' })
})

test('the same fact of two workspaces is one, and what was merged last says what holds', async () => {
  const [director, north, south] = [
    await opened(),
    await filled({ ...ada, handle: 300 }),
    await filled({ ...ada, handle: 400 }, tom),
  ]
  await merged(director, folderOf(north), { name: 'North' })
  expect(await merged(director, folderOf(south), { name: 'South' })).toMatchObject({
    rows: { added: 1, updated: 1, unchanged: 0 },
  })
  expect(count(director, 'interactions')).toBe(2)
  const handled = () =>
    director.engine.context.read.raw
      .prepare(`SELECT handle_ms FROM interactions WHERE contact_ref = 'C-1'`)
      .pluck()
      .get()
  expect(handled()).toBe(400_000)
  const ofSouth = (await director.client.merging.list()).find(({ name }) => name === 'South')!
  await finished(director.client, director.client.merging.undo({ id: ofSouth.id }))
  expect(handled()).toBe(300_000)
  expect(count(director, 'interactions')).toBe(1)
})

test('wrong places are refused with one sentence each, and nothing is written', async () => {
  const director = await filled(ada)
  const nothing = await merged(director, join(director.folder, 'nowhere'))
  expect(nothing.error).toMatch(/^There is no workspace in .*nowhere; choose the folder/)
  expect((await merged(director, folderOf(director))).error).toBe(
    'That is this workspace itself, which cannot be merged into itself.',
  )
  const copy = join(makeTemporaryFolder(), 'copy')
  cpSync(folderOf(director), copy, { recursive: true })
  expect((await merged(director, copy)).error).toMatch(/is a copy of this one/)
  const empty = await opened()
  expect((await merged(director, folderOf(empty))).error).toMatch(/holds nothing yet/)
  const text = makeTemporaryFolder()
  writeFileSync(
    fileOf(text),
    'This is no database, only a text that is long enough to have a header. '.repeat(9),
  )
  expect((await merged(director, text)).error).toMatch(/no workspace of Debrief/)
  expect(count(director, 'merged_workspaces')).toBe(0)
  expect(count(director, 'interactions')).toBe(1)
})

/** Writes a workspace as a Debrief of an older schema would have it: what that had no place for is not there. */
function asOlder(file: string, version: number): void {
  const older = `${file}.older`
  const database = new Database(older)
  for (const migration of migrations) if (migration.version <= version) database.exec(migration.sql)
  database.pragma('foreign_keys = OFF')
  database.prepare('ATTACH ? AS newer').run(file)
  const columnsOf = (table: string) => database.pragma(`table_info(${table})`) as { name: string }[]
  const tables = database.pragma('table_list') as { schema: string; name: string; type: string }[]
  const own = tables.filter(
    (one) => one.schema === 'main' && one.type === 'table' && !one.name.startsWith('sqlite_'),
  )
  for (const { name: table } of own) {
    const columns = columnsOf(table).map(({ name }) => name)
    database.exec(
      `DELETE FROM main.${table}; INSERT INTO main.${table} (${columns.join()}) SELECT ${columns.join()} FROM newer.${table}`,
    )
  }
  database.exec('DETACH newer')
  database.pragma(`user_version = ${version}`)
  database.close()
  renameSync(older, file)
}

test('a newer workspace is refused, an older one is brought up to date in a copy', async () => {
  const director = await opened()
  const newer = await closedCopy(ada)
  const raw = new Database(fileOf(newer))
  raw.pragma('user_version = 99990')
  raw.close()
  expect((await merged(director, newer)).error).toMatch(
    /was made by a newer Debrief; install the newest version here/,
  )

  const older = await closedCopy(ada)
  asOlder(fileOf(older), 190)
  const before = contentOf(older)
  expect(await merged(director, older)).toMatchObject({ outcome: 'merged', error: null })
  expect(contentOf(older)).toEqual(before)
})

test('a damaged or half-copied workspace is refused with one sentence', async () => {
  const director = await opened()
  const cut = await closedCopy(ada, tom)
  truncateSync(fileOf(cut), 40_960)
  expect((await merged(director, cut)).error).toMatch(/copied only in part/)

  const damaged = await closedCopy(ada, tom)
  const bytes = readFileSync(fileOf(damaged))
  bytes.fill(0x5a, 8192, bytes.length - 8192)
  writeFileSync(fileOf(damaged), bytes)
  expect((await merged(director, damaged)).error).toMatch(/is damaged or was copied only in part/)

  // a log of another time beside it
  const log = await closedCopy(ada, tom)
  writeFileSync(`${fileOf(log)}-wal`, Buffer.alloc(8192, 0x11))
  expect((await merged(director, log)).error).toMatch(/copied only in part/)
  expect(count(director, 'imports')).toBe(0)
})

test('a log that was copied along is read, one that was cut off is refused', async () => {
  const director = await opened()
  const other = await filled(ada)
  const whole = join(makeTemporaryFolder(), 'North')
  cpSync(folderOf(other), whole, { recursive: true })
  rmSync(`${fileOf(whole)}-shm`)
  expect(await merged(director, whole)).toMatchObject({ outcome: 'merged', rows: { added: 1 } })
  const cut = join(makeTemporaryFolder(), 'North')
  cpSync(folderOf(other), cut, { recursive: true })
  rmSync(`${fileOf(cut)}-shm`)
  truncateSync(`${fileOf(cut)}-wal`, 1000)
  expect((await merged(director, cut)).error).toMatch(/copied only in part|damaged/)
})

test('ids of other people are found before anything is written, and their source is kept apart', async () => {
  const director = await filled(ada, tom)
  const other = await filled(
    { ...ada, agent: 'Lena Vogt', day: '2026-02-02' },
    { ...tom, agent: 'Marc Dubois', day: '2026-02-02' },
  )
  const orders = [{ reference: { path: folderOf(other) }, name: 'Lyon' }]
  const [preview] = await director.client.merging.preview({ orders })
  expect(preview!.comparison!.sourcesApart).toEqual([
    {
      source: 'Genesys',
      name: 'Genesys (Lyon)',
      because:
        '2 ids of Genesys belong to other people in Lyon: AG-1001 is Ada Okafor here and Lena Vogt there; AG-1002 is Tom Reed here and Marc Dubois there.',
    },
  ])
  expect(count(director, 'imports')).toBe(1)
  await merged(director, folderOf(other), { name: 'Lyon' })
  // contacts with the same numbers are other contacts
  expect(count(director, 'interactions')).toBe(4)
  const people = await director.client.people.list({})
  expect(people.map(({ name }) => name).toSorted()).toEqual([
    'Ada Okafor',
    'Lena Vogt',
    'Marc Dubois',
    'Tom Reed',
  ])
  // somebody who knows better has the last word
  await merged(director, folderOf(other), { same: ['Genesys'] })
  expect(count(director, 'interactions')).toBe(2)
})

test('one id that was given to somebody else is said and leaves the source one', async () => {
  const director = await filled(ada, tom, { id: 'C-3', agent: 'Eva Lind', agentId: 'AG-1003' })
  const other = await filled(ada, tom, { id: 'C-9', agent: 'Noor Haddad', agentId: 'AG-1003' })
  const report = await merged(director, folderOf(other), { name: 'North' })
  expect(report.comparison).toMatchObject({
    sourcesApart: [],
    others: [
      '1 id of Genesys belongs to other people in North: AG-1003 is Eva Lind here and Noor Haddad there. They are not joined.',
    ],
  })
  expect(count(director, 'interactions')).toBe(4)
  const names = (await director.client.people.list({})).map(({ name }) => name)
  expect(names).toContain('Eva Lind')
  expect(names).toContain('Noor Haddad')
})

const evaluations = (rows: readonly { id: string; score: number; question: string; max?: string }[]) =>
  csv(
    rows.map(({ id, score, question }) => ({
      evaluation_id: id,
      agent_id: 'AG-1001',
      agent_name: 'Ada Okafor',
      evaluator: 'Q',
      evaluated_at: '2026-03-10T12:00:00Z',
      form: 'Voice',
      question_id: 'q1',
      question,
      score,
      max_score: 5,
    })),
  )

test('forms that ask something else under one name are kept apart and never averaged', async () => {
  const director = await filled(ada)
  await director.take('qa.csv', evaluations([{ id: 'E-1', score: 5, question: 'Greeted the customer' }]), {
    source: 'QA',
  })
  const other = await filled(ada)
  await other.take('qa.csv', evaluations([{ id: 'E-2', score: 0, question: 'Closed with thanks' }]), {
    source: 'QA',
  })
  const report = await merged(director, folderOf(other), { name: 'North' })
  expect(report.comparison!.formsApart).toEqual([
    {
      form: 'Voice',
      name: 'Voice (North)',
      differences: ['“Greeted the customer” is worded “Closed with thanks” there'],
    },
  ])
  expect(report.comparison!.definitions[0]).toBe(
    'Voice: “Greeted the customer” is worded “Closed with thanks” there. It is kept as “Voice (North)”, and its scores are averaged with no other.',
  )
  const sums = director.engine.context.read.raw
    .prepare(
      `SELECT metric_id, n, sum FROM observation_days WHERE metric_id = 'qa_score' OR metric_id GLOB 'question:*' ORDER BY metric_id`,
    )
    .raw()
    .all()
  expect(sums).toEqual([
    ['qa_score', 1, 1],
    ['question:1', 1, 1],
    ['question:2', 1, 0],
  ])
  expect(await director.client.workspace.check()).toEqual({ ok: true, problems: [], notes: [] })
})

test('customers of two workspaces are never one by chance', async () => {
  const director = await filled({ ...ada, customer: '+4930111' })
  const north = await filled(
    { ...ada, id: 'N-1', customer: '+4930111' },
    { ...ada, id: 'N-2', customer: '+4930111' },
  )
  const south = await filled({ ...ada, id: 'S-1', customer: '+4930111' })
  await merged(director, folderOf(north), { name: 'North' })
  await merged(director, folderOf(south), { name: 'South' })
  const hashes = director.engine.context.read.raw
    .prepare('SELECT contact_ref, customer_hash FROM interactions ORDER BY contact_ref')
    .raw()
    .all() as [string, number][]
  const of = new Map(hashes)
  expect(of.get('N-1')).toBe(of.get('N-2'))
  expect(new Set(of.values()).size).toBe(3)
  expect(
    [...of].filter(([ref]) => ref !== 'C-1').every(([, hash]) => hash < 0 && Number.isSafeInteger(hash)),
  ).toBe(true)
  expect(of.get('C-1')).toBeGreaterThan(0)
})

test('what somebody decided about people comes along, unless the opposite was decided here', async () => {
  const names: Contact[] = [
    { id: 'C-1', agent: 'Ada Okafor', agentId: 'AG-1001' },
    { id: 'C-2', agent: 'A. Okafor', agentId: 'AG-2001' },
  ]
  const other = await filled(...names)
  const ids = (await other.client.people.list({})).map(({ id }) => id)
  await other.client.people.merge({ personIds: ids })
  const director = await opened()
  await merged(director, folderOf(other), { name: 'North' })
  expect(await director.client.people.list({})).toHaveLength(1)
  const [north] = await director.client.merging.list()
  await finished(director.client, director.client.merging.undo({ id: north!.id }))
  expect(await director.client.people.list({})).toHaveLength(0)

  const second = await filled(...names)
  const [first, ...rest] = (await second.client.people.list({})).map(({ id }) => id)
  await second.client.people.keepApart({ personId: first!, fromIds: rest })
  const report = await merged(second, folderOf(other), { name: 'North' })
  expect(report.decisions).toEqual({ taken: 0, contested: 1 })
  expect(await second.client.people.list({})).toHaveLength(2)
  expect(
    (await second.client.people.proposals()).flatMap(({ others }) =>
      others.flatMap(({ reasons }) => reasons),
    ),
  ).toEqual(['In North somebody decided that they are one person.'])
})

test('how fresh each workspace is stands beside the others', async () => {
  const [director, north, south] = [
    await opened(),
    await filled({ ...ada, day: '2026-03-10' }),
    await filled({ ...tom, day: '2026-03-24' }),
  ]
  await merged(director, folderOf(north), { name: 'North' })
  await merged(director, folderOf(south), { name: 'South' })
  expect(await director.client.merging.list()).toMatchObject([
    { name: 'North', newestDay: '2026-03-10', daysBehind: 14, imports: 1, rows: 1 },
    { name: 'South', newestDay: '2026-03-24', daysBehind: 0, imports: 1, rows: 1 },
  ])
})

test('a merge that is cancelled leaves nothing behind', async () => {
  const director = await filled(ada)
  const many = Array.from({ length: 4000 }, (_, index) => ({ ...tom, id: `N-${index}` }))
  const other = await filled(...many)
  const { jobId } = await director.client.merging.start({
    orders: [{ reference: { path: folderOf(other) } }],
  })
  await director.client.jobs.cancel({ jobId })
  await expect(finished(director.client, Promise.resolve({ jobId }))).rejects.toThrow('cancelled')
  expect(count(director, 'interactions')).toBe(1)
  expect(count(director, 'merged_workspaces')).toBe(0)
  expect(await merged(director, folderOf(other))).toMatchObject({ rows: { added: 4000 } })
})

test('a backup can be merged like the workspace it was made of', async () => {
  const [director, other] = [await opened(), await filled(ada, tom)]
  const file = join(makeTemporaryFolder(), 'north.sqlite')
  await other.client.workspace.backup({ file })
  const before = contentOf(join(file, '..'))
  expect(await merged(director, file)).toMatchObject({ name: 'north', outcome: 'merged', rows: { added: 2 } })
  expect(contentOf(join(file, '..'))).toEqual(before)
  expect(await merged(director, folderOf(other))).toMatchObject({ name: 'north', outcome: 'unchanged' })
})

test('one place that cannot be looked at leaves the others be', async () => {
  const [north, own] = [await filled(ada), await opened()]
  const circle = join(makeTemporaryFolder(), 'circle')
  symlinkSync(circle, circle)
  const orders = [
    { reference: { uploadId: '11111111-2222-4333-8444-555555555555' } },
    { reference: { path: circle } },
    { reference: { path: folderOf(north) } },
  ]
  const previews = await own.client.merging.preview({ orders })
  const jobId = await finished(own.client, own.client.merging.start({ orders }))
  const reports = await own.client.merging.reports({ jobId })
  expect(reports.map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'merged'])
  for (const found of [previews, reports]) {
    expect(found.map(({ place }) => place)).toEqual(['An uploaded file', circle, folderOf(north)])
    expect(found.map(({ error }) => error)).toEqual([
      expect.stringMatching(/^[^\n]+\.$/),
      'That path leads in a circle; choose another place.',
      null,
    ])
  }
})

test('an encrypted workspace is merged with its passphrase or recovery key, and nothing of it lies plain meanwhile or afterwards', async () => {
  const other = await filled(ada)
  const folder = folderOf(other)
  await other.engine.close()
  const recoveryKey = await encryptWorkspace(folder)
  lock(folder)
  const own = join(temporaryFolder(), 'workspace')
  await (await createEngine({ workspace: own, takesPaths: true })).close()
  await encryptWorkspace(own, 'eight blue kettles hum')
  const engine = await createEngine({ workspace: own, takesPaths: true })
  onTestFinished(() => engine.close())
  const director = { engine, client: directClient(engine) }
  const temporary = temporaryFolder()
  vi.stubEnv('TMPDIR', temporary)
  onTestFinished(() => {
    vi.unstubAllEnvs()
    lock(folder)
    lock(own)
  })
  const look = async (said: { text?: string }) =>
    (await director.client.merging.preview({ orders: [{ reference: { path: folder }, ...said }] }))[0]!
  expect(await look({})).toMatchObject({
    asksForKey: true,
    holdings: null,
    error: `The workspace in ${folder} is encrypted; give its passphrase or its recovery key to merge it.`,
  })
  expect(await look({ text: 'not the passphrase' })).toMatchObject({
    asksForKey: true,
    holdings: null,
    error: `${folder}: That passphrase does not open this workspace; nothing was changed.`,
  })
  expect(await look({ text: PASSPHRASE })).toMatchObject({
    asksForKey: false,
    holdings: { contacts: 1 },
    error: null,
  })
  // what was given for one look is forgotten
  expect(await look({})).toMatchObject({ asksForKey: true })
  await expect(merged(director, folder, { text: 'not the passphrase' })).rejects.toMatchObject({
    code: 'KEY_WRONG',
  })
  const order = { reference: { path: folder }, apart: [], same: [], text: recoveryKey }
  const place = { path: folder, shown: folder }
  const giveBack = await openOther(engine.context.uploads, order)
  const open = await openOtherWorkspace(place, { folder: own, uid: undefined }, keyFileOfOther(order, place))
  expect(readHoldings(open.database).contacts).toBe(1)
  expect(filesIn(temporary).map((file) => basename(file))).toContain('debrief.sqlite')
  expect(filesWith(temporary, ['Ada Okafor', 'AG-1001'])).toEqual([])
  open.close()
  giveBack()
  expect(await merged(director, folder, { text: recoveryKey })).toMatchObject({
    outcome: 'merged',
    error: null,
  })
  expect(filesIn(temporary)).toEqual([])
  expect((await director.client.workspace.summary()).interactions).toBe(1)
  const jobs = await director.client.jobs.list()
  const payloads = jobs.map(({ id }) => JSON.stringify(director.engine.context.jobs.payload(id)))
  expect(payloads.filter((payload) => payload.includes(recoveryKey) || payload.includes(PASSPHRASE))).toEqual(
    [],
  )
  expect(await look({})).toMatchObject({ asksForKey: true })
  expect(filesWith(own, ['Ada Okafor', 'AG-1001', recoveryKey])).toEqual([])
})

test('a merge of an encrypted workspace that is taken up after a crash says that its key is needed again', async () => {
  const other = await filled(ada)
  const folder = folderOf(other)
  await other.engine.close()
  await encryptWorkspace(folder)
  lock(folder)
  const director = await opened()
  // as the row of the job lies there: without what was given
  const jobId = await director.engine.context.jobs.start('merge', 'Merging a workspace', {
    orders: [{ reference: { path: folder }, apart: [], same: [] }],
    keysToken: 'of a process that is gone',
  })
  await finished(director.client, Promise.resolve({ jobId }))
  expect(await director.client.merging.reports({ jobId })).toMatchObject([
    {
      outcome: 'failed',
      error: `The workspace in ${folder} is encrypted; give its passphrase or its recovery key to merge it.`,
    },
  ])
})
