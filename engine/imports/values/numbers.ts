import type { DecimalSign } from '../../../shared/domain/import-kinds.ts'

/** Reads a cell to a number; NaN where the text is none. Percent signs and currency signs are left out. */
export type NumberReader = (cell: string) => number

const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i
const GROUPED_POINT = /^[+-]?\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d*)?$/
const GROUPED_COMMA = /^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d*)?$/
const PLAIN_COMMA = /^[+-]?(?:\d+,?\d*|,\d+)(?:e[+-]?\d{1,3})?$/i

/**
 * Makes the reader of a column of numbers with one decimal sign. Thousands may be grouped by the other sign, a space or
 * an apostrophe (in groups of three; Indian groups of two before the last three); anything else is NaN, never half read.
 */
export function numberReader(decimal: DecimalSign): NumberReader {
  return (cell) => {
    const first = cell.charCodeAt(0)
    if (decimal === '.' && first >= 48 && first <= 57) {
      const direct = Number(cell)
      // A leading zero and a letter is 0x10 and its like, which Number takes.
      if (direct === direct) return /^0[xob]/i.test(cell) ? Number.NaN : direct
    }
    return readWritten(cell, decimal)
  }
}

/** No number is written longer; what is would be read in the square of its length. */
const LONGEST_NUMBER = 100

function readWritten(cell: string, decimal: DecimalSign): number {
  if (cell.length > LONGEST_NUMBER) return Number.NaN
  let text = cell
    .trim()
    .replace(/^[\s$€£¥+]+|[\s%€$£¥]+$/gu, '')
    .replace(/(?<=\d)[\s\u00a0\u202f'’](?=\d{3})/gu, '')
    .replace(/^[−–]/u, '-')
  if (/^\(.*\)$/.test(text)) text = `-${text.slice(1, -1)}`
  if (decimal === '.') {
    if (PLAIN.test(text)) return Number(text)
    return GROUPED_POINT.test(text) ? Number(text.replaceAll(',', '')) : Number.NaN
  }
  if (GROUPED_COMMA.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'))
  return PLAIN_COMMA.test(text) ? Number(text.replace(',', '.')) : Number.NaN
}
