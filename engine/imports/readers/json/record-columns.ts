import { t } from '#speech'
import { columnNames } from '../column-names.ts'
import { flattenRecord } from './flatten-record.ts'
import type { RowProblem } from '../types.ts'

const mostColumns = 5000

export interface RecordColumns {
  names: string[]
  /** The record's cells in the order of the columns; fields without a column become a problem. */
  rowOf: (record: unknown, rowNumber: number) => { row: string[]; problem: RowProblem | null }
}

/** Columns of a list of records: every path in the order of its first appearance. */
export function recordColumns(records: Iterable<unknown>): RecordColumns {
  const positions = new Map<string, number>()
  for (const record of records) {
    for (const path of flattenRecord(record).keys()) {
      if (!positions.has(path) && positions.size < mostColumns) positions.set(path, positions.size)
    }
  }
  const names = columnNames([[...positions.keys()]], positions.size)
  return {
    names,
    rowOf: (record, rowNumber) => {
      const row = Array<string>(names.length).fill('')
      const unknown: Record<string, string> = {}
      let hasUnknown = false
      for (const [path, cell] of flattenRecord(record)) {
        const position = positions.get(path)
        if (position !== undefined) row[position] = cell
        else if (cell !== '') {
          unknown[path] = cell
          hasUnknown = true
        }
      }
      return { row, problem: hasUnknown ? unexpectedFields(unknown, rowNumber) : null }
    },
  }
}

function unexpectedFields(fields: Record<string, string>, rowNumber: number): RowProblem {
  const named = Object.keys(fields).slice(0, 5).join(', ')
  return {
    rowNumber,
    code: 'unexpected-field',
    message: t`Record ${{ rowNumber }} has fields no earlier record had: ${{ named }}.`,
    text: JSON.stringify(fields).slice(0, 2000),
  }
}
