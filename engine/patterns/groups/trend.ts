import { t } from '#speech'
import type { DriverPattern } from '../../../shared/contract/group-patterns.ts'
import { formatValue } from '../../../shared/domain/format.ts'
import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import { dayOfNumber, type DayRange } from '../../../shared/domain/time.ts'
import { readWeeks, type WeekSums } from '../../metrics/index.ts'
import { changePoints, xmrChart } from '../../statistics/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'

const FEWEST_WEEKS_FOR_A_CHART = 6

/** How many weeks are shown unless told otherwise. */
export const TREND_WEEKS = 26

/** The sums of each week, of drawn reviews where more weeks have them than all else, else of all else; never of both. */
export function weeksOf(
  database: ReadableDatabase,
  definition: Pick<MetricDefinition, 'id'>,
  to: number,
  weeks: number,
): { rows: WeekSums[]; isDrawn: boolean } {
  const rows = readWeeks(database, definition.id, { from: to - weeks * 7 + 1, to })
  const drawn = rows.filter((row) => row.isDrawn === 1)
  const others = rows.filter((row) => row.isDrawn === 0)
  const isDrawn = drawn.length > others.length
  return { rows: isDrawn ? drawn : others, isDrawn }
}

/** The weekly course of a driver over everybody, as observed: with what has changed, and what is noise. */
export function trendOf(
  database: ReadableDatabase,
  definition: MetricDefinition,
  to: number,
  weeks: number,
): DriverPattern['trend'] {
  const from = to - weeks * 7 + 1
  const series = weeksOf(database, definition, to, weeks).rows.map(
    ({ week, n, sum, sumSq, numerator, denominator }) => {
      const isRatio =
        definition.kind === 'ratio' && numerator !== null && denominator !== null && denominator > 0
      const value = isRatio ? numerator / denominator : sum / n
      const variance = n > 1 ? Math.max(0, sumSq - (sum * sum) / n) / (n - 1) : 0
      return { week, n, value, reach: n > 1 ? 1.96 * Math.sqrt(variance / n) : null }
    },
  )
  const chart = series.length >= FEWEST_WEEKS_FOR_A_CHART ? xmrChart(series.map(({ value }) => value)) : null
  const found = changePoints(series)
  const startOf = (at: number) => from + series[at]!.week * 7
  const changes = found.map(({ at, before, after, pValue }, index) => {
    const [start, next] = [found[index - 1]?.at ?? 0, found[index + 1]?.at]
    return {
      weekStart: dayOfNumber(startOf(at)),
      before,
      after,
      pValue,
      beforeDays: rangeOf(startOf(start), startOf(at) - 1),
      afterDays: rangeOf(startOf(at), next === undefined ? to : startOf(next) - 1),
    }
  })
  const places = new Map(series.map(({ week }, index) => [week, index]))
  return {
    weeks: Array.from({ length: weeks }, (_, week) => {
      const index = places.get(week)
      const own = index === undefined ? undefined : series[index]
      return {
        weekStart: dayOfNumber(from + week * 7),
        n: own?.n ?? 0,
        value: own?.value ?? null,
        low: own === undefined || own.reach === null ? null : own.value - own.reach,
        high: own === undefined || own.reach === null ? null : own.value + own.reach,
        signal: index === undefined ? null : (chart?.signals[index] ?? null),
      }
    }),
    changes,
    xmr: chart && { mean: chart.mean, lowerLimit: chart.lowerLimit, upperLimit: chart.upperLimit },
    sentence: sentenceOf(definition, series.length, changes),
  }
}

function rangeOf(from: number, to: number): DayRange {
  return { from: dayOfNumber(from), to: dayOfNumber(to) }
}

function sentenceOf(
  definition: MetricDefinition,
  weeks: number,
  changes: DriverPattern['trend']['changes'],
): string {
  if (weeks < FEWEST_WEEKS_FOR_A_CHART)
    return t`Too few weeks to tell a change from noise; six with data are needed.`
  if (changes.length === 0) return t`No change that stands out from the weeks’ noise.`
  const value = (number: number) => formatValue(number, definition)
  return changes
    .map(
      ({ weekStart, before, after }) =>
        t`From ${{ weekStart }} on ${{ after: value(after) }}, before ${{ before: value(before) }}.`,
    )
    .join(' ')
}
