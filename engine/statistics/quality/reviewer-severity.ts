import { msg, say } from '#speech'
import { varianceFactor } from '../mean-shrinkage.ts'
import { normalMixturePosterior } from '../normal-mixture.ts'
import { centralInterval } from '../posterior.ts'
import { connectedScores, linkReviewers, type LinkedReviewers, type ReviewerScore } from './reviewer-links.ts'
import { severityPrior, type SeverityPrior } from './severity-prior.ts'

/** How a reviewer scores beside the average of those they can be compared with, in the score's unit. */
export interface ReviewerEffect {
  reviewerId: string
  n: number
  agents: number
  /** The reviewers linked to this one by shared agents; empty where none is. */
  comparedWith: string[]
  /** Above 0 scores higher than they do (lenient), below 0 lower (strict). Null, with the bounds, where it cannot be told. */
  effect: number | null
  low: number | null
  high: number | null
  reason: string | null
}

export interface AgentLevel {
  agentId: string
  n: number
  mean: number
  /** Mean of the scores less their reviewers' effects; null where none of the reviewers can be compared. */
  adjustedMean: number | null
}

export interface SeverityEstimate {
  reviewers: ReviewerEffect[]
  agents: AgentLevel[]
  /** Of one score, about agent and reviewer; null where no score is left over to tell. */
  residualVariance: number | null
  reviewerVariance: number | null
  basis: SeverityPrior['basis'] | null
}

const CONFOUNDED = msg`Cannot be told apart from the agents: nobody else has scored any of this reviewer’s agents on this form.`
const TOO_FEW = msg`Too few evaluations to tell reviewers from chance.`

/** Posterior of each reviewer's distance from the average of the linked ones (BLUP averaged over the prior's spread). */
function effectsOf(group: LinkedReviewers, residualVariance: number, prior: SeverityPrior) {
  return group.reviewerIds.map((reviewerId, j) => {
    const means = new Float64Array(prior.sds.length)
    const standardDeviations = new Float64Array(prior.sds.length)
    prior.sds.forEach((sd, point) => {
      let variance = 0
      for (const { information, estimate, vector } of group.directions) {
        const error = residualVariance / information
        const kept = sd * sd > 0 ? (sd * sd) / (sd * sd + error) : 0
        means[point]! += vector[j]! * kept * estimate
        variance += vector[j]! ** 2 * kept * error
      }
      standardDeviations[point] = Math.sqrt(variance)
    })
    const posterior = normalMixturePosterior({ weights: prior.probabilities, means, standardDeviations })
    return { reviewerId, effect: posterior.mean, ...centralInterval(posterior) }
  })
}

/** Mean scores of agents as they are, and less the effects of whoever gave them. Reviewers without an effect leave their scores as they are. */
export function agentLevels(
  scores: readonly ReviewerScore[],
  reviewers: readonly Pick<ReviewerEffect, 'reviewerId' | 'effect'>[],
): AgentLevel[] {
  const effects = new Map(
    reviewers.flatMap(({ reviewerId, effect }) => (effect === null ? [] : [[reviewerId, effect] as const])),
  )
  return [...Map.groupBy(scores, ({ agentId }) => agentId)].map(([agentId, own]) => {
    const mean = own.reduce((sum, { score }) => sum + score, 0) / own.length
    let shift = 0
    for (const { reviewerId } of own) shift += effects.get(reviewerId) ?? 0
    const isComparable = own.some(({ reviewerId }) => effects.has(reviewerId))
    return { agentId, n: own.length, mean, adjustedMean: isComparable ? mean - shift / own.length : null }
  })
}

/**
 * Severity of the reviewers of one form: score = agent + reviewer + error. Agents are fixed, so that who reviews whom cannot
 * matter; reviewers are random, shrunk toward their common average (Henderson's mixed model equations; Searle, Casella & McCulloch
 * 1992, chapter 7), averaged over a posterior of their spread instead of plugging one in, so that intervals hold. Scores in any
 * unit, any pattern of who scored whom. A reviewer who shares no agent with anybody, directly or through others, cannot be told
 * apart from those agents: a sentence instead of a number.
 */
export function reviewerSeverity(scores: readonly ReviewerScore[]): SeverityEstimate {
  const groups = connectedScores(scores).map(linkReviewers)
  const comparable = groups.filter((group) => group.directions.length > 0)
  const freedom = groups.reduce((sum, group) => sum + group.residualFreedom, 0)
  const squares = groups.reduce((sum, group) => sum + group.residualSquares, 0)
  const residualVariance = freedom > 0 ? squares / freedom : null
  // little is known of a variance on few degrees of freedom, and 0 would make everybody sure
  const variance =
    residualVariance === null ? null : Math.max(residualVariance, 1e-12) * varianceFactor(freedom)
  const isKnown = variance !== null && comparable.length > 0
  const prior = isKnown ? severityPrior(comparable, variance) : null
  const effects = new Map(
    prior === null || variance === null
      ? []
      : comparable
          .flatMap((group) => effectsOf(group, variance, prior))
          .map((effect) => [effect.reviewerId, effect]),
  )
  const ofReviewer = Map.groupBy(scores, ({ reviewerId }) => reviewerId)
  const reviewers = groups.flatMap((group) =>
    group.reviewerIds.map((reviewerId): ReviewerEffect => {
      const own = ofReviewer.get(reviewerId)!
      const effect = effects.get(reviewerId)
      return {
        reviewerId,
        n: own.length,
        agents: new Set(own.map(({ agentId }) => agentId)).size,
        comparedWith: group.reviewerIds.filter((other) => other !== reviewerId),
        effect: effect?.effect ?? null,
        low: effect?.low ?? null,
        high: effect?.high ?? null,
        reason: effect !== undefined ? null : group.directions.length === 0 ? say(CONFOUNDED) : say(TOO_FEW),
      }
    }),
  )
  return {
    reviewers: reviewers.toSorted((a, b) => (a.reviewerId < b.reviewerId ? -1 : 1)),
    agents: agentLevels(scores, reviewers),
    residualVariance,
    reviewerVariance: prior?.variance ?? null,
    basis: prior?.basis ?? null,
  }
}
