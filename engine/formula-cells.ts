/**
 * What a spreadsheet may take for a formula, whatever blanks, quotes or signs without width stand before it: `= + - @`, also as wide and small
 * signs, which some turn into the plain ones; and cells that begin with a tab or a line's end, after which some look again.
 */
const startsFormula =
  /^'*(?:[\t\r\n]|[\s\u200b-\u200f\u2060\ufeff"“”„«»‘’]*[=+\-@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b])/u

const isNumber = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i

/** A cell that no spreadsheet runs: a leading apostrophe makes it text. Plain numbers stay numbers. */
export function neutralised(cell: string): string {
  return startsFormula.test(cell) && !isNumber.test(cell) ? `'${cell}` : cell
}

/** What `neutralised` was given. */
export function restored(cell: string): string {
  return cell.startsWith("'") && startsFormula.test(cell) ? cell.slice(1) : cell
}
