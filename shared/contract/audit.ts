import { z } from 'zod'
import { call } from './base.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const head = z.object({ seq: z.int().nonnegative(), hash })

const entry = z.object({
  seq: z.int().positive(),
  /** Milliseconds UTC. */
  at: z.int(),
  who: z.string(),
  role: z.string(),
  /** The call as the contract names it, or the kind of work Debrief did by itself. */
  act: z.string(),
  /** What it was done to, by number; empty where it concerns the workspace. */
  record: z.string(),
  outcome: z.enum(['done', 'failed', 'refused']),
  /** The policy that was in force, by name and version. */
  policy: z.string(),
  /** JSON of figures. */
  details: z.string(),
  previous: hash,
  hash,
})
export type AuditEntryView = z.infer<typeof entry>

const page = z.object({
  entries: z.array(entry),
  /** What to give as `before` for the next page; null at the end. */
  next: z.int().positive().nullable(),
})
export type AuditPage = z.infer<typeof page>

const check = z.object({
  entries: z.int().nonnegative(),
  head,
  /** The first link that does not hold, and how that looks. */
  broken: z.object({ seq: z.int().positive(), sentence: z.string() }).nullable(),
  /** Entries after the newest head that was told: Debrief ended suddenly, or something else added them. */
  beyondAnchor: z.int().nonnegative(),
  notes: z.array(z.string()),
})
export type AuditCheck = z.infer<typeof check>

/** Who did what to which record under which policy: a chain that shows where it was changed. */
export const auditContract = {
  /** How far the log goes: to print or keep elsewhere. */
  head: call.output(head),
  list: call
    .input(
      z.object({
        before: z.int().positive().nullable().default(null),
        limit: z.int().min(1).max(500).default(100),
        /** Only acts that begin so. */
        act: z.string().max(80).default(''),
        who: z.string().max(200).default(''),
      }),
    )
    .output(page),
  /** Walks the whole chain; against heads that were kept elsewhere, too, where they are given. */
  verify: call.input(z.object({ heads: z.array(head).max(1000).default([]) })).output(check),
  /** Writes the whole log to a new file, a line of JSON for each entry; without a name to one beside the workspace that is called after the day. */
  export: call
    .input(z.object({ file: z.string().min(1).max(4096).nullable().default(null) }))
    .output(z.object({ file: z.string(), entries: z.int().nonnegative() })),
}
