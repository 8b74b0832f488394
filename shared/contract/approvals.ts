import { z } from 'zod'
import { capabilities } from '../domain/capabilities.ts'
import { instantMs } from '../domain/time.ts'
import { call } from './base.ts'

const approval = z.object({
  id: z.int(),
  capability: z.enum(capabilities),
  why: z.string(),
  asker: z.object({ id: z.int(), name: z.string() }),
  askedAt: instantMs,
  state: z.enum(['open', 'granted', 'declined', 'over']),
  answeredBy: z.string().nullable(),
  answeredAt: instantMs.nullable(),
  /** Until when it holds. */
  until: instantMs.nullable(),
  isMine: z.boolean(),
})
export type Approval = z.infer<typeof approval>

const one = call.input(z.object({ id: z.int() })).output(z.array(approval))

/** Approvals of a second person, where the policy asks for one. */
export const approvalsContract = {
  /** Asks somebody who may govern to be let do something. */
  ask: call
    .input(z.object({ capability: z.enum(capabilities), why: z.string().trim().min(1).max(500) }))
    .output(z.array(approval)),
  /** The newest first: mine, and everybody's for those who may answer them. */
  list: call.output(z.array(approval)),
  /** How many wait for my answer. */
  waiting: call.output(z.object({ count: z.int().nonnegative() })),
  grant: one,
  decline: one,
  /** Takes back one's own question, or an approval that was given. */
  withdraw: one,
}
