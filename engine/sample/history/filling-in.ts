import type { FormAnswer } from '../../../shared/domain/scorecard/answers.ts'
import { writing, type EngineContext } from '../../context.ts'
import { answersOfReview, beginDraft, takeAnswer, takeComment, takeWork } from '../../quality/index.ts'
import { inTransaction, type WritableDatabase } from '../../store/index.ts'
import { FORM_QUESTIONS, GENERAL_COMMENTS } from '../quality-form.ts'
import { createRandom, type Random } from '../random.ts'
import type { DeskForm } from './form.ts'
import type { Asked, Heard, Hearing } from './hearing.ts'
import type { Reviewer } from './reviewers.ts'

const NOTE_SHARE = 0.35
/** Reviewers write little about what was met. */
const HURRIED_NOTE = 'Offered in the same breath as the goodbye; no time to answer.'

/** A review somebody fills in: of which conversation, when it is opened, and the day by which its answers are given. */
export interface ToFillIn {
  id: number
  contactRef: string
  reviewer: Reviewer
  openedAt: number
  daysBack: number
  /** Leave it half done after so many answers. */
  stopAfter?: number
}

/** Fills reviews in as at the desk, each in its own time; gives when each was done. All of it in one transaction. */
export function fillIn(
  context: EngineContext,
  reviews: readonly ToFillIn[],
  { form, hearing, seed }: { form: DeskForm; hearing: Hearing; seed: number },
): Promise<{ id: number; doneAt: number }[]> {
  return writing(context, (database) =>
    inTransaction(database, () =>
      reviews.map((review) => ({
        id: review.id,
        doneAt: fillInOne(
          database,
          review,
          form,
          hearing,
          createRandom(seed, `review ${review.reviewer.name} ${review.contactRef}`),
        ),
      })),
    ),
  )
}

function fillInOne(
  database: WritableDatabase,
  { id, contactRef, reviewer, openedAt, daysBack, stopAfter = Infinity }: ToFillIn,
  form: DeskForm,
  hearing: Hearing,
  random: Random,
): number {
  beginDraft(database, id, openedAt)
  const there = answersOfReview(database, id)
  const pace = (reviewer.secondsPerReview * 1000) / form.questions.length
  let at = openedAt + Math.round(random.logNormal(60_000, 0.4))
  let misses = 0
  for (const [place, { id: questionId, asked }] of form.questions.entries()) {
    if (place >= stopAfter) break
    const heard = hearing.hear(reviewer, contactRef, asked, daysBack)
    misses += Number(heard === 'no')
    const answer = answerOf(questionId, heard)
    const filledIn = there.get(questionId)?.answer
    at += Math.round(random.logNormal(pace, 0.5))
    // what stands there already and is right is confirmed with a key, like any other answer
    const isSame = filledIn !== undefined && filledIn.optionIds[0] === answer.optionIds[0]
    const note = heard === 'no' && !isSame && random.chance(NOTE_SHARE) ? noteOn(asked, contactRef) : ''
    takeAnswer(database, { id, answer, note, rootCauses: [], moments: [] }, at)
  }
  takeWork(database, id, at - openedAt)
  if (stopAfter === Infinity) takeComment(database, id, random.pick(GENERAL_COMMENTS[toneOf(misses)]))
  return at

  function noteOn(asked: Asked, ref: string): string {
    if (asked === 'furtherHelp' && hearing.isHurriedOffer(ref)) return HURRIED_NOTE
    const comments = FORM_QUESTIONS.find((question) => question.id === asked)?.failComments
    return comments === undefined ? '' : random.pick(comments)
  }
}

function toneOf(misses: number): keyof typeof GENERAL_COMMENTS {
  return misses < 2 ? 'good' : misses < 4 ? 'middle' : 'poor'
}

/** An answer to a yes/no question. */
export function answerOf(questionId: string, heard: Heard): FormAnswer {
  const isNotApplicable = heard === 'not applicable'
  return { questionId, optionIds: isNotApplicable ? [] : [heard], number: null, text: '', isNotApplicable }
}
