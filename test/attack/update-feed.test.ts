import { generateKeyPairSync, sign } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { updateService, type CheckedUpdate } from '../../engine/updates/index.ts'
import {
  aFeed,
  aFeedKey,
  installerName,
  signedFeed,
  startFeedServer,
  type Answer,
} from '../support/feed-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { tally } from './support/tally.ts'

const { tried } = tally('feeds of updates')
const key = aFeedKey()
const installer = Buffer.from('what installs 9.1.0'.repeat(2000))
const good = { ...signedFeed(aFeed(installer), key.privateKey), [installerName]: installer }
const feedName = 'debrief-update.json'
const signatureName = 'debrief-update.json.sig'

/** An installed Debrief that looks at a server with these files. */
async function lookingAt(files: Record<string, Answer>) {
  const server = await startFeedServer(files)
  onTestFinished(() => server.close())
  const folder = join(temporaryFolder(), 'updates')
  const handed: CheckedUpdate[] = []
  const service = updateService({
    version: '0.1.0',
    policy: {},
    keys: key.publicKey,
    folder,
    installer: 'appimage',
    cpu: 'x64',
    install: (update) => void handed.push(update),
    silenceMs: 300,
  })
  onTestFinished(() => service.close())
  service.choose({ feed: server.address, isAutomatic: false })
  return { server, folder, handed, service }
}

/** Does all a person can do; whether anything but a whole file of a believed feed came of it. */
async function goesThrough({ service, folder, handed, server }: Awaited<ReturnType<typeof lookingAt>>) {
  const checked = await service.check()
  const wasFound = checked.phase === 'found'
  if (wasFound) {
    service.fetch()
    await vi.waitFor(() => expect(service.state().phase).not.toBe('fetching'), 20_000)
  }
  try {
    service.install()
  } catch {
    // as it should be
  }
  const left = existsSync(folder) ? readdirSync(folder).filter((name) => name !== 'updates.json') : []
  return {
    gotThrough: handed.length > 0 || left.length > 0 || service.state().phase === 'ready',
    wasFound,
    problem: service.state().problem,
    askedForInstaller: server.asked.some(({ path }) => path.endsWith(installerName)),
  }
}

test('the feed that the others are made from does go through', async () => {
  const app = await lookingAt(good)
  expect(await goesThrough(app)).toMatchObject({ gotThrough: true, wasFound: true, problem: null })
  expect(app.handed).toHaveLength(1)
})

const otherKey = aFeedKey()
const rsa = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
const endless: Answer = (response) => {
  const write = () => {
    while (response.write(Buffer.alloc(65_536, 32)));
  }
  response.on('drain', write)
  write()
}
const day = 86_400_000
const ago = (ms: number) => new Date(Date.now() - ms).toISOString()
const signed = (more: Record<string, unknown>) => signedFeed(aFeed(installer, more), key.privateKey)
const [entry] = (aFeed(installer) as { files: [Record<string, unknown>] }).files

const hostileFeeds: readonly (readonly [string, Record<string, Answer>, RegExp])[] = [
  [
    'signed with another key',
    signedFeed(aFeed(installer), otherKey.privateKey),
    /is not signed with the key/,
  ],
  [
    'signed with a key of another kind',
    {
      ...good,
      [signatureName]: sign('sha512', Buffer.from(good[feedName]), rsa.privateKey).toString('base64'),
    },
    /is not signed with the key/,
  ],
  [
    'without a signature',
    { [feedName]: good[feedName] },
    /does not have \/debrief\/debrief-update\.json\.sig/,
  ],
  ['with an empty signature', { ...good, [signatureName]: '' }, /is not signed/],
  [
    'with the signature of another feed',
    { ...good, [signatureName]: signed({ notes: 'other' })[signatureName] },
    /is not signed/,
  ],
  ['with half a signature', { ...good, [signatureName]: good[signatureName].slice(0, 40) }, /is not signed/],
  ['with a byte more', { ...good, [feedName]: `${good[feedName]} ` }, /is not signed/],
  ['cut off', { ...good, [feedName]: good[feedName].slice(0, -1) }, /is not signed/],
  ['of an older version', signed({ version: '0.0.9' }), /offers 0\.0\.9, which is older than this 0\.1\.0/],
  [
    'that has expired',
    signed({ madeAt: ago(2 * day), validUntil: ago(1000) }),
    /expired on \d{4}-\d\d-\d\d; nothing was fetched/,
  ],
  ['that never expires', signed({ validUntil: 'never' }), /of a kind that this Debrief does not know/],
  ['with a version of words', signed({ version: '9.1.0; rm -rf' }), /of a kind/],
  ['of another format', signed({ format: 'debrief-update-2' }), /of a kind/],
  ['that is no JSON', signedFeed('{"format"', key.privateKey), /of a kind/],
  ['that is null', signedFeed('null', key.privateKey), /of a kind/],
  ['without end', { ...good, [feedName]: endless }, /is too large to be a feed/],
  ['with a signature without end', { ...good, [signatureName]: endless }, /is too large to be a feed/],
  [
    'that unfolds to 200 MB',
    {
      ...good,
      [feedName]: (response) =>
        response
          .writeHead(200, { 'content-encoding': 'gzip' })
          .end(gzipSync(Buffer.alloc(200_000_000, 32), { level: 9 })),
    },
    /is too large to be a feed|cannot be reached/,
  ],
  ['that is not there', {}, /does not have \/debrief\/debrief-update\.json \(it answered 404\)/],
  ['that hangs up', { ...good, [feedName]: (response) => response.destroy() }, /cannot be reached/],
  ...[
    '../../outside',
    '/etc/cron.d/x',
    'a/b.AppImage',
    'http://elsewhere.example/x',
    '..',
    '.hidden',
    'updates.json\n',
  ].map(
    (name) =>
      [
        `with a file called ${JSON.stringify(name)}`,
        signed({ files: [{ ...entry, name }] }),
        /of a kind/,
      ] as const,
  ),
]

describe('a feed', () => {
  test.each(hostileFeeds)(
    '%s is refused before its installer is asked for',
    async (_name, files, sentence) => {
      const result = await goesThrough(await lookingAt({ [installerName]: installer, ...files }))
      expect(tried(result.gotThrough)).toBe(false)
      expect(result).toMatchObject({ wasFound: false, askedForInstaller: false })
      expect(result.problem).toMatch(sentence)
    },
    30_000,
  )

  test('with any one byte changed is refused', async () => {
    const text = good[feedName]
    const app = await lookingAt(good)
    for (let place = 0; place < text.length; place++) {
      const changed = Buffer.from(text)
      changed[place] = changed[place]! ^ 1
      app.server.files.set(feedName, changed)
      const { phase } = await app.service.check()
      expect(tried(phase !== 'failed')).toBe(false)
    }
  }, 60_000)

  test('with any one byte of its signature changed is refused', async () => {
    const bytes = Buffer.from(good[signatureName], 'base64')
    const app = await lookingAt(good)
    for (let place = 0; place < bytes.length; place++) {
      const changed = Buffer.from(bytes)
      changed[place] = changed[place]! ^ 1
      app.server.files.set(signatureName, changed.toString('base64'))
      expect(tried((await app.service.check()).phase !== 'failed')).toBe(false)
    }
  }, 60_000)

  test('that is older than one believed before is not believed again, also after a start', async () => {
    const app = await lookingAt(good)
    expect((await app.service.check()).phase).toBe('found')
    const older = signed({ version: '9.0.0', madeAt: ago(3_600_000) })
    for (const [name, answer] of Object.entries(older)) app.server.files.set(name, answer)
    const { phase, problem } = await app.service.check()
    expect(tried(phase !== 'failed')).toBe(false)
    expect(problem).toMatch(/is older than the one seen before/)
    const again = updateService({
      version: '0.1.0',
      policy: {},
      keys: key.publicKey,
      folder: app.folder,
      installer: 'appimage',
      cpu: 'x64',
      install: () => {},
    })
    onTestFinished(() => again.close())
    expect(tried((await again.check()).phase !== 'failed')).toBe(false)
  })

  test.each([feedName, signatureName, installerName])(
    'that sends requests for %s elsewhere is not followed',
    async (name) => {
      const elsewhere = await startFeedServer(good)
      onTestFinished(() => elsewhere.close())
      const result = await goesThrough(
        await lookingAt({
          ...good,
          [name]: (response) => response.writeHead(302, { location: `${elsewhere.address}${name}` }).end(),
        }),
      )
      expect(tried(result.gotThrough || elsewhere.asked.length > 0)).toBe(false)
      expect(result.problem).toMatch(/sends requests for updates on to another address/)
    },
  )
})

const hostileFiles: readonly (readonly [string, Answer, RegExp])[] = [
  ['cut off', installer.subarray(0, -1), /is not what its feed says, so it was removed/],
  [
    'with a byte changed',
    Buffer.concat([Buffer.from('X'), installer.subarray(1)]),
    /is not what its feed says/,
  ],
  ['with a byte more', Buffer.concat([installer, Buffer.from('X')]), /is larger than its feed says/],
  ['without end', endless, /is larger than its feed says/],
  ['that is empty', '', /is not what its feed says/],
  [
    'that breaks off',
    (response) => {
      response.writeHead(200, { 'content-length': installer.length })
      response.write(installer.subarray(0, 1000))
      setTimeout(() => response.destroy(), 20)
    },
    /cannot be reached/,
  ],
  [
    'that stalls',
    (response) => {
      response.writeHead(200, { 'content-length': installer.length })
      response.write(installer.subarray(0, 1000))
    },
    /cannot be reached/,
  ],
  ['that is not there', (response) => response.writeHead(404).end(), /does not have/],
]

describe('an installer', () => {
  test.each(hostileFiles)('%s is removed and not installed', async (_name, answer, sentence) => {
    const result = await goesThrough(await lookingAt({ ...good, [installerName]: answer }))
    expect(tried(result.gotThrough)).toBe(false)
    expect(result).toMatchObject({ wasFound: true })
    expect(result.problem).toMatch(sentence)
  })

  test('is not written through a link that somebody laid where it is fetched to', async () => {
    const app = await lookingAt(good)
    const victim = join(app.folder, '..', 'victim')
    writeFileSync(victim, 'mine')
    mkdirSync(app.folder, { recursive: true })
    for (const name of [`${installerName}.part`, installerName]) symlinkSync(victim, join(app.folder, name))
    await app.service.check()
    app.service.fetch()
    await vi.waitFor(() => expect(app.service.state().phase).toBe('ready'))
    expect(tried(readFileSync(victim, 'utf8') !== 'mine')).toBe(false)
    expect(readFileSync(join(app.folder, installerName)).equals(installer)).toBe(true)
  })
})
