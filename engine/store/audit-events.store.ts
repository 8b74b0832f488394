import { all, run, type ReadableDatabase, type WritableDatabase } from './database.ts'

/** Something that was decided: `figures` is JSON, `who` null where Debrief decided by its rules. */
export interface AuditEvent {
  id: number
  at: number
  kind: string
  subject: string
  who: string | null
  figures: string
}

/** Adds an event; its figures are written as canonical JSON, so that the same figures are the same text. */
export function writeAuditEvent(
  database: WritableDatabase,
  event: Omit<AuditEvent, 'id' | 'figures'> & { figures: unknown },
): number {
  return run(
    database,
    'INSERT INTO audit_events (at, kind, subject, who, figures) VALUES (?, ?, ?, ?, ?)',
    event.at,
    event.kind,
    event.subject,
    event.who,
    canonicalJson(event.figures),
  ).id
}

/** The events about one subject, newest first. */
export function readAuditEvents(database: ReadableDatabase, subject: string): AuditEvent[] {
  return all<AuditEvent>(
    database,
    'SELECT id, at, kind, subject, who, figures FROM audit_events WHERE subject = ? ORDER BY id DESC',
    subject,
  )
}

/** JSON with the keys of every object in order. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
