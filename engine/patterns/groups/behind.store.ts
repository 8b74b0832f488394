import { OBSERVED_ROW, observedRowsSql, observedSumsSql } from '../../metrics/index.ts'
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

/** So many are looked up day by day; of more everybody's contacts are read. */
const FEW_PEOPLE = 100

const isOfFew = ({ personIds }: BehindScope) => personIds !== null && personIds.length <= FEW_PEOPLE

function factsOf(scope: BehindScope): string {
  const few = isOfFew(scope) ? 'SELECT value FROM json_each(?4)' : undefined
  return `facts (${OBSERVED_ROW.join(', ')}) AS (${observedRowsSql(scope.driverId, few)})`
}

/** The rows of `facts` that are in the scope, with whose they are and of which work. */
const NARROWED = `narrowed AS (SELECT facts.*, identities.person_id AS personId, queues.name AS queue, reasons.name AS reason FROM facts
      LEFT JOIN identities ON identities.id = facts.identityId
      LEFT JOIN strata ON strata.id = facts.stratumId LEFT JOIN labels AS queues ON queues.id = strata.queue_id
      LEFT JOIN labels AS reasons ON reasons.id = strata.reason_id
      WHERE (?4 IS NULL OR identities.person_id IN (SELECT value FROM json_each(?4))) AND (?5 = 1 OR identities.person_id IS NOT NULL)
        AND (?6 IS NULL OR (facts.weight IS NOT NULL) = ?6) AND (?7 IS NULL OR ifnull(queues.name, '') = ?7)
        AND (?8 IS NULL OR ifnull(reasons.name, '') = ?8) AND (?9 IS NULL OR ifnull(facts.reviewer, '') = ?9))`

const narrowed = (scope: BehindScope) => `WITH ${factsOf(scope)}, ${NARROWED}`

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
    `${narrowed(scope)} SELECT count(*) AS n FROM narrowed`,
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
    `${narrowed(scope)}
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

/** `weight` is NULL of what is not weighed. */
const SUMS = 'identityId, stratumId, reviewer, weight, n, weights, weightSq, sum, sumSq'

/**
 * The facts of a scope added up by identity, work and reviewer, before anybody asks whose they are: of a year there are a million. Those of contacts from the sums of
 * their days, unless these hold sums of other workspaces, which have no contacts here.
 */
function summedUp(database: ReadableDatabase, scope: BehindScope): string {
  const ofDays = isOfFew(scope) || hasAggregated(database, scope) ? null : observedSumsSql(scope.driverId)
  if (ofDays !== null)
    return `WITH daily (identityId, stratumId, n, sum, sumSq) AS (${ofDays}),
      facts (${SUMS}) AS (SELECT identityId, stratumId, NULL, NULL, n, n * 1.0, n * 1.0, sum, sumSq FROM daily)`
  const weight = scope.selection === 'drawn' ? 'weight' : '1.0'
  return `WITH ${factsOf(scope).replace('facts', 'each_fact')},
    facts (${SUMS}) AS (SELECT identityId, stratumId, reviewer, max(weight), count(*), sum(${weight}), sum(${weight} * ${weight}), sum(${weight} * value), sum(${weight} * value * value)
      FROM each_fact GROUP BY identityId, stratumId, reviewer, weight IS NOT NULL)`
}

/** Adds up the facts of a scope by agent, queue, reason or reviewer. */
export function readLevels(
  database: ReadableDatabase,
  scope: BehindScope,
  by: keyof typeof KEYS,
): LevelSums[] {
  return allRaw<[string | number, number, number, number, number, number, string]>(
    database,
    `${summedUp(database, scope)}, ${NARROWED}
     SELECT ${KEYS[by]}, sum(n), sum(weights), sum(weightSq), sum(sum), sum(sumSq), json_group_array(DISTINCT personId)
     FROM narrowed GROUP BY 1`,
    ...parametersOf(scope),
  ).map(([key, n, weight, weightSq, sum, sumSq, people]) => ({
    key,
    n,
    weight,
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
