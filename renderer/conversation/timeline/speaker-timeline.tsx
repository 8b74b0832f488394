import { t } from '@lingui/core/macro'
import { useElementSize } from '@mantine/hooks'
import { useCallback, useId, useMemo, useState } from 'react'
import type { Conversation } from '../../../shared/contract/conversations.ts'
import { formatClock, formatNumber } from '../../ui/format.ts'
import type { Sound } from '../../app/sound/sound.ts'
import { compoundWords, durationWords, shortExcerpt } from '../words.ts'
import { Hatchings } from './hatchings.tsx'
import { EvidenceFlags, Overlaps, QuietSpans } from './mark-layers.tsx'
import { wordsPerMinute } from './pace.ts'
import { LoopBand, Playhead } from './playhead.tsx'
import { PaceStrip, SoundSpans, Waveforms } from './sound-layers.tsx'
import { SentimentRow } from './sentiment-row.tsx'
import styles from './speaker-timeline.module.css'
import { nearestSegment, sentimentPoints, timelineScale } from './timeline-geometry.ts'
import { gutter, rightMargin, timelineLayout } from './timeline-layout.ts'
import { TurnRects } from './turn-rects.tsx'
import { usePointing } from './use-pointing.ts'

type Segment = Conversation['segments'][number]
type Mark = Conversation['marks'][number]

interface SpeakerTimelineProps {
  conversation: Pick<Conversation, 'segments' | 'marks' | 'durationMs' | 'recording'>
  selectedSegment: number | null
  /** Null where there is nothing to play: pressing then leads to the turn. */
  sound: Sound | null
  onSelect(segment: number): void
}

/**
 * The conversation as a line: who spoke when, silences, holds and overlap over both lanes, the customer's sentiment below, evidence
 * as flags above; with a recording also its sound, pace, and a playhead that goes where one presses. Everything drawn here also stands
 * in the list of moments, the transcript and the player, which the keyboard reaches.
 */
export function SpeakerTimeline({ conversation, selectedSegment, sound, onSelect }: SpeakerTimelineProps) {
  const { segments, marks, durationMs, recording } = conversation
  const { ref, width } = useElementSize()
  const id = useId()
  const heard = recording?.isHeard ? recording : null
  const channelCount = heard?.channelCount ?? null
  const agentChannel = heard?.agentChannel ?? null
  const hasWords = segments.length > 0
  const layout = useMemo(
    () => timelineLayout(channelCount === null ? null : { channelCount, agentChannel }, hasWords),
    [channelCount, agentChannel, hasWords],
  )
  const soundMs = recording?.durationMs ?? null
  const scale = useMemo(() => timelineScale(segments, durationMs, soundMs), [segments, durationMs, soundMs])
  const points = useMemo(() => sentimentPoints(segments, scale), [segments, scale])
  const drawnWidth = Math.max(320, width)
  const x = useCallback(
    (at: number) => gutter + Math.min(1, at / scale.length) * (drawnWidth - gutter - rightMargin),
    [scale.length, drawnWidth],
  )
  const [hovered, setHovered] = useState<{ segment: Segment; x: number } | null>(null)
  const bySegment = useMemo(() => new Map(segments.map((segment) => [segment.index, segment])), [segments])
  const selected = selectedSegment === null ? undefined : bySegment.get(selectedSegment)
  const highlighted = useMemo(
    () => [hovered?.segment.index, selected?.index].filter((index) => index !== undefined),
    [hovered, selected],
  )
  const spanOf = (mark: Mark): { from: number; to: number } | null => {
    const first = mark.firstSegment === null ? undefined : bySegment.get(mark.firstSegment)
    const last = mark.lastSegment === null ? first : bySegment.get(mark.lastSegment)
    if (scale.basis === 'time' && mark.startMs !== null) {
      return { from: mark.startMs, to: Math.max(mark.endMs ?? mark.startMs, mark.startMs) }
    }
    return first && last ? { from: scale.start(first), to: scale.end(last) } : null
  }
  const { drawn, handlers } = usePointing({
    drawnWidth,
    length: scale.length,
    canDraw: sound !== null,
    onHover: (at, pixel) => {
      const segment = at === null ? null : nearestSegment(segments, scale, at)
      setHovered(segment && { segment, x: pixel })
    },
    onPress: (at) => {
      if (sound) return sound.seek(at)
      const segment = nearestSegment(segments, scale, at)
      if (segment) onSelect(segment.index)
    },
    onDraw: (startMs, endMs) => sound?.setLoop({ startMs, endMs }),
  })
  const shared = { marks, layout, x, spanOf }

  return (
    <div className={styles.frame} ref={ref}>
      <svg
        className={styles.drawing}
        height={layout.height}
        viewBox={`0 0 ${drawnWidth} ${layout.height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={timelineSentence(conversation, scale.basis, scale.length)}
        {...handlers}
      >
        <Hatchings id={id} layout={layout} />
        {scale.ticks.map((tick) => (
          <g key={tick.at}>
            <line
              x1={x(tick.at)}
              x2={x(tick.at)}
              y1={layout.agent.top}
              y2={layout.axisTop}
              stroke="var(--line)"
              strokeWidth="1"
              opacity="0.7"
            />
            <text
              className={styles.tick}
              x={x(tick.at)}
              y={layout.axisTop + 13}
              textAnchor={tick.at === 0 ? 'start' : 'middle'}
            >
              {tick.label}
            </text>
          </g>
        ))}
        {layout.laneNames.map(({ text, y }) => (
          <text key={text} className={styles.laneName} x="0" y={y}>
            {text}
          </text>
        ))}
        {[layout.agent, layout.customer].map((row) => (
          <rect
            key={row.top}
            x={gutter}
            y={row.top}
            width={drawnWidth - gutter - rightMargin}
            height={row.height}
            rx="4"
            fill="var(--line)"
            opacity="0.35"
          />
        ))}
        <QuietSpans {...shared} silenceHatching={`url(#${id}-silence)`} holdHatching={`url(#${id}-hold)`} />
        <TurnRects segments={segments} scale={scale} layout={layout} x={x} highlighted={highlighted} />
        {heard && (
          <>
            <Waveforms
              recordingId={heard.id}
              layout={layout}
              drawnWidth={drawnWidth}
              lengthMs={scale.length}
            />
            <SoundSpans recording={heard} layout={layout} x={x} hatching={`url(#${id}-taken-out)`} />
            <PaceStrip segments={segments} layout={layout} x={x} />
          </>
        )}
        <Overlaps {...shared} />
        <EvidenceFlags {...shared} />
        <SentimentRow
          points={points}
          hasWords={hasWords}
          marks={marks}
          layout={layout}
          x={x}
          drawnWidth={drawnWidth}
          paint={`url(#${id}-curve)`}
        />
        {selected && !sound && (
          <line
            x1={x(scale.start(selected))}
            x2={x(scale.start(selected))}
            y1={8}
            y2={layout.axisTop}
            stroke="var(--mantine-color-text)"
            strokeWidth="1.5"
          />
        )}
        {sound && (
          <>
            <LoopBand sound={sound} layout={layout} x={x} drawn={drawn} />
            <Playhead sound={sound} layout={layout} x={x} />
          </>
        )}
      </svg>
      {hovered && !drawn && (
        <HoveredTurn
          segment={hovered.segment}
          x={hovered.x}
          drawnWidth={drawnWidth}
          top={layout.lanesBottom + 12}
        />
      )}
    </div>
  )
}

function HoveredTurn(props: { segment: Segment; x: number; drawnWidth: number; top: number }) {
  const { segment, x, drawnWidth, top } = props
  const pace = wordsPerMinute(segment)
  const facts = [
    segment.speaker,
    segment.startMs === null ? null : formatClock(segment.startMs),
    segment.sentiment === null ? null : compoundWords(segment.sentiment),
    pace === null ? null : t`${formatNumber(pace)} words a minute`,
  ]
  return (
    <div
      className={styles.hovered}
      style={{ left: Math.min(Math.max(0, x + 12), Math.max(0, drawnWidth - 330)), top }}
      aria-hidden
    >
      <strong>{facts.filter((fact) => fact !== null).join(' · ')}</strong>
      <div>{shortExcerpt(segment.text, 120)}</div>
    </div>
  )
}

function timelineSentence(
  conversation: SpeakerTimelineProps['conversation'],
  basis: 'time' | 'turns',
  length: number,
): string {
  const count = (kind: Mark['kind']) => conversation.marks.filter((mark) => mark.kind === kind).length
  const extent =
    basis === 'time' ? durationWords(length) : t`${conversation.segments.length} turns without times`
  return (
    t`Timeline of the conversation, ${extent}: ${count('silence')} silences, ${count('hold')} holds, ` +
    t`${count('overtalk') + count('interruption')} overlaps, ${count('evidence')} pieces of evidence. ` +
    t`The same moments are listed below.`
  )
}
