import { betaCdf } from '../beta.ts'

/**
 * P(X <= passes) of Binomial(n, share): the one-sided test of "at least this share". Passes and n may be fractional, as weighted
 * counts are (Korn & Graubard, Survey Methodology 24, 1998); exact where they are whole.
 */
export function binomialAtMost(passes: number, n: number, share: number): number {
  if (passes >= n) return 1
  return betaCdf(1 - share, n - passes, passes + 1)
}
