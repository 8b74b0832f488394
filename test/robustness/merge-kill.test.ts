import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { directClient } from '../../engine/direct-client.ts'
import { createEngine } from '../../engine/index.ts'
import { contactLog, folderOf, merged } from '../support/merging.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'
import { openWorkspace } from '../support/workspace.ts'
import { strays } from './support/dump.ts'

const CONTACTS = 6000
const root = resolve(import.meta.dirname, '..', '..')

/** Starts `debrief merge` in a process of its own and kills it after some time. */
async function killedMerge(workspace: string, place: string, afterMs: number): Promise<void> {
  const guard = join(root, 'cli', 'require-node.cjs')
  const child = spawn(
    process.execPath,
    ['--require', guard, join(root, 'cli', 'debrief.ts'), 'merge', place, '--workspace', workspace],
    { cwd: root, stdio: 'ignore' },
  )
  const ended = new Promise((done) => child.on('close', done))
  await Promise.race([pause(afterMs), ended])
  child.kill('SIGKILL')
  await ended
}

test(
  'a merge that is killed leaves all of a workspace or nothing, and can be done again',
  { timeout: 240_000 },
  async () => {
    const other = await openWorkspace()
    onTestFinished(() => other.close())
    await other.take('log.csv', contactLog('C', CONTACTS), { source: 'Genesys' })
    const seen = new Set<number>()
    for (const afterMs of [350, 600, 800, 1000, 1200, 1500, 1900, 2500]) {
      const workspace = join(makeTemporaryFolder(), 'director')
      await killedMerge(workspace, folderOf(other), afterMs)
      const engine = await createEngine({ workspace, takesPaths: true })
      try {
        const client = directClient(engine)
        const n = engine.context.read.raw.prepare('SELECT count(*) FROM interactions').pluck().get() as number
        seen.add(n)
        expect([0, CONTACTS]).toContain(n)
        expect(await client.merging.list()).toHaveLength(n === 0 ? 0 : 1)
        expect(await client.workspace.check()).toEqual({ ok: true, problems: [] })
        await merged({ client }, folderOf(other), { name: 'North' })
        const all = engine.context.read.raw.prepare('SELECT count(*) FROM interactions').pluck().get()
        expect(all).toBe(CONTACTS)
        expect(strays(engine.context.read)).toEqual([])
      } finally {
        await engine.close()
      }
    }
    expect(seen.has(0)).toBe(true)
  },
)
