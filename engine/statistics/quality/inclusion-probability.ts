/** Throws unless it is a probability a draw can have: above 0, at most 1. */
export function assertProbability(probability: number): void {
  if (!(probability > 0 && probability <= 1))
    throw new RangeError(
      `A pick counts only with its probability, above 0 and at most 1, not ${probability}.`,
    )
}

/**
 * Probability that at least one of several independent plans picks a contact: 1 - prod(1 - pi_plan). A plan may have had no
 * chance to pick it (0), all of them together may not: such a pick was requested, and cannot be weighted.
 */
export function inclusionProbability(ofPlans: readonly number[]): number {
  let missedByAll = 1
  for (const probability of ofPlans) {
    if (!(probability >= 0 && probability <= 1))
      throw new RangeError(`The probability of a plan lies in 0..1, not at ${probability}.`)
    missedByAll *= 1 - probability
  }
  const probability = 1 - missedByAll
  assertProbability(probability)
  return probability
}
