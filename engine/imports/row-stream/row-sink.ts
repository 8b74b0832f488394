import type { RowFacts, RowReader } from '../facts.ts'
import type { RowBatch, RowProblem } from '../readers/index.ts'

/** A row that cannot be taken, with its cells as they are in the file. */
export interface RowSetAside {
  rowNumber: number
  cells: readonly string[]
  code: string
  column: string | null
  message: string
  /** What stands in `cells` is a line that could not be taken apart, not the cells of the columns. */
  isWholeText: boolean
}

/** Where rows go as they are read: one call each, so that nothing of a row outlives it. */
export interface RowSink {
  /** What a row states, in the order of the file. */
  take(facts: RowFacts, rowNumber: number): void
  setAside(row: RowSetAside): void
  /** Rows that are no data, and why. */
  skip(why: string, rows: number): void
}

/** Takes each row of a batch for what it is: facts, a row to set aside, or no data. */
export function readBatch(read: RowReader, batch: RowBatch, sink: RowSink): void {
  const broken = new Map<number, RowProblem>()
  for (const problem of batch.problems) {
    const { rowNumber, message, text } = problem
    const why = { code: 'wrong-width', column: null, message }
    if (text !== undefined) sink.setAside({ rowNumber, cells: [text], ...why, isWholeText: true })
    else if (problem.code === 'too-long' || problem.code === 'unclosed-quote') broken.set(rowNumber, problem)
  }
  const hasBroken = broken.size > 0
  for (let position = 0; position < batch.rows.length; position++) {
    const cells = batch.rows[position]!
    const rowNumber = batch.firstRowNumber + position
    const problem = hasBroken ? broken.get(rowNumber) : undefined
    if (problem) {
      const { message } = problem
      sink.setAside({ rowNumber, cells, code: 'wrong-width', column: null, message, isWholeText: false })
      continue
    }
    const outcome = read(cells)
    if (outcome.outcome === 'facts') sink.take(outcome.facts, rowNumber)
    else if (outcome.outcome === 'skipped') sink.skip(outcome.why, 1)
    else sink.setAside({ rowNumber, cells, ...outcome.rejection, isWholeText: false })
  }
}
