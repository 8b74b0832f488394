import { cpSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { directClient } from '../../engine/direct-client.ts'
import { createEngine } from '../../engine/index.ts'
import { salvageWorkspace } from '../../engine/salvaging.ts'
import { isEncrypted } from '../../engine/store/index.ts'
import { protectionOf, unlock } from '../../engine/workspace-protection.ts'
import { encryptWorkspace, filesIn, filesWith, lock, PASSPHRASE } from '../support/encrypted.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'
import { damages, overwrite } from './support/damaging.ts'
import { aFilledWorkspace } from './support/kills/a-workspace.ts'
import { holdAgainst, newTally, openingTells, printTally, rowsOf } from './support/saved-of-damaged.ts'

/** How many pages of the file are damaged in each way: some here, all of them with DEBRIEF_PAGES=all. */
const PAGES = process.env['DEBRIEF_PAGES'] === 'all' ? Number.POSITIVE_INFINITY : 8
const PLANTED = 'Wallabyheater'
const root = makeTemporaryFolder()
const sound = join(root, 'own')
const tally = newTally()
let recoveryKey: string
let truth: Map<string, number>
let pages: number

beforeAll(async () => {
  await aFilledWorkspace(root)
  const engine = await createEngine({ workspace: sound, takesPaths: true })
  const client = directClient(engine)
  await client.jobs.analyze()
  await client.merging.setName({ name: PLANTED })
  await engine.close()
  recoveryKey = await encryptWorkspace(sound)
  // in the form in which a workspace lies that was used
  await (await createEngine({ workspace: sound, takesPaths: true })).close()
  truth = rowsOf(sound)
  pages = readFileSync(join(sound, 'debrief.sqlite')).length / 4096
}, 60_000)

afterAll(() => {
  lock(sound)
  rmSync(root, { recursive: true, force: true })
  printTally('corrupt encrypted pages', tally)
})

/** A fresh copy of the workspace, as a process finds it that was given no key yet. */
function aCopy(name: string): { folder: string; file: string } {
  const folder = join(root, name)
  rmSync(folder, { recursive: true, force: true })
  cpSync(sound, folder, { recursive: true })
  lock(sound)
  return { folder, file: join(folder, 'debrief.sqlite') }
}

/** Saves what can be read, holds the report against what there was, and opens what was saved with the same passphrase. */
async function saveAndCheck(folder: string, text = PASSPHRASE): Promise<void> {
  const to = join(root, 'saved')
  rmSync(to, { recursive: true, force: true })
  const report = salvageWorkspace(folder, to, Date.now)
  lock(to)
  expect(isEncrypted(join(to, 'debrief.sqlite'))).toBe(true)
  expect(filesWith(to, [PLANTED, 'SQLite format 3'])).toEqual([])
  await expect(createEngine({ workspace: to, takesPaths: true })).rejects.toMatchObject({
    code: 'KEY_NEEDED',
  })
  await unlock(to, text)
  await holdAgainst(truth, report, tally)
}

describe.each(Object.keys(damages))('%s', (kind) => {
  test('in any page of an encrypted workspace is told as damage, never as a wrong key, and the rest is saved encrypted', async () => {
    const step = Math.max(1, pages / PAGES)
    for (let place = 1; place <= pages; place += step) {
      const page = Math.floor(place)
      const { folder, file } = aCopy('damaged')
      damages[kind]!(file, page)
      const damagedBytes = readFileSync(file)
      tally.damaged += 1
      expect(protectionOf(folder)).toEqual({ state: 'locked', by: 'passphrase' })
      await unlock(folder, PASSPHRASE)
      const told = await openingTells(folder)
      if (told === null) {
        tally.unnoticed += 1
        expect({ page, rows: rowsOf(folder) }).toEqual({ page, rows: truth })
        continue
      }
      tally.told += 1
      expect(told).toMatch(
        /^The workspace file is damaged.*nothing is written to it any more, and .* is a copy.*\.$/,
      )
      expect(readFileSync(file).equals(damagedBytes)).toBe(true)
      await saveAndCheck(folder).catch((error: unknown) => {
        throw new Error(`${kind} in page ${page}: ${String(error)}`, { cause: error })
      })
      expect(readFileSync(file).equals(damagedBytes)).toBe(true)
    }
  }, 3_600_000)
})

test('a head of an encrypted file that is gone costs no row, and the recovery key opens what is saved', async () => {
  const { folder, file } = aCopy('headless')
  overwrite(file, 0, Buffer.alloc(100, 0x5a))
  await expect(createEngine({ workspace: folder, takesPaths: true })).rejects.toMatchObject({
    code: 'KEY_NEEDED',
  })
  expect(() => salvageWorkspace(folder, join(root, 'saved-locked'), Date.now)).toThrow(
    'This workspace is encrypted; open it with its passphrase or its recovery key.',
  )
  await unlock(folder, recoveryKey)
  expect(await openingTells(folder)).toMatch(/damaged, in the list of tables/)
  await saveAndCheck(folder, recoveryKey)
})

test('what was last written to an encrypted workspace is saved out of the log beside it', async () => {
  const { folder, file } = aCopy('with-log')
  await unlock(folder, PASSPHRASE)
  const engine = await createEngine({ workspace: folder, takesPaths: true })
  await directClient(engine).merging.setName({ name: 'Quokkaboiler' })
  const killed = join(root, 'killed')
  cpSync(folder, killed, { recursive: true })
  await engine.close()
  expect(readFileSync(join(killed, 'debrief.sqlite-wal')).length).toBeGreaterThan(4096)
  damages['random bytes']!(join(killed, 'debrief.sqlite'), Math.floor(readFileSync(file).length / 4096) - 3)
  const to = join(root, 'from-log')
  salvageWorkspace(killed, to, Date.now)
  const saved = await createEngine({ workspace: to, takesPaths: true })
  expect((await directClient(saved).merging.name()).name).toBe('Quokkaboiler')
  await saved.close()
})

test('with the key file of another workspace nothing is salvaged, which one sentence says', async () => {
  const { folder } = aCopy('foreign')
  const other = join(root, 'other')
  await (await createEngine({ workspace: other, takesPaths: true })).close()
  await encryptWorkspace(other)
  cpSync(join(other, 'debrief.sqlite.key.json'), join(folder, 'debrief.sqlite.key.json'))
  const to = join(root, 'from-foreign')
  expect(() => salvageWorkspace(folder, to, Date.now)).toThrow(
    'No page of this workspace opens with its key: the key file beside it belongs to another one, or all of it is damaged. Nothing was changed.',
  )
  expect(filesIn(root).filter((name) => name.includes('from-foreign'))).toEqual([])
  lock(other)
})
