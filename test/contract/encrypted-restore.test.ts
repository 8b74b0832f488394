import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { directClient, type Client } from '../../engine/direct-client.ts'
import { createEngine, environmentSecrets, type Engine } from '../../engine/index.ts'
import { isEncrypted, newestVersion } from '../../engine/store/index.ts'
import {
  changeWayIn,
  decrypt,
  encryptWith,
  prepareKeys,
  protectionOf,
  unlock,
} from '../../engine/workspace-protection.ts'
import { writeCall, type RecordedCall } from '../support/a-call.ts'
import { encryptWorkspace, filesWith, lock, PASSPHRASE } from '../support/encrypted.ts'
import { unpackGolden } from '../support/golden/golden-file.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'
import { transports, type Transport } from '../support/transports.ts'

const NEXT = 'eight blue kettles hum'

let folder: string
let workspace: string
let engine: Engine | null
let call: RecordedCall

async function open(): Promise<Client> {
  engine = await createEngine({ workspace, takesPaths: true })
  return directClient(engine)
}

async function close(): Promise<void> {
  await engine?.close()
  engine = null
}

async function jobDone(client: Client, jobId: number): Promise<void> {
  for (;;) {
    const job = (await client.jobs.list()).find(({ id }) => id === jobId)!
    if (job.state === 'done') return
    if (job.state === 'failed') throw new Error(job.error ?? '')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const save = (client: Client, name: string) => client.search.save({ name, search: { query: 'refund' } })
const names = async (client: Client) => (await client.search.saved()).map(({ name }) => name).toSorted()

/** Makes a backup of a workspace that holds the search "Quokka old" and a copied recording, then saves another; gives the backup's name. */
async function backedUp(): Promise<string> {
  const client = await open()
  await client.recordings.setPreferences({ storage: 'copied' })
  await jobDone(client, (await client.imports.start({ files: [{ reference: { path: call.path } }] })).jobId)
  await save(client, 'Quokka old')
  await jobDone(client, (await client.backups.make()).jobId)
  const { id } = (await client.backups.list()).backups[0]!
  await save(client, 'Quokka new')
  await close()
  return id
}

const backupFile = (id: string) => join(workspace, 'backups', id, 'debrief.sqlite')

/** Restores at the terminal's door, which closes the workspace, and opens it again with `passphrase` alone. */
async function restored(
  chosen: { id: string; text?: string } | { file: string; text?: string },
  passphrase = PASSPHRASE,
): Promise<{ client: Client; before: string }> {
  const { before } = await (engine ? directClient(engine) : await open()).backups.restore(chosen)
  await close()
  lock(workspace)
  expect(protectionOf(workspace).state).toBe('locked')
  await unlock(workspace, passphrase)
  return { client: await open(), before: before! }
}

async function expectWhole(client: Client): Promise<void> {
  expect((await client.workspace.check()).problems).toEqual([])
  expect((await client.audit.verify({})).broken).toBeNull()
  const [recording] = await client.recordings.list({})
  expect(await engine!.playback(recording!.id)).not.toHaveProperty('sentence')
  expect(readdirSync(workspace).filter((name) => /restoring|\.next|\.part|converting/.test(name))).toEqual([])
}

beforeEach(() => {
  folder = makeTemporaryFolder()
  workspace = join(folder, 'own')
  engine = null
  call = writeCall(join(folder, 'calls', 'call.wav'))
})
afterEach(async () => {
  await close()
  lock(workspace)
  rmSync(folder, { recursive: true, force: true })
})

describe('the restore of an encrypted workspace', () => {
  test('brings the backup under the same passphrase, with its recordings, and can be taken back', async () => {
    await (await open()).merging.setName({ name: 'North' })
    await close()
    await encryptWorkspace(workspace)
    const id = await backedUp()
    const preview = await (await open()).backups.preview({ id })
    expect(preview).toMatchObject({ isEncrypted: true, wasEncrypted: true })
    const { client, before } = await restored({ id })
    expect(await names(client)).toEqual(['Quokka old'])
    await expectWhole(client)
    expect((await client.audit.verify({})).notes.join(' ')).toContain(`restored from ${id}`)
    const [told] = (await client.audit.list({ act: 'audit.restored' })).entries
    expect(told).toMatchObject({ outcome: 'done' })
    expect(filesWith(workspace, ['Quokka'])).toEqual([])
    // it can be written to, and what was before comes back
    await save(client, 'Quokka third')
    const again = await restored({ id: before })
    expect(await names(again.client)).toEqual(['Quokka new', 'Quokka old'])
    await expectWhole(again.client)
  })

  test('leaves the passphrase of now in force, where that was changed since the backup', async () => {
    await (await open()).merging.setName({ name: 'North' })
    await close()
    await encryptWorkspace(workspace)
    const id = await backedUp()
    await changeWayIn(workspace, PASSPHRASE, { by: 'passphrase', passphrase: NEXT }, environmentSecrets)
    const { client } = await restored({ id }, NEXT)
    expect(await names(client)).toEqual(['Quokka old'])
    await close()
    lock(workspace)
    await expect(unlock(workspace, PASSPHRASE)).rejects.toMatchObject({ code: 'KEY_WRONG' })
  })

  test('asks for what opened it then, where the workspace has another key since, and gives it the one of now', async () => {
    await (await open()).merging.setName({ name: 'North' })
    await close()
    await encryptWorkspace(workspace)
    const id = await backedUp()
    const way = { by: 'passphrase', passphrase: NEXT } as const
    await encryptWith(workspace, await prepareKeys(workspace, way, environmentSecrets), environmentSecrets)
    const client = await open()
    for (const ask of [client.backups.preview, client.backups.restore]) {
      await expect(ask({ id })).rejects.toMatchObject({ code: 'KEY_NEEDED' })
      await expect(ask({ id, text: 'not that one either' })).rejects.toMatchObject({ code: 'KEY_WRONG' })
    }
    expect((await client.backups.preview({ id, text: PASSPHRASE })).differences).toHaveLength(1)
    const after = await restored({ id, text: PASSPHRASE }, NEXT)
    expect(await names(after.client)).toEqual(['Quokka old'])
    await expectWhole(after.client)
  })

  test('encrypts a plain backup as the workspace is', async () => {
    const id = await backedUp()
    await encryptWorkspace(workspace)
    expect(isEncrypted(backupFile(id))).toBe(false)
    const { client } = await restored({ id })
    expect(await names(client)).toEqual(['Quokka old'])
    await expectWhole(client)
    expect(filesWith(workspace, ['Quokka']).filter((file) => !file.includes('backups'))).toEqual([])
  })

  test('brings a backup of an older schema to the newest', async () => {
    await (await open()).merging.setName({ name: 'North' })
    await close()
    await encryptWorkspace(workspace)
    const old = join(folder, 'old.sqlite')
    unpackGolden(10, old)
    const { client } = await restored({ file: old })
    expect((await client.workspace.check()).problems).toEqual([])
    expect((await client.workspace.summary()).interactions).toBeGreaterThan(0)
    expect(readdirSync(workspace).filter((name) => name.includes(`before-${newestVersion}`))).toEqual([])
  })

  test('is refused while somebody else looks at the workspace, and changes nothing', async () => {
    await (await open()).merging.setName({ name: 'North' })
    await close()
    await encryptWorkspace(workspace)
    const id = await backedUp()
    const other = await createEngine({ workspace, takesPaths: true, readOnly: true })
    await expect((await open()).backups.restore({ id })).rejects.toMatchObject({ code: 'DATABASE_BUSY' })
    await other.close()
    await close()
    const client = await open()
    expect(await names(client)).toEqual(['Quokka new', 'Quokka old'])
    await expectWhole(client)
  })

  test('refuses a damaged backup and changes nothing', async () => {
    await (await open()).merging.setName({ name: 'North' })
    await close()
    await encryptWorkspace(workspace)
    const id = await backedUp()
    const bytes = readFileSync(backupFile(id))
    bytes.fill(0xff, 3 * 4096, 3 * 4096 + 24)
    writeFileSync(backupFile(id), bytes)
    await expect((await open()).backups.restore({ id })).rejects.toThrow('That backup is damaged')
    await close()
    const client = await open()
    expect(await names(client)).toEqual(['Quokka new', 'Quokka old'])
    await expectWhole(client)
  })
})

test('a plain workspace stays plain with an encrypted backup, which is said before', async () => {
  await (await open()).merging.setName({ name: 'North' })
  await close()
  await encryptWorkspace(workspace)
  const id = await backedUp()
  await decrypt(workspace, environmentSecrets)
  const client = await open()
  await expect(client.backups.restore({ id })).rejects.toMatchObject({ code: 'KEY_NEEDED' })
  const preview = await client.backups.preview({ id, text: PASSPHRASE })
  expect(preview).toMatchObject({ isEncrypted: false, wasEncrypted: true })
  await client.backups.restore({ id, text: PASSPHRASE })
  expect(await names(client)).toEqual(['Quokka old'])
  await expectWhole(client)
  expect(protectionOf(workspace).state).toBe('plain')
})

test('an encrypted backup without its key file is refused in one sentence', async () => {
  await (await open()).merging.setName({ name: 'North' })
  await close()
  await encryptWorkspace(workspace)
  const id = await backedUp()
  mkdirSync(join(folder, 'elsewhere'))
  copyFileSync(backupFile(id), join(folder, 'elsewhere', 'debrief.sqlite'))
  const file = join(folder, 'elsewhere', 'debrief.sqlite')
  await expect((await open()).backups.restore({ file })).rejects.toThrow(
    'its key file debrief.sqlite.key.json is not beside it',
  )
  expect((await directClient(engine!).workspace.status()).isReadOnly).toBe(false)
})

describe.each(transports.filter(([name]) => name !== 'direct'))('over %s', (_name, openTransport) => {
  let transport: Transport | null = null
  const openDoor = async () => {
    await transport?.close()
    transport = await openTransport(folder, (name, content) => {
      writeFileSync(join(folder, name), content)
      return join(folder, name)
    })
    return transport.client
  }
  afterEach(async () => {
    await transport?.close()
    transport = null
  })

  test('an encrypted workspace is restored behind its lock, opens by itself, and everybody has left their profiles', async () => {
    await (await open()).merging.setName({ name: 'North' })
    await close()
    await encryptWorkspace(workspace)
    const first = await backedUp()
    let client = await openDoor()
    const passphrase = 'a long enough one'
    const { id } = await client.profiles.create({ name: 'Ada', role: 'administrator', passphrase })
    await client.profiles.enter({ id, passphrase })
    await save(client, 'In a profile')
    expect(await client.backups.restore({ id: first })).toEqual({ restored: first, before: null })
    await expect.poll(async () => (await client.protection.status()).state).toBe('working')
    await expect.poll(async () => (await client.protection.status()).state, { timeout: 120_000 }).toBe('open')
    expect((await client.protection.status()).problem).toBeNull()
    client = await openDoor()
    expect(await names(client)).toEqual(['Quokka old'])
    expect((await client.audit.verify({})).broken).toBeNull()
    const [told] = (await client.audit.list({ act: 'audit.restored' })).entries
    expect(told!.who).toBe('Ada')
    const before = (await client.backups.list()).backups.find(({ why }) => why === 'before-restore')!
    await client.backups.restore({ id: before.id })
    await expect.poll(async () => (await client.protection.status()).state).toBe('working')
    await expect.poll(async () => (await client.protection.status()).state, { timeout: 120_000 }).toBe('open')
    client = await openDoor()
    expect((await client.profiles.me()).mustEnter).toBe(true)
  })
})
