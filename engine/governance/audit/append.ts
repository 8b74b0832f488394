import type { WritableDatabase } from '../../store/index.ts'
import { readHead, writeLink } from './audit.store.ts'
import { linkAfter, type AuditEntry } from './link.ts'

/** Adds an entry at the end of the chain, in the transaction that is open. */
export function append(database: WritableDatabase, entry: AuditEntry): void {
  writeLink(database, linkAfter(readHead(database), entry))
}
