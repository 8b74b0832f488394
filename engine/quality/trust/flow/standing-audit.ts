import { policyInForce } from '../../../governance/index.ts'
import type { WritableDatabase } from '../../../store/index.ts'
import { insertReview, findReviewOf } from '../../reviews/reviews.store.ts'
import type { ScorecardQuestion } from '../../../../shared/domain/scorecard/definition.ts'
import { definitionOf } from '../../scorecards/definition-of.ts'
import { readPublished } from '../../scorecards/versions.store.ts'
import { auditChances, drawAudits } from '../audit-selection.ts'
import { inclusionProbability } from '../../../statistics/index.ts'
import { drawNumbers } from './draw-numbers.ts'
import { leadingOf, orderedOnForm } from './leading.ts'
import { readingsOf, type Reading } from './readings.ts'
import { insertAuditPick, readStandings, type AuditPick, type KeptStanding } from './standings.store.ts'
import { strataOf, traitsOf, type KeptTraits } from './strata.ts'
import { keptWhy } from '../../reviews/kept-why.ts'

/**
 * Draws trusted answers of conversations that were just read or asked about into the queue, to be given again by a person: 5% whatever they are,
 * more where the scorer was unsure. One draw decides for all trusted questions of a conversation, so that whoever listens to it checks them all.
 * The same conversation read again is drawn alike. Of several scorers of a question only the one that may fill in is audited. Gives how many
 * reviews were added.
 */
export function drawStandingAudits(
  database: WritableDatabase,
  interactionIds: readonly number[],
  at: number,
): number {
  // where nothing is filled in, people answer all of it anyway
  if (policyInForce(database).document.automation.score !== 'on') return 0
  const trusted = readStandings(database).filter(({ standing }) => standing.state === 'trusted')
  if (trusted.length === 0 || interactionIds.length === 0) return 0
  const traits = traitsOf(database, interactionIds)
  let added = 0
  for (const [scorecardId, standings] of Map.groupBy(trusted, (kept) => kept.scorecardId)) {
    const questions = trustedOnForm(database, scorecardId, standings)
    const said = readingsOf(database, scorecardId, interactionIds, questions)
    const ordered = orderedOnForm(database, scorecardId)
    for (const interactionId of interactionIds) {
      const known = traits.get(interactionId)
      if (known === undefined) continue
      const numbers = drawNumbers(database, 'audit', scorecardId, interactionId)
      const { picks, chance } = drawOf({ ordered, said: said.get(interactionId)!, traits: known }, [
        numbers(),
        numbers(),
      ])
      if (picks.length > 0)
        added += putIntoQueue(database, { scorecardId, interactionId, questions, picks, chance, at })
    }
  }
  return added
}

/** Questions with a trusted scorer that the form asks as it is now. */
function trustedOnForm(
  database: WritableDatabase,
  scorecardId: number,
  standings: readonly KeptStanding[],
): ScorecardQuestion[] {
  const version = readPublished(database, scorecardId)
  const keys = new Set(standings.map(({ questionKey }) => questionKey))
  return ((version && definitionOf(version))?.questions ?? []).filter(({ id }) => keys.has(id))
}

function drawOf(
  {
    ordered,
    said,
    traits,
  }: {
    ordered: ReadonlyMap<string, KeptStanding[]>
    said: ReadonlyMap<string, Reading[]>
    traits: KeptTraits
  },
  numbers: readonly [uniform: number, more: number],
): { picks: AuditPick[]; chance: number } {
  let unsure = 0
  const picks = [...said].flatMap(([questionKey, readings]): AuditPick[] => {
    const leading = leadingOf(ordered.get(questionKey) ?? [], readings, strataOf(traits))
    if (leading?.state !== 'trusted' || leading.isExcluded || leading.reading.outcome === null) return []
    const { confidence, scorerId } = leading.reading
    unsure = Math.max(unsure, auditChances('trusted', confidence).more)
    let next = 0
    const [drawn] = drawAudits([{ id: questionKey, confidence }], 'trusted', () => numbers[next++ % 2]!)
    return drawn === undefined ? [] : [{ questionKey, scorerId, draw: drawn.draw, chance: drawn.probability }]
  })
  return { picks, chance: inclusionProbability([auditChances('trusted', null).uniform, unsure]) }
}

/** Adds a review, or the picks to one that nobody has opened; gives how many were added. One that somebody is at can no longer be blind. */
function putIntoQueue(
  database: WritableDatabase,
  audit: {
    scorecardId: number
    interactionId: number
    questions: readonly ScorecardQuestion[]
    picks: readonly AuditPick[]
    chance: number
    at: number
  },
): number {
  const { scorecardId, interactionId, picks } = audit
  const there = findReviewOf(database, interactionId, scorecardId)
  if (there !== undefined && there.state !== 'waiting') return 0
  const titles = audit.questions
    .filter(({ id }) => picks.some(({ questionKey }) => questionKey === id))
    .map(({ title }) => title)
  const reviewId =
    there?.id ??
    insertReview(database, {
      scorecardId,
      interactionId,
      selection: 'audit',
      drawId: null,
      why: keptWhy('audited', { questions: titles.join(', ') }),
      chance: audit.chance,
      reviewer: null,
      at: audit.at,
    })
  for (const pick of picks) insertAuditPick(database, reviewId, pick)
  return there === undefined ? 1 : 0
}
