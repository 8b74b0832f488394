import type { MetricUnit } from '../../shared/domain/metric-definition.ts'
import { formatValue } from '../ui/format.ts'
import classes from './two-bars.module.css'

/** Two levels of one metric under each other on a scale from zero, each with its name and figure; the first is the one meant. */
export function TwoBars({ bars, unit }: { bars: { label: string; value: number }[]; unit: MetricUnit }) {
  const longest = Math.max(...bars.map(({ value }) => Math.abs(value)))
  return (
    <dl className={classes.bars}>
      {bars.map(({ label, value }) => (
        <div key={label} className={classes.bar}>
          <dt>{label}</dt>
          <dd>
            <span
              className={classes.fill}
              style={{ width: `${longest > 0 ? Math.max(1, (Math.abs(value) / longest) * 100) : 1}%` }}
              aria-hidden
            />
            <span className={classes.value}>{formatValue(value, unit)}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
