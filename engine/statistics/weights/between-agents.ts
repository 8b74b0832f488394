/** One agent's posterior means: of each driver, in order and unsigned (null unknown), and of the outcome. */
export interface AgentMeans {
  drivers: readonly (number | null)[]
  outcome: number
}

/** What a regression between agents adds: precision (p x p) and precision times response. */
export interface BetweenAgents {
  precision: Float64Array
  response: Float64Array
}

/**
 * The regression of agents' means, its variance doubled and its residuals taken to be as wide as the outcome
 * itself. Null where agents are too few or do not differ.
 */
export function betweenAgents(
  directions: readonly (1 | -1)[],
  agentMeans: readonly AgentMeans[],
): BetweenAgents | null {
  const p = directions.length
  const count = agentMeans.length
  if (count < 2) return null
  const outcomeMean = agentMeans.reduce((sum, { outcome }) => sum + outcome, 0) / count
  const outcomeSquares = agentMeans.reduce((sum, { outcome }) => sum + (outcome - outcomeMean) ** 2, 0)
  if (!(outcomeSquares > 0)) return null
  const means = directions.map((_, j) => {
    const known = agentMeans.flatMap(({ drivers: values }) => values[j] ?? [])
    return known.length === 0 ? 0 : known.reduce((sum, value) => sum + value, 0) / known.length
  })
  const perVariance = 1 / (2 * (outcomeSquares / (count - 1)))
  const precision = new Float64Array(p * p)
  const response = new Float64Array(p)
  for (const { drivers: values, outcome } of agentMeans) {
    const deviations = directions.map((direction, j) => direction * ((values[j] ?? means[j]!) - means[j]!))
    for (let j = 0; j < p; j++) {
      response[j]! += deviations[j]! * (outcome - outcomeMean) * perVariance
      for (let k = 0; k < p; k++) precision[j * p + k]! += deviations[j]! * deviations[k]! * perVariance
    }
  }
  return { precision, response }
}
