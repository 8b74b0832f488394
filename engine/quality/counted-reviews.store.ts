/** Of `evaluations AS fact`: nothing picked otherwise than by chance, here or in a workspace that was merged. */
export const PICKED_BY_CHANCE =
  '((fact.review_id IS NULL AND fact.is_representative = 1) OR fact.weight IS NOT NULL)'

/** Of `evaluations AS fact`: those that figures rest on: no calibrations, nothing Debrief's own rules filled in, nothing picked otherwise than by chance. */
export const COUNTED_REVIEWS = `fact.transcript_id IS NULL AND fact.is_calibration = 0 AND ${PICKED_BY_CHANCE}`
