import { countPhrases } from './find-phrases.ts'
import type { Phrase } from './query.ts'
import type { Word } from './words.ts'

// Okapi BM25 with its usual constants: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009.
const K1 = 1.2
const B = 0.75

/** How much a phrase tells, from the turns it occurs in among all turns; what is in half of them or more tells next to nothing. */
export function tellingness(turnsWith: number, turns: number): number {
  return Math.max(0.01, Math.log((turns - turnsWith + 0.5) / (turnsWith + 0.5)))
}

/**
 * The BM25 score of each turn for the phrases. `weights` is what each phrase tells. The mean length is that of the turns given, which
 * stands for the whole.
 */
export function relevanceOf(
  turns: readonly (readonly Word[])[],
  phrases: readonly Phrase[],
  weights: readonly number[],
): number[] {
  const meanLength = turns.reduce((sum, words) => sum + words.length, 0) / Math.max(1, turns.length)
  return turns.map((words) => {
    const lengthShare = 1 - B + (B * words.length) / Math.max(1, meanLength)
    const counts = countPhrases(phrases, words)
    const score = counts.reduce(
      (sum, n, index) => sum + (weights[index]! * n * (K1 + 1)) / (n + K1 * lengthShare),
      0,
    )
    // beyond two decimals no turn is more to the point than another: then the newest counts
    return Math.round(score * 100) / 100
  })
}
