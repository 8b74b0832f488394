import type { TimeSpan } from '../../interactions/measures/index.ts'
import type { TranscribedSegment, TranscribedWord } from './types.ts'

/** A piece of text as the recogniser gives it: a word or a part of one. A new word begins with a space. */
export interface RecognisedPiece extends TimeSpan {
  text: string
  probability: number | null
}

/** A longer pause within one side's words begins a new turn. */
const TURN_PAUSE_MS = 900
/** A sentence that ends after this many words ends a turn, so that turns stay readable. */
const LONG_TURN_WORDS = 28

/** Marks such as `[MUSIC]`, `(laughs)` or `♪`: what recognisers write where nothing is said. */
const MARK = /^\s*(\[[^\]]*\]?|\([^)]*\)?|[♪♫*]+)\s*$/u

/** Words from the pieces of one channel, in order of time; marks of noise are no words. */
export function wordsFromPieces(pieces: readonly RecognisedPiece[]): TranscribedWord[] {
  const words: (TranscribedWord & { parts: number })[] = []
  for (const piece of pieces) {
    if (piece.text.trim() === '') continue
    const last = words.at(-1)
    if (last && !/^\s/.test(piece.text)) {
      last.text += piece.text
      last.endMs = Math.max(last.endMs, piece.endMs)
      last.probability =
        last.probability === null || piece.probability === null
          ? null
          : (last.probability * last.parts + piece.probability) / (last.parts + 1)
      last.parts++
    } else words.push({ ...piece, text: piece.text.trim(), parts: 1 })
  }
  return words
    .filter(({ text }) => !MARK.test(text))
    .map(({ text, startMs, endMs, probability }) => ({ text, startMs, endMs, probability }))
}

/** The turns of one channel: its words, parted at long pauses and after long sentences. */
export function turnsFromWords(channel: number, words: readonly TranscribedWord[]): TranscribedSegment[] {
  const turns: TranscribedWord[][] = []
  for (const word of words) {
    const turn = turns.at(-1)
    const last = turn?.at(-1)
    const isParted =
      !turn ||
      !last ||
      word.startMs - last.endMs > TURN_PAUSE_MS ||
      (turn.length >= LONG_TURN_WORDS && /[.!?]$/.test(last.text))
    if (isParted) turns.push([word])
    else turn.push(word)
  }
  return turns.map((turn) => ({
    channel,
    startMs: turn[0]!.startMs,
    endMs: Math.max(...turn.map(({ endMs }) => endMs)),
    text: turn.map(({ text }) => text).join(' '),
    probability: meanProbability(turn),
    words: turn,
  }))
}

/** Turns from whole sentences of one channel, whose words have no times. */
export function turnsFromSentences(
  channel: number,
  sentences: readonly RecognisedPiece[],
): TranscribedSegment[] {
  return sentences
    .filter(({ text }) => text.trim() !== '' && !MARK.test(text))
    .map(({ text, startMs, endMs, probability }) => ({
      channel,
      startMs,
      endMs,
      text: text.trim(),
      probability,
      words: [],
    }))
}

/** Both sides in order of time. */
export function mergeChannels(channels: readonly (readonly TranscribedSegment[])[]): TranscribedSegment[] {
  return channels
    .flat()
    .toSorted((a, b) => a.startMs - b.startMs || a.channel - b.channel || a.endMs - b.endMs)
}

function meanProbability(words: readonly TranscribedWord[]): number | null {
  let sum = 0
  for (const { probability } of words) {
    if (probability === null) return null
    sum += probability
  }
  return words.length === 0 ? null : sum / words.length
}
