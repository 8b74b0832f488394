import { plural, t } from '@lingui/core/macro'
import type { MetricUnit } from '../../shared/domain/metric-definition.ts'
import { formatDay } from '../ui/dates.ts'
import { formatValue, tickFormatter, type ShownScale } from '../ui/format.ts'
import classes from './control-chart.module.css'
import { boundsOf, domainOf, positionIn, ticksFor } from './scale.ts'

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
  /** False for a week that is not over in the data: drawn hollow, never judged. */
  isWhole: boolean
}

/**
 * An individuals control chart (XmR; Wheeler 2000): values by week, their mean and limits, points that are no noise marked by shape and named; a line
 * stands before the week `markBefore`, and where that lies after the last week the axis reaches to it. Limits are drawn within what the unit allows (a share
 * between 0 and 100%): the arithmetic knows no ends, and a limit nothing can reach is none to look at. Signals are judged by the limits as computed.
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
  const bounds = boundsOf(unit)
  const [lower, upper] = bounds
    ? [Math.max(bounds.low, lowerLimit), Math.min(bounds.high, upperLimit)]
    : [lowerLimit, upperLimit]
  const domain = domainOf([lower, upper, ...points.map(({ value }) => value)], bounds)
  const ticks = ticksFor(domain, unit, scale, 4)
  const label = tickFormatter(ticks, unit, scale)
  const first = points[0]?.week ?? 0
  const newest = points.at(-1)?.week ?? 1
  const markAt = markBefore === null ? null : markBefore.week - 0.5
  const last = Math.max(newest, markAt ?? newest)
  const place = (week: number) => (week - first) / Math.max(1, last - first)
  const x = (week: number) => `calc(${LEFT}px + (100% - ${LEFT + 14}px) * ${place(week).toFixed(4)})`
  const y = (value: number) => 8 + (1 - positionIn(domain, value)) * (HEIGHT - BOTTOM - 16)
  const signals = points.filter(({ signal }) => signal !== null)
  const says = [
    t`${name} by week, mean ${formatValue(mean, unit, scale)}, limits ${formatValue(lower, unit, scale)} to ${formatValue(upper, unit, scale)}`,
    signals.length === 0
      ? t`nothing but noise`
      : plural(signals.length, { one: '# week is no noise', other: '# weeks are no noise' }),
  ].join('; ')
  return (
    <div className={classes.chart} style={{ height: HEIGHT }} role="img" aria-label={says}>
      {ticks.map((tick) => (
        <span key={tick} className={classes.tick} style={{ top: y(tick) }}>
          {label(tick)}
        </span>
      ))}
      <span className={classes.mean} style={{ top: y(mean), left: LEFT }} />
      <span className={classes.limit} style={{ top: y(upper), left: LEFT }} />
      <span className={classes.limit} style={{ top: y(lower), left: LEFT }} />
      {markBefore !== null && markAt !== null && (
        <span className={classes.mark} style={{ left: x(markAt), height: HEIGHT - BOTTOM }}>
          <span className={classes.markSays} data-left={place(markAt) > 0.75 || undefined}>
            {markBefore.says}
          </span>
        </span>
      )}
      {points.map((point) => (
        <span
          key={point.week}
          className={classes.point}
          data-signal={point.signal ?? undefined}
          data-part={!point.isWhole || undefined}
          style={{ left: x(point.week), top: y(point.value) }}
          title={t`Week of ${formatDay(point.from, 'short')}: ${formatValue(point.value, unit, scale)} (${point.n})${point.isWhole ? '' : t`, not over yet in the data`}`}
        />
      ))}
      {points.length > 0 && (
        <>
          <span className={classes.day} style={{ left: LEFT }}>
            {formatDay(points[0]!.from, 'short')}
          </span>
          {newest > first && (
            <span className={classes.day} data-end style={{ left: x(newest) }}>
              {formatDay(points.at(-1)!.from, 'short')}
            </span>
          )}
        </>
      )}
    </div>
  )
}
