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

/** Least squares slope of residuals on time, with its variance; null where all happened at one time. */
function slopeOf(points: readonly { time: number; residual: number }[]): Slope | null {
  const n = points.length
  const time = points.reduce((sum, point) => sum + point.time, 0) / n
  const residual = points.reduce((sum, point) => sum + point.residual, 0) / n
  let ofTime = 0
  let products = 0
  let squares = 0
  for (const point of points) {
    ofTime += (point.time - time) ** 2
    products += (point.time - time) * (point.residual - residual)
    squares += (point.residual - residual) ** 2
  }
  if (!(ofTime > 0) || n < 3) return null
  const slope = products / ofTime
  const left = Math.max(0, squares - slope * products)
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
  const points = scores.flatMap(({ agentId, reviewerId, score, at }) => {
    const effect = effects.get(reviewerId)?.effect ?? null
    const level = levels.get(agentId) ?? null
    if (effect === null || level === null) return []
    return [{ reviewerId, time: at / FOUR_WEEKS_MS, residual: score - level - effect }]
  })
  const pointsOf = Map.groupBy(points, ({ reviewerId }) => reviewerId)
  return reviewers.map(({ reviewerId, n, comparedWith, reason }): LeniencyDrift => {
    const none = { reviewerId, n, perFourWeeks: null, low: null, high: null }
    if (reason !== null) return { ...none, reason }
    const own = pointsOf.get(reviewerId) ?? []
    const others = comparedWith.flatMap((id) => pointsOf.get(id) ?? [])
    const times = own.map(({ time }) => time)
    const span =
      times.reduce((a, b) => Math.max(a, b), -Infinity) - times.reduce((a, b) => Math.min(a, b), Infinity)
    const ownSlope = slopeOf(own)
    const otherSlope = slopeOf(others)
    const isEnough = own.length >= FEWEST_SCORES && others.length >= FEWEST_SCORES && span >= 1
    if (!isEnough || ownSlope === null || otherSlope === null)
      return { ...none, reason: `Too few to tell: ${FEWEST_SCORES} evaluations over four weeks are needed.` }
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
