import { isInteractionMetric } from './definitions.ts'
import { columnsOf } from './reading.store.ts'
import { familyOf } from './rollups.store.ts'

/** The columns of `observedRowsSql`, in their order; `weight` is what a drawn review stands for, NULL for all else. */
export const OBSERVED_ROW = [
  'interactionId',
  'evaluationId',
  'at',
  'day',
  'identityId',
  'stratumId',
  'reviewer',
  'value',
  'weight',
] as const

/** What the log says of an answered contact, as the sums of `interaction_days` take it. */
const CONTACT_VALUES: Partial<Record<string, string>> = {
  transfer_rate: 'contact.is_transferred',
  hold_time: 'contact.hold_ms / 1000.0',
  acw_time: 'contact.acw_ms / 1000.0',
}

/** Metrics of shifts, which have neither contact nor evaluation. */
const OF_SHIFTS = ['adherence', 'unplanned_absence', 'conformance', 'occupancy', 'shrinkage']

/** The days between ?2 and ?3, one by one. */
const EACH_DAY = `WITH RECURSIVE days (day) AS (SELECT ?2 UNION ALL SELECT day + 1 FROM days WHERE day < ?3) SELECT day FROM days`

/**
 * A SELECT of the contacts or evaluations that a driver's sums between two days are made from, one row for each that counts: by the same
 * conditions as the rollups, so that a figure and what is listed for it cannot differ. Bound: ?1 the driver's id, ?2 and ?3 the days.
 * Null for what is read from shifts. With `people`, a SELECT of the ids of few people, contacts may be looked up by day and person instead of
 * reading everybody's; rows of others may still come.
 */
export function observedRowsSql(driverId: string, people?: string): string | null {
  const value = CONTACT_VALUES[driverId]
  if (value !== undefined)
    return `SELECT contact.id, NULL, contact.started_at, contact.day, contact.identity_id, contact.stratum_id, NULL, ${value}, NULL
      FROM interactions AS contact WHERE ${people === undefined ? 'contact.day BETWEEN ?2 AND ?3' : `contact.day IN (${EACH_DAY}) AND contact.identity_id IN (SELECT id FROM identities WHERE person_id IN (${people}))`} AND contact.is_answered IS NOT 0 AND ${value} IS NOT NULL AND ?1 IS NOT NULL`
  const family = hasRows(driverId) ? familyOf(driverId) : undefined
  if (family === undefined) return null
  const isReviewed = family.weight !== undefined
  return `SELECT fact.interaction_id, ${isReviewed ? 'fact.id' : 'NULL'}, ${isReviewed ? 'coalesce(contact.started_at, fact.evaluated_at)' : 'contact.started_at'},
      ${family.day}, ${family.identity}, ${family.stratum}, ${isReviewed ? 'fact.evaluator' : 'NULL'}, ${family.value}, ${family.weight ?? 'NULL'}
    FROM ${family.from} WHERE ${family.where} AND ${family.day} BETWEEN ?2 AND ?3 AND ${family.metricId} = ?1`
}

/** Whether a driver is read from contacts or evaluations at all. */
export function hasRows(driverId: string): boolean {
  return !OF_SHIFTS.includes(driverId)
}

/**
 * A SELECT of the same as sums by identity and stratum, from the sums of each day: identity, stratum, n, sum, sum of squares. Of a year it is
 * read in half the time of its contacts. Bound as `observedRowsSql`; null for what is not of contacts. Sums that came from other workspaces are in it.
 */
export function observedSumsSql(driverId: string): string | null {
  if (CONTACT_VALUES[driverId] === undefined || !isInteractionMetric(driverId)) return null
  const { n, sum, sumSq } = columnsOf(driverId)
  return `SELECT identity_id, stratum_id, sum(${n}), sum(${sum}), sum(${sumSq}) FROM interaction_days WHERE day BETWEEN ?2 AND ?3 AND ?1 IS NOT NULL GROUP BY 1, 2 HAVING sum(${n}) > 0`
}
