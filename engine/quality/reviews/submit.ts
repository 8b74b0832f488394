import { t } from '#speech'
import type { DeskAnswer } from '../../../shared/contract/reviews.ts'
import {
  optionsOf,
  type ScorecardDefinition,
  type ScorecardQuestion,
} from '../../../shared/domain/scorecard/definition.ts'
import { bestPoints, scoreAnswers, scoringAnswer } from '../../../shared/domain/scorecard/score-answers.ts'
import type { AffectedDays } from '../../affected-days.ts'
import { Problem } from '../../problem.ts'
import type { WritableDatabase } from '../../store/index.ts'
import { isReviewDisputed } from '../disputes/disputes.store.ts'
import { questionId } from '../scorecards.store.ts'
import { countFirstAnswers } from '../trust/flow/double-scored.store.ts'
import { questionsTrusted, statesOfFilled } from '../trust/flow/states-here.ts'
import type { TrustState } from '../trust/standing.ts'
import { isHidden, refuseOthersPart } from './blind.ts'
import { formOfReview, mustBeDraft, mustReview } from './desk.ts'
import {
  deleteEvaluationOf,
  insertReviewedAnswer,
  insertReviewedEvaluation,
  insertReviewedEvidence,
} from './evaluation-of-review.store.ts'
import { answersOfReview } from './filled-form.ts'
import { refreshWeights } from './plans.store.ts'
import { finishReview, reviveReview } from './reviews.store.ts'

/**
 * Turns a draft into an evaluation. `INVALID_INPUT` where a question that is asked and scored is open, or filled in by automation that is not
 * trusted and not confirmed. What conditions of the form leave out is
 * recorded as not applicable, set by them. Adds the day it counts on to `affected`; gives the evaluation and its score (0..1, null where nothing applies).
 */
export function submitReview(
  database: WritableDatabase,
  id: number,
  at: number,
  affected: AffectedDays,
): { evaluationId: number; score0to1: number | null } {
  const review = mustBeDraft(database, id)
  const { definition, versionId } = formOfReview(database, review)
  const answers = answersOfReview(database, id)
  const score = scoreAnswers(
    definition,
    [...answers.values()].map(({ answer }) => answer),
  )
  refuseOpen(definition, score.unansweredIds)
  const asked = new Set(score.askedIds)
  refuseUnconfirmed(definition, answers, asked, statesOfFilled(database, review))
  const weights = new Map(score.questions.map((question) => [question.id, question]))
  const trusted = questionsTrusted(database, review)
  const evaluationId = insertReviewedEvaluation(database, {
    reviewId: id,
    versionId,
    sourceId: review.sourceId,
    contactRef: review.contactRef,
    interactionId: review.interactionId,
    evaluator: review.reviewer,
    at,
    day: review.day,
    score: score.score0to1,
    scoreBeforeFail: score.hasFatal ? score.scoreBeforeFatal0to1 : null,
    hasFailedCritical: hasFailedCritical(definition, answers, asked),
    isCalibration: review.selection === 'calibration',
    isRepresentative: review.selection === 'random' || review.selection === 'settle',
    isAssisted: [...answers.values()].some(({ setBy }) => setBy === 'automation'),
    comment: review.comment === '' ? null : review.comment,
  })
  for (const [position, question] of definition.questions.entries()) {
    const given = answers.get(question.id)
    if (asked.has(question.id) && given === undefined) continue
    const questionRow = questionId(database, review.scorecardId, {
      stableKey: question.id,
      label: question.title,
      section: definition.sections.find((section) => section.id === question.sectionId)?.title ?? null,
      weight: question.weight,
      isCritical: false,
      position,
    })
    const scored = weights.get(question.id)
    insertReviewedAnswer(database, evaluationId, {
      questionId: questionRow,
      ...(asked.has(question.id) && given ? valuesOf(question, given) : notAsked),
      ...(given?.setBy === 'reviewer' && asked.has(question.id) && trusted.has(question.id) && givenOver),
      score: asked.has(question.id) ? (scored?.score0to1 ?? null) : null,
      maxPoints: bestPoints(question),
      weight: scored?.effectiveWeight ?? null,
    })
    if (asked.has(question.id) && given)
      for (const [place, moment] of given.moments.entries())
        insertReviewedEvidence(database, {
          evaluationId,
          questionId: questionRow,
          position: place,
          ...moment,
        })
  }
  refreshWeights(database, { reviewId: id })
  finishReview(database, id, at)
  countFirstAnswers(database, id, at)
  affected.changed('evaluations', review.day)
  return { evaluationId, score0to1: score.score0to1 }
}

/**
 * Takes a submitted review back to a draft, or brings a skipped one back. Adds the day it counted on to `affected`. `CONFLICT` for a calibration
 * whose answers everybody has seen.
 */
export function reopenReview(database: WritableDatabase, id: number, affected: AffectedDays): void {
  const review = mustReview(database, id)
  refuseOthersPart(database, review)
  if (review.calibrationState !== null && !isHidden(review))
    throw new Problem(
      'CONFLICT',
      t`This calibration is revealed, so its answers stand; settle what should differ.`,
    )
  if (review.state === 'submitted') {
    if (isReviewDisputed(database, id))
      throw new Problem(
        'CONFLICT',
        t`An answer of this review was disputed; decide or withdraw the dispute instead of opening the review again.`,
      )
    const day = deleteEvaluationOf(database, id)
    affected.changed('evaluations', day)
  }
  reviveReview(database, id)
}

function refuseOpen(definition: ScorecardDefinition, unansweredIds: readonly string[]): void {
  const open = definition.questions.filter(({ id, type }) => type !== 'text' && unansweredIds.includes(id))
  const [first] = open
  if (first === undefined) return
  throw new Problem(
    'INVALID_INPUT',
    open.length === 1
      ? t`"${{ title: first.title }}" has no answer yet.`
      : t`${{ open: open.length }} questions have no answer yet, the first is "${{ title: first.title }}".`,
  )
}

/** What automation filled in counts by itself only where it is trusted. */
function refuseUnconfirmed(
  definition: ScorecardDefinition,
  answers: ReadonlyMap<string, DeskAnswer>,
  asked: ReadonlySet<string>,
  trust: ReadonlyMap<string, TrustState>,
): void {
  const open = definition.questions.filter(
    ({ id }) => asked.has(id) && answers.get(id)?.setBy === 'automation' && trust.get(id) !== 'trusted',
  )
  const [first] = open
  if (first === undefined) return
  throw new Problem(
    'INVALID_INPUT',
    open.length === 1
      ? t`"${{ title: first.title }}" was filled in for you; confirm it or change it.`
      : t`${{ open: open.length }} answers were filled in for you; confirm or change them, the first is "${{ title: first.title }}".`,
  )
}

/** A fatal answer, or a critical question that got less than its best. */
export function hasFailedCritical(
  definition: ScorecardDefinition,
  answers: ReadonlyMap<string, DeskAnswer>,
  asked: ReadonlySet<string>,
): boolean {
  return definition.questions.some((question) => {
    const given = answers.get(question.id)
    return asked.has(question.id) && given !== undefined && hasFailed(question, given)
  })
}

function hasFailed(question: ScorecardQuestion, { answer }: DeskAnswer): boolean {
  const scored = scoringAnswer(question, answer)
  if (scored?.state !== 'answered') return false
  return (
    scored.fatal !== undefined ||
    (question.isCritical && scored.points !== null && scored.points < bestPoints(question))
  )
}

/** What is recorded of a question that conditions leave out. */
export const notAsked = {
  value: null,
  points: null,
  isNotApplicable: true,
  hasFailedCritical: false,
  comment: null,
  setBy: 'condition' as const,
  rootCauses: [] as readonly string[],
}

/** Who set what a person answers where automation is trusted: that they did, and not it, follows from what it said. */
const givenOver = { setBy: 'over automation' as const }

/** An answer as it is recorded in the evaluation. */
export function valuesOf(
  question: ScorecardQuestion,
  given: DeskAnswer,
): Omit<typeof notAsked, 'setBy' | 'value' | 'points' | 'comment'> & {
  value: string | null
  points: number | null
  comment: string | null
  setBy: DeskAnswer['setBy']
} {
  const scored = scoringAnswer(question, given.answer)
  return {
    value: given.answer.isNotApplicable ? null : valueText(question, given),
    points: scored?.state === 'answered' ? scored.points : null,
    isNotApplicable: given.answer.isNotApplicable,
    hasFailedCritical: hasFailed(question, given),
    comment: given.note === '' ? null : given.note,
    setBy: given.setBy,
    rootCauses: given.rootCauses,
  }
}

function valueText(question: ScorecardQuestion, { answer }: DeskAnswer): string | null {
  if (question.type === 'text') return answer.text
  if (answer.number !== null) return String(answer.number)
  return optionsOf(question)
    .filter(({ id }) => answer.optionIds.includes(id))
    .map(({ label }) => label)
    .join('; ')
}
