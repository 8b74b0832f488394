import { basename } from 'node:path'
import { t } from '#speech'
import { fileProblem } from '../file-problems.ts'
import { createRowDelivery } from '../row-batches.ts'
import { readTextChunks, type FileState } from '../text-chunks.ts'
import type { DetectedEncoding } from '../text-decoding.ts'
import { readTranscripts } from '../transcripts/read-transcripts.ts'
import type {
  OnRowBatch,
  OpenedFile,
  OpenedTable,
  OpenedTables,
  ReadRowsOptions,
  RowProblem,
  RowsRead,
} from '../types.ts'
import { findGrid, gridTable } from './grid.ts'
import { looksLikeJsonLines, openJsonLines } from './json-lines.ts'
import { isTooDeep } from '../../../json-depth.ts'
import { openLargeJson } from './large-json.ts'
import { parseJson } from './parse-json.ts'
import { recordColumns, type RecordColumns } from './record-columns.ts'
import { findRecordList, isEvaluationTree, isObject, type RecordList } from './record-list.ts'

/** Up to here a JSON file is parsed whole; beyond, its list of records is streamed. */
export const wholeJsonBytes = 64 << 20

/**
 * Opens JSON and JSON lines: transcripts of any vendor, a list of records (behind any wrapper), or a tree
 * for the importer to judge. Throws FileProblem 'torn', 'damaged', 'too-deep' or 'no-rows'.
 */
export async function openJson(
  file: FileState,
  detected: DetectedEncoding,
  head: string,
  wholeBytes = wholeJsonBytes,
): Promise<OpenedFile> {
  if (looksLikeJsonLines(head)) return openJsonLines(file, detected, wholeBytes)
  if (file.sizeBytes > wholeBytes) return openLargeJson(file, detected)
  const parts: string[] = []
  for await (const chunk of readTextChunks(file, detected)) parts.push(chunk)
  const value = parseWhole(parts.join(''), file.path)
  if (isTooDeep(value)) throw fileProblem('too-deep', file.path)
  const transcripts = readTranscripts(value, basename(file.path))
  if (transcripts !== null) return { form: 'transcripts', format: 'json', transcripts }
  if (isEvaluationTree(value)) return { form: 'document', format: 'json', document: value }
  const grid = findGrid(value)
  const list = grid !== null || hasNothing(value) ? null : findRecordList(value)
  if (list !== null) return openRecords(list, file, detected)
  const table = grid === null ? null : gridTable(grid)
  if (grid !== null && table !== null) return tableFile([table], grid.path, detected)
  if (isObject(value) && !hasNothing(value)) return { form: 'document', format: 'json', document: value }
  throw fileProblem(
    'no-rows',
    file.path,
    (name) => t`${{ name }} holds no records; export it again with a period that holds data.`,
  )
}

function parseWhole(text: string, path: string): unknown {
  try {
    return parseJson(text.replace(/^\ufeff/, ''))
  } catch (error) {
    const isCutOff = error instanceof SyntaxError && /end of JSON|Unterminated string/i.test(error.message)
    throw fileProblem(isCutOff ? 'torn' : 'damaged', path)
  }
}

function hasNothing(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  if (!isObject(value)) return true
  const inner = Object.values(value)
  const lists = inner.filter((one) => Array.isArray(one))
  return (
    inner.length === 0 ||
    (lists.length > 0 && lists.every((list) => list.length === 0) && !inner.some(isFilledObject))
  )
}

function isFilledObject(value: unknown): boolean {
  return isObject(value) && Object.values(value).some((inner) => typeof inner === 'object' && inner !== null)
}

function openRecords(list: RecordList, file: FileState, detected: DetectedEncoding): OpenedTables {
  const columns = recordColumns(list.records)
  const sample = list.records.slice(0, 200).map((record) => columns.rowOf(record, 1).row)
  const table: OpenedTable = {
    name: null,
    isHidden: false,
    columns: columns.names,
    headerRows: [],
    preamble: [],
    firstDataRow: 1,
    sample,
    rows: (onBatch, options) => deliverRecords(list.records, columns, file.path, onBatch, options),
  }
  return tableFile([table], list.path, detected)
}

function tableFile(tables: OpenedTable[], recordPath: string, detected: DetectedEncoding): OpenedTables {
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
    tables,
  }
}

const recordsPerBatch = 2000

async function deliverRecords(
  records: readonly unknown[],
  columns: RecordColumns,
  path: string,
  onBatch: OnRowBatch,
  options: ReadRowsOptions = {},
): Promise<RowsRead> {
  const delivery = createRowDelivery(onBatch, {
    columnCount: columns.names.length,
    firstDataRow: 1,
    reportsWidth: false,
  })
  for (let start = 0; start < records.length; start += recordsPerBatch) {
    options.signal?.throwIfAborted()
    const problems: RowProblem[] = []
    const rows = records.slice(start, start + recordsPerBatch).map((record, index) => {
      const { row, problem } = columns.rowOf(record, start + index + 1)
      if (problem !== null) problems.push(problem)
      return row
    })
    const waiting = delivery.deliver(start + 1, rows, problems)
    if (waiting !== undefined) await waiting
    options.onProgress?.(Math.min((start + recordsPerBatch) / records.length, 1))
  }
  if (records.length === 0) throw fileProblem('no-rows', path)
  return delivery.result()
}
