import { t } from '#speech'
import type { OnRowBatch, RowBatch, RowProblem, RowsRead } from './types.ts'

const keptProblems = 1000

export interface RowDelivery {
  /**
   * Hands on consecutive rows, the first of which is row `firstRowNumber`. Returns a promise only when the
   * receiver did, so that a receiver which does not wait costs nothing.
   */
  deliver: (firstRowNumber: number, rows: string[][], problems?: RowProblem[]) => Promise<void> | undefined
  result: () => RowsRead
}

interface RowDeliveryOptions {
  columnCount: number
  firstDataRow: number
  /** Formats that write every cell report rows of another width; workbooks leave empty cells out. */
  reportsWidth: boolean
}

/** Takes out header and empty rows, brings rows to the table's width and counts problems. */
export function createRowDelivery(onBatch: OnRowBatch, options: RowDeliveryOptions): RowDelivery {
  const read: RowsRead = { rowsRead: 0, emptyRows: 0, problems: [], problemCounts: {} }

  const note = (problems: RowProblem[]): void => {
    for (const problem of problems) {
      read.problemCounts[problem.code] = (read.problemCounts[problem.code] ?? 0) + 1
      if (read.problems.length < keptProblems) read.problems.push(problem)
    }
  }

  const batchesOf = (firstRowNumber: number, rows: string[][], given: RowProblem[]): RowBatch[] => {
    const batches: RowBatch[] = []
    const problems = given.filter((problem) => problem.rowNumber >= options.firstDataRow)
    let start = Math.max(0, Math.min(rows.length, options.firstDataRow - firstRowNumber))
    const close = (end: number): void => {
      if (end > start) {
        const isWhole = start === 0 && end === rows.length
        batches.push({
          firstRowNumber: firstRowNumber + start,
          rows: isWhole ? rows : rows.slice(start, end),
          problems: [],
        })
      }
      start = end + 1
    }
    for (let index = start; index < rows.length; index++) {
      const row = rows[index] ?? []
      if (isEmptyRow(row)) {
        read.emptyRows++
        close(index)
      } else if (row.length !== options.columnCount) {
        const problem = fitToWidth(row, firstRowNumber + index, options)
        if (problem !== null) problems.push(problem)
      }
    }
    close(rows.length)
    if (problems.length > 0) shareOut(problems, batches, firstRowNumber)
    return batches
  }

  return {
    deliver: (firstRowNumber, rows, given = []) => {
      const batches = batchesOf(firstRowNumber, rows, given)
      for (const batch of batches) {
        read.rowsRead += batch.rows.length
        if (batch.problems.length > 0) note(batch.problems)
      }
      return handOver(batches, onBatch)
    },
    result: () => read,
  }
}

/** Row numbers and columns of a table held in memory, in pieces a receiver can take. */
export async function deliverAll(
  rows: string[][],
  firstRowNumber: number,
  delivery: RowDelivery,
  options: { signal?: AbortSignal; onProgress?: (share0to1: number) => void },
): Promise<RowsRead> {
  const rowsPerBatch = 5000
  for (let start = 0; start < rows.length; start += rowsPerBatch) {
    options.signal?.throwIfAborted()
    // The table stays in memory for a second reading, so the receiver gets rows of its own.
    const piece = rows.slice(start, start + rowsPerBatch).map((row) => [...row])
    const waiting = delivery.deliver(firstRowNumber + start, piece)
    if (waiting !== undefined) await waiting
    options.onProgress?.(Math.min((start + rowsPerBatch) / rows.length, 1))
  }
  return delivery.result()
}

export function isEmptyRow(row: readonly string[]): boolean {
  return (row[0] === undefined || row[0] === '') && row.every((cell) => cell === '')
}

function handOver(batches: RowBatch[], onBatch: OnRowBatch): Promise<void> | undefined {
  for (const [index, batch] of batches.entries()) {
    const answer = onBatch(batch)
    if (answer !== undefined) return waitAndGoOn(answer, batches.slice(index + 1), onBatch)
  }
  return undefined
}

async function waitAndGoOn(answer: Promise<void>, rest: RowBatch[], onBatch: OnRowBatch): Promise<void> {
  await answer
  for (const batch of rest) {
    const next = onBatch(batch)
    if (next !== undefined) await next
  }
}

function fitToWidth(row: string[], rowNumber: number, options: RowDeliveryOptions): RowProblem | null {
  const width = row.length
  const wanted = options.columnCount
  if (width < wanted) {
    while (row.length < wanted) row.push('')
    if (!options.reportsWidth) return null
    return { rowNumber, code: 'too-short', message: `Row ${rowNumber} has ${width} of ${wanted} cells.` }
  }
  let filled = width
  while (filled > wanted && row[filled - 1] === '') filled--
  row.length = filled
  if (filled === wanted) return null
  return {
    rowNumber,
    code: 'too-long',
    message: t`Row ${{ rowNumber }} has ${{ filled }} cells for ${{ wanted }} columns.`,
  }
}

/** Each problem goes with the batch that holds or follows its row. */
function shareOut(problems: RowProblem[], batches: RowBatch[], firstRowNumber: number): void {
  if (batches.length === 0) batches.push({ firstRowNumber, rows: [], problems: [] })
  problems.sort((one, other) => one.rowNumber - other.rowNumber)
  let at = 0
  for (const problem of problems) {
    while (at + 1 < batches.length && lastRowNumber(batches[at]) < problem.rowNumber) at++
    batches[at]?.problems.push(problem)
  }
}

function lastRowNumber(batch: RowBatch | undefined): number {
  return batch === undefined ? 0 : batch.firstRowNumber + batch.rows.length - 1
}
