import { chmodSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { ExportDone, ExportTableName } from '../../shared/contract/exports.ts'
import type { RankedWindow } from '../coaching/index.ts'
import type { ReadableDatabase } from '../store/index.ts'
import { csvWriter, type TableWriter } from './csv-writer.ts'
import type { ExportTable } from './export-table.ts'
import { factTables } from './facts.store.ts'
import { agentTable, metricTable, rankingTable } from './result-tables.ts'

/** What is exported, and where to. */
export interface ExportAsk {
  format: 'csv' | 'parquet'
  directory: string
  tables: readonly ExportTableName[] | undefined
  withCustomers: boolean
}

/** Every table of an export, in the order of the documentation. */
export function exportTables(ranked: RankedWindow, withCustomers: boolean): ExportTable[] {
  return [
    agentTable(ranked.gathered.window.to),
    ...factTables(withCustomers),
    metricTable,
    rankingTable(ranked),
  ]
}

/**
 * Writes facts and results into a folder, one file a table. Everything is written beside its place and takes its name when all of it is there: an export
 * that fails leaves what was there before. Between pages others get their turn.
 */
export async function writeExport(
  database: ReadableDatabase,
  ranked: RankedWindow,
  { format, directory, tables, withCustomers }: ExportAsk,
): Promise<ExportDone> {
  const wanted = exportTables(ranked, withCustomers).filter(
    ({ name }) => tables === undefined || tables.some((one) => one === name),
  )
  const open = format === 'csv' ? csvWriter : (await import('./parquet-writer.ts')).parquetWriter
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const files: { table: string; file: string; unfinished: string; rows: number }[] = []
  let writer: TableWriter | null = null
  try {
    for (const table of wanted) {
      const file = path.join(directory, `${table.name}.${format}`)
      const one = { table: table.name, file, unfinished: `${file}.unfinished`, rows: 0 }
      files.push(one)
      writer = open(one.unfinished, table.columns)
      for (const rows of table.pages(database)) {
        writer.write(rows)
        one.rows += rows.length
        await setImmediate()
      }
      const finishing = writer
      writer = null
      finishing.finish()
    }
    for (const { file, unfinished } of files) {
      if (process.platform !== 'win32') chmodSync(unfinished, 0o600)
      renameSync(unfinished, file)
    }
  } catch (error) {
    writer?.abandon()
    for (const { unfinished } of files) rmSync(unfinished, { force: true })
    throw error
  }
  return {
    directory,
    files: files.map(({ table, file, rows }) => ({
      table,
      fileName: path.basename(file),
      rows,
      bytes: statSync(file).size,
    })),
  }
}
