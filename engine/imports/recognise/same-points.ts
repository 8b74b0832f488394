import type { TableColumn } from './read-columns.ts'

/** A column of answers is beside one that is at most so many columns away. */
const BESIDE = 2
const LEAST_IN_COMPANY = 3

/**
 * Columns of points are a form's only in company: at least three near each other, or beside columns of answers. Both lists are in the order of the
 * table.
 */
export function samePoints(columns: readonly TableColumn[], worded: readonly TableColumn[]): TableColumn[] {
  const besideAnswers = new Set(
    worded.flatMap(({ index }) => Array.from({ length: 2 * BESIDE + 1 }, (_, at) => index - BESIDE + at)),
  )
  const reach = columns.length
  // those within reach of a column lie between two places that only ever move on
  let from = 0
  let to = 0
  return columns.filter(({ index }) => {
    while (columns[from]!.index < index - reach) from += 1
    while (to < columns.length && columns[to]!.index <= index + reach) to += 1
    return besideAnswers.has(index) || to - from >= LEAST_IN_COMPANY
  })
}
