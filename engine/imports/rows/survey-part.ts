import type { SurveyFacts } from '../facts.ts'
import type { CellReader, RowBuilding } from './cells.ts'
import { flagCell, hasAny, instantCell, textCell } from './cells.ts'
import { ratingCell, ratingReaderOf } from './rating-cells.ts'
import type { Rating } from './rating-cells.ts'

/**
 * Makes the reader of a survey response; null when nothing was answered (an id or a date alone is no answer). Where one
 * column is mapped to both rating and comment (a row per answer of any kind), what is no rating is the comment.
 */
export function surveyPart(building: RowBuilding): (row: readonly string[]) => SurveyFacts | null {
  if (!hasAny(building, 'survey.')) return () => null
  const id = textCell(building, 'survey.id')
  const responded = instantCell(building, 'survey.respondedAt')
  const isEither =
    building.columns.first('survey.csat')?.column === building.columns.first('survey.comment')?.column
  const csat = isEither ? ratingOrNothing(building) : ratingCell(building, 'survey.csat')
  const nps = ratingCell(building, 'survey.nps')
  const resolved = flagCell(building, 'survey.resolved')
  const comment = textCell(building, 'survey.comment')
  const pertains = flagCell(building, 'survey.pertainsToAgent')
  return (row) => {
    const rating = csat(row)
    const recommendation = nps(row)
    const isResolved = resolved(row)
    const commentText = isEither && rating !== null ? null : comment(row)
    const respondedAtMs = responded(row)
    if (rating === null && recommendation === null && isResolved === null && commentText === null) return null
    return {
      responseRef: id(row),
      respondedAtMs,
      csat: rating && { score0to1: rating.score0to1, min: rating.min, max: rating.max },
      nps: recommendation && recommendation.score0to1 * 10,
      isResolved,
      comment: commentText,
      pertainsToAgent: pertains(row),
    }
  }
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
