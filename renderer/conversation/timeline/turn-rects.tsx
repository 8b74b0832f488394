import { memo, useMemo } from 'react'
import type { Conversation } from '../../../shared/contract/conversations.ts'
import type { TimelineScale } from './timeline-geometry.ts'
import type { TimelineLayout } from './timeline-layout.ts'

type Segment = Conversation['segments'][number]

const laneColour = {
  agent: 'var(--agent)',
  customer: 'var(--customer)',
  bot: 'var(--other)',
  unknown: 'var(--other)',
}

interface TurnRectsProps {
  segments: readonly Segment[]
  scale: TimelineScale
  layout: TimelineLayout
  x(at: number): number
  /** Turns that stand out, by index. */
  highlighted: readonly number[]
}

/** Who speaks when: one path a role, however many turns, and the highlighted ones over it. Behind a waveform they are a tint. */
export const TurnRects = memo(function TurnRects({
  segments,
  scale,
  layout,
  x,
  highlighted,
}: TurnRectsProps) {
  const isTint = (role: string) => layout.waves.length > 1 || rowOf(role, layout) === layout.waves[0]
  const paths = useMemo(() => {
    const found: Partial<Record<Segment['role'], string>> = {}
    for (const segment of segments) {
      found[segment.role] = (found[segment.role] ?? '') + turnPath(segment, scale, layout, x)
    }
    return Object.entries(found)
  }, [segments, scale, layout, x])
  return (
    <>
      {paths.map(([role, d]) => (
        <path
          key={role}
          d={d}
          fill={laneColour[role as Segment['role']]}
          opacity={isTint(role) ? 0.2 : 0.82}
        />
      ))}
      {segments
        .filter(({ index }) => highlighted.includes(index))
        .map((segment) => (
          <path
            key={segment.index}
            d={turnPath(segment, scale, layout, x)}
            fill={laneColour[segment.role]}
            opacity={isTint(segment.role) ? 0.3 : 1}
          />
        ))}
    </>
  )
})

/** On one channel a speaker nobody knows has no lane: the turn lies behind the sound itself. */
function rowOf(role: string, layout: TimelineLayout): { top: number; height: number } {
  if (role === 'customer') return layout.customer
  const [only, other] = layout.waves
  return role === 'agent' || !only || other ? layout.agent : only
}

function turnPath(
  segment: Segment,
  scale: TimelineScale,
  layout: TimelineLayout,
  x: (at: number) => number,
): string {
  const { top, height } = rowOf(segment.role, layout)
  const from = x(scale.start(segment))
  const width = Math.max(1.5, x(scale.end(segment)) - from)
  const round = Math.min(2, width / 2)
  const inner = width - 2 * round
  return (
    `M${from + round} ${top}h${inner}q${round} 0 ${round} ${round}v${height - 2 * round}` +
    `q0 ${round} ${-round} ${round}h${-inner}q${-round} 0 ${-round} ${-round}` +
    `v${-(height - 2 * round)}q0 ${-round} ${round} ${-round}z`
  )
}
