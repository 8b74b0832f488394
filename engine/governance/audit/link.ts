import { createHash } from 'node:crypto'

/** What became of an act: it was done, it failed halfway with nothing kept of it, or the policy refused it. */
export type AuditOutcome = 'done' | 'failed' | 'refused'

/** One entry of the audit log, without what chains it. Times are UTC in milliseconds; no field holds a name of a customer or anything said. */
export interface AuditEntry {
  at: number
  /** Who was signed in; Debrief itself for work of its own. */
  who: string
  role: string
  /** The call as the contract names it. */
  act: string
  /** What it was done to, such as `session 12`; empty where it concerns the workspace. */
  record: string
  outcome: AuditOutcome
  /** The policy in force, by name and version. */
  policy: string
  /** JSON with figures. */
  details: string
}

/** An entry in its place in the chain. */
export interface AuditLink extends AuditEntry {
  /** From 1, without a gap. */
  seq: number
  /** The hash of the entry before; of the first, `ROOT`. */
  previous: string
  hash: string
}

/** How far a chain goes: enough to tell later whether it was shortened or written anew up to there. */
export interface AuditHead {
  seq: number
  hash: string
}

/** What the first entry follows on. */
export const ROOT = '0'.repeat(64)

/** The head of a chain without entries. */
export const EMPTY: AuditHead = { seq: 0, hash: ROOT }

/**
 * The SHA-256 of an entry, its place and the hash before it, in hexadecimal. The fields are hashed as one JSON array, which no other
 * values can be written as.
 */
export function hashOf(link: Omit<AuditLink, 'hash'>): string {
  const { seq, at, who, role, act, record, outcome, policy, details, previous } = link
  return createHash('sha256')
    .update(JSON.stringify([previous, seq, at, who, role, act, record, outcome, policy, details]))
    .digest('hex')
}

/** The entry as the next link after `head`. */
export function linkAfter(head: AuditHead, entry: AuditEntry): AuditLink {
  const link = { ...entry, seq: head.seq + 1, previous: head.hash }
  return { ...link, hash: hashOf(link) }
}
