import { one, type ReadableDatabase } from '../../store/index.ts'

/** How many facts of each kind fall into a window. */
export interface CoverageCounts {
  contacts: number
  evaluations: number
  surveys: number
  transcripts: number
  shifts: number
}

/** Counts the facts of a window, those of one person where asked. */
export function countCoverage(
  database: ReadableDatabase,
  window: { from: number; to: number },
  personId?: number,
): CoverageCounts {
  const mine =
    personId === undefined ? '' : 'AND identity_id IN (SELECT id FROM identities WHERE person_id = ?3)'
  const mineOrContact =
    personId === undefined
      ? ''
      : `AND coalesce(fact.identity_id, contact.identity_id) IN (SELECT id FROM identities WHERE person_id = ?3)`
  const linked = (table: string, also = '') =>
    `(SELECT count(*) FROM ${table} AS fact LEFT JOIN interactions AS contact ON contact.id = fact.interaction_id
      WHERE fact.contact_day BETWEEN ?1 AND ?2 ${mineOrContact} ${also})`
  return one<CoverageCounts>(
    database,
    `SELECT (SELECT ifnull(sum(n), 0) FROM interaction_days WHERE day BETWEEN ?1 AND ?2 ${mine}) AS contacts,
       ${linked('evaluations', 'AND fact.transcript_id IS NULL AND fact.is_calibration = 0')} AS evaluations, ${linked('surveys')} AS surveys, ${linked('transcripts')} AS transcripts,
       (SELECT count(*) FROM shifts WHERE day BETWEEN ?1 AND ?2 ${mine}) AS shifts`,
    window.from,
    window.to,
    ...(personId === undefined ? [] : [personId]),
  )!
}
