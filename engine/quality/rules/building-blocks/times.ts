import { phraseTokens } from '../../../language/index.ts'
import { evidenceOf, segmentEvidence } from '../evidence.ts'
import type { EvidenceSpan } from '../rule-answer.ts'
import type { Occurrence } from './finding.ts'
import type { PreparedConversation } from './prepare.ts'

/** The words of an occurrence as evidence; of a moment the segment that shows it. */
export function occurrenceEvidence(
  { source, turns }: PreparedConversation,
  { turn, first, last, moment }: Occurrence,
): EvidenceSpan[] {
  const { segments } = source
  const prepared = turns[turn]
  if (moment !== undefined) {
    const index = moment.segmentIndex ?? prepared?.segmentIndexes.at(-1)
    if (index === undefined) return []
    return [{ ...segmentEvidence(segments, index), startMs: moment.startMs, endMs: moment.endMs }]
  }
  if (prepared === undefined) return []
  const tokens = prepared.segmentIndexes.flatMap((segmentIndex) =>
    phraseTokens(segments[segmentIndex]!.text).map((token) => ({ ...token, segmentIndex })),
  )
  return evidenceOf(segments, { tokens }, first, last)
}

/** When an occurrence begins and ends; null without times. */
export function timesOf(
  prepared: PreparedConversation,
  occurrence: Occurrence,
): { startMs: number | null; endMs: number | null } {
  if (occurrence.moment !== undefined) return occurrence.moment
  const evidence = occurrenceEvidence(prepared, occurrence)
  return { startMs: evidence[0]?.startMs ?? null, endMs: evidence.at(-1)?.endMs ?? null }
}

/** The first word of the first segment that begins after a time; the end where none does. */
export function positionAfterMs(prepared: PreparedConversation, timeMs: number): number {
  return segmentPosition(prepared, (startMs) => startMs > timeMs)
}

/** The first word of the first segment that begins no sooner than a time; the end where none does. */
export function positionBeforeMs(prepared: PreparedConversation, timeMs: number): number {
  return segmentPosition(prepared, (startMs) => startMs >= timeMs)
}

function segmentPosition(
  { source, turns, words }: PreparedConversation,
  isIt: (startMs: number) => boolean,
): number {
  for (const turn of turns) {
    let at = turn.from
    for (const [nth, index] of turn.segmentIndexes.entries()) {
      const { startMs } = source.segments[index]!
      if (startMs !== null && isIt(startMs)) return at
      at += turn.segmentWords[nth]!
    }
  }
  return words.length
}
