import { t } from '#speech'
import type { AttachedMoment, Desk, DeskAnswer } from '../../../shared/contract/reviews.ts'
import type { FormAnswer } from '../../../shared/domain/scorecard/answers.ts'
import type { ScorecardDefinition, ScorecardQuestion } from '../../../shared/domain/scorecard/definition.ts'
import { scoringAnswer } from '../../../shared/domain/scorecard/score-answers.ts'
import { writing, type EngineContext } from '../../context.ts'
import { redact } from '../../language/index.ts'
import { readDirectory } from '../../people/index.ts'
import { Problem } from '../../problem.ts'
import { inTransaction, type ReadableDatabase, type WritableDatabase } from '../../store/index.ts'
import { definitionOf } from '../scorecards/definition-of.ts'
import { readPublished, readVersion } from '../scorecards/versions.store.ts'
import { openQuestions, takeFirstAnswer } from '../trust/flow/open-question.ts'
import { deleteReviewAnswer, writeReviewAnswer, writeReviewMoments } from './answers.store.ts'
import { automatedAnswersFor } from './automated-answers.ts'
import { answersOfReview, defaultAnswers } from './filled-form.ts'
import { isHidden, refuseOthersPart, turnTextFor } from './blind.ts'
import { readReviewer, reviewerName } from './reviewer.ts'
import { modelAnswersFor } from './model-answers-for.ts'
import {
  addWork,
  beginReview,
  readOpenIds,
  readReview,
  writeComment,
  type ReviewRow,
} from './reviews.store.ts'
import { toReviewItem } from './views.ts'

/**
 * Opens a review: the form of the newest version with what was answered so far. The first time it becomes a draft of whoever scores here. A
 * submitted or skipped one opens as it is.
 */
export async function openReview(context: EngineContext, id: number): Promise<Desk> {
  const review = mustReview(context.read, id)
  refuseOthersPart(context.read, review)
  if (review.state === 'waiting')
    await writing(context, (database) =>
      inTransaction(database, () => beginDraft(database, id, context.now())),
    )
  return deskOf(context.read, id)
}

/**
 * Makes a waiting review a draft of the newest version of its form, with the form's defaults and what automation may fill in, which are recorded
 * as untouched. One that is begun already stays as it is. `CONFLICT` where there is no version to score on.
 */
export function beginDraft(database: WritableDatabase, id: number, at: number): void {
  const review = mustReview(database, id)
  refuseOthersPart(database, review)
  if (review.state !== 'waiting') return
  // a calibration keeps to the version it was made on
  const version =
    review.versionId === null
      ? readPublished(database, review.scorecardId)
      : readVersion(database, review.versionId)
  const definition = version && definitionOf(version)
  if (!definition)
    throw new Problem(
      'CONFLICT',
      t`This scorecard has no version to score on yet; publish its draft first, under Scorecards.`,
    )
  beginReview(database, { id, versionId: version.id, reviewer: reviewerName(database), at })
  for (const answer of defaultAnswers(definition))
    writeAnswer(database, id, answer, { setBy: 'default', note: '', rootCauses: [], answeredAt: at })
  // in a calibration everybody answers by themselves, whatever automation may do elsewhere
  const filledIn =
    review.selection === 'calibration' ? [] : openQuestions(database, review, definition.questions)
  for (const answer of filledIn)
    writeAnswer(database, id, answer, { setBy: 'automation', note: '', rootCauses: [], answeredAt: at })
}

/** The desk as it stands. */
export function deskOf(database: ReadableDatabase, id: number): Desk {
  const review = mustReview(database, id)
  refuseOthersPart(database, review)
  const { definition, version } = formOfReview(database, review)
  const answers = answersOfReview(database, id)
  const queue = readOpenIds(database, review)
  const place = queue.indexOf(id)
  return {
    review: toReviewItem(review, readDirectory(database), readReviewer(database)),
    version,
    definition,
    answers: Object.fromEntries(answers),
    comment: review.comment,
    automated: isHidden(review)
      ? []
      : [
          ...automatedAnswersFor(database, review, definition, answers),
          ...modelAnswersFor(database, review, definition, answers),
        ],
    nextId: (place < 0 ? queue[0] : queue[place + 1]) ?? null,
    previousId: place > 0 ? queue[place - 1]! : null,
    left: queue.length,
  }
}

/** The form a review is, or would be, filled in on. */
export function formOfReview(
  database: ReadableDatabase,
  { versionId, scorecardId }: Pick<ReviewRow, 'versionId' | 'scorecardId'>,
): { definition: ScorecardDefinition; versionId: number; version: string } {
  const version = versionId === null ? readPublished(database, scorecardId) : readVersion(database, versionId)
  const definition = version && definitionOf(version)
  if (!definition) throw new Problem('NOT_FOUND', t`The form of this review is no longer there.`)
  return { definition, versionId: version.id, version: version.version }
}

/** What a reviewer says of one question. */
export interface GivenAnswer {
  id: number
  answer: FormAnswer
  note: string
  rootCauses: readonly string[]
  moments: readonly Omit<AttachedMoment, 'quote'>[]
}

/** Writes an answer into the draft, as `takeAnswer` does; gives the desk. */
export async function answerQuestion(context: EngineContext, given: GivenAnswer): Promise<Desk> {
  await writing(context, (database) =>
    inTransaction(database, () => takeAnswer(database, given, context.now())),
  )
  return deskOf(context.read, given.id)
}

/**
 * Writes an answer into the draft. `INVALID_INPUT` for one the form does not know, `CONFLICT` for a review that is no draft. A note is redacted
 * like every text; the quotes of moments are taken from the conversation.
 */
export function takeAnswer(database: WritableDatabase, given: GivenAnswer, at: number): void {
  const review = mustBeDraft(database, given.id)
  refuseOthersPart(database, review)
  const { definition } = formOfReview(database, review)
  const question = mustAsk(definition, given.answer)
  takeFirstAnswer(database, review, question, given.answer, at)
  writeAnswer(database, given.id, given.answer, {
    setBy: 'reviewer',
    note: redact(given.note).text,
    rootCauses: given.rootCauses,
    answeredAt: at,
  })
  const quoted = given.moments.map((moment) => ({ ...moment, quote: quoteOf(database, review, moment) }))
  writeReviewMoments(database, given.id, given.answer.questionId, quoted)
}

/** Takes an answer out of the draft. */
export async function clearAnswer(context: EngineContext, id: number, questionId: string): Promise<Desk> {
  await writing(context, (database) => {
    refuseOthersPart(database, mustBeDraft(database, id))
    deleteReviewAnswer(database, id, questionId)
  })
  return deskOf(context.read, id)
}

/** Writes the remark on the whole conversation, redacted. */
export async function commentReview(context: EngineContext, id: number, comment: string): Promise<void> {
  await writing(context, (database) => takeComment(database, id, comment))
}

/** Writes the remark on the whole conversation into the draft, redacted. `CONFLICT` for a review that is no draft. */
export function takeComment(database: WritableDatabase, id: number, comment: string): void {
  refuseOthersPart(database, mustBeDraft(database, id))
  writeComment(database, id, redact(comment).text)
}

/** Adds to the time somebody was at it; gives the sum. */
export function addWorkTo(context: EngineContext, id: number, activeMs: number): Promise<number> {
  return writing(context, (database) => takeWork(database, id, activeMs))
}

/** Adds to the time somebody was at a draft; gives the sum. A review that is over takes no more. */
export function takeWork(database: WritableDatabase, id: number, activeMs: number): number {
  const review = mustReview(database, id)
  refuseOthersPart(database, review)
  return review.state === 'draft' ? addWork(database, id, activeMs) : 0
}

/** Writes an answer, its words redacted, over the one before. */
export function writeAnswer(
  database: WritableDatabase,
  reviewId: number,
  answer: FormAnswer,
  how: Pick<DeskAnswer, 'setBy' | 'note' | 'answeredAt'> & { rootCauses: readonly string[] },
): void {
  writeReviewAnswer(database, reviewId, {
    questionKey: answer.questionId,
    optionIds: answer.optionIds,
    number: answer.number,
    text: redact(answer.text).text,
    isNotApplicable: Number(answer.isNotApplicable),
    ...how,
  })
}

/** The question an answer is given to. Refuses what is no answer on the form. */
export function mustAsk(definition: ScorecardDefinition, answer: FormAnswer): ScorecardQuestion {
  const question = definition.questions.find(({ id }) => id === answer.questionId)
  if (!question) throw new Problem('INVALID_INPUT', t`The form has no such question.`)
  if (answer.isNotApplicable && !question.allowsNotApplicable)
    throw new Problem('INVALID_INPUT', t`"${{ title: question.title }}" always applies on this form.`)
  const isEmpty = !answer.isNotApplicable && answer.optionIds.length === 0 && answer.number === null
  const isText = question.type === 'text' || (isEmpty && answer.text.trim() === '')
  if (!answer.isNotApplicable && !isText && scoringAnswer(question, answer) === undefined)
    throw new Problem('INVALID_INPUT', t`That is no answer to "${{ title: question.title }}" on this form.`)
  return question
}

function quoteOf(
  database: ReadableDatabase,
  review: ReviewRow,
  { segment, startChar, endChar }: Omit<AttachedMoment, 'quote'>,
): string {
  const text = turnTextFor(database, review, segment)
  if (text === undefined) throw new Problem('INVALID_INPUT', t`That moment is not in this conversation.`)
  return text.slice(startChar, endChar) || text
}

/** The review, or `NOT_FOUND`. */
export function mustReview(database: ReadableDatabase, id: number): ReviewRow {
  const review = readReview(database, id)
  if (!review) throw new Problem('NOT_FOUND', t`That review is no longer in the queue.`)
  return review
}

/** The review if it can be filled in, else `CONFLICT`. */
export function mustBeDraft(database: ReadableDatabase, id: number): ReviewRow {
  const review = mustReview(database, id)
  if (review.state === 'submitted')
    throw new Problem('CONFLICT', t`This review is submitted; take it back to a draft to change it.`)
  if (review.state !== 'draft') throw new Problem('CONFLICT', t`This review is not open.`)
  return review
}
