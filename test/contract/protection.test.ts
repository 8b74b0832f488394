import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Client } from '../../engine/direct-client.ts'
import { createEngine } from '../../engine/index.ts'
import { directClient } from '../../engine/direct-client.ts'
import type { ProtectionView } from '../../shared/contract/protection.ts'
import { encryptWorkspace, filesWith, lock, PASSPHRASE } from '../support/encrypted.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'
import { transports, type Transport } from '../support/transports.ts'

let folder: string
let own: string
let transport: Transport | null

beforeEach(async () => {
  folder = makeTemporaryFolder()
  own = join(folder, 'own')
  transport = null
  const engine = await createEngine({ workspace: own, takesPaths: true })
  await directClient(engine).merging.setName({ name: 'Wallabyheater North' })
  await engine.close()
})
afterEach(async () => {
  await transport?.close()
  lock(own)
  rmSync(folder, { recursive: true, force: true })
})

async function settled(client: Client): Promise<ProtectionView> {
  for (;;) {
    const view = await client.protection.status()
    if (view.state !== 'working') return view
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
}

const write = (name: string, content: string) => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

const passphrase = (text: string) => ({ by: 'passphrase', passphrase: text }) as const

describe.each(transports.filter(([name]) => name !== 'direct'))('over %s', (_name, openTransport) => {
  const open = async (): Promise<Client> => {
    await transport?.close()
    transport = await openTransport(folder, write)
    return transport.client
  }

  test('a workspace is encrypted, locked, opened and made plain again', async () => {
    let client = await open()
    expect(await client.protection.status()).toEqual({
      state: 'plain',
      by: null,
      canChange: true,
      hasKeychain: false,
      progress: null,
      problem: null,
    })
    const { recoveryKey } = await client.protection.prepare({ way: passphrase(PASSPHRASE) })
    await expect(client.protection.start({ lastGroup: 'ZZZZ' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    })
    await client.protection.start({ lastGroup: recoveryKey.slice(-4).toLowerCase() })
    await expect(client.protection.prepare({ way: passphrase(PASSPHRASE) })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    expect(await settled(client)).toMatchObject({ state: 'open', by: 'passphrase', problem: null })
    expect(filesWith(own, ['Wallabyheater'])).toEqual([])

    await transport!.close()
    transport = null
    lock(own)
    client = await open()
    expect(await client.protection.status()).toMatchObject({ state: 'locked', by: 'passphrase' })
    const locked = {
      code: 'KEY_NEEDED',
      message: 'This workspace is encrypted; open it with its passphrase or its recovery key.',
    }
    await expect(client.workspace.summary()).rejects.toMatchObject(locked)
    await expect(client.workspace.status()).rejects.toMatchObject(locked)
    await expect(client.merging.setName({ name: 'South' })).rejects.toMatchObject(locked)
    await expect(client.search.find({ query: 'anything' })).rejects.toMatchObject(locked)
    await expect(client.protection.unlock({ text: 'not the passphrase' })).rejects.toMatchObject({
      code: 'KEY_WRONG',
      message: 'That passphrase does not open this workspace; nothing was changed.',
    })
    expect(await client.protection.status()).toMatchObject({ state: 'locked' })
    await client.protection.unlock({ text: recoveryKey })
    expect(await client.protection.status()).toMatchObject({ state: 'open' })

    client = await open()
    expect((await client.workspace.check()).problems).toEqual([])
    await expect(client.protection.turnOff({ text: 'wrong' })).rejects.toMatchObject({ code: 'KEY_WRONG' })
    await client.protection.turnOff({ text: PASSPHRASE })
    expect(await settled(client)).toMatchObject({ state: 'plain', by: null, problem: null })
    client = await open()
    const acts = (await client.audit.list({ act: 'protection.' })).entries.map(
      ({ act, outcome }) => `${act} ${outcome}`,
    )
    expect(acts.toReversed()).toEqual([
      'protection.prepare done',
      'protection.start done',
      'protection.turnOff done',
    ])
    expect((await client.audit.verify({ heads: [] })).broken).toBeNull()
  })

  test('what opens it and its recovery key are changed while it is open', async () => {
    const first = await encryptWorkspace(own)
    const client = await open()
    const way = passphrase('eight blue kettles hum')
    await expect(client.protection.changeWayIn({ text: 'wrong', way })).rejects.toMatchObject({
      code: 'KEY_WRONG',
    })
    await expect(
      client.protection.changeWayIn({ text: PASSPHRASE, way: { by: 'keychain' } }),
    ).rejects.toMatchObject({
      code: 'UNSUPPORTED',
    })
    await expect(
      client.protection.changeWayIn({ text: PASSPHRASE, way: passphrase('short') }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    expect(await client.protection.changeWayIn({ text: PASSPHRASE, way })).toMatchObject({ state: 'open' })
    await expect(client.protection.newRecoveryKey({ text: PASSPHRASE })).rejects.toMatchObject({
      code: 'KEY_WRONG',
    })
    const { recoveryKey } = await client.protection.newRecoveryKey({ text: first })
    expect(recoveryKey).not.toBe(first)
    await expect(client.protection.newRecoveryKey({ text: first })).rejects.toMatchObject({
      code: 'KEY_WRONG',
    })
    expect((await client.workspace.summary()).surveys).toBe(0)
  })

  test('encrypting that cannot be done leaves the workspace open as it was, with one sentence', async () => {
    const client = await open()
    const other = await createEngine({ workspace: own, takesPaths: true, readOnly: true })
    const { recoveryKey } = await client.protection.prepare({ way: passphrase(PASSPHRASE) })
    await client.protection.start({ lastGroup: recoveryKey.slice(-4) })
    expect(await settled(client)).toMatchObject({
      state: 'plain',
      problem:
        'Another program is using this workspace just now; nothing was changed. Try again in a moment.',
    })
    await other.close()
    expect(readdirSync(own).filter((name) => /converting|key\.json/.test(name))).toEqual([])
  })
})

test('at the terminal, which has no engine to close, encrypting is left to its commands', async () => {
  const engine = await createEngine({ workspace: own, takesPaths: true })
  const client = directClient(engine)
  expect((await client.protection.status()).canChange).toBe(false)
  await expect(client.protection.prepare({ way: passphrase(PASSPHRASE) })).rejects.toMatchObject({
    code: 'UNSUPPORTED',
  })
  await engine.close()
})
