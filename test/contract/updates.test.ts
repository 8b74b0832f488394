import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { directClient } from '../../engine/direct-client.ts'
import { createEngine } from '../../engine/index.ts'
import { updateService, type CheckedUpdate } from '../../engine/updates/index.ts'
import {
  aFeed,
  aFeedKey,
  installerName,
  signedFeed,
  startFeedServer,
  type FeedServer,
} from '../support/feed-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { openWorkspace } from '../support/workspace.ts'

test('a Debrief that was not installed says that npm or git bring it up to date, and asks nobody', async () => {
  const { client, close } = await openWorkspace()
  expect(await client.updates.state()).toMatchObject({ version: '0.1.0', off: 'not-installed', feed: null })
  const feed = 'https://updates.example/'
  for (const call of [
    client.updates.check(),
    client.updates.fetch(),
    client.updates.install(),
    client.updates.choose({ feed, isAutomatic: true }),
  ])
    await expect(call).rejects.toMatchObject({
      code: 'UNSUPPORTED',
      message: expect.stringContaining('(npm or git) brings it up to date'),
    })
  await close()
})

describe('an installed Debrief', () => {
  const key = aFeedKey()
  const installer = Buffer.from('what installs 9.1.0'.repeat(500))
  let server: FeedServer
  let handed: CheckedUpdate[]
  let opened: Awaited<ReturnType<typeof open>>

  async function open() {
    const folder = temporaryFolder()
    const updates = updateService({
      version: '0.1.0',
      policy: {},
      keys: key.publicKey,
      folder: join(folder, 'updates'),
      installer: 'appimage',
      cpu: 'x64',
      install: (update) => void handed.push(update),
    })
    const engine = await createEngine({ workspace: join(folder, 'workspace'), takesPaths: true, updates })
    return { updates, engine, client: directClient(engine), folder }
  }

  beforeEach(async () => {
    handed = []
    server = await startFeedServer({
      ...signedFeed(aFeed(installer), key.privateKey),
      [installerName]: installer,
    })
    opened = await open()
    await opened.client.updates.choose({ feed: server.address, isAutomatic: false })
    await opened.client.updates.check()
    await opened.client.updates.fetch()
    await vi.waitFor(async () => expect((await opened.client.updates.state()).phase).toBe('ready'))
  })
  afterEach(async () => {
    opened.updates.close()
    await opened.engine.close()
    await server.close()
  })

  test('hands the fetched file over when a person says so, and the log tells who did what', async () => {
    const { client } = opened
    await client.updates.install()
    expect(handed.map(({ version }) => version)).toEqual(['9.1.0'])
    await vi.waitFor(async () => {
      const { entries } = await client.audit.list({})
      expect(entries.map(({ act }) => act)).toEqual(
        expect.arrayContaining(['updates.choose', 'updates.check', 'updates.fetch', 'updates.install']),
      )
    })
  })

  test('installs nothing while something is being done', async () => {
    const { client } = opened
    await client.backups.make()
    await expect(client.updates.install()).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('Something is still being done here'),
    })
    expect(handed).toEqual([])
    await vi.waitFor(
      async () =>
        expect(
          (await client.jobs.list()).every(({ state }) => state !== 'running' && state !== 'queued'),
        ).toBe(true),
      20_000,
    )
    await client.updates.install()
    expect(handed).toHaveLength(1)
  })
})
