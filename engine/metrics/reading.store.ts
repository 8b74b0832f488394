import { all, allRaw, one, type ReadableDatabase } from '../store/index.ts'
import { INTERACTION_SUMS } from './expressions.store.ts'
import { interactionMetrics, isInteractionMetric, type InteractionMetricId } from './definitions.ts'
import { UNDATED } from './rollups.store.ts'

/** A closed range of day numbers; null stands for all data, undated rows included. */
export type DayNumbers = { from: number; to: number } | null

/** Sums of the weights of drawn reviews, of their squares, and of these times the value and times its square. */
export interface DrawnSums {
  weight: number
  weightSq: number
  weightSqSum: number
  weightSqSumSq: number
}

/** Sums of one metric for one person in one stratum (and on one day, where asked). Durations in seconds. */
export interface MetricCell {
  metricId: string
  /** 0: nobody named. */
  personId: number
  stratumId: number
  day: number
  n: number
  /** Of drawn reviews both sums are weighted. */
  sum: number
  sumSq: number
  /** Further sums of drawn reviews; null where everything counts alike. Cells with and without are never added up together. */
  drawn: DrawnSums | null
  /** Of logarithms, for durations modelled on the log scale. */
  logSum: number | null
  logSumSq: number | null
  numerator: number | null
  denominator: number | null
}

const PERSON = 'ifnull(identities.person_id, 0)'

/**
 * The days with contacts in a range, found one from the other: with them the rollup's own order (day, then identity) serves the
 * question for some people too, and needs no second index that every import would have to keep.
 */
const DAYS_AND_PEOPLE = `WITH RECURSIVE days (day) AS (
  SELECT min(day) FROM interaction_days WHERE day BETWEEN ?1 AND ?2
  UNION ALL SELECT (SELECT min(day) FROM interaction_days WHERE day > days.day AND day <= ?2) FROM days WHERE days.day IS NOT NULL),
  wanted AS MATERIALIZED (SELECT id FROM identities WHERE person_id IN (SELECT value FROM json_each(?3)))`

/** The columns of `interaction_days` that a metric is read from: n, sum, and where it has them squares and logarithms. */
export function columnsOf(metricId: InteractionMetricId): Record<(typeof PARTS)[number], string | null> {
  const column = (part: string) => {
    const name = `${interactionMetrics[metricId]}_${part}`
    return INTERACTION_SUMS.includes(name) ? name : null
  }
  return {
    n: column('n'),
    sum: column('sum'),
    // 0 and 1 are their own squares
    sumSq: column('sq') ?? column('sum'),
    logSum: column('log'),
    logSumSq: column('log_sq'),
  }
}

const PARTS = ['n', 'sum', 'sumSq', 'logSum', 'logSumSq'] as const

function interactionSql(
  metricIds: readonly InteractionMetricId[],
  byDay: boolean,
  isOfSome: boolean,
): string {
  const from = isOfSome
    ? `FROM interaction_days AS sums JOIN identities ON identities.id = identity_id
       WHERE sums.day IN (SELECT day FROM days) AND sums.identity_id IN (SELECT id FROM wanted)`
    : 'FROM interaction_days AS sums LEFT JOIN identities ON identities.id = identity_id WHERE sums.day BETWEEN ?1 AND ?2'
  return `
    ${isOfSome ? DAYS_AND_PEOPLE : ''}
    SELECT ${PERSON} AS personId, stratum_id AS stratumId, ${byDay ? 'sums.day' : `${UNDATED}`} AS day, ${metricIds
      .flatMap((id) => {
        const columns = columnsOf(id)
        return PARTS.map((part) => (columns[part] === null ? 'NULL' : `sum(${columns[part]})`))
      })
      .join(', ')}
    ${from} GROUP BY 1, 2, 3`
}

function bounds(range: DayNumbers): [number, number] {
  return range ? [range.from, range.to] : [UNDATED, 1_000_000]
}

/** Person, stratum and day come first in a row. */
const KEYS = 3

/** The cell of one metric in a row, whose sums begin at `at`; null where nothing was observed. */
function toCell(
  row: readonly (number | null)[],
  metricId: InteractionMetricId,
  at: number,
): MetricCell | null {
  const n = row[at] ?? 0
  if (n === 0) return null
  return {
    metricId,
    personId: row[0]!,
    stratumId: row[1]!,
    day: row[2]!,
    n,
    sum: row[at + 1] ?? 0,
    sumSq: row[at + 2] ?? 0,
    drawn: null,
    logSum: row[at + 3] ?? null,
    logSumSq: row[at + 4] ?? null,
    numerator: null,
    denominator: null,
  }
}

type ObservationRow = [
  metricId: string,
  personId: number,
  stratumId: number,
  day: number,
  n: number,
  sum: number,
  sumSq: number,
  numerator: number | null,
  denominator: number | null,
  weight: number | null,
  weightSq: number,
  weightSqSum: number,
  weightSqSumSq: number,
]

function drawnSums(
  weight: number,
  [weightSq, weightSqSum, weightSqSumSq]: [number, number, number],
): DrawnSums {
  return { weight, weightSq, weightSqSum, weightSqSumSq }
}

/** What to read: which metrics (all when absent), which days, for some people or all, one row per day or over all days. */
export interface CellQuery {
  range: DayNumbers
  metricIds?: readonly string[]
  personIds?: readonly number[]
  byDay?: boolean
}

/** The rollup cells of metrics by person and stratum. */
export function readCells(database: ReadableDatabase, query: CellQuery): MetricCell[] {
  const byDay = query.byDay ?? false
  const wanted = query.metricIds
  const interactionIds = (wanted ?? Object.keys(interactionMetrics)).filter(isInteractionMetric)
  const cells: MetricCell[] = []
  const isOfSome = query.personIds !== undefined
  const people = isOfSome
    ? 'AND identity_id IN (SELECT id FROM identities WHERE person_id IN (SELECT value FROM json_each(?)))'
    : ''
  const parameters = [...bounds(query.range), ...(isOfSome ? [JSON.stringify(query.personIds)] : [])]
  if (interactionIds.length > 0) {
    const sql = interactionSql(interactionIds, byDay, isOfSome)
    // lists, as objects of so many columns cost more than the query
    for (const row of allRaw<(number | null)[]>(database, sql, ...parameters))
      for (const [index, metricId] of interactionIds.entries()) {
        const cell = toCell(row, metricId, KEYS + index * PARTS.length)
        if (cell) cells.push(cell)
      }
  }
  const others = wanted?.filter((id) => !isInteractionMetric(id))
  if (!others || others.length > 0) {
    const filter = others ? 'AND metric_id IN (SELECT value FROM json_each(?))' : ''
    const rows = allRaw<ObservationRow>(
      database,
      `SELECT metric_id, ${PERSON}, stratum_id, ${byDay ? 'day' : `${UNDATED}`}, sum(n), sum(sum), sum(sum_sq), sum(numerator), sum(denominator), sum(weight), sum(weight_sq), sum(weight_sq_sum), sum(weight_sq_sum_sq)
       FROM observation_days LEFT JOIN identities ON identities.id = identity_id
       WHERE day BETWEEN ? AND ? ${people} ${filter} GROUP BY 1, 2, 3, 4, is_drawn`,
      ...parameters,
      ...(others ? [JSON.stringify(others)] : []),
    )
    for (const row of rows) {
      const [metricId, personId, stratumId, day, n, sum, sumSq, numerator, denominator, weight, ...squares] =
        row
      cells.push({
        metricId,
        personId,
        stratumId,
        day,
        n,
        sum,
        sumSq,
        drawn: weight === null ? null : drawnSums(weight, squares),
        logSum: null,
        logSumSq: null,
        numerator,
        denominator,
      })
    }
  }
  return cells
}

/** Contacts by person and stratum: the volume drivers apply to, and what peer groups are made from. */
export function readVolumes(
  database: ReadableDatabase,
  range: DayNumbers,
): { personId: number; stratumId: number; n: number }[] {
  return all(
    database,
    `SELECT ${PERSON} AS personId, stratum_id AS stratumId, sum(n) AS n FROM interaction_days LEFT JOIN identities ON identities.id = identity_id
     WHERE day BETWEEN ? AND ? GROUP BY 1, 2`,
    ...bounds(range),
  )
}

/** How many contacts there are in a range. */
export function contactsBetween(database: ReadableDatabase, range: DayNumbers): number {
  return one<{ n: number }>(
    database,
    'SELECT ifnull(sum(n), 0) AS n FROM interaction_days WHERE day BETWEEN ? AND ?',
    ...bounds(range),
  )!.n
}

/** Everybody about whom anything is known in a range; 0 where nobody is named. */
export function readPeopleWithData(database: ReadableDatabase, range: DayNumbers): Set<number> {
  const rows = allRaw<[number]>(
    database,
    `SELECT DISTINCT ${PERSON} FROM (
       SELECT DISTINCT identity_id FROM interaction_days WHERE day BETWEEN ?1 AND ?2
       UNION SELECT DISTINCT identity_id FROM observation_days WHERE day BETWEEN ?1 AND ?2
     ) LEFT JOIN identities ON identities.id = identity_id`,
    ...bounds(range),
  )
  return new Set(rows.map(([personId]) => personId))
}

/**
 * First contact resolution by person, stratum and day. A first contact is one without an earlier contact of the same customer about the
 * same reason in the window before it; it is resolved when none follows in the window after it. Legs of one contact are one contact,
 * the first agent's. First contacts younger than the window are left out. Computed from the contacts themselves: it looks back and
 * forth over days, which no daily sum can.
 */
export function readFirstContactResolution(
  database: ReadableDatabase,
  range: DayNumbers,
  windowDays: number,
): MetricCell[] {
  const [from, to] = bounds(range)
  const windowMs = windowDays * 86_400_000
  return all<MetricCell>(
    database,
    `WITH newest AS (SELECT max(started_at) AS at FROM interactions WHERE customer_hash IS NOT NULL),
     contacts AS (
       SELECT contact.id, contact.identity_id, contact.stratum_id, contact.day, contact.started_at, contact.customer_hash, ifnull(strata.reason_id, 0) AS reason
       FROM interactions AS contact JOIN strata ON strata.id = contact.stratum_id
       WHERE contact.customer_hash IS NOT NULL AND contact.day BETWEEN ?1 - ?3 AND ?2 + ?3 AND contact.is_answered IS NOT 0
         AND NOT EXISTS (SELECT 1 FROM interactions AS leg WHERE leg.contact_ref = contact.contact_ref AND leg.customer_hash = contact.customer_hash
           AND leg.is_answered IS NOT 0 AND (leg.started_at, leg.id) < (contact.started_at, contact.id))),
     ordered AS (
       SELECT *, lag(started_at) OVER customer AS before, lead(started_at) OVER customer AS after FROM contacts
       WINDOW customer AS (PARTITION BY customer_hash, reason ORDER BY started_at, id))
     SELECT 'fcr' AS metricId, ${PERSON} AS personId, stratum_id AS stratumId, day, count(*) AS n,
       sum(after IS NULL OR after > started_at + ?4) AS sum, sum(after IS NULL OR after > started_at + ?4) AS sumSq,
       NULL AS drawn, NULL AS logSum, NULL AS logSumSq, NULL AS numerator, NULL AS denominator
     FROM ordered LEFT JOIN identities ON identities.id = identity_id
     WHERE day BETWEEN ?1 AND ?2 AND (before IS NULL OR before < started_at - ?4) AND started_at + ?4 <= (SELECT at FROM newest)
     GROUP BY 2, 3, 4`,
    from,
    to,
    windowDays + 1,
    windowMs,
  )
}

/** Everybody's sums of one metric in a week. */
export interface WeekSums {
  /** Weeks since `from`. */
  week: number
  isDrawn: number
  n: number
  sum: number
  sumSq: number
  numerator: number | null
  denominator: number | null
}

/** Sums of one metric over everybody, by weeks of seven days from `range.from` on; drawn reviews (weighted) apart from everything else. */
export function readWeeks(
  database: ReadableDatabase,
  metricId: string,
  range: { from: number; to: number },
): WeekSums[] {
  if (isInteractionMetric(metricId)) {
    const { n, sum, sumSq } = columnsOf(metricId)
    return all<WeekSums>(
      database,
      `SELECT CAST((day - ?1) / 7 AS INTEGER) AS week, 0 AS isDrawn, sum(${n}) AS n, sum(${sum}) AS sum, sum(${sumSq}) AS sumSq, NULL AS numerator, NULL AS denominator
       FROM interaction_days WHERE day BETWEEN ?1 AND ?2 GROUP BY 1 HAVING sum(${n}) > 0 ORDER BY 1`,
      range.from,
      range.to,
    )
  }
  return all<WeekSums>(
    database,
    `SELECT CAST((day - ?2) / 7 AS INTEGER) AS week, is_drawn AS isDrawn, sum(n) AS n, sum(sum) * CASE is_drawn WHEN 1 THEN sum(n) / sum(weight) ELSE 1 END AS sum,
       sum(sum_sq) * CASE is_drawn WHEN 1 THEN sum(n) / sum(weight) ELSE 1 END AS sumSq, sum(numerator) AS numerator, sum(denominator) AS denominator
     FROM observation_days WHERE metric_id = ?1 AND day BETWEEN ?2 AND ?3 GROUP BY 1, 2 ORDER BY 1`,
    metricId,
    range.from,
    range.to,
  )
}
