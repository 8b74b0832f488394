const isNumber = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i

/** A number as people write it: `0,5`, `40 %`, `1.000` stays 1. Null where it is none. */
export function numberIn(cell: string): number | null {
  const text = cell.trim().replace(/\s*%$/, '').replace(',', '.')
  if (!isNumber.test(text)) return null
  const number = Number(text)
  return Number.isFinite(number) ? number : null
}

const yes = new Set(['yes', 'y', 'true', 't', '1', 'x', '✓'])
const no = new Set(['no', 'n', 'false', 'f', '0', '-', ''])

/** Yes or no as people write it; null where it is neither. */
export function flagIn(cell: string): boolean | null {
  const text = cell.trim().toLowerCase()
  if (yes.has(text)) return true
  return no.has(text) ? false : null
}
