import { t } from '@lingui/core/macro'
import type { Conversation } from '../../../shared/contract/conversations.ts'
import { formatClock } from '../../ui/format.ts'

type Segment = Conversation['segments'][number]

/** A conversation laid out on a line: by time where every turn has its times, else one unit a turn. */
export interface TimelineScale {
  basis: 'time' | 'turns'
  /** Milliseconds, or turns. */
  length: number
  start(segment: Segment): number
  end(segment: Segment): number
  ticks: { at: number; label: string }[]
}

/**
 * The scale of the conversation's timeline. Transcripts of chats often have no times: then the turns are drawn equally long. Where there
 * is sound (`soundMs`, its length) time is the scale, and everything stands where it is heard.
 */
export function timelineScale(
  segments: readonly Segment[],
  durationMs: number | null,
  soundMs: number | null = null,
): TimelineScale {
  const timed = segments.filter((segment) => segment.startMs !== null)
  if (soundMs !== null || (timed.length > 0 && timed.length >= segments.length * 0.8)) {
    const lastEnd = segments.reduce(
      (latest, segment) => Math.max(latest, segment.endMs ?? segment.startMs ?? 0),
      0,
    )
    const length = Math.max(lastEnd, soundMs ?? Math.min(durationMs ?? 0, lastEnd * 1.25), 1000)
    let previous = 0
    const starts = new Map<number, number>()
    for (const segment of segments) {
      previous = segment.startMs ?? previous
      starts.set(segment.index, previous)
    }
    const start = (segment: Segment) => starts.get(segment.index) ?? 0
    return {
      basis: 'time',
      length,
      start,
      end: (segment) => Math.max(segment.endMs ?? 0, start(segment) + 400),
      ticks: timeTicks(length),
    }
  }
  const places = new Map(segments.map((segment, place) => [segment.index, place]))
  const start = (segment: Segment) => places.get(segment.index) ?? 0
  const length = Math.max(segments.length, 1)
  return { basis: 'turns', length, start, end: (segment) => start(segment) + 0.9, ticks: turnTicks(length) }
}

const tickSteps = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600].map((seconds) => seconds * 1000)

function timeTicks(lengthMs: number): { at: number; label: string }[] {
  const step = tickSteps.find((candidate) => lengthMs / candidate <= 9) ?? 7_200_000
  const ticks = []
  for (let at = 0; at <= lengthMs * 0.985; at += step) ticks.push({ at, label: formatClock(at) })
  return ticks
}

function turnTicks(turns: number): { at: number; label: string }[] {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((candidate) => turns / candidate <= 9) ?? 1000
  const ticks = []
  for (let at = 0; at < turns; at += step) ticks.push({ at, label: t`turn ${at + 1}` })
  return ticks
}

/** The customer's scored turns as points of the curve: place on the scale and compound -1..1. */
export function sentimentPoints(
  segments: readonly Segment[],
  scale: TimelineScale,
): { index: number; at: number; value: number }[] {
  return segments.flatMap((segment) =>
    segment.sentiment === null
      ? []
      : [
          {
            index: segment.index,
            at: (scale.start(segment) + scale.end(segment)) / 2,
            value: segment.sentiment,
          },
        ],
  )
}

/** The turn at a place on the scale, or the nearest one; null where there are none. */
export function nearestSegment(
  segments: readonly Segment[],
  scale: TimelineScale,
  at: number,
): Segment | null {
  let nearest: Segment | null = null
  let least = Infinity
  for (const segment of segments) {
    const distance = Math.max(scale.start(segment) - at, at - scale.end(segment), 0)
    if (distance < least) {
      nearest = segment
      least = distance
    }
  }
  return nearest
}
