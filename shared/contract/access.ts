import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { heldKinds } from '../domain/held-kinds.ts'
import { instantMs, isoDay } from '../domain/time.ts'
import { call } from './base.ts'

const customer = z.string().trim().min(1).max(300)

/** Whom it is about: an agent with all their identities, or a customer by their number or id as exports give it, or by what one of their contacts is called. */
export const accessSubject = z.union([
  z.strictObject({ agentId: z.number().int() }),
  z.strictObject({ customer }),
])
export type AccessSubject = z.infer<typeof accessSubject>

/** What is held about somebody. */
export const held = z.object({
  /** Of an agent; a customer has no name here. */
  name: z.string().nullable(),
  identities: z.array(z.object({ source: z.string(), called: z.string() })),
  kinds: z.array(z.object({ kind: z.enum(heldKinds), n: z.number().int() })),
  firstDay: isoDay.nullable(),
  lastDay: isoDay.nullable(),
  sources: z.array(z.string()),
  imports: z.array(
    z.object({ id: z.number().int(), fileName: z.string(), source: z.string(), importedAt: instantMs }),
  ),
  /** What cannot be found this way, a sentence each. */
  remarks: z.array(z.string()),
})
export type Held = z.infer<typeof held>

export const accessDone = z.object({
  directory: z.string(),
  files: z.array(z.object({ fileName: z.string(), bytes: z.number().int() })),
  /** Rows of all tables. */
  rows: z.number().int(),
  sounds: z.number().int(),
  soundsLeftOut: z.number().int(),
})
export type AccessDone = z.infer<typeof accessDone>

const directory = z.string().optional()
const accessOrder = z.union([
  z.strictObject({ agentId: z.number().int(), directory }),
  z.strictObject({ customer, directory }),
])
export type AccessOrder = z.infer<typeof accessOrder>

/** How far it is (0..1), what is written now, and in the end what came of it. */
const accessProgress = z.object({ share: z.number(), step: z.string(), done: accessDone.nullable() })
export type AccessProgress = z.infer<typeof accessProgress>

export const accessContract = {
  /** What is held about an agent or a customer: how much of each kind, from when to when, and where it came from. */
  find: call.input(accessSubject).output(held),
  /**
   * Starts writing all of it into a folder of its own, as a job: to be given to whom it is about. Without a folder it goes into `exports` in the
   * workspace's own; a door into which a page of a browser calls takes no other.
   */
  start: call.input(accessOrder).output(z.object({ jobId: z.number().int() })),
  /** What came of such a job; null until it is done, and where it did not come to that. */
  done: call.input(z.object({ jobId: z.number().int() })).output(accessDone.nullable()),
  /** The same without a job: whoever stops listening stops it, and nothing of it is left. */
  write: call.input(accessOrder).output(eventIterator(accessProgress)),
}
