import type { ContactFacts, SurveyFacts } from '../facts.ts'
import { zoneClock } from '../../zone-clock.ts'
import type { CellReader, RowBuilding } from './cells.ts'
import { flagCell, hasAny, instantCell, textCell } from './cells.ts'
import { ratingCell, ratingReaderOf } from './rating-cells.ts'
import type { Rating } from './rating-cells.ts'

const DAY_MS = 86_400_000
const ANSWERS = ['survey.csat', 'survey.nps', 'survey.resolved'] as const

/**
 * Makes the reader of a survey response; null when nothing was answered (an id or a date alone is no answer). Where one
 * column is mapped to both rating and comment (a row per answer of any kind), what is no rating is the comment.
 */
export function surveyPart(
  building: RowBuilding,
  isSurvey: boolean,
): (row: readonly string[], contact: ContactFacts | null) => SurveyFacts | null {
  if (!hasAny(building, 'survey.')) return () => null
  // a remark beside a contact or a review is no customer's answer by itself
  if (!isSurvey && !ANSWERS.some((field) => building.columns.first(field))) return () => null
  const id = textCell(building, 'survey.id')
  const responded = instantCell(building, 'survey.respondedAt')
  const isEither =
    building.columns.first('survey.csat')?.column === building.columns.first('survey.comment')?.column
  const csat = isEither ? ratingOrNothing(building) : ratingCell(building, 'survey.csat')
  const nps = ratingCell(building, 'survey.nps')
  const resolved = flagCell(building, 'survey.resolved')
  const comment = textCell(building, 'survey.comment')
  const pertains = flagCell(building, 'survey.pertainsToAgent')
  const clock = zoneClock(zoneOf(building))
  return (row, contact) => {
    const rating = csat(row)
    const recommendation = nps(row)
    const isResolved = resolved(row)
    const commentText = isEither && rating !== null ? null : comment(row)
    const respondedAtMs = responded(row)
    if (rating === null && recommendation === null && isResolved === null && commentText === null) return null
    const moment = respondedAtMs ?? contact?.endedAtMs ?? contact?.startedAtMs ?? null
    return {
      responseRef: id(row),
      respondedAtMs,
      isTimed: moment !== null && clock.wallOf(moment) % DAY_MS !== 0,
      csat: rating && { score0to1: rating.score0to1, min: rating.min, max: rating.max },
      nps: recommendation && recommendation.score0to1 * 10,
      isResolved,
      comment: commentText,
      pertainsToAgent: pertains(row),
    }
  }
}

/** The zone the answers are dated in: their column's own, else that of the file. */
function zoneOf(building: RowBuilding): string {
  const transform = building.columns.first('survey.respondedAt')?.transform
  const own = transform?.as === 'instant' || transform?.as === 'day' ? transform.timeZone : undefined
  return own ?? building.timeZone
}

function ratingOrNothing(building: RowBuilding): CellReader<Rating> {
  const placed = building.columns.first('survey.csat')
  if (!placed) return () => null
  const read = ratingReaderOf(placed.transform)
  return (row) => {
    const rating = read(row[placed.index] ?? '')
    return rating === 'unreadable' || rating === 'outside' ? null : rating
  }
}
