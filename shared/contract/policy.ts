import { z } from 'zod'
import { capabilities } from '../domain/capabilities.ts'
import { policyDocument, purposes, roles } from '../domain/policy.ts'
import { forbiddenAutomation, replayNotes } from '../domain/replay-words.ts'
import { instantMs } from '../domain/time.ts'
import { call } from './base.ts'

const version = z.object({
  /** 0 for the one every workspace begins with. */
  version: z.int().nonnegative(),
  document: policyDocument,
  /** Null for the one every workspace begins with. */
  at: instantMs.nullable(),
  who: z.string().nullable(),
})
export type PolicyVersion = z.infer<typeof version>

const change = z.object({ direction: z.enum(['allows', 'stops', 'differs']), sentence: z.string() })

const needs = z.enum(capabilities)

/** Why a policy would have stopped something, or would let it through. */
const cause = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('role'), role: z.enum(roles), needs }),
  z.object({ kind: z.literal('approval'), needs }),
  z.object({ kind: z.literal('automation'), what: z.enum(forbiddenAutomation) }),
  z.object({ kind: z.literal('nothing') }),
])

/** Acts of one kind by people of one role. */
const acts = z.object({
  /** As the audit log calls it. */
  act: z.string(),
  role: z.string(),
  who: z.array(z.string()),
  times: z.int().positive(),
  lastAt: instantMs,
  why: cause,
})
export type ReplayedActs = z.infer<typeof acts>

const replay = z.object({
  /** From when to when the log was read, in milliseconds UTC. */
  from: instantMs,
  to: instantMs,
  /** Whether the log goes back a whole month. */
  isWholeMonth: z.boolean(),
  /** How many entries were looked at. */
  entries: z.int().nonnegative(),
  stopped: z.array(acts),
  letThrough: z.array(acts),
  /** Let through, but only with the approval of a second person. */
  needsApproval: z.array(acts),
  /** Requests that went to a host the policy does not name for their purpose. */
  requests: z.array(z.object({ purpose: z.enum(purposes), host: z.string(), times: z.int().positive() })),
  /** Answers that a rule or language model filled in, and would not have. */
  filledIn: z.int().nonnegative(),
  /** How many automated evaluations there are that would be kept, and neither shown nor counted. */
  scoresUnseen: z.int().nonnegative(),
  /** People would have stood in no order: how many sessions were prepared on what a ranking goes by. Null where the policy ranks, or the one in force does not. */
  unranked: z.object({ sessions: z.int().nonnegative() }).nullable(),
  /** What would be deleted, a day after the policy was put in force, as it is older than it may be kept. */
  deleted: z.array(
    z.object({
      what: z.enum(['audio', 'transcripts', 'scores']),
      count: z.int().positive(),
      days: z.int().positive(),
    }),
  ),
  /** What cannot be known. */
  notes: z.array(z.enum(replayNotes)),
})
export type PolicyReplay = z.infer<typeof replay>

const trial = z.object({
  document: policyDocument,
  changes: z.array(change),
  replay,
  /** Why it could not be adopted; null where it could. */
  whyNot: z.string().nullable(),
})
export type PolicyTrial = z.infer<typeof trial>

/** What may be done here, by whom, and where data may go. */
export const policyContract = {
  /** What I may do here, for a page that shows no more than that. */
  mine: call.output(
    z.object({
      /** `owner` in a workspace without profiles; null before a profile was entered. */
      role: z.enum([...roles, 'owner']).nullable(),
      may: z.array(z.enum(capabilities)),
      automation: policyDocument.shape.automation,
    }),
  ),
  get: call.output(
    version.extend({
      /** The file by which IT keeps this policy; null where people here choose it. */
      lockedBy: z.string().nullable(),
      /** Whether somebody else is there who could approve. */
      hasSecondPerson: z.boolean(),
    }),
  ),
  /** Every version, the newest first. */
  history: call.output(z.array(version)),
  /** Takes the text of a `policy.json`: what it says, or a sentence for each fault. */
  read: call
    .input(z.object({ text: z.string().max(200_000) }))
    .output(z.object({ document: policyDocument.nullable(), faults: z.array(z.string()) })),
  /** What would change, and what it would have meant for the last 30 days. Changes nothing. */
  try: call.input(z.object({ document: policyDocument })).output(trial),
  /** Puts a policy in force at once, as the next version. `basedOn`: the version it was made from; `CONFLICT` where another is in force by now. */
  adopt: call
    .input(z.object({ document: policyDocument, basedOn: z.int().nonnegative().optional() }))
    .output(version),
  /** Adopts the policy in force with a destination more, or one less. */
  setDestination: call
    .input(z.object({ purpose: z.enum(purposes), host: z.string().min(1).max(260), isAllowed: z.boolean() }))
    .output(version),
  /** Writes the policy in force to a new file. */
  export: call
    .input(z.object({ file: z.string().min(1).max(4096) }))
    .output(z.object({ file: z.string(), version: z.int().nonnegative() })),
}
