import { t } from '#speech'
import type { Transform } from '../../../shared/domain/import-kinds.ts'
import { numberReader } from '../values/numbers.ts'
import { scaleReader, statedMaximum } from '../values/scales.ts'
import { ANSWER_WORDS, comparable, NOT_APPLICABLE_WORDS, RATING_FAMILIES } from '../values/words.ts'
import type { ColumnValues } from './column-values.ts'
import { ENOUGH, shareOf } from './column-values.ts'
import { decideDecimal } from './decide-number.ts'
import type { Header } from './header.ts'
import { ownValue } from '../values/own-value.ts'

type ScaleTransform = Extract<Transform, { as: 'scale' }>

export interface RatingDecision {
  transform: ScaleTransform
  reason: string
  /** Set when the end of the scale is only what the sample happened to show. */
  assumption: string | null
}

/** What is rated: it tells which scales are usual. */
export type RatingOf = 'csat' | 'nps' | 'evaluation' | 'answer'

/** Words of two-way ratings that state no rating (Zendesk's survey states). */
const SILENT_RATINGS = [
  'offered',
  'unoffered',
  'not offered',
  'no response',
  'no answer',
  'not answered',
  'skipped',
  'not rated',
  'unrated',
  'keine antwort',
  'sin respuesta',
  'pas de reponse',
]
const NPS_WORDS: Record<string, number> = {
  promoter: 9,
  promoters: 9,
  passive: 7,
  passives: 7,
  neutral: 7,
  detractor: 3,
  detractors: 3,
}
const NOT_APPLICABLE = new Set(NOT_APPLICABLE_WORDS)

/**
 * Decides the scale of a column of ratings; null when under four fifths of it are ratings. Ends come from the heading,
 * from the spelling (`4/5`, five stars), from words, else from the smallest usual scale that holds every value.
 */
export function decideRating(values: ColumnValues, header: Header, of: RatingOf): RatingDecision | null {
  const silent = [...values.counts.keys()].filter(
    (word) => SILENT_RATINGS.includes(word) || (of === 'answer' && NOT_APPLICABLE.has(word)),
  )
  const stated = withoutSilent(values, silent)
  if (stated.filled.length === 0) return null
  const worded = decideWords(stated, of)
  const extra = silent.length > 0 && of !== 'answer' ? { silent } : {}
  if (worded) return { ...worded, transform: { ...worded.transform, ...extra } }
  const { decimal } = decideDecimal(stated)
  const draft: ScaleTransform = { as: 'scale', min: 0, max: 100, ...(decimal === ',' ? { decimal } : {}) }
  const read = scaleReader(draft)
  const maxima = stated.filled.map(statedMaximum).filter((maximum) => maximum !== null)
  const maximum = maxima.length > 0 ? Math.max(...maxima) : null
  const readExact = maximum === null ? read : scaleReader({ ...draft, max: maximum })
  const numbers: number[] = []
  let unread = 0
  for (const cell of stated.filled) {
    const number = readExact(cell)
    if (number === null) continue
    if (number === number) numbers.push(number)
    else unread += 1
  }
  if (numbers.length / (numbers.length + unread) < ENOUGH) return null
  const ends = scaleEnds(numbers, stated, header, of, maximum)
  if (!ends) return null
  const { min, max, reason, assumption } = ends
  return {
    transform: { as: 'scale', min, max, ...(decimal === ',' ? { decimal } : {}), ...extra },
    reason,
    assumption,
  }
}

/**
 * The least and the most of the values. Of twenty or more, up to three in a hundred may be slips of the pen (a 55 among
 * ratings to 5): the span is then that of the others, where it is the smaller by far.
 */
function spanWithoutSlips(numbers: readonly number[]): { least: number; most: number } {
  const sorted = [...numbers].sort((a, b) => a - b)
  const slips = sorted.length >= 20 ? Math.max(1, Math.floor(sorted.length * 0.03)) : 0
  const most = sorted.at(-1) ?? 0
  const usualMost = sorted.at(-1 - slips) ?? most
  const least = sorted[0] ?? 0
  const usualLeast = sorted[slips] ?? least
  return {
    least: least < 0 && usualLeast >= 0 ? usualLeast : least,
    most: most > 2 * usualMost && usualMost >= 3 ? usualMost : most,
  }
}

interface Ends {
  min: number
  max: number
  reason: string
  assumption: string | null
}

function scaleEnds(
  numbers: readonly number[],
  values: ColumnValues,
  header: Header,
  of: RatingOf,
  stated: number | null,
): Ends | null {
  const { least, most } = spanWithoutSlips(numbers)
  const startsAt = (max: number): number =>
    of === 'evaluation' || of === 'answer' || least < 1 || max > 10 ? 0 : 1
  const percents = shareOf(values, (cell) => cell.endsWith('%'))
  if (of === 'nps') {
    return least >= 0 && most <= 10
      ? { min: 0, max: 10, reason: t`recommendation runs from 0 to 10`, assumption: null }
      : null
  }
  if (stated !== null && most <= stated) {
    return {
      min: startsAt(stated),
      max: stated,
      reason: t`the values say they are out of ${{ stated }}`,
      assumption: null,
    }
  }
  if (header.scale && most <= header.scale.max) {
    const min = header.scale.min ?? startsAt(header.scale.max)
    return {
      min,
      max: header.scale.max,
      reason: t`the heading states the scale up to ${{ max: header.scale.max }}`,
      assumption: null,
    }
  }
  if (percents > 0.5) return { min: 0, max: 100, reason: t`the values are percentages`, assumption: null }
  if (values.filled.some((cell) => /[★⭐]/u.test(cell)))
    return { min: 1, max: 5, reason: t`stars run from 1 to 5`, assumption: null }
  if (least < 0) return null
  const hasFractions = numbers.some((number) => !Number.isInteger(number))
  if (most <= 1 && hasFractions)
    return { min: 0, max: 1, reason: t`every value lies between 0 and 1`, assumption: null }
  if (header.isPercent && most <= 100)
    return {
      min: 0,
      max: most <= 1 && hasFractions ? 1 : 100,
      reason: t`the heading says percent`,
      assumption: null,
    }
  const usual =
    of === 'csat' ? [5, 7, 10, 100] : of === 'evaluation' ? [100] : [1, 2, 3, 4, 5, 10, 20, 25, 50, 100]
  const reached = numbers.filter((number) => number === most).length
  if (
    of === 'answer' &&
    most > 5 &&
    most < 100 &&
    Number.isInteger(most) &&
    reached >= 5 &&
    reached >= numbers.length / 10
  ) {
    return {
      min: 0,
      max: most,
      reason: t`${{ most }} is the most, reached in ${{ reached }} of ${{ rows: numbers.length }} rows`,
      assumption: t`The highest value seen in "${{ column: header.text }}", ${{ most }}, is taken for its maximum.`,
    }
  }
  const max =
    of === 'evaluation' && most <= 10 && most > 1 ? (most <= 5 ? 5 : 10) : usual.find((end) => most <= end)
  if (max === undefined) {
    return of === 'answer' || of === 'evaluation'
      ? {
          min: 0,
          max: most,
          reason: t`${{ most }} is the highest value`,
          assumption: t`The highest value seen in "${{ column: header.text }}", ${{ most }}, is taken for its maximum.`,
        }
      : null
  }
  const min = startsAt(max)
  const isGuess = max !== 100 && !(of === 'csat' && max === 5)
  return {
    min,
    max,
    reason: t`every value lies between ${{ min }} and ${{ max }}`,
    assumption: isGuess
      ? t`"${{ column: header.text }}" is taken for a scale of ${{ min }} to ${{ max }}, the smallest usual one that holds every value.`
      : null,
  }
}

function decideWords(values: ColumnValues, of: RatingOf): RatingDecision | null {
  const words = [...values.counts.keys()]
  if (words.every((word) => /^[\d.,%\s/★⭐☆-]+$/u.test(word))) return null
  const isBare = (word: string): boolean => /^\p{L}/u.test(word)
  if (of === 'nps') {
    if (!words.every((word) => ownValue(NPS_WORDS, word) !== undefined || /^\d+$/.test(word))) return null
    return {
      transform: { as: 'scale', min: 0, max: 10, words: NPS_WORDS },
      reason: t`promoters, passives and detractors`,
      assumption: null,
    }
  }
  if (of === 'answer') {
    const known = words.filter((word) => ownValue(ANSWER_WORDS, word) !== undefined)
    const covered = known.reduce((sum, word) => sum + (values.counts.get(word) ?? 0), 0)
    if (known.length > 0 && covered / values.filled.length >= ENOUGH) {
      return {
        transform: answerScale(),
        reason: t`answers such as ${{ words: known.slice(0, 3).join(', ') }}`,
        assumption: null,
      }
    }
  }
  const plain = new Set(words.filter(isBare))
  if (plain.size / words.length < ENOUGH) return null
  const isTwoWay = [...plain].every((word) =>
    [
      'good',
      'bad',
      'yes',
      'no',
      'satisfied',
      'dissatisfied',
      'positive',
      'negative',
      'happy',
      'unhappy',
      'thumbs up',
      'thumbs down',
      'like',
      'dislike',
      'good with comment',
      'bad with comment',
    ].includes(word),
  )
  if (isTwoWay && of === 'csat') {
    const good = ['good', 'good with comment', 'yes', 'satisfied', 'positive', 'happy', 'thumbs up', 'like']
    const pairs = [...plain].map((word) => [word, good.includes(word) ? 1 : 0] as const)
    const both: Record<string, number> = plain.has('good') || plain.has('bad') ? { good: 1, bad: 0 } : {}
    return {
      transform: { as: 'scale', min: 0, max: 1, words: { ...both, ...Object.fromEntries(pairs) } },
      reason: t`ratings are good or bad`,
      assumption: null,
    }
  }
  let best: { words: Record<string, number>; max: number; covered: number } | null = null
  for (const family of RATING_FAMILIES) {
    const numbers: Record<string, number> = {}
    family.forEach((level, index) => {
      for (const word of level) numbers[comparable(word)] = index + 1
    })
    const covered = [...plain].filter((word) => ownValue(numbers, word) !== undefined).length / plain.size
    if (covered >= ENOUGH && (best === null || covered > best.covered))
      best = { words: numbers, max: family.length, covered }
  }
  if (!best) return null
  return {
    transform: { as: 'scale', min: 1, max: best.max, words: best.words },
    reason: t`ratings are words such as "${{ word: [...plain][0] ?? '' }}"`,
    assumption: null,
  }
}

/** The scale of answers in words: yes or met is all of the points, no or fail none, partial half. */
export function answerScale(): ScaleTransform {
  return { as: 'scale', min: 0, max: 1, words: { ...ANSWER_WORDS } }
}

function withoutSilent(values: ColumnValues, silent: readonly string[]): ColumnValues {
  if (silent.length === 0) return values
  const filled = values.filled.filter((cell) => !silent.includes(comparable(cell)))
  const counts = new Map([...values.counts].filter(([word]) => !silent.includes(word)))
  return { ...values, filled, counts }
}

/** Whether a column's numbers are plain shares of 1 and not of 100. */
export function decideShare(
  values: ColumnValues,
  header: Header,
): { scale: 1 | 100; decimal: '.' | ','; reason: string } | null {
  const { decimal } = decideDecimal(values)
  const read = numberReader(decimal)
  const numbers = values.filled.map(read).filter((number) => number === number)
  if (values.filled.length === 0 || numbers.length / values.filled.length < ENOUGH) return null
  if (values.filled.some((cell) => cell.includes('%')))
    return { scale: 100, decimal, reason: 'the values are percentages' }
  const most = Math.max(...numbers)
  if (most > 1000) return null
  const hasFractions = numbers.some((number) => !Number.isInteger(number))
  if (most <= 1.5 && (hasFractions || !header.isPercent))
    return { scale: 1, decimal, reason: 'every value lies near 0 to 1' }
  return { scale: 100, decimal, reason: 'the values run to 100' }
}
