import { spawnSync } from 'node:child_process'
import {
  closeSync,
  cpSync,
  existsSync,
  ftruncateSync,
  openSync,
  readdirSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { doSteps, openOwn } from './support/kills/do-steps.ts'
import type { AtWork, KillTarget, Step } from './support/kills/target.ts'
import { targets } from './support/kills/targets/index.ts'

/** By how much more room each try has than the one before, and how many tries there are at most. */
const STEP_BYTES = 64 * 1024
const MOST_TRIES = Number(process.env['DEBRIEF_FULL_DISKS'] ?? 5)
const DISK_BYTES = 48 * 1024 * 1024

const shell = (script: string, argument: string) => spawnSync('bash', ['-c', script, 'bash', argument])

/** What is done on a disk that gets full: the work that is killed elsewhere, and what leaves the workspace or comes into it. */
const uploading: Step = async ({ engine }) =>
  engine.receiveUpload(
    'calls.csv',
    Readable.from(Array.from({ length: 40 }, () => Buffer.alloc(16_384, 'a'))),
  )
/** What is held about an agent, beside the workspace: where it fails, nothing of it is left there. */
const handingOver: Step = async ({ client, folder }) => {
  const agentId = (await client.people.list({}))[0]!.id
  const directory = join(folder, 'out', 'held')
  if (existsSync(directory)) return
  try {
    for await (const step of await client.access.write({ agentId, directory })) void step
  } catch (error) {
    expect(existsSync(join(folder, 'out'))).toBe(false)
    throw error
  }
}
const filled = targets.find(({ name }) => name === 'undoing')!
/** They begin only where there is room for all they do, which this disk never has: they are refused before anything is written. */
const asksForRoom = ['making a backup', 'restoring', 'restoring encrypted']
const works: readonly KillTarget[] = [
  ...targets.filter(({ name }) => name !== 'resuming' && !asksForRoom.includes(name)),
  { ...filled, name: 'uploading', steps: () => [uploading] },
  {
    ...filled,
    name: 'handing over what is held',
    steps: () => [handingOver],
    alsoHolds: async ({ folder }) =>
      expect(readdirSync(join(folder, 'out', 'held'))).toEqual(
        expect.arrayContaining(['README.txt', 'contacts.csv', 'data.json', 'index.html']),
      ),
  },
]

/** Fills the disk until only so many bytes are left. */
function leave(disk: string, bytes: number): void {
  const filler = openSync(join(disk, 'filler'), 'w')
  let size = 0
  try {
    for (;;) size += writeSync(filler, Buffer.alloc(4096))
  } catch (error) {
    expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC')
  }
  ftruncateSync(filler, Math.max(0, size - bytes))
  closeSync(filler)
}

const isPlain = (sentence: string) =>
  /^[A-Z"].*\.$/s.test(sentence) && !/incident|unexpected|SQLITE|\n\s+at /.test(sentence)

test.for(works.map((work) => [work.name, work] as const))(
  '%s on a disk that gets full, at one write after the other, is told in a sentence and done once there is space',
  { timeout: 300_000 },
  async ([name, work], { skip }) => {
    const disk = temporaryFolder()
    if (shell(`mount -t tmpfs -o size=${DISK_BYTES} tmpfs "$1"`, disk).status !== 0)
      return skip('A file system can only be mounted by an administrator.')
    onTestFinished(() => void shell('umount -l "$1"', disk))
    const base = temporaryFolder()
    await work.prepare(base)
    let told = 0
    const sentences = new Set<string>()
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const folder = join(disk, 'work')
      cpSync(base, folder, { recursive: true })
      const steps = work.steps(folder, 1)
      leave(disk, tries * STEP_BYTES)
      let done = 0
      const failure = await doSteps(work, steps, folder, () => (done += 1)).then(
        () => null,
        (error: unknown) => error as Error,
      )
      rmSync(join(disk, 'filler'))
      if (failure) {
        told += 1
        sentences.add(failure.message)
        expect({ name, tries, sentence: failure.message, isPlain: isPlain(failure.message) }).toMatchObject({
          isPlain: true,
        })
      }
      const at: AtWork = await openOwn(work, folder)
      try {
        expect(await at.client.workspace.check()).toMatchObject({ ok: true, problems: [] })
        // what is acknowledged stands; the rest is done now that there is space
        for (const step of steps.slice(Math.max(0, done - 1))) await step(at)
        await work.alsoHolds?.(at, true)
        expect(await at.client.workspace.check()).toMatchObject({ ok: true, problems: [] })
      } finally {
        await at.engine.close()
      }
      rmSync(folder, { recursive: true })
      if (!failure) break
    }
    process.stdout.write(`full disks while ${name}: ${told}, told as ${JSON.stringify([...sentences])}\n`)
    expect(told).toBeGreaterThan(0)
  },
)
