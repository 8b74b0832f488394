import { empiricalQuantile } from '../../statistics/index.ts'
import type { TimedAnswer } from './worth.store.ts'

/** A longer gap between two answers is a pause, or a review that was taken up again. */
const LONGEST_MS = 600_000
/** Of fewer answers no time is told: one of them would be all of it. */
const FEWEST = 5

/**
 * How long a question takes: from the answer before it to its own, as they were last set, of submitted reviews. The first answer of a review has no
 * answer before it, and is left out; so are gaps of over ten minutes. Listening in between is part of it. By question key, in milliseconds; null from
 * fewer than five answers.
 */
export function timePerQuestion(
  answers: readonly TimedAnswer[],
): ReadonlyMap<string, { n: number; medianMs: number | null }> {
  const gaps = new Map<string, number[]>()
  for (const [place, { reviewId, questionKey, answeredAt }] of answers.entries()) {
    const before = answers[place - 1]
    if (before?.reviewId !== reviewId) continue
    const gap = answeredAt - before.answeredAt
    if (gap > LONGEST_MS) continue
    gaps.set(questionKey, [...(gaps.get(questionKey) ?? []), gap])
  }
  return new Map(
    [...gaps].map(([key, own]) => [
      key,
      { n: own.length, medianMs: own.length < FEWEST ? null : empiricalQuantile(own, 0.5) },
    ]),
  )
}
