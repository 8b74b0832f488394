import { z } from 'zod'
import { instantMs } from '../domain/time.ts'
import { call } from './base.ts'

const backup = z.object({
  /** The name of its folder or file. */
  id: z.string(),
  at: instantMs,
  why: z.enum(['automatic', 'by-hand', 'before-restore', 'before-update']),
  /** Of those made by Debrief itself: what each is kept for. */
  keptAs: z.array(z.enum(['daily', 'weekly'])),
  bytes: z.number(),
  /** Null where only opening it would tell. */
  schemaVersion: z.int().nullable(),
  isOfThisVersion: z.boolean(),
  /** Entries of its audit log. */
  entries: z.int().nullable(),
  /** What is wrong with its audit log; null where the chain holds. */
  auditBroken: z.string().nullable(),
  /** Opened and checked when it was made: pages, references, the rows of each table. */
  isVerified: z.boolean(),
  isEncrypted: z.boolean(),
  /** How much of what people know is in it; null where only opening it would tell. */
  contents: z
    .object({
      contacts: z.int(),
      conversations: z.int(),
      reviews: z.int(),
      sessions: z.int(),
    })
    .nullable(),
})
export type Backup = z.infer<typeof backup>

const backupList = z.object({
  isOn: z.boolean(),
  folder: z.string(),
  /** In the workspace's own folder, and so on the same disk. */
  isBesideWorkspace: z.boolean(),
  /** Why none can be made now, in a sentence. */
  problem: z.string().nullable(),
  isDue: z.boolean(),
  /** The last attempt, where it failed and none was made since. */
  lastFailure: z.object({ at: instantMs, sentence: z.string() }).nullable(),
  lastAt: instantMs.nullable(),
  /** Backups made before this hold what was deleted for good, and go after the next one. */
  goesBefore: instantMs.nullable(),
  neededBytes: z.number(),
  backups: z.array(backup),
})
export type BackupList = z.infer<typeof backupList>

const difference = z.object({
  one: z.string(),
  many: z.string(),
  /** Only in the workspace as it stands: a restore takes it away. */
  lost: z.int(),
  lostNames: z.array(z.string()),
  changed: z.int(),
  changedNames: z.array(z.string()),
  /** Only in the backup: a restore brings it back. */
  regained: z.int(),
  regainedNames: z.array(z.string()),
})
export type BackupDifference = z.infer<typeof difference>

const preview = z.object({
  name: z.string(),
  at: instantMs,
  differences: z.array(difference),
  /** Entries of the audit log since. */
  entriesSince: z.int(),
  /** Whether the workspace is encrypted now, as what is restored will be, and whether the backup is. */
  isEncrypted: z.boolean(),
  wasEncrypted: z.boolean(),
})
export type BackupPreview = z.infer<typeof preview>

/** What opened the workspace when an encrypted backup was made, where that is no longer what opens it now. */
const text = z.string().min(1).max(1000).optional()

/** A backup of the list by its name, or a file, where the door can name files. */
const chosen = z.union([
  z.object({ id: z.string().min(1).max(200), text }),
  z.object({ file: z.string().min(1).max(4096), text }),
])

export const backupsContract = {
  list: call.output(backupList),
  setSettings: call
    .input(z.object({ isOn: z.boolean().optional(), folder: z.string().max(4096).nullable().optional() }))
    .output(backupList),
  /** Makes one now, as a job. */
  make: call.output(z.object({ jobId: z.int() })),
  /** Removes one. */
  remove: call.input(z.object({ id: z.string().min(1).max(200) })).output(backupList),
  /** What a restore would take away, change and bring back. */
  preview: call.input(chosen).output(preview),
  /**
   * Puts it in the place of the workspace; `before` is the backup of how it stood, which undoes this. Null where that goes on while the workspace is
   * closed: `protection.status` tells of it.
   */
  restore: call.input(chosen).output(z.object({ restored: z.string(), before: z.string().nullable() })),
  /** When the backup was made that this page shows; null for a workspace. */
  shown: call.output(z.object({ at: instantMs.nullable(), canReturn: z.boolean() })),
  /** Shows a backup in place of the workspace, which is closed meanwhile; the page is loaded anew then. Nothing of it can be changed. */
  openAsOf: call
    .input(z.object({ id: z.string().min(1).max(200) }))
    .output(z.object({ opened: z.literal(true) })),
  /** Shows the workspace again that was open before. */
  backToNow: call.output(z.object({ opened: z.literal(true) })),
}
