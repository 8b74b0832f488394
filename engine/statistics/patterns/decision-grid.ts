/** A figure with its 95% interval. */
export interface Interval {
  value: number
  low: number
  high: number
}

/** What a driver's picture asks for. */
export type GridPlace =
  | 'fix-the-process'
  | 'coach-the-few'
  | 'mixed'
  | 'leave-alone'
  | 'calibrate-first'
  | 'cannot-tell'

export interface GridInput {
  /** How far the average falls short of what it should be, positive is worse; null where nothing says what it should be. */
  shortfall: Interval | null
  /** How probable it is that the standard deviation between agents, of the same team where teams are known, is more than delta; null where unknown. */
  agentsDiffer: number | null
  /** Between reviewers; null where nobody reviews. */
  betweenReviewers: Interval | null
  /** Whole teams stand apart from the rest: not what their people differ in. */
  hasTeamApart: boolean
  /** Smallest difference worth acting on. */
  delta: number
}

export interface GridVerdict {
  place: GridPlace
  average: 'low' | 'good' | 'cannot-tell'
  agents: 'wide' | 'little' | 'cannot-tell'
  reviewers: 'wide' | 'little' | 'cannot-tell' | 'nobody'
}

/** As certain as a proposal about one agent must be. */
const SURE = 0.8

/**
 * Where a driver stands in the decision grid: low average and little spread, the process; good average and wide spread, the few; wide
 * spread between reviewers, calibrate first. Agents differ when their standard deviation is more than delta with 80% certainty, as everything that is
 * proposed of one agent, and hardly differ when it is less with as much; reviewers are judged on the 95% interval; an average is low when it surely falls short and by delta or more, good when it surely does not
 * fall short by delta. What neither says cannot be told. A team that stands apart as a whole is a matter of its process, whatever the average is.
 */
export function decisionGrid({
  shortfall,
  agentsDiffer,
  betweenReviewers,
  hasTeamApart,
  delta,
}: GridInput): GridVerdict {
  const average =
    shortfall === null
      ? 'cannot-tell'
      : shortfall.high < delta
        ? 'good'
        : shortfall.low > 0 && shortfall.value >= delta
          ? 'low'
          : 'cannot-tell'
  const agents =
    agentsDiffer === null
      ? 'cannot-tell'
      : agentsDiffer >= SURE
        ? 'wide'
        : agentsDiffer <= 1 - SURE
          ? 'little'
          : 'cannot-tell'
  const reviewers = betweenReviewers === null ? 'nobody' : spreadOf(betweenReviewers, delta)
  return { place: placeOf(average, agents, reviewers, hasTeamApart), average, agents, reviewers }
}

function spreadOf(spread: Interval | null, delta: number): 'wide' | 'little' | 'cannot-tell' {
  if (spread === null) return 'cannot-tell'
  return spread.low > delta ? 'wide' : spread.high < delta ? 'little' : 'cannot-tell'
}

function placeOf(
  average: GridVerdict['average'],
  agents: GridVerdict['agents'],
  reviewers: GridVerdict['reviewers'],
  hasTeamApart: boolean,
): GridPlace {
  if (reviewers === 'wide') return 'calibrate-first'
  if (hasTeamApart) return agents === 'wide' ? 'mixed' : 'fix-the-process'
  if (average === 'cannot-tell' || agents === 'cannot-tell') return 'cannot-tell'
  if (average === 'low') return agents === 'little' ? 'fix-the-process' : 'mixed'
  return agents === 'wide' ? 'coach-the-few' : 'leave-alone'
}
