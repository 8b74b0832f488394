import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { expect, test } from 'vitest'
import { directClient } from '../../engine/direct-client.ts'
import { createEngine } from '../../engine/index.ts'
import { newestVersion } from '../../engine/store/index.ts'
import { migrations } from '../../engine/store/migrations/index.ts'
import { columnsOf, tablesOf } from '../support/golden/fill-table.ts'
import { unpackGolden } from '../support/golden/golden-file.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

type Rows = Map<string, { columns: string[]; rows: Record<string, unknown>[] }>

/** What every table of a file holds. */
function rowsIn(file: string): Rows {
  const database = new Database(file, { readonly: true })
  try {
    return new Map(
      tablesOf(database).map((table) => [
        table,
        {
          columns: columnsOf(database, table).map(({ name }) => name),
          rows: database.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[],
        },
      ]),
    )
  } finally {
    database.close()
  }
}

/** Rows as texts, of some columns only. */
const only = (columns: readonly string[], rows: readonly Record<string, unknown>[]) =>
  rows.map((row) => JSON.stringify(columns.map((name) => row[name]))).toSorted()

/** What a migration takes away on purpose: what is kept of figures, and the number that tells whether it is current. */
const DERIVED = new Set(['human_evaluations'])
const isGivenUp = (table: string, row: string, version: number) =>
  table === 'settings' && version < 150 && /^\["(driver-measures|facts-revision)"/.test(row)

test.each(migrations.map(({ version }) => version))(
  'a workspace of schema %i is brought to the newest with every row it had, after a copy was kept',
  async (version) => {
    const workspace = join(temporaryFolder(), 'workspace')
    mkdirSync(workspace)
    const file = join(workspace, 'debrief.sqlite')
    unpackGolden(version, file)
    const golden = readFileSync(file)
    const before = rowsIn(file)
    for (const [table, { rows }] of before) expect({ table, n: rows.length }).not.toEqual({ table, n: 0 })

    const engine = await createEngine({ workspace, takesPaths: true })
    const client = directClient(engine)
    expect(await client.workspace.check()).toMatchObject({ ok: true, problems: [] })
    expect((await client.audit.verify({ heads: [] })).broken).toBeNull()
    expect((await client.coaching.rank({})).agents.length).toBeGreaterThan(0)
    await engine.close()
    expect(readdirSync(workspace).filter((name) => /-(wal|shm|journal)$/.test(name))).toEqual([])

    const after = rowsIn(file)
    for (const [table, { columns, rows }] of before) {
      const now = after.get(table)
      // what is only worked out from something else may be gone, or be a view
      if (!now && DERIVED.has(table)) continue
      // a job that was left unfinished is marked as interrupted, and what it was to do is forgotten
      const ofJobs = ['id', 'kind', 'label']
      // and since 160 what rules answered before is answered again
      const ofRules = ['evaluation_id', 'scorecard_id', 'transcript_id']
      const compared = table === 'jobs' ? ofJobs : table === 'rule_evaluations' ? ofRules : columns
      const shared = compared.filter((name) => now?.columns.includes(name))
      const there = new Set(only(shared, now?.rows ?? []))
      const gone = only(shared, rows).filter((row) => !there.has(row) && !isGivenUp(table, row, version))
      expect({ table, gone }).toEqual({ table, gone: [] })
    }

    const copy = `${file}.before-${newestVersion}`
    expect(existsSync(copy)).toBe(version < newestVersion)
    if (version < newestVersion) expect(rowsIn(copy)).toEqual(before)
    else expect(readFileSync(file).length).toBe(golden.length)
  },
)
