import { plainNumbers, readRatings, type WrittenRating } from './imports/index.ts'
import { Problem } from './problem.ts'
import {
  agreementOf,
  ratingsTable,
  type Agreement,
  type AgreementOptions,
  type Answer,
  type MeasurementScale,
} from './statistics/index.ts'

/** How a file of ratings is to be understood. */
export interface RatingsFileOptions extends AgreementOptions {
  scale: MeasurementScale
  /** The answers there are, lowest first: for words on an ordinal scale, or to count answers nobody gave. */
  order?: readonly string[]
}

export type { Agreement, Coefficient } from './statistics/index.ts'

/**
 * How far the raters of a file agree: columns item, rater and value, a row a rating, empty values and missing rows are gaps. Throws a
 * Problem with one sentence for what cannot be read, and the system's error where there is no such file.
 */
export async function agreementOfFile(path: string, options: RatingsFileOptions): Promise<Agreement> {
  const written = (await readRatings(path)).filter(({ value }) => value !== '')
  if (written.length === 0) throw invalid('There are no ratings in it: every value is empty.')
  const answers = answersOf(written, options)
  return agreementOf(ratingsTable(gridOf(written, answers), options.scale, options.order), options)
}

/** The answers in their own form, row by row: numbers where the scale has numbers. */
function answersOf(
  written: readonly WrittenRating[],
  { scale, order }: RatingsFileOptions,
): (string | number)[] {
  const values = written.map(({ value }) => value)
  if (order !== undefined) {
    const stray = written.find(({ value }) => !order.includes(value))
    if (stray) throw invalid(`${cited(stray)} is not among the answers given: ${order.join(', ')}.`)
    return values
  }
  if (scale === 'nominal') return values
  const numbers = plainNumbers(values)
  const stray = written[numbers.findIndex(Number.isNaN)]
  const areWords = numbers.every(Number.isNaN)
  if (scale === 'ordinal' && areWords) return values
  if (stray !== undefined) {
    const need =
      scale === 'ordinal'
        ? 'and other values are'
        : `and ${scale === 'interval' ? 'an' : 'a'} ${scale} scale needs numbers`
    throw invalid(`${cited(stray)} is no number, ${need}; leave the value empty where there is none.`)
  }
  const extreme = written[numbers.findIndex((number) => !isReckoned(number))]
  if (extreme !== undefined)
    throw invalid(`${cited(extreme)} is too large or too small a number for a rating; correct it.`)
  const negative = written[numbers.findIndex((number) => number < 0)]
  if (scale === 'ratio' && negative !== undefined)
    throw invalid(
      `${cited(negative)} is under zero, where a ratio scale begins; an interval scale may go below.`,
    )
  return numbers
}

/** Whether squares of differences between such numbers stay within what numbers can hold. */
function isReckoned(number: number): boolean {
  const size = Math.abs(number)
  return size === 0 || (size >= 1e-100 && size <= 1e100)
}

/** Items x raters, in the order in which they come up. */
function gridOf(written: readonly WrittenRating[], answers: readonly (string | number)[]): Answer[][] {
  const raters = new Map<string, number>()
  const items = new Map<string, { answers: Answer[]; rows: WrittenRating[] }>()
  for (const [index, rating] of written.entries()) {
    const rater = raters.get(rating.rater) ?? raters.size
    raters.set(rating.rater, rater)
    const item = items.get(rating.item) ?? { answers: [], rows: [] }
    items.set(rating.item, item)
    const answer = answers[index] ?? null
    const earlier = item.rows[rater]
    if (earlier !== undefined && item.answers[rater] !== answer) throw twice(earlier, rating)
    item.answers[rater] = answer
    item.rows[rater] = rating
  }
  const every = [...raters.values()]
  return [...items.values()].map((item) => every.map((rater) => item.answers[rater] ?? null))
}

function twice(earlier: WrittenRating, later: WrittenRating): Problem {
  return invalid(
    `"${later.rater}" rated "${later.item}" twice, with "${earlier.value}" in row ${earlier.rowNumber} and "${later.value}" in row ${later.rowNumber}; keep one of them.`,
  )
}

function cited({ value, rowNumber }: WrittenRating): string {
  return `"${value}" in row ${rowNumber}`
}

function invalid(sentence: string): Problem {
  return new Problem('INVALID_INPUT', sentence)
}
