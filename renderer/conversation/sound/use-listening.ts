import { t } from '@lingui/core/macro'
import { useEffect, useMemo, useState } from 'react'
import { createStore } from 'zustand/vanilla'
import type { Conversation } from '../../../shared/contract/conversations.ts'
import { notifyDone, notifyFailed } from '../../ui/notify.tsx'

import { momentsOf } from '../moments/moments.ts'
import type { Span } from '../../app/sound/playback.ts'
import { segmentAt, timedSegments, turnStart } from './playback.ts'
import { linkToMoment } from './share.ts'
import type { Sound } from '../../app/sound/sound.ts'
import { useSoundKeys } from './use-sound-keys.ts'

type Segment = Conversation['segments'][number]
type Mark = Conversation['marks'][number]
type AnswerEvidence = Conversation['evaluationList'][number]['answers'][number]['evidence'][number]

interface ListeningInput {
  conversation: Conversation
  sound: Sound | null
  selectedSegment: number | null
  atMs: number | null
  isFollowing: boolean
  onFollow(isFollowing: boolean): void
  onGo(segment: number | null, question?: string | null): void
}

/**
 * What connects places of the conversation with its sound: going somewhere moves the sound there, evidence and moments are played, and the
 * player's keys work. Without sound everything only leads to its place. The functions are stable for the page.
 */
export function useListening(input: ListeningInput): Listening {
  const [latest] = useState(() => createStore(() => input))
  useEffect(() => latest.setState(input, true))
  const listening = useMemo(() => listeningOf(latest.getState), [latest])
  useSoundKeys(input.sound, listening)
  const { sound, atMs } = input
  useEffect(() => {
    if (sound && atMs !== null) sound.seek(atMs)
  }, [sound, atMs])
  return listening
}

/** What one can do with the words and the sound together. */
export type Listening = ReturnType<typeof listeningOf>

function listeningOf(now: () => ListeningInput) {
  const positionMs = () => now().sound?.store.getState().positionMs ?? 0
  const timed = () => timedSegments(now().conversation.segments)
  const segmentOf = (index: number | null) =>
    now().conversation.segments.find((segment) => segment.index === index)
  const seekTo = (ms: number | null | undefined) => {
    if (ms !== null && ms !== undefined) now().sound?.seek(ms)
  }
  const playSpan = (span: Span | null) => {
    if (span) now().sound?.playMoment(span)
  }
  const goTo = (segment: number, question: string | null = null) => {
    seekTo(segmentOf(segment)?.startMs)
    now().onGo(segment, question)
  }
  const copy = (segment: number | null, ms: number | null) => {
    const link = linkToMoment(window.location.href, { segment, ms })
    navigator.clipboard.writeText(link).then(
      () => notifyDone(t`The link to this moment is copied.`),
      (error: unknown) => notifyFailed(t`The link could not be copied`, error),
    )
  }
  const listening = {
    goTo,
    /** The turn the sound stands in; null without sound, or between turns. */
    here: () => (now().sound ? segmentAt(timed(), positionMs()) : null),
    isPlaying: () => now().sound?.store.getState().isPlaying ?? false,
    turn(direction: 1 | -1) {
      const startMs = turnStart(timed(), positionMs(), direction)
      seekTo(startMs)
    },
    moment(direction: 1 | -1) {
      const places = momentsOf(now().conversation).filter(({ startMs }) => startMs !== null)
      const at = positionMs()
      const found =
        direction === 1
          ? places.find(({ startMs }) => (startMs ?? 0) > at + 1)
          : places.findLast(({ startMs }) => (startMs ?? 0) < at - 1500)
      if (!found) return
      seekTo(found.startMs)
      now().onGo(found.segment, found.mark.questionId)
    },
    loop() {
      const { sound } = now()
      if (!sound) return
      if (sound.store.getState().loop) return sound.setLoop(null)
      const segment = segmentOf(segmentAt(timed(), positionMs())) ?? timed()[0]
      if (segment) listening.loopTurn(segment)
    },
    follow(isFollowing = !now().isFollowing) {
      now().onFollow(isFollowing)
      if (!isFollowing) return
      const spoken = segmentAt(timed(), positionMs())
      // Paused, nothing else would bring it back into sight.
      if (spoken !== null && !now().sound?.store.getState().isPlaying)
        document.querySelector(`#segment-${spoken}`)?.scrollIntoView({ block: 'center' })
    },
    share: () => copy(segmentAt(timed(), positionMs()), positionMs()),
    shareTurn: (segment: Segment) => copy(segment.index, now().sound ? segment.startMs : null),
    loopTurn(segment: Segment) {
      if (segment.startMs === null || segment.endMs === null) return
      now().sound?.setLoop({ startMs: segment.startMs, endMs: segment.endMs })
    },
    playFrom(_segment: Segment, ms: number) {
      seekTo(ms)
      now().sound?.play()
    },
    playEvidence(mark: Mark, segment: number | null = mark.firstSegment) {
      now().onGo(segment, mark.questionId)
      playSpan(spanOfMark(mark, segmentOf(mark.firstSegment), segmentOf(mark.lastSegment)))
    },
    playQuote(questionId: string, evidence: AnswerEvidence) {
      now().onGo(evidence.segment, questionId)
      const { startMs, endMs } = evidence
      const segment = segmentOf(evidence.segment)
      playSpan(
        startMs !== null && endMs !== null ? { startMs, endMs } : segment ? spanOfSegment(segment) : null,
      )
    },
  }
  return listening
}

function spanOfSegment({ startMs, endMs }: Segment): Span | null {
  return startMs === null ? null : { startMs, endMs: endMs ?? startMs + 4000 }
}

function spanOfMark(mark: Mark, first: Segment | undefined, last: Segment | undefined): Span | null {
  if (mark.startMs !== null) return { startMs: mark.startMs, endMs: mark.endMs ?? mark.startMs + 2000 }
  const from = first && spanOfSegment(first)
  const to = last ? spanOfSegment(last) : from
  return from && to ? { startMs: from.startMs, endMs: Math.max(from.endMs, to.endMs) } : null
}
