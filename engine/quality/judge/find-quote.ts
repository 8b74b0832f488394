import { isUnderstood, type ConversationSegment } from '../../language/index.ts'
import { spanEvidence } from '../rules/evidence.ts'
import type { EvidenceSpan } from '../rules/index.ts'

interface QuotedWord {
  word: string
  start: number
  end: number
}

// scripts that put no space between words are compared sign by sign
const unspaced = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]`
const letter = String.raw`[[\p{L}\p{M}\p{N}]--${unspaced}]`
const words = new RegExp(`${unspaced}|${letter}+(?:['’ʼ]${letter}+)*`, 'gv')

/** The words of a text as quotes are compared by: no case, punctuation or spacing, and apostrophes of any kind left out. */
export function wordsOf(text: string): QuotedWord[] {
  return [...text.matchAll(words)].map(({ 0: word, index }) => ({
    word: word
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/['’ʼ]/g, ''),
    start: index,
    end: index + word.length,
  }))
}

/** Fewer words than this are evidence only as all that a segment says: "the" is found everywhere. */
const leastWords = 2

/**
 * Where a quote stands: in the segment named, else in the only other one that has it. Whole words in their order, nothing left out; null
 * where it is not found, found in several others, too short to mean anything, or only in what recognition did not understand.
 */
export function findQuote(
  segments: readonly ConversationSegment[],
  { segmentIndex, quote }: { segmentIndex: number; quote: string },
): EvidenceSpan | null {
  const wanted = wordsOf(quote).map(({ word }) => word)
  if (wanted.length === 0) return null
  const placeIn = (index: number) => {
    const segment = segments[index]
    if (segment === undefined || !isUnderstood(segment)) return null
    const said = wordsOf(segment.text)
    if (wanted.length < leastWords && said.length !== wanted.length) return null
    const first = said.findIndex((_, at) => wanted.every((word, offset) => said[at + offset]?.word === word))
    if (first < 0) return null
    return spanEvidence(segments, index, said[first]!.start, said[first + wanted.length - 1]!.end)
  }
  const named = placeIn(segmentIndex)
  if (named !== null) return named
  const elsewhere = segments.flatMap((_, index) => placeIn(index) ?? [])
  return elsewhere.length === 1 ? elsewhere[0]! : null
}
