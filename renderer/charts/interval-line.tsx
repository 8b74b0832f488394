import classes from './interval-line.module.css'
import { positionIn, type Domain } from './scale.ts'

/** One value with its interval on a line from end to end of the domain, with a mark for what it is compared with. */
export function IntervalLine({
  interval: { value, low, high },
  domain,
  reference = null,
  isMarked = false,
}: {
  interval: { value: number; low: number; high: number }
  domain: Domain
  reference?: number | null
  isMarked?: boolean
}) {
  const at = (one: number) => `${(positionIn(domain, one) * 100).toFixed(2)}%`
  return (
    <svg
      className={classes.line}
      data-marked={isMarked || undefined}
      width="100%"
      height={18}
      aria-hidden
      overflow="visible"
    >
      <line className={classes.axis} x1="0%" x2="100%" y1={9} y2={9} />
      {reference !== null && (
        <line className={classes.reference} x1={at(reference)} x2={at(reference)} y1={0} y2={18} />
      )}
      <line className={classes.interval} x1={at(low)} x2={at(high)} y1={9} y2={9} />
      <circle className={classes.value} cx={at(value)} cy={9} r={4.5} />
    </svg>
  )
}
