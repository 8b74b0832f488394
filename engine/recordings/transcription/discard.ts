import type { TimeSpan } from '../../interactions/measures/index.ts'
import type { DiscardedText, TranscribedSegment } from './types.ts'

/** A turn of which less than this share lies over speech was made up. */
const LEAST_SPEECH_SHARE = 0.3
/** Word times are a little off: speech this close still counts. */
const TOLERANCE_MS = 250
/** A turn whose words are this improbable on average is a guess. */
const LEAST_PROBABILITY = 0.35
/** The same few words this often in a row are a loop. */
const LOOPED_TIMES = 4
/** The same turn this often in a row, and no listener's sign, is a loop over several turns. */
const REPEATED_TURNS = 3
const LONGEST_LOOP_WORDS = 6

/**
 * Leaves out what recognisers are known to make up: text where the channel is silent, text they do not believe themselves, and loops of
 * the same words. `speech` is where that channel speaks. Counts what was left out by its reason.
 */
export function withoutInventions(
  turns: readonly TranscribedSegment[],
  speech: readonly TimeSpan[],
): { kept: TranscribedSegment[]; leftOut: TranscribedSegment[]; discarded: DiscardedText } {
  const discarded: DiscardedText = { silent: 0, improbable: 0, repeated: 0 }
  const kept: TranscribedSegment[] = []
  const leftOut: TranscribedSegment[] = []
  const leave = (turn: TranscribedSegment, why: keyof DiscardedText) => {
    discarded[why]++
    leftOut.push(turn)
  }
  let repeats = 0
  for (const turn of turns) {
    if (speechShare(turn, speech) < LEAST_SPEECH_SHARE) leave(turn, 'silent')
    else if (turn.probability !== null && turn.probability < LEAST_PROBABILITY) leave(turn, 'improbable')
    else if (isLoop(turn)) leave(turn, 'repeated')
    else {
      const said = comparable(turn.text)
      const last = kept.at(-1)
      repeats = last && comparable(last.text) === said ? repeats + 1 : 0
      if (repeats >= REPEATED_TURNS - 1 && wordsOf(turn).length > 2) leave(turn, 'repeated')
      else kept.push(turn)
    }
  }
  return { kept, leftOut, discarded }
}

function speechShare({ startMs, endMs }: TimeSpan, speech: readonly TimeSpan[]): number {
  if (endMs <= startMs) return 0
  let shared = 0
  let reached = startMs
  for (const span of speech) {
    const from = Math.max(reached, span.startMs - TOLERANCE_MS)
    const to = Math.min(endMs, span.endMs + TOLERANCE_MS)
    if (to <= from) continue
    shared += to - from
    reached = to
  }
  return shared / (endMs - startMs)
}

/** Whether most of the words are one short phrase over and over. */
function isLoop(turn: TranscribedSegment): boolean {
  const words = wordsOf(turn)
  for (let length = 1; length <= LONGEST_LOOP_WORDS; length++) {
    let longest = 0
    let run = 0
    for (let at = length; at < words.length; at++) {
      run = words[at] === words[at - length] ? run + 1 : 0
      longest = Math.max(longest, run)
    }
    // dictated digits and "no no no no" are said; a loop fills the turn
    const looped = longest + length
    if (looped >= length * LOOPED_TIMES && looped > 0.6 * words.length && looped >= 8) return true
  }
  return false
}

/** In writing without spaces a character stands for a word. */
function wordsOf({ words, text }: TranscribedSegment): string[] {
  const said = words.length > 0 ? words.map((word) => word.text) : text.split(/\s+/)
  const parts = said.length > 1 || words.length > 0 ? said : [...text]
  return parts.map(comparable).filter((word) => word !== '')
}

function comparable(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
