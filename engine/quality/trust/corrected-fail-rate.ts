import { correctedRate, type CorrectedRate } from '../../statistics/index.ts'
import type { CountedAnswer } from './double-scored.ts'
import { weightedShare } from './weighted-share.ts'

const nothing = { share: 0, n: 0 }

/**
 * The rate of fails behind what a scorer says, corrected by how often its fails and passes are right among blind answers, weighted
 * by 1 / probability and counted by their effective number. `automatic` counts the answers of the scorer alone. Refused with a
 * reason where the scorer tells too little, or people have failed or passed nothing.
 */
export function correctedFailRate(
  automatic: { n: number; fails: number },
  blind: readonly CountedAnswer[],
): CorrectedRate {
  const accuracy = (ofFails: boolean) => {
    const own = blind.filter(({ human }) => human.isFail === ofFails)
    if (own.length === 0) return nothing
    const { share, effectiveN } = weightedShare(own, ({ automated }) => automated.isFail === ofFails)
    return { share, n: effectiveN }
  }
  const observed = automatic.n > 0 ? { share: automatic.fails / automatic.n, n: automatic.n } : nothing
  return correctedRate(observed, accuracy(true), accuracy(false))
}
