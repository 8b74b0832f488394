import styles from './interval-bar.module.css'
import { positionIn } from './scale.ts'

interface IntervalBarProps {
  value: number
  low: number
  high: number
  /** The ends of the scale, the same for every row. */
  from: number
  to: number
  /** The figure, which makes the drawing a table. */
  words: string
  title?: string
  /** Draws a line at 0. */
  zero?: boolean
  /** Not seen but assumed: drawn hollow. */
  isAssumed?: boolean
}

/** A value with its interval on a small scale, the figure beside it. */
export function IntervalBar({ value, low, high, from, to, words, title, zero, isAssumed }: IntervalBarProps) {
  const at = (one: number) => `${(positionIn({ low: from, high: to }, one) * 100).toFixed(2)}%`
  return (
    <div className={styles.bar} title={title}>
      <svg width="100%" height={16} aria-hidden overflow="visible">
        <line className={styles.axis} x1="0%" x2="100%" y1={8} y2={8} />
        {zero && <line className={styles.zero} x1={at(0)} x2={at(0)} y1={1} y2={15} />}
        <line
          className={styles.interval}
          x1={at(low)}
          x2={at(high)}
          y1={8}
          y2={8}
          data-assumed={isAssumed || undefined}
        />
        <circle className={styles.value} cx={at(value)} cy={8} r={4} data-assumed={isAssumed || undefined} />
      </svg>
      <span>{words}</span>
    </div>
  )
}
