import { z } from 'zod'
import { instantMs, isoDay } from '../domain/time.ts'
import { fileReference } from './imports.ts'
import { call } from './base.ts'

/** A folder with another workspace, or a file with an aggregate of one, and what is to be done with it. */
export const mergeOrder = z.object({
  reference: fileReference,
  /** What it is called here; its own name where nothing is said. */
  name: z.string().trim().min(1).max(80).optional(),
  /** Sources of it that are other systems with a name that is used here, too; and those that are the same in spite of their ids. */
  apart: z.array(z.string()).default([]),
  same: z.array(z.string()).default([]),
  /** What stands in the key file of an encrypted one, where that cannot lie beside it: of an upload. */
  keyFile: z.string().max(200_000).optional(),
})
export type MergeOrder = z.infer<typeof mergeOrder>

/** An order as it is given. `text`: the passphrase or recovery key of an encrypted one, which is kept nowhere. */
const givenMergeOrder = mergeOrder.extend({ text: z.string().min(1).max(1000).optional() })
export type GivenMergeOrder = z.infer<typeof givenMergeOrder>

const comparison = z.object({
  sourcesApart: z.array(z.object({ source: z.string(), name: z.string(), because: z.string() })),
  formsApart: z.array(z.object({ form: z.string(), name: z.string(), differences: z.array(z.string()) })),
  /** Definitions that differ, a sentence each. */
  definitions: z.array(z.string()),
  /** Ids that other people have there, where the source is the same. */
  others: z.array(z.string()),
  leftBehind: z.array(z.string()),
})

/** Sessions that come, changed there, went there, and stand here as they are. */
const sessionCounts = z.object({
  added: z.number().int(),
  changed: z.number().int(),
  removed: z.number().int(),
  kept: z.number().int(),
})

/** What merging would do, found before anything is written. */
export const mergePreview = z.object({
  place: z.string(),
  name: z.string().nullable(),
  form: z.enum(['workspace', 'aggregate']).nullable(),
  holdings: z
    .object({
      imports: z.number().int(),
      contacts: z.number().int(),
      conversations: z.number().int(),
      evaluations: z.number().int(),
      surveys: z.number().int(),
      shifts: z.number().int(),
    })
    .nullable(),
  sessions: sessionCounts.nullable(),
  newestDay: isoDay.nullable(),
  /** When it was merged before, and whether nothing changed there since. */
  mergedAt: instantMs.nullable(),
  isUnchanged: z.boolean(),
  comparison: comparison.nullable(),
  error: z.string().nullable(),
  /** It is encrypted, and nothing or the wrong thing was given to open it. */
  asksForKey: z.boolean(),
})
export type MergePreview = z.infer<typeof mergePreview>

/** What one workspace came to. */
export const mergeReport = z.object({
  place: z.string(),
  name: z.string().nullable(),
  outcome: z.enum(['merged', 'unchanged', 'failed']),
  imports: z.object({ added: z.number().int(), removed: z.number().int(), kept: z.number().int() }),
  rows: z.object({ added: z.number().int(), updated: z.number().int(), unchanged: z.number().int() }),
  sessions: sessionCounts,
  decisions: z.object({ taken: z.number().int(), contested: z.number().int() }),
  comparison: comparison.nullable(),
  error: z.string().nullable(),
})
export type MergeReport = z.infer<typeof mergeReport>

/** A workspace that was merged, and how fresh it is beside the others. */
export const mergedWorkspace = z.object({
  id: z.number().int(),
  name: z.string(),
  form: z.enum(['workspace', 'aggregate']),
  place: z.string(),
  mergedAt: instantMs,
  undoneAt: instantMs.nullable(),
  imports: z.number().int(),
  rows: z.number().int(),
  newestDay: isoDay.nullable(),
  newestImportAt: instantMs.nullable(),
  /** How many days its newest data lies behind the newest of all; null where it has none. */
  daysBehind: z.number().int().nullable(),
  comparison,
})
export type MergedWorkspace = z.infer<typeof mergedWorkspace>

export const mergingContract = {
  /** What merging these would do. Nothing is written. */
  preview: call
    .input(z.object({ orders: z.array(givenMergeOrder).min(1).max(200) }))
    .output(z.array(mergePreview)),
  /** Starts merging as a job; `reports` tells what came of it. */
  start: call
    .input(z.object({ orders: z.array(givenMergeOrder).min(1).max(200) }))
    .output(z.object({ jobId: z.number().int() })),
  reports: call.input(z.object({ jobId: z.number().int() })).output(z.array(mergeReport)),
  /** Everything merged so far. */
  list: call.output(z.array(mergedWorkspace)),
  /** Starts taking a merge back, as a job: facts, people and decisions are then as if it had never been. */
  undo: call.input(z.object({ id: z.number().int() })).output(z.object({ jobId: z.number().int() })),
  /**
   * Sums of this workspace for a director, as the text of one file: no conversation, no comment, no customer, no cell of fewer than five;
   * pseudonyms for names unless these are wanted.
   */
  exportAggregate: call.input(z.object({ hasNames: z.boolean() })).output(
    z.object({
      fileName: z.string(),
      content: z.string(),
      people: z.number().int(),
      cells: z.number().int(),
      leastInACell: z.number().int(),
      leftOut: z.number().int(),
    }),
  ),
  /** What directors see of this workspace: its name, given or by its folder. */
  name: call.output(z.object({ name: z.string(), isGiven: z.boolean() })),
  setName: call
    .input(z.object({ name: z.string().trim().min(1).max(80) }))
    .output(z.object({ name: z.string(), isGiven: z.boolean() })),
}
