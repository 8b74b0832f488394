import { drawAtRandom, probabilitiesAtRandom, type RandomSource } from './draw-at-random.ts'
import { drawByRisk, probabilitiesByRisk } from './draw-by-risk.ts'
import { inclusionProbability } from './inclusion-probability.ts'

export interface PlanCandidate {
  id: string
  /** An agent in a period. */
  stratum: string
  /** 0 and above. */
  risk: number
}

export interface PlannedPick {
  id: string
  plans: ('random' | 'risk')[]
  /** Over both plans, whichever of them picked it. */
  probability: number
}

/**
 * A random plan and a risk-based one over the same contacts, drawn independently. The random plan reaches everyone, so that no
 * contact is without a chance and the picks of both together can be weighted to stand for all. Throws where it draws nobody.
 */
export function drawPlans(
  candidates: readonly PlanCandidate[],
  { perStratum, byRisk }: { perStratum: number; byRisk: number },
  random: RandomSource,
): PlannedPick[] {
  if (!(perStratum >= 1))
    throw new RangeError('A risk-based plan needs a random one beside it, of at least one contact per agent.')
  const atRandom = probabilitiesAtRandom(candidates, perStratum)
  const risks = probabilitiesByRisk(
    candidates.map(({ risk }) => risk),
    byRisk,
  )
  const probabilities = new Map(
    candidates.map(({ id }, i) => [id, inclusionProbability([atRandom.get(id)!, risks[i]!])]),
  )
  const picks = new Map<string, PlannedPick>()
  for (const plan of ['random', 'risk'] as const) {
    const drawn =
      plan === 'random'
        ? drawAtRandom(candidates, perStratum, random)
        : drawByRisk(candidates, byRisk, random)
    for (const { id } of drawn) {
      const already = picks.get(id)
      if (already === undefined) picks.set(id, { id, plans: [plan], probability: probabilities.get(id)! })
      else already.plans.push(plan)
    }
  }
  return [...picks.values()]
}
