import type { Selection } from '../../../shared/contract/reviews.ts'
import { all, type ReadableDatabase } from '../../store/index.ts'

/** The score of one evaluation by a person, 0..1, and how it came to be scored. */
export interface ScoredRow {
  score: number
  personId: number | null
  day: number
  /** NULL where an import brought it: nobody knows how it was selected. */
  selection: Selection | null
  /** What it stands for: 1 over its chance; NULL where it was not drawn. */
  weight: number | null
}

/** Scores of a form's evaluations by people on these days; calibrations do not count. */
export function readScored(
  database: ReadableDatabase,
  scorecardId: number,
  days: { from: number; to: number },
): ScoredRow[] {
  return all<ScoredRow>(
    database,
    `SELECT coalesce(vendor_score, computed_score) AS score, identities.person_id AS personId, contact_day AS day, selection, evaluations.weight
     FROM evaluations JOIN scorecard_versions ON scorecard_versions.id = evaluations.scorecard_version_id
     LEFT JOIN reviews ON reviews.id = review_id LEFT JOIN interactions ON interactions.id = evaluations.interaction_id
     LEFT JOIN identities ON identities.id = coalesce(evaluations.identity_id, interactions.identity_id)
     WHERE scorecard_versions.scorecard_id = ? AND contact_day BETWEEN ? AND ? AND origin <> 'automated' AND is_calibration = 0
       AND coalesce(vendor_score, computed_score) IS NOT NULL`,
    scorecardId,
    days.from,
    days.to,
  )
}
