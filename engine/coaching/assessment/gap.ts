import { expectedExcess, type Posterior } from '../../statistics/index.ts'
import type { DriverPolarity } from './types.ts'

/** Room to improve against a benchmark: signed at the posterior mean, expected (E+), and P(gap > delta). */
export interface Gap {
  benchmark: number
  gap: number
  expectedGap: number
  probabilityOfGap: number
}

/** How far a value lies outside the band, and 0 inside it. */
export function distanceOutside(band: { low: number; high: number }, value: number): number {
  return Math.max(0, band.low - value, value - band.high)
}

/** How bad a value is, so that more is worse: the sign follows the polarity. */
export function badness(polarity: DriverPolarity, value: number): number {
  if (polarity === 'higher') return -value
  return polarity === 'lower' ? value : distanceOutside(polarity, value)
}

/**
 * The gap's three figures under a posterior. A band is its own benchmark: both sides count, and the edge
 * reported is the nearer one.
 */
export function gapAgainst(
  posterior: Posterior,
  polarity: DriverPolarity,
  benchmark: number,
  delta: number,
): Gap {
  if (polarity === 'higher') {
    return {
      benchmark,
      gap: benchmark - posterior.mean,
      expectedGap: posterior.expectedShortfall(benchmark),
      probabilityOfGap: posterior.probabilityBelow(benchmark - delta),
    }
  }
  if (polarity === 'lower') {
    return {
      benchmark,
      gap: posterior.mean - benchmark,
      expectedGap: expectedExcess(posterior, benchmark),
      probabilityOfGap: 1 - posterior.probabilityBelow(benchmark + delta),
    }
  }
  const isNearerLow = Math.abs(posterior.mean - polarity.low) <= Math.abs(posterior.mean - polarity.high)
  return {
    benchmark: isNearerLow ? polarity.low : polarity.high,
    gap: distanceOutside(polarity, posterior.mean),
    expectedGap: posterior.expectedShortfall(polarity.low) + expectedExcess(posterior, polarity.high),
    probabilityOfGap: Math.min(
      1,
      posterior.probabilityBelow(polarity.low - delta) +
        1 -
        posterior.probabilityBelow(polarity.high + delta),
    ),
  }
}
