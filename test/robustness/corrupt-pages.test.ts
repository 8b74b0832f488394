import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { directClient } from '../../engine/direct-client.ts'
import { createEngine } from '../../engine/index.ts'
import { salvageWorkspace, type SalvageReport } from '../../engine/salvaging.ts'
import { connect, findDamage } from '../../engine/store/index.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'
import { damages, overwrite } from './support/damaging.ts'
import { aFilledWorkspace } from './support/kills/a-workspace.ts'
import { holdAgainst, newTally, openingTells, printTally, rowsOf } from './support/saved-of-damaged.ts'

/** How many pages of the file are damaged in each way: some here, all of them with DEBRIEF_PAGES=all. */
const PAGES = process.env['DEBRIEF_PAGES'] === 'all' ? Number.POSITIVE_INFINITY : 12
const root = makeTemporaryFolder()
const sound = join(root, 'own')
const tally = newTally()
let truth: Map<string, number>
let pages: number

beforeAll(async () => {
  await aFilledWorkspace(root)
  const engine = await createEngine({ workspace: sound, takesPaths: true })
  const client = directClient(engine)
  await client.jobs.analyze()
  await engine.close()
  truth = rowsOf(sound)
  pages = readFileSync(join(sound, 'debrief.sqlite')).length / 4096
}, 60_000)

afterAll(() => {
  rmSync(root, { recursive: true, force: true })
  printTally('corrupt pages', tally)
})

/** Saves what can be read, and holds the report and the new workspace against what there was. */
async function saveAndCheck(folder: string, to: string): Promise<SalvageReport> {
  const before = readFileSync(join(folder, 'debrief.sqlite'))
  const report = salvageWorkspace(folder, to, Date.now)
  expect(readFileSync(join(folder, 'debrief.sqlite')).equals(before)).toBe(true)
  await holdAgainst(truth, report, tally)
  return report
}

/** Everything the tables hold, but the inner ones of the search index. */
function contentOf(folder: string): string {
  const database = connect(join(folder, 'debrief.sqlite'), 'read')
  try {
    return [...truth.keys()]
      .filter((name) => !name.startsWith('segment_search'))
      .map((name) => JSON.stringify([name, database.raw.prepare(`SELECT * FROM "${name}"`).all()]))
      .join('\n')
  } finally {
    database.raw.close()
  }
}

/** Whether `debrief check` finds something, or cannot even look. */
function isFoundByCheck(folder: string): boolean {
  let database: ReturnType<typeof connect> | null = null
  try {
    database = connect(join(folder, 'debrief.sqlite'), 'read')
    return findDamage(database).length > 0
  } catch {
    return true
  } finally {
    database?.raw.close()
  }
}

const SWAPPED = 'a page of another table'

test('a page of another table in the place of one is told on opening or found by the check, or every table holds what it did', async () => {
  const counts = { onOpening: 0, byCheck: 0, nothingLost: 0 }
  const before = contentOf(sound)
  const step = Math.max(1, pages / PAGES)
  for (let place = 1; place <= pages; place += step) {
    const page = Math.floor(place)
    const folder = join(root, 'swapped')
    rmSync(folder, { recursive: true, force: true })
    cpSync(sound, folder, { recursive: true })
    damages[SWAPPED]!(join(folder, 'debrief.sqlite'), page)
    const isFound = isFoundByCheck(folder)
    const isSame = isFound || contentOf(folder) === before
    if ((await openingTells(folder)) !== null) counts.onOpening += 1
    else if (isFound) counts.byCheck += 1
    else {
      expect({ page, isSame }).toEqual({ page, isSame: true })
      counts.nothingLost += 1
    }
  }
  process.stdout.write(
    `pages of another table: ${counts.onOpening} told on opening, ${counts.byCheck} found by the check, ${counts.nothingLost} where nothing is lost\n`,
  )
  expect(counts.onOpening).toBeGreaterThan(0)
}, 3_600_000)

test('an index of a part of a table that has the entries of another is found by the check', () => {
  const folder = join(root, 'overfull')
  cpSync(sound, folder, { recursive: true })
  const file = join(folder, 'debrief.sqlite')
  const database = new Database(file, { readonly: true })
  const [from, to] = ['transcripts_by_content', 'evaluations_by_content'].map((name) =>
    Number(database.prepare('SELECT rootpage FROM sqlite_master WHERE name = ?').pluck().get(name)),
  ) as [number, number]
  database.close()
  overwrite(file, (to - 1) * 4096, readFileSync(file).subarray((from - 1) * 4096, from * 4096))
  const opened = connect(file, 'read')
  expect(findDamage(opened)).toEqual(['wrong number of entries in index evaluations_by_content'])
  opened.raw.close()
})

const noticed = Object.keys(damages).filter((kind) => kind !== SWAPPED)

describe.each(noticed)('%s', (kind) => {
  test('in any page is told before anything is written, and the rest is saved', async () => {
    const step = Math.max(1, pages / PAGES)
    for (let place = 1; place <= pages; place += step) {
      const page = Math.floor(place)
      const folder = join(root, 'damaged')
      rmSync(folder, { recursive: true, force: true })
      rmSync(join(root, 'saved'), { recursive: true, force: true })
      cpSync(sound, folder, { recursive: true })
      const file = join(folder, 'debrief.sqlite')
      damages[kind]!(file, page)
      const damagedBytes = readFileSync(file)
      tally.damaged += 1
      const told = await openingTells(folder)
      if (told === null) {
        // a free page, or one that is filled with what it had: nothing is lost
        tally.unnoticed += 1
        expect({ page, rows: rowsOf(folder) }).toEqual({ page, rows: truth })
      } else {
        tally.told += 1
        expect(told).toMatch(
          /^The workspace file is damaged.*nothing is written to it any more, and .* is a copy.*\.$/,
        )
        expect(told.split('\n')).toHaveLength(1)
        expect(readFileSync(file).equals(damagedBytes)).toBe(true)
        expect(readFileSync(`${file}.damaged`).equals(damagedBytes)).toBe(true)
        expect(existsSync(join(folder, 'debrief.damaged'))).toBe(true)
        await saveAndCheck(folder, join(root, 'saved')).catch((error: unknown) => {
          throw new Error(`${kind} in page ${page}: ${String(error)}`, { cause: error })
        })
      }
    }
  }, 3_600_000)
})

test('a head of a file that is gone costs no row', async () => {
  const folder = join(root, 'headless')
  cpSync(sound, folder, { recursive: true })
  overwrite(join(folder, 'debrief.sqlite'), 0, Buffer.alloc(100, 0x5a))
  expect(await openingTells(folder)).toMatch(/damaged/)
  const { tables } = await saveAndCheck(folder, join(root, 'from-headless'))
  expect(tables.filter(({ lost }) => lost !== 0)).toEqual([])
})

test('a torn log beside the file costs what was in it, and nothing else', async () => {
  const folder = join(root, 'torn')
  const engine = await createEngine({ workspace: sound, takesPaths: true })
  const client = directClient(engine)
  await client.merging.setName({ name: 'North' })
  await client.merging.setName({ name: 'South' })
  cpSync(sound, folder, { recursive: true })
  await engine.close()
  const wal = join(folder, 'debrief.sqlite-wal')
  const length = readFileSync(wal).length
  expect(length).toBeGreaterThan(3 * 4096)
  overwrite(wal, length - 2000, Buffer.alloc(1500, 0x3c))
  const saved = salvageWorkspace(folder, join(root, 'from-torn'), Date.now)
  expect(saved.tables.filter(({ lost }) => lost !== 0)).toEqual([])
  // as SQLite itself does with a torn log: what was committed before it stands
  const reopened = await createEngine({ workspace: folder, takesPaths: true })
  expect(await directClient(reopened).workspace.check()).toMatchObject({ ok: true, problems: [] })
  await reopened.close()
})
