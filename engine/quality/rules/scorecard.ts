import { z } from 'zod'
import starter from '../../../resources/scorecards/starter.json' with { type: 'json' }

const share = z.number().min(0).max(1)
const phrases = z.array(z.string().min(1))
const by = z.enum(['agent', 'customer', 'anyone'])

/** Where in the conversation the agent has to say it; either limit is enough unless `both` is set. */
const where = z.strictObject({
  firstAgentTurns: z.number().int().positive().optional(),
  lastAgentTurns: z.number().int().positive().optional(),
  /** Shares of the conversation's words. */
  fromShare: share.optional(),
  toShare: share.optional(),
  both: z.boolean().optional(),
})

const ratedPhrase = z.strictObject({
  pattern: z.string().min(1),
  confidence: share,
  negationWindow: z.number().int().nonnegative().optional(),
})

const elementsRule = z.strictObject({
  kind: z.literal('elements'),
  needed: z.number().int().positive(),
  where,
  needs: z.enum(['start', 'end']),
  confidence: z.strictObject({ pass: share, perFurtherElement: share, fail: share, partialFail: share }),
  elements: z.record(z.string(), phrases),
})

const saidRule = z.strictObject({
  kind: z.literal('said'),
  where,
  needs: z.enum(['start', 'end']),
  confidence: z.strictObject({ fail: share, softenedFail: share, repeated: share }),
  phrases: z.array(ratedPhrase),
  except: phrases.optional(),
  appliesWhen: z.strictObject({ by, reason: z.string(), phrases }).optional(),
  softenedBy: z.strictObject({ by, phrases }).optional(),
})

const responseRule = z.strictObject({
  kind: z.literal('response'),
  /** In how many agent turns after the moment the response has to come. */
  within: z.number().int().positive(),
  noMoment: z.string(),
  moment: z.strictObject({
    compoundAtMost: z.number().min(-1).max(1),
    strong: phrases,
    mild: phrases,
    not: phrases,
  }),
  phrases: z.array(ratedPhrase),
  except: phrases,
  nearMisses: phrases,
  confidence: z.strictObject({ strongFail: share, mildFail: share, nearMissFail: share }),
})

const rule = z.discriminatedUnion('kind', [elementsRule, saidRule, responseRule])

const question = z.strictObject({
  id: z.string().min(1),
  section: z.string().min(1),
  title: z.string().min(1),
  text: z.string().min(1),
  weight: z.number().nonnegative(),
  rule,
})

const scorecard = z.strictObject({
  id: z.string().min(1),
  version: z.number().int().positive(),
  title: z.string().min(1),
  languages: z.array(z.string().min(2)).min(1),
  strategy: z.literal('question-weighted'),
  /** Word lists that phrases use as `{name}`. */
  lists: z.record(z.string(), z.string()),
  /** Endings after which nobody can be expected to close properly. */
  endedEarly: z.array(
    z.strictObject({ by, lastTurns: z.number().int().positive(), reason: z.string(), phrases }),
  ),
  sections: z.array(z.strictObject({ id: z.string(), title: z.string(), weight: z.number() })),
  questions: z.array(question).min(1),
})

export type RuleScorecard = z.infer<typeof scorecard>
export type RuleQuestion = z.infer<typeof question>
export type ElementsRule = z.infer<typeof elementsRule>
export type SaidRule = z.infer<typeof saidRule>
export type ResponseRule = z.infer<typeof responseRule>
export type RulePosition = z.infer<typeof where>

/** A scorecard of rules from its JSON; throws a ZodError that names the field where it is not one. */
function parseRuleScorecard(json: unknown): RuleScorecard {
  return scorecard.parse(json)
}

let parsed: RuleScorecard | undefined

/** The six said / not-said questions that every workspace starts with (English). */
export function starterScorecard(): RuleScorecard {
  parsed ??= parseRuleScorecard(starter)
  return parsed
}
