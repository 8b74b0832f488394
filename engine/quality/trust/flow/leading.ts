import type { ReadableDatabase } from '../../../store/index.ts'
import { blindAnswers, isAgreement, type TrustStrata } from '../double-scored.ts'
import { isExcluded } from '../group-errors.ts'
import type { TrustState } from '../standing.ts'
import { weightedShare } from '../weighted-share.ts'
import { doubleScoredAnswers } from './answers.ts'
import type { Reading } from './readings.ts'
import { OWN_RULE_SCORER, RULES_SCORER } from './scorer.ts'
import { readStandings, type KeptStanding } from './standings.store.ts'

/** The one scorer of a question that may fill in here, and what it says. */
export interface Leading {
  reading: Reading
  state: Exclude<TrustState, 'shadow'>
  isExcluded: boolean
}

const rank: Record<TrustState, number> = { trusted: 0, assist: 1, shadow: 2 }
/** Where two are as good as each other, rules go first: they cost nothing. */
const cost = (scorerId: string): number =>
  scorerId === RULES_SCORER ? 0 : scorerId === OWN_RULE_SCORER ? 1 : 2

/**
 * Of the scorers of one question those that are promoted, the one that leads first: by its step, then by the lower bound of its agreement with
 * blind answers, then by what it costs. Only the first may fill in or count.
 */
export function inOrderOfTrust(
  database: ReadableDatabase,
  standings: readonly KeptStanding[],
): KeptStanding[] {
  const promoted = standings.filter(({ standing }) => standing.state !== 'shadow')
  if (promoted.length < 2) return promoted
  const lowest = new Map(
    promoted.map((kept) => {
      const blind = blindAnswers(doubleScoredAnswers(database, kept), kept.standing.scorerVersion)
      return [kept, blind.length === 0 ? 0 : weightedShare(blind, isAgreement).low]
    }),
  )
  return promoted.toSorted(
    (a, b) =>
      rank[a.standing.state] - rank[b.standing.state] ||
      lowest.get(b)! - lowest.get(a)! ||
      cost(a.scorerId) - cost(b.scorerId) ||
      a.scorerId.localeCompare(b.scorerId),
  )
}

/**
 * The scorer that may fill a question in, of those that were asked about a conversation; undefined where none has come further than shadow with
 * the version that answered. One that leaves the question open, or is left out for this conversation's groups, leads all the same: then nobody
 * fills in, so that what is left to the person does not depend on what another scorer says.
 */
export function leadingOf(
  ordered: readonly KeptStanding[],
  readings: readonly Reading[],
  strata: TrustStrata,
): Leading | undefined {
  for (const { scorerId, standing } of ordered) {
    const reading = readings.find((one) => one.scorerId === scorerId)
    const { state } = standing
    if (reading === undefined || reading.scorerVersion !== standing.scorerVersion || state === 'shadow')
      continue
    // what it says is never filled in on this question: there are several ways to say it
    if (reading.outcome !== null && reading.answer === undefined) continue
    return { reading, state, isExcluded: isExcluded(strata, standing.excludedGroups) }
  }
  return undefined
}

/** The promoted scorers of each question of a form, in their order. */
export function orderedOnForm(database: ReadableDatabase, scorecardId: number): Map<string, KeptStanding[]> {
  const own = readStandings(database).filter((kept) => kept.scorecardId === scorecardId)
  return new Map(
    [...Map.groupBy(own, ({ questionKey }) => questionKey)].map(([key, standings]) => [
      key,
      inOrderOfTrust(database, standings),
    ]),
  )
}
