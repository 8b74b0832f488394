import type { DayRange } from '../../shared/domain/time.ts'
import { dayOfNumber } from '../../shared/domain/time.ts'

/** The days looked at and as many before them; day numbers, both ends included. */
export interface CoachingWindow {
  from: number
  to: number
  days: number
  previous: { from: number; to: number }
}

/** The window of `days` ending on `to`. */
export function windowEnding(to: number, days: number): CoachingWindow {
  const from = to - days + 1
  return { from, to, days, previous: { from: from - days, to: from - 1 } }
}

/** A pair of day numbers as days. */
export function asDayRange(range: { from: number; to: number }): DayRange {
  return { from: dayOfNumber(range.from), to: dayOfNumber(range.to) }
}
