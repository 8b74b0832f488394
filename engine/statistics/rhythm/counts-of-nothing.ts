/**
 * How far counts vary beyond chance: Pearson's chi-square over its degrees of freedom, never under 1 (McCullagh & Nelder 1989, section 6.2.3).
 * `expected` are the means the counts were compared with, `parameters` how many of them were estimated; places that expect nothing say nothing.
 */
export function dispersionOf(
  counts: readonly number[],
  expected: readonly number[],
  parameters: number,
): number {
  let chiSquare = 0
  let places = 0
  for (const [place, count] of counts.entries()) {
    const mean = expected[place] ?? 0
    if (mean <= 0) continue
    chiSquare += (count - mean) ** 2 / mean
    places++
  }
  return Math.max(1, chiSquare / Math.max(1, places - parameters))
}

/**
 * The chance of seeing at most `n` where `expected` are usual: negative binomial with variance = dispersion x mean (NB1, Cameron & Trivedi 2013,
 * section 3.3), Poisson where the dispersion is 1. Summed on the log scale.
 */
export function chanceOfAtMost(n: number, expected: number, dispersion: number): number {
  if (expected <= 0) return 1
  const excess = dispersion - 1
  const isPoisson = excess < 1e-6
  const shape = isPoisson ? 0 : expected / excess
  let logTerm = isPoisson ? -expected : -shape * Math.log(dispersion)
  let logSum = logTerm
  for (let k = 0; k < n; k++) {
    logTerm += isPoisson
      ? Math.log(expected / (k + 1))
      : Math.log(((k + shape) / (k + 1)) * (excess / dispersion))
    const [high, low] = logTerm > logSum ? [logTerm, logSum] : [logSum, logTerm]
    logSum = high + Math.log1p(Math.exp(low - high))
  }
  return Math.min(1, Math.exp(logSum))
}
