import { z } from 'zod'
import { instantMs } from '../domain/time.ts'
import { call } from './base.ts'

const bytes = z.number().int().nonnegative()

/** Why this Debrief never looks for a newer one, in the order in which it is decided. */
export const updatesOff = z.enum([
  /** It was not installed: it came with npm or git and is brought up to date by them. */
  'not-installed',
  /** IT's policy turns the network off. */
  'network',
  /** IT's policy turns updates off. */
  'machine',
  /** Whoever made the installer put no key in, so that no feed could be believed. */
  'no-key',
  /** Nobody named a feed. */
  'no-feed',
])

export const updateState = z.object({
  /** The version that runs. */
  version: z.string(),
  off: updatesOff.nullable(),
  /** The address of the folder that the feed is. */
  feed: z.string().nullable(),
  /** IT's policy names the feed: nobody changes it here, and it is looked at by itself. */
  isFeedGiven: z.boolean(),
  /** Looked at once a day, and what is newer is fetched; installed only when a person says so. */
  isAutomatic: z.boolean(),
  /** False where the system's package manager installs what is new. */
  installsItself: z.boolean(),
  phase: z.enum(['idle', 'checking', 'newest', 'found', 'fetching', 'ready', 'failed']),
  /** The newer version, from when it was found. */
  found: z
    .object({ version: z.string(), madeAt: instantMs, notes: z.string(), bytes, fetched: bytes })
    .nullable(),
  checkedAt: instantMs.nullable(),
  /** Why the last try came to nothing, in one sentence. */
  problem: z.string().nullable(),
})
export type UpdateState = z.infer<typeof updateState>

/** Newer versions of Debrief itself. They belong to the installation and not to a workspace. */
export const updatesContract = {
  state: call.output(updateState),
  /** Where to look, and whether by itself. Refused where IT has settled it. */
  choose: call
    .input(z.object({ feed: z.string().max(1000).nullable(), isAutomatic: z.boolean() }))
    .output(updateState),
  /** Asks the feed now; what came of it is in the state. */
  check: call.output(updateState),
  /** Begins to fetch what was found. */
  fetch: call.output(updateState),
  /** Closes Debrief, installs what was fetched and starts it again. `CONFLICT` while something is being done. */
  install: call.output(z.null()),
}
