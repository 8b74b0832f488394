import type { HealthSubject } from '../../shared/contract/health.ts'
import { COUNTED_REVIEWS } from '../quality/index.ts'
import { allRaw, one, type ReadableDatabase } from '../store/index.ts'

/**
 * Hears of the rows of one identity (0: nobody) and day, how many, and of what has a source of its own that source (0: made here) and how many were drawn by
 * chance. Told and not listed: there is one for each agent and day.
 */
export type HearsOfDay = (day: number, identityId: number, n: number, sourceId: number, drawn: number) => void

const ofContact = (table: string, source: string, also: string, drawn: string) => `
  SELECT contact_day, ifnull(coalesce(fact.identity_id, (SELECT identity_id FROM interactions WHERE id = fact.interaction_id)), 0), count(*), ${source}, ${drawn}
  FROM ${table} AS fact WHERE contact_day BETWEEN ?1 AND ?2 AND ${also} GROUP BY 1, 2, 4`

const queries: Record<Exclude<HealthSubject, 'shifts'>, string> = {
  // in the order of its index, so that nothing is sorted
  contacts: `SELECT day, ifnull(identity_id, 0), n FROM
    (SELECT day, identity_id, count(*) AS n FROM interactions WHERE day BETWEEN ?1 AND ?2 GROUP BY day, identity_id)`,
  evaluations: ofContact(
    'evaluations',
    'iif(review_id IS NULL, ifnull(source_id, 0), 0)',
    COUNTED_REVIEWS,
    'count(fact.weight)',
  ),
  surveys: ofContact('surveys', 'source_id', 'TRUE', '0'),
  transcripts: ofContact('transcripts', 'source_id', 'TRUE', '0'),
}

/** By identity from an index, the days as one list: a shift a day for everybody is most of all rows. */
const SHIFT_DAYS = `SELECT ifnull(identity_id, 0), group_concat(day) FROM shifts WHERE +day BETWEEN ?1 AND ?2 GROUP BY identity_id`

/** Tells how many rows each day brought, both ends included. */
export function tellDayCounts(
  database: ReadableDatabase,
  subject: HealthSubject,
  range: { from: number; to: number },
  hear: HearsOfDay,
): void {
  if (subject === 'shifts') {
    for (const [identityId, days] of allRaw<[number, string]>(database, SHIFT_DAYS, range.from, range.to))
      for (const day of days.split(',')) hear(Number(day), identityId, 1, 0, 0)
    return
  }
  const rows = allRaw<[number, number, number, number?, number?]>(
    database,
    queries[subject],
    range.from,
    range.to,
  )
  for (const [day, identityId, n, sourceId = 0, drawn = 0] of rows) hear(day, identityId, n, sourceId, drawn)
}

const newestOfFiles = (table: string, day: string, also = 'TRUE') =>
  `SELECT source_id, max(${day}) FROM ${table} WHERE ${also} GROUP BY source_id, import_id HAVING max(${day}) IS NOT NULL`

const arrivals: Record<HealthSubject, string> = {
  contacts: newestOfFiles('interactions', 'day'),
  evaluations: newestOfFiles('evaluations', 'contact_day', 'transcript_id IS NULL AND review_id IS NULL'),
  surveys: newestOfFiles('surveys', 'contact_day'),
  transcripts: newestOfFiles('transcripts', 'contact_day'),
  shifts: newestOfFiles('shifts', 'day'),
}

/** The newest day of each file that brought rows, by source. Reads all rows: for where something is silent. */
export function readArrivals(database: ReadableDatabase, subject: HealthSubject): Map<number, number[]> {
  const found = new Map<number, number[]>()
  for (const [sourceId, day] of allRaw<[number, number]>(database, arrivals[subject])) {
    const known = found.get(sourceId)
    if (known) known.push(day)
    else found.set(sourceId, [day])
  }
  return found
}

/** Which source each identity is of, and what sources are called. */
export function readIdentitySources(database: ReadableDatabase): {
  sourceOf: Map<number, number>
  names: Map<number, string>
} {
  return {
    sourceOf: new Map(allRaw<[number, number]>(database, 'SELECT id, source_id FROM identities')),
    names: new Map(allRaw<[number, string]>(database, 'SELECT id, name FROM sources')),
  }
}

export interface ImportTroubles {
  /** Imports that stand, with something remarked on them. */
  withWarnings: number
  /** Taken back, and no later import of the same file stands. */
  undone: number
  lastUndoneAt: number | null
  /** Rows of the standing imports that have rows in quarantine. */
  rowsOfQuarantined: number
}

/** What is remarked on imports. */
export function readImportTroubles(database: ReadableDatabase): ImportTroubles {
  return one<ImportTroubles>(
    database,
    `SELECT ifnull(sum(undone_at IS NULL AND warnings <> '[]'), 0) AS withWarnings,
       ifnull(sum(is_gone), 0) AS undone, max(iif(is_gone, undone_at, NULL)) AS lastUndoneAt,
       ifnull((SELECT sum(rows_read) FROM imports WHERE id IN (SELECT import_id FROM standing_quarantine)), 0) AS rowsOfQuarantined
     FROM (SELECT undone_at, warnings, undone_at IS NOT NULL AND NOT EXISTS
       (SELECT 1 FROM imports AS same WHERE same.file_sha256 = imports.file_sha256 AND same.undone_at IS NULL) AS is_gone FROM imports)`,
  )!
}
