import type { MeasurementScale } from './types.ts'

/** The cell of a rater who did not rate an item. */
export const GAP = -1

/** One answer as it was given; null where a rater gave none. */
export type Answer = string | number | null

/** Items x raters. Items and raters without any rating are not in it. */
export interface RatingsTable {
  scale: MeasurementScale
  itemCount: number
  raterCount: number
  /** At `item * raterCount + rater`: an index into `categories`, or GAP. */
  cells: Int32Array
  /** Different answers: in their order where they have one, else in the order of their names. */
  categories: readonly string[]
  /** Where each category stands: its place (ordinal) or its number (interval, ratio). Null where there is no order, or it is not known. */
  positions: Float64Array | null
}

/**
 * Makes the table the coefficients work on.
 * @param rows Items, each with one answer a rater, in the same order of raters.
 * @param order All answers there are, lowest first (or in any order on a nominal scale). It says the order of words, and which
 * answers nobody gave. Without it the answers are those given: numbers by size, words without an order. Every answer must be in it.
 */
export function ratingsTable(
  rows: readonly (readonly Answer[])[],
  scale: MeasurementScale,
  order?: readonly string[],
): RatingsTable {
  const rated = rows.filter((row) => row.some((answer) => answer !== null))
  const width = rated.reduce((widest, row) => Math.max(widest, row.length), 0)
  const raters = Array.from({ length: width }, (_, rater) => rater).filter((rater) =>
    rated.some((row) => (row[rater] ?? null) !== null),
  )
  const given = rated.flatMap((row) => row.filter((answer) => answer !== null))
  const { categories, positions, indexOf } = categoriesOf(given, scale, order)
  const cells = new Int32Array(rated.length * raters.length).fill(GAP)
  for (const [item, row] of rated.entries())
    for (const [place, rater] of raters.entries()) {
      const answer = row[rater] ?? null
      if (answer !== null) cells[item * raters.length + place] = indexOf(answer)
    }
  return { scale, itemCount: rated.length, raterCount: raters.length, cells, categories, positions }
}

interface Categories {
  categories: readonly string[]
  positions: Float64Array | null
  indexOf(answer: string | number): number
}

function categoriesOf(
  given: readonly (string | number)[],
  scale: MeasurementScale,
  order: readonly string[] | undefined,
): Categories {
  const areNumbers = given.every((answer) => numberIn(answer) !== null)
  if (order === undefined && scale !== 'nominal' && areNumbers) return numbersOf(given, scale)
  const names = order ?? [...new Set(given.map(String))].sort()
  const index = new Map(names.map((name, place) => [name, place]))
  const isOrdered = scale === 'ordinal' && order !== undefined
  return {
    categories: names,
    positions: isOrdered ? Float64Array.from(names, (_, place) => place) : null,
    indexOf: (answer) => {
      const found = index.get(String(answer))
      if (found === undefined) throw new Error(`"${answer}" is not among the answers there are.`)
      return found
    },
  }
}

function numbersOf(given: readonly (string | number)[], scale: MeasurementScale): Categories {
  const numbers = [...new Set(given.map(Number))].sort((a, b) => a - b)
  const index = new Map(numbers.map((number, place) => [number, place]))
  return {
    categories: numbers.map(String),
    // an order says nothing of distances: neighbouring grades are one step apart
    positions: Float64Array.from(numbers, (number, place) => (scale === 'ordinal' ? place : number)),
    indexOf: (answer) => index.get(Number(answer)) ?? GAP,
  }
}

function numberIn(answer: string | number): number | null {
  if (typeof answer === 'string' && answer.trim() === '') return null
  const number = Number(answer)
  return Number.isFinite(number) ? number : null
}
