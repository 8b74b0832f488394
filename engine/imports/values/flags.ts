import type { Transform } from '../../../shared/domain/import-kinds.ts'
import { comparable } from './words.ts'

/**
 * Makes the reader of a yes/no column: null where the cell is in neither list. Where `1` means yes, a count above zero
 * does too (exports that count transfers).
 */
export function flagReader(transform: Extract<Transform, { as: 'flag' }>): (cell: string) => boolean | null {
  const known = new Map<string, boolean | null>()
  const yes = new Set(transform.yes.map(comparable))
  const no = new Set(transform.no.map(comparable))
  return (cell) => {
    const before = known.get(cell)
    if (before !== undefined) return before
    const text = comparable(cell)
    const isCount = yes.has('1') && /^[1-9]\d{0,5}$/.test(text) && !no.has(text)
    const value = yes.has(text) || isCount ? true : no.has(text) ? false : null
    if (known.size > 20_000) known.clear()
    known.set(cell, value)
    return value
  }
}

/** Makes the reader of a column of closed words: what the spelling stands for, null for words not listed. */
export function wordReader(transform: Extract<Transform, { as: 'word' }>): (cell: string) => string | null {
  const known = new Map<string, string | null>()
  const words = new Map(Object.entries(transform.words).map(([word, value]) => [comparable(word), value]))
  return (cell) => {
    const before = known.get(cell)
    if (before !== undefined) return before
    const value = words.get(comparable(cell)) ?? null
    if (known.size > 20_000) known.clear()
    known.set(cell, value)
    return value
  }
}
