import { all, run, type ReadableDatabase, type WritableDatabase } from '../../../store/index.ts'
import type { TrustStanding } from '../standing.ts'
import type { ScoredQuestion } from './double-scored.store.ts'

/** Where a question and its scorer stand. */
export interface KeptStanding extends ScoredQuestion {
  standing: TrustStanding
}

/** All standings that are kept; a question without one is in shadow. */
export function readStandings(database: ReadableDatabase): KeptStanding[] {
  return all<ScoredQuestion & { json: string }>(
    database,
    'SELECT scorecard_id AS scorecardId, question_key AS questionKey, scorer_id AS scorerId, standing AS json FROM trust_standings',
  ).map(({ json, ...question }) => ({ ...question, standing: JSON.parse(json) as TrustStanding }))
}

/** Keeps where a question and its scorer stand. */
export function writeStanding(database: WritableDatabase, kept: KeptStanding): void {
  run(
    database,
    `INSERT INTO trust_standings (scorecard_id, question_key, scorer_id, standing) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET standing = excluded.standing`,
    kept.scorecardId,
    kept.questionKey,
    kept.scorerId,
    JSON.stringify(kept.standing),
  )
}

/** An answer a standing audit drew. */
export interface AuditPick {
  questionKey: string
  scorerId: string
  draw: 'uniform' | 'weighted'
  chance: number
}

/** What a review was drawn to audit. */
export function readAuditPicks(database: ReadableDatabase, reviewId: number): AuditPick[] {
  return all<AuditPick>(
    database,
    'SELECT question_key AS questionKey, scorer_id AS scorerId, draw, chance FROM audit_picks WHERE review_id = ?',
    reviewId,
  )
}

/** Adds an answer to what a review audits; one that is there stays as it is. */
export function insertAuditPick(database: WritableDatabase, reviewId: number, pick: AuditPick): void {
  run(
    database,
    'INSERT INTO audit_picks (review_id, question_key, scorer_id, draw, chance) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    reviewId,
    pick.questionKey,
    pick.scorerId,
    pick.draw,
    pick.chance,
  )
}
