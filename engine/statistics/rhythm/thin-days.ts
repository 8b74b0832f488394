import { empiricalQuantile } from '../empirical-quantile.ts'
import { chanceOfAtMost, dispersionOf } from './counts-of-nothing.ts'
import { weekdayOf } from './rhythm.ts'

/** A day with far fewer rows than its weekday usually brings. */
export interface ThinDay {
  day: number
  n: number
  usual: number
}

/** Of its weekday's usual count, what a day must fall under to be looked at. */
const THIN_SHARE = 1 / 3
/** Other days of one weekday that a usual count rests on. */
const LEAST_WEEKDAYS = 4

/**
 * The days of a series with a third of their weekday's median or less, of which chance under the series' own dispersion is below `level`. The
 * median and the dispersion leave out what is thin, so that a bad week does not make itself usual. Days without any row are left to the caller, who
 * knows whether anybody worked.
 */
export function thinDays(counts: readonly number[], from: number, level: number): ThinDay[] {
  const byWeekday = Array.from({ length: 7 }, (_, weekday) =>
    counts.filter((_, place) => weekdayOf(from + place) === weekday),
  )
  const usualOf = byWeekday.map((ofDay) =>
    ofDay.length > LEAST_WEEKDAYS
      ? empiricalQuantile(
          ofDay.toSorted((a, b) => a - b),
          0.5,
        )
      : 0,
  )
  const usual = counts.map((_, place) => usualOf[weekdayOf(from + place)]!)
  const isThin = (place: number) => usual[place]! > 0 && counts[place]! <= usual[place]! * THIN_SHARE
  const ordinary = [...counts.keys()].filter((place) => !isThin(place) && usual[place]! > 0)
  const dispersion = dispersionOf(
    ordinary.map((place) => counts[place]!),
    ordinary.map((place) => usual[place]!),
    7,
  )
  return counts.flatMap((n, place) =>
    isThin(place) && chanceOfAtMost(n, usual[place]!, dispersion) < level
      ? [{ day: from + place, n, usual: usual[place]! }]
      : [],
  )
}
