import { z } from 'zod'
import { ruleCondition } from './rule-conditions.ts'

const share = z.number().min(0).max(1)
const sentence = z.string().min(1).max(300)

/** What a rule needs to know before it holds something against a person; left out, the usual applies. */
const guards = z.strictObject({
  /** What is not found there is unknown where the transcript lacks the beginning (true where left out) ... */
  start: z.boolean().optional(),
  /** ... or the end (true where left out) ... */
  end: z.boolean().optional(),
  /** ... or an end at which people take leave: the line was lost, or the call was handed over (false where left out). */
  leave: z.boolean().optional(),
  /** "Not said" only where the agent had the last word. */
  lastWord: z.boolean().optional(),
  /** Under this confidence there is no answer (0.5 where left out). */
  leastConfidence: share.optional(),
  /** Of an agent of fewer words nothing is said to be missing (20 where left out). */
  leastAgentWords: z.int().min(0).max(10_000).optional(),
  /** What is not found is unknown where more than this share of the turns looked at was not understood (0.2 where left out). */
  mostUnheardShare: share.optional(),
  /** Things that come near it: "not said" becomes "for a person to judge". */
  nearMisses: z
    .array(z.strictObject({ when: ruleCondition, sentence: sentence.optional() }))
    .max(20)
    .optional(),
})

const shared = {
  /** Of this description, not of the rule. */
  format: z.literal(1),
  /** Languages whose conversations it reads, such as `en`; none: any. */
  languages: z.array(z.string().min(2).max(20)).max(20),
  /** Word lists that phrases use as `{name}`; those of the starter questions are there, too. */
  lists: z.record(z.string(), z.string()).optional(),
  /** All of these, else the question does not apply, with the sentence of the first that is false. */
  appliesWhen: z
    .array(z.strictObject({ when: ruleCondition, otherwise: sentence }))
    .max(20)
    .optional(),
  guards: guards.optional(),
}

/** The option of the question that an outcome ticks (the outcome itself where left out), and how sure it is. */
const outcome = z.strictObject({ option: z.string().min(1).max(200).optional(), confidence: share })

/** Passes or fails. Without `failWhen` it fails where it applies and does not pass; with it, neither of both is left open. */
const passFailRule = z.strictObject({
  ...shared,
  answers: z.literal('pass-fail'),
  passWhen: ruleCondition,
  failWhen: ruleCondition.optional(),
  pass: outcome,
  fail: outcome,
})

/** Several options in order: the first that is true. */
const optionsRule = z.strictObject({
  ...shared,
  answers: z.literal('options'),
  options: z
    .array(z.strictObject({ option: z.string().min(1).max(200), when: ruleCondition, confidence: share }))
    .max(20),
  otherwise: z.strictObject({ option: z.string().min(1).max(200), confidence: share }).optional(),
})

/** A rule that answers one question by itself: plain data, edited in the form, kept and sent as JSON. */
export const questionRule = z.discriminatedUnion('answers', [passFailRule, optionsRule])
export type QuestionRule = z.infer<typeof questionRule>

/** What is wrong with a rule, where (`passWhen.of.1.phrases.0`), in one sentence. */
export interface RuleProblem {
  readonly path: string
  readonly sentence: string
}
