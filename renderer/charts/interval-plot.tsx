import { t } from '@lingui/core/macro'
import type { MetricUnit, Polarity } from '../../shared/domain/metric-definition.ts'
import { formatInterval, formatValue, tickFormatter, type ShownScale } from '../ui/format.ts'
import classes from './interval-plot.module.css'
import { boundsOf, domainOf, positionIn, ticksFor, type Domain } from './scale.ts'

export interface IntervalPlotData {
  unit: MetricUnit
  scale?: ShownScale
  polarity: Polarity
  posterior: { mean: number; low: number; high: number }
  peerMean: number | null
  /** The peers' own posterior means, where they are known. */
  peers?: number[]
  benchmark?: number | null
  raw?: number | null
  adjusted?: number | null
}

function domainFor(data: IntervalPlotData): Domain {
  const { posterior, peerMean, peers = [], benchmark = null, raw = null, adjusted = null, unit } = data
  return domainOf(
    [posterior.low, posterior.high, peerMean, benchmark, raw, adjusted, ...peers],
    boundsOf(unit),
  )
}

function describe(name: string, data: IntervalPlotData): string {
  const { posterior, peerMean, benchmark, unit, scale = null } = data
  return [
    t`${name}: ${formatValue(posterior.mean, unit, scale)}, 95% interval ${formatInterval(posterior.low, posterior.high, unit, scale)}`,
    peerMean === null ? '' : t`peers ${formatValue(peerMean, unit, scale)}`,
    benchmark === undefined || benchmark === null ? '' : t`benchmark ${formatValue(benchmark, unit, scale)}`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** Where the agent stands: mean with 95% interval, among the peers and against the benchmark, one axis. */
export function IntervalPlot({
  name,
  data,
  isSmall = false,
}: {
  name: string
  data: IntervalPlotData
  isSmall?: boolean
}) {
  const { posterior, peerMean, peers = [], benchmark = null, raw = null, adjusted = null, unit } = data
  const domain = domainFor(data)
  const at = (value: number) => `${(positionIn(domain, value) * 100).toFixed(2)}%`
  const middle = isSmall ? 9 : 18
  const height = isSmall ? 24 : 58
  const lane = isSmall ? 8 : 14
  const ticks = isSmall ? [] : ticksFor(domain, unit, data.scale)
  const tickLabel = tickFormatter(ticks, unit, data.scale)
  return (
    <div className={isSmall ? classes.small : classes.plot}>
      <svg width="100%" height={height} role="img" aria-label={describe(name, data)} overflow="visible">
        {data.polarity.direction === 'band' && (
          <rect
            className={classes.band}
            x={at(data.polarity.low)}
            width={`${(positionIn(domain, data.polarity.high) - positionIn(domain, data.polarity.low)) * 100}%`}
            y={middle - lane}
            height={lane * 2}
          />
        )}
        <line className={classes.axis} x1="0%" x2="100%" y1={middle} y2={middle} />
        {!isSmall &&
          ticks.map((tick) => (
            <g key={tick}>
              <line className={classes.tick} x1={at(tick)} x2={at(tick)} y1={middle + 20} y2={middle + 24} />
              <text className={classes.tickLabel} x={at(tick)} y={middle + 37} textAnchor="middle">
                {tickLabel(tick)}
              </text>
            </g>
          ))}
        {peers.map((peer, index) => (
          <line
            // Peers may coincide: their place in the ascending list is what tells them apart.
            key={index}
            className={classes.peer}
            x1={at(peer)}
            x2={at(peer)}
            y1={middle + (isSmall ? 6 : 9)}
            y2={middle + (isSmall ? 12 : 18)}
          />
        ))}
        {peerMean !== null && (
          <line
            className={classes.peerMean}
            x1={at(peerMean)}
            x2={at(peerMean)}
            y1={middle - lane}
            y2={middle + lane}
          />
        )}
        {benchmark !== null && (
          <line
            className={classes.benchmark}
            x1={at(benchmark)}
            x2={at(benchmark)}
            y1={middle - lane - 2}
            y2={middle + lane + 2}
          />
        )}
        <rect
          className={classes.interval}
          x={at(posterior.low)}
          width={`${Math.max(0.4, (positionIn(domain, posterior.high) - positionIn(domain, posterior.low)) * 100)}%`}
          y={middle - (isSmall ? 3 : 5)}
          height={isSmall ? 6 : 10}
          rx={isSmall ? 3 : 5}
        />
        {raw !== null && !isSmall && (
          <svg x={at(raw)} y={middle} overflow="visible">
            <path className={classes.raw} d="M0 -6 L6 0 L0 6 L-6 0 Z" />
          </svg>
        )}
        {adjusted !== null && !isSmall && (
          <circle className={classes.raw} cx={at(adjusted)} cy={middle} r={4.5} />
        )}
        <circle className={classes.mean} cx={at(posterior.mean)} cy={middle} r={isSmall ? 4 : 7} />
      </svg>
    </div>
  )
}
