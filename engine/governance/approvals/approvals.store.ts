import type { Capability } from '../../../shared/domain/capabilities.ts'
import { all, one, run, type ReadableDatabase, type WritableDatabase } from '../../store/index.ts'

/** A request for approval as it is kept; times in milliseconds UTC. */
export interface ApprovalRow {
  id: number
  profileId: number
  name: string
  capability: Capability
  why: string
  askedAt: number
  answer: 'granted' | 'declined' | null
  answeredBy: string | null
  answeredAt: number | null
  untilAt: number | null
}

const SELECT = `SELECT approvals.id, approvals.profile_id AS profileId, asker.name, capability, why, asked_at AS askedAt, answer, answerer.name AS answeredBy,
    answered_at AS answeredAt, until_at AS untilAt
  FROM approvals JOIN profiles AS asker ON asker.id = approvals.profile_id LEFT JOIN profiles AS answerer ON answerer.id = answered_by`

/** The newest questions, newest first; of one profile alone where it is given. */
export function readApprovals(database: ReadableDatabase, ofProfile: number | null): ApprovalRow[] {
  return all<ApprovalRow>(
    database,
    `${SELECT} WHERE ?1 IS NULL OR approvals.profile_id = ?1 ORDER BY approvals.id DESC LIMIT 200`,
    ofProfile,
  )
}

export function readApproval(database: ReadableDatabase, id: number): ApprovalRow | undefined {
  return one<ApprovalRow>(database, `${SELECT} WHERE approvals.id = ?`, id)
}

/** Whether somebody who is still here has approved a profile's doing something, and that holds now. */
export function hasApproval(
  database: ReadableDatabase,
  profileId: number,
  capability: Capability,
  now: number,
): boolean {
  const found = one(
    database,
    `SELECT 1 FROM approvals JOIN profiles AS answerer ON answerer.id = answered_by AND answerer.removed_at IS NULL
      WHERE profile_id = ? AND capability = ? AND answer = 'granted' AND until_at > ? AND answered_by <> profile_id LIMIT 1`,
    profileId,
    capability,
    now,
  )
  return found !== undefined
}

export function insertApproval(
  database: WritableDatabase,
  { profileId, capability, why, at }: { profileId: number; capability: Capability; why: string; at: number },
): void {
  run(
    database,
    'INSERT INTO approvals (profile_id, capability, why, asked_at) VALUES (?, ?, ?, ?)',
    profileId,
    capability,
    why,
    at,
  )
}

export function writeAnswer(
  database: WritableDatabase,
  id: number,
  { answer, by, at, until }: { answer: 'granted' | 'declined'; by: number; at: number; until: number | null },
): void {
  run(
    database,
    'UPDATE approvals SET answer = ?, answered_by = ?, answered_at = ?, until_at = ? WHERE id = ?',
    answer,
    by,
    at,
    until,
    id,
  )
}

/** An approval holds no longer than this. */
export function endApproval(database: WritableDatabase, id: number, at: number): void {
  run(database, 'UPDATE approvals SET until_at = ? WHERE id = ?', at, id)
}

export function deleteQuestion(database: WritableDatabase, id: number): void {
  run(database, 'DELETE FROM approvals WHERE id = ? AND answer IS NULL', id)
}
