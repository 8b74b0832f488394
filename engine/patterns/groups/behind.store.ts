import { OBSERVED_ROW, observedRowsSql } from '../../metrics/index.ts'
import { allRaw, one, type ReadableDatabase } from '../../store/index.ts'

/** Whose conversations: days, and what narrows them; null narrows nothing, an empty name is what has none. */
export interface BehindScope {
  driverId: string
  from: number
  to: number
  personIds: readonly number[] | null
  /** Whether rows count that name nobody. */
  countsNobody: boolean
  /** Drawn reviews only, everything else only, or both. */
  selection: 'drawn' | 'others' | 'both'
  queue: string | null
  reason: string | null
  reviewer: string | null
}

export interface BehindRow {
  interactionId: number | null
  evaluationId: number | null
  hasTranscript: boolean
  at: number | null
  personId: number | null
  day: number
  queue: string | null
  reviewer: string | null
  value: number
}

/** Which of two values is worse. */
export type Worst = 'lowest' | 'highest' | { low: number; high: number }

function narrowed(driverId: string): string {
  return `WITH facts (${OBSERVED_ROW.join(', ')}) AS (${observedRowsSql(driverId)}),
    narrowed AS (SELECT facts.*, identities.person_id AS personId, queues.name AS queue, reasons.name AS reason FROM facts
      LEFT JOIN identities ON identities.id = facts.identityId
      LEFT JOIN strata ON strata.id = facts.stratumId LEFT JOIN labels AS queues ON queues.id = strata.queue_id
      LEFT JOIN labels AS reasons ON reasons.id = strata.reason_id
      WHERE (?4 IS NULL OR identities.person_id IN (SELECT value FROM json_each(?4))) AND (?5 = 1 OR identities.person_id IS NOT NULL)
        AND (?6 IS NULL OR (facts.weight IS NOT NULL) = ?6) AND (?7 IS NULL OR ifnull(queues.name, '') = ?7)
        AND (?8 IS NULL OR ifnull(reasons.name, '') = ?8) AND (?9 IS NULL OR ifnull(facts.reviewer, '') = ?9))`
}

function parametersOf(scope: BehindScope) {
  const { driverId, from, to, personIds, countsNobody, selection, queue, reason, reviewer } = scope
  return [
    driverId,
    from,
    to,
    personIds === null ? null : JSON.stringify(personIds),
    Number(countsNobody),
    selection === 'both' ? null : Number(selection === 'drawn'),
    queue,
    reason,
    reviewer,
  ]
}

/** How many facts a figure rests on. */
export function countBehind(database: ReadableDatabase, scope: BehindScope): number {
  return one<{ n: number }>(
    database,
    `${narrowed(scope.driverId)} SELECT count(*) AS n FROM narrowed`,
    ...parametersOf(scope),
  )!.n
}

/** The facts behind a figure, worst first; of equal ones those that can be read, then the newest before others. */
export function readBehind(
  database: ReadableDatabase,
  scope: BehindScope,
  worst: Worst,
  page: { offset: number; limit: number },
): BehindRow[] {
  const order =
    worst === 'lowest'
      ? 'value'
      : worst === 'highest'
        ? 'value DESC'
        : `max(${worst.low} - value, value - ${worst.high}) DESC`
  return allRaw<
    [
      number | null,
      number | null,
      number,
      number | null,
      number | null,
      number,
      string | null,
      string | null,
      number,
    ]
  >(
    database,
    `${narrowed(scope.driverId)}
     SELECT interactionId, evaluationId, EXISTS (SELECT 1 FROM transcripts WHERE transcripts.interaction_id = narrowed.interactionId) AS hasTranscript, at, personId, day, queue, reviewer, value
     FROM narrowed ORDER BY ${order}, hasTranscript DESC, day DESC, interactionId DESC, evaluationId DESC LIMIT ?10 OFFSET ?11`,
    ...parametersOf(scope),
    page.limit,
    page.offset,
  ).map(([interactionId, evaluationId, hasTranscript, at, personId, day, queue, reviewer, value]) => ({
    interactionId,
    evaluationId,
    hasTranscript: hasTranscript === 1,
    at,
    personId,
    day,
    queue,
    reviewer,
    value,
  }))
}

/** Sums of the facts of one level: `weight` and its squares are counts where reviews are not weighed. */
export interface LevelSums {
  key: string | number
  n: number
  weight: number
  weightSq: number
  sum: number
  sumSq: number
  personIds: number[]
}

const KEYS = {
  agent: 'personId',
  queue: `ifnull(queue, '')`,
  reason: `ifnull(reason, '')`,
  reviewer: `ifnull(reviewer, '')`,
} as const

/** Adds up the facts of a scope by agent, queue, reason or reviewer. */
export function readLevels(
  database: ReadableDatabase,
  scope: BehindScope,
  by: keyof typeof KEYS,
): LevelSums[] {
  const weight = scope.selection === 'drawn' ? 'weight' : '1.0'
  return allRaw<[string | number, number, number, number, number, number, string]>(
    database,
    `${narrowed(scope.driverId)}
     SELECT ${KEYS[by]}, count(*), sum(${weight}), sum(${weight} * ${weight}), sum(${weight} * value), sum(${weight} * value * value),
       json_group_array(DISTINCT personId)
     FROM narrowed GROUP BY 1`,
    ...parametersOf(scope),
  ).map(([key, n, weights, weightSq, sum, sumSq, people]) => ({
    key,
    n,
    weight: weights,
    weightSq,
    sum,
    sumSq,
    // made by the query
    personIds: (JSON.parse(people) as (number | null)[]).filter((id) => id !== null),
  }))
}

/** Whether sums of other workspaces, which have no conversations, count on some days. */
export function hasAggregated(database: ReadableDatabase, { driverId, from, to }: BehindScope): boolean {
  return (
    one<{ found: number }>(
      database,
      `SELECT EXISTS (SELECT 1 FROM aggregated_observations WHERE metric_id = ?1 AND day BETWEEN ?2 AND ?3)
         OR (?1 IN ('transfer_rate', 'hold_time', 'acw_time') AND EXISTS (SELECT 1 FROM aggregated_contacts WHERE day BETWEEN ?2 AND ?3)) AS found`,
      driverId,
      from,
      to,
    )!.found === 1
  )
}
