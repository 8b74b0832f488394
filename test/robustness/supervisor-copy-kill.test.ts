import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { directClient } from '../../engine/direct-client.ts'
import { createEngine } from '../../engine/index.ts'
import { connect, findDamage } from '../../engine/store/index.ts'
import { unlock } from '../../engine/workspace-protection.ts'
import { filesWith, lock, PASSPHRASE } from '../support/encrypted.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'
import { aFilledWorkspace } from './support/kills/a-workspace.ts'
import { killAfter } from './support/kill-after.ts'

const KILLS = 6
const AGAIN =
  'Debrief was closed while the encrypted copy was made, and its passphrase is kept nowhere: make the copy again.'
const root = makeTemporaryFolder()
const tally = { done: 0, again: 0 }

beforeAll(() => aFilledWorkspace(root), 60_000)
afterAll(() => {
  rmSync(root, { recursive: true, force: true })
  process.stdout.write(`encrypted copies: ${tally.done} whole, ${tally.again} to be ordered anew\n`)
})

/** Orders a copy in a process of its own, and kills it so long after that. */
const order = (folder: string, killAfterMs: number | null) =>
  killAfter('copy-process.js', [join(folder, 'own'), join(folder, 'copy'), PASSPHRASE], killAfterMs)

function aFolder(name: string): string {
  const folder = join(root, name)
  cpSync(join(root, 'own'), join(folder, 'own'), { recursive: true })
  return folder
}

/** The copy opens with its passphrase and is whole. */
async function expectWhole(copy: string): Promise<void> {
  await unlock(copy, PASSPHRASE)
  const database = connect(join(copy, 'debrief.sqlite'), 'read')
  expect(findDamage(database)).toEqual([])
  expect(database.raw.prepare('SELECT count(*) FROM interactions').pluck().get()).toBeGreaterThan(0)
  database.raw.close()
  lock(copy)
}

test(`an encrypted copy that is cut off says at the next start that it has to be ordered anew and leaves no half file, or is whole (${KILLS} kills)`, async () => {
  const undisturbed = aFolder('undisturbed')
  const tookMs = await order(undisturbed, null)
  await expectWhole(join(undisturbed, 'copy'))
  for (let round = 1; round <= KILLS; round++) {
    const folder = aFolder(`kill-${round}`)
    const copy = join(folder, 'copy')
    await order(folder, (tookMs * (round - 0.5)) / KILLS)
    const engine = await createEngine({ workspace: join(folder, 'own'), takesPaths: true, isResident: true })
    const client = directClient(engine)
    const copies = async () => (await client.jobs.list()).filter(({ kind }) => kind === 'supervisor-copy')
    await expect.poll(async () => (await copies())[0]?.endedAt ?? null, { timeout: 30_000 }).not.toBeNull()
    const [job] = await copies()
    expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([])
    if (job!.state === 'done') {
      tally.done += 1
      expect((await client.supervisorCopies.done({ jobId: job!.id }))?.agents).toBeGreaterThan(0)
      await expectWhole(copy)
    } else {
      tally.again += 1
      expect(job).toMatchObject({ state: 'failed', error: AGAIN })
      expect(existsSync(copy)).toBe(false)
      expect(filesWith(folder, [PASSPHRASE])).toEqual([])
      // and so it is
      const team = (await client.people.teams()).find(({ name }) => name === 'Team 0')!
      const { jobId } = await client.supervisorCopies.start({
        teamIds: [team.id],
        name: 'Robin',
        directory: copy,
        passphrase: PASSPHRASE,
      })
      await expect
        .poll(async () => (await copies()).find(({ id }) => id === jobId)!.state, { timeout: 60_000 })
        .toBe('done')
      await expectWhole(copy)
    }
    await engine.close()
    rmSync(folder, { recursive: true, force: true })
  }
  expect(tally.again).toBeGreaterThan(0)
})
