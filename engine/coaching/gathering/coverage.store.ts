import { COUNTED_REVIEWS } from '../../quality/index.ts'
import { all, one, type ReadableDatabase } from '../../store/index.ts'

/** How many facts of each kind fall into a window. */
export interface CoverageCounts {
  contacts: number
  evaluations: number
  surveys: number
  transcripts: number
  shifts: number
}

/** Counts the facts of a window. What was only made for a conversation that no log names is no contact. */
export function countCoverage(
  database: ReadableDatabase,
  window: { from: number; to: number },
): CoverageCounts {
  const dated = (table: string, also = 'TRUE') =>
    `(SELECT count(*) FROM ${table} AS fact WHERE contact_day BETWEEN ?1 AND ?2 AND ${also})`
  return one<CoverageCounts>(
    database,
    `SELECT (SELECT ifnull(sum(n), 0) FROM interaction_days WHERE day BETWEEN ?1 AND ?2)
         - (SELECT count(*) FROM interactions WHERE is_stub = 1 AND day BETWEEN ?1 AND ?2) AS contacts,
       ${dated('evaluations', COUNTED_REVIEWS)} AS evaluations, ${dated('surveys')} AS surveys, ${dated('transcripts')} AS transcripts,
       (SELECT count(*) FROM shifts WHERE day BETWEEN ?1 AND ?2) AS shifts`,
    window.from,
    window.to,
  )!
}

/** The same of one person, but for contacts. A row that names nobody is its contact's agent's. */
export function countCoverageOf(
  database: ReadableDatabase,
  window: { from: number; to: number },
  personId: number,
): Omit<CoverageCounts, 'contacts'> {
  const mine = '(SELECT id FROM identities WHERE person_id = ?3)'
  const theirs = (table: string, also = 'TRUE') =>
    `(SELECT count(*) FROM ${table} AS fact WHERE identity_id IN ${mine} AND contact_day BETWEEN ?1 AND ?2 AND ${also})
     + (SELECT count(*) FROM ${table} AS fact JOIN interactions AS contact ON contact.id = fact.interaction_id
        WHERE fact.identity_id IS NULL AND fact.contact_day BETWEEN ?1 AND ?2 AND contact.identity_id IN ${mine} AND ${also})`
  return one<Omit<CoverageCounts, 'contacts'>>(
    database,
    `SELECT ${theirs('evaluations', COUNTED_REVIEWS)} AS evaluations, ${theirs('surveys')} AS surveys, ${theirs('transcripts')} AS transcripts,
       (SELECT count(*) FROM shifts WHERE identity_id IN ${mine} AND day BETWEEN ?1 AND ?2) AS shifts`,
    window.from,
    window.to,
    personId,
  )!
}

/** How many conversations of each person no log names, for which a contact was only made. */
export function madeByPerson(
  database: ReadableDatabase,
  window: { from: number; to: number },
): ReadonlyMap<number, number> {
  return new Map(
    all<{ personId: number; n: number }>(
      database,
      `SELECT identities.person_id AS personId, count(*) AS n FROM interactions JOIN identities ON identities.id = interactions.identity_id
       WHERE is_stub = 1 AND day BETWEEN ? AND ? AND person_id IS NOT NULL GROUP BY 1`,
      window.from,
      window.to,
    ).map(({ personId, n }) => [personId, n]),
  )
}
