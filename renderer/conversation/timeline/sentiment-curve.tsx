import { Trans } from '@lingui/react/macro'
import { compoundWords } from '../words.ts'
import styles from './speaker-timeline.module.css'

/** A scored turn on the drawing: its place in pixels and its compound. */
interface CurvePoint {
  index: number
  value: number
  x: number
  y: number
}

interface SentimentCurveProps {
  points: CurvePoint[]
  zero: number
  bottom: number
  right: number
  /** What line and area are painted with. */
  paint: string
  lowestSegment: number | null
}

/** Beyond these, dots run into each other and only cost time. */
const mostDots = 200

/** The customer's sentiment from turn to turn as a line over its area, the lowest point named. */
export function SentimentCurve({ points, zero, bottom, right, paint, lowestSegment }: SentimentCurveProps) {
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last) return null
  const line = points.map((point) => `${point.x} ${point.y}`).join(' L')
  const lowest = points.find(({ index }) => index === lowestSegment)
  // Below its point, where the line never runs, and beside it where there is no room below.
  const hasRoomBelow = lowest !== undefined && lowest.y + 16 <= bottom
  const isLate = lowest !== undefined && lowest.x > right - 150
  return (
    <>
      <path d={`M${first.x} ${zero} L${line} L${last.x} ${zero} Z`} fill={paint} opacity="0.18" />
      <path d={`M${line}`} fill="none" stroke={paint} strokeWidth="1.8" strokeLinejoin="round" />
      {points.length <= mostDots &&
        points.map((point) => <circle key={point.index} cx={point.x} cy={point.y} r="2.2" fill={paint} />)}
      {lowest && (
        <>
          <circle
            cx={lowest.x}
            cy={lowest.y}
            r="4.5"
            fill="var(--surface-card)"
            stroke="var(--negative)"
            strokeWidth="2.5"
          />
          <text
            className={styles.lowest}
            x={lowest.x + (hasRoomBelow ? 0 : 12) * (isLate ? -1 : 1)}
            y={hasRoomBelow ? lowest.y + 16 : Math.min(lowest.y + 4, bottom - 1)}
            textAnchor={isLate ? 'end' : 'start'}
          >
            <Trans>lowest {compoundWords(lowest.value)}</Trans>
          </text>
        </>
      )}
    </>
  )
}
