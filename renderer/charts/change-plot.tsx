import { t } from '@lingui/core/macro'
import type { MetricUnit } from '../../shared/domain/metric-definition.ts'
import { formatValue, tickFormatter, type ShownScale } from '../ui/format.ts'
import classes from './change-plot.module.css'
import { domainOf, positionIn, ticksFor } from './scale.ts'

const HEIGHT = 104

/**
 * Where somebody stood when they were picked, where they would have come back to untouched, and where they stand since: the first arrow is luck running out
 * and what moved everybody, the second is what is left for the coaching.
 */
export function ChangePlot({
  name,
  picked,
  expectedWithout,
  since,
  unit,
  scale = null,
}: {
  name: string
  picked: number | null
  expectedWithout: number | null
  since: number | null
  unit: MetricUnit
  scale?: ShownScale
}) {
  const domain = domainOf([picked, expectedWithout, since])
  const at = (value: number) => `${(3 + positionIn(domain, value) * 94).toFixed(2)}%`
  const ticks = ticksFor(domain, unit, scale, 4)
  const label = tickFormatter(ticks, unit, scale)
  const say = (value: number | null) => formatValue(value, unit, scale)
  const rows: [what: string, from: number | null, to: number | null, kind: 'untouched' | 'beyond'][] = [
    [t`expected without coaching`, picked, expectedWithout, 'untouched'],
    [t`beyond that`, expectedWithout, since, 'beyond'],
  ]
  return (
    <svg
      className={classes.plot}
      width="100%"
      height={HEIGHT}
      role="img"
      aria-label={t`${name}: ${say(picked)} when picked, ${say(expectedWithout)} expected without coaching, ${say(since)} since`}
      overflow="visible"
    >
      {ticks.map((tick) => (
        <g key={tick}>
          <line className={classes.tick} x1={at(tick)} x2={at(tick)} y1={6} y2={HEIGHT - 20} />
          <text className={classes.tickLabel} x={at(tick)} y={HEIGHT - 6} textAnchor="middle">
            {label(tick)}
          </text>
        </g>
      ))}
      {rows.map(([what, from, to, kind], row) => {
        if (from === null || to === null) return null
        const y = 24 + row * 38
        // what it says must not run out at the right
        const isRight = positionIn(domain, Math.min(from, to)) > 0.6
        return (
          <g key={what} data-kind={kind}>
            <text
              className={classes.says}
              x={at(isRight ? Math.max(from, to) : Math.min(from, to))}
              y={y - 9}
              textAnchor={isRight ? 'end' : 'start'}
            >
              {what}
            </text>
            <line className={classes.move} x1={at(from)} x2={at(to)} y1={y} y2={y} />
            <circle className={classes.from} cx={at(from)} cy={y} r={4.5} />
            <circle className={classes.to} cx={at(to)} cy={y} r={5.5} />
          </g>
        )
      })}
    </svg>
  )
}
