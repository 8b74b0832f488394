import {
  drawAtRandom,
  drawByRisk,
  inclusionProbability,
  probabilitiesAtRandom,
  probabilitiesByRisk,
} from '../../../engine/statistics/index.ts'

export interface PlanCandidate {
  id: string
  /** An agent in a period. */
  stratum: string
  /** 0 and above. */
  risk: number
}

/** A random and a risk-based plan over the same contacts; every pick with its probability over both, whichever picked it. */
export function drawBothPlans(
  candidates: readonly PlanCandidate[],
  { perStratum, byRisk }: { perStratum: number; byRisk: number },
  random: () => number,
): { id: string; probability: number }[] {
  const atRandom = probabilitiesAtRandom(candidates, perStratum)
  const risks = probabilitiesByRisk(
    candidates.map(({ risk }) => risk),
    byRisk,
  )
  const probabilities = new Map(
    candidates.map(({ id }, i) => [id, inclusionProbability([atRandom.get(id)!, risks[i]!])]),
  )
  const picked = new Set(
    [...drawAtRandom(candidates, perStratum, random), ...drawByRisk(candidates, byRisk, random)].map(
      ({ id }) => id,
    ),
  )
  return [...picked].map((id) => ({ id, probability: probabilities.get(id)! }))
}
