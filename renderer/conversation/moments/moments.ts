import { t } from '@lingui/core/macro'
import type { Conversation } from '../../../shared/contract/conversations.ts'
import { durationWords, placeWords } from '../words.ts'

type Mark = Conversation['marks'][number]

/** A place worth looking at, as a line of the list of moments. */
export interface Moment {
  id: string
  mark: Mark
  segment: number | null
  startMs: number | null
  place: string
  title: string
}

export const momentGroups = {
  evidence: t`Evidence`,
  silence: t`Silences`,
  hold: t`Holds`,
  overlap: t`Overlaps`,
  'lowest-point': t`Lowest point`,
} as const
export type MomentGroup = keyof typeof momentGroups

export function groupOf(mark: Mark): MomentGroup {
  return mark.kind === 'overtalk' || mark.kind === 'interruption' ? 'overlap' : mark.kind
}

/** All marks of a conversation in the order they happen, each with the turn to go to. An answer with several words in one turn is one. */
export function momentsOf(conversation: Pick<Conversation, 'segments' | 'marks'>): Moment[] {
  const moments = conversation.marks.map((mark, place) => {
    const segment = mark.firstSegment ?? segmentAt(conversation.segments, mark.startMs)
    const start =
      mark.startMs ?? conversation.segments.find((item) => item.index === segment)?.startMs ?? null
    return {
      id: `moment-${place}`,
      mark,
      segment,
      startMs: start,
      place: placeWords(start, segment ?? 0),
      title: momentTitle(mark),
    }
  })
  const seen = new Set<string>()
  const distinct = moments.filter(({ mark, segment, title }) => {
    if (mark.kind !== 'evidence') return true
    const key = JSON.stringify([title, mark.verdict, segment])
    return !seen.has(key) && seen.add(key)
  })
  return distinct.toSorted(
    (a, b) => (a.startMs ?? 0) - (b.startMs ?? 0) || (a.segment ?? 0) - (b.segment ?? 0),
  )
}

function momentTitle(mark: Mark): string {
  const length =
    mark.startMs !== null && mark.endMs !== null && mark.endMs > mark.startMs
      ? durationWords(mark.endMs - mark.startMs)
      : null
  switch (mark.kind) {
    case 'evidence':
    case 'lowest-point':
      return mark.label
    case 'silence':
      return length ? t`Silence, ${length}` : t`Silence`
    case 'hold':
      return length ? t`Hold, ${length}` : t`Hold`
    case 'overtalk':
      return length ? t`Both speak, ${length}` : t`Both speak`
    case 'interruption':
      return mark.label || 'Interruption'
  }
}

/** The first turn that starts at or after a time; the last turn where there is none. */
function segmentAt(segments: Conversation['segments'], startMs: number | null): number | null {
  if (startMs === null) return null
  const next = segments.find((segment) => segment.startMs !== null && segment.startMs >= startMs)
  return (next ?? segments.at(-1))?.index ?? null
}
