import { t } from '#speech'
import type { ReviewItem, Selection, Workload } from '../../../shared/contract/reviews.ts'
import { writing, type EngineContext } from '../../context.ts'
import { redact } from '../../language/index.ts'
import { readDirectory } from '../../people/index.ts'
import { Problem } from '../../problem.ts'
import { inTransaction } from '../../store/index.ts'
import { readPublished } from '../scorecards/versions.store.ts'
import { refuseOthersPart } from './blind.ts'
import { mustReview } from './desk.ts'
import { hasConversation } from './eligible.store.ts'
import { readReviewer, writeReviewer } from './reviewer.ts'
import {
  assignReviews,
  countReviews,
  findReviewOf,
  insertReview,
  readOpenIds,
  readReviewers,
  readReviews,
  readWorkload,
  skipReview,
  type ReviewFilter,
} from './reviews.store.ts'
import { toReviewItem } from './views.ts'
import { keptWhy } from './kept-why.ts'

/** Who scores here, and everybody who ever has. */
export function whoReviews({ read }: EngineContext): { name: string | null; known: string[] } {
  return { name: readReviewer(read), known: readReviewers(read) }
}

/** Says who scores from now on; null: nobody has said so. */
export async function becomeReviewer(context: EngineContext, name: string | null): Promise<void> {
  await writing(context, (database) => writeReviewer(database, name))
}

/** Reviews as the queue lists them, with what everybody has to do. */
export function listReviews(
  { read }: EngineContext,
  filter: ReviewFilter & { limit: number },
): { total: number; items: ReviewItem[]; workload: Workload[] } {
  const directory = readDirectory(read)
  const me = readReviewer(read)
  return {
    total: countReviews(read, filter),
    items: readReviews(read, filter, filter.limit).map((row) => toReviewItem(row, directory, me)),
    workload: readWorkload(read),
  }
}

/** A conversation somebody wants looked at. */
export interface ReviewRequest {
  interactionId: number
  scorecardId: number
  reason: string
  reviewer: string | null
}

/**
 * Puts a conversation into the queue because a person asks for it; gives the review, the one already there where there is one. What a person
 * picked stands in no figure.
 */
export function requestReview(context: EngineContext, request: ReviewRequest): Promise<number> {
  return writing(context, (database) =>
    inTransaction(database, () => {
      if (!hasConversation(database, request.interactionId))
        throw new Problem('NOT_FOUND', t`There is no conversation to review for that contact.`)
      if (!readPublished(database, request.scorecardId))
        throw new Problem(
          'CONFLICT',
          t`That scorecard has no version to score on yet; publish its draft first.`,
        )
      const there = findReviewOf(database, request.interactionId, request.scorecardId)
      if (there) return there.id
      const selection: Selection = 'requested'
      const reason = redact(request.reason).text
      return insertReview(database, {
        scorecardId: request.scorecardId,
        interactionId: request.interactionId,
        selection,
        drawId: null,
        why: reason === '' ? keptWhy('askedFor') : reason,
        chance: null,
        reviewer: request.reviewer,
        at: context.now(),
      })
    }),
  )
}

/** Gives open reviews to a reviewer, or back to everybody. */
export function assign(
  context: EngineContext,
  ids: readonly number[],
  reviewer: string | null,
): Promise<number> {
  return writing(context, (database) => assignReviews(database, ids, reviewer))
}

/** Sets a review aside with its reason; gives the next of the same queue. `CONFLICT` for one that is over. */
export async function skip(context: EngineContext, id: number, reason: string): Promise<number | null> {
  const next = await writing(context, (database) => {
    const review = mustReview(database, id)
    refuseOthersPart(database, review)
    if (review.state !== 'waiting' && review.state !== 'draft')
      throw new Problem('CONFLICT', t`This review is over already.`)
    const queue = readOpenIds(database, review)
    skipReview(database, {
      id,
      reason: redact(reason).text,
      reviewer: readReviewer(database),
      at: context.now(),
    })
    return queue[queue.indexOf(id) + 1] ?? queue.find((other) => other !== id) ?? null
  })
  return next
}
