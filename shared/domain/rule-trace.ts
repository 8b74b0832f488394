import { z } from 'zod'

/** A place in a conversation: offsets in the text of a segment (end exclusive), its time where known, and the words. */
const span = z.object({
  segmentIndex: z.int(),
  start: z.int(),
  end: z.int(),
  startMs: z.number().nullable(),
  endMs: z.number().nullable(),
  quote: z.string(),
})

const ownTrace = {
  /** Where the block stands in the rule, as `passWhen.of.1`; a block asked in several passages is there several times. */
  path: z.string(),
  kind: z.string(),
  /** Null: unknown, for the reason. */
  holds: z.boolean().nullable(),
  /** Whether the answer rests on it. */
  hasDecided: z.boolean(),
  /** What was measured, in the unit of the measure; words a minute of a pace, seconds talked over. */
  figure: z.number().nullable(),
  reason: z.string().nullable(),
  /** Where it holds; of what was not found, where it was expected. */
  evidence: z.array(span),
}

/** What one building block came to in one conversation, with everything under it: why a rule answers as it does. */
export type RuleTrace = z.infer<z.ZodObject<typeof ownTrace>> & { parts: RuleTrace[] }

export const ruleTrace: z.ZodType<RuleTrace> = z.lazy(() =>
  z.object({ ...ownTrace, parts: z.array(ruleTrace) }),
)
