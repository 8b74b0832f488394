import { Parser } from 'htmlparser2'
import { t } from '#speech'
import { fileProblem } from './file-problems.ts'
import { createRowDelivery, deliverAll } from './row-batches.ts'
import { lookedAtRows, shapeOf } from './table-shape.ts'
import type { FileState } from './text-chunks.ts'
import { readTextChunks } from './text-chunks.ts'
import type { DetectedEncoding } from './text-decoding.ts'
import type { OpenedTable, OpenedTables } from './types.ts'

const largestPageBytes = 96 << 20
const mostCells = 5_000_000
const widestSpan = 1000
/** The parser's time grows with the square of what is open. */
const deepestElement = 5000

/**
 * Opens a page whose tables are the data, which is what many reporting tools call '.xls'. Cells spanning
 * rows stand in each of them; cells spanning columns in the first. Pages are read whole, up to 96 MB.
 */
export async function openHtml(file: FileState, detected: DetectedEncoding): Promise<OpenedTables> {
  if (file.sizeBytes > largestPageBytes) throw fileProblem('too-large', file.path)
  const reader = createTableReader(file.path)
  for await (const chunk of readTextChunks(file, detected)) reader.write(chunk)
  const tables = reader.end().flatMap(({ caption, rows }) => openedTable(caption, rows))
  if (tables.length === 0)
    throw fileProblem(
      'no-rows',
      file.path,
      (name) => t`${{ name }} is a page without a table of data; export the report as CSV or Excel.`,
    )
  return {
    form: 'table',
    format: 'html',
    details: {
      encoding: detected.encoding,
      hasByteOrderMark: detected.byteOrderMarkLength > 0,
      delimiter: null,
      hiddenSheets: [],
      recordPath: null,
    },
    tables,
  }
}

function openedTable(name: string | null, rows: string[][]): OpenedTable[] {
  const shape = shapeOf(rows.slice(0, lookedAtRows))
  if (shape === null || shape.sample.length === 0) return []
  const { columns, firstDataRow } = shape
  return [
    {
      name,
      isHidden: false,
      ...shape,
      rows: (onBatch, options = {}) =>
        deliverAll(
          rows,
          1,
          createRowDelivery(onBatch, { columnCount: columns.length, firstDataRow, reportsWidth: false }),
          options,
        ),
    },
  ]
}

interface TableInWork {
  caption: string | null
  rows: string[][]
  row: string[] | null
  cell: { text: string; columns: number; rows: number } | null
  /** Cells from rows above that reach into the rows below, by column. */
  reachingDown: Map<number, { text: string; rowsLeft: number }>
  isInCaption: boolean
}

interface TableReader {
  write: (text: string) => void
  end: () => { caption: string | null; rows: string[][] }[]
}

function createTableReader(path: string): TableReader {
  const open: TableInWork[] = []
  const found: { caption: string | null; rows: string[][] }[] = []
  let cells = 0
  let repeatedCharacters = 0
  let silent = 0
  let depth = 0

  /** Takes what reaches down from the rows above; a few cells that reach far would fill the memory, too. */
  const takeFromAbove = (table: TableInWork, row: string[]): void => {
    for (const text of reachingDown(table, row)) {
      repeatedCharacters += text.length
      if (++cells > mostCells || repeatedCharacters > largestPageBytes) throw fileProblem('too-large', path)
      row.push(text)
    }
  }

  const endCell = (table: TableInWork): void => {
    const { cell, row } = table
    if (cell === null || row === null) return
    table.cell = null
    takeFromAbove(table, row)
    const text = tidy(cell.text)
    cells += cell.columns
    if (cells > mostCells) throw fileProblem('too-large', path)
    if (cell.rows > 1) table.reachingDown.set(row.length, { text, rowsLeft: cell.rows - 1 })
    row.push(text)
    for (let extra = 1; extra < cell.columns; extra++) row.push('')
  }
  const endRow = (table: TableInWork): void => {
    endCell(table)
    if (table.row === null) return
    takeFromAbove(table, table.row)
    table.rows.push(table.row)
    table.row = null
  }
  const endTable = (): void => {
    const table = open.pop()
    if (table === undefined) return
    endRow(table)
    // A table around tables is page layout.
    if (table.rows.length > 0) found.push({ caption: table.caption, rows: table.rows })
  }

  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (++depth > deepestElement) throw fileProblem('too-deep', path)
        const table = open.at(-1)
        if (name === 'table') {
          if (open.length >= 16) throw fileProblem('too-deep', path)
          open.push({
            caption: null,
            rows: [],
            row: null,
            cell: null,
            reachingDown: new Map(),
            isInCaption: false,
          })
        } else if (name === 'script' || name === 'style') silent++
        else if (table === undefined) return
        else if (name === 'tr') {
          endRow(table)
          table.row = []
        } else if (name === 'td' || name === 'th') {
          endCell(table)
          table.row ??= []
          table.cell = { text: '', columns: span(attributes['colspan']), rows: span(attributes['rowspan']) }
        } else if (name === 'br' && table.cell !== null) table.cell.text += '\u0001'
        else if (name === 'caption') table.isInCaption = true
      },
      ontext: (text) => {
        const table = open.at(-1)
        if (table === undefined || silent > 0) return
        if (table.cell !== null) table.cell.text += text
        else if (table.isInCaption) table.caption = `${table.caption ?? ''}${text}`.trim().slice(0, 200)
      },
      onclosetag: (name) => {
        depth--
        const table = open.at(-1)
        if (name === 'script' || name === 'style') silent = Math.max(0, silent - 1)
        else if (table === undefined) return
        else if (name === 'td' || name === 'th') endCell(table)
        else if (name === 'tr') endRow(table)
        else if (name === 'caption') table.isInCaption = false
        else if (name === 'table') endTable()
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  return {
    write: (text) => parser.write(text),
    end: () => {
      parser.end()
      while (open.length > 0) endTable()
      return found.filter(({ rows }) => rows.some((row) => row.length > 1))
    },
  }
}

/** The texts of cells above that reach into a row from its end on, one after the other as the row grows. */
function* reachingDown(table: TableInWork, row: readonly string[]): Generator<string> {
  for (let column = row.length; ; column = row.length) {
    const reaching = table.reachingDown.get(column)
    if (reaching === undefined) return
    reaching.rowsLeft--
    if (reaching.rowsLeft === 0) table.reachingDown.delete(column)
    yield reaching.text
  }
}

function span(given: string | undefined): number {
  const value = Number(given ?? 1)
  return Number.isInteger(value) && value >= 1 ? Math.min(value, widestSpan) : 1
}

function tidy(text: string): string {
  return text
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/ ?\u0001 ?/g, '\n')
    .trim()
}
