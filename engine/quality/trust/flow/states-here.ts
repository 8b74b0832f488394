import type { ReadableDatabase } from '../../../store/index.ts'
import { isExcluded } from '../group-errors.ts'
import type { TrustState } from '../standing.ts'
import { readAsked, readFilled } from './double-scored.store.ts'
import { readStandings } from './standings.store.ts'
import { strataOf, traitsOfOne } from './strata.ts'

/** How far a scorer of one version is trusted with a question of a form, in one conversation. */
export type StateHere = (said: { questionKey: string; scorerId: string; scorerVersion: string }) => TrustState

/**
 * How far the scorers are trusted with each question of a form in one conversation: those that are not there, those of another version and those
 * a group is left out for are in shadow.
 */
export function statesHere(
  database: ReadableDatabase,
  { scorecardId, interactionId }: { scorecardId: number; interactionId: number | null },
): StateHere {
  const promoted = readStandings(database).filter(
    (kept) => kept.scorecardId === scorecardId && kept.standing.state !== 'shadow',
  )
  const isLeftOut = promoted.some(({ standing }) => standing.excludedGroups.length > 0)
  const strata =
    isLeftOut && interactionId !== null ? strataOf(traitsOfOne(database, interactionId)) : undefined
  return ({ questionKey, scorerId, scorerVersion }) => {
    const kept = promoted.find((one) => one.questionKey === questionKey && one.scorerId === scorerId)
    if (kept === undefined || kept.standing.scorerVersion !== scorerVersion) return 'shadow'
    const { state, excludedGroups } = kept.standing
    return strata !== undefined && isExcluded(strata, excludedGroups) ? 'shadow' : state
  }
}

/** How far those are trusted that filled in the answers of a review, by question. */
export function statesOfFilled(
  database: ReadableDatabase,
  review: { id: number; scorecardId: number; interactionId: number | null },
): Map<string, TrustState> {
  const stateOf = statesHere(database, review)
  return new Map(readFilled(database, review.id).map((filled) => [filled.questionKey, stateOf(filled)]))
}

/**
 * The questions of a review that a scorer is trusted with that was asked about its conversation, the groups it is left out for included. Which of
 * their answers a person gives follows from what it says: of those left to it only the ones somebody doubts. What was submitted before it was
 * trusted is not among them.
 */
export function questionsTrusted(
  database: ReadableDatabase,
  review: { id: number; scorecardId: number },
): Set<string> {
  const trusted = readStandings(database).filter(
    ({ scorecardId, standing }) => scorecardId === review.scorecardId && standing.state === 'trusted',
  )
  if (trusted.length === 0) return new Set()
  const isTrusted = (asked: ReturnType<typeof readAsked>[number]) =>
    trusted.some(
      ({ questionKey, scorerId, standing: { scorerVersion, since } }) =>
        questionKey === asked.questionKey &&
        scorerId === asked.scorerId &&
        scorerVersion === asked.scorerVersion &&
        (asked.countedAt === null || since === null || asked.countedAt > since),
    )
  return new Set(
    readAsked(database, review.id)
      .filter(isTrusted)
      .map(({ questionKey }) => questionKey),
  )
}
