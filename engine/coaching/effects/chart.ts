import type { CoachingEffect } from '../../../shared/contract/effects.ts'
import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import { dayOfNumber } from '../../../shared/domain/time.ts'
import { addUp, observedValue, type MetricCell } from '../../metrics/index.ts'
import { xmrChart } from '../../statistics/index.ts'

/** Weeks before the session that the chart shows, and of which it takes its limits. */
export const CHART_WEEKS_BEFORE = 12
const FEWEST_WEEKS_BEFORE = 4
const DAYS_A_WEEK = 7

/**
 * Week by week as observed, counted from the session, with the limits of the weeks before it (XmR). Weeks without observations are left out, and neighbours in
 * the chart are those that follow each other in the data. The week that the data end in is shown and not judged: a few days scatter more than whole weeks. Null
 * under four whole weeks before the session. `cells` are one agent's, of one kind, by day; `lastDay` is the last to show, `dataTo` the newest with data.
 */
export function weeklyChart(
  definition: MetricDefinition,
  cells: readonly MetricCell[],
  heldDay: number,
  lastDay: number,
  dataTo: number,
): CoachingEffect['chart'] {
  const first = heldDay - CHART_WEEKS_BEFORE * DAYS_A_WEEK
  // the day of the session itself belongs to neither side
  const weekOf = (day: number) =>
    day < heldDay ? Math.floor((day - heldDay) / DAYS_A_WEEK) : Math.floor((day - heldDay - 1) / DAYS_A_WEEK)
  const shown = cells.filter(({ day }) => day >= first && day <= lastDay && day !== heldDay)
  const weeks = [...Map.groupBy(shown, ({ day }) => weekOf(day))]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([week, own]) => {
      const sums = addUp(own)
      const value = observedValue(definition, sums)
      const from = heldDay + week * DAYS_A_WEEK + (week < 0 ? 0 : 1)
      const isWhole = from + DAYS_A_WEEK - 1 <= dataTo
      return value === null ? [] : [{ from: dayOfNumber(from), week, n: sums.observed, value, isWhole }]
    })
  const whole = weeks.filter(({ isWhole }) => isWhole)
  const before = whole.filter(({ week }) => week < 0).length
  if (before < FEWEST_WEEKS_BEFORE) return null
  const { mean, lowerLimit, upperLimit, signals, hasChanged } = xmrChart(
    whole.map(({ value }) => value),
    before,
  )!
  return {
    // only the last can be unfinished: places before it are the same in both
    weeks: weeks.map((week, index) => ({ ...week, signal: week.isWhole ? signals[index]! : null })),
    mean,
    lowerLimit,
    upperLimit,
    hasChanged,
  }
}
