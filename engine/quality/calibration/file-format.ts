import { z } from 'zod'
import { CALIBRATION_LIMITS } from '../../../shared/contract/calibration.ts'
import { deskAnswer } from '../../../shared/contract/reviews.ts'
import { scorecardDefinition } from '../../../shared/domain/scorecard/definition.ts'
import { instantMs } from '../../../shared/domain/time.ts'

/** What a file says first of itself. */
export const FILE_FORMAT = 'debrief-calibration'
export const FILE_VERSION = 1

const uid = z.string().min(8).max(100)
const reviewer = z.string().trim().min(1).max(100)
const digest = z.string().regex(/^[0-9a-f]{64}$/)

/** A conversation as it travels: redacted, without sound, without who the agent is. */
export const travellingConversation = z.strictObject({
  channel: z.string().max(100).nullable(),
  languageCode: z.string().max(50).nullable(),
  durationMs: z.number().min(0).nullable(),
  turns: z
    .array(
      z.strictObject({
        index: z.number().int().min(0).max(1_048_575),
        role: z.enum(['agent', 'customer', 'bot', 'unknown']),
        startMs: z.number().nullable(),
        endMs: z.number().nullable(),
        text: z.string().max(20_000),
      }),
    )
    .max(20_000),
})
export type TravellingConversation = z.infer<typeof travellingConversation>

const common = {
  workspaceUid: uid,
  sessionUid: uid,
  name: z.string().min(1).max(120),
  reviewer,
  ticket: digest,
}

/** One reviewer's part on its way to them. */
export const partBody = z.strictObject({
  ...common,
  form: z.strictObject({ version: z.string().max(200), definition: scorecardDefinition }),
  items: z
    .array(
      z.strictObject({
        uid,
        position: z.number().int().min(1).max(CALIBRATION_LIMITS.items),
        conversation: travellingConversation,
      }),
    )
    .min(1)
    .max(CALIBRATION_LIMITS.items)
    .refine((items) => new Set(items.map((item) => item.uid)).size === items.length),
  /** Recordings do not travel. */
  withoutSound: z.literal(true),
})
export type PartBody = z.infer<typeof partBody>

const submission = z.strictObject({
  submittedAt: instantMs,
  activeMs: z
    .number()
    .min(0)
    .max(86_400_000 * 7),
  comment: z.string().max(10_000),
  answers: z.array(deskAnswer).max(500),
})
export type Submission = z.infer<typeof submission>

/** One reviewer's answers on their way back. */
export const answersBody = z.strictObject({
  ...common,
  formDigest: digest,
  items: z.array(submission.extend({ uid })).min(1).max(CALIBRATION_LIMITS.items),
})
export type AnswersBody = z.infer<typeof answersBody>

/** A file: `checksum` is over all the rest. */
export const envelope = z.strictObject({
  format: z.literal(FILE_FORMAT),
  formatVersion: z.literal(FILE_VERSION),
  kind: z.enum(['part', 'answers']),
  exportedAt: instantMs,
  body: z.unknown(),
  checksum: digest,
})
