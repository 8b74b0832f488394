import { spawn } from 'node:child_process'
import { cpSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { makeBackup } from '../../engine/backups/index.ts'
import { directClient, type Client } from '../../engine/direct-client.ts'
import { createEngine } from '../../engine/index.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

const KILLS = process.env['DEBRIEF_LONG'] ? 60 : 8

const names = async (client: Client) => (await client.search.saved()).map(({ name }) => name).toSorted()

/** Restores in a process of its own, killed after `ms`; gives how long the restore took where it came to its end. */
function restoreKilledAfter(workspace: string, ms: number): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(inject('children'), 'restore-once.js'), workspace])
    let begunAt = 0
    let took: number | null = null
    child.stdout.on('data', (data: Buffer) => {
      if (String(data).includes('begun')) {
        begunAt = performance.now()
        setTimeout(() => child.kill('SIGKILL'), ms)
      }
      if (String(data).includes('done')) took = performance.now() - begunAt
    })
    child.on('exit', () => resolve(took))
  })
}

describe('a restore that is killed', () => {
  test('is done or not begun, with a log that holds, and can be repeated', async () => {
    const folder = makeTemporaryFolder()
    const first = join(folder, 'first')
    const made = await createEngine({ workspace: first, takesPaths: true })
    const client = directClient(made)
    await client.search.save({ name: 'Old', search: { query: 'refund' } })
    await makeBackup(made.context, 'by-hand')
    for (let turn = 0; turn < 200; turn++)
      await client.search.save({ name: `New ${turn}`, search: { query: 'parcel' } })
    await made.close()
    const whole = join(folder, 'whole')
    cpSync(first, whole, { recursive: true })
    const took = await restoreKilledAfter(whole, 120_000)
    expect(took).not.toBeNull()
    const outcomes = { done: 0, notBegun: 0 }
    let kills = 0
    const killedAt = async (share: number): Promise<void> => {
      const workspace = join(folder, `kill-${++kills}`)
      cpSync(first, workspace, { recursive: true })
      await restoreKilledAfter(workspace, took! * share)
      const engine = await createEngine({ workspace, takesPaths: true })
      try {
        const after = directClient(engine)
        const found = (await names(after)).length
        expect([1, 201]).toContain(found)
        outcomes[found === 1 ? 'done' : 'notBegun']++
        expect((await after.workspace.check()).problems).toEqual([])
        const { broken } = await after.audit.verify({})
        expect(broken).toBeNull()
        expect(readdirSync(workspace).filter((name) => name.includes('restoring'))).toEqual([])
        const { backups } = await after.backups.list()
        await after.backups.restore({ id: backups.at(-1)!.id })
        expect(await names(after)).toEqual(['Old'])
      } finally {
        await engine.close()
      }
      rmSync(workspace, { recursive: true, force: true })
    }
    // most of the moments lie around the swap, which comes at the end
    for (let kill = 0; kill < KILLS; kill++) await killedAt(0.3 + (0.8 * kill) / KILLS)
    // on a machine that is busier or idler than it was a moment ago the swap comes at another time: it is looked for
    for (let share = 1.5; outcomes.done === 0 && share < 20; share *= 1.5) await killedAt(share)
    for (let share = 0.2; outcomes.notBegun === 0 && share > 0.01; share /= 2) await killedAt(share)
    // kills on both sides of the swap, else nothing was tried
    expect(outcomes.done).toBeGreaterThan(0)
    expect(outcomes.notBegun).toBeGreaterThan(0)
    process.stdout.write(
      `restore: ${kills} kills, ${outcomes.notBegun} before and ${outcomes.done} after the swap\n`,
    )
    rmSync(folder, { recursive: true, force: true })
  })
})
