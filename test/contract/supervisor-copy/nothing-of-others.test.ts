import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../../../engine/store/index.ts'
import { finished } from '../../support/merging.ts'
import { openPlantedTeams, type PlantedTeams } from '../../support/planted-teams.ts'

let planted: PlantedTeams
let directory: string
beforeAll(async () => {
  planted = await openPlantedTeams()
  directory = join(planted.workspace.folder, 'robin')
  const { client } = planted.workspace
  await finished(
    client,
    client.supervisorCopies.start({ teamIds: [planted.east.teamId], name: 'Robin', directory }),
  )
}, 120_000)
afterAll(() => planted.workspace.close())

/** Every cell of every table, as whoever opens the file with SQLite sees it, the index and what SQLite keeps for itself included. */
function* everyCell(file: string): Generator<{ table: string; text: string }> {
  const database = connect(file, 'read')
  try {
    const tables = database.raw
      .prepare("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
      .pluck()
      .all() as string[]
    for (const table of tables)
      for (const row of database.raw.prepare(`SELECT * FROM "${table}"`).raw().all() as unknown[][])
        for (const cell of row)
          if (typeof cell === 'string' || Buffer.isBuffer(cell))
            yield { table, text: Buffer.from(cell).toString('latin1') }
  } finally {
    database.raw.close()
  }
}

function filesOf(folder: string): { name: string; bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => ({ name: entry.name, bytes: readFileSync(join(entry.parentPath, entry.name)) }))
}

/** What is planted of the other team, of days outside of the own one, or of what stays with whoever wrote it. */
const FOREIGN = /qzw[nt][a-z0-9]*|qzwg[a-z]*|wordqzw[a-z0-9]*|qz[ew]tprivate/gi

test('no table and no file of the copy holds a name, an id or a word of anybody else, or of days outside of the team', () => {
  const found = [...everyCell(join(directory, 'debrief.sqlite'))].flatMap(({ table, text }) =>
    [...text.matchAll(FOREIGN)].map(([word]) => `${table}: ${word}`),
  )
  expect(found).toEqual([])
  const inFiles = filesOf(directory).flatMap(({ name, bytes }) =>
    [...bytes.toString('latin1').matchAll(FOREIGN)].map(([word]) => `${name}: ${word}`),
  )
  expect(inFiles).toEqual([])
})

test('what is of the team on its days is all there', () => {
  const all = [...everyCell(join(directory, 'debrief.sqlite'))].map(({ text }) => text).join('\n')
  const own = [
    'Qzenarla',
    'Qzenfurn',
    'qzetmove2x',
    'qzetcomment0',
    'qzetsurvey3',
    'qzetsubject1',
    'qzetshared',
    'qzetmark',
    'qzetbehaviour',
    'wordqzetarla2x',
    'qzegfinding',
  ]
  expect(own.filter((word) => !all.includes(word))).toEqual([])
})
