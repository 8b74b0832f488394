import type { Transform } from '../../../shared/domain/import-kinds.ts'
import { isNoStatement } from './no-statement.ts'
import { numberReader } from './numbers.ts'
import { comparable } from './words.ts'

type ScaleTransform = Extract<Transform, { as: 'scale' }>

/** Reads a cell to the scale's own number (not yet 0..1); null where it states nothing, NaN where it is unreadable. */
export type ScaleReader = (cell: string) => number | null

const STARS = /^(?:[★⭐☆✩]\uFE0F?|\s)+$/u
const OUT_OF =
  /^([+-]?\d+(?:[.,]\d+)?)\s*(?:\/|out of|of|von|de|sur|van)\s*(\d+(?:[.,]\d+)?)(?:\s*(?:stars?|points?|pts?|sterne|punkte))?$/
const LEADING =
  /^([+-]?\d+(?:[.,]\d+)?)\s*(?:[-–—:=.)(]\s*(?=\D)|(?:stars?|points?|pts?|sterne?|punkte?|estrellas?|étoiles?|sterren)$)/
const TRAILING = /^\p{L}[^\d]*?[-–—:(]\s*(\d+(?:[.,]\d+)?)\s*\)?$/u
/** `5 Very satisfied`: without a sign between, only words of rating make it one. */
const RATED =
  /^(\d+)\s(?:[\p{L}]+\s){0,3}(?:(?:dis|un)?satisfied|(?:un)?likely|(?:dis)?agree|poor|good|excellent|neutral|bad|fair|(?:un)?zufrieden|(?:in)?satisfecho|(?:in)?satisfait|(?:on)?tevreden)$/u

/**
 * Makes the reader of a column of ratings: plain numbers, percent strings, `4/5`, `4 out of 5`, `5 - Very satisfied`,
 * `★★★★`, and the scale's own words. Different spellings are few, so each is worked out once.
 */
export function scaleReader(transform: ScaleTransform): ScaleReader {
  const known = new Map<string, number | null>()
  const readNumber = numberReader(transform.decimal ?? '.')
  const words = new Map(
    Object.entries(transform.words ?? {}).map(([word, value]) => [comparable(word), value]),
  )
  const silent = new Set((transform.silent ?? []).map(comparable))
  return (cell) => {
    const before = known.get(cell)
    if (before !== undefined) return before
    const value = readRating(cell, transform.max, words, silent, readNumber)
    if (known.size > 20_000) known.clear()
    known.set(cell, value)
    return value
  }
}

function readRating(
  cell: string,
  max: number,
  words: ReadonlyMap<string, number>,
  silent: ReadonlySet<string>,
  readNumber: (cell: string) => number,
): number | null {
  const text = comparable(cell)
  const word = words.get(text)
  if (word !== undefined) return word
  if (silent.has(text) || isNoStatement(text)) return null
  const number = readNumber(text)
  // A percent sign on a scale that ends at 1 can only mean hundredths.
  if (number === number) return text.endsWith('%') && max <= 1 ? number / 100 : number
  if (STARS.test(text)) return [...text].filter((sign) => sign === '★' || sign === '⭐').length
  const outOf = OUT_OF.exec(text)
  if (outOf) {
    const points = decimalOf(outOf[1])
    const of = decimalOf(outOf[2])
    return of === max || of === 0 ? (of === 0 ? null : points) : (points * max) / of
  }
  const labelled = LEADING.exec(text) ?? TRAILING.exec(text) ?? RATED.exec(text)
  return labelled ? decimalOf(labelled[1]) : Number.NaN
}

function decimalOf(text: string | undefined): number {
  return Number((text ?? '').replace(',', '.'))
}

/** The maximum a rating's own spelling states (`4/5` -> 5, `4 of 10` -> 10, five stars drawn -> 5); null for none. */
export function statedMaximum(cell: string): number | null {
  const text = comparable(cell)
  const outOf = OUT_OF.exec(text)
  if (outOf) return decimalOf(outOf[2])
  if (STARS.test(text) && text.includes('☆'))
    return [...text].filter((sign) => sign.trim() !== '' && sign !== '\uFE0F').length
  return null
}
