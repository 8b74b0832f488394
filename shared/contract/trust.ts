import { z } from 'zod'
import { t } from '#speech'
import { instantMs } from '../domain/time.ts'
import { call } from './base.ts'

/** What an automated answer may do: be seen after the person's own; fill in beforehand; count. */
export const trustState = z.enum(['shadow', 'assist', 'trusted'])
export type TrustState = z.infer<typeof trustState>

/** A question of a form and who scores it beside people. */
const question = z.object({ scorecardId: z.number().int(), questionId: z.string(), scorerId: z.string() })

/** A share in 0..1 with its 95% interval. */
const share = z.object({ share: z.number(), low: z.number(), high: z.number() })

/** One of the conditions of the next step: recall is judged by its value, the others by the lower bound. */
const criterion = z.object({
  id: z.enum(['agreement', 'ac1', 'fail-recall']),
  value: z.number().nullable(),
  low: z.number().nullable(),
  threshold: z.number(),
  isPassed: z.boolean(),
})
export type TrustCriterion = z.infer<typeof criterion>

/** How a scorer does in one group of conversations. */
const group = z.object({
  stratum: z.enum(['team', 'language', 'transcriptLength', 'recognitionConfidence']),
  value: z.string(),
  n: z.number().int(),
  agreement: share,
  failRecall: share.nullable(),
  fails: z.number().int(),
  verdict: z.enum(['holds', 'fails', 'too few to tell']),
  why: z.string().nullable(),
  /** It is neither trusted nor filling in for these conversations. */
  isExcluded: z.boolean(),
})
export type TrustGroup = z.infer<typeof group>

/** A chart that watches a promoted scorer: it signals where a value reaches the limit. One value an answer, since the last step. */
const chart = z.object({
  watched: z.enum(['disagreement', 'missed-fails']),
  limit: z.number(),
  values: z.array(z.number()),
  /** Shares the chart tells apart. */
  expected: z.number(),
  alarming: z.number(),
})
export type TrustChart = z.infer<typeof chart>

/** How people and the scorer answered the same conversations. */
const confusion = z.array(
  z.object({
    human: z.enum(['pass', 'fail', 'not applicable']),
    automated: z.enum(['pass', 'fail']),
    n: z.number().int(),
  }),
)

export const trustedQuestion = question.extend({
  form: z.string(),
  title: z.string(),
  scorer: z.string(),
  scorerVersion: z.string(),
  state: trustState,
  /** When it came to this state; null where it has always been in it. */
  since: instantMs.nullable(),
  /** The step by which it lost trust, where that was its last. */
  lost: z.object({ at: instantMs, from: trustState, why: z.string() }).nullable(),
  /** What is missing to the next step, or what keeps a trusted one there, in one sentence. */
  missing: z.string(),
  /** The scorer that fills in instead, where several answer the question; null where this one does or none may. */
  ledBy: z.string().nullable(),
  /** Towards the next step; null where it is trusted. */
  next: z
    .object({
      to: z.enum(['assist', 'trusted']),
      n: z.number().int(),
      /** The next number of answers at which it is tested; null where all are used up. */
      look: z.number().int().nullable(),
      fails: z.number().int(),
      failsNeeded: z.number().int(),
      criteria: z.array(criterion),
    })
    .nullable(),
  /** Blind answers of this version that were drawn, weighted by their chance. */
  agreement: share.extend({ n: z.number().int(), effectiveN: z.number() }).nullable(),
  /** Agreement beyond chance (Gwet) of the uniformly drawn among them. */
  ac1: z.object({ value: z.number(), low: z.number() }).nullable(),
  failRecall: share.extend({ n: z.number().int() }).nullable(),
  confusion,
  groups: z.array(group),
  charts: z.array(chart),
  /** Blind answers among them whose person's answer a dispute overturned: what was decided is compared. */
  correctedReferences: z.number().int(),
  /** Answers of this version it filled in and that were submitted so, and disputes of them: these chose themselves, and enter no agreement. */
  disputed: z.object({
    given: z.number().int(),
    decided: z.number().int(),
    overturned: z.number().int(),
    /** Overturned because they were wrong, not out of goodwill. */
    errors: z.number().int(),
    /** Overturned of those decided. */
    rate: share.nullable(),
  }),
  /** Double-scored answers that do not count, and why. */
  leftOut: z.object({
    abstained: z.number().int(),
    filledIn: z.number().int(),
    notDrawn: z.number().int(),
    otherVersion: z.number().int(),
  }),
  /** Imported evaluations by people: nobody knows how they were selected, so they are shown and decide nothing. */
  imported: share.extend({ n: z.number().int() }).nullable(),
  /** Of the last twelve weeks' conversations, how many the scorer answers. Never shown without agreement, the quality of what it answers. */
  automation: z.object({ conversations: z.number().int(), answered: z.number().int() }).nullable(),
  /** The share of fails behind the scorer's answers of these weeks, corrected for its errors; or why it is not given. */
  correctedFailRate: z.discriminatedUnion('isGiven', [
    share.extend({ isGiven: z.literal(true) }),
    z.object({ isGiven: z.literal(false), reason: z.string() }),
  ]),
})
export type TrustedQuestion = z.infer<typeof trustedQuestion>

export const trustEvent = z.object({
  id: z.number().int(),
  at: instantMs,
  kind: z.enum([
    'promotion',
    'demotion',
    'disputed',
    'reference-corrected',
    'changed-scorer',
    'exclusion',
    'taken-back',
  ]),
  /** Null: Debrief, by its rules. */
  who: z.string().nullable(),
  from: trustState,
  to: trustState,
  why: z.string(),
  /** Everything it was decided on, as it stands in the audit log. */
  figures: z.unknown(),
})
export type TrustEvent = z.infer<typeof trustEvent>

export const trustContract = {
  /** Every question that is answered by people on a form and by a scorer, those most trusted first. */
  list: call.output(z.array(trustedQuestion)),
  /** The steps of one question's scorer, newest first. */
  history: call.input(question).output(z.array(trustEvent)),
  /** Takes a scorer back by one step. Nobody can move one up: only answers do. */
  demote: call
    .input(
      question.extend({
        reason: z
          .string()
          .trim()
          .min(3, { error: () => t`Say why, in a few words.` })
          .max(500),
      }),
    )
    .output(z.object({ state: trustState })),
}
