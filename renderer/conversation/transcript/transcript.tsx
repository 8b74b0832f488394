import { t } from '@lingui/core/macro'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef } from 'react'
import type { Conversation } from '../../../shared/contract/conversations.ts'
import type { Sound } from '../../app/sound/sound.ts'
import { Gap, gapsBefore } from './gaps.tsx'
import { speakerName } from './speaker-name.ts'
import styles from './transcript.module.css'
import { type Mark, Turn, type TurnActions, type TurnEvidence } from './turn.tsx'
import { useListTop } from './use-list-top.ts'
import { useIsPlaying, useSpokenSegment } from './use-spoken-segment.ts'

interface TranscriptProps {
  conversation: Pick<Conversation, 'segments' | 'marks' | 'agent' | 'recording'>
  /** What scrolls; null until it is there. */
  scroller: HTMLElement | null
  selectedSegment: number | null
  focusedQuestionId: string | null
  sound: Sound | null
  isFollowing: boolean
  actions: TurnActions
}

const noEvidence: TurnEvidence[] = []
/** Up to here every turn exists, so that the browser's own search in the page finds all of them. */
const mostWhole = 300

/** The turns in order, with the evidence that stands on each and the silences and holds between them. Long ones exist only in view. */
export function Transcript(props: TranscriptProps) {
  const { conversation, scroller, selectedSegment, focusedQuestionId, sound, isFollowing, actions } = props
  const { segments, marks, agent } = conversation
  const isOneChannel = conversation.recording?.channelCount === 1
  const list = useRef<HTMLOListElement>(null)
  const evidence = useMemo(() => evidenceBySegment(marks), [marks])
  const gaps = useMemo(() => gapsBefore(segments, marks), [segments, marks])
  const places = useMemo(() => new Map(segments.map(({ index }, place) => [index, place])), [segments])
  const spoken = useSpokenSegment(sound, segments)
  const isPlaying = useIsPlaying(sound)
  const listTop = useListTop(list, scroller)
  const virtualizer = useVirtualizer({
    count: segments.length,
    getScrollElement: () => scroller,
    estimateSize: (place) => 64 + Math.floor((segments[place]?.text.length ?? 0) / 90) * 21,
    overscan: segments.length <= mostWhole ? segments.length : 12,
    scrollMargin: listTop,
    getItemKey: (place) => segments[place]?.index ?? place,
    initialRect: { width: 800, height: 900 },
  })

  const lead = (segment: number, { isFocused }: { isFocused: boolean }) => {
    const place = places.get(segment)
    if (place === undefined) return
    const arrive = (isExact: boolean) => {
      const turn = list.current?.querySelector<HTMLElement>(`#segment-${segment}`)
      turn?.scrollIntoView({ block: 'center', behavior: isExact && !prefersStill() ? 'smooth' : 'auto' })
      if (isFocused) turn?.focus({ preventScroll: true })
      return turn !== null && turn !== undefined
    }
    if (arrive(true)) return
    virtualizer.scrollToIndex(place, { align: 'center' })
    // Heights are guesses until the turns are there; then it is brought to the middle.
    requestAnimationFrame(() => requestAnimationFrame(() => arrive(false)))
  }
  const leading = useRef(lead)
  useEffect(() => {
    leading.current = lead
  })
  useEffect(() => {
    if (selectedSegment !== null && scroller) leading.current(selectedSegment, { isFocused: true })
  }, [selectedSegment, scroller])
  useEffect(() => {
    if (isFollowing && spoken !== null && isPlaying) leading.current(spoken, { isFocused: false })
  }, [isFollowing, spoken, isPlaying])

  const rows = virtualizer.getVirtualItems()
  const first = rows[0]
  const last = rows.at(-1)
  return (
    <ol
      ref={list}
      className={styles.transcript}
      aria-label={t`Transcript`}
      style={{
        paddingTop: first ? first.start - listTop : 0,
        paddingBottom: last ? virtualizer.getTotalSize() - (last.end - listTop) : 0,
      }}
    >
      {rows.map((row) => {
        const segment = segments[row.index]
        if (!segment) return null
        const gap = gaps.get(segment.index)
        return (
          <Turn
            key={segment.index}
            ref={virtualizer.measureElement}
            place={row.index}
            ofTurns={segments.length}
            segment={segment}
            speakerName={speakerName(segment, agent, isOneChannel)}
            evidence={evidence.get(segment.index) ?? noEvidence}
            gap={gap && <Gap gap={gap} />}
            startsBlock={gap !== undefined || !isSameSpeaker(segments[row.index - 1], segment)}
            isSelected={selectedSegment === segment.index}
            isSpoken={spoken === segment.index}
            focusedQuestionId={focusedQuestionId}
            sound={sound}
            actions={actions}
          />
        )
      })}
    </ol>
  )
}

function isSameSpeaker(
  before: Conversation['segments'][number] | undefined,
  segment: Conversation['segments'][number],
): boolean {
  return before !== undefined && before.speaker === segment.speaker && before.role === segment.role
}

function evidenceBySegment(marks: readonly Mark[]): Map<number, TurnEvidence[]> {
  const found = new Map<number, TurnEvidence[]>()
  for (const [place, mark] of marks.entries()) {
    if (mark.kind !== 'evidence' || mark.firstSegment === null) continue
    const last = mark.lastSegment ?? mark.firstSegment
    for (let segment = mark.firstSegment; segment <= last; segment++) {
      found.set(segment, [...(found.get(segment) ?? []), { id: `evidence-${place}`, mark }])
    }
  }
  return found
}

function prefersStill(): boolean {
  return globalThis.matchMedia('(prefers-reduced-motion: reduce)').matches
}
