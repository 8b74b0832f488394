import { t } from '#speech'
import { studentTQuantile } from '../student-t.ts'
import type { ReviewerScore } from './reviewer-links.ts'
import { reviewerSeverity } from './reviewer-severity.ts'

const FOUR_WEEKS_MS = 28 * 86_400_000
const FEWEST_SCORES = 20

export interface DatedScore extends ReviewerScore {
  /** Milliseconds since 1970. */
  at: number
}

/** How a reviewer's scores move against the others', in score units per four weeks; above 0 grows lenient. */
export interface LeniencyDrift {
  reviewerId: string
  n: number
  perFourWeeks: number | null
  low: number | null
  high: number | null
  reason: string | null
}

interface Slope {
  slope: number
  variance: number
  freedom: number
}

/** What a slope is computed from, so that sets of scores add up; times are from a common middle, against cancellation. */
interface Sums {
  n: number
  time: number
  residual: number
  timeSquares: number
  products: number
  residualSquares: number
  from: number
  to: number
}

const noSums: Sums = {
  n: 0,
  time: 0,
  residual: 0,
  timeSquares: 0,
  products: 0,
  residualSquares: 0,
  from: Infinity,
  to: -Infinity,
}

function joined(a: Sums, b: Sums): Sums {
  return {
    n: a.n + b.n,
    time: a.time + b.time,
    residual: a.residual + b.residual,
    timeSquares: a.timeSquares + b.timeSquares,
    products: a.products + b.products,
    residualSquares: a.residualSquares + b.residualSquares,
    from: Math.min(a.from, b.from),
    to: Math.max(a.to, b.to),
  }
}

/** Least squares slope of residuals on time, with its variance; null where all happened at one time. */
function slopeOf(sums: Sums): Slope | null {
  const { n } = sums
  const ofTime = sums.timeSquares - sums.time ** 2 / n
  if (n < 3 || !(ofTime > 1e-12 * sums.timeSquares)) return null
  const products = sums.products - (sums.time * sums.residual) / n
  const slope = products / ofTime
  const left = Math.max(0, sums.residualSquares - sums.residual ** 2 / n - slope * products)
  return { slope, variance: left / (n - 2) / ofTime, freedom: n - 2 }
}

/**
 * Whether reviewers grow lenient or strict: the slope of what is left of their scores after agent and reviewer, per four weeks,
 * less the same slope of everybody else they can be compared with, so that agents who learn do not look like a reviewer who grows
 * kind. Ordinary least squares on each side, 95% interval by Student's t (Welch 1947). Null with a reason under 20 scores a side,
 * under four weeks, or without others. An agent seen only in a short time takes part of a drift for its own level: slopes are
 * rather too small than too large.
 */
export function leniencyDrift(scores: readonly DatedScore[]): LeniencyDrift[] {
  const { reviewers, agents } = reviewerSeverity(scores)
  const effects = new Map(reviewers.map((reviewer) => [reviewer.reviewerId, reviewer]))
  const levels = new Map(agents.map(({ agentId, adjustedMean }) => [agentId, adjustedMean]))
  const middle = scores.reduce((sum, { at }) => sum + at, 0) / scores.length
  const sumsOf = new Map<string, Sums>()
  for (const { agentId, reviewerId, score, at } of scores) {
    const effect = effects.get(reviewerId)?.effect ?? null
    const level = levels.get(agentId) ?? null
    if (effect === null || level === null) continue
    const time = (at - middle) / FOUR_WEEKS_MS
    const residual = score - level - effect
    const one = {
      n: 1,
      time,
      residual,
      timeSquares: time * time,
      products: time * residual,
      residualSquares: residual * residual,
      from: time,
      to: time,
    }
    sumsOf.set(reviewerId, joined(sumsOf.get(reviewerId) ?? noSums, one))
  }
  return reviewers.map(({ reviewerId, n, comparedWith, reason }): LeniencyDrift => {
    const none = { reviewerId, n, perFourWeeks: null, low: null, high: null }
    if (reason !== null) return { ...none, reason }
    const own = sumsOf.get(reviewerId) ?? noSums
    const others = comparedWith.reduce((sums, id) => joined(sums, sumsOf.get(id) ?? noSums), noSums)
    const ownSlope = slopeOf(own)
    const otherSlope = slopeOf(others)
    const isEnough = own.n >= FEWEST_SCORES && others.n >= FEWEST_SCORES && own.to - own.from >= 1
    if (!isEnough || ownSlope === null || otherSlope === null)
      return {
        ...none,
        reason: t`Too few to tell: ${{ needed: FEWEST_SCORES }} evaluations over four weeks are needed.`,
      }
    const variance = ownSlope.variance + otherSlope.variance
    const perFourWeeks = ownSlope.slope - otherSlope.slope
    if (!(variance > 0)) return { ...none, perFourWeeks, low: perFourWeeks, high: perFourWeeks, reason: null }
    const freedom =
      variance ** 2 /
      (ownSlope.variance ** 2 / ownSlope.freedom + otherSlope.variance ** 2 / otherSlope.freedom)
    const reach = studentTQuantile(0.975, freedom) * Math.sqrt(variance)
    return { ...none, perFourWeeks, low: perFourWeeks - reach, high: perFourWeeks + reach, reason: null }
  })
}
