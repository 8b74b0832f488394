import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  FileProblem,
  openFile,
  type OpenedTable,
  type OpenedTables,
  type ParsedTranscript,
  type RowProblem,
} from '../../../engine/imports/readers/index.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/** Writes a file for one test and gives its path. */
export function aFile(name: string, content: string | Buffer): string {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, content)
  return path
}

export async function openTables(name: string, content: string | Buffer): Promise<OpenedTables> {
  const opened = await openFile(aFile(name, content))
  if (opened.form !== 'table') throw new Error(`opened as ${opened.form}`)
  return opened
}

export async function openTranscripts(
  name: string,
  content: string | Buffer | object,
): Promise<ParsedTranscript[]> {
  const isText = typeof content === 'string' || Buffer.isBuffer(content)
  const opened = await openFile(aFile(name, isText ? content : JSON.stringify(content)))
  if (opened.form !== 'transcripts') throw new Error(`opened as ${opened.form}`)
  return opened.transcripts
}

export interface NumberedRow {
  rowNumber: number
  cells: string[]
}

/** Every row with its number, and the problems as they came with the batches. */
export async function readAll(
  table: OpenedTable | undefined,
): Promise<{ rows: NumberedRow[]; problems: RowProblem[]; emptyRows: number }> {
  if (table === undefined) throw new Error('no table')
  const rows: NumberedRow[] = []
  const problems: RowProblem[] = []
  const read = await table.rows((batch) => {
    for (const [index, cells] of batch.rows.entries())
      rows.push({ rowNumber: batch.firstRowNumber + index, cells })
    for (const problem of batch.problems) problems.push(problem)
  })
  if (read.rowsRead !== rows.length)
    throw new Error(`${read.rowsRead} rows reported, ${rows.length} delivered`)
  return { rows, problems, emptyRows: read.emptyRows }
}

/** Cells of every row, and the table they came from. */
export async function readTable(
  name: string,
  content: string | Buffer,
): Promise<{ table: OpenedTable; cells: string[][]; problems: RowProblem[] }> {
  const [table] = (await openTables(name, content)).tables
  const { rows, problems } = await readAll(table)
  if (table === undefined) throw new Error('no table')
  return { table, cells: rows.map((row) => row.cells), problems }
}

/** The problem a file is refused with. */
export async function problemOf(path: string): Promise<{ code: string; message: string }> {
  try {
    const opened = await openFile(path)
    if (opened.form === 'table') for (const table of opened.tables) await table.rows(() => undefined)
  } catch (error) {
    if (error instanceof FileProblem) return { code: error.code, message: error.message }
    throw error
  }
  throw new Error('the file was read')
}
