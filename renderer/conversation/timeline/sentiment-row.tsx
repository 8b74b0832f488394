import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import type { Conversation } from '../../../shared/contract/conversations.ts'
import { SentimentCurve } from './sentiment-curve.tsx'
import styles from './speaker-timeline.module.css'
import { gutter, rightMargin, type TimelineLayout } from './timeline-layout.ts'

interface SentimentRowProps {
  points: { index: number; at: number; value: number }[]
  hasWords: boolean
  marks: Conversation['marks']
  layout: TimelineLayout
  drawnWidth: number
  /** What the curve is painted with. */
  paint: string
  x(at: number): number
}

/** The customer's sentiment with its scale, or why there is none. */
export function SentimentRow({ points, hasWords, marks, layout, drawnWidth, paint, x }: SentimentRowProps) {
  const { top, height } = layout.curve
  const y = (value: number) => top + height / 2 - (value * height) / 2
  return (
    <>
      <line
        x1={gutter}
        x2={drawnWidth - rightMargin}
        y1={y(0)}
        y2={y(0)}
        stroke="var(--neutral)"
        strokeWidth="1"
        strokeDasharray="2 3"
      />
      {points.length > 0 ? (
        <>
          <text className={styles.laneName} x="0" y={y(0) - 4}>
            <Trans>Customer</Trans>
          </text>
          <text className={styles.laneName} x="0" y={y(0) + 10}>
            <Trans>sentiment</Trans>
          </text>
          <text className={styles.tick} x={gutter - 6} y={y(1) + 8} textAnchor="end">
            +1
          </text>
          <text className={styles.tick} x={gutter - 6} y={y(-1)} textAnchor="end">
            −1
          </text>
          <SentimentCurve
            points={points.map((point) => ({ ...point, x: x(point.at), y: y(point.value) }))}
            zero={y(0)}
            bottom={top + height}
            right={drawnWidth}
            paint={paint}
            lowestSegment={marks.find((mark) => mark.kind === 'lowest-point')?.firstSegment ?? null}
          />
        </>
      ) : (
        <text className={styles.laneName} x={gutter + 8} y={y(0) - 6}>
          {hasWords
            ? t`Sentiment is not available for this conversation: it is read from English customer turns only.`
            : t`Pace and the customer’s sentiment come with the words.`}
        </text>
      )}
    </>
  )
}
