import { chanceOfAtMost, dispersionOf } from './counts-of-nothing.ts'

/** Days with rows below which a rhythm cannot be told. */
const LEAST_ACTIVE_DAYS = 8

/** How a series of daily counts usually goes. */
export interface Rhythm {
  /** Mean count by weekday, 0 for the weekday of day number 0. */
  weekdayMeans: number[]
  /** Variance over mean, 1 for pure chance. */
  dispersion: number
  /** The most days in a row without a row, between two days that had some. */
  longestSilence: number
}

/** The weekday of a day number, 0..6; only likeness matters. */
export function weekdayOf(day: number): number {
  return ((day % 7) + 7) % 7
}

/**
 * The rhythm of the counts of consecutive days from day number `from`, between the first and the last day with rows. Undefined with rows on fewer
 * than eight days, or over less than two weeks.
 */
export function rhythmOf(counts: readonly number[], from: number): Rhythm | undefined {
  const first = counts.findIndex((count) => count > 0)
  const last = counts.findLastIndex((count) => count > 0)
  if (first < 0 || last - first < 13) return undefined
  const lived = counts.slice(first, last + 1)
  if (lived.filter((count) => count > 0).length < LEAST_ACTIVE_DAYS) return undefined
  const sums = Array.from({ length: 7 }, () => 0)
  const days = Array.from({ length: 7 }, () => 0)
  let silence = 0
  let longestSilence = 0
  for (const [place, count] of lived.entries()) {
    const weekday = weekdayOf(from + first + place)
    sums[weekday]! += count
    days[weekday]! += 1
    silence = count > 0 ? 0 : silence + 1
    longestSilence = Math.max(longestSilence, silence)
  }
  const weekdayMeans = sums.map((sum, weekday) => sum / days[weekday]!)
  const expected = lived.map((_, place) => weekdayMeans[weekdayOf(from + first + place)]!)
  return { weekdayMeans, dispersion: dispersionOf(lived, expected, 7), longestSilence }
}

/** Days without rows at the end of a series. */
export interface Silence {
  /** The first silent day. */
  since: number
  days: number
  expected: number
  /** Of no rows over these days if all went on as usual. */
  chance: number
}

/** Days off that may lie beside a weekend, before and after it. */
const DAYS_OFF = 2
/** How much later than usual the next file may come. */
const LATENESS = 1.5

/**
 * How many days without rows are ordinary before the next file comes. `newestDays` has the newest day of each file there was: half of the time lay
 * between files that far apart or farther, and half as long again is borne. The median is over time and not over gaps, so that one file in four
 * parts is still one file, and one outage of a daily file no rhythm. 0 with fewer than two files.
 */
export function ordinaryWait(newestDays: readonly number[]): number {
  const days = [...new Set(newestDays)].toSorted((a, b) => a - b)
  const gaps = days
    .slice(1)
    .map((day, place) => day - days[place]!)
    .toSorted((a, b) => b - a)
  let left = gaps.reduce((sum, gap) => sum + gap, 0) / 2
  for (const gap of gaps) if ((left -= gap) <= 0) return Math.floor(gap * LATENESS)
  return 0
}

/**
 * The silence at the end of a series, or undefined where it is an ordinary one. It counts only when it is over two days longer than every earlier
 * silence (with n gaps seen, the next is the longest with probability 1/(n + 1): Hahn & Meeker 1991, section 5; two days off may lie beside it),
 * longer than `wait` (`ordinaryWait`), and when so many usual days without a row have a chance under `level` (`chanceOfAtMost`). The first rule
 * knows weekends and days off, the second files that come by the week or month, the third rare rows.
 */
export function silenceAtEnd(
  counts: readonly number[],
  from: number,
  level: number,
  wait = 0,
): Silence | undefined {
  const last = counts.findLastIndex((count) => count > 0)
  const days = counts.length - 1 - last
  if (last < 0 || days === 0) return undefined
  const rhythm = rhythmOf(counts, from)
  if (!rhythm || days <= Math.max(wait, rhythm.longestSilence + DAYS_OFF)) return undefined
  let expected = 0
  for (let day = from + last + 1; day < from + counts.length; day++)
    expected += rhythm.weekdayMeans[weekdayOf(day)]!
  const chance = chanceOfAtMost(0, expected, rhythm.dispersion)
  return chance < level ? { since: from + last + 1, days, expected, chance } : undefined
}
