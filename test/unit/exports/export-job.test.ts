import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { exportOf } from '../../../engine/export-job.ts'
import { finished } from '../../support/merging.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { csv, openWorkspace, type TestWorkspace } from '../../support/workspace.ts'

async function filled(): Promise<TestWorkspace> {
  const own = await openWorkspace()
  onTestFinished(() => own.close())
  const rows = Array.from({ length: 12_001 }, (_, at) => ({
    contact_id: `C-${at}`,
    agent_id: 'a1',
    agent_name: 'Ada Byron',
    started_at: '2026-03-02T09:00:00Z',
    talk_seconds: 120,
  }))
  await own.take('calls.csv', csv(rows), { source: 'ACD' })
  return own
}

const order = { format: 'csv', withCustomers: false } as const

test('an export is a job that says how many rows each file has, and where they are', async () => {
  const own = await filled()
  const { client } = own
  const jobId = await finished(client, client.exports.start(order))
  const done = (await client.exports.done({ jobId }))!
  expect(done.files.find(({ table }) => table === 'contacts')).toMatchObject({
    fileName: 'contacts.csv',
    rows: 12_001,
  })
  expect(readdirSync(done.directory).toSorted()).toEqual(
    done.files.map(({ fileName }) => fileName).toSorted(),
  )
})

test('its steps count the rows and never go back', async () => {
  const own = await filled()
  const directory = join(temporaryFolder(), 'out')
  const steps = []
  for await (const step of exportOf(own.engine.context, { ...order, directory })) steps.push(step)
  const shares = steps.map(({ share }) => share)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  expect(shares.at(-1)).toBe(1)
  expect(steps.map(({ step }) => step)).toContain('Writing contacts.csv: 10,000 rows')
})

test('whoever stops listening leaves no file, no folder that was made, and what was there before', async () => {
  const own = await filled()
  const place = temporaryFolder()
  const stopAfter = async (directory: string, pages: number) => {
    let seen = 0
    for await (const { done } of await own.client.exports.write({ ...order, directory })) {
      expect(done).toBeNull()
      if (++seen === pages) break
    }
  }
  await stopAfter(join(place, 'new', 'deep'), 3)
  expect(readdirSync(place)).toEqual([])
  mkdirSync(join(place, 'old'))
  writeFileSync(join(place, 'old', 'contacts.csv'), 'as it was')
  await stopAfter(join(place, 'old'), 3)
  expect(readdirSync(join(place, 'old'))).toEqual(['contacts.csv'])
})

test('a folder that goes away, and one in the place of a file, are one sentence', async () => {
  const own = await filled()
  const directory = join(temporaryFolder(), 'out')
  const failing = async () => {
    for await (const { step } of exportOf(own.engine.context, { ...order, directory }))
      if (step.startsWith('Writing contacts')) rmSync(directory, { recursive: true, force: true })
  }
  await expect(failing()).rejects.toMatchObject({
    code: 'NOT_FOUND',
    message: `${directory} went away while files were written to it; nothing was exported. Export again, or to another place.`,
  })
  expect(existsSync(directory)).toBe(false)
  mkdirSync(join(directory, 'contacts.csv'), { recursive: true })
  await expect(failing()).rejects.toMatchObject({
    message: `${join(directory, 'contacts.csv')} is a folder; move it away, or export to another place.`,
  })
})

test('a full disk is one sentence and leaves no file', async ({ skip }) => {
  const mounted = temporaryFolder()
  const shell = (script: string) => spawnSync('bash', ['-c', script, 'bash', mounted])
  if (shell('mount -t tmpfs -o size=64k tmpfs "$1"').status !== 0)
    skip('A file system can only be mounted by an administrator.')
  onTestFinished(() => void shell('umount -l "$1"'))
  const own = await filled()
  const { client } = own
  const directory = join(mounted, 'out')
  for (const format of ['csv', 'parquet'] as const) {
    await expect(
      finished(client, client.exports.start({ ...order, format, directory, tables: ['contacts'] })),
    ).rejects.toThrow(
      `The disk with ${directory} is full; nothing was exported. Free some space, or export to another place.`,
    )
    expect(readdirSync(mounted)).toEqual([])
  }
})

test('tables fit each other though something is imported while they are written', async () => {
  const own = await filled()
  const directory = join(temporaryFolder(), 'out')
  const files = []
  let hasHappened = false
  for await (const { step, done } of exportOf(own.engine.context, { ...order, directory })) {
    if (!hasHappened && step.startsWith('Writing contacts')) {
      hasHappened = true
      const more = Array.from({ length: 50 }, (_, at) => ({
        contact_id: `D-${at}`,
        agent_id: 'a2',
        agent_name: 'Grace Hopper',
        started_at: '2026-03-03T09:00:00Z',
        talk_seconds: 60,
      }))
      await own.take('more.csv', csv(more), { source: 'ACD' })
    }
    files.push(...(done?.files ?? []))
  }
  expect(hasHappened).toBe(true)
  expect(files.find(({ table }) => table === 'contacts')!.rows).toBe(12_001)
  const read = (name: string) => readFileSync(join(directory, `${name}.csv`), 'utf8')
  for (const name of ['agents', 'contacts', 'metric_values'])
    expect(read(name)).not.toMatch(/2026-03-03|Grace/)
  // who comes afterwards sees everything
  expect((await own.client.workspace.summary()).interactions).toBe(12_051)
})
