import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { useId, useState } from 'react'
import type { MetricUnit } from '../../shared/domain/metric-definition.ts'
import { tickFormatter, type ShownScale } from '../ui/format.ts'
import classes from './funnel-plot.module.css'
import { domainOf, positionIn, ticksFor, ticksIn, type Domain } from './scale.ts'

export interface FunnelPoint {
  key: string | number
  n: number
  value: number
  /** Beyond which limits it lies. */
  place: 'inside' | 'outside-95' | 'outside-998'
  /** Of a group that is not judged by these limits; drawn pale. */
  isApart?: boolean
  /** Shown at the points outside. */
  name: string
  /** Shown where the point is pointed at or focused. */
  details: string
  /** Names the number it opens, so that focus finds back. */
  number?: string
}

interface Limits {
  n: number
  low95: number
  high95: number
  low998: number
  high998: number
}

const WIDTH = 900
const HEIGHT = 360
const PAD = { left: 62, right: 96, top: 12, bottom: 42 }
const LEAST_BETWEEN_NAMES = 14
const BESIDE = 8

/**
 * Values against how many observations they rest on, between limits that narrow with n; who lies outside is named and has another
 * shape. The table with the same figures belongs to the caller.
 */
export function FunnelPlot({
  label,
  points,
  limits,
  centre,
  unit,
  scale = null,
  bounds,
  across,
  onPoint,
}: {
  label: string
  points: readonly FunnelPoint[]
  limits: readonly Limits[]
  centre: number
  unit: MetricUnit
  scale?: ShownScale
  bounds?: Domain
  /** What n counts. */
  across: string
  /** Makes each point a button. */
  onPoint?: (key: FunnelPoint['key']) => void
}) {
  const [shown, setShown] = useState<FunnelPoint | null>(null)
  const tipId = useId()
  const ys = domainOf(
    [
      ...points.map(({ value }) => value),
      ...limits.flatMap(({ low998, high998 }) => [low998, high998]),
      centre,
    ],
    bounds,
  )
  const ns = points.map(({ n }) => n)
  const air = (Math.max(...ns) - Math.min(...ns) || Math.max(...ns)) * 0.06
  const xs = { low: Math.max(0, Math.min(...ns) - air), high: Math.max(...ns) + air }
  const x = (n: number) => PAD.left + positionIn(xs, n) * (WIDTH - PAD.left - PAD.right)
  const y = (value: number) => HEIGHT - PAD.bottom - positionIn(ys, value) * (HEIGHT - PAD.top - PAD.bottom)
  const isShown = (value: number) => value >= ys.low && value <= ys.high
  // a limit beyond the end of the scale is not drawn along it
  const line = (of: (limit: Limits) => number) =>
    limits
      .map((limit, at) => {
        if (!isShown(of(limit))) return ''
        const before = limits[at - 1]
        const isStart = before === undefined || !isShown(of(before))
        return `${isStart ? 'M' : 'L'}${x(limit.n).toFixed(1)} ${y(of(limit)).toFixed(1)}`
      })
      .join('')
  const within = (value: number) => Math.min(ys.high, Math.max(ys.low, value))
  const band = (low: (limit: Limits) => number, high: (limit: Limits) => number) =>
    limits.length === 0
      ? ''
      : `M${[
          ...limits.map((limit) => [limit.n, high(limit)] as const),
          ...limits.toReversed().map((limit) => [limit.n, low(limit)] as const),
        ]
          .map(([n, value]) => `${x(n).toFixed(1)} ${y(within(value)).toFixed(1)}`)
          .join('L')}Z`
  // who has the same figures stands beside, not behind
  const moved = besideEachOther(points)
  const yTicks = ticksFor(ys, unit, scale)
  const yLabel = tickFormatter(yTicks, unit, scale)
  const last = limits.at(-1)
  const named = namesOf(points, y)
  return (
    <div className={classes.frame}>
      <svg
        className={classes.plot}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="group"
        aria-label={t`${label}; the table below holds the figures`}
      >
        {yTicks.map((tick) => (
          <g key={tick}>
            <line
              className={classes.gridline}
              x1={PAD.left}
              x2={WIDTH - PAD.right}
              y1={y(tick)}
              y2={y(tick)}
            />
            <text className={classes.tick} x={PAD.left - 8} y={y(tick) + 4} textAnchor="end">
              {yLabel(tick)}
            </text>
          </g>
        ))}
        {ticksIn(xs).map((tick) => (
          <text
            key={tick}
            className={classes.tick}
            x={x(tick)}
            y={HEIGHT - PAD.bottom + 18}
            textAnchor="middle"
          >
            {tick}
          </text>
        ))}
        <text
          className={classes.tick}
          x={(WIDTH - PAD.right + PAD.left) / 2}
          y={HEIGHT - 5}
          textAnchor="middle"
        >
          {across}
        </text>
        <path
          className={classes.band}
          d={band(
            ({ low998 }) => low998,
            ({ high998 }) => high998,
          )}
        />
        <path
          className={classes.band}
          d={band(
            ({ low95 }) => low95,
            ({ high95 }) => high95,
          )}
        />
        <line className={classes.centre} x1={PAD.left} x2={WIDTH - PAD.right} y1={y(centre)} y2={y(centre)} />
        <path className={classes.outer} d={line(({ low998 }) => low998)} />
        <path className={classes.outer} d={line(({ high998 }) => high998)} />
        <path className={classes.inner} d={line(({ low95 }) => low95)} />
        <path className={classes.inner} d={line(({ high95 }) => high95)} />
        {last && (
          <>
            {(
              [
                [last.high998, '99.8%'],
                [last.high95, '95%'],
                [last.low95, '95%'],
                [last.low998, '99.8%'],
              ] as const
            ).map(
              ([value, says]) =>
                isShown(value) && (
                  <text key={value} className={classes.says} x={WIDTH - PAD.right + 6} y={y(value) + 4}>
                    {says}
                  </text>
                ),
            )}
            <text className={classes.says} x={WIDTH - PAD.right + 6} y={y(centre) + 4}>
              <Trans>mean</Trans>
            </text>
          </>
        )}
        {named.map(({ point, top }) => (
          <text
            key={point.key}
            className={classes.name}
            x={x(point.n) + moved.get(point.key)! + 9}
            y={top + 4}
          >
            {point.name}
          </text>
        ))}
        {points.map((point) => (
          <g
            key={point.key}
            role={onPoint ? 'button' : 'img'}
            tabIndex={0}
            className={classes.point}
            data-place={point.isApart ? 'apart' : point.place}
            data-opens={onPoint ? true : undefined}
            data-number={point.number}
            aria-label={point.details}
            onFocus={() => setShown(point)}
            onBlur={() => setShown(null)}
            onClick={() => onPoint?.(point.key)}
            onKeyDown={(event) => {
              if (!onPoint || (event.key !== 'Enter' && event.key !== ' ')) return
              event.preventDefault()
              onPoint(point.key)
            }}
            onMouseEnter={() => setShown(point)}
            onMouseLeave={() => setShown(null)}
          >
            {point.place === 'inside' || point.isApart ? (
              <circle cx={x(point.n) + moved.get(point.key)!} cy={y(point.value)} r={4.5} />
            ) : (
              <path
                d={`M${x(point.n) + moved.get(point.key)!} ${y(point.value) - 7}l6.5 7l-6.5 7l-6.5 -7Z`}
                data-far={point.place === 'outside-998' || undefined}
              />
            )}
          </g>
        ))}
      </svg>
      <p className={classes.said} id={tipId}>
        {shown?.details ??
          (onPoint
            ? t`Point at an agent, or reach one with the Tab key, to read the figures; press it for its conversations.`
            : t`Point at an agent, or reach one with the Tab key, to read the figures.`)}
      </p>
      <p className={classes.key}>
        <span>
          <Trans>● within the limits</Trans>
        </span>
        {points.some(({ isApart }) => isApart) && (
          <span>
            <Trans>○ of a team that stands apart</Trans>
          </span>
        )}
        <span className={classes.keyOuter}>
          <Trans>◇ outside 95%</Trans>
        </span>
        <span className={classes.keyOuter}>
          <Trans>◆ outside 99.8%</Trans>
        </span>
      </p>
    </div>
  )
}

/** How far to the side each point is drawn, so that equal ones are all seen. */
function besideEachOther(points: readonly FunnelPoint[]): Map<string | number, number> {
  const alike = Map.groupBy(points, ({ n, value }) => `${Math.round(n)} ${value.toFixed(4)}`)
  return new Map(
    [...alike.values()].flatMap((same) =>
      same.map(({ key }, index) => [key, (index - (same.length - 1) / 2) * BESIDE] as const),
    ),
  )
}

/** The names of points outside, as far as they do not lie over each other; those furthest out first. */
function namesOf(
  points: readonly FunnelPoint[],
  y: (value: number) => number,
): { point: FunnelPoint; top: number }[] {
  const named: { point: FunnelPoint; top: number }[] = []
  for (const place of ['outside-998', 'outside-95'] as const)
    for (const point of points) {
      const top = y(point.value)
      if (
        !point.isApart &&
        point.place === place &&
        named.every((other) => Math.abs(other.top - top) >= LEAST_BETWEEN_NAMES)
      )
        named.push({ point, top })
    }
  return named
}
