import { t } from '#speech'
import type { AffectedDays } from '../../affected-days.ts'
import { redact } from '../../language/index.ts'
import { Problem } from '../../problem.ts'
import type { ReadableDatabase, WritableDatabase } from '../../store/index.ts'
import { writeReviewMoments } from '../reviews/answers.store.ts'
import { formOfReview, mustReview, mustAsk, writeAnswer } from '../reviews/desk.ts'
import { deleteEvaluationOf } from '../reviews/evaluation-of-review.store.ts'
import { answersOfReview } from '../reviews/filled-form.ts'
import { submitReview } from '../reviews/submit.ts'
import { digestOf } from './canonical.ts'
import type { Submission } from './file-format.ts'
import { newestSubmission } from './newest-submission.ts'
import { readPartReview, type PartReviewRow } from './sessions.store.ts'
import { clearReview, keepSubmission, readSubmissions } from './submissions.store.ts'

/** What became of one conversation of a file. */
export type Taken = 'added' | 'replaced' | 'unchanged' | 'older'

/**
 * Takes in what a reviewer submitted elsewhere to one conversation. It stands where nothing newer by the same reviewer does; everything that
 * ever came is kept. A draft it takes the place of is kept too. `INVALID_INPUT` for answers the form does not know.
 */
export function takeSubmission(
  database: WritableDatabase,
  given: { itemId: number; reviewer: string; submission: Submission; fileName: string; at: number },
  affected: AffectedDays,
): Taken {
  const { itemId, reviewer, at } = given
  const review = readPartReview(database, itemId, reviewer)
  if (!review) throw new Problem('NOT_FOUND', t`That conversation is no part of this calibration.`)
  const submission = withoutPersonalData(given.submission)
  const incoming = { submittedAt: submission.submittedAt, digest: digestOf(submission) }
  const kept = readSubmissions(database, itemId, reviewer)
  const standing = contentOf(database, review)
  if (
    kept.some(({ digest }) => digest === incoming.digest) ||
    (standing !== null && digestOf(standing) === incoming.digest)
  )
    return 'unchanged'
  const keep = (content: Submission | StoredDraft, fileName: string | null) =>
    keepSubmission(database, {
      itemId,
      reviewer,
      digest: digestOf(content),
      submittedAt: content.submittedAt,
      cameAt: at,
      fileName,
      content: JSON.stringify(content),
    })
  if (standing !== null) keep(standing, null)
  keep(submission, given.fileName)
  const before = standing === null ? [] : [{ ...standing, digest: digestOf(standing) }]
  if (newestSubmission([...kept, ...before, incoming]) !== incoming) return 'older'
  if (review.state === 'submitted') affected.changed('evaluations', deleteEvaluationOf(database, review.id))
  writeSubmission(database, review.id, submission, affected)
  return review.state === 'submitted' ? 'replaced' : 'added'
}

type StoredDraft = Omit<Submission, 'submittedAt'> & { submittedAt: null }

/** What stands in a review, as it would travel; null where nobody has answered anything. */
export function contentOf(
  database: ReadableDatabase,
  review: PartReviewRow,
): Submission | StoredDraft | null {
  const isSubmitted = review.state === 'submitted' && review.submittedAt !== null
  if (!isSubmitted && review.answered === 0) return null
  const answers = [...answersOfReview(database, review.id).values()].toSorted((a, b) =>
    a.answer.questionId < b.answer.questionId ? -1 : 1,
  )
  const content = { activeMs: review.activeMs, comment: review.comment, answers }
  return isSubmitted ? { ...content, submittedAt: review.submittedAt! } : { ...content, submittedAt: null }
}

/** The same with its words redacted like every text, and its answers in the order of their questions. */
function withoutPersonalData(submission: Submission): Submission {
  const plain = (text: string) => redact(text).text
  return {
    ...submission,
    comment: plain(submission.comment),
    answers: submission.answers
      .map((one) => ({
        ...one,
        answer: { ...one.answer, text: plain(one.answer.text) },
        note: plain(one.note),
        moments: one.moments.map((moment) => ({ ...moment, quote: plain(moment.quote) })),
      }))
      .toSorted((a, b) => (a.answer.questionId < b.answer.questionId ? -1 : 1)),
  }
}

function writeSubmission(
  database: WritableDatabase,
  reviewId: number,
  submission: Submission,
  affected: AffectedDays,
): void {
  const { definition } = formOfReview(database, mustReview(database, reviewId))
  const { activeMs, comment, submittedAt } = submission
  clearReview(database, { id: reviewId, activeMs, comment, at: submittedAt })
  for (const { answer, setBy, note, rootCauses, moments, answeredAt } of submission.answers) {
    mustAsk(definition, answer)
    writeAnswer(database, reviewId, answer, { setBy, note, rootCauses, answeredAt })
    writeReviewMoments(database, reviewId, answer.questionId, moments)
  }
  submitReview(database, reviewId, submittedAt, affected)
}
