import { Trans } from '@lingui/react/macro'
import type { Conversation } from '../../../shared/contract/conversations.ts'
import { EvidenceFlag } from './evidence-flag.tsx'
import styles from './speaker-timeline.module.css'
import type { TimelineLayout } from './timeline-layout.ts'

type Mark = Conversation['marks'][number]

interface MarkLayerProps {
  marks: readonly Mark[]
  layout: TimelineLayout
  x(at: number): number
  spanOf(mark: Mark): { from: number; to: number } | null
}

/** Silences and holds over both lanes, each hatched its own way; a hold is named where there is room. */
export function QuietSpans({
  marks,
  layout,
  x,
  spanOf,
  silenceHatching,
  holdHatching,
}: MarkLayerProps & { silenceHatching: string; holdHatching: string }) {
  const top = layout.agent.top - 1
  const height = layout.lanesBottom - layout.agent.top + 2
  return marks.map((mark, index) => {
    const span = mark.kind === 'silence' || mark.kind === 'hold' ? spanOf(mark) : null
    if (!span) return null
    const width = Math.max(2, x(span.to) - x(span.from))
    return (
      <g key={`quiet-${index}`}>
        {mark.kind === 'hold' && (
          <rect
            x={x(span.from)}
            y={top}
            width={width}
            height={height}
            rx="2"
            fill="var(--warning)"
            opacity="0.16"
          />
        )}
        <rect
          x={x(span.from)}
          y={top}
          width={width}
          height={height}
          rx="2"
          fill={mark.kind === 'silence' ? silenceHatching : holdHatching}
        />
        {mark.kind === 'hold' && width > 34 && (
          <text
            className={styles.spanName}
            x={x(span.from) + width / 2}
            y={top + height / 2 + 4}
            textAnchor="middle"
          >
            <Trans>hold</Trans>
          </text>
        )}
      </g>
    )
  })
}

/** Where both speak: a bar between the lanes. */
export function Overlaps({ marks, layout, x, spanOf }: MarkLayerProps) {
  const top =
    layout.waves.length === 1
      ? layout.agent.top + layout.agent.height
      : layout.agent.top + layout.agent.height - 1
  const height =
    layout.waves.length === 1 ? 3 : layout.customer.top - layout.agent.top - layout.agent.height + 2
  return marks.map((mark, index) => {
    const span = mark.kind === 'overtalk' || mark.kind === 'interruption' ? spanOf(mark) : null
    if (!span) return null
    const from = x(span.from)
    const width = Math.max(from + 5, x(span.to)) - from
    return (
      <rect key={`overlap-${index}`} x={from} y={top} width={width} height={height} fill="var(--warning)" />
    )
  })
}

/** Evidence as flags that stand on the lanes. */
export function EvidenceFlags({ marks, layout, x, spanOf }: MarkLayerProps) {
  return marks.map((mark, index) => {
    const span = mark.kind === 'evidence' ? spanOf(mark) : null
    if (!span) return null
    return (
      <EvidenceFlag
        key={`flag-${index}`}
        x={x(span.from)}
        foot={layout.agent.top - 2}
        verdict={mark.verdict}
      />
    )
  })
}
