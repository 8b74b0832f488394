import { t } from '#speech'
import { readDirectory } from '../../people/index.ts'
import { Problem } from '../../problem.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { maskNames } from '../calibration/mask-names.ts'
import { readTurnText } from './answers.store.ts'
import { readTravelled, readTravelledTurn } from './blind.store.ts'
import { readReviewer } from './reviewer.ts'
import type { ReviewRow } from './reviews.store.ts'

/** Whether a review is part of a calibration that is not revealed: nobody sees others' answers, nor whose conversation it is. */
export function isHidden({ calibrationState }: Pick<ReviewRow, 'calibrationState'>): boolean {
  return calibrationState === 'scoring'
}

/** Refuses a part of a calibration to everybody but the reviewer whose it is, until it is revealed. */
export function refuseOthersPart(
  database: ReadableDatabase,
  review: Pick<ReviewRow, 'calibrationState' | 'reviewer'>,
): void {
  if (!isHidden(review) || review.reviewer === readReviewer(database)) return
  throw new Problem(
    'CONFLICT',
    review.reviewer === null
      ? t`This is somebody else’s part of a calibration, hidden until it is revealed. If that is you, say so at the top of Quality.`
      : t`This is ${{ reviewer: review.reviewer }}’s part of a calibration, hidden until it is revealed. If that is you, say so at the top of Quality.`,
  )
}

/** The words of a turn as whoever makes this review reads them, or undefined. */
export function turnTextFor(
  database: ReadableDatabase,
  review: ReviewRow,
  segment: number,
): string | undefined {
  if (review.hasTravelled === 1) return readTravelledTurn(database, review.calibrationItemId, segment)
  const text = review.transcriptId === null ? undefined : readTurnText(database, review.transcriptId, segment)
  if (text === undefined || !isHidden(review) || review.personId === null) return text
  return maskNames(text, [readDirectory(database).people.get(review.personId)?.name ?? ''])
}

/** Where the conversation of a review is to be read, and whether whose it is has to stay hidden. `travelled` is JSON. */
export interface ConversationOfReview {
  interactionId: number | null
  hidesAgent: boolean
  travelled: string | null
}

/** The conversation of a review, for whoever makes it. */
export function conversationOfReview(database: ReadableDatabase, review: ReviewRow): ConversationOfReview {
  refuseOthersPart(database, review)
  return {
    interactionId: review.interactionId,
    hidesAgent: isHidden(review),
    travelled: review.hasTravelled === 1 ? readTravelled(database, review.calibrationItemId) : null,
  }
}
