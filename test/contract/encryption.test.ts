import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { directClient, type Client } from '../../engine/direct-client.ts'
import { createEngine, environmentSecrets, type Engine, type Secrets } from '../../engine/index.ts'
import { servePlayback } from '../../engine/playback.ts'
import { salvageWorkspace } from '../../engine/salvaging.ts'
import { openFileBytes } from '../../engine/sealed-files/index.ts'
import { finishEncrypting, protectionService } from '../../engine/protection/index.ts'
import { connect, keys } from '../../engine/store/index.ts'
import {
  changeRecoveryKey,
  changeWayIn,
  decrypt,
  encryptWith,
  prepareKeys,
  protectionOf,
  unlock,
} from '../../engine/workspace-protection.ts'
import { encryptWorkspace, filesWith, lock, PASSPHRASE } from '../support/encrypted.ts'
import { overwrite } from '../robustness/support/damaging.ts'
import { writeCall, type RecordedCall } from '../support/a-call.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

const SURVEYS = `Survey ID,Agent,Date,CSAT,Comment
s1,Zenobia Plantedname,2026-03-02,5,The quokkaboiler engineer was kind
s2,Zenobia Plantedname,2026-03-03,1,Nobody mended the quokkaboiler
`
const TRANSCRIPT = JSON.stringify({
  segments: [
    { speaker: 'Agent', start: 0, end: 2, text: 'Good morning, this is the wallabyheater desk.' },
    { speaker: 'Customer', start: 3, end: 5, text: 'My wallabyheater leaks since Tuesday.' },
  ],
})
const PLANTED = ['Plantedname', 'quokkaboiler', 'wallabyheater']

let folder: string
let workspace: string
let engine: Engine | null
let call: RecordedCall

async function open(options: { readOnly?: boolean; secrets?: Secrets } = {}): Promise<Client> {
  engine = await createEngine({ workspace, takesPaths: true, ...options })
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

async function take(client: Client, paths: string[]): Promise<void> {
  const { jobId } = await client.imports.start({ files: paths.map((path) => ({ reference: { path } })) })
  await jobDone(client, jobId)
  for (const { file, error } of await client.imports.reports({ jobId }))
    if (error) throw new Error(`${file}: ${error}`)
}

/** Sound that stands in the recording and nowhere else. */
const soundOf = (file: string) => readFileSync(file).subarray(20_000, 20_064)

async function fill(): Promise<void> {
  const client = await open()
  await client.recordings.setPreferences({ storage: 'copied' })
  for (const [name, content] of [
    ['surveys.csv', SURVEYS],
    ['talk.json', TRANSCRIPT],
  ] as const)
    writeFileSync(join(folder, name), content)
  await take(client, [join(folder, 'surveys.csv'), join(folder, 'talk.json'), call.path])
  await close()
}

const firstRecording = async (client: Client) => (await client.recordings.list({}))[0]!

beforeEach(async () => {
  folder = makeTemporaryFolder()
  workspace = join(folder, 'workspace')
  engine = null
  call = writeCall(join(folder, 'calls', 'call.wav'))
  await fill()
})
afterEach(async () => {
  await close()
  lock(workspace)
  rmSync(folder, { recursive: true, force: true })
})

describe('an encrypted workspace', () => {
  test('holds nothing in plain: not in its database, log, search index, media or backups, also while it is used', async () => {
    const words = [...PLANTED, soundOf(call.path)]
    expect(filesWith(workspace, words).length).toBeGreaterThan(1)
    await encryptWorkspace(workspace)
    expect(filesWith(workspace, words)).toEqual([])
    const client = await open()
    // more, so that the log beside the database holds what was written last
    writeFileSync(join(folder, 'more.csv'), SURVEYS.replaceAll('s1', 's3').replaceAll('s2', 's4'))
    const other = writeCall(join(folder, 'calls', 'other.wav'), { seed: 3 })
    await take(client, [join(folder, 'more.csv'), other.path])
    await client.workspace.backup({ file: join(workspace, 'backup.sqlite') })
    expect((await client.search.find({ query: 'wallabyheater' })).conversations).toBe(1)
    expect(existsSync(join(workspace, 'debrief.sqlite-wal'))).toBe(true)
    expect(filesWith(workspace, [...words, soundOf(other.path)])).toEqual([])
    expect((await client.workspace.check()).problems).toEqual([])
  })

  test('opens with its passphrase or recovery key, and without them says so in one sentence and changes nothing', async () => {
    const recoveryKey = await encryptWorkspace(workspace)
    lock(workspace)
    const before = readdirSync(workspace).map((name) => [name, existsSync(join(workspace, name))])
    const bytes = readFileSync(join(workspace, 'debrief.sqlite'))
    for (const readOnly of [true, false])
      await expect(open({ readOnly })).rejects.toMatchObject({
        code: 'KEY_NEEDED',
        message: 'This workspace is encrypted; open it with its passphrase or its recovery key.',
      })
    await expect(unlock(workspace, 'not the passphrase')).rejects.toMatchObject({
      code: 'KEY_WRONG',
      message: 'That passphrase does not open this workspace; nothing was changed.',
    })
    expect(readdirSync(workspace).map((name) => [name, true])).toEqual(before)
    expect(readFileSync(join(workspace, 'debrief.sqlite'))).toEqual(bytes)
    for (const text of [PASSPHRASE, recoveryKey]) {
      await unlock(workspace, text)
      expect((await (await open()).workspace.summary()).surveys).toBe(2)
      await close()
      lock(workspace)
    }
  })

  test('is opened by the keychain where that holds its key, and nowhere else without the recovery key', async () => {
    const kept = new Map<string, string>()
    const secrets: Secrets = {
      keptIn: 'keychain',
      get: (name) => kept.get(name) ?? null,
      async set(name, value) {
        if (value === null) kept.delete(name)
        else kept.set(name, value)
      },
    }
    const prepared = await prepareKeys(workspace, { by: 'keychain' }, secrets)
    await encryptWith(workspace, prepared, secrets)
    lock(workspace)
    expect((await (await open({ secrets })).workspace.summary()).surveys).toBe(2)
    await close()
    lock(workspace)
    await expect(open()).rejects.toThrow(/keychain of the computer it was made on/)
    await unlock(workspace, prepared.recoveryKey)
    await decrypt(workspace, secrets)
    expect([...kept]).toEqual([])
    await expect(prepareKeys(workspace, { by: 'keychain' }, environmentSecrets)).rejects.toMatchObject({
      code: 'UNSUPPORTED',
    })
  })

  test('changes its passphrase and recovery key, after which the old ones open nothing', async () => {
    const recoveryKey = await encryptWorkspace(workspace)
    const database = readFileSync(join(workspace, 'debrief.sqlite'))
    const way = { by: 'passphrase', passphrase: 'eight blue kettles hum' } as const
    await expect(changeWayIn(workspace, 'wrong', way, environmentSecrets)).rejects.toMatchObject({
      code: 'KEY_WRONG',
    })
    await changeWayIn(workspace, PASSPHRASE, way, environmentSecrets)
    const second = await changeRecoveryKey(workspace, recoveryKey)
    expect(readFileSync(join(workspace, 'debrief.sqlite'))).toEqual(database)
    lock(workspace)
    for (const text of [PASSPHRASE, recoveryKey])
      await expect(unlock(workspace, text)).rejects.toMatchObject({ code: 'KEY_WRONG' })
    await unlock(workspace, second)
    await unlock(workspace, way.passphrase)
    expect((await (await open()).workspace.summary()).surveys).toBe(2)
  })

  test('is encrypted anew with a new key: the old key file opens neither database nor media', async () => {
    await encryptWorkspace(workspace)
    const oldKeyFile = readFileSync(join(workspace, 'debrief.sqlite.key.json'))
    const media = join(
      workspace,
      'media',
      readdirSync(join(workspace, 'media')).find((name) => name.endsWith('.wav'))!,
    )
    await encryptWorkspace(workspace, 'nine red ladders lean')
    lock(workspace)
    await unlock(workspace, 'nine red ladders lean')
    const client = await open()
    expect((await firstRecording(client)).isMissing).toBe(false)
    await close()
    lock(workspace)
    writeFileSync(join(workspace, 'debrief.sqlite.key.json'), oldKeyFile)
    await unlock(workspace, PASSPHRASE)
    await expect(open()).rejects.toMatchObject({ code: 'KEY_WRONG' })
    await expect(openFileBytes(media)).rejects.toThrow('not known here')
  })

  test('becomes a plain workspace again, which any SQLite opens, with its recordings as they were', async () => {
    await encryptWorkspace(workspace)
    await decrypt(workspace, environmentSecrets)
    expect(readFileSync(join(workspace, 'debrief.sqlite')).toString('latin1', 0, 15)).toBe('SQLite format 3')
    expect(readdirSync(workspace).filter((name) => name.includes('key'))).toEqual([])
    const media = readdirSync(join(workspace, 'media'), { withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    )
    expect(media.map(({ name }) => readFileSync(join(workspace, 'media', name)))).toEqual([
      readFileSync(call.path),
    ])
    expect(protectionOf(workspace).state).toBe('plain')
    const client = await open()
    expect((await client.workspace.check()).problems).toEqual([])
    expect((await client.audit.verify({ heads: [] })).broken).toBeNull()
  })

  test('keeps its audit log: what was written before and after holds as one chain', async () => {
    await encryptWorkspace(workspace)
    const client = await open()
    await client.merging.setName({ name: 'North' })
    const found = await client.audit.verify({ heads: [] })
    expect(found.broken).toBeNull()
    expect(found.entries).toBeGreaterThan(2)
    expect(existsSync(join(workspace, 'audit-head.json'))).toBe(true)
  })

  test('plays its recordings, whole and in ranges, and hears them', async () => {
    await encryptWorkspace(workspace)
    const client = await open()
    const { id } = await firstRecording(client)
    const playback = await engine!.playback(id)
    if ('sentence' in playback) throw new Error(playback.sentence)
    const whole = readFileSync(call.path)
    const ask = async (range?: string) =>
      Buffer.from(
        await servePlayback(
          playback,
          new Request('http://door/media/1', range === undefined ? {} : { headers: { range } }),
        ).arrayBuffer(),
      )
    expect(await ask()).toEqual(whole)
    expect(await ask('bytes=65530-131080')).toEqual(whole.subarray(65_530, 131_081))
    expect(await ask('bytes=-10')).toEqual(whole.subarray(-10))
    expect(playback.size).toBe(whole.length)
  })

  test('says of a recording whose file was changed that it is not there, and plays nothing of it', async () => {
    await encryptWorkspace(workspace)
    const name = readdirSync(join(workspace, 'media')).find((file) => file.endsWith('.wav'))!
    const file = join(workspace, 'media', name)
    const bytes = readFileSync(file)
    bytes[bytes.length >> 1]! ^= 1
    writeFileSync(file, bytes)
    const client = await open()
    expect(await engine!.playback((await firstRecording(client)).id)).toHaveProperty('sentence')
  })

  test('has backups that are encrypted and carry their key: one opens as a workspace elsewhere', async () => {
    await encryptWorkspace(workspace)
    const client = await open()
    const file = join(folder, 'backup.sqlite')
    await client.workspace.backup({ file })
    await close()
    lock(workspace)
    expect(filesWith(folder, PLANTED).filter((path) => path.includes('backup'))).toEqual([])
    const elsewhere = join(folder, 'elsewhere')
    mkdirSync(elsewhere)
    copyFileSync(file, join(elsewhere, 'debrief.sqlite'))
    expect(() => connect(join(elsewhere, 'debrief.sqlite'), 'read')).toThrow(
      'debrief.sqlite is encrypted, and its key file debrief.sqlite.key.json is not beside it',
    )
    copyFileSync(`${file}.key.json`, join(elsewhere, 'debrief.sqlite.key.json'))
    workspace = elsewhere
    await expect(open()).rejects.toMatchObject({ code: 'KEY_NEEDED' })
    await unlock(workspace, PASSPHRASE)
    expect((await (await open()).workspace.summary()).surveys).toBe(2)
  })

  test('has backups made by Debrief, checked and encrypted with their key beside them, and that can be looked at', async () => {
    await encryptWorkspace(workspace)
    const client = await open()
    const { jobId } = await client.backups.make()
    await jobDone(client, jobId)
    const { backups } = await client.backups.list()
    expect(backups).toHaveLength(1)
    const made = join(workspace, 'backups', backups[0]!.id)
    expect(readdirSync(made).toSorted()).toEqual([
      'audit-head.json',
      'backup.json',
      'debrief.sqlite',
      'debrief.sqlite.key.json',
    ])
    expect(filesWith(made, ['quokkaboiler', 'Plantedname'])).toEqual([])
    expect((await client.backups.preview({ id: backups[0]!.id })).differences).toEqual([])
    expect((await client.workspace.check()).problems).toEqual([])
  })

  test('cannot be encrypted or opened for good while somebody has it open', async () => {
    await open()
    await expect(encryptWorkspace(workspace)).rejects.toMatchObject({ code: 'DATABASE_BUSY' })
    await close()
    await encryptWorkspace(workspace)
    await open()
    await expect(decrypt(workspace, environmentSecrets)).rejects.toMatchObject({ code: 'DATABASE_BUSY' })
    await close()
    expect(filesWith(workspace, [soundOf(call.path)])).toEqual([])
    const client = await open()
    expect(filesWith(workspace, [soundOf(call.path)])).toEqual([])
    expect((await firstRecording(client)).isMissing).toBe(false)
  })

  test('with the key file of another one is refused, and nothing is changed', async () => {
    await encryptWorkspace(workspace)
    const other = join(folder, 'other')
    await (await createEngine({ workspace: other, takesPaths: true })).close()
    await encryptWorkspace(other)
    renameSync(join(other, 'debrief.sqlite.key.json'), join(workspace, 'debrief.sqlite.key.json'))
    await unlock(workspace, PASSPHRASE)
    await expect(open()).rejects.toMatchObject({ code: 'KEY_WRONG' })
  })
})

test('a passphrase that is too short is refused before anything is done', async () => {
  await expect(encryptWorkspace(workspace, 'short')).rejects.toThrow('at least 12 letters')
  expect(protectionOf(workspace).state).toBe('plain')
})

test('a recording in a sealed file is read through streams as it was', async () => {
  await encryptWorkspace(workspace)
  const name = readdirSync(join(workspace, 'media')).find((file) => file.endsWith('.wav'))!
  const { readFileBytes } = await import('../../engine/sealed-files/index.ts')
  expect(await buffer(readFileBytes(join(workspace, 'media', name)))).toEqual(readFileSync(call.path))
})

test('saving what can be read leaves a folder of a like name alone', async () => {
  const mine = join(folder, 'saved.unfinished')
  mkdirSync(mine)
  writeFileSync(join(mine, 'mine.txt'), 'not of Debrief')
  salvageWorkspace(workspace, join(folder, 'saved'), Date.now)
  expect(readdirSync(mine)).toEqual(['mine.txt'])
})

test('a recovery key that is made while recordings are still being encrypted is the one that opens', async () => {
  await encryptWorkspace(workspace)
  const database = join(workspace, 'debrief.sqlite')
  keys.writeKeyFile(keys.keyFileOf(database), { ...keys.keyFileFor(database)!, isMediaSealed: false })
  let made = ''
  await finishEncrypting(workspace, () => {
    const file = keys.keyFileFor(database)!
    const next = keys.withNewRecoveryKey(file, keys.keysOf(file)!)
    keys.writeKeyFile(keys.keyFileOf(database), next.file)
    made = next.recoveryKey
  })
  expect(made).not.toBe('')
  lock(workspace)
  await unlock(workspace, made)
  expect((await (await open()).workspace.summary()).surveys).toBe(2)
})

test('what opens a workspace is not changed while it is written anew, and a change under way ends before', async () => {
  await encryptWorkspace(workspace)
  const salt = () => keys.keyFileFor(join(workspace, 'debrief.sqlite'))!.passphrase!.salt
  const before = salt()
  const atClosing: string[] = []
  const service = protectionService(workspace, environmentSecrets, () => {}, {
    async whileClosed(work) {
      atClosing.push(salt())
      await work()
    },
  })
  const way = { by: 'passphrase', passphrase: 'eight blue kettles hum' } as const
  const changing = service.changeWayIn(PASSPHRASE, way)
  let end = () => {}
  service.begin(() => new Promise<void>((resolve) => (end = resolve)))
  await expect(service.newRecoveryKey(PASSPHRASE)).rejects.toMatchObject({ code: 'CONFLICT' })
  await expect(service.changeWayIn(PASSPHRASE, way)).rejects.toMatchObject({ code: 'CONFLICT' })
  await changing
  await expect.poll(() => atClosing, { timeout: 20_000 }).toEqual([salt()])
  expect(salt()).not.toBe(before)
  end()
  await expect.poll(() => service.view().state, { timeout: 20_000 }).toBe('open')
})

test('what can be read of an encrypted workspace is saved encrypted with the same key, its recordings sealed as they are', async () => {
  const recoveryKey = await encryptWorkspace(workspace)
  const database = join(workspace, 'debrief.sqlite')
  const sound = connect(database, 'read')
  const root = sound.raw.prepare(`SELECT rootpage FROM sqlite_master WHERE name = 'surveys'`).pluck().get()
  sound.raw.close()
  overwrite(database, ((root as number) - 1) * 4096, Buffer.alloc(4096, 0x11))
  const to = join(folder, 'saved')
  lock(workspace)
  expect(() => salvageWorkspace(workspace, to, Date.now)).toThrow(
    'open it with its passphrase or its recovery key',
  )
  await expect(unlock(workspace, 'not the passphrase')).rejects.toMatchObject({ code: 'KEY_WRONG' })
  expect(existsSync(to)).toBe(false)
  await unlock(workspace, PASSPHRASE)
  const { damagedPages, tables } = salvageWorkspace(workspace, to, Date.now)
  expect(damagedPages).toBe(1)
  expect(tables.filter(({ lost }) => lost !== 0)).toEqual([{ table: 'surveys', saved: 0, lost: 2 }])
  expect(filesWith(to, [...PLANTED, soundOf(call.path)])).toEqual([])
  lock(workspace)
  workspace = to
  await expect(open()).rejects.toMatchObject({ code: 'KEY_NEEDED' })
  await unlock(workspace, recoveryKey)
  const client = await open()
  expect((await client.workspace.check()).problems).toEqual([])
  const playback = await engine!.playback((await firstRecording(client)).id)
  if ('sentence' in playback) throw new Error(playback.sentence)
  const heard = await servePlayback(playback, new Request('http://door/media/1')).arrayBuffer()
  expect(Buffer.from(heard)).toEqual(readFileSync(call.path))
  expect(filesWith(to, [...PLANTED, soundOf(call.path)])).toEqual([])
})

test('of an encrypted workspace without its key file nothing is salvaged, which is said in place of an empty one', async () => {
  await encryptWorkspace(workspace)
  const to = join(folder, 'saved')
  const keyFile = join(workspace, 'debrief.sqlite.key.json')
  const kept = readFileSync(keyFile)
  rmSync(keyFile)
  expect(() => salvageWorkspace(workspace, to, Date.now)).toThrow('is not beside it')
  expect(existsSync(to)).toBe(false)
  writeFileSync(keyFile, kept)
})

test('copies kept in plain go once a workspace is encrypted: of upgrades, of damage, and daily backups with the next one', async () => {
  const client = await open()
  await jobDone(client, (await client.backups.make()).jobId)
  const [plain] = (await client.backups.list()).backups
  const made = join(workspace, 'backups', plain!.id)
  // as the daily one is made
  const manifest = join(made, 'backup.json')
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('by-hand', 'automatic'))
  await close()
  const database = join(workspace, 'debrief.sqlite')
  copyFileSync(database, `${database}.before-300`)
  copyFileSync(database, `${database}.damaged`)
  await encryptWorkspace(workspace)
  expect(existsSync(`${database}.before-300`)).toBe(false)
  expect(existsSync(`${database}.damaged`)).toBe(false)
  const again = await open()
  await jobDone(again, (await again.backups.make()).jobId)
  expect(existsSync(made)).toBe(false)
  expect(filesWith(workspace, ['quokkaboiler', 'Plantedname'])).toEqual([])
})
