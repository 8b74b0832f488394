import type {
  CalibrationPage,
  CalibrationResults,
  ComparedItem,
  Settlement,
} from '../../../shared/contract/calibration.ts'
import type { ScorecardDefinition } from '../../../shared/domain/scorecard/definition.ts'
import { readDirectory } from '../../people/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { answersOfReview } from '../reviews/filled-form.ts'
import { readReviewer } from '../reviews/reviewer.ts'
import { digestOf } from './canonical.ts'
import { compareParts, settledOf } from './compare.ts'
import { formOf } from './form-of-session.ts'
import { mustBeSession, partsOf, toSession } from './sessions.ts'
import { readItems, readPartReviews, type SessionRow } from './sessions.store.ts'
import { readSettlements } from './settlements.store.ts'
import { readSubmissionsOf } from './submissions.store.ts'
import { contentOf } from './take-submission.ts'

/** A session as whoever scores here may see it: until it is revealed their own part alone. */
export function sessionPage(database: ReadableDatabase, id: number): CalibrationPage {
  const session = mustBeSession(database, id)
  const { definition } = formOf(database, session)
  const me = readReviewer(database)
  return {
    session: toSession(session, partsOf(database, id)),
    definition,
    me,
    mine: readPartReviews(database, id)
      .filter(({ reviewer }) => reviewer === me)
      .map((review) => ({ reviewId: review.id, position: review.position, state: review.state })),
    results: session.state === 'scoring' ? null : resultsOf(database, session, definition),
  }
}

function resultsOf(
  database: ReadableDatabase,
  session: SessionRow,
  definition: ScorecardDefinition,
): CalibrationResults {
  const items = comparedItems(database, session, definition)
  return {
    items,
    ...compareParts(definition, takingPart(database, session.id), items, session.expert),
    submissions: submissionsOf(database, session.id),
  }
}

/** The reviewers a session was not revealed without. */
function takingPart(database: ReadableDatabase, sessionId: number): string[] {
  return partsOf(database, sessionId)
    .filter(({ isLeftOut }) => isLeftOut === 0)
    .map(({ reviewer }) => reviewer)
}

/** The conversations of a revealed session with everybody's answers side by side. */
export function comparedItems(
  database: ReadableDatabase,
  session: SessionRow,
  definition: ScorecardDefinition,
): ComparedItem[] {
  const { people } = readDirectory(database)
  const reviewers = new Set(takingPart(database, session.id))
  const reviews = Map.groupBy(readPartReviews(database, session.id), ({ itemId }) => itemId)
  const stated = Map.groupBy(readSettlements(database, session.id), ({ itemId }) => itemId)
  return readItems(database, session.id).map((item) => {
    const parts = (reviews.get(item.id) ?? [])
      .filter(({ reviewer, state }) => reviewers.has(reviewer) && state === 'submitted')
      .map((review) => ({
        reviewer: review.reviewer,
        reviewId: review.id,
        score0to1: review.score,
        comment: review.comment,
        activeMs: review.activeMs,
        answers: Object.fromEntries(answersOfReview(database, review.id)),
      }))
    const settlements = new Map(
      (stated.get(item.id) ?? []).map(({ questionKey, answer, ...row }): [string, Settlement] => [
        questionKey,
        {
          basis: row.basis,
          answer: JSON.parse(answer) as Settlement['answer'],
          takenFrom: row.takenFrom,
          remark: row.remark,
          settledBy: row.settledBy,
          settledAt: row.settledAt,
        },
      ]),
    )
    return {
      id: item.id,
      position: item.position,
      interactionId: item.interactionId,
      contactRef: item.contactRef,
      agent: item.personId === null ? null : (people.get(item.personId)?.name ?? null),
      at: item.at,
      parts,
      ...settledOf(definition, { parts, stated: settlements }, session.expert),
    }
  })
}

function submissionsOf(database: ReadableDatabase, sessionId: number): CalibrationResults['submissions'] {
  const standing = new Map(
    readPartReviews(database, sessionId).map((review) => {
      const content = contentOf(database, review)
      return [`${review.itemId} ${review.reviewer}`, content === null ? null : digestOf(content)]
    }),
  )
  return readSubmissionsOf(database, sessionId).map(
    ({ itemId, reviewer, digest, position, submittedAt, cameAt, fileName }) => ({
      reviewer,
      position,
      submittedAt,
      cameAt,
      fileName,
      stands: standing.get(`${itemId} ${reviewer}`) === digest,
    }),
  )
}
