import { z } from 'zod'
import { contactRef } from '../domain/contact-ref.ts'
import { instantMs, isoDay } from '../domain/time.ts'
import { call } from './base.ts'
import { playableRecording } from './recordings.ts'

const speakerRole = z.enum(['agent', 'customer', 'bot', 'unknown'])

export const conversationItem = z.object({
  interactionId: z.number().int(),
  contactRef,
  at: instantMs.nullable(),
  agent: z.object({ id: z.number().int(), name: z.string(), team: z.string().nullable() }).nullable(),
  queue: z.string().nullable(),
  reason: z.string().nullable(),
  channel: z.string().nullable(),
  durationMs: z.number().nullable(),
  turns: z.number().int(),
  firstWords: z.string(),
  customerSentimentEnd: z.number().nullable(),
  customerSentimentShift: z.number().nullable(),
  csat: z.object({ score0to1: z.number(), min: z.number(), max: z.number() }).nullable(),
  evaluations: z.number().int(),
})
export type ConversationItem = z.infer<typeof conversationItem>

export const conversationSort = z.enum(['newest', 'oldest', 'longest', 'worst-ending', 'best-ending'])

export const segment = z.object({
  index: z.number().int(),
  speaker: z.string(),
  role: speakerRole,
  startMs: z.number().nullable(),
  endMs: z.number().nullable(),
  /** Redacted. */
  text: z.string(),
  /** VADER compound; null where not scored (agent side, other languages). */
  sentiment: z.number().nullable(),
  /** Where its words stand in the text and in time; null where that is not known. */
  words: z
    .array(
      z.object({
        startChar: z.number().int(),
        endChar: z.number().int(),
        startMs: z.number(),
        endMs: z.number(),
      }),
    )
    .nullable(),
  /** The turn as it was before somebody corrected it. */
  corrected: z.object({ text: z.string().nullable(), role: speakerRole.nullable() }).nullable(),
})

export const conversationMark = z.object({
  kind: z.enum(['evidence', 'silence', 'overtalk', 'interruption', 'hold', 'lowest-point']),
  label: z.string(),
  /** For evidence: did the answer pass. */
  verdict: z.enum(['pass', 'fail', 'abstain']).nullable(),
  questionId: z.string().nullable(),
  firstSegment: z.number().int().nullable(),
  lastSegment: z.number().int().nullable(),
  /** Characters within the segment, where a phrase is meant. */
  startChar: z.number().int().nullable(),
  endChar: z.number().int().nullable(),
  startMs: z.number().nullable(),
  endMs: z.number().nullable(),
})

export const evaluationAnswer = z.object({
  questionId: z.string(),
  label: z.string(),
  section: z.string().nullable(),
  value: z.string().nullable(),
  score0to1: z.number().nullable(),
  isNotApplicable: z.boolean(),
  hasFailedCritical: z.boolean(),
  comment: z.string().nullable(),
  confidence: z.number().nullable(),
  /** Why an automated answer abstained. */
  abstainedBecause: z.string().nullable(),
  /** The last dispute of it; `statedValue` is what the reviewer or the import states, where a decision changed it. */
  dispute: z
    .object({
      id: z.number().int(),
      state: z.enum(['open', 'upheld', 'overturned']),
      statedValue: z.string().nullable(),
    })
    .nullable(),
  evidence: z.array(
    z.object({
      segment: z.number().int(),
      startChar: z.number().int(),
      endChar: z.number().int(),
      startMs: z.number().nullable(),
      endMs: z.number().nullable(),
      quote: z.string(),
    }),
  ),
})

export const evaluation = z.object({
  id: z.number().int(),
  form: z.string(),
  formVersion: z.string().nullable(),
  origin: z.enum(['human', 'automated', 'assisted']),
  isCalibration: z.boolean(),
  agent: z.object({ id: z.number().int(), name: z.string() }).nullable(),
  evaluator: z.string().nullable(),
  at: instantMs.nullable(),
  interactionId: z.number().int().nullable(),
  contactRef,
  /** As the vendor gives it, 0..1. */
  vendorScore: z.number().nullable(),
  /** Recomputed from the answers, 0..1; null where nothing applied or the weights are unknown. */
  computedScore: z.number().nullable(),
  scoreBeforeFail: z.number().nullable(),
  scoresDiffer: z.boolean(),
  comment: z.string().nullable(),
  /** The language model whose answers these are; null for people, imports and rules. */
  model: z.string().nullable(),
  answers: z.array(evaluationAnswer),
})
export type Evaluation = z.infer<typeof evaluation>

export const conversation = conversationItem.extend({
  /** When what was said was deleted for good; null where it was not. */
  wordsDeletedAt: instantMs.nullable(),
  languageCode: z.string().nullable(),
  source: z.string(),
  segments: z.array(segment),
  marks: z.array(conversationMark),
  evaluations: z.number().int(),
  evaluationList: z.array(evaluation),
  survey: z
    .object({ csat: conversationItem.shape.csat, nps: z.number().nullable(), comment: z.string().nullable() })
    .nullable(),
  measures: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      unit: z.string(),
      value: z.number().nullable(),
      basis: z.string(),
    }),
  ),
  /** The sound, where there is a recording. */
  recording: playableRecording.nullable(),
  /** Contacts of the same customer reference or legs of the same contact. */
  legs: z.array(
    z.object({ interactionId: z.number().int(), at: instantMs.nullable(), agent: z.string().nullable() }),
  ),
})
export type Conversation = z.infer<typeof conversation>

/** Which conversations a list has: of an agent, a team as it is now, a queue, a channel, some days. */
export const conversationFilter = z.object({
  agentId: z.number().int().optional(),
  teamId: z.number().int().optional(),
  queue: z.string().optional(),
  channel: z.string().optional(),
  from: isoDay.optional(),
  to: isoDay.optional(),
})
export type ConversationFilter = z.infer<typeof conversationFilter>

export const conversationsContract = {
  list: call
    .input(
      conversationFilter.extend({
        sort: conversationSort.default('newest'),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(200).default(100),
      }),
    )
    .output(
      z.object({
        total: z.number().int(),
        items: z.array(conversationItem),
        queues: z.array(z.string()),
        channels: z.array(z.string()),
      }),
    ),
  /** `isBlind`: without what others and automation made of it, for somebody who is to judge it by themselves. */
  get: call
    .input(z.object({ interactionId: z.number().int(), isBlind: z.boolean().default(false) }))
    .output(conversation),
  /** Corrects what a turn says or who says it; the original is kept, and the conversation is read anew. */
  correct: call
    .input(
      z.object({
        interactionId: z.number().int(),
        segment: z.number().int(),
        text: z.string().trim().min(1).max(20_000).optional(),
        role: z.enum(['agent', 'customer', 'unknown']).optional(),
        /** Everything this speaker says in the conversation gets the role, not only this turn. */
        forWholeSpeaker: z.boolean().default(false),
      }),
    )
    .output(conversation),
  /** Takes every correction of a turn back. */
  undoCorrections: call
    .input(z.object({ interactionId: z.number().int(), segment: z.number().int() }))
    .output(conversation),
  evaluations: call
    .input(
      z.object({
        agentId: z.number().int().optional(),
        limit: z.number().int().max(100_000).default(100_000),
      }),
    )
    .output(z.array(evaluation)),
}
