import { execFileSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { updateService, type CheckedUpdate } from '../../../engine/updates/index.ts'
import { writeFeed } from '../../../scripts/update-feed.ts'
import {
  aFeed,
  aFeedKey,
  installerName,
  signedFeed,
  startFeedServer,
  type Answer,
} from '../../support/feed-server.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const key = aFeedKey()
const installer = Buffer.from('what installs 9.1.0'.repeat(5000))

type Installation = Parameters<typeof updateService>[0]

async function aFeedOf(files: Record<string, Answer>) {
  const server = await startFeedServer(files)
  onTestFinished(() => server.close())
  return server
}

const good = (now?: number) => ({
  ...signedFeed(aFeed(installer, {}, now), key.privateKey),
  [installerName]: installer,
})

function installed(more: Partial<Installation> = {}) {
  const folder = more.folder ?? join(temporaryFolder(), 'updates')
  const handed: CheckedUpdate[] = []
  const service = updateService({
    version: '0.1.0',
    policy: {},
    keys: key.publicKey,
    folder,
    installer: 'appimage',
    cpu: 'x64',
    install: (update) => void handed.push(update),
    pauses: { first: 1_000_000, between: 1_000_000 },
    ...more,
  })
  onTestFinished(() => service.close())
  return { service, folder, handed }
}

const phaseOf = ({ service }: ReturnType<typeof installed>) => service.state().phase

describe('an installed Debrief', () => {
  test('asks nobody and says so where no feed is named', async () => {
    const { service } = installed()
    expect(service.state()).toEqual({
      version: '0.1.0',
      off: 'no-feed',
      feed: null,
      isFeedGiven: false,
      isAutomatic: false,
      installsItself: true,
      phase: 'idle',
      found: null,
      checkedAt: null,
      problem: null,
    })
    await expect(service.check()).rejects.toThrow('Updates are off here; nobody was asked.')
    expect(() => service.install()).toThrow('Updates are off here')
  })

  test('finds, fetches and hands over a newer version of the feed a person named', async () => {
    const server = await aFeedOf(good())
    const app = installed()
    app.service.choose({ feed: ` ${server.address.slice(0, -1)} `, isAutomatic: false })
    const found = await app.service.check()
    expect(found).toMatchObject({
      off: null,
      phase: 'found',
      problem: null,
      found: { version: '9.1.0', notes: 'Faster imports.\n<b>No</b> markup.', fetched: 0 },
    })
    expect(server.asked.map(({ path }) => path)).toEqual([
      '/debrief/debrief-update.json',
      '/debrief/debrief-update.json.sig',
    ])
    expect(() => app.service.install()).toThrow('Nothing was fetched that could be installed')
    app.service.fetch()
    await vi.waitFor(() => expect(phaseOf(app)).toBe('ready'))
    app.service.install()
    const path = join(app.folder, installerName)
    expect(app.handed).toEqual([
      { path, bytes: installer.length, sha512: expect.any(String), version: '9.1.0', installer: 'appimage' },
    ])
    expect(readFileSync(path).equals(installer)).toBe(true)
    // what is here already is not fetched once more
    const before = server.asked.length
    const again = installed({ folder: app.folder })
    await again.service.check()
    again.service.fetch()
    await vi.waitFor(() => expect(phaseOf(again)).toBe('ready'))
    expect(server.asked.slice(before).map(({ path }) => path)).not.toContain(`/debrief/${installerName}`)
  })

  test('sends nothing but the wish for a file', async () => {
    const server = await aFeedOf(good())
    const app = installed()
    app.service.choose({ feed: server.address, isAutomatic: false })
    await app.service.check()
    app.service.fetch()
    await vi.waitFor(() => expect(phaseOf(app)).toBe('ready'))
    expect(server.asked).toHaveLength(3)
    for (const { method, headers, body, path } of server.asked) {
      expect({ method, body, hasQuestion: path.includes('?') }).toEqual({
        method: 'GET',
        body: '',
        hasQuestion: false,
      })
      expect(headers).toEqual({
        host: new URL(server.address).host,
        connection: 'keep-alive',
        'user-agent': 'Debrief',
        accept: '*/*',
        'accept-language': '*',
        'accept-encoding': 'identity',
        'sec-fetch-mode': 'cors',
      })
    }
  })

  test('says that it is the newest where the feed offers what runs', async () => {
    const server = await aFeedOf(signedFeed(aFeed(installer, { version: '0.1.0' }), key.privateKey))
    const { service } = installed()
    service.choose({ feed: server.address, isAutomatic: false })
    expect(await service.check()).toMatchObject({ phase: 'newest', found: null, problem: null })
  })

  test('removes what an earlier update left, and keeps its choice over a start', async () => {
    const server = await aFeedOf(good())
    const app = installed()
    app.service.choose({ feed: server.address, isAutomatic: true })
    writeFileSync(join(app.folder, 'Debrief-0.0.9.AppImage'), 'old')
    await app.service.check()
    app.service.fetch()
    await vi.waitFor(() => expect(phaseOf(app)).toBe('ready'))
    expect(readdirSync(app.folder).toSorted()).toEqual([installerName, 'updates.json'])
    expect(installed({ folder: app.folder }).service.state()).toMatchObject({
      feed: server.address,
      isAutomatic: true,
      checkedAt: expect.any(Number),
    })
  })

  test('looks by itself once a day and fetches what it found, only where that was chosen', async () => {
    let now = Date.now()
    const server = await aFeedOf(good(now))
    const pauses = { first: 5, between: 5 }
    const app = installed({ pauses, now: () => now })
    app.service.choose({ feed: server.address, isAutomatic: false })
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(server.asked).toHaveLength(0)
    app.service.choose({ feed: server.address, isAutomatic: true })
    await vi.waitFor(() => expect(phaseOf(app)).toBe('ready'))
    expect(app.handed).toEqual([])
    const newest = signedFeed(aFeed(installer, { version: '0.1.0' }, now), key.privateKey)
    for (const [name, answer] of Object.entries(newest)) server.files.set(name, answer)
    const other = installed({ pauses, now: () => now })
    other.service.choose({ feed: server.address, isAutomatic: true })
    await vi.waitFor(() => expect(phaseOf(other)).toBe('newest'))
    const before = server.asked.length
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(server.asked).toHaveLength(before)
    now += 86_400_000 - 1000
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(server.asked).toHaveLength(before)
    now += 1000
    await vi.waitFor(() => expect(server.asked.length).toBeGreaterThan(before))
  })

  test('does not install by itself what the system’s package manager installs', async () => {
    const files = [{ ...firstFile(), installer: 'deb', name: 'debrief_9.1.0_amd64.deb' }]
    const server = await aFeedOf(signedFeed(aFeed(installer, { files }), key.privateKey))
    const { service } = installed({ installer: 'deb' })
    service.choose({ feed: server.address, isAutomatic: false })
    expect(await service.check()).toMatchObject({ phase: 'found', installsItself: false })
    expect(() => service.fetch()).toThrow('There is nothing to fetch')
  })

  test('says where a feed has nothing for this computer', async () => {
    const server = await aFeedOf(good())
    const { service } = installed({ cpu: 'arm64' })
    service.choose({ feed: server.address, isAutomatic: false })
    expect(await service.check()).toMatchObject({
      phase: 'failed',
      problem: expect.stringContaining('nothing of it for this computer (appimage, arm64)'),
    })
  })

  test('says in one sentence that a feed cannot be reached', async () => {
    const server = await startFeedServer()
    await server.close()
    const { service } = installed()
    service.choose({ feed: server.address, isAutomatic: false })
    expect((await service.check()).problem).toMatch(
      /^The feed of updates at 127\.0\.0\.1:\d+ cannot be reached \(ECONNREFUSED\); nothing was changed\. Try again later, or ask whoever looks after this computer\.$/,
    )
  })

  test.each([
    'ftp://x/',
    'file:///etc/',
    'javascript:1',
    'https://name:word@updates.example/',
    'https://updates.example/?a=1',
    'updates',
  ])('takes no %s for a feed', (feed) => {
    expect(() => installed().service.choose({ feed, isAutomatic: false })).toThrow('Give the address of the')
  })
})

describe("IT's policy", () => {
  test('names the feed: it is looked at by itself and nobody changes it', async () => {
    const server = await aFeedOf(good())
    const app = installed({
      policy: { updates: { feed: server.address } },
      pauses: { first: 5, between: 1_000_000 },
    })
    expect(app.service.state()).toMatchObject({
      feed: server.address,
      isFeedGiven: true,
      isAutomatic: true,
      off: null,
    })
    await vi.waitFor(() => expect(phaseOf(app)).toBe('ready'))
    for (const feed of [null, 'https://elsewhere.example/'])
      expect(() => app.service.choose({ feed, isAutomatic: false })).toThrow(
        'settled by the policy of this machine',
      )
  })

  test.each([
    ['updates off', { updates: 'off' }, 'machine'],
    ['the network off', { network: 'off', updates: { feed: 'https://updates.example/' } }, 'network'],
  ] as const)('turns them off (%s), whatever a person chose before', async (_name, policy, off) => {
    const server = await aFeedOf(good())
    const { service, folder } = installed()
    service.choose({ feed: server.address, isAutomatic: true })
    const app = installed({ folder, policy, pauses: { first: 5, between: 5 } })
    expect(app.service.state().off).toBe(off)
    await expect(app.service.check()).rejects.toThrow('Updates are off here')
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(server.asked).toEqual([])
    expect(() => app.service.choose({ feed: server.address, isAutomatic: true })).toThrow('settled by')
  })
})

test('an installer without a key believes no feed', async () => {
  const { service } = installed({ keys: '' })
  service.choose({ feed: 'https://updates.example/', isAutomatic: false })
  expect(service.state().off).toBe('no-key')
  await expect(service.check()).rejects.toThrow('Updates are off here')
})

test('a feed is believed under the old key and the new while keys change', async () => {
  const next = aFeedKey()
  const server = await aFeedOf({ ...signedFeed(aFeed(installer), next.privateKey) })
  const { service } = installed({ keys: `${key.publicKey}\n${next.publicKey}` })
  service.choose({ feed: server.address, isAutomatic: false })
  expect((await service.check()).phase).toBe('found')
})

test('what the tool signs is believed, and openssl reads the signature too', async () => {
  const folder = temporaryFolder()
  for (const name of [
    installerName,
    'Debrief-9.1.0-x64-setup.exe',
    'Debrief-9.1.0-arm64-mac.zip',
    'notes.txt',
  ])
    writeFileSync(join(folder, name), installer)
  writeFileSync(join(folder, 'Debrief-8.0.0.AppImage'), 'an earlier one')
  const feed = await writeFeed({
    folder,
    version: '9.1.0',
    privateKey: key.privateKey,
    notes: 'New.',
    daysValid: 90,
    now: Date.now(),
  })
  expect(feed.files.map(({ name, installer, cpu }) => [name, installer, cpu])).toEqual([
    ['Debrief-9.1.0-arm64-mac.zip', 'mac-zip', 'arm64'],
    ['Debrief-9.1.0-x64-setup.exe', 'nsis', 'x64'],
    [installerName, 'appimage', 'x64'],
  ])
  const text = (name: string) => readFileSync(join(folder, name), 'utf8')
  const server = await aFeedOf({
    'debrief-update.json': text('debrief-update.json'),
    'debrief-update.json.sig': text('debrief-update.json.sig'),
    [installerName]: installer,
  })
  const app = installed()
  app.service.choose({ feed: server.address, isAutomatic: false })
  expect((await app.service.check()).phase).toBe('found')
  const place = (name: string) => join(folder, name)
  mkdirSync(place('openssl'))
  writeFileSync(place('openssl/key.pem'), key.publicKey)
  writeFileSync(place('openssl/sig'), Buffer.from(text('debrief-update.json.sig'), 'base64'))
  const said = execFileSync('openssl', [
    'pkeyutl',
    '-verify',
    '-pubin',
    '-inkey',
    place('openssl/key.pem'),
    '-rawin',
    '-in',
    place('debrief-update.json'),
    '-sigfile',
    place('openssl/sig'),
  ])
  expect(String(said)).toContain('Signature Verified Successfully')
})

test('the tool signs with no other kind of key, and nothing where there is no installer', async () => {
  const order = {
    folder: temporaryFolder(),
    version: '9.1.0',
    privateKey: key.privateKey,
    notes: '',
    daysValid: 1,
    now: 0,
  }
  await expect(writeFeed(order)).rejects.toThrow('There is no installer of 9.1.0')
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  await expect(writeFeed({ ...order, privateKey })).rejects.toThrow('has to be an Ed25519 key')
})

function firstFile(): object {
  const { files } = aFeed(installer) as { files: object[] }
  return files[0]!
}
