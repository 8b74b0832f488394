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

/** Something that somebody says, wherever in the conversation, and what it means for a question that is not answered. */
const circumstance = z.strictObject({ by, reason: z.string().min(1), phrases })

const elementsRule = z.strictObject({
  kind: z.literal('elements'),
  needed: z.number().int().positive(),
  where,
  needs: z.enum(['start', 'end']),
  confidence: z.strictObject({ pass: share, perFurtherElement: share, fail: share, partialFail: share }),
  elements: z.record(z.string(), phrases),
  /**
   * The element that is the agent's own name: said where the name as the workspace knows it is said; where no name is known,
   * where one of the `loose` phrases is. A word that may be a name keeps the rule from saying "not said".
   */
  names: z.strictObject({ element: z.string(), loose: phrases }).optional(),
})

const saidRule = z.strictObject({
  kind: z.literal('said'),
  where,
  needs: z.enum(['start', 'end']),
  confidence: z.strictObject({ fail: share, repeated: share }),
  phrases: z.array(ratedPhrase),
  except: phrases.optional(),
  /** All of these have to be there, else it did not have to be said. */
  appliesWhen: z.array(circumstance).optional(),
  /** Any of these, and nobody can say that it was missing. */
  excusedBy: z.array(circumstance).optional(),
  /** What the agent says that comes near it, in the last turns where they are given. */
  nearMisses: z.strictObject({ lastAgentTurns: z.number().int().positive().optional(), phrases }).optional(),
  /** Where the customer has the last word, the agent may not have had the chance. */
  needsLastWord: z.boolean().optional(),
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
  /** An agent who answers in words as dark as this may well speak of the trouble. */
  nearMissCompoundAtMost: z.number().min(-1).max(1),
  confidence: z.strictObject({ fail: share }),
})

const rule = z.discriminatedUnion('kind', [elementsRule, saidRule, responseRule])

const question = z.strictObject({
  id: z.string().min(1),
  section: z.string().min(1),
  title: z.string().min(1),
  text: z.string().min(1),
  weight: z.number().nonnegative(),
  /** What reviewers' forms call the same question: phrases in its label. */
  askedAs: phrases,
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
  /** How people take leave: without it the end of a conversation may be missing. */
  leaveTaking: z.strictObject({ lastTurns: z.number().int().positive(), phrases }),
  sections: z.array(z.strictObject({ id: z.string(), title: z.string(), weight: z.number() })),
  questions: z.array(question).min(1),
})

export type RuleScorecard = z.infer<typeof scorecard>
export type RuleQuestion = z.infer<typeof question>
export type ElementsRule = z.infer<typeof elementsRule>
export type SaidRule = z.infer<typeof saidRule>
export type ResponseRule = z.infer<typeof responseRule>
export type Circumstance = z.infer<typeof circumstance>
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
