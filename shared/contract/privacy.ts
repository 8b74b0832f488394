import { z } from 'zod'
import { instantMs, isoDay } from '../domain/time.ts'
import { call } from './base.ts'

/** Whom or what a deletion is about. */
export const forgetSubject = z.union([
  z.strictObject({ personId: z.int() }),
  /** A customer's number or id, or the id of a contact, as the exports give it. */
  z.strictObject({ customer: z.string().trim().min(1).max(200) }),
  /** A conversation, as the address of its page numbers it. */
  z.strictObject({ interactionId: z.int() }),
])
export type ForgetSubject = z.infer<typeof forgetSubject>

/** What a legal hold protects. */
export const holdSubject = z.union([
  z.strictObject({ everything: z.literal(true) }),
  z.strictObject({ personId: z.int() }),
  z.strictObject({ customer: z.string().trim().min(1).max(200) }),
  z.strictObject({ interactionId: z.int() }),
  z.strictObject({ sourceId: z.int() }),
  z.strictObject({ from: isoDay, to: isoDay }),
])
export type HoldSubject = z.infer<typeof holdSubject>

const why = z.string().trim().min(1).max(500)
/** How many of each went, by a word of `deletedThings` or, where it has none, the name of a table. */
const counts = z.record(z.string(), z.int())

export const legalHold = z.object({
  id: z.int(),
  kind: z.enum(['everything', 'person', 'customer', 'conversation', 'source', 'days']),
  /** What is held in words: a name, a source, days; of a customer only that it is one, since the reference itself is not kept. */
  label: z.string(),
  /** Of a person or a conversation, to go there; null for others, and where it is gone. */
  recordId: z.int().nullable(),
  why: z.string(),
  heldBy: z.string(),
  heldAt: instantMs,
  liftedBy: z.string().nullable(),
  liftedAt: instantMs.nullable(),
})
export type LegalHold = z.infer<typeof legalHold>

const heldBack = z.array(z.object({ holdId: z.int(), count: z.int() }))

export const deletion = z.object({
  id: z.int(),
  at: instantMs,
  who: z.string(),
  kind: z.enum(['retention', 'person', 'customer', 'conversation']),
  why: z.string(),
  policyVersion: z.int(),
  counts,
  heldBack,
  /** SHA-256 in hexadecimal; the audit log has it, too. */
  digest: z.string(),
  /** When everything was looked for and not found any more. */
  verifiedAt: instantMs.nullable(),
  /** When the free parts of the file were written over. */
  cleanedAt: instantMs.nullable(),
  /** When no backup was left from before it. */
  backupsGoneAt: instantMs.nullable(),
})
export type Deletion = z.infer<typeof deletion>

const clock = z.object({
  what: z.enum(['audio', 'transcripts', 'scores']),
  /** How long it is kept; null without an end. */
  days: z.int().nullable(),
  /** What is older than that now. */
  due: z.int(),
})

const status = z.object({
  clocks: z.array(clock),
  /** When what is due goes by itself; null where nothing is due, or the clocks are off. */
  goesAt: instantMs.nullable(),
  holds: z.array(legalHold),
  deletions: z.array(deletion),
  /** Backups from before the newest deletion for good, which still hold what was deleted. */
  backupsBefore: z.int(),
})
export type PrivacyStatus = z.infer<typeof status>

const preview = z.object({
  /** Whom or what it is about, in words. */
  label: z.string(),
  counts,
  heldBack,
  /** Sound files outside of Debrief, which it lets go of and deletes nothing of. */
  soundFilesElsewhere: z.int(),
  /** Sessions with others, whose agenda and notes may name the person. */
  sharedSessions: z.int(),
  /** Backups that hold it until the next one is made. */
  backups: z.int(),
})
export type ForgetPreview = z.infer<typeof preview>

export const privacyContract = {
  /** The clocks, the holds, and every deletion with its proof. */
  status: call.output(status),
  /** What a deletion would take away, and what would be held back; changes nothing. `NOT_FOUND` where nothing is held. */
  preview: call.input(z.object({ subject: forgetSubject })).output(preview),
  /** Deletes for good, and gives the proof. `NOT_FOUND`; `CONFLICT` where a legal hold keeps everything. */
  forget: call.input(z.object({ subject: forgetSubject, why })).output(deletion),
  /** Deletes what the clocks no longer let be kept, now. */
  expire: call.output(z.object({ jobId: z.int() })),
  /** The holds in force and the lifted ones, those in force first. */
  holds: call.output(z.array(legalHold)),
  hold: call.input(z.object({ subject: holdSubject, why })).output(legalHold),
  /** `NOT_FOUND` where there is no such hold in force. */
  lift: call.input(z.object({ id: z.int() })).output(legalHold),
}
