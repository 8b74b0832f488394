import { t } from '#speech'
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
  if (written.length === 0) throw invalid(t`There are no ratings in it: every value is empty.`)
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
    if (stray)
      throw invalid(
        t`${{ value: cited(stray) }} is not among the answers given: ${{ answers: order.join(', ') }}.`,
      )
    return values
  }
  if (scale === 'nominal') return values
  const numbers = plainNumbers(values)
  const stray = written[numbers.findIndex(Number.isNaN)]
  const areWords = numbers.every(Number.isNaN)
  if (scale === 'ordinal' && areWords) return values
  if (stray !== undefined) {
    throw invalid(strayNumber(cited(stray), scale))
  }
  const extreme = written[numbers.findIndex((number) => !isReckoned(number))]
  if (extreme !== undefined)
    throw invalid(
      t`${{ value: cited(extreme) }} is too large or too small a number for a rating; correct it.`,
    )
  const negative = written[numbers.findIndex((number) => number < 0)]
  if (scale === 'ratio' && negative !== undefined)
    throw invalid(
      t`${{ value: cited(negative) }} is under zero, where a ratio scale begins; an interval scale may go below.`,
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
    t`"${{ rater: later.rater }}" rated "${{ item: later.item }}" twice, with ${{ one: cited(earlier) }} and ${{ other: cited(later) }}; keep one of them.`,
  )
}

function strayNumber(value: string, scale: RatingsFileOptions['scale']): string {
  if (scale === 'ordinal')
    return t`${{ value }} is no number, and other values are; leave the value empty where there is none.`
  return scale === 'interval'
    ? t`${{ value }} is no number, and an interval scale needs numbers; leave the value empty where there is none.`
    : t`${{ value }} is no number, and a ratio scale needs numbers; leave the value empty where there is none.`
}

function cited({ value, rowNumber }: WrittenRating): string {
  return t`"${{ value }}" in row ${{ row: rowNumber }}`
}

function invalid(sentence: string): Problem {
  return new Problem('INVALID_INPUT', sentence)
}
