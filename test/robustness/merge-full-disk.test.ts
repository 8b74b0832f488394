import { spawnSync } from 'node:child_process'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { directClient } from '../../engine/direct-client.ts'
import { createEngine } from '../../engine/index.ts'
import { contactLog, finished, folderOf, merged } from '../support/merging.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { openWorkspace } from '../support/workspace.ts'
import { dump } from './support/dump.ts'

const shell = (script: string, argument: string) => spawnSync('bash', ['-c', script, 'bash', argument])

/** Writes to a file until less than a page fits. */
function fill(file: string): void {
  const filler = openSync(file, 'w')
  try {
    for (;;) writeSync(filler, Buffer.alloc(4096))
  } catch (error) {
    expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC')
  }
  closeSync(filler)
}

test('a merge on a full disk is told in one sentence, nothing is lost, and it is done once there is space', async ({
  skip,
}) => {
  const disk = temporaryFolder()
  if (shell('mount -t tmpfs -o size=32m tmpfs "$1"', disk).status !== 0)
    return skip('A file system can only be mounted by an administrator.')
  onTestFinished(() => void shell('umount -l "$1"', disk))
  const other = await openWorkspace()
  onTestFinished(() => other.close())
  await other.take('log.csv', contactLog('N', 5000), { source: 'North log' })
  const engine = await createEngine({ workspace: join(disk, 'director'), takesPaths: true })
  onTestFinished(() => engine.close())
  const client = directClient(engine)
  const own = join(temporaryFolder(), 'own')
  const before = await openWorkspace()
  onTestFinished(() => before.close())
  await before.take('log.csv', contactLog('S', 300), { source: 'South log' })
  await before.client.workspace.backup({ file: own })
  expect(await merged({ client }, own, { name: 'South' })).toMatchObject({ outcome: 'merged' })
  const stood = dump(engine.context.read)

  fill(join(disk, 'filler'))
  const orders = [{ reference: { path: folderOf(other) }, name: 'North' }]
  const told = await finished(client, client.merging.start({ orders })).then(
    async (jobId) => (await client.merging.reports({ jobId }))[0]!.error,
    (error: Error) => error.message,
  )
  expect(told).toMatch(/^The disk (is full|could not be written or read)[^\n]*nothing was changed\.[^\n]*$/)
  expect(dump(engine.context.read)).toEqual(stood)
  expect(await client.merging.list()).toHaveLength(1)

  rmSync(join(disk, 'filler'))
  expect(await merged({ client }, folderOf(other), { name: 'North' })).toMatchObject({
    outcome: 'merged',
    rows: { added: 5000 },
  })
  expect(await client.workspace.check()).toMatchObject({ ok: true, problems: [] })
})
