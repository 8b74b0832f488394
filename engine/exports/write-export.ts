import { chmodSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { plural, t } from '#speech'
import type { ExportDone, ExportProgress, ExportTableName } from '../../shared/contract/exports.ts'
import type { RankedWindow } from '../coaching/index.ts'
import { mayScore } from '../governance/index.ts'
import type { ReadableDatabase } from '../store/index.ts'
import { csvWriter, type TableWriter } from './csv-writer.ts'
import type { ExportTable } from './export-table.ts'
import { factTables } from './facts.store.ts'
import { exportProblem, openFolder, removeUnfinished, unfinishedName } from './folder.ts'
import { agentTable, metricTable, rankingTable } from './result-tables.ts'

/** What is exported, and where to. */
export interface ExportAsk {
  format: 'csv' | 'parquet'
  directory: string
  tables: readonly ExportTableName[] | undefined
  withCustomers: boolean
}

/** How far an export is, and in the end what came of it, as far as the files know. */
type ExportStep = Omit<ExportProgress, 'done'> & { done: Omit<ExportDone, 'leftOut'> | null }

/** Every table of an export, in the order of the documentation; what automation scored only where the policy lets it score. */
export function exportTables(
  database: ReadableDatabase,
  ranked: RankedWindow,
  withCustomers: boolean,
): ExportTable[] {
  return [
    agentTable(ranked.gathered.window.to),
    ...factTables({ withCustomers, withAutomated: mayScore(database) }),
    metricTable,
    rankingTable(ranked),
  ]
}

/**
 * Writes facts and results into a folder, one file a table, and says after each page how far it is, and at last what came of it. Everything is written beside its place and takes its
 * name when all of it is there: an export that fails, or whose caller stops listening, leaves what was there before and nothing else. Between pages
 * others get their turn. Errors of the disk and of the folder are one sentence.
 */
export async function* writeExport(
  database: ReadableDatabase,
  ranked: RankedWindow,
  { format, directory, tables, withCustomers }: ExportAsk,
): AsyncGenerator<ExportStep, void, void> {
  const wanted = exportTables(database, ranked, withCustomers).filter(
    ({ name }) => tables === undefined || tables.some((one) => one === name),
  )
  const open = format === 'csv' ? csvWriter : (await import('./parquet-writer.ts')).parquetWriter
  const files = wanted.map(({ name }) => ({ table: name, fileName: `${name}.${format}`, rows: 0 }))
  const folder = exporting(directory, () =>
    openFolder(
      directory,
      files.map(({ fileName }) => fileName),
    ),
  )
  let writer: TableWriter | null = null
  let isDone = false
  try {
    const expected = wanted.map((table) => table.pageCount(database))
    const allPages = expected.reduce((sum, pages) => sum + pages, 0)
    let before = 0
    for (const [index, table] of wanted.entries()) {
      const file = files[index]!
      const own = exporting(directory, () =>
        open(unfinishedName(path.join(directory, file.fileName)), table.columns),
      )
      writer = own
      let pages = 0
      for (const rows of table.pages(database)) {
        exporting(directory, () => own.write(rows))
        file.rows += rows.length
        pages = Math.min(pages + 1, expected[index]!)
        yield {
          share: (before + pages) / (allPages + 1),
          step: t`Writing ${{ file: file.fileName }}: ${plural({ rows: file.rows }, { one: '# row', other: '# rows' })}`,
          done: null,
        }
        await setImmediate()
      }
      writer = null
      exporting(directory, () => own.finish())
      before += expected[index]!
    }
    exporting(directory, () => {
      for (const { fileName } of files) {
        const place = path.join(directory, fileName)
        if (process.platform !== 'win32') chmodSync(unfinishedName(place), 0o600)
        renameSync(unfinishedName(place), place)
      }
    })
    isDone = true
    const written = files.map((file) => ({
      ...file,
      bytes: statSync(path.join(directory, file.fileName)).size,
    }))
    yield { share: 1, step: t`Done`, done: { directory, files: written } }
  } finally {
    // whoever stops listening ends a generator here, too
    if (!isDone) {
      writer?.abandon()
      removeUnfinished(
        directory,
        format,
        wanted.map(({ name }) => name),
      )
      folder.removeIfMade()
    }
  }
}

function exporting<Result>(directory: string, task: () => Result): Result {
  try {
    return task()
  } catch (error) {
    throw exportProblem(error, directory)
  }
}
