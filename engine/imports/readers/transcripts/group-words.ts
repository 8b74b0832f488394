import type { SpeakerRole, TranscriptSegment, TranscriptWord } from '../types.ts'
import { segment } from './build-transcript.ts'

interface SpokenWord extends TranscriptWord {
  speakerLabel: string | null
  role?: SpeakerRole
}

/** A pause that ends a segment, and one that ends it after a full stop. */
const longPauseMs = 1500
const sentencePauseMs = 500
const mostWords = 80

/**
 * Groups single words into segments: a change of speaker ends one, a long pause, a pause after the end of
 * a sentence, and, at 80 words, the end of a sentence alone.
 */
export function groupWords(words: readonly SpokenWord[]): TranscriptSegment[] {
  const groups: SpokenWord[][] = []
  let group: SpokenWord[] = []
  for (const word of words) {
    const last = group.at(-1)
    if (last !== undefined && endsSegment(last, word, group.length)) {
      groups.push(group)
      group = []
    }
    group.push(word)
  }
  if (group.length > 0) groups.push(group)
  return groups.map(segmentOf)
}

function endsSegment(last: SpokenWord, next: SpokenWord, count: number): boolean {
  if (last.speakerLabel !== next.speakerLabel) return true
  const pauseMs = last.endMs === null || next.startMs === null ? 0 : next.startMs - last.endMs
  const isSentenceEnd = /[.?!…]["')\]]?$/.test(last.text)
  return (
    pauseMs >= longPauseMs ||
    (isSentenceEnd && (pauseMs >= sentencePauseMs || count >= mostWords)) ||
    count >= 3 * mostWords
  )
}

function segmentOf(group: SpokenWord[]): TranscriptSegment {
  const confidences = group.flatMap(({ confidence }) => (confidence === null ? [] : [confidence]))
  return segment({
    speakerLabel: group[0]?.speakerLabel ?? null,
    ...(group[0]?.role === undefined ? {} : { role: group[0].role }),
    startMs: group[0]?.startMs ?? null,
    endMs: group.at(-1)?.endMs ?? null,
    text: joinWords(group.map(({ text }) => text)),
    confidence:
      confidences.length === 0 ? null : confidences.reduce((sum, one) => sum + one, 0) / confidences.length,
    words: group.map(({ text, startMs, endMs, confidence }) => ({
      text: text.trim(),
      startMs,
      endMs,
      confidence,
    })),
  })
}

/** Tokens that bring their own spaces are joined as they are, words with spaces between them. */
function joinWords(texts: string[]): string {
  const hasOwnSpaces =
    texts.length > 1 && texts.slice(1).filter((text) => text.startsWith(' ')).length * 2 > texts.length - 1
  return texts.join(hasOwnSpaces ? '' : ' ')
}
