import { z } from 'zod'
import { contactRef } from '../domain/contact-ref.ts'
import { formAnswer } from '../domain/scorecard/answers.ts'
import { scorecardQuestion } from '../domain/scorecard/definition.ts'
import { instantMs } from '../domain/time.ts'
import { call } from './base.ts'
import { attachedMoment } from './reviews.ts'

const disputeId = z.number().int()

/** The most a dispute file holds. */
export const DISPUTE_FILE_CHARACTERS = 2_000_000
const name = z.string().trim().min(1).max(100)
const comment = z.string().trim().min(1).max(10_000)

export const disputeSettings = z.object({
  /** Days after the evaluation (or the decision before) in which an answer may be disputed. */
  windowDays: z.number().int().min(1).max(366).default(14),
  /** How often one answer may be disputed; another person decides each time. */
  rounds: z.number().int().min(1).max(5).default(2),
  /** Days in which an open dispute should be decided. */
  decideDays: z.number().int().min(1).max(366).default(7),
  /** Whether a score may fall by a dispute. */
  mayLower: z.boolean().default(false),
})
export type DisputeSettings = z.infer<typeof disputeSettings>

/** An answer as a reader sees it: in the form's words. */
const shownAnswer = z.object({
  /** Null where the question does not apply. */
  text: z.string().nullable(),
  score0to1: z.number().nullable(),
  isNotApplicable: z.boolean(),
})
export type ShownAnswer = z.infer<typeof shownAnswer>

export const disputeResolution = z.object({
  outcome: z.enum(['upheld', 'overturned']),
  by: z.string(),
  at: instantMs,
  remark: z.string(),
  /** Why it was overturned: the reviewer was wrong, or it was goodwill. */
  fault: z.enum(['reviewer', 'goodwill']).nullable(),
  answer: shownAnswer.nullable(),
  scoreBefore: z.number().nullable(),
  scoreAfter: z.number().nullable(),
})
export type DisputeResolution = z.infer<typeof disputeResolution>

export const disputeItem = z.object({
  id: disputeId,
  /** Null while its evaluation is gone: its import was undone. */
  evaluationId: z.number().int().nullable(),
  questionId: z.number().int(),
  question: z.string(),
  section: z.string().nullable(),
  form: z.string(),
  state: z.enum(['open', 'upheld', 'overturned', 'withdrawn']),
  round: z.number().int(),
  raisedBy: z.string(),
  raisedAs: z.enum(['agent', 'supervisor']),
  raisedAt: instantMs,
  comment: z.string(),
  agent: z.object({ id: z.number().int(), name: z.string() }).nullable(),
  reviewer: z.string().nullable(),
  evaluatedAt: instantMs.nullable(),
  contactRef,
  interactionId: z.number().int().nullable(),
  /** As it stood when it was disputed, and what they think right. */
  standing: shownAnswer,
  proposed: shownAnswer,
  ageDays: z.number().int(),
  /** Of an open one: until it should be decided; below 0 when it is late. Of a decided one: until the window for another round closes; null where there is none. */
  daysLeft: z.number().int().nullable(),
  resolution: disputeResolution.nullable(),
})
export type DisputeItem = z.infer<typeof disputeItem>

/** What a decision would do, or did, to the score. */
export const scoreEffect = z.object({
  scoreBefore: z.number().nullable(),
  scoreAfter: z.number().nullable(),
  /** One sentence where the score does not simply follow. */
  sentence: z.string().nullable(),
})
export type ScoreEffect = z.infer<typeof scoreEffect>

export const disputePage = z.object({
  dispute: disputeItem,
  /** How the question is answered; null where its evaluation is gone or its form no longer asks it. */
  definition: scorecardQuestion.nullable(),
  proposedAnswer: formAnswer,
  moment: attachedMoment.nullable(),
  /** What the reviewer rested the answer on. */
  evidence: z.array(attachedMoment),
  reviewerComment: z.string().nullable(),
  /** What stands now, where an import or another decision changed it since. */
  now: shownAnswer.nullable(),
  /** If the proposed answer were taken. */
  effect: scoreEffect.nullable(),
  rounds: z.array(disputeItem),
  undone: z.array(
    z.object({
      outcome: z.enum(['upheld', 'overturned']),
      by: z.string(),
      at: instantMs,
      undoneAt: instantMs,
    }),
  ),
  /** Why whoever works here may not decide it; null where they may. */
  mayNotDecide: z.string().nullable(),
  mayUndo: z.boolean(),
  nextId: disputeId.nullable(),
})
export type DisputePage = z.infer<typeof disputePage>

export const disputeStart = z.object({
  evaluationId: z.number().int(),
  questionId: z.number().int(),
  question: z.string(),
  form: z.string(),
  agent: z.object({ id: z.number().int(), name: z.string() }).nullable(),
  reviewer: z.string().nullable(),
  evaluatedAt: instantMs.nullable(),
  contactRef,
  interactionId: z.number().int().nullable(),
  standing: shownAnswer,
  evidence: z.array(attachedMoment),
  definition: scorecardQuestion.nullable(),
  round: z.number().int(),
  /** When the window closes; null where the evaluation has no date. */
  until: instantMs.nullable(),
  /** Why it cannot be disputed; null where it can. */
  mayNot: z.string().nullable(),
  /** Of this answer, oldest first. */
  earlier: z.array(disputeItem),
})
export type DisputeStart = z.infer<typeof disputeStart>

const rate = z.object({
  /** Disputed answers on which somebody decided. */
  n: z.number().int(),
  overturned: z.number().int(),
  /** Of the overturned, where the reviewer was wrong. */
  reviewerErrors: z.number().int(),
  share: z.number(),
  low: z.number(),
  high: z.number(),
})
export type OverturnRate = z.infer<typeof rate>

const moment = attachedMoment.omit({ quote: true })
const raising = z.object({
  evaluationId: z.number().int(),
  questionId: z.number().int(),
  answer: formAnswer,
  comment,
  by: name,
  as: z.enum(['agent', 'supervisor']),
  moment: moment.nullable().default(null),
})

export const disputesContract = {
  settings: call.output(disputeSettings),
  setSettings: call.input(disputeSettings).output(disputeSettings),
  list: call
    .input(
      z.object({
        state: z.enum(['open', 'resolved', 'all']).default('open'),
        limit: z.number().int().min(1).max(500).default(200),
      }),
    )
    .output(
      z.object({
        items: z.array(disputeItem),
        open: z.number().int(),
        resolved: z.number().int(),
        withdrawn: z.number().int(),
      }),
    ),
  get: call.input(z.object({ id: disputeId })).output(disputePage),
  /** What there is to dispute of an answer, before somebody does. */
  start: call
    .input(z.object({ evaluationId: z.number().int(), questionId: z.number().int() }))
    .output(disputeStart),
  raise: call.input(raising).output(z.object({ id: disputeId })),
  /** Takes an open dispute back. */
  withdraw: call.input(z.object({ id: disputeId })).output(z.object({ isWithdrawn: z.boolean() })),
  /** What the score would be with an answer. */
  preview: call.input(z.object({ id: disputeId, answer: formAnswer })).output(scoreEffect),
  resolve: call
    .input(
      z.object({
        id: disputeId,
        outcome: z.enum(['uphold', 'overturn']),
        /** Of an overturned one; the proposed answer where it is left out. */
        answer: formAnswer.optional(),
        remark: z.string().trim().max(10_000).default(''),
        /** Of an overturned one. */
        fault: z.enum(['reviewer', 'goodwill']).nullable().default(null),
      }),
    )
    .output(z.object({ effect: scoreEffect, nextId: disputeId.nullable() })),
  /** Takes the decision back: the answer and the score are what they were before it. */
  undo: call.input(z.object({ id: disputeId })).output(z.object({ id: disputeId })),
  rates: call.output(
    z.object({
      questions: z.array(
        rate.extend({ questionId: z.number().int(), question: z.string(), form: z.string() }),
      ),
      reviewers: z.array(rate.extend({ reviewer: z.string() })),
    }),
  ),
  /** A file somebody without Debrief can fill in. */
  export: call
    .input(z.object({ evaluationId: z.number().int() }))
    .output(z.object({ fileName: z.string(), text: z.string() })),
  /** Takes a filled-in file; all of it or, with one sentence, nothing. */
  import: call
    .input(z.object({ text: z.string().max(DISPUTE_FILE_CHARACTERS) }))
    .output(z.object({ raised: z.array(disputeId), alreadyThere: z.number().int(), sentence: z.string() })),
}
