import { z } from 'zod'
import { readSetting, writeSetting, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'

const KEY = 'copied-from'

const copiedFrom = z.object({
  /** The lasting uid of the workspace it is a copy of. */
  workspace: z.string(),
  /** A random name of this copy. */
  uid: z.string(),
  /** When it was made, in milliseconds UTC. */
  at: z.number(),
  /** How many people of other teams are in it as sums without names. */
  peers: z.number().int(),
  /** The highest numbers it began with: what is higher was made in it. */
  imports: z.number().int(),
  evaluations: z.number().int(),
  sessions: z.number().int(),
  marks: z.number().int(),
})
export type CopiedFrom = z.infer<typeof copiedFrom>

/** What a supervisor's copy was made from; null for any other workspace. */
export function readCopiedFrom(database: ReadableDatabase): CopiedFrom | null {
  const kept = readSetting(database, KEY)
  return kept === undefined ? null : copiedFrom.parse(JSON.parse(kept))
}

/** Says of a workspace that it is a copy. */
export function writeCopiedFrom(database: WritableDatabase, from: CopiedFrom): void {
  writeSetting(database, KEY, JSON.stringify(from))
}
