import { join } from 'node:path'
import { openCurrentEngine } from '../../../engine/current-engine.ts'
import { onTestFinished, expect, test } from 'vitest'
import { ask, enter, openTestDoor } from '../../support/loopback.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

async function openDoor(folder: string) {
  const door = await openTestDoor(folder)
  onTestFinished(() => door.close())
  return door
}

test('the page can open the sample and come back to its own workspace', async () => {
  const folder = temporaryFolder()
  const door = await openDoor(folder)
  const open = async (which: string) =>
    (await ask(door.origin, `/workspace?open=${which}`, { method: 'POST', headers: await enter(door) }))
      .status
  expect((await door.client().workspace.status()).path).toBe(join(folder, 'own'))
  expect(await open('sample')).toBe(204)
  expect((await door.client().workspace.status()).path).toBe(join(folder, 'sample'))
  expect(await door.client().jobs.list()).toMatchObject([{ kind: 'sample' }])
  expect(await open('own')).toBe(204)
  expect((await door.client().workspace.status()).path).toBe(join(folder, 'own'))
  expect(await open('elsewhere')).toBe(400)
}, 60_000)

test('asking several times at once for the other workspace opens it once, for writing', async () => {
  const folder = temporaryFolder()
  const folders = { own: join(folder, 'own'), sample: join(folder, 'sample') }
  const current = await openCurrentEngine({ folders, first: 'own', takesPaths: false })
  onTestFinished(() => current.close())
  await Promise.all([current.open('sample'), current.open('sample'), current.open('sample')])
  expect(current.which()).toBe('sample')
  expect(current.engine().context.write).not.toBeNull()
}, 60_000)

test('a second door on the same workspace may look and not write', async () => {
  const folder = temporaryFolder()
  const first = await openDoor(folder)
  const second = await openDoor(folder)
  expect(await first.client().workspace.status()).toMatchObject({ isReadOnly: false })
  expect(await second.client().workspace.status()).toMatchObject({ isReadOnly: true })
  await expect(second.client().workspace.setPreferences({ windowDays: 7 })).rejects.toMatchObject({
    code: 'WORKSPACE_READ_ONLY',
  })
})

test('the workspace is free for the next one once the door has closed', async () => {
  const folder = temporaryFolder()
  const first = await openTestDoor(folder)
  await first.close()
  const second = await openDoor(folder)
  expect(await second.client().workspace.status()).toMatchObject({ isReadOnly: false })
})
