import { INTERACTION_SUMS, OBSERVATION_SUMS } from '../../metrics/index.ts'
import { all, statement, type ReadableDatabase, type WritableDatabase } from '../../store/index.ts'

interface Place {
  day: number
  personId: number
  stratumId: number
}

function listed(sums: readonly string[]): string {
  return sums.map((sum) => `rollup.${sum}`).join(', ')
}

/** The daily sums of contacts, by person; person 0 is nobody named. Undated ones are left out: they are in no window. */
export function readContactDays(database: ReadableDatabase): (Place & { sums: number[] })[] {
  const rows = all<Record<string, number>>(
    database,
    `SELECT day, ifnull(person_id, 0) AS personId, stratum_id AS stratumId, ${listed(INTERACTION_SUMS)}
     FROM interaction_days AS rollup LEFT JOIN identities ON identities.id = identity_id WHERE day > 0`,
  )
  return rows.map((row) => ({
    day: row['day']!,
    personId: row['personId']!,
    stratumId: row['stratumId']!,
    sums: INTERACTION_SUMS.map((sum) => row[sum]!),
  }))
}

/** The daily sums of everything else. */
export function readObservationDays(
  database: ReadableDatabase,
): (Place & { metricId: string; isDrawn: 0 | 1; sums: (number | null)[] })[] {
  const rows = all<Record<string, number | null> & { metricId: string }>(
    database,
    `SELECT metric_id AS metricId, day, ifnull(person_id, 0) AS personId, stratum_id AS stratumId, is_drawn AS isDrawn, ${listed(OBSERVATION_SUMS)}
     FROM observation_days AS rollup LEFT JOIN identities ON identities.id = identity_id WHERE day > 0`,
  )
  return rows.map((row) => ({
    metricId: row.metricId,
    day: row['day']!,
    personId: row['personId']!,
    stratumId: row['stratumId']!,
    isDrawn: row['isDrawn'] === 1 ? 1 : 0,
    sums: OBSERVATION_SUMS.map((sum) => row[sum] ?? null),
  }))
}

/** How a person's oldest identity is called: what their pseudonym is made of. */
export function readOldestNamings(database: ReadableDatabase): Map<number, string> {
  const rows = all<{ id: number; naming: string }>(
    database,
    `SELECT identities.id, sources.name || char(31) || key AS naming FROM identities JOIN sources ON sources.id = source_id WHERE identities.id = person_id`,
  )
  return new Map(rows.map(({ id, naming }) => [id, naming]))
}

/** A question by its number. */
export function readQuestionsById(
  database: ReadableDatabase,
): Map<
  number,
  { form: string; stableKey: string; label: string; section: string | null; weight: number | null }
> {
  const rows = all<{
    id: number
    form: string
    stableKey: string
    label: string
    section: string | null
    weight: number | null
  }>(
    database,
    `SELECT questions.id, scorecards.name AS form, stable_key AS stableKey, label, section, weight FROM questions JOIN scorecards ON scorecards.id = scorecard_id`,
  )
  return new Map(rows.map(({ id, ...question }) => [id, question]))
}

/** Writes a cell of contacts; cells that lie on one another are one. */
export function writeContactCell(
  database: WritableDatabase,
  cell: {
    importId: number
    day: number
    identityId: number
    stratumId: number
    sums: readonly (number | null)[]
  },
): void {
  statement(
    database,
    `INSERT INTO aggregated_contacts (import_id, day, identity_id, stratum_id, ${INTERACTION_SUMS.join(', ')})
     VALUES (?, ?, ?, ?, ${INTERACTION_SUMS.map(() => '?').join(', ')})`,
  ).run(cell.importId, cell.day, cell.identityId, cell.stratumId, ...cell.sums.map((sum) => sum ?? 0))
}

/** Writes a cell of anything else. */
export function writeObservationCell(
  database: WritableDatabase,
  cell: {
    importId: number
    metricId: string
    day: number
    identityId: number
    stratumId: number
    isDrawn: number
    sums: readonly (number | null)[]
  },
): void {
  statement(
    database,
    `INSERT INTO aggregated_observations (import_id, metric_id, day, identity_id, stratum_id, is_drawn, ${OBSERVATION_SUMS.join(', ')})
     VALUES (?, ?, ?, ?, ?, ?, ${OBSERVATION_SUMS.map(() => '?').join(', ')})`,
  ).run(cell.importId, cell.metricId, cell.day, cell.identityId, cell.stratumId, cell.isDrawn, ...cell.sums)
}
