import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { memo, useMemo } from 'react'
import type { Conversation } from '../../../shared/contract/conversations.ts'
import type { PlayableRecording } from '../../../shared/contract/recordings.ts'
import { orpc } from '../../app/client.ts'
import { fullPace, wordsPerMinute } from './pace.ts'
import styles from './speaker-timeline.module.css'
import { gutter, rightMargin, type TimelineLayout } from './timeline-layout.ts'
import { outlineOf, waveformPath } from './waveform-path.ts'

type Segment = Conversation['segments'][number]

interface Placed {
  layout: TimelineLayout
  drawnWidth: number
  lengthMs: number
  x(at: number): number
}

/** The sound itself: one outline a channel, in its speaker's colour. Peaks are stored, so an hour draws as fast as a minute. */
export const Waveforms = memo(function Waveforms({
  recordingId,
  layout,
  drawnWidth,
  lengthMs,
}: Omit<Placed, 'x'> & { recordingId: number }) {
  const peaks = useQuery({
    ...orpc.recordings.peaks.queryOptions({ input: { recordingId } }),
    staleTime: Infinity,
    structuralSharing: false,
  })
  const outline = useMemo(() => (peaks.data ? outlineOf(peaks.data) : null), [peaks.data])
  const paths = useMemo(
    () =>
      outline
        ? layout.waves.map((row) => ({
            row,
            d: waveformPath(outline, row.channel, {
              left: gutter,
              width: drawnWidth - gutter - rightMargin,
              top: row.top,
              height: row.height,
              lengthMs,
            }),
          }))
        : [],
    [outline, layout, drawnWidth, lengthMs],
  )
  return paths.map(({ row, d }) => (
    <path key={row.channel} d={d} fill={row.colour} data-testid={`waveform-${row.channel}`} />
  ))
})

/** Music and ring tones in the channel they sound in, and what redaction took out of the sound of both. */
export function SoundSpans({
  recording,
  layout,
  x,
  hatching,
}: Pick<Placed, 'layout' | 'x'> & {
  recording: Pick<PlayableRecording, 'activity' | 'silenced'>
  hatching: string
}) {
  const top = layout.agent.top
  const height = layout.lanesBottom - top
  return (
    <>
      {layout.waves.flatMap((row) =>
        (recording.activity[row.channel] ?? [])
          .filter(({ kind }) => kind !== 'speech')
          .map((span) => {
            const width = Math.max(2, x(span.endMs) - x(span.startMs))
            const name = span.kind === 'music' ? t`music` : t`ringing`
            return (
              <g key={`${row.channel}-${span.startMs}`}>
                <rect
                  x={x(span.startMs)}
                  y={row.top}
                  width={width}
                  height={row.height}
                  rx="3"
                  fill="var(--surface-sunken)"
                  stroke="var(--line-strong)"
                  strokeDasharray="2 2"
                  opacity="0.85"
                />
                {width > 44 && (
                  <text
                    className={styles.spanName}
                    x={x(span.startMs) + width / 2}
                    y={row.top + row.height / 2 + 4}
                    textAnchor="middle"
                  >
                    ♪ {name}
                  </text>
                )}
              </g>
            )
          }),
      )}
      {recording.silenced.map((span) => {
        const width = Math.max(3, x(span.endMs) - x(span.startMs))
        return (
          <g key={`silenced-${span.startMs}`}>
            <title>{t`Taken out: silent in playback`}</title>
            <rect
              x={x(span.startMs)}
              y={top}
              width={width}
              height={height}
              fill="var(--surface-card)"
              stroke="var(--ink-dim)"
              strokeWidth="1"
            />
            <rect x={x(span.startMs)} y={top} width={width} height={height} fill={hatching} />
            {width > 46 && (
              <text
                className={styles.spanName}
                x={x(span.startMs) + width / 2}
                y={top + height / 2 + 4}
                textAnchor="middle"
              >
                <Trans>taken out</Trans>
              </text>
            )}
          </g>
        )
      })}
    </>
  )
}

/** Words per minute, a bar a turn: the taller, the faster. */
export const PaceStrip = memo(function PaceStrip({
  segments,
  layout,
  x,
}: Pick<Placed, 'layout' | 'x'> & { segments: readonly Segment[] }) {
  const { pace } = layout
  const bars = useMemo(() => {
    if (!pace) return []
    const paths: Record<string, string> = {}
    for (const segment of segments) {
      const wpm = wordsPerMinute(segment)
      if (wpm === null || segment.startMs === null || segment.endMs === null) continue
      const height = Math.min(1, wpm / fullPace) * pace.height
      const colour =
        segment.role === 'agent'
          ? 'var(--agent)'
          : segment.role === 'customer'
            ? 'var(--customer)'
            : 'var(--other)'
      const width = Math.max(1.5, x(segment.endMs) - x(segment.startMs) - 0.5)
      paths[colour] =
        `${paths[colour] ?? ''}M${x(segment.startMs)} ${pace.top + pace.height}v${-height}h${width}v${height}z`
    }
    return Object.entries(paths)
  }, [segments, pace, x])
  if (!pace) return null
  const usual = pace.top + pace.height * (1 - 150 / fullPace)
  return (
    <g>
      <text className={styles.laneName} x="0" y={pace.top + 13}>
        <Trans>Pace</Trans>
      </text>
      {bars.map(([colour, d]) => (
        <path key={colour} d={d} fill={colour} opacity="0.55" />
      ))}
      <line
        x1={gutter}
        x2={x(Number.MAX_SAFE_INTEGER)}
        y1={usual}
        y2={usual}
        stroke="var(--line-strong)"
        strokeDasharray="1 3"
      />
      <text className={styles.tick} x={gutter - 6} y={usual + 4} textAnchor="end">
        150
      </text>
    </g>
  )
})
