import { z } from 'zod'
import { contactRef } from '../domain/contact-ref.ts'
import { formAnswer } from '../domain/scorecard/answers.ts'
import { scorecardDefinition } from '../domain/scorecard/definition.ts'
import { instantMs, isoDay } from '../domain/time.ts'
import { call } from './base.ts'
import { deskAnswer, reviewStates } from './reviews.ts'

const sessionId = z.number().int()
const reviewerName = z.string().trim().min(1).max(100)

/** The most a session can hold, so that it can travel in one file. */
export const CALIBRATION_LIMITS = { items: 50, reviewers: 30, fileCharacters: 3_000_000 } as const

/** A figure with its 95% interval; or none, and why in one sentence. */
const coefficient = z.union([
  z.object({ value: z.number(), low: z.number(), high: z.number() }),
  z.object({ value: z.null(), reason: z.string() }),
])
export type CalibrationFigure = z.infer<typeof coefficient>

/** How far several reviewers agree on one question. Shares and coefficients, never percentages. */
const agreementFigures = z.object({
  /** Answers given, items with at least one, reviewers who gave any. */
  n: z.number().int(),
  items: z.number().int(),
  reviewers: z.number().int(),
  percentAgreement: coefficient,
  cohenKappa: coefficient,
  weightedKappa: coefficient,
  fleissKappa: coefficient,
  ac1: coefficient,
  ac2: coefficient,
  alpha: coefficient,
  prevalence: z.array(z.object({ answer: z.string(), ratings: z.number().int(), share: z.number() })),
})
export type AgreementFigures = z.infer<typeof agreementFigures>

/** One reviewer beside answers that are held to be right. */
const besideReference = z.object({
  reviewer: z.string(),
  /** Answers both gave. */
  n: z.number().int(),
  agreement: coefficient,
  /** Mean of the reviewer's points less the reference's, in shares of the best answer; above 0 is lenient. */
  bias: coefficient,
  /** Of what the reference failed. */
  fails: z.object({ items: z.number().int(), found: z.number().int(), recall: coefficient }),
})
export type BesideReference = z.infer<typeof besideReference>

const part = z.object({
  reviewer: z.string(),
  submitted: z.number().int(),
  skipped: z.number().int(),
  total: z.number().int(),
  isLeftOut: z.boolean(),
  exportedAt: instantMs.nullable(),
})

export const calibrationSession = z.object({
  id: sessionId,
  name: z.string(),
  mode: z.enum(['expert', 'consensus']),
  expert: z.string().nullable(),
  /** False for a part of a session that another workspace holds. */
  isOurs: z.boolean(),
  state: z.enum(['scoring', 'revealed', 'settled']),
  scorecardId: z.number().int(),
  form: z.string(),
  version: z.string(),
  items: z.number().int(),
  createdAt: instantMs,
  revealedAt: instantMs.nullable(),
  settledAt: instantMs.nullable(),
  reviewers: z.array(part),
})
export type CalibrationSession = z.infer<typeof calibrationSession>

const settlement = z.object({
  /** A person said so, all had answered alike, or it is the expert's answer. */
  basis: z.enum(['settled', 'alike', 'expert']),
  answer: formAnswer,
  takenFrom: z.string().nullable(),
  remark: z.string(),
  settledBy: z.string().nullable(),
  settledAt: instantMs.nullable(),
})
export type Settlement = z.infer<typeof settlement>

const comparedPart = z.object({
  reviewer: z.string(),
  reviewId: z.number().int(),
  score0to1: z.number().nullable(),
  comment: z.string(),
  activeMs: z.number(),
  /** By question id; what the reviewer's own answers left unasked is not in it. */
  answers: z.record(z.string(), deskAnswer),
})

const comparedItem = z.object({
  id: z.number().int(),
  position: z.number().int(),
  interactionId: z.number().int().nullable(),
  contactRef,
  agent: z.string().nullable(),
  at: instantMs.nullable(),
  parts: z.array(comparedPart),
  /** By question id: what is held to be right, where anything is. */
  settled: z.record(z.string(), settlement),
  settledScore0to1: z.number().nullable(),
  /** Questions the reviewers answered differently, and of these what is still to be settled. */
  differing: z.array(z.string()),
  open: z.array(z.string()),
})
export type ComparedItem = z.infer<typeof comparedItem>

const results = z.object({
  items: z.array(comparedItem),
  /** In the form's order; what is answered in words is compared by nobody but people. */
  questions: z.array(
    z.object({
      questionId: z.string(),
      title: z.string(),
      differing: z.number().int(),
      open: z.number().int(),
      /** Among the reviewers, before anything was settled. */
      before: agreementFigures,
      /** Each beside the settled answers. */
      after: z.array(besideReference),
    }),
  ),
  reviewers: z.array(
    z.object({
      reviewer: z.string(),
      meanScore0to1: z.number().nullable(),
      /** With each of the others, over all questions: answers compared, and the share that is alike. */
      before: z.object({ n: z.number().int(), agreement: coefficient }),
      after: besideReference,
    }),
  ),
  scores: z.object({
    /** Items with scores of two reviewers or more. */
    n: z.number().int(),
    /** Highest less lowest score of an item. */
    meanSpread: z.number().nullable(),
    largestSpread: z.number().nullable(),
    /** ICC(2,1): how far one reviewer's total can be relied on. */
    reliability: coefficient,
    /** Scores compared with the settled one, and the mean distance from it. */
    after: z.object({ n: z.number().int(), meanDistance: z.number().nullable() }),
  }),
  /** Everything that was handed in, the newest first. */
  submissions: z.array(
    z.object({
      reviewer: z.string(),
      position: z.number().int(),
      submittedAt: instantMs.nullable(),
      cameAt: instantMs,
      fileName: z.string().nullable(),
      stands: z.boolean(),
    }),
  ),
})
export type CalibrationResults = z.infer<typeof results>

export const calibrationPage = z.object({
  session: calibrationSession,
  definition: scorecardDefinition,
  /** Who scores here. */
  me: z.string().nullable(),
  /** The part of whoever scores here; empty for somebody who takes no part. */
  mine: z.array(
    z.object({ reviewId: z.number().int(), position: z.number().int(), state: z.enum(reviewStates) }),
  ),
  /** Null until it is revealed, and where the session is another workspace's. */
  results: results.nullable(),
})
export type CalibrationPage = z.infer<typeof calibrationPage>

const candidate = z.object({
  interactionId: z.number().int(),
  contactRef,
  at: instantMs.nullable(),
  queue: z.string().nullable(),
  channel: z.string().nullable(),
  durationMs: z.number().nullable(),
})
export type CalibrationCandidate = z.infer<typeof candidate>

const interval = { low: z.number().nullable(), high: z.number().nullable(), reason: z.string().nullable() }

/** A share of a count with Wilson's interval; null where there is nothing to count. */
const share = z.object({
  n: z.number().int(),
  of: z.number().int(),
  share: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
})

const reviewerStanding = z.object({
  reviewer: z.string(),
  evaluations: z.number().int(),
  /** In shares of the full score beside the average of comparable reviewers; above 0 is lenient. */
  severity: z.object({
    n: z.number().int(),
    agents: z.number().int(),
    effect: z.number().nullable(),
    ...interval,
  }),
  drift: z.object({ n: z.number().int(), perFourWeeks: z.number().nullable(), ...interval }),
  notApplicable: share,
  /** Defaults left as they were, of answers to questions that have one; known for reviews made here. */
  untouchedDefaults: share,
  medianActiveMs: z.number().nullable(),
  timed: z.number().int(),
  /** Over sessions that are settled. */
  settled: besideReference.omit({ reviewer: true }),
})
export type ReviewerStanding = z.infer<typeof reviewerStanding>

/** An agent's mean score of `n` evaluations, 0..1, and what it would be had everybody scored alike. */
const adjustedAgent = z.object({
  agentId: z.number().int(),
  name: z.string(),
  n: z.number().int(),
  mean: z.number(),
  adjustedMean: z.number().nullable(),
})
export type AdjustedAgent = z.infer<typeof adjustedAgent>

const window = z.object({
  scorecardId: z.number().int(),
  days: z.number().int().min(7).max(1100).default(182),
})

export const calibrationContract = {
  list: call.output(z.array(calibrationSession)),
  get: call.input(z.object({ id: sessionId })).output(calibrationPage),
  /** Conversations to choose from: drawn at random from some days, or those of contact ids. */
  pick: call
    .input(
      z.object({
        scorecardId: z.number().int(),
        from: z.discriminatedUnion('kind', [
          z.object({
            kind: z.literal('random'),
            from: isoDay,
            to: isoDay,
            n: z.number().int().min(1).max(CALIBRATION_LIMITS.items),
          }),
          z.object({
            kind: z.literal('contacts'),
            refs: z.array(z.string().trim().min(1).max(300)).min(1).max(500),
          }),
        ]),
      }),
    )
    .output(
      z.object({ items: z.array(candidate), eligible: z.number().int(), missing: z.array(z.string()) }),
    ),
  create: call
    .input(
      z.object({
        name: z.string().trim().min(1).max(120),
        scorecardId: z.number().int(),
        mode: z.enum(['expert', 'consensus']),
        expert: reviewerName.nullable().default(null),
        interactionIds: z.array(z.number().int()).min(1).max(CALIBRATION_LIMITS.items),
        reviewers: z.array(reviewerName).min(1).max(CALIBRATION_LIMITS.reviewers),
      }),
    )
    .output(z.object({ id: sessionId })),
  /** Takes a session away that nobody has submitted anything to; a travelled part at any time before its answers left. */
  remove: call.input(z.object({ id: sessionId })).output(z.object({ isGone: z.boolean() })),
  /** Shows everybody's answers to everybody, for good. `leaveOut` names those it does not wait for. */
  reveal: call
    .input(z.object({ id: sessionId, leaveOut: z.array(reviewerName).default([]) }))
    .output(calibrationPage),
  settle: call
    .input(
      z.object({
        itemId: z.number().int(),
        answer: formAnswer,
        takenFrom: reviewerName.nullable().default(null),
        remark: z.string().trim().max(2_000).default(''),
      }),
    )
    .output(calibrationPage),
  /** Takes a settlement back. */
  unsettle: call
    .input(z.object({ itemId: z.number().int(), questionId: z.string() }))
    .output(calibrationPage),
  /** Ends the session: what is settled stands from now on. */
  close: call.input(z.object({ id: sessionId })).output(calibrationPage),
  reopen: call.input(z.object({ id: sessionId })).output(calibrationPage),

  /** The file with one reviewer's part; where the part came from another workspace, the file with their answers. */
  export: call
    .input(z.object({ id: sessionId, reviewer: reviewerName.optional() }))
    .output(z.object({ fileName: z.string(), text: z.string(), kind: z.enum(['part', 'answers']) })),
  import: call
    .input(
      z.object({ fileName: z.string().max(300), text: z.string().max(CALIBRATION_LIMITS.fileCharacters) }),
    )
    .output(
      z.object({
        id: sessionId,
        kind: z.enum(['part', 'answers']),
        reviewer: z.string(),
        /** Conversations that came new, that replaced older answers, that were there, and that are older than what stands. */
        added: z.number().int(),
        replaced: z.number().int(),
        unchanged: z.number().int(),
        older: z.number().int(),
        sentence: z.string(),
      }),
    ),

  /** How reviewers score on a form, from everything evaluated in the days up to the newest. */
  reviewers: call.input(window).output(
    z.object({
      from: isoDay,
      to: isoDay,
      evaluations: z.number().int(),
      basis: z.enum(['hierarchical', 'wide-default']).nullable(),
      reviewers: z.array(reviewerStanding),
      agents: z.array(adjustedAgent),
    }),
  ),
  /** How far reviewers agree on each question of a form, from contacts that several of them scored. */
  questions: call.input(window).output(
    z.object({
      from: isoDay,
      to: isoDay,
      contacts: z.number().int(),
      questions: z.array(
        z.object({
          questionId: z.number().int(),
          stableKey: z.string(),
          label: z.string(),
          section: z.string().nullable(),
          agreement: agreementFigures,
        }),
      ),
    }),
  ),
}
