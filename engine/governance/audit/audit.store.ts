import { all, each, one, run, type ReadableDatabase, type WritableDatabase } from '../../store/index.ts'
import { EMPTY, type AuditHead, type AuditLink } from './link.ts'

const COLUMNS = 'seq, at, who, role, act, record, outcome, policy, details, previous, hash'

/** The newest entry's place and hash. */
export function readHead(database: ReadableDatabase): AuditHead {
  return one<AuditHead>(database, 'SELECT seq, hash FROM audit_log ORDER BY seq DESC LIMIT 1') ?? EMPTY
}

/** The hash of the entry at a place; undefined where there is none. */
export function readHashAt(database: ReadableDatabase, seq: number): string | undefined {
  return one<{ hash: string }>(database, 'SELECT hash FROM audit_log WHERE seq = ?', seq)?.hash
}

/** Adds an entry at the end. */
export function writeLink(database: WritableDatabase, link: AuditLink): void {
  const { seq, at, who, role, act, record, outcome, policy, details, previous, hash } = link
  run(
    database,
    `INSERT INTO audit_log (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    seq,
    at,
    who,
    role,
    act,
    record,
    outcome,
    policy,
    details,
    previous,
    hash,
  )
}

/** Every entry from the first, one by one. */
export function eachLink(database: ReadableDatabase): IterableIterator<AuditLink> {
  return each<AuditLink>(database, `SELECT ${COLUMNS} FROM audit_log ORDER BY seq`)
}

/** What to show of the log: the newest first, before `before` (exclusive) where it is given. */
export interface AuditWindow {
  before: number | null
  limit: number
  /** Only acts that begin so, such as `sessions.`; all where it is empty. */
  act: string
  /** Only of this person; everybody's where it is empty. */
  who: string
}

/** A page of the log. */
export function readLinks(database: ReadableDatabase, { before, limit, act, who }: AuditWindow): AuditLink[] {
  return all<AuditLink>(
    database,
    `SELECT ${COLUMNS} FROM audit_log
      WHERE seq < ?1 AND substr(act, 1, length(?2)) = ?2 AND (?3 = '' OR who = ?3)
      ORDER BY seq DESC LIMIT ?4`,
    before ?? Number.MAX_SAFE_INTEGER,
    act,
    who,
    limit,
  )
}

/** Whether anything stands after a place but the acts named. */
export function hasActedSince(database: ReadableDatabase, seq: number, but: readonly string[]): boolean {
  return (
    one(
      database,
      'SELECT 1 FROM audit_log WHERE seq > ? AND act NOT IN (SELECT value FROM json_each(?)) LIMIT 1',
      seq,
      JSON.stringify(but),
    ) !== undefined
  )
}

/** Every entry of one act, the oldest first. */
export function readNamed(database: ReadableDatabase, act: string): AuditLink[] {
  return all<AuditLink>(database, `SELECT ${COLUMNS} FROM audit_log WHERE act = ? ORDER BY seq`, act)
}

/** When an act was last done to a record, epoch ms; null where it never was. */
export function lastDone(database: ReadableDatabase, act: string, record: string): number | null {
  return (
    one<{ at: number }>(
      database,
      `SELECT at FROM audit_log WHERE act = ? AND record = ? AND outcome = 'done' ORDER BY seq DESC LIMIT 1`,
      act,
      record,
    )?.at ?? null
  )
}

/** The newest entry of an act by one person on one record, and when; for what is told once and not at every stroke. */
export function readNewest(
  database: ReadableDatabase,
  { who, act, record, since }: { who: string; act: string; record: string; since: number },
): number | null {
  const found = one<{ at: number }>(
    database,
    `SELECT at FROM audit_log WHERE act = ? AND who = ? AND record = ? AND at >= ? AND outcome = 'done'
      ORDER BY seq DESC LIMIT 1`,
    act,
    who,
    record,
    since,
  )
  return found?.at ?? null
}
