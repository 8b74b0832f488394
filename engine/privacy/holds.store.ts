import { all, run, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'
import type { HeldSubject } from '../erasing/index.ts'

/** A legal hold as it is kept. Instants in milliseconds UTC. */
export interface HoldRow {
  id: number
  kind: HeldSubject['kind']
  /** JSON. */
  subject: string
  why: string
  heldBy: string
  heldAt: number
  liftedBy: string | null
  liftedAt: number | null
}

/** Every hold, those in force first, the newest first. */
export function readHoldRows(database: ReadableDatabase): HoldRow[] {
  return all<HoldRow>(
    database,
    `SELECT id, kind, subject, why, held_by AS heldBy, held_at AS heldAt, lifted_by AS liftedBy, lifted_at AS liftedAt FROM legal_holds
     ORDER BY lifted_at IS NOT NULL, id DESC`,
  )
}

/** Keeps a hold; gives its number. */
export function insertHold(
  database: WritableDatabase,
  hold: Pick<HoldRow, 'kind' | 'subject' | 'why' | 'heldBy' | 'heldAt'>,
): number {
  return run(
    database,
    'INSERT INTO legal_holds (kind, subject, why, held_by, held_at) VALUES (?, ?, ?, ?, ?)',
    hold.kind,
    hold.subject,
    hold.why,
    hold.heldBy,
    hold.heldAt,
  ).id
}

/** Lifts a hold; false where there is none in force. */
export function writeLifted(database: WritableDatabase, id: number, by: string, at: number): boolean {
  return (
    run(
      database,
      'UPDATE legal_holds SET lifted_by = ?, lifted_at = ? WHERE id = ? AND lifted_at IS NULL',
      by,
      at,
      id,
    ).changes > 0
  )
}
