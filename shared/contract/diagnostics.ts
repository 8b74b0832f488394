import { z } from 'zod'
import { fault } from '../domain/fault-shape.ts'
import { call } from './base.ts'

const count = z.number().int().nonnegative()
const ms = z.number().nonnegative()
/** Milliseconds UTC. */
const at = z.int()

const diagnostics = z.object({
  version: z.string(),
  schema: count,
  node: z.string(),
  /** Operating system and processor, such as `linux-x64`. */
  platform: z.string(),
  isReadOnly: z.boolean(),
  /** Bytes. */
  sizes: z.object({ database: count, writeAhead: count, media: count, log: count }),
  /** Rows of each table. */
  tables: z.array(z.object({ table: z.string(), rows: count })),
  /** What the newest check of the workspace found; null where the log knows of none. */
  check: z.object({ at, problems: count }).nullable(),
  failedJobs: z.array(z.object({ at, job: count, kind: z.string(), code: z.string() })),
  /** How long calls took since Debrief was opened, in milliseconds, the slowest first. */
  calls: z.array(z.object({ call: z.string(), count, p50: ms, p95: ms, p99: ms, max: ms })),
  /** The longest this process answered nothing, in milliseconds; null where nobody looked. */
  longestStallMs: ms.nullable(),
  crashes: z.array(
    z.object({
      incidentId: z.string(),
      at,
      where: z.enum(['engine', 'transcriber', 'main', 'page']),
      how: z.enum(['thrown', 'ended']),
      fault: fault.nullable(),
      version: z.string(),
    }),
  ),
  /** Warnings and errors of the log, the newest first, each as JSON. */
  warnings: z.array(z.object({ at, line: z.string() })),
})
export type Diagnostics = z.infer<typeof diagnostics>

const part = z.object({ id: z.string(), title: z.string(), text: z.string() })
export type BundlePart = z.infer<typeof part>

/** How Debrief itself does: no name, no text of the workspace, and nothing that is sent anywhere. */
export const diagnosticsContract = {
  get: call.output(diagnostics),
  /** The same and the end of the log as text, part by part, to be read before somebody passes it on. */
  bundle: call.output(z.object({ fileName: z.string(), parts: z.array(part) })),
  /** Keeps what a page did not survive. */
  pageCrashed: call.input(z.object({ fault })).output(z.object({ incidentId: z.string() })),
  /** Removes what is kept of one crash; `NOT_FOUND` where it is gone. */
  removeCrash: call.input(z.object({ incidentId: z.string().regex(/^[0-9a-f]{8}$/) })).output(z.null()),
  /** Removes what is kept of all of them. */
  removeCrashes: call.output(z.object({ removed: count })),
  /** Keeps that a page answered nothing for so long. */
  pageStalled: call.input(z.object({ ms: z.number().int().positive().max(3_600_000) })).output(z.null()),
}
