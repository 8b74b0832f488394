/**
 * One record of JSON as cells by dotted path: {a: {b: 1}} becomes 'a.b' -> '1'. Lists of scalars are joined
 * by '; ', lists that hold objects or lists stay compact JSON text; null is ''. A record that is a list
 * gets its positions as names.
 */
export function flattenRecord(record: unknown): Map<string, string> {
  const cells = new Map<string, string>()
  flattenInto(cells, '', record)
  return cells
}

/** Deeper nesting than this in one record becomes JSON text, so that no file makes endless columns. */
const deepestPath = 12

function flattenInto(cells: Map<string, string>, path: string, value: unknown, depth = 0): void {
  if (Array.isArray(value)) {
    if (depth === 0) value.forEach((cell, index) => cells.set(String(index + 1), cellOf(cell)))
    else cells.set(path, cellOf(value))
  } else if (typeof value === 'object' && value !== null && depth < deepestPath) {
    const entries = Object.entries(value)
    if (entries.length === 0 && path !== '') cells.set(path, '')
    for (const [key, inner] of entries)
      flattenInto(cells, path === '' ? key : `${path}.${key}`, inner, depth + 1)
  } else {
    cells.set(path === '' ? 'value' : path, cellOf(value))
  }
}

/** One value as a cell: scalars as text, lists of scalars joined, everything else as compact JSON. */
export function cellOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object' || item === null)) {
    return value.map((item) => cellOf(item)).join('; ')
  }
  return JSON.stringify(value)
}
