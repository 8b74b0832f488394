import type { Selection } from '../../../../shared/contract/reviews.ts'
import type { FormAnswer } from '../../../../shared/domain/scorecard/answers.ts'
import type { ScorecardQuestion } from '../../../../shared/domain/scorecard/definition.ts'
import type { WritableDatabase } from '../../../store/index.ts'
import { starterScorecard } from '../../rules/index.ts'
import { drawAudits } from '../audit-selection.ts'
import { isExcluded } from '../group-errors.ts'
import type { TrustState } from '../standing.ts'
import { readAutomated, type AutomatedRow } from './automated.store.ts'
import { keepFirstAnswer, keepScorerSaid, readKeptQuestions, type ScorerSaid } from './double-scored.store.ts'
import { drawNumbers } from './draw-numbers.ts'
import { isPassed, optionFor, outcomeOfAnswer } from './outcome-of-answer.ts'
import { askedByRules, RULES_SCORER } from './scorer.ts'
import { readAuditPicks, readStandings, type AuditPick } from './standings.store.ts'
import { strataOf, traitsOfOne, type KeptTraits } from './strata.ts'

/** A review whose questions are about to be answered. */
export interface OpenedReview {
  id: number
  scorecardId: number
  interactionId: number | null
  selection: Selection
}

/**
 * Keeps what the rules say of each of these questions before a person answers them, and draws which of the answers that may be filled in
 * beforehand are left to the person. Gives the answers to fill in. What is kept already is left as it is, so that a review is drawn for once.
 */
export function openQuestions(
  database: WritableDatabase,
  review: OpenedReview,
  questions: readonly ScorecardQuestion[],
): FormAnswer[] {
  // what is calibrated are people: nothing leads them, and what they were given to compare was not drawn
  if (review.interactionId === null || review.selection === 'calibration') return []
  const { interactionId } = review
  const kept = readKeptQuestions(database, review.id)
  const open = questions.filter(({ id }) => !kept.has(id))
  if (open.length === 0) return []
  const said = new Map(
    readAutomated(database, starterScorecard().id, [interactionId]).map((row) => [row.questionKey, row]),
  )
  if (said.size === 0) return []
  const standings = new Map(
    readStandings(database)
      .filter(({ scorecardId, scorerId }) => scorecardId === review.scorecardId && scorerId === RULES_SCORER)
      .map(({ questionKey, standing }) => [questionKey, standing]),
  )
  const picks = new Map(readAuditPicks(database, review.id).map((pick) => [pick.questionKey, pick]))
  const traits = traitsOfOne(database, interactionId)
  return open.flatMap((question) => {
    const row = said.get(askedByRules(question) ?? '')
    if (row === undefined) return []
    const standing = standings.get(question.id)
    const isStanding = standing !== undefined && standing.scorerVersion === row.scorerVersion
    const { answer, ...left } = leaveOrFill(question, row, {
      state: isStanding ? standing.state : 'shadow',
      isExcluded: isStanding && isExcluded(strataOf(traits), standing.excludedGroups),
      pick: picks.get(question.id),
      random: drawNumbers(database, 'left to a person', review.scorecardId, interactionId, question.id),
    })
    keepScorerSaid(database, toKeep(review, question, row, traits, left))
    return answer === undefined ? [] : [answer]
  })
}

type Left = Pick<ScorerSaid, 'isFilled' | 'draw' | 'chance' | 'isAudit'>

/** Whether an answer is filled in, else how it came to be left to the person. */
function leaveOrFill(
  question: ScorecardQuestion,
  row: AutomatedRow,
  how: { state: TrustState; isExcluded: boolean; pick: AuditPick | undefined; random: () => number },
): Left & { answer?: FormAnswer } {
  const { pick, state } = how
  const left = { isFilled: false, isAudit: false, chance: 1 }
  // who leaves a default alone has not answered, and who changes it has for what the answer is: neither tells how often people agree
  if (question.defaultOptionId !== null) return { ...left, draw: null }
  if (pick !== undefined) return { ...left, isAudit: true, draw: pick.draw, chance: pick.chance }
  const answer = row.score === null ? undefined : optionFor(question, isPassed(row.score) ? 'pass' : 'fail')
  if (state === 'shadow' || answer === undefined) return { ...left, draw: 'uniform' }
  const [drawn] = drawAudits([{ id: question.id, confidence: row.confidence }], state, how.random)
  if (how.isExcluded) return { ...left, draw: drawn?.draw === 'uniform' ? 'uniform' : 'weighted' }
  if (drawn === undefined) return { ...left, isFilled: true, draw: null, chance: 0, answer }
  return { ...left, draw: drawn.draw, chance: drawn.probability }
}

function toKeep(
  { id, scorecardId }: OpenedReview,
  question: ScorecardQuestion,
  { score, confidence, scorerVersion }: AutomatedRow,
  traits: KeptTraits,
  left: Left,
): ScorerSaid {
  return {
    reviewId: id,
    questionKey: question.id,
    scorerId: RULES_SCORER,
    scorecardId,
    scorerVersion,
    automated: score === null ? null : isPassed(score) ? 'pass' : 'fail',
    confidence,
    ...traits,
    ...left,
  }
}

/** Keeps an answer a person gave, if it is their first to this question of the review. */
export function takeFirstAnswer(
  database: WritableDatabase,
  review: OpenedReview,
  question: ScorecardQuestion,
  answer: FormAnswer,
  at: number,
): void {
  const human = outcomeOfAnswer(question, answer)
  if (human === undefined) return
  // the conversation may have been read only after the review was opened
  openQuestions(database, review, [question])
  keepFirstAnswer(database, { reviewId: review.id, questionKey: question.id, human, at })
}
