import { z } from 'zod'
import { ruleMeasureIds } from './rule-measures.ts'

const share = z.number().min(0).max(1)
const seconds = z.number().min(0).max(86_400)
const turns = z.int().min(1).max(1000)
const speaker = z.enum(['agent', 'customer', 'anyone'])
const patterns = z.array(z.string())

/**
 * Where something has to be said; every limit given has to hold. Turns are those of whoever has to say it, shares are of the words,
 * seconds from the first word. Inside a passage all of them are counted from the passage's own beginning and end.
 */
const whereSaid = z.strictObject({
  firstTurns: turns.optional(),
  lastTurns: turns.optional(),
  fromShare: share.optional(),
  toShare: share.optional(),
  fromSeconds: seconds.optional(),
  toSeconds: seconds.optional(),
  /** No earlier than so many seconds before the last word. */
  lastSeconds: seconds.optional(),
})

/** Phrases in the pattern language, own ones and named sets of the starter questions ("closing", "greeting.offer"). */
const phraseList = {
  phrases: patterns,
  sets: z.array(z.string()).optional(),
  /** A match that touches one of these does not count. */
  except: patterns.optional(),
  exceptSets: z.array(z.string()).optional(),
  /** No match where "not", "never" and the like stand within so many words before. */
  negationWindow: z.int().min(0).max(10).optional(),
  /** What recognition gets wrong: `one-edit` takes one wrong letter in words of five letters and more, `sounds-alike` words that sound the same, too. */
  tolerance: z.enum(['off', 'one-edit', 'sounds-alike']).optional(),
}

const said = {
  ...phraseList,
  by: speaker,
  where: whereSaid.optional(),
  leastTimes: z.int().min(1).max(50).optional(),
}

const limit = {
  comparison: z.enum(['above', 'at-least', 'below', 'at-most', 'between']),
  value: z.number(),
  /** The upper end of `between`; both ends count. */
  to: z.number().optional(),
}

const howMany = z.enum(['some', 'every'])

const saidCondition = z.strictObject({ kind: z.literal('said'), ...said })
const notSaidCondition = z.strictObject({ kind: z.literal('not-said'), ...said })
/** The agent's own name; where no source tells it, one of the phrases that people introduce themselves with. */
const ownNameCondition = z.strictObject({
  kind: z.literal('own-name'),
  phrases: patterns,
  sets: z.array(z.string()).optional(),
  where: whereSaid.optional(),
})
const measureCondition = z.strictObject({
  kind: z.literal('measure'),
  metric: z.enum(ruleMeasureIds),
  ...limit,
})
/** Sentiment of the customer's words, -1..1 (shift -2..2), English only: mean of the first or last third, their difference, all, the lowest turn. */
const sentimentCondition = z.strictObject({
  kind: z.literal('sentiment'),
  of: z.enum(['start', 'end', 'shift', 'mean', 'lowest']),
  ...limit,
})
/** How fast the agent says a passage, in words a minute. */
const paceCondition = z.strictObject({
  kind: z.literal('pace'),
  ...phraseList,
  where: whereSaid.optional(),
  howMany: howMany.optional(),
  ...limit,
})
/** For how many seconds the customer speaks into a passage of the agent's; listeners' signs ("mm-hm") do not count. */
const talkedOverCondition = z.strictObject({
  kind: z.literal('talked-over'),
  ...phraseList,
  where: whereSaid.optional(),
  howMany: howMany.optional(),
  ...limit,
})
/** Something that happens rather than being said. */
const momentCondition = z.strictObject({
  kind: z.literal('moment'),
  moment: z.enum(['hold', 'silence', 'interruption-by-agent', 'interruption-by-customer']),
  leastSeconds: seconds.optional(),
})

/** A part of the conversation. `turns` are counted of `turnsOf` (anyone where left out). */
const reach = {
  turns: turns.optional(),
  turnsOf: speaker.optional(),
  seconds: seconds.optional(),
}

type Leaf =
  | z.infer<typeof saidCondition>
  | z.infer<typeof notSaidCondition>
  | z.infer<typeof ownNameCondition>
  | z.infer<typeof measureCondition>
  | z.infer<typeof sentimentCondition>
  | z.infer<typeof paceCondition>
  | z.infer<typeof talkedOverCondition>
  | z.infer<typeof momentCondition>

type Reach = { turns?: number; turnsOf?: 'agent' | 'customer' | 'anyone'; seconds?: number }

export type RulePassage =
  | ({ kind: 'after' | 'before'; anchor: RuleCondition } & Reach)
  /** From the one to the next of the other; to the end of the conversation where it does not come. */
  | { kind: 'between'; from: RuleCondition; to: RuleCondition }

/**
 * One building block of a rule. True, false or unknown: unknown spreads only as far as it matters (Kleene's strong logic).
 * `order`: the first comes before the other (`every`: before each of them). `near`: `what` comes within reach of `to`.
 * `within`: the condition, looked at in a passage only; `withoutPassage` says what holds where there is no such passage.
 */
export type RuleCondition =
  | Leaf
  | { kind: 'all' | 'any' | 'none'; of: RuleCondition[] }
  | { kind: 'at-least'; count: number; of: RuleCondition[] }
  | { kind: 'not'; of: RuleCondition }
  | { kind: 'order'; first: RuleCondition; second: RuleCondition; howMany?: 'some' | 'every' }
  | ({
      kind: 'near'
      what: RuleCondition
      to: RuleCondition
      direction: 'after' | 'before' | 'either'
      howMany?: 'some' | 'every'
    } & Reach)
  | {
      kind: 'within'
      passage: RulePassage
      condition: RuleCondition
      howMany?: 'some' | 'every'
      withoutPassage?: 'true' | 'false' | 'unknown'
    }

export const ruleCondition: z.ZodType<RuleCondition> = z.lazy(() => anyCondition)

const many = z.array(ruleCondition)
const passage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['after', 'before']), anchor: ruleCondition, ...reach }),
  z.strictObject({ kind: z.literal('between'), from: ruleCondition, to: ruleCondition }),
])

const anyCondition = z.discriminatedUnion('kind', [
  saidCondition,
  notSaidCondition,
  ownNameCondition,
  measureCondition,
  sentimentCondition,
  paceCondition,
  talkedOverCondition,
  momentCondition,
  z.strictObject({ kind: z.enum(['all', 'any', 'none']), of: many }),
  z.strictObject({ kind: z.literal('at-least'), count: z.int().min(1).max(200), of: many }),
  z.strictObject({ kind: z.literal('not'), of: ruleCondition }),
  z.strictObject({
    kind: z.literal('order'),
    first: ruleCondition,
    second: ruleCondition,
    howMany: howMany.optional(),
  }),
  z.strictObject({
    kind: z.literal('near'),
    what: ruleCondition,
    to: ruleCondition,
    direction: z.enum(['after', 'before', 'either']),
    howMany: howMany.optional(),
    ...reach,
  }),
  z.strictObject({
    kind: z.literal('within'),
    passage,
    condition: ruleCondition,
    howMany: howMany.optional(),
    withoutPassage: z.enum(['true', 'false', 'unknown']).optional(),
  }),
])
