import { CODE_BEHIND_NAME } from '../values/names.ts'
import { isNoStatement } from '../values/no-statement.ts'
import { comparable } from '../values/words.ts'

/** What a cell is shows in its beginning; held against patterns whole, a long one takes the square of its length. */
const LOOKED_AT = 1000

/** What the sample says of one column's cells. */
export interface ColumnValues {
  rows: number
  /** The filled cells, trimmed, the beginning of very long ones; the spellings of nothing are left out. */
  filled: string[]
  /** Different filled cells, as compared (lower case), with their counts. */
  counts: Map<string, number>
  filledShare: number
  isUnique: boolean
  averageLength: number
}

export function columnValues(cells: readonly string[]): ColumnValues {
  const whole = cells.filter((cell) => !isNoStatement(cell)).map((cell) => cell.trim())
  const filled = whole.map((cell) => cell.slice(0, LOOKED_AT))
  const counts = new Map<string, number>()
  let length = 0
  for (const cell of whole) {
    const key = comparable(cell)
    counts.set(key, (counts.get(key) ?? 0) + 1)
    length += cell.length
  }
  return {
    rows: cells.length,
    filled,
    counts,
    filledShare: cells.length === 0 ? 0 : filled.length / cells.length,
    isUnique: filled.length > 1 && counts.size === filled.length,
    averageLength: filled.length === 0 ? 0 : length / filled.length,
  }
}

/** The share of the filled cells that hold what the test says; 0 for an empty column. */
export function shareOf(values: ColumnValues, test: (cell: string) => boolean): number {
  return values.filled.length === 0 ? 0 : values.filled.filter(test).length / values.filled.length
}

/** How many of a column's cells must fit before the column is taken for that kind of value. */
export const ENOUGH = 0.8

export const isEmail = (cell: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell)
export const isNumber = (cell: string): boolean => /^[+-]?[\d.,'\s]*\d[\d.,'\s]*%?$/.test(cell)
/** A number in scientific notation: what spreadsheets make of long ids. */
export const isFloatedId = (cell: string): boolean => /^\d[.,]\d+E\+\d+$/i.test(cell)
/** Digits, or letters with digits and no spaces: what systems number things with. */
export const isCode = (cell: string): boolean =>
  /^\S+$/.test(cell) && (/^\d+$/.test(cell) || /\d/.test(cell)) && !/^\d{1,2}:\d{2}/.test(cell)
/** A single word in lower case, with a separator or a digit: how people log in. */
export const isLogin = (cell: string): boolean => /^[a-z][a-z0-9._\\/-]*$/.test(cell)
/** Words that could be a person's name: letters, no digits but in a code behind it (`Ruiz, Ana (1001)`), not a sentence. */
export const isName = (cell: string): boolean => {
  const name = cell.replace(CODE_BEHIND_NAME, '')
  return /^[\p{L}][\p{L}\p{M}.,'’()\s-]*$/u.test(name) && name.length <= 60 && name.split(/\s+/).length <= 6
}
