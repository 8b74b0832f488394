import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import type { MetricUnit } from '../../shared/domain/metric-definition.ts'
import { formatDay } from '../ui/dates.ts'
import { tickFormatter, type ShownScale } from '../ui/format.ts'
import classes from './course-chart.module.css'
import { domainOf, positionIn, ticksFor } from './scale.ts'

export interface CourseWeek {
  weekStart: string
  value: number | null
  low: number | null
  high: number | null
  /** What an XmR chart says of it. */
  signal: 'outside' | 'run' | null
  /** Said of a week that can be opened. */
  details?: string
  /** Names the number it opens, so that focus finds back. */
  number?: string
}

const WIDTH = 900
const HEIGHT = 250
const PAD = { left: 62, right: 70, top: 22, bottom: 26 }

/**
 * A value by week with the noise weeks have among themselves (XmR limits), each week's 95% interval, and where the level changed. A
 * signal has another shape. The table with the same figures belongs to the caller.
 */
export function CourseChart({
  label,
  weeks,
  xmr,
  changes,
  unit,
  scale = null,
  onWeek,
}: {
  label: string
  weeks: readonly CourseWeek[]
  xmr: { mean: number; lowerLimit: number; upperLimit: number } | null
  changes: readonly { weekStart: string; before: number; after: number }[]
  unit: MetricUnit
  scale?: ShownScale
  /** Makes each week a button: one stop for the Tab key, between which arrows go. */
  onWeek?: (weekStart: string) => void
}) {
  const [stop, setStop] = useState<string | null>(null)
  const domain = domainOf([
    ...weeks.map(({ value }) => value),
    xmr?.lowerLimit ?? null,
    xmr?.upperLimit ?? null,
    ...changes.flatMap(({ before, after }) => [before, after]),
  ])
  const inner = WIDTH - PAD.left - PAD.right
  const x = (index: number) => PAD.left + ((index + 0.5) / weeks.length) * inner
  const y = (value: number) =>
    HEIGHT - PAD.bottom - positionIn(domain, value) * (HEIGHT - PAD.top - PAD.bottom)
  const ticks = ticksFor(domain, unit, scale, 4)
  const tickLabel = tickFormatter(ticks, unit, scale)
  const lastWeek = weeks.findLast(({ value }) => value !== null)?.weekStart
  const every = Math.ceil(weeks.length / 9)
  const path = weeks
    .map(({ value }, index) => {
      if (value === null) return ''
      // a week without data leaves a gap in the line
      const isStart = (weeks[index - 1]?.value ?? null) === null
      return `${isStart ? 'M' : 'L'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`
    })
    .join('')
  return (
    <div className={classes.frame}>
      <svg
        className={classes.chart}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role={onWeek ? 'group' : 'img'}
        aria-label={t`${label}; the table below holds the figures`}
      >
        {xmr && (
          <>
            <rect
              className={classes.noise}
              x={PAD.left}
              width={inner}
              y={y(xmr.upperLimit)}
              height={Math.max(0, y(xmr.lowerLimit) - y(xmr.upperLimit))}
            />
            <line
              className={classes.mean}
              x1={PAD.left}
              x2={PAD.left + inner}
              y1={y(xmr.mean)}
              y2={y(xmr.mean)}
            />
            <text className={classes.tick} x={PAD.left + inner + 6} y={y(xmr.mean) + 4}>
              <Trans>mean</Trans>
            </text>
          </>
        )}
        {ticks.map((tick) => (
          <g key={tick}>
            <line
              className={classes.gridline}
              x1={PAD.left}
              x2={PAD.left + inner}
              y1={y(tick)}
              y2={y(tick)}
            />
            <text className={classes.tick} x={PAD.left - 8} y={y(tick) + 4} textAnchor="end">
              {tickLabel(tick)}
            </text>
          </g>
        ))}
        {changes.map(({ weekStart }) => {
          const at = x(weeks.findIndex((week) => week.weekStart === weekStart) - 0.5)
          return (
            <g key={weekStart}>
              <line className={classes.change} x1={at} x2={at} y1={PAD.top - 6} y2={HEIGHT - PAD.bottom} />
              <text className={classes.changeSays} x={at} y={PAD.top - 10} textAnchor="middle">
                <Trans>changed</Trans>
              </text>
            </g>
          )
        })}
        <path className={classes.path} d={path} />
        {weeks.map(({ weekStart, value, low, high, signal }, index) => (
          <g key={weekStart}>
            {low !== null && high !== null && (
              <line className={classes.interval} x1={x(index)} x2={x(index)} y1={y(low)} y2={y(high)} />
            )}
            {value !== null &&
              (signal === null ? (
                <circle className={classes.week} cx={x(index)} cy={y(value)} r={3.5} />
              ) : (
                <path
                  className={classes.signal}
                  data-signal={signal}
                  d={`M${x(index)} ${y(value) - 7}l6.5 7l-6.5 7l-6.5 -7Z`}
                />
              ))}
            {index % every === 0 && (
              <text className={classes.tick} x={x(index)} y={HEIGHT - 8} textAnchor="middle">
                {formatDay(weekStart, 'short')}
              </text>
            )}
          </g>
        ))}
        {onWeek &&
          weeks.map(
            ({ weekStart, value, details, number }, index) =>
              value !== null && (
                <rect
                  key={weekStart}
                  className={classes.open}
                  x={x(index) - inner / weeks.length / 2}
                  width={inner / weeks.length}
                  y={PAD.top}
                  height={HEIGHT - PAD.top - PAD.bottom}
                  role="button"
                  aria-label={details}
                  data-number={number}
                  tabIndex={weekStart === (stop ?? lastWeek) ? 0 : -1}
                  onFocus={() => setStop(weekStart)}
                  onClick={() => onWeek(weekStart)}
                  onKeyDown={(event) => {
                    if (event.key === 'Enter' || event.key === ' ') onWeek(weekStart)
                    else if (event.key === 'ArrowLeft') neighbour(event.currentTarget, -1)
                    else if (event.key === 'ArrowRight') neighbour(event.currentTarget, 1)
                    else return
                    event.preventDefault()
                  }}
                >
                  <title>{details}</title>
                </rect>
              ),
          )}
      </svg>
      <p className={classes.key}>
        <span>
          <Trans>Band: the noise of weeks (XmR limits). Bars: each week’s 95% interval.</Trans>
        </span>
        <span className={classes.keySignal}>
          <Trans>◆ a week outside the noise</Trans>
        </span>
        <span className={classes.keySignal}>
          <Trans>◇ one of a run on one side</Trans>
        </span>
      </p>
    </div>
  )
}

/** Moves focus to the next week that can be opened. */
function neighbour(from: SVGRectElement, step: -1 | 1): void {
  const all = [...(from.ownerSVGElement?.querySelectorAll<SVGRectElement>('rect[role=button]') ?? [])]
  all[all.indexOf(from) + step]?.focus()
}
