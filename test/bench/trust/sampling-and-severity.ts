import { reviewerSeverity, weightedMean, type ReviewerScore } from '../../../engine/statistics/index.ts'
import type { Random } from '../simulation/random.ts'
import { drawBothPlans } from './draw-both-plans.ts'

/** A random plan of 4 of 100 contacts per agent with 120 risk-based picks beside: bias and coverage, weighted and not. */
export function mixedSampling(random: Random, replications: number) {
  const contacts = Array.from({ length: 3000 }, (_, i) => {
    const quality = Math.min(1, Math.max(0, random.normal(0.75, 0.15)))
    const risk = Math.exp(random.normal(0, 0.5) + 3 * (0.75 - quality))
    return { id: `c${i}`, stratum: `agent ${i % 30}`, risk, quality }
  })
  const truth = contacts.reduce((sum, { quality }) => sum + quality, 0) / contacts.length
  const qualities = new Map(contacts.map(({ id, quality }) => [id, quality]))
  const tally = { weighted: { bias: 0, covered: 0 }, plain: { bias: 0, covered: 0 } }
  for (let i = 0; i < replications; i++) {
    const picks = drawBothPlans(contacts, { perStratum: 4, byRisk: 120 }, random.uniform)
    for (const [kind, sums] of Object.entries(tally)) {
      const estimate = weightedMean(
        picks.map(({ id, probability }) => ({
          value: qualities.get(id)!,
          probability: kind === 'weighted' ? probability : 1,
        })),
      )!
      sums.bias += (estimate.mean - truth) / replications
      sums.covered += Number(estimate.low! <= truth && truth <= estimate.high!) / replications
    }
  }
  return tally
}

/** 40 agents, each scored 6 to 10 times by 2 or 3 of 8 reviewers: coverage of severity, and what adjusting does to agents' errors. */
export function severity(random: Random, reviewerSd: number, replications: number) {
  let covered = 0
  let intervals = 0
  let rawSquares = 0
  let adjustedSquares = 0
  for (let i = 0; i < replications; i++) {
    const effects = new Map(Array.from({ length: 8 }, (_, j) => [`r${j}`, random.normal(0, reviewerSd)]))
    const levels = new Map<string, number>()
    const scores: ReviewerScore[] = []
    for (let a = 0; a < 40; a++) {
      const agentId = `a${a}`
      const level = random.normal(0.75, 0.08)
      levels.set(agentId, level)
      const own = Array.from({ length: random.integer(2, 3) }, () => `r${random.integer(0, 7)}`)
      for (let n = random.integer(6, 10); n > 0; n--) {
        const reviewerId = own[random.integer(0, own.length - 1)]!
        scores.push({ agentId, reviewerId, score: level + effects.get(reviewerId)! + random.normal(0, 0.12) })
      }
    }
    const estimate = reviewerSeverity(scores)
    const present = estimate.reviewers.map(({ reviewerId }) => effects.get(reviewerId)!)
    const average = present.reduce((sum, effect) => sum + effect, 0) / present.length
    for (const { reviewerId, low, high } of estimate.reviewers) {
      if (low === null || high === null) continue
      const truth = effects.get(reviewerId)! - average
      intervals++
      if (low <= truth && truth <= high) covered++
    }
    for (const { agentId, mean, adjustedMean } of estimate.agents) {
      const truth = levels.get(agentId)! + average
      rawSquares += (mean - truth) ** 2
      adjustedSquares += ((adjustedMean ?? mean) - truth) ** 2
    }
  }
  return { reviewerSd, coverage: covered / intervals, errorKept: Math.sqrt(adjustedSquares / rawSquares) }
}
