import { z } from 'zod'

const turn = z.strictObject({
  speaker: z.enum(['agent', 'customer', 'unknown']),
  text: z.string().min(1).max(10_000),
  startMs: z.number().optional(),
  endMs: z.number().optional(),
})

/** A conversation, made up or taken, that shows what a rule is to answer. */
export const ruleExample = z.strictObject({
  outcome: z.enum(['pass', 'fail', 'abstain', 'not-applicable']),
  note: z.string().min(1).max(500),
  turns: z.array(turn).min(1).max(2_000),
  /** English where left out. */
  languageCode: z.string().nullable().optional(),
  isStartMissing: z.boolean().optional(),
  isEndMissing: z.boolean().optional(),
  agentNames: z.array(z.string()).optional(),
})
export type RuleExample = z.infer<typeof ruleExample>
