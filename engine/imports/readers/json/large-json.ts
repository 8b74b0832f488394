import { t } from '#speech'
import { fileProblem } from '../file-problems.ts'
import { createRowDelivery } from '../row-batches.ts'
import { readTextChunks, type FileState } from '../text-chunks.ts'
import type { DetectedEncoding } from '../text-decoding.ts'
import {
  FileProblem,
  type OnRowBatch,
  type OpenedTables,
  type ReadRowsOptions,
  type RowProblem,
  type RowsRead,
} from '../types.ts'
import { createElementScanner, type JsonElement } from './element-scanner.ts'
import { isTooDeep } from '../../../json-depth.ts'
import { parseJson } from './parse-json.ts'
import { recordColumns, type RecordColumns } from './record-columns.ts'
import { isObject } from './record-list.ts'

const recordsForColumns = 5000

/**
 * Opens JSON that is too large to be parsed at once: its longest list is the list of records, each parsed
 * by itself. Columns come from the first 5,000 records; fields that appear later become row problems.
 */
export async function openLargeJson(file: FileState, detected: DetectedEncoding): Promise<OpenedTables> {
  const recordPath = await longestList(file, detected)
  const first: unknown[] = []
  for await (const elements of readElements(file, detected, recordPath)) {
    for (const { text } of elements) {
      const record = parsedRecord(text)
      if (record !== null && first.length < recordsForColumns) first.push(record)
    }
    if (first.length >= recordsForColumns) break
  }
  if (first.length === 0) throw fileProblem('no-rows', file.path)
  const columns = recordColumns(first)
  return {
    form: 'table',
    format: 'json',
    details: {
      encoding: detected.encoding,
      hasByteOrderMark: detected.byteOrderMarkLength > 0,
      delimiter: null,
      hiddenSheets: [],
      recordPath,
    },
    tables: [
      {
        name: null,
        isHidden: false,
        columns: columns.names,
        headerRows: [],
        preamble: [],
        firstDataRow: 1,
        sample: first.slice(0, 200).map((record) => columns.rowOf(record, 1).row),
        rows: (onBatch, options) => readRows(file, detected, recordPath, columns, onBatch, options),
      },
    ],
  }
}

async function readRows(
  file: FileState,
  detected: DetectedEncoding,
  recordPath: string,
  columns: RecordColumns,
  onBatch: OnRowBatch,
  options?: ReadRowsOptions,
): Promise<RowsRead> {
  const delivery = createRowDelivery(onBatch, {
    columnCount: columns.names.length,
    firstDataRow: 1,
    reportsWidth: false,
  })
  let recordNumber = 0
  for await (const elements of readElements(file, detected, recordPath, options)) {
    const rows: string[][] = []
    const problems: RowProblem[] = []
    const firstRowNumber = recordNumber + 1
    for (const { text } of elements) {
      recordNumber++
      const record = parsedRecord(text)
      const { row, problem } =
        record === null ? brokenRecord(text, recordNumber) : columns.rowOf(record, recordNumber)
      rows.push(row)
      if (problem !== null) problems.push(problem)
    }
    const waiting = delivery.deliver(firstRowNumber, rows, problems)
    if (waiting !== undefined) await waiting
  }
  return delivery.result()
}

/** An empty row keeps the numbering; empty rows are not delivered. */
function brokenRecord(text: string, rowNumber: number): { row: string[]; problem: RowProblem } {
  const message = t`Record ${{ rowNumber }} is no complete record.`
  return { row: [], problem: { rowNumber, code: 'not-json', message, text: text.slice(0, 2000) } }
}

function parsedRecord(text: string): Record<string, unknown> | null {
  try {
    const value = parseJson(text)
    return isObject(value) && !isTooDeep(value) ? value : null
  } catch {
    return null
  }
}

async function longestList(file: FileState, detected: DetectedEncoding): Promise<string> {
  const counts = new Map<string, number>()
  for await (const elements of readElements(file, detected, null)) {
    for (const { path } of elements) counts.set(path, (counts.get(path) ?? 0) + 1)
  }
  const [longest] = [...counts].toSorted((one, other) => other[1] - one[1])
  if (longest === undefined) throw fileProblem('too-large', file.path)
  return longest[0]
}

async function* readElements(
  file: FileState,
  detected: DetectedEncoding,
  wantedPath: string | null,
  options?: ReadRowsOptions,
): AsyncGenerator<JsonElement[], void, void> {
  const scanner = createElementScanner(wantedPath)
  try {
    for await (const chunk of readTextChunks(file, detected, options)) {
      const elements = scanner.scan(chunk)
      yield wantedPath === null ? elements : elements.filter(({ path }) => path === wantedPath)
    }
  } catch (error) {
    throw error instanceof RangeError && !(error instanceof FileProblem)
      ? fileProblem('too-large', file.path)
      : error
  }
  if (!scanner.isComplete()) throw fileProblem('torn', file.path)
}
