/**
 * What is believed about one true value after seeing the data, and the few questions the ranking asks of it.
 */
export interface Posterior {
  readonly mean: number
  readonly standardDeviation: number
  /** P(true value <= value). */
  probabilityBelow(value: number): number
  /** E max(0, bound - true value): how much it is expected to fall short of the bound. */
  expectedShortfall(bound: number): number
  quantile(probability: number): number
}

/** E max(0, true value - bound): how much it is expected to exceed the bound. */
export function expectedExcess(posterior: Posterior, bound: number): number {
  return Math.max(0, posterior.expectedShortfall(bound) + posterior.mean - bound)
}

/** Central interval of the given probability. */
export function centralInterval(posterior: Posterior, probability = 0.95): { low: number; high: number } {
  const tail = (1 - probability) / 2
  return { low: posterior.quantile(tail), high: posterior.quantile(1 - tail) }
}

/**
 * Root of an increasing function between low and high by bisection, until it is exact or 1e-9 of the span
 * wide.
 */
export function bisect(low: number, high: number, isBelow: (value: number) => boolean): number {
  const tolerance = (high - low) * 1e-9
  let [below, above] = [low, high]
  while (above - below > tolerance) {
    const middle = (below + above) / 2
    if (middle <= below || middle >= above) break
    if (isBelow(middle)) below = middle
    else above = middle
  }
  return (below + above) / 2
}
