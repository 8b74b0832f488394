import type { ReadableDatabase } from '../../../store/index.ts'
import { isExcluded } from '../group-errors.ts'
import type { TrustState } from '../standing.ts'
import { RULES_SCORER } from './scorer.ts'
import { readStandings } from './standings.store.ts'
import { strataOf, traitsOfOne } from './strata.ts'

/**
 * How far the rules are trusted with each question of a form in one conversation; with those that are not there, and in groups that are left out,
 * they are in shadow.
 */
export function statesHere(
  database: ReadableDatabase,
  { scorecardId, interactionId }: { scorecardId: number; interactionId: number | null },
): Map<string, TrustState> {
  const promoted = readStandings(database).filter(
    (kept) =>
      kept.scorecardId === scorecardId && kept.scorerId === RULES_SCORER && kept.standing.state !== 'shadow',
  )
  const isLeftOut = promoted.some(({ standing }) => standing.excludedGroups.length > 0)
  const strata =
    isLeftOut && interactionId !== null ? strataOf(traitsOfOne(database, interactionId)) : undefined
  return new Map(
    promoted.map(({ questionKey, standing: { state, excludedGroups } }) => [
      questionKey,
      strata !== undefined && isExcluded(strata, excludedGroups) ? 'shadow' : state,
    ]),
  )
}
