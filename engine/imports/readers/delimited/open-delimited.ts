import { t } from '#speech'
import { fileProblem } from '../file-problems.ts'
import { createRowDelivery } from '../row-batches.ts'
import { lookedAtRows, shapeOf } from '../table-shape.ts'
import { readTextChunks, type FileState } from '../text-chunks.ts'
import type { DetectedEncoding } from '../text-decoding.ts'
import type { OnRowBatch, OpenedTables, ReadRowsOptions, RowProblem, RowsRead } from '../types.ts'
import { detectDelimiter, takeSeparatorLine } from './detect-delimiter.ts'
import { createRecordParser, type ParsedRecords } from './record-parser.ts'

const longestHead = 8 << 20

/**
 * Opens delimited text: delimiter, header and sample from its beginning; rows are streamed later.
 * Throws FileProblem 'empty' or 'no-rows' when there is no table in it.
 */
export async function openDelimited(file: FileState, detected: DetectedEncoding): Promise<OpenedTables> {
  const { text, isWhole } = await readHead(file, detected)
  const separator = takeSeparatorLine(text)
  const body = text.slice(separator?.length ?? 0)
  const delimiter = separator?.delimiter ?? detectDelimiter(body)
  const head = firstRecords(body, delimiter, isWhole)
  const shape = shapeOf(head)
  if (shape === null) throw fileProblem('empty', file.path)
  if (shape.sample.length === 0) throw fileProblem('no-rows', file.path)
  const plan = {
    delimiter,
    skippedLength: separator?.length ?? 0,
    columnCount: shape.columns.length,
    firstDataRow: shape.firstDataRow,
  }
  return {
    form: 'table',
    format: 'delimited',
    details: {
      encoding: detected.encoding,
      hasByteOrderMark: detected.byteOrderMarkLength > 0,
      delimiter,
      hiddenSheets: [],
      recordPath: null,
    },
    tables: [
      {
        name: null,
        isHidden: false,
        ...shape,
        rows: (onBatch, options) => readRows(file, detected, plan, onBatch, options),
      },
    ],
  }
}

/** A quote left open near the beginning may hide all that follows; then the text is taken as all there is. */
function firstRecords(text: string, delimiter: string, isWhole: boolean): string[][] {
  const { rows } = createRecordParser({ delimiter }).parse(text, isWhole)
  if (isWhole || rows.length >= 20) return rows.slice(0, lookedAtRows)
  const all = createRecordParser({ delimiter }).parse(text, true).rows
  // The last of them is cut off where the beginning ends.
  return all.slice(0, Math.min(lookedAtRows, Math.max(2, all.length - 1)))
}

interface ReadingPlan {
  delimiter: string
  skippedLength: number
  columnCount: number
  firstDataRow: number
}

async function readRows(
  file: FileState,
  detected: DetectedEncoding,
  plan: ReadingPlan,
  onBatch: OnRowBatch,
  options: ReadRowsOptions = {},
): Promise<RowsRead> {
  const parser = createRecordParser({ delimiter: plan.delimiter })
  parser.expectWidth(plan.columnCount)
  const delivery = createRowDelivery(onBatch, { ...plan, reportsWidth: true })
  let rowNumber = 1
  let toSkip = plan.skippedLength
  const take = async (parsed: ParsedRecords): Promise<void> => {
    const first = rowNumber
    rowNumber += parsed.rows.length
    const waiting = delivery.deliver(first, parsed.rows, problemsOf(parsed, first))
    if (waiting !== undefined) await waiting
  }
  for await (const chunk of readTextChunks(file, detected, options)) {
    const text = toSkip > 0 ? chunk.slice(toSkip) : chunk
    toSkip = Math.max(0, toSkip - chunk.length)
    if (text !== '') await take(parser.parse(text, false))
  }
  await take(parser.parse('', true))
  return delivery.result()
}

function problemsOf(parsed: ParsedRecords, firstRowNumber: number): RowProblem[] {
  return parsed.flaws.map(({ rowIndex, code }) => {
    const rowNumber = firstRowNumber + rowIndex
    const message =
      code === 'unclosed-quote'
        ? t`Row ${{ rowNumber }} opens a quote that is never closed; the line was read by itself.`
        : t`Row ${{ rowNumber }} holds quotes that are not doubled; check where its cells end.`
    return { rowNumber, code, message }
  })
}

/** Enough of the beginning for the rows that are looked at, or all of a small file. */
async function readHead(
  file: FileState,
  detected: DetectedEncoding,
): Promise<{ text: string; isWhole: boolean }> {
  let text = ''
  let lines = 0
  for await (const chunk of readTextChunks(file, detected)) {
    text += chunk
    for (let at = chunk.indexOf('\n'); at !== -1; at = chunk.indexOf('\n', at + 1)) lines++
    if (text.length >= longestHead || (lines > lookedAtRows * 20 && text.length < file.sizeBytes)) {
      return { text, isWhole: false }
    }
  }
  return { text, isWhole: true }
}
