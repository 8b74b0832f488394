import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkCopy } from '../../engine/backups/check-copy.ts'
import {
  dropBackupsBefore,
  keepBackups,
  makeBackup,
  restore,
  sourceOfId,
  standing,
} from '../../engine/backups/index.ts'
import { writing } from '../../engine/context.ts'
import { directClient, type Client } from '../../engine/direct-client.ts'
import { actAtHand } from '../../engine/governance/index.ts'
import { createEngine, type Engine } from '../../engine/index.ts'
import { writeCall } from '../support/a-call.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'
import { transports, type Transport } from '../support/transports.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

async function made(client: Client): Promise<string> {
  const { jobId } = await client.backups.make()
  await expect
    .poll(async () => (await client.jobs.list()).find(({ id }) => id === jobId)!.state, { timeout: 30_000 })
    .toBe('done')
  return (await client.backups.list()).backups[0]!.id
}

describe.each(transports)('backups over %s', (_name, openTransport) => {
  let folder: string
  let transport: Transport
  beforeEach(async () => {
    folder = makeTemporaryFolder()
    transport = await openTransport(folder, (name, content) => {
      writeFileSync(join(folder, name), content)
      return join(folder, name)
    })
  })
  afterEach(async () => {
    await transport.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('made, previewed, restored, and undone', async () => {
    const { client } = transport
    await client.search.save({ name: 'Before', search: { query: 'refund' } })
    const id = await made(client)
    await client.search.save({ name: 'After', search: { query: 'parcel' } })
    const preview = await client.backups.preview({ id })
    expect(preview.differences).toEqual([
      expect.objectContaining({ many: 'saved searches', lost: 1, lostNames: ['After'], changed: 0 }),
    ])
    const names = async () => (await client.search.saved()).map(({ name }) => name)
    const { before, restored } = await client.backups.restore({ id })
    expect(restored).toBe(id)
    expect(await names()).toEqual(['Before'])
    // what made the backup was under way in it
    expect((await client.backups.list()).lastFailure).toBeNull()
    expect((await client.audit.verify({})).broken).toBeNull()
    await client.backups.restore({ id: before! })
    expect((await names()).toSorted()).toEqual(['After', 'Before'])
    const told = await client.audit.verify({})
    expect(told.broken).toBeNull()
    expect(told.notes.join(' ')).toContain(`restored from ${before}`)
    // and it can be written to as before
    await client.search.save({ name: 'Third', search: { query: 'late' } })
    expect(await names()).toHaveLength(3)
    expect((await client.workspace.check()).ok).toBe(true)
  }, 60_000)
})

describe('backups of one workspace', () => {
  let folder: string
  let engine: Engine
  let client: Client
  const clock = { now: Date.UTC(2026, 10, 20, 12) }
  const open = async () => {
    engine = await createEngine({
      workspace: join(folder, 'workspace'),
      takesPaths: true,
      now: () => clock.now,
    })
    client = directClient(engine)
  }
  beforeEach(async () => {
    clock.now = Date.UTC(2026, 10, 20, 12)
    folder = makeTemporaryFolder()
    await open()
  })
  afterEach(async () => {
    await engine.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const stored = () => join(folder, 'workspace', 'backups')
  const change = (name: string) => client.search.save({ name, search: { query: 'refund' } })

  test('a backup is a workspace that opens read-only, readable by its owner only', async () => {
    await change('One')
    const id = await made(client)
    expect(readdirSync(join(stored(), id)).toSorted()).toEqual([
      'audit-head.json',
      'backup.json',
      'debrief.sqlite',
    ])
    expect(statSync(join(stored(), id, 'debrief.sqlite')).mode & 0o777).toBe(0o600)
    const then = await createEngine({ workspace: join(stored(), id), takesPaths: true, readOnly: true })
    try {
      const old = directClient(then)
      expect((await old.search.saved()).map(({ name }) => name)).toEqual(['One'])
      expect((await old.audit.verify({})).broken).toBeNull()
      expect((await old.workspace.status()).asOf).toBe(clock.now)
      await expect(old.search.save({ name: 'Two', search: { query: 'x' } })).rejects.toThrow('read-only')
    } finally {
      await then.close()
    }
    await expect(createEngine({ workspace: join(stored(), id), takesPaths: true })).rejects.toThrow(
      'This is a backup',
    )
    expect(readdirSync(join(stored(), id))).toHaveLength(3)
  })

  test('opening it finds a damaged one', async () => {
    await change('One')
    const file = join(stored(), await made(client), 'debrief.sqlite')
    expect(checkCopy(file, folder).rows['saved_searches']).toBe(1)
    const whole = readFileSync(file)
    let found = 0
    for (let page = 1; page < whole.length / 4096; page += 7) {
      const bytes = Buffer.from(whole)
      bytes.fill(0xff, page * 4096, page * 4096 + 24)
      writeFileSync(file, bytes)
      try {
        checkCopy(file, folder)
      } catch {
        found++
      }
    }
    expect(found).toBe(Math.ceil((whole.length / 4096 - 1) / 7))
    const before = (await client.audit.head()).seq
    const id = readdirSync(stored())[0]!
    await expect(client.backups.restore({ id })).rejects.toThrow('That backup is damaged')
    // the workspace is not what is damaged
    expect((await client.workspace.status()).isReadOnly).toBe(false)
    expect((await client.search.saved()).map(({ name }) => name)).toEqual(['One'])
    expect((await client.audit.head()).seq).toBeGreaterThanOrEqual(before)
    expect(readdirSync(join(folder, 'workspace')).filter((name) => name.includes('restoring'))).toEqual([])
  })

  test('where the disk is short none is made, which is said, and comes back by itself', async () => {
    await change('One')
    let free = 100e6
    await expect(makeBackup(engine.context, 'automatic', { free: () => free })).rejects.toThrow(
      'No backups are made, because the disk is short: 100 MB are free and 268 MB are needed.',
    )
    expect(existsSync(stored()) ? readdirSync(stored()) : []).toEqual([])
    let started = 0
    const schedule = keepBackups(engine.context, () => Promise.resolve(started++), {
      first: 5,
      between: 5,
      free: () => free,
    })
    await expect.poll(() => started).toBe(1)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(started).toBe(1)
    free = 100e9
    await expect.poll(() => started).toBeGreaterThan(1)
    schedule.close()
  })

  test('a folder that is not there is said, and no restore is begun without room', async () => {
    const elsewhere = join(folder, 'usb')
    mkdirSync(elsewhere)
    await client.backups.setSettings({ folder: elsewhere })
    await change('One')
    const id = await made(client)
    expect(readdirSync(elsewhere)).toEqual([id])
    await expect(
      restore(engine.context, {
        source: sourceOfId(engine.context, id),
        who: actAtHand(),
        free: () => 300e6,
      }),
    ).rejects.toThrow('A restore needs 537 MB free beside the workspace')
    rmSync(elsewhere, { recursive: true })
    expect((await client.backups.list()).problem).toContain('is not there just now')
    expect((await client.workspace.check()).notes.join()).toContain('is not there just now')
    expect(existsSync(elsewhere)).toBe(false)
  })

  test('in a folder that workspaces share each removes only its own unfinished backups, once it is opened', async () => {
    const shared = join(folder, 'shared')
    mkdirSync(shared)
    await client.backups.setSettings({ folder: shared })
    const id = await made(client)
    const { workspace } = JSON.parse(readFileSync(join(shared, id, 'backup.json'), 'utf8')) as {
      workspace: string
    }
    const left = `.debrief-unfinished-${workspace}-2026-11-19T12-00-00-000Z`
    const others = '.debrief-unfinished-6c1ff0c1-0000-4000-8000-000000000000-2026-11-19T12-00-00-000Z'
    for (const name of [left, others]) mkdirSync(join(shared, name))
    clock.now += HOUR
    const next = await made(client)
    expect(readdirSync(shared).toSorted()).toEqual([others, left, id, next].toSorted())
    await engine.close()
    await open()
    expect(readdirSync(shared).toSorted()).toEqual([others, id, next].toSorted())
  })

  test('a backup into a folder that is gone is no full disk', async () => {
    const elsewhere = join(folder, 'usb')
    mkdirSync(elsewhere)
    await client.backups.setSettings({ folder: elsewhere })
    rmSync(elsewhere, { recursive: true })
    await expect(makeBackup(engine.context, 'by-hand')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const { jobId } = await client.backups.make()
    await expect
      .poll(async () => (await client.jobs.list()).find(({ id }) => id === jobId)!.state)
      .toBe('failed')
    expect((await client.backups.list()).lastFailure).toEqual({
      at: clock.now,
      sentence: expect.stringContaining('is not there just now') as string,
    })
    await client.backups.setSettings({ folder: null })
    await made(client)
    expect((await client.backups.list()).lastFailure).toBeNull()
  })

  test('a recording that came after the backup plays again once the restore is taken back', async () => {
    await client.recordings.setPreferences({ storage: 'copied' })
    await change('One')
    const id = await made(client)
    const call = writeCall(join(folder, 'calls', 'call.wav'))
    const { jobId } = await client.imports.start({ files: [{ reference: { path: call.path } }] })
    await expect
      .poll(async () => (await client.jobs.list()).find((job) => job.id === jobId)!.state, {
        timeout: 60_000,
      })
      .toBe('done')
    rmSync(call.path)
    clock.now += HOUR
    const { before } = await client.backups.restore({ id })
    expect(await client.recordings.list({})).toEqual([])
    await engine.close()
    await open()
    expect(
      readdirSync(join(folder, 'workspace', 'media')).filter((name) => name.endsWith('.wav')),
    ).toHaveLength(1)
    clock.now += HOUR
    await client.backups.restore({ id: before! })
    const [recording] = await client.recordings.list({})
    expect(recording!.isMissing).toBe(false)
    expect(await engine.playback(recording!.id)).toMatchObject({ size: expect.any(Number) as number })
  })

  test('is due once a day where something changed, and only then', async () => {
    expect(standing(engine.context).isDue).toBe(false)
    await change('One')
    expect(standing(engine.context).isDue).toBe(true)
    await made(client)
    expect(standing(engine.context).isDue).toBe(false)
    clock.now += 25 * HOUR
    expect(standing(engine.context).isDue).toBe(false)
    await change('Two')
    expect(standing(engine.context).isDue).toBe(true)
    await client.backups.setSettings({ isOn: false })
    expect(standing(engine.context).isDue).toBe(false)
  })

  test('what was deleted for good goes from all backups with the next one; what Debrief did not make stays', async () => {
    await change('One')
    await made(client)
    mkdirSync(join(stored(), 'my own folder'))
    mkdirSync(join(stored(), '2026-01-01T00-00-00-000Z'))
    clock.now += DAY
    const old = ['debrief.sqlite.before-340', 'debrief.sqlite.before-340.key.json']
    for (const name of old) {
      writeFileSync(join(folder, 'workspace', name), 'kept before an update')
      utimesSync(join(folder, 'workspace', name), 0, 0)
    }
    await writing(engine.context, (database) => dropBackupsBefore(database, clock.now))
    expect((await client.backups.list()).goesBefore).toBe(clock.now)
    clock.now += HOUR
    const id = await made(client)
    expect((await client.backups.list()).backups.map((one) => one.id)).toEqual([id])
    expect(readdirSync(stored()).toSorted()).toEqual(['2026-01-01T00-00-00-000Z', id, 'my own folder'])
    expect(readdirSync(join(folder, 'workspace')).filter((name) => old.includes(name))).toEqual([])
  })

  test('a restore is no log cut short, while a copy put there by hand still is', async () => {
    await change('One')
    const id = await made(client)
    const copy = readFileSync(join(stored(), id, 'debrief.sqlite'))
    await change('Two')
    await change('Three')
    const head = await client.audit.head()
    clock.now += HOUR
    await client.backups.restore({ id })
    const named = (await client.audit.list({ act: 'audit.restored' })).entries
    expect(named).toHaveLength(1)
    // the head it put aside stays one that holds, also after opening anew
    await engine.close()
    await open()
    expect((await client.audit.verify({})).broken).toBeNull()
    const aside = (await client.audit.verify({})).notes.join(' ')
    expect(aside).toContain(`restored from ${id}`)
    const told = Number(/gone on to entry (\d+)/.exec(aside)![1])
    expect(told).toBeGreaterThanOrEqual(head.seq)
    await engine.close()
    for (const ending of ['-wal', '-shm'])
      rmSync(join(folder, 'workspace', `debrief.sqlite${ending}`), { force: true })
    writeFileSync(join(folder, 'workspace', 'debrief.sqlite'), copy)
    await open()
    expect((await client.audit.verify({})).broken?.sentence).toContain('cut short')
  })
})
