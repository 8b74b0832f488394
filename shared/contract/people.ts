import { z } from 'zod'
import { instantMs, isoDay } from '../domain/time.ts'
import { call } from './base.ts'

export const team = z.object({
  id: z.number().int(),
  name: z.string(),
  site: z.string().nullable(),
  agents: z.number().int(),
})
export type Team = z.infer<typeof team>

export const identity = z.object({
  id: z.number().int(),
  source: z.string(),
  externalId: z.string().nullable(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  /** Rows that stand on this identity. */
  facts: z.number().int(),
  personId: z.number().int(),
  /** Why it belongs to its person. */
  matchedBy: z.enum(['alone', 'id', 'email', 'contacts', 'confirmed', 'name']),
})
export type Identity = z.infer<typeof identity>

export const person = z.object({
  id: z.number().int(),
  name: z.string(),
  email: z.string().nullable(),
  teamId: z.number().int().nullable(),
  team: z.string().nullable(),
  hiredOn: isoDay.nullable(),
  leftOn: isoDay.nullable(),
  identities: z.array(identity),
})
export type Person = z.infer<typeof person>

/** People that may all be one. Nothing is merged until somebody says so. */
export const mergeProposal = z.object({
  id: z.number().int(),
  /** Whom most is known of. */
  keep: person,
  others: z
    .array(
      z.object({
        person,
        confidence: z.number().min(0).max(1),
        reasons: z.array(z.string()),
        against: z.array(z.string()),
      }),
    )
    .min(1),
})
export type MergeProposal = z.infer<typeof mergeProposal>

/** Two identities that count as one person, or that somebody said are two. */
export const mergeRecord = z.object({
  id: z.number().int(),
  at: instantMs,
  state: z.enum(['joined', 'apart']),
  by: z.enum(['id', 'email', 'contacts', 'confirmed', 'name']),
  kept: z.string(),
  merged: z.string(),
  reasons: z.array(z.string()),
  undoneAt: instantMs.nullable(),
})
export type MergeRecord = z.infer<typeof mergeRecord>

export const peopleContract = {
  teams: call.output(z.array(team)),
  list: call
    .input(z.object({ teamId: z.number().int().optional(), search: z.string().optional() }))
    .output(z.array(person)),
  proposals: call.output(z.array(mergeProposal)),
  merges: call.output(z.array(mergeRecord)),
  /** They are all one person: a record for each that is merged into another. */
  merge: call.input(z.object({ personIds: z.array(z.number().int()).min(2) })).output(z.array(mergeRecord)),
  /** The person is none of the others: none of these pairs is proposed again. */
  keepApart: call
    .input(z.object({ personId: z.number().int(), fromIds: z.array(z.number().int()).min(1) }))
    .output(z.array(mergeRecord)),
  /** Forgets decisions: what was proposed before them is proposed again. */
  takeBack: call
    .input(z.object({ ids: z.array(z.number().int()).min(1) }))
    .output(z.object({ ok: z.literal(true) })),
  /** The two are two people after all, and stay so. */
  undoMerge: call.input(z.object({ mergeId: z.number().int() })).output(mergeRecord),
}
