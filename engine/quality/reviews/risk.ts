import type { EligibleRow } from './eligible.store.ts'

const lowRating = 0.4
const lowEnding = -0.2
const longSilenceSeconds = 30

/**
 * How much speaks for trouble in a conversation: a point each for a low rating (two for the lowest), for a bad ending, for a long silence, and
 * for every automated answer that misses something, two at most. 0 where nothing does: then a risk-based plan passes it over, and only
 * the random plan beside it can pick it. A heuristic for where to look; never a figure about a person.
 */
export function riskOf(conversation: EligibleRow): number {
  const { csat, sentimentEnd, longestSilenceSeconds, notSaid } = conversation
  let risk = Math.min(2, notSaid)
  if (csat !== null && csat <= lowRating) risk += csat === 0 ? 2 : 1
  if (sentimentEnd !== null && sentimentEnd <= lowEnding) risk += 1
  if (longestSilenceSeconds !== null && longestSilenceSeconds >= longSilenceSeconds) risk += 1
  return risk
}
