import { t } from '#speech'
import { formatValue } from '../../shared/domain/format.ts'
import { dayOfNumber } from '../../shared/domain/time.ts'
import type { RankedWindow } from '../coaching/index.ts'
import { dayInShort, trend, type Block } from '../documents/index.ts'
import { addUp, bySelection, observedValue, readCells } from '../metrics/index.ts'
import { xmrChart } from '../statistics/index.ts'
import type { ReadableDatabase } from '../store/index.ts'

const WEEKS = 12
/** Fewer weeks say nothing about what is noise. */
const LEAST_WEEKS = 6

/** The outcome of some people by week with its XmR limits: what is noise, what is not. Weeks end with the window. */
export function outcomeCourse(
  database: ReadableDatabase,
  { gathered: { window, outcome } }: RankedWindow,
  personIds: readonly number[],
): Block[] {
  const first = window.to - WEEKS * 7 + 1
  const cells = readCells(database, {
    range: { from: first, to: window.to },
    metricIds: [outcome.id],
    personIds: [...personIds],
    byDay: true,
  })
  const weeks = Array.from({ length: WEEKS }, (_, at) => {
    const own = cells.filter(({ day }) => Math.floor((day - first) / 7) === at)
    const { others, drawn } = bySelection(own)
    const sums = addUp(others.length > 0 ? others : drawn)
    return {
      label: dayInShort(dayOfNumber(first + at * 7)),
      value: sums.n > 0 ? observedValue(outcome, sums) : null,
      n: sums.n,
    }
  })
  const known = weeks.filter(({ value }) => value !== null)
  if (known.length < 2) return []
  const chart = known.length < LEAST_WEEKS ? null : xmrChart(known.map(({ value }) => value!))
  const points = weeks.map((week) => {
    const signal = week.value === null ? null : (chart?.signals[known.indexOf(week)] ?? null)
    return { ...week, isSignal: signal !== null }
  })
  const value = (number: number) => formatValue(number, outcome)
  const verdict =
    chart === null
      ? t`Too few weeks to tell change from noise.`
      : chart.hasChanged
        ? t`At least one week lies outside what this course usually varies by (squares).`
        : t`All weeks lie within what this course usually varies by: no change.`
  const weeksInWords = points.map(
    (point) => `${point.label} ${point.value === null ? t`no data` : value(point.value)}`,
  )
  return [
    {
      kind: 'section',
      title: t`${{ outcome: outcome.label }}, week by week`,
      blocks: [
        {
          kind: 'figure',
          drawing: trend(
            points,
            chart && { centre: chart.mean, low: chart.lowerLimit, high: chart.upperLimit },
            { format: value },
          ),
          caption: `${verdict} ${t`Dashed: limits of an XmR chart. Not adjusted for the mix of contacts.`}`,
          alternative: `${t`${{ outcome: outcome.label }} by week: ${{ weeks: weeksInWords.join(', ') }}.`} ${verdict}`,
        },
      ],
    },
  ]
}
