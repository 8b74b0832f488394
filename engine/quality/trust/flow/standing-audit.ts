import type { WritableDatabase } from '../../../store/index.ts'
import { insertReview, findReviewOf } from '../../reviews/reviews.store.ts'
import { starterScorecard } from '../../rules/index.ts'
import { definitionOf } from '../../scorecards/definition-of.ts'
import { readPublished } from '../../scorecards/versions.store.ts'
import { auditChances, drawAudits } from '../audit-selection.ts'
import { isExcluded } from '../group-errors.ts'
import { inclusionProbability } from '../../../statistics/index.ts'
import { readAutomated, type AutomatedRow } from './automated.store.ts'
import { drawNumbers } from './draw-numbers.ts'
import { askedByRules, RULES_SCORER } from './scorer.ts'
import { insertAuditPick, readStandings, type AuditPick, type KeptStanding } from './standings.store.ts'
import { strataOf, traitsOf, type KeptTraits } from './strata.ts'

interface Audited extends KeptStanding {
  title: string
  askedKey: string
}

/**
 * Draws trusted answers of conversations that were just read into the queue, to be given again by a person: 5% whatever they are, more where the
 * rules were unsure. One draw decides for all trusted questions of a conversation, so that whoever listens to it checks them all. The same
 * conversation read again is drawn alike. Gives how many reviews were added.
 */
export function drawStandingAudits(
  database: WritableDatabase,
  interactionIds: readonly number[],
  at: number,
): number {
  const trusted = readStandings(database).filter(
    ({ scorerId, standing }) => scorerId === RULES_SCORER && standing.state === 'trusted',
  )
  if (trusted.length === 0 || interactionIds.length === 0) return 0
  const answers = Map.groupBy(
    readAutomated(database, starterScorecard().id, interactionIds),
    ({ interactionId }) => interactionId,
  )
  const traits = traitsOf(database, interactionIds)
  let added = 0
  for (const [scorecardId, standings] of Map.groupBy(trusted, (kept) => kept.scorecardId)) {
    const questions = askedOnForm(database, scorecardId, standings)
    for (const interactionId of interactionIds) {
      const said = answers.get(interactionId)
      const known = traits.get(interactionId)
      if (said === undefined || known === undefined) continue
      const numbers = drawNumbers(database, 'audit', scorecardId, interactionId)
      const { picks, chance } = drawOf(questions, said, known, [numbers(), numbers()])
      if (picks.length > 0)
        added += putIntoQueue(database, { scorecardId, interactionId, questions, picks, chance, at })
    }
  }
  return added
}

/** Trusted questions that the form asks as it is now. */
function askedOnForm(
  database: WritableDatabase,
  scorecardId: number,
  standings: readonly KeptStanding[],
): Audited[] {
  const version = readPublished(database, scorecardId)
  const definition = version && definitionOf(version)
  return standings.flatMap((kept) => {
    const question = definition?.questions.find(({ id }) => id === kept.questionKey)
    const askedKey = question && askedByRules(question)
    return question === undefined || askedKey === undefined
      ? []
      : [{ ...kept, title: question.title, askedKey }]
  })
}

function drawOf(
  questions: readonly Audited[],
  said: readonly AutomatedRow[],
  traits: KeptTraits,
  numbers: readonly [uniform: number, more: number],
): { picks: AuditPick[]; chance: number } {
  let unsure = 0
  const picks = questions.flatMap(({ askedKey, questionKey, scorerId, standing }): AuditPick[] => {
    const answer = said.findLast((row) => row.questionKey === askedKey)
    if (answer === undefined || answer.score === null || answer.scorerVersion !== standing.scorerVersion)
      return []
    if (isExcluded(strataOf(traits), standing.excludedGroups)) return []
    const { confidence } = answer
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
    questions: readonly Audited[]
    picks: readonly AuditPick[]
    chance: number
    at: number
  },
): number {
  const { scorecardId, interactionId, picks } = audit
  const there = findReviewOf(database, interactionId, scorecardId)
  if (there !== undefined && there.state !== 'waiting') return 0
  const titles = audit.questions
    .filter(({ questionKey }) => picks.some((pick) => pick.questionKey === questionKey))
    .map(({ title }) => title)
  const reviewId =
    there?.id ??
    insertReview(database, {
      scorecardId,
      interactionId,
      selection: 'audit',
      drawId: null,
      why: `Drawn to check trusted answers blind: ${titles.join(', ')}.`,
      chance: audit.chance,
      reviewer: null,
      at: audit.at,
    })
  for (const pick of picks) insertAuditPick(database, reviewId, pick)
  return there === undefined ? 1 : 0
}
