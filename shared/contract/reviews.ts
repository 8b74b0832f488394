import { z } from 'zod'
import { contactRef } from '../domain/contact-ref.ts'
import { formAnswer } from '../domain/scorecard/answers.ts'
import { scorecardDefinition } from '../domain/scorecard/definition.ts'
import { instantMs, isoDay } from '../domain/time.ts'
import { call } from './base.ts'
import { conversation } from './conversations.ts'
import { trustState } from './trust.ts'

const reviewId = z.number().int()
const reviewerName = z.string().trim().min(1).max(100)

/** How a conversation came to be reviewed; what a person asked for is never pooled with what was drawn. */
export const selections = ['random', 'risk', 'settle', 'requested', 'calibration', 'audit'] as const
export const selection = z.enum(selections)
export type Selection = z.infer<typeof selection>

export const reviewStates = ['waiting', 'draft', 'submitted', 'skipped'] as const

export const reviewItem = z.object({
  id: reviewId,
  scorecardId: z.number().int(),
  form: z.string(),
  /** Null where the conversation is gone: its import was undone. */
  interactionId: z.number().int().nullable(),
  contactRef,
  at: instantMs.nullable(),
  agent: z.object({ id: z.number().int(), name: z.string(), team: z.string().nullable() }).nullable(),
  /** Part of a calibration that is not revealed: whose conversation it is stays hidden, with everything that would tell. */
  isBlind: z.boolean(),
  queue: z.string().nullable(),
  channel: z.string().nullable(),
  durationMs: z.number().nullable(),
  selection,
  /** Why it was picked, in a sentence. */
  why: z.string(),
  /** The probability with which it would have been drawn; null where a person picked it. */
  chance: z.number().nullable(),
  state: z.enum(reviewStates),
  reviewer: z.string().nullable(),
  createdAt: instantMs,
  submittedAt: instantMs.nullable(),
  skipReason: z.string().nullable(),
  /** Questions answered by the reviewer so far. */
  answered: z.number().int(),
  score0to1: z.number().nullable(),
  activeMs: z.number(),
})
export type ReviewItem = z.infer<typeof reviewItem>

/** Who has how much to do and has done how much. */
const workload = z.object({
  /** Null: nobody's yet. */
  reviewer: z.string().nullable(),
  waiting: z.number().int(),
  drafts: z.number().int(),
  submitted: z.number().int(),
  skipped: z.number().int(),
  /** Of submitted reviews. */
  medianActiveMs: z.number().nullable(),
})
export type Workload = z.infer<typeof workload>

/** A span of the conversation attached to an answer. */
export const attachedMoment = z.object({
  segment: z.number().int(),
  startChar: z.number().int(),
  endChar: z.number().int(),
  startMs: z.number().nullable(),
  endMs: z.number().nullable(),
  quote: z.string().max(5_000),
})
export type AttachedMoment = z.infer<typeof attachedMoment>

/** Who set an answer: a person, a default nobody touched, a condition of the form, or automation that may fill in. */
const setBy = z.enum(['reviewer', 'default', 'condition', 'automation'])

export const deskAnswer = z.object({
  answer: formAnswer,
  setBy,
  note: z.string(),
  rootCauses: z.array(z.string()),
  moments: z.array(attachedMoment),
  answeredAt: instantMs,
})
export type DeskAnswer = z.infer<typeof deskAnswer>

/** What a rule says of a question; shown only after the reviewer's own answer, or where it filled it in. */
export const automatedAnswer = z.object({
  questionId: z.string(),
  /** The language model that gives it; null for the rules. */
  model: z.string().nullable(),
  outcome: z.enum(['pass', 'fail', 'abstain']),
  /** Which answer of the form a model, or a rule of this form, chose; null where it chose none, and for the starter scorecard. */
  value: z.string().nullable(),
  confidence: z.number().nullable(),
  sentence: z.string().nullable(),
  evidence: z.array(attachedMoment),
  /** What it may do on this form. */
  trust: trustState,
})
export type AutomatedAnswer = z.infer<typeof automatedAnswer>

export const desk = z.object({
  review: reviewItem,
  version: z.string(),
  definition: scorecardDefinition,
  /** By question id. */
  answers: z.record(z.string(), deskAnswer),
  comment: z.string(),
  automated: z.array(automatedAnswer),
  /** The next one of this reviewer's queue, and the one before. */
  nextId: reviewId.nullable(),
  previousId: reviewId.nullable(),
  /** How many wait in the queue. */
  left: z.number().int(),
})
export type Desk = z.infer<typeof desk>

const answerInput = z.object({
  id: reviewId,
  answer: formAnswer,
  note: z.string().max(10_000).default(''),
  rootCauses: z.array(z.string().max(200)).max(50).default([]),
  moments: z.array(attachedMoment).max(50).default([]),
})

export const samplingSettings = z.object({
  /** Days a draw looks at. */
  periodDays: z.number().int().min(1).max(92).default(7),
  /** `random`: picks of each agent. */
  perAgent: z.number().int().min(1).max(100).default(2),
  /** `risk`: picks expected in all. */
  expected: z.number().int().min(1).max(1000).default(20),
  teamIds: z.array(z.number().int()).default([]),
  queues: z.array(z.string()).default([]),
  channels: z.array(z.string()).default([]),
  /** Shorter conversations are left out. */
  leastSeconds: z.number().min(0).max(86_400).default(0),
  /** Picks are dealt to these in turn; to nobody where there are none. */
  reviewers: z.array(reviewerName).max(50).default([]),
})
export type SamplingSettings = z.infer<typeof samplingSettings>

export const samplingPlan = z.object({
  id: z.number().int(),
  name: z.string(),
  kind: z.enum(['random', 'risk']),
  scorecardId: z.number().int(),
  form: z.string(),
  settings: samplingSettings,
  draws: z.array(
    z.object({
      id: z.number().int(),
      from: isoDay,
      to: isoDay,
      eligible: z.number().int(),
      picked: z.number().int(),
      drawnAt: instantMs,
      seed: z.number().int(),
      /** Of its picks, how many nobody has opened: they can be taken back. */
      untouched: z.number().int(),
    }),
  ),
})
export type SamplingPlan = z.infer<typeof samplingPlan>

/** A mean or share of what was drawn, weighted by the probability of each pick; or of imported reviews, whose selection is unknown. */
const estimate = z.object({
  n: z.number().int(),
  effectiveN: z.number().nullable(),
  mean: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
})
export type Estimate = z.infer<typeof estimate>

export const reviewsContract = {
  /** Who scores here; null until somebody says so. */
  me: call.output(z.object({ name: z.string().nullable(), known: z.array(z.string()) })),
  setMe: call.input(z.object({ name: reviewerName })).output(z.object({ name: z.string() })),
  list: call
    .input(
      z.object({
        states: z.array(z.enum(reviewStates)).min(1),
        /** `null`: those nobody has; left out: everybody's. */
        reviewer: z.string().nullable().optional(),
        scorecardId: z.number().int().optional(),
        selection: selection.optional(),
        limit: z.number().int().min(1).max(500).default(200),
      }),
    )
    .output(z.object({ total: z.number().int(), items: z.array(reviewItem), workload: z.array(workload) })),
  /** Puts a conversation into the queue because somebody wants it looked at; the one already there where there is one. */
  request: call
    .input(
      z.object({
        interactionId: z.number().int(),
        scorecardId: z.number().int(),
        reason: z.string().trim().max(300).default(''),
        reviewer: reviewerName.nullable().default(null),
      }),
    )
    .output(z.object({ id: reviewId })),
  /** Puts randomly drawn conversations of one agent into the queue, to settle what the ranking cannot tell yet. */
  settle: call
    .input(
      z.object({
        agentId: z.number().int(),
        scorecardId: z.number().int(),
        about: z.string().trim().max(300),
        n: z.number().int().min(1).max(50),
      }),
    )
    .output(z.object({ picked: z.number().int(), eligible: z.number().int() })),
  assign: call
    .input(z.object({ ids: z.array(reviewId).min(1).max(500), reviewer: reviewerName.nullable() }))
    .output(z.object({ changed: z.number().int() })),
  skip: call
    .input(z.object({ id: reviewId, reason: z.string().trim().min(1).max(300) }))
    .output(z.object({ nextId: reviewId.nullable() })),
  /** Takes a skip back. */
  restore: call.input(z.object({ id: reviewId })).output(z.object({ id: reviewId })),
  open: call.input(z.object({ id: reviewId })).output(desk),
  /**
   * The conversation of a review, without what others and automation made of it; in a calibration also without the agent. Null where it is gone.
   */
  conversation: call.input(z.object({ id: reviewId })).output(conversation.nullable()),
  answer: call.input(answerInput).output(desk),
  /** Takes an answer away. */
  clearAnswer: call.input(z.object({ id: reviewId, questionId: z.string() })).output(desk),
  comment: call
    .input(z.object({ id: reviewId, comment: z.string().max(10_000) }))
    .output(z.object({ isSaved: z.boolean() })),
  /** Adds to how long somebody was at it. */
  worked: call
    .input(z.object({ id: reviewId, activeMs: z.number().min(0).max(600_000) }))
    .output(z.object({ activeMs: z.number() })),
  submit: call.input(z.object({ id: reviewId })).output(
    z.object({
      evaluationId: z.number().int(),
      score0to1: z.number().nullable(),
      nextId: reviewId.nullable(),
    }),
  ),
  /** Takes a submitted review back to a draft; its evaluation goes. */
  reopen: call.input(z.object({ id: reviewId })).output(z.object({ id: reviewId })),

  plans: call.output(z.array(samplingPlan)),
  savePlan: call
    .input(
      z.object({
        id: z.number().int().nullable(),
        name: z.string().trim().min(1).max(100),
        kind: z.enum(['random', 'risk']),
        scorecardId: z.number().int(),
        settings: samplingSettings,
      }),
    )
    .output(z.object({ id: z.number().int() })),
  retirePlan: call.input(z.object({ id: z.number().int() })).output(z.object({ isRetired: z.boolean() })),
  /** What a draw would look at now. */
  previewDraw: call
    .input(
      z.object({
        kind: z.enum(['random', 'risk']),
        scorecardId: z.number().int(),
        settings: samplingSettings,
      }),
    )
    .output(
      z.object({
        from: isoDay,
        to: isoDay,
        eligible: z.number().int(),
        agents: z.number().int(),
        /** Agents with fewer conversations than picks. */
        agentsShort: z.number().int(),
        picks: z.number(),
      }),
    ),
  draw: call
    .input(z.object({ planId: z.number().int() }))
    .output(z.object({ drawId: z.number().int(), picked: z.number().int(), alreadyThere: z.number().int() })),
  /** Takes the picks of a draw back that nobody has opened. */
  undoDraw: call
    .input(z.object({ drawId: z.number().int() }))
    .output(z.object({ removed: z.number().int() })),

  estimates: call
    .input(z.object({ scorecardId: z.number().int(), days: z.number().int().min(1).max(366).default(84) }))
    .output(
      z.object({
        from: isoDay,
        to: isoDay,
        drawn: estimate,
        unknown: estimate,
        requested: z.number().int(),
        teams: z.array(z.object({ team: z.string(), drawn: estimate, unknown: estimate })),
        sentence: z.string(),
      }),
    ),
}
