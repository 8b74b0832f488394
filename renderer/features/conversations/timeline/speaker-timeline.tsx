import { useElementSize } from '@mantine/hooks'
import { type PointerEvent, useId, useMemo, useState } from 'react'
import type { Conversation } from '../../../../shared/contract/conversations.ts'
import { formatClock } from '../../../ui/format.ts'
import { compoundWords, durationWords } from '../words.ts'
import { EvidenceFlag } from './evidence-flag.tsx'
import { SentimentCurve } from './sentiment-curve.tsx'
import styles from './speaker-timeline.module.css'
import { sentimentPoints, timelineScale } from './timeline-geometry.ts'

type Segment = Conversation['segments'][number]
type Mark = Conversation['marks'][number]

const gutter = 76
const right = 12
const laneHeight = 20
const agentTop = 22
const customerTop = 46
const lanesBottom = customerTop + laneHeight
const curveTop = 82
const curveHeight = 64
const axisTop = curveTop + curveHeight + 6
const height = axisTop + 18

const laneColour = {
  agent: 'var(--agent)',
  customer: 'var(--customer)',
  bot: 'var(--other)',
  unknown: 'var(--other)',
}

interface SpeakerTimelineProps {
  conversation: Pick<Conversation, 'segments' | 'marks' | 'durationMs'>
  selectedSegment: number | null
  onSelect(segment: number): void
}

/**
 * The conversation as a line: who spoke when, silences, holds and overlap over both lanes, the customer's sentiment below, evidence
 * as flags above. Everything drawn here also stands in the list of moments and in the transcript, which the keyboard reaches.
 */
export function SpeakerTimeline({ conversation, selectedSegment, onSelect }: SpeakerTimelineProps) {
  const { segments, marks, durationMs } = conversation
  const { ref, width } = useElementSize()
  const patternId = useId()
  const [hovered, setHovered] = useState<{ segment: Segment; x: number } | null>(null)
  const scale = useMemo(() => timelineScale(segments, durationMs), [segments, durationMs])
  const points = useMemo(() => sentimentPoints(segments, scale), [segments, scale])
  const drawnWidth = Math.max(320, width)
  const x = (at: number) => gutter + (at / scale.length) * (drawnWidth - gutter - right)
  const y = (value: number) => curveTop + curveHeight / 2 - (value * curveHeight) / 2
  const bySegment = new Map(segments.map((segment) => [segment.index, segment]))
  const selected = selectedSegment === null ? undefined : bySegment.get(selectedSegment)

  const segmentAt = (event: PointerEvent<SVGSVGElement>): { segment: Segment; x: number } | null => {
    const box = event.currentTarget.getBoundingClientRect()
    const pixel = ((event.clientX - box.left) / box.width) * drawnWidth
    const at = ((pixel - gutter) / (drawnWidth - gutter - right)) * scale.length
    if (at < 0) return null
    const nearest = segments.reduce<Segment | null>((best, segment) => {
      const distance = Math.max(scale.start(segment) - at, at - scale.end(segment), 0)
      const bestDistance = best ? Math.max(scale.start(best) - at, at - scale.end(best), 0) : Infinity
      return distance < bestDistance ? segment : best
    }, null)
    return nearest ? { segment: nearest, x: pixel } : null
  }

  const spanOf = (mark: Mark): { from: number; to: number } | null => {
    const first = mark.firstSegment === null ? undefined : bySegment.get(mark.firstSegment)
    const last = mark.lastSegment === null ? first : bySegment.get(mark.lastSegment)
    if (scale.basis === 'time' && mark.startMs !== null) {
      return { from: mark.startMs, to: Math.max(mark.endMs ?? mark.startMs, mark.startMs) }
    }
    return first && last ? { from: scale.start(first), to: scale.end(last) } : null
  }

  return (
    <div className={styles.frame} ref={ref}>
      <svg
        className={styles.drawing}
        height={height}
        viewBox={`0 0 ${drawnWidth} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={timelineSentence(conversation, scale.basis, scale.length)}
        onPointerMove={(event) => setHovered(segmentAt(event))}
        onPointerLeave={() => setHovered(null)}
        onClick={(event) => {
          const hit = segmentAt(event as PointerEvent<SVGSVGElement>)
          if (hit) onSelect(hit.segment.index)
        }}
      >
        <defs>
          <pattern
            id={patternId}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <line x1="0" y1="0" x2="0" y2="6" stroke="var(--neutral)" strokeWidth="1.6" opacity="0.55" />
          </pattern>
          <linearGradient
            id={`${patternId}-curve`}
            x1="0"
            x2="0"
            y1={y(1)}
            y2={y(-1)}
            gradientUnits="userSpaceOnUse"
          >
            <stop offset="0" stopColor="var(--positive)" />
            <stop offset="0.46" stopColor="var(--positive)" />
            <stop offset="0.5" stopColor="var(--neutral)" />
            <stop offset="0.54" stopColor="var(--negative)" />
            <stop offset="1" stopColor="var(--negative)" />
          </linearGradient>
        </defs>

        {scale.ticks.map((tick) => (
          <g key={tick.at}>
            <line
              x1={x(tick.at)}
              x2={x(tick.at)}
              y1={agentTop}
              y2={axisTop}
              stroke="var(--line)"
              strokeWidth="1"
              opacity="0.7"
            />
            <text
              className={styles.tick}
              x={x(tick.at)}
              y={axisTop + 13}
              textAnchor={tick.at === 0 ? 'start' : 'middle'}
            >
              {tick.label}
            </text>
          </g>
        ))}

        <text className={styles.laneName} x="0" y={agentTop + 14}>
          Agent
        </text>
        <text className={styles.laneName} x="0" y={customerTop + 14}>
          Customer
        </text>
        <rect
          x={gutter}
          y={agentTop}
          width={drawnWidth - gutter - right}
          height={laneHeight}
          rx="4"
          fill="var(--line)"
          opacity="0.35"
        />
        <rect
          x={gutter}
          y={customerTop}
          width={drawnWidth - gutter - right}
          height={laneHeight}
          rx="4"
          fill="var(--line)"
          opacity="0.35"
        />

        {marks.map((mark, index) => {
          const span = mark.kind === 'silence' || mark.kind === 'hold' ? spanOf(mark) : null
          if (!span) return null
          const spanWidth = Math.max(2, x(span.to) - x(span.from))
          return (
            <g key={`quiet-${index}`}>
              <rect
                x={x(span.from)}
                y={agentTop - 1}
                width={spanWidth}
                height={lanesBottom - agentTop + 2}
                rx="2"
                fill={mark.kind === 'silence' ? `url(#${patternId})` : 'var(--warning)'}
                opacity={mark.kind === 'silence' ? 1 : 0.22}
              />
              {mark.kind === 'hold' && spanWidth > 34 && (
                <text
                  className={styles.laneName}
                  x={x(span.from) + spanWidth / 2}
                  y={customerTop + 2}
                  textAnchor="middle"
                >
                  hold
                </text>
              )}
            </g>
          )
        })}

        {segments.map((segment) => (
          <rect
            key={segment.index}
            x={x(scale.start(segment))}
            y={segment.role === 'customer' ? customerTop : agentTop}
            width={Math.max(1.5, x(scale.end(segment)) - x(scale.start(segment)))}
            height={laneHeight}
            rx="2"
            fill={laneColour[segment.role]}
            opacity={hovered?.segment === segment || selected === segment ? 1 : 0.82}
          />
        ))}

        {marks.map((mark, index) => {
          const span = mark.kind === 'overtalk' || mark.kind === 'interruption' ? spanOf(mark) : null
          if (!span) return null
          const from = x(span.from)
          const to = Math.max(from + 5, x(span.to))
          return (
            <rect
              key={`overlap-${index}`}
              x={from}
              y={agentTop + laneHeight - 1}
              width={to - from}
              height={customerTop - agentTop - laneHeight + 2}
              fill="var(--warning)"
            />
          )
        })}

        {marks.map((mark, index) => {
          const span = mark.kind === 'evidence' ? spanOf(mark) : null
          if (!span) return null
          return (
            <EvidenceFlag key={`flag-${index}`} x={x(span.from)} foot={agentTop - 2} verdict={mark.verdict} />
          )
        })}

        <line
          x1={gutter}
          x2={drawnWidth - right}
          y1={y(0)}
          y2={y(0)}
          stroke="var(--neutral)"
          strokeWidth="1"
          strokeDasharray="2 3"
        />
        {points.length > 0 ? (
          <>
            <text className={styles.laneName} x="0" y={y(0) - 4}>
              Customer
            </text>
            <text className={styles.laneName} x="0" y={y(0) + 10}>
              sentiment
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
              bottom={curveTop + curveHeight}
              right={drawnWidth}
              paint={`url(#${patternId}-curve)`}
              lowestSegment={marks.find((mark) => mark.kind === 'lowest-point')?.firstSegment ?? null}
            />
          </>
        ) : (
          <text className={styles.laneName} x={gutter + 8} y={y(0) - 6}>
            Sentiment is not available for this conversation: it is read from English customer turns only.
          </text>
        )}

        {selected && (
          <line
            x1={x(scale.start(selected))}
            x2={x(scale.start(selected))}
            y1={8}
            y2={axisTop}
            stroke="var(--mantine-color-text)"
            strokeWidth="1.5"
          />
        )}
      </svg>
      {hovered && (
        <div
          className={styles.hovered}
          style={{
            left: Math.min(Math.max(0, hovered.x + 12), Math.max(0, drawnWidth - 330)),
            top: lanesBottom + 12,
          }}
          aria-hidden
        >
          <strong>
            {hovered.segment.speaker}
            {hovered.segment.startMs === null ? '' : ` · ${formatClock(hovered.segment.startMs)}`}
            {hovered.segment.sentiment === null ? '' : ` · ${compoundWords(hovered.segment.sentiment)}`}
          </strong>
          <div>{shortened(hovered.segment.text, 120)}</div>
        </div>
      )}
    </div>
  )
}

function shortened(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length).trimEnd()} …`
}

function timelineSentence(
  conversation: SpeakerTimelineProps['conversation'],
  basis: 'time' | 'turns',
  length: number,
): string {
  const count = (kind: Mark['kind']) => conversation.marks.filter((mark) => mark.kind === kind).length
  const extent =
    basis === 'time' ? durationWords(length) : `${conversation.segments.length} turns without times`
  return (
    `Timeline of the conversation, ${extent}: ${count('silence')} silences, ${count('hold')} holds, ` +
    `${count('overtalk') + count('interruption')} overlaps, ${count('evidence')} pieces of evidence. ` +
    'The same moments are listed below.'
  )
}
