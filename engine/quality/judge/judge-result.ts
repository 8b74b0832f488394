import { z } from 'zod'

const evidence = z.array(
  z.object({
    segmentIndex: z.number().int(),
    start: z.number().int(),
    end: z.number().int(),
    startMs: z.number().nullable(),
    endMs: z.number().nullable(),
    quote: z.string(),
  }),
)

const usage = z.object({
  /** How many requests were answered, and how many tokens they read and wrote. */
  requests: z.number().int(),
  tokensIn: z.number().int(),
  tokensOut: z.number().int(),
  /** Whether the server told none, so that they were estimated from the text. */
  isEstimated: z.boolean(),
})

const asked = z.object({
  promptVersion: z.string(),
  host: z.string(),
  model: z.string(),
  settings: z.object({
    temperature: z.literal(0),
    seed: z.number(),
    orders: z.number().int(),
    maxTokens: z.number().int(),
    examples: z.number().int(),
  }),
  /** What the model chose in each order of the options, as far as it was asked; null where no answer could be read. */
  orders: z.array(z.object({ options: z.array(z.string()), answer: z.string().nullable() })),
  /** The share of orders with the commonest answer, 0..1; null before the second order. */
  agreement: z.number().nullable(),
  usage,
  durationMs: z.number(),
  /** When the first request was made, epoch milliseconds; null where none was. */
  at: z.number().nullable(),
})

const common = { questionId: z.string(), asked }

/** What came of one question about one conversation. */
export const judgeResult = z.discriminatedUnion('outcome', [
  z.object({
    ...common,
    outcome: z.literal('answered'),
    /** An option's id, or `not_applicable`. */
    answer: z.string(),
    /** `words`: the evidence was said; `place`: it is where something was expected and not said. */
    restsOn: z.enum(['words', 'place']),
    evidence,
    /** The model's own sentence. It is shown, and rests on nothing. */
    reason: z.string(),
    /** 0..1: the share of orders that agree, times the model's own probability of the answer where the server tells it. */
    confidence: z.number(),
  }),
  z.object({
    ...common,
    outcome: z.literal('abstained'),
    reason: z.enum([
      'cannot-tell',
      'too-short',
      'too-long',
      'language',
      'speakers-unknown',
      'not-understood',
      'truncated',
      'position-bias',
      'speaks-to-the-model',
    ]),
    sentence: z.string(),
    evidence,
  }),
  z.object({
    ...common,
    outcome: z.literal('dropped'),
    reason: z.enum([
      'quote-not-found',
      'no-evidence',
      'not-an-option',
      'unreadable',
      'refused',
      'empty',
      'cut-off',
    ]),
    sentence: z.string(),
  }),
])

export type JudgeResult = z.infer<typeof judgeResult>
export type JudgeAsked = z.infer<typeof asked>
export type JudgeUsage = z.infer<typeof usage>
type Of<Outcome extends JudgeResult['outcome']> = Extract<JudgeResult, { outcome: Outcome }>
/** A result without what it took. */
export type JudgeFinding =
  | Omit<Of<'answered'>, 'questionId' | 'asked'>
  | Omit<Of<'abstained'>, 'questionId' | 'asked'>
  | Omit<Of<'dropped'>, 'questionId' | 'asked'>
export type DroppedFinding = Extract<JudgeFinding, { outcome: 'dropped' }>
export type AbstainedFinding = Extract<JudgeFinding, { outcome: 'abstained' }>

export function dropped(reason: DroppedFinding['reason'], sentence: string): DroppedFinding {
  return { outcome: 'dropped', reason, sentence }
}

export function abstained(
  reason: AbstainedFinding['reason'],
  sentence: string,
  evidence: AbstainedFinding['evidence'] = [],
): AbstainedFinding {
  return { outcome: 'abstained', reason, sentence, evidence }
}
