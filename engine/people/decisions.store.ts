import { run, type WritableDatabase } from '../store/index.ts'

/** Forgets what somebody decided about two identities, as if it had never been said. */
export function deleteDecision(database: WritableDatabase, linkId: number): void {
  run(database, `DELETE FROM identity_links WHERE id = ? AND (by = 'confirmed' OR state = 'apart')`, linkId)
}
