import { DELETED_REF } from '../../shared/domain/contact-ref.ts'
import { createHmacSha256 } from '../hmac-sha-256.ts'
import { readSetting, type ReadableDatabase } from '../store/index.ts'

/** The kinds of facts that an export may bring back. */
export type KeyedKind = 'interactions' | 'evaluations' | 'surveys' | 'transcripts'

/** Names what was deleted without saying what it was: keyed hashes (HMAC-SHA-256, RFC 2104, in hexadecimal), which tell nothing without the workspace. */
export interface DeletedKeys {
  /** Of a contact, whatever export names it. */
  contact(ref: string): string
  /** Of one fact of a source, by its id there or, where it has none, by what it says. */
  fact(kind: KeyedKind, sourceId: number, ref: string): string
  /** Of one way in which a source names a person. */
  identity(sourceId: number, key: string): string
  email(address: string): string
  /** Of a recording, by the SHA-256 of its bytes. */
  audio(sha256: string): string
}

/** Keys under the workspace's own secret; null where it has none, since nothing was ever imported. */
export function deletedKeys(database: ReadableDatabase): DeletedKeys | null {
  const secret = readSetting(database, 'customer-key')
  if (secret === undefined) return null
  const hmac = createHmacSha256(Buffer.from(secret, 'base64'))
  const named = (...parts: readonly (string | number)[]) => hmac(`deleted\u0000${parts.join('\u0000')}`)
  return {
    contact: (ref) => named('contact', ref),
    fact: (kind, sourceId, ref) => named(kind, sourceId, ref),
    identity: (sourceId, identity) => named('identity', sourceId, identity),
    email: (address) => named('email', address.trim().toLowerCase()),
    audio: (sha256) => named('audio', sha256),
  }
}

/** What stands in the place of a reference that was deleted: alike for equal ones, so that what belonged together still does. */
export function placeholder(key: string): string {
  return `${DELETED_REF}${key.slice(0, 32)}`
}
