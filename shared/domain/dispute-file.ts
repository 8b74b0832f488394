import { z } from 'zod'
import { instantMs } from './time.ts'

/** What marks a dispute file, and the newest form of it this version of Debrief reads. */
export const DISPUTE_FILE = 'debrief-dispute'
export const DISPUTE_FILE_VERSION = 1

const moment = z.object({
  segment: z.number().int(),
  startChar: z.number().int(),
  endChar: z.number().int(),
  startMs: z.number().nullable(),
  endMs: z.number().nullable(),
  quote: z.string(),
})

const question = z.object({
  key: z.string(),
  title: z.string(),
  section: z.string().nullable(),
  guidance: z.string(),
  /** As it was answered; null where it did not apply. */
  answer: z.string().nullable(),
  score0to1: z.number().nullable(),
  comment: z.string().nullable(),
  /** What one may answer: words, `a number from .. to ..`, and `n/a` where it may not apply. */
  choices: z.array(z.string()),
  moments: z.array(moment),
  /** Why it cannot be disputed; null where it can. */
  closed: z.string().nullable(),
})

/** What Debrief wrote and nobody may change: the seal is over it. */
export const disputeFileSealed = z.object({
  workspace: z.string(),
  madeAt: instantMs,
  /** Until when disputes are taken; null without an end. */
  until: instantMs.nullable(),
  evaluation: z.object({
    reviewId: z.number().int().nullable(),
    sourceId: z.number().int().nullable(),
    evaluationRef: z.string().nullable(),
    contentKey: z.string().nullable(),
    evaluatedAt: instantMs.nullable(),
    evaluator: z.string().nullable(),
    agent: z.string().nullable(),
    contactRef: z.string().nullable(),
    form: z.string(),
    version: z.string(),
    score0to1: z.number().nullable(),
    questions: z.array(question),
  }),
})
export type DisputeFileSealed = z.infer<typeof disputeFileSealed>

/** What somebody fills in. An entry that names no question is passed over. */
const entry = z.object({
  /** Its title or its key. */
  question: z.string().max(1000).default(''),
  /** One of the choices, a number, or `n/a`. */
  rightAnswer: z
    .union([z.string().max(1000), z.number(), z.array(z.string().max(1000)).max(100)])
    .default(''),
  comment: z.string().max(10_000).default(''),
  by: z.string().max(100).default(''),
  as: z.enum(['agent', 'supervisor']).default('agent'),
  /** The number of a turn of the conversation, from 1; null for none. */
  turn: z.number().int().min(1).nullable().default(null),
})
export type DisputeFileEntry = z.infer<typeof entry>

/** A dispute file: what is sealed, the seal, and what is filled in. */
export const disputeFile = z.object({
  format: z.literal(DISPUTE_FILE),
  version: z.number().int(),
  howTo: z.string().default(''),
  sealed: disputeFileSealed,
  /** `sha256:` and the hash of `sealed` as canonical JSON. */
  seal: z.string(),
  disputes: z.array(entry).max(200),
})
export type DisputeFile = z.infer<typeof disputeFile>
