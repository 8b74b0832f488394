import { z } from 'zod'
import type { ReadableDatabase, WritableDatabase } from '../../store/index.ts'
import { append } from './append.ts'
import { readNamed } from './audit.store.ts'
import type { AuditHead } from './link.ts'

/** The entry a restored log goes on with. */
const ACT = 'audit.restored'

const details = z.object({
  /** The backup that was put in place, and when it was made. */
  from: z.string(),
  at: z.number(),
  /** The backup of how the workspace stood before. */
  kept: z.string(),
  /** How far the log went that was put aside. */
  seq: z.number(),
  hash: z.string(),
})
export type Restoring = z.infer<typeof details>

/** Lets a restored log say so itself: from what, by whom, and how far the one went that it replaces. */
export function tellRestored(
  database: WritableDatabase,
  who: { who: string; role: string; policy: string },
  restoring: Restoring,
  at: number,
): void {
  append(database, {
    ...who,
    at,
    act: ACT,
    record: '',
    outcome: 'done',
    details: JSON.stringify(restoring),
  })
}

/** Every restore the log tells of, with the place of its entry. */
export function readRestores(database: ReadableDatabase): (Restoring & { entry: number })[] {
  return readNamed(database, ACT).map((link) => ({
    entry: link.seq,
    ...details.parse(JSON.parse(link.details)),
  }))
}

/** Whether a head is that of a log which a restore put aside. */
export function isPutAside(database: ReadableDatabase, head: AuditHead): boolean {
  return readRestores(database).some(({ seq, hash }) => seq === head.seq && hash === head.hash)
}
