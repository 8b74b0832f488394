import { wilsonInterval } from '../../statistics/index.ts'
import type { CountedAnswer } from './double-scored.ts'

/** A share over weighted answers, with the effective number of them. */
export interface WeightedShare {
  share: number
  low: number
  high: number
  effectiveN: number
}

/** Weighted share of at least one answer, with Wilson's interval on Kish's effective number (Korn & Graubard, Survey Methodology 24, 1998). */
export function weightedShare(
  answers: readonly CountedAnswer[],
  isPass: (answer: CountedAnswer) => boolean,
): WeightedShare {
  let weights = 0
  let squares = 0
  let passes = 0
  for (const answer of answers) {
    const weight = 1 / answer.probability!
    weights += weight
    squares += weight * weight
    if (isPass(answer)) passes += weight
  }
  const effectiveN = (weights * weights) / squares
  const interval = wilsonInterval((passes / weights) * effectiveN, effectiveN)!
  return { ...interval, effectiveN }
}
