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
  /** Standard deviation between agents, of the same team where teams are known. */
  betweenAgents: Interval | null
  /** Between reviewers; null where nobody reviews. */
  betweenReviewers: Interval | null
  /** Smallest difference worth acting on. */
  delta: number
}

export interface GridVerdict {
  place: GridPlace
  average: 'low' | 'good' | 'cannot-tell'
  agents: 'wide' | 'little' | 'cannot-tell'
  reviewers: 'wide' | 'little' | 'cannot-tell' | 'nobody'
}

/**
 * Where a driver stands in the decision grid: low average and little spread, the process; good average and wide spread, the few; wide
 * spread between reviewers, calibrate first. Judged on intervals: a spread is wide when its standard deviation is surely more than
 * delta, little when it is surely less; an average is low when it surely falls short and by delta or more, good when it surely does not
 * fall short by delta. What neither says cannot be told.
 */
export function decisionGrid({ shortfall, betweenAgents, betweenReviewers, delta }: GridInput): GridVerdict {
  const average =
    shortfall === null
      ? 'cannot-tell'
      : shortfall.high < delta
        ? 'good'
        : shortfall.low > 0 && shortfall.value >= delta
          ? 'low'
          : 'cannot-tell'
  const agents = spreadOf(betweenAgents, delta)
  const reviewers = betweenReviewers === null ? 'nobody' : spreadOf(betweenReviewers, delta)
  return { place: placeOf(average, agents, reviewers), average, agents, reviewers }
}

function spreadOf(spread: Interval | null, delta: number): 'wide' | 'little' | 'cannot-tell' {
  if (spread === null) return 'cannot-tell'
  return spread.low > delta ? 'wide' : spread.high < delta ? 'little' : 'cannot-tell'
}

function placeOf(
  average: GridVerdict['average'],
  agents: GridVerdict['agents'],
  reviewers: GridVerdict['reviewers'],
): GridPlace {
  if (reviewers === 'wide') return 'calibrate-first'
  if (average === 'cannot-tell' || agents === 'cannot-tell') return 'cannot-tell'
  if (average === 'low') return agents === 'little' ? 'fix-the-process' : 'mixed'
  return agents === 'wide' ? 'coach-the-few' : 'leave-alone'
}
