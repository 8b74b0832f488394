import type { Gap } from './gap.ts'

/** z with P(Z <= z) = 0.80: how many posterior sds the gap must lie beyond delta before it counts. */
const Z_80 = 0.8416212335729143
/** Beyond this nobody will collect them: the gap is too near the smallest difference worth acting on. */
const MOST_WORTH_ASKING_FOR = 500

/**
 * About how many more observations would settle whether the gap exceeds delta, if the posterior mean stays where it is: until
 * P(gap > delta) leaves 0.20..0.80, and at least up to the least n. Posterior precision is 1/sd^2 and grows by 1/variance per
 * observation. Null where no number worth asking for would.
 */
export function observationsToSettle(
  { gap, probabilityOfGap }: Gap,
  delta: number,
  posteriorSd: number,
  observationVariance: number,
  shortOfLeastN: number,
): number | null {
  const short = Math.ceil(Math.max(0, shortOfLeastN))
  if (probabilityOfGap >= 0.8) return short > 0 ? short : null
  const distance = Math.abs(gap - delta)
  if (!(distance > 0) || !(posteriorSd > 0)) return null
  const sdNeeded = distance / Z_80
  const more = Math.ceil(observationVariance * (1 / sdNeeded ** 2 - 1 / posteriorSd ** 2))
  const needed = Math.max(1, short, more)
  return needed <= MOST_WORTH_ASKING_FOR ? needed : null
}
