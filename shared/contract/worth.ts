import { z } from 'zod'
import { isoDay } from '../domain/time.ts'
import { call } from './base.ts'
import { formProblem } from './scorecards.ts'

/** A mean with its 95% interval; null where there is nothing, the bounds where there is one. */
const estimate = z.object({
  n: z.number().int(),
  effectiveN: z.number().nullable(),
  mean: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
})

const interval = z.object({ value: z.number(), low: z.number(), high: z.number() })

/** What an answer is worth on an outcome, as the ranking weighs it. */
const link = z.object({
  outcomeId: z.string(),
  outcome: z.string(),
  /** Outcome points on 0..1 from the worst answer to the best. */
  value: z.number(),
  low: z.number(),
  high: z.number(),
  /** `prior`: assumed, as too few contacts tell; `pinned`: set by a supervisor; else estimated. */
  basis: z.enum(['within', 'within+between', 'prior', 'pinned', 'form']),
  smallestWorthActing: z.number(),
  pairedContacts: z.number().int(),
})
export type QuestionLink = z.infer<typeof link>

export const questionWorth = z.object({
  questionId: z.number().int(),
  key: z.string(),
  question: z.string(),
  section: z.string().nullable(),
  isCritical: z.boolean(),
  /** Only automation answers it. */
  isAutomatedOnly: z.boolean(),
  /** The newest form asks it. */
  isOnForm: z.boolean(),
  /** Answers by people that scored in the window; automation's where nobody else answers. */
  n: z.number().int(),
  /** Mean score of the answers: of drawn reviews, weighted; and of those whose selection is unknown. Never together. */
  drawn: estimate,
  unknown: estimate,
  /** Which of the two the verdict and the spread rest on. */
  basis: z.enum(['drawn', 'unknown']),
  spread: z
    .object({
      /** How far agents' true means lie apart: the standard deviation between them. */
      betweenAgents: interval,
      agents: z.number().int(),
      /** How much of a difference between agents is real: of one evaluation each, and of the usual number. */
      reliabilityOfOne: interval,
      usualN: z.number(),
      reliabilityOfUsual: interval,
    })
    .nullable(),
  noSpread: z.string().nullable(),
  agreement: z
    .object({
      /** Conversations two reviewers or more answered. */
      items: z.number().int(),
      percent: interval.nullable(),
      ac1: interval.nullable(),
    })
    .nullable(),
  links: z.array(link),
  /** From the answer before to this one, at the desk. */
  time: z.object({ n: z.number().int(), medianMs: z.number().nullable() }),
  /** Of all answers by people, where the question was asked. */
  notApplicable: z.object({ n: z.number().int(), share: z.number().nullable() }),
  /** Of answers at the desk: left at the form's default. */
  untouched: z.object({ n: z.number().int(), share: z.number().nullable() }),
  verdict: z.enum(['keep', 'predicts-nothing', 'not-agreed', 'everybody-passes', 'too-few']),
  /** Why, in one sentence. */
  reason: z.string(),
  isOfferedForRetirement: z.boolean(),
  /** Why it is not offered, though its verdict would; null else. */
  keptBecause: z.string().nullable(),
})
export type QuestionWorth = z.infer<typeof questionWorth>

export const worthContract = {
  /** What every question of a scorecard is worth, over the last `days` days. */
  questions: call
    .input(z.object({ scorecardId: z.number().int(), days: z.number().int().min(7).max(366).default(84) }))
    .output(z.object({ from: isoDay, to: isoDay, questions: z.array(questionWorth) })),
  /** Opens a draft of the scorecard without the question; nothing changes for reviewers before it is published. */
  retire: call
    .input(z.object({ scorecardId: z.number().int(), questionId: z.number().int() }))
    .output(z.object({ scorecardId: z.number().int(), problems: z.array(formProblem) })),
}
