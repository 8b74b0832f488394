import { symmetricEigen } from './symmetric-eigen.ts'

/** One evaluation on one form: who was scored, by whom, and the score in its own unit. */
export interface ReviewerScore {
  agentId: string
  reviewerId: string
  score: number
}

/**
 * Reviewers who can be compared, since agents they share link them, directly or through others. Differences between them come
 * from within agents alone, so that who reviews whom cannot matter: the agents' levels are taken out (absorbed).
 */
export interface LinkedReviewers {
  reviewerIds: string[]
  agents: number
  scores: number
  /** Directions in which the reviewers can be told apart, one fewer than reviewers; information is in units of 1 / sigma2. */
  directions: { information: number; estimate: number; vector: Float64Array }[]
  /** Sum of squares about the fitted agents and reviewers, and its degrees of freedom. */
  residualSquares: number
  residualFreedom: number
  /** Reduction in the sum of squares by reviewers after agents, R(reviewers | mean, agents). */
  reviewerSquares: number
  /** Trace of the information: the coefficient of the reviewers' variance in E R(reviewers | mean, agents). */
  trace: number
}

/** Scores split into sets that share neither agents nor reviewers: nothing can be compared between them. */
export function connectedScores<T extends ReviewerScore>(scores: readonly T[]): T[][] {
  const parents = new Map<string, string>()
  const rootOf = (key: string): string => {
    let root = key
    for (let parent = parents.get(root); parent !== undefined && parent !== root; parent = parents.get(root))
      root = parent
    parents.set(key, root)
    return root
  }
  for (const { agentId, reviewerId } of scores) {
    const agent = rootOf(`agent ${agentId}`)
    const reviewer = rootOf(`reviewer ${reviewerId}`)
    parents.set(agent, reviewer)
    parents.set(reviewer, reviewer)
  }
  return [...Map.groupBy(scores, ({ agentId }) => rootOf(`agent ${agentId}`)).values()]
}

/** Normal equations of the reviewers after the agents (Searle, Linear Models 1971, chapter 7) for scores that are connected. */
export function linkReviewers(scores: readonly ReviewerScore[]): LinkedReviewers {
  const reviewerIds = [...new Set(scores.map(({ reviewerId }) => reviewerId))].toSorted()
  const at = new Map(reviewerIds.map((id, j) => [id, j]))
  const size = reviewerIds.length
  const information = reviewerIds.map(() => new Float64Array(size))
  const sums = new Float64Array(size)
  let withinAgents = 0
  const agents = Map.groupBy(scores, ({ agentId }) => agentId)
  for (const own of agents.values()) {
    const mean = own.reduce((sum, { score }) => sum + score, 0) / own.length
    const counts = new Map<number, number>()
    for (const { reviewerId, score } of own) {
      const j = at.get(reviewerId)!
      counts.set(j, (counts.get(j) ?? 0) + 1)
      sums[j]! += score - mean
      withinAgents += (score - mean) ** 2
    }
    for (const [j, n] of counts) {
      information[j]![j]! += n
      for (const [k, m] of counts) information[j]![k]! -= (n * m) / own.length
    }
  }
  const { values, vectors } = symmetricEigen(information)
  const largest = Math.max(...values)
  const directions = values.flatMap((value, k) => {
    if (!(value > 1e-9 * largest)) return []
    const vector = vectors[k]!
    let projected = 0
    for (let j = 0; j < size; j++) projected += vector[j]! * sums[j]!
    return [{ information: value, estimate: projected / value, vector }]
  })
  const reviewerSquares = directions.reduce((sum, one) => sum + one.information * one.estimate ** 2, 0)
  return {
    reviewerIds,
    agents: agents.size,
    scores: scores.length,
    directions,
    residualSquares: Math.max(0, withinAgents - reviewerSquares),
    residualFreedom: scores.length - agents.size - directions.length,
    reviewerSquares,
    trace: directions.reduce((sum, one) => sum + one.information, 0),
  }
}
