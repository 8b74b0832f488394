import { Trans } from '@lingui/react/macro'
import classes from './limit-chart.module.css'
import { formatNumber } from '../ui/format.ts'

const HEIGHT = 72
const TOP = 14

/** A chart that starts at zero and alarms where it reaches its limit: one value an observation, in their order. `label` says what a sighted reader sees. */
export function LimitChart({
  values,
  limit,
  label,
}: {
  values: readonly number[]
  limit: number
  label: string
}) {
  const highest = Math.max(limit, ...values)
  const y = (value: number) => HEIGHT - 2 - (value / highest) * (HEIGHT - 2 - TOP)
  // a chart of a few answers does not fill the width: it would look like many
  const steps = Math.max(20, values.length)
  const x = (observations: number) => (observations / steps) * 100
  const path = [0, ...values].map(
    (value, at) => `${at === 0 ? 'M' : 'L'}${x(at).toFixed(2)} ${y(value).toFixed(2)}`,
  )
  const last = values.at(-1) ?? 0
  return (
    <svg
      className={classes.chart}
      width="100%"
      height={HEIGHT}
      role="img"
      aria-label={label}
      overflow="visible"
    >
      <line className={classes.base} x1="0%" x2="100%" y1={y(0)} y2={y(0)} />
      <line className={classes.limit} x1="0%" x2="100%" y1={y(limit)} y2={y(limit)} />
      <text className={classes.says} x="100%" y={y(limit) - 4} textAnchor="end">
        <Trans>limit {formatNumber(limit, 1)}</Trans>
      </text>
      <svg
        viewBox={`0 0 100 ${HEIGHT}`}
        preserveAspectRatio="none"
        width="100%"
        height={HEIGHT}
        overflow="visible"
      >
        <path className={classes.path} d={path.join('')} />
      </svg>
      <circle
        className={classes.last}
        data-over={last >= limit || undefined}
        cx={`${x(values.length)}%`}
        cy={y(last)}
        r={3.5}
      />
    </svg>
  )
}
