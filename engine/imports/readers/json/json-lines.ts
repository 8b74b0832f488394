import { basename } from 'node:path'
import { t } from '#speech'
import { fileProblem } from '../file-problems.ts'
import { createRowDelivery, type RowDelivery } from '../row-batches.ts'
import { readTextChunks, type FileState } from '../text-chunks.ts'
import type { DetectedEncoding } from '../text-decoding.ts'
import { readTranscripts } from '../transcripts/read-transcripts.ts'
import type {
  OnRowBatch,
  OpenedFile,
  ParsedTranscript,
  ReadRowsOptions,
  RowProblem,
  RowsRead,
} from '../types.ts'
import { isTooDeep } from '../../../json-depth.ts'
import { parseJson } from './parse-json.ts'
import { recordColumns, type RecordColumns } from './record-columns.ts'
import { isEvaluationTree, isObject } from './record-list.ts'

const longestLine = 64 << 20
const recordsForColumns = 5000

/** Whether the first line is a whole JSON object and another one begins below it. */
export function looksLikeJsonLines(head: string): boolean {
  const [first = '', second = ''] = head
    .replace(/^\ufeff/, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return first.startsWith('{') && second.startsWith('{') && parsed(first).isObject
}

/** Opens JSON lines. Lines that are no record become row problems; rows are numbered by line. */
export async function openJsonLines(
  file: FileState,
  detected: DetectedEncoding,
  wholeBytes: number,
): Promise<OpenedFile> {
  const isSmall = file.sizeBytes <= wholeBytes
  const records: unknown[] = []
  for await (const line of readLines(file, detected)) {
    const { value, isObject: isRecord } = parsed(line)
    if (isRecord) records.push(value)
    if (!isSmall && records.length >= recordsForColumns) break
  }
  if (records.length === 0) throw fileProblem('no-rows', file.path)
  if (isSmall) {
    const transcripts = transcriptsOf(records, basename(file.path))
    if (transcripts !== null) return { form: 'transcripts', format: 'jsonl', transcripts }
    if (records.every((record) => isEvaluationTree(record)))
      return { form: 'document', format: 'json', document: records }
  }
  const columns = recordColumns(records)
  return {
    form: 'table',
    format: 'jsonl',
    details: {
      encoding: detected.encoding,
      hasByteOrderMark: detected.byteOrderMarkLength > 0,
      delimiter: null,
      hiddenSheets: [],
      recordPath: '',
    },
    tables: [
      {
        name: null,
        isHidden: false,
        columns: columns.names,
        headerRows: [],
        preamble: [],
        firstDataRow: 1,
        sample: records.slice(0, 200).map((record) => columns.rowOf(record, 1).row),
        rows: (onBatch, options) => readRows(file, detected, columns, onBatch, options),
      },
    ],
  }
}

function transcriptsOf(records: unknown[], fileName: string): ParsedTranscript[] | null {
  const transcripts: ParsedTranscript[] = []
  for (const record of records) {
    const found = readTranscripts(record, fileName)
    if (found === null) return null
    transcripts.push(...found)
  }
  return transcripts
}

async function readRows(
  file: FileState,
  detected: DetectedEncoding,
  columns: RecordColumns,
  onBatch: OnRowBatch,
  options?: ReadRowsOptions,
): Promise<RowsRead> {
  const delivery = createRowDelivery(onBatch, {
    columnCount: columns.names.length,
    firstDataRow: 1,
    reportsWidth: false,
  })
  const batch = createLineBatch(columns, delivery)
  for await (const line of readLines(file, detected, options)) {
    const waiting = batch.take(line)
    if (waiting !== undefined) await waiting
  }
  await batch.flush()
  return delivery.result()
}

interface LineBatch {
  take: (line: string) => Promise<void> | undefined
  flush: () => Promise<void> | undefined
}

/** Gathers the rows of consecutive sound lines; a line that is none ends the batch. */
function createLineBatch(columns: RecordColumns, delivery: RowDelivery): LineBatch {
  let lineNumber = 0
  let rows: string[][] = []
  let problems: RowProblem[] = []

  const flush = (): Promise<void> | undefined => {
    if (rows.length === 0 && problems.length === 0) return undefined
    const complete = { rows, problems }
    rows = []
    problems = []
    return delivery.deliver(lineNumber - complete.rows.length + 1, complete.rows, complete.problems)
  }
  return {
    take: (line) => {
      const text = line.trim()
      const {
        value,
        isObject: isRecord,
        isJson,
      } = text === '' ? { value: null, isObject: false, isJson: true } : parsed(text)
      if (isRecord) {
        lineNumber++
        const { row, problem } = columns.rowOf(value, lineNumber)
        rows.push(row)
        if (problem !== null) problems.push(problem)
        return rows.length >= 2000 ? flush() : undefined
      }
      const waiting = flush()
      lineNumber++
      if (text !== '') problems.push(lineProblem(text, lineNumber, isJson))
      return waiting
    },
    flush,
  }
}

function lineProblem(text: string, rowNumber: number, isJson: boolean): RowProblem {
  return {
    rowNumber,
    code: isJson ? 'not-a-record' : 'not-json',
    message: isJson
      ? t`Line ${{ rowNumber }} holds no record.`
      : t`Line ${{ rowNumber }} is no complete JSON.`,
    text: text.slice(0, 2000),
  }
}

function parsed(line: string): { value: unknown; isObject: boolean; isJson: boolean } {
  try {
    const value = parseJson(line)
    return { value, isObject: isObject(value) && !isTooDeep(value), isJson: true }
  } catch {
    return { value: null, isObject: false, isJson: false }
  }
}

async function* readLines(
  file: FileState,
  detected: DetectedEncoding,
  options?: ReadRowsOptions,
): AsyncGenerator<string, void, void> {
  let rest = ''
  for await (const chunk of readTextChunks(file, detected, options)) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > longestLine) throw fileProblem('too-large', file.path)
    yield* lines
  }
  if (rest !== '') yield rest
}
