import { normalQuantile } from '../../statistics/index.ts'
import type { Gap } from './gap.ts'

/** z with P(Z <= z) = 0.80: how many posterior sds the gap must lie beyond delta before it counts. */
const Z_80 = 0.8416212335729143
/** Beyond this nobody will collect them: the gap is too near the smallest difference worth acting on. */
const MOST_WORTH_ASKING_FOR = 500

/**
 * About how many more observations would settle whether the gap exceeds delta, if the posterior mean stays
 * where it is: until P(gap > delta) leaves 0.20..0.80, and at least up to the least n. With d the distance of
 * the gap from delta and z the normal quantile of P now, precision is (z / d)^2 and must become (z80 / d)^2;
 * each observation adds 1 / variance. Null where no number worth asking for would do.
 */
export function observationsToSettle(
  { gap, probabilityOfGap }: Gap,
  delta: number,
  observationVariance: number,
  shortOfLeastN: number,
): number | null {
  const short = Math.ceil(Math.max(0, shortOfLeastN))
  if (probabilityOfGap >= 0.8) return short > 0 ? short : null
  const distance = gap - delta
  if (distance === 0) return null
  const z = normalQuantile(Math.max(0.2, probabilityOfGap))
  const more = Math.ceil((observationVariance * (Z_80 ** 2 - z ** 2)) / distance ** 2)
  const needed = Math.max(1, short, more)
  return needed <= MOST_WORTH_ASKING_FOR ? needed : null
}
