import type { MetricUnit } from '../../shared/domain/metric-definition.ts'
import { formatDay } from '../ui/dates.ts'
import { formatValue, tickFormatter, type ShownScale } from '../ui/format.ts'
import classes from './control-chart.module.css'
import { domainOf, positionIn, ticksFor } from './scale.ts'

const HEIGHT = 150
const LEFT = 72
const BOTTOM = 22

/** One week of the chart. */
export interface ControlPoint {
  from: string
  /** Weeks from a fixed one; gaps are weeks without data. */
  week: number
  value: number
  n: number
  signal: 'outside' | 'run' | null
}

/**
 * An individuals control chart (XmR; Wheeler 2000): values by week, their mean and limits, points that are no noise marked by shape and named; a line
 * stands before the week `markBefore`.
 */
export function ControlChart({
  name,
  points,
  mean,
  lowerLimit,
  upperLimit,
  unit,
  scale = null,
  markBefore = null,
}: {
  name: string
  points: readonly ControlPoint[]
  mean: number
  lowerLimit: number
  upperLimit: number
  unit: MetricUnit
  scale?: ShownScale
  markBefore?: { week: number; says: string } | null
}) {
  const domain = domainOf([lowerLimit, upperLimit, ...points.map(({ value }) => value)])
  const ticks = ticksFor(domain, unit, scale, 4)
  const label = tickFormatter(ticks, unit, scale)
  const [first, last] = [points[0]?.week ?? 0, points.at(-1)?.week ?? 1]
  const x = (week: number) =>
    `calc(${LEFT}px + (100% - ${LEFT + 14}px) * ${((week - first) / Math.max(1, last - first)).toFixed(4)})`
  const y = (value: number) => 8 + (1 - positionIn(domain, value)) * (HEIGHT - BOTTOM - 16)
  const signals = points.filter(({ signal }) => signal !== null)
  const says = [
    `${name} by week, mean ${formatValue(mean, unit, scale)}, limits ${formatValue(lowerLimit, unit, scale)} to ${formatValue(upperLimit, unit, scale)}`,
    signals.length === 0
      ? 'nothing but noise'
      : `${signals.length} ${signals.length === 1 ? 'week is' : 'weeks are'} no noise`,
  ].join('; ')
  return (
    <div className={classes.chart} style={{ height: HEIGHT }} role="img" aria-label={says}>
      {ticks.map((tick) => (
        <span key={tick} className={classes.tick} style={{ top: y(tick) }}>
          {label(tick)}
        </span>
      ))}
      <span className={classes.mean} style={{ top: y(mean), left: LEFT }} />
      <span className={classes.limit} style={{ top: y(upperLimit), left: LEFT }} />
      <span className={classes.limit} style={{ top: y(lowerLimit), left: LEFT }} />
      {markBefore !== null && (
        <span className={classes.mark} style={{ left: x(markBefore.week - 0.5), height: HEIGHT - BOTTOM }}>
          <span className={classes.markSays}>{markBefore.says}</span>
        </span>
      )}
      {points.map((point) => (
        <span
          key={point.week}
          className={classes.point}
          data-signal={point.signal ?? undefined}
          style={{ left: x(point.week), top: y(point.value) }}
          title={`Week of ${formatDay(point.from, 'short')}: ${formatValue(point.value, unit, scale)} (${point.n})`}
        />
      ))}
      {points.length > 0 && (
        <>
          <span className={classes.day} style={{ left: LEFT }}>
            {formatDay(points[0]!.from, 'short')}
          </span>
          <span className={classes.day} data-end style={{ right: 0 }}>
            {formatDay(points.at(-1)!.from, 'short')}
          </span>
        </>
      )}
    </div>
  )
}
