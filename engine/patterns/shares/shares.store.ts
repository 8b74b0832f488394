import type { DriverShares } from '../../../shared/contract/group-patterns.ts'
import { PICKED_BY_CHANCE } from '../../quality/index.ts'
import { allRaw, one, run, type ReadableDatabase, type WritableDatabase } from '../../store/index.ts'

/** What is kept of a driver: its figures, and no sentence, which is of a language. */
export type KeptDriver = Omit<DriverShares, 'sentence'>

/** Shares as computed last, and the facts they were computed from. */
export interface KeptSharesRow {
  factsRevision: number
  from: number
  to: number
  computedAt: number
  drivers: KeptDriver[]
}

/** The shares computed last. */
export function readKeptShares(database: ReadableDatabase): KeptSharesRow | null {
  const row = one<Omit<KeptSharesRow, 'drivers'> & { result: string }>(
    database,
    `SELECT facts_revision AS factsRevision, from_day AS "from", to_day AS "to", computed_at AS computedAt, result FROM variance_shares WHERE id = 1`,
  )
  if (!row) return null
  const { result, ...kept } = row
  // written below
  return { ...kept, drivers: JSON.parse(result) as KeptDriver[] }
}

/** Keeps shares in the place of those before. */
export function writeKeptShares(database: WritableDatabase, kept: KeptSharesRow): void {
  run(
    database,
    'INSERT OR REPLACE INTO variance_shares (id, facts_revision, from_day, to_day, computed_at, result) VALUES (1, ?, ?, ?, ?, ?)',
    kept.factsRevision,
    kept.from,
    kept.to,
    kept.computedAt,
    JSON.stringify(kept.drivers),
  )
}

/** Sums of reviewers' answers to one question by person, stratum and reviewer. */
export type ReviewedCell = [
  questionId: number,
  personId: number,
  stratumId: number | null,
  reviewer: string | null,
  n: number,
  sum: number,
  sumSq: number,
]

/**
 * Reviewers' answers of some days, as the figures take them: no calibrations, nothing automation filled in, nothing picked otherwise
 * than by chance; each answer once, since a share of differences is not weighted.
 */
export function readReviewedCells(
  database: ReadableDatabase,
  range: { from: number; to: number },
): ReviewedCell[] {
  return allRaw<ReviewedCell>(
    database,
    `SELECT answers.question_id, identities.person_id, contact.stratum_id, fact.evaluator, count(*), sum(answers.score), sum(answers.score * answers.score)
     FROM evaluations AS fact JOIN answers ON answers.evaluation_id = fact.id
     LEFT JOIN interactions AS contact ON contact.id = fact.interaction_id
     JOIN identities ON identities.id = coalesce(fact.identity_id, contact.identity_id)
     WHERE fact.contact_day BETWEEN ? AND ? AND fact.origin <> 'automated' AND fact.is_calibration = 0 AND ${PICKED_BY_CHANCE}
       AND ifnull(answers.set_by, '') NOT IN ('automation', 'over automation') AND answers.score IS NOT NULL AND answers.is_not_applicable = 0
     GROUP BY 1, 2, 3, 4`,
    range.from,
    range.to,
  )
}
