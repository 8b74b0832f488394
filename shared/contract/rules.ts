import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { contactRef } from '../domain/contact-ref.ts'
import { ruleExample } from '../domain/rule-example.ts'
import { ruleTrace } from '../domain/rule-trace.ts'
import { questionRule } from '../domain/rule.ts'
import { instantMs } from '../domain/time.ts'
import { call } from './base.ts'

const asked = z.object({ scorecardId: z.number().int(), questionId: z.string() })

const problem = z.object({ path: z.string(), sentence: z.string() })

/** What a rule comes to beside a person's answer: by the points of the option it ticks. */
const outcome = z.enum(['pass', 'fail', 'not-applicable', 'abstain'])
export type RuleOutcome = z.infer<typeof outcome>

/** A rule as somebody is writing it: any JSON, said to be a rule by its problems being none. */
const unfinished = z.unknown()

const ruleVersion = z.object({
  version: z.number().int(),
  state: z.enum(['draft', 'active', 'past']),
  rule: unfinished,
  examples: z.array(ruleExample),
  updatedAt: instantMs,
  editedBy: z.string(),
})

const ruleEvent = z.object({
  at: instantMs,
  who: z.string(),
  kind: z.enum(['activated', 'deactivated', 'undone']),
  fromVersion: z.number().int().nullable(),
  toVersion: z.number().int().nullable(),
})

export const ruleOfQuestion = asked.extend({
  form: z.string(),
  title: z.string(),
  guidance: z.string(),
  /** The words of the options it offers; none: answered with a figure or text, which no rule does. */
  options: z.array(z.string()),
  /** The options that say passed and failed by themselves; null where several do, or none. */
  usual: z.object({ pass: z.string().nullable(), fail: z.string().nullable() }),
  /** Whether reviewers score on a version that has this question. */
  isPublished: z.boolean(),
  /** Whether Debrief's own rules answer the question, too. */
  hasReadyAnswers: z.boolean(),
  /** Grows with everything done to the rule; to be given back when it is saved. */
  revision: z.number().int(),
  draft: ruleVersion.nullable(),
  /** What is wrong with the draft. */
  problems: z.array(problem),
  active: ruleVersion.nullable(),
  versions: z.array(ruleVersion),
  events: z.array(ruleEvent),
})
export type RuleOfQuestion = z.infer<typeof ruleOfQuestion>

const exampleResult = z.object({
  outcome,
  option: z.string().nullable(),
  sentence: z.string().nullable(),
  isExpected: z.boolean(),
})

const libraryRule = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  description: z.string(),
  rule: questionRule,
  examples: z.array(ruleExample),
})
export type ReadyRule = z.infer<typeof libraryRule>

const library = z.object({
  rules: z.array(libraryRule),
  phraseSets: z.array(z.string()),
  lists: z.record(z.string(), z.string()),
})
export type RuleLibrary = z.infer<typeof library>

/** One conversation of a try. */
const triedConversation = z.object({
  interactionId: z.number().int(),
  contactRef,
  agent: z.string().nullable(),
  at: instantMs.nullable(),
  outcome,
  option: z.string().nullable(),
  /** What the rule that answers now says; null where there is none. */
  before: outcome.nullable(),
  human: z.enum(['pass', 'fail', 'not-applicable']).nullable(),
})
export type TriedConversation = z.infer<typeof triedConversation>

/** How a try stands: figures over everything looked at so far, and the conversations that came since the last of these. */
export const ruleTry = z.object({
  done: z.number().int(),
  total: z.number().int(),
  isFinished: z.boolean(),
  counts: z.record(outcome, z.number().int()),
  options: z.array(z.object({ option: z.string(), n: z.number().int() })),
  /** Why it says nothing, or why it does not apply, most frequent first. */
  reasons: z.array(
    z.object({
      outcome: z.enum(['abstain', 'not-applicable']),
      sentence: z.string(),
      n: z.number().int(),
    }),
  ),
  /** Against the rule that answers now; null where there is none. */
  changed: z
    .object({
      n: z.number().int(),
      moves: z.array(z.object({ from: outcome, to: outcome, n: z.number().int() })),
    })
    .nullable(),
  /** Against answers of people, of those conversations the rule answers (passed or failed, both); null where there are none. */
  human: z
    .object({
      n: z.number().int(),
      agreements: z.number().int(),
      /** Wilson, 95%; null for n = 0. */
      agreement: z.object({ share: z.number(), low: z.number(), high: z.number() }).nullable(),
      confusion: z.array(
        z.object({
          human: z.enum(['pass', 'fail', 'not-applicable']),
          rule: outcome,
          n: z.number().int(),
        }),
      ),
    })
    .nullable(),
  conversations: z.array(triedConversation),
})
export type RuleTry = z.infer<typeof ruleTry>

const turn = z.object({
  speaker: z.string(),
  text: z.string(),
  startMs: z.number().nullable(),
  endMs: z.number().nullable(),
})

/** A conversation with what a rule found in it. `start` and `end` are offsets in the turn's text, end exclusive; `path` the building block. */
const explained = z.object({
  interactionId: z.number().int(),
  languageCode: z.string().nullable(),
  outcome,
  option: z.string().nullable(),
  confidence: z.number().nullable(),
  sentence: z.string().nullable(),
  turns: z.array(turn),
  matches: z.array(
    z.object({
      path: z.string(),
      segment: z.number().int(),
      start: z.number().int(),
      end: z.number().int(),
      hasDecided: z.boolean(),
    }),
  ),
  trace: z.array(ruleTrace),
})
export type ExplainedConversation = z.infer<typeof explained>

const expected = asked.extend({ revision: z.number().int() })
const done = z.object({ rule: ruleOfQuestion, jobId: z.number().int() })

export const rulesContract = {
  get: call.input(asked).output(ruleOfQuestion),
  /** Which questions of a form have a rule. */
  list: call
    .input(z.object({ scorecardId: z.number().int() }))
    .output(z.array(z.object({ questionId: z.string(), state: z.enum(['draft', 'active']) }))),
  /** The ready rules, and the named sets of phrases and the word lists any rule may use. */
  library: call.output(library),
  /** Saves the draft as it is, whatever is wrong with it, and says what that is. `CONFLICT` where it was changed since `revision`. */
  saveDraft: call
    .input(expected.extend({ rule: unfinished, examples: z.array(ruleExample).max(200) }))
    .output(z.object({ revision: z.number().int(), problems: z.array(problem) })),
  /** Lets the draft answer; every conversation is answered anew by a job. `INVALID_INPUT` for a rule with a problem. */
  activate: call.input(expected).output(done),
  /** Lets nothing answer any more; what was answered goes. */
  deactivate: call.input(expected).output(done),
  /** Takes the last of these decisions back. */
  undo: call.input(expected).output(done),
  /** Asks a rule of its examples. */
  runExamples: call
    .input(asked.extend({ rule: unfinished, examples: z.array(ruleExample).max(200) }))
    .output(z.object({ problems: z.array(problem), results: z.array(exampleResult) })),
  /** Asks a rule of conversations, newest first, and tells how that goes until it is finished or the caller stops listening. */
  try: call
    .input(
      asked.extend({
        rule: unfinished,
        scope: z.object({
          days: z.number().int().min(1).max(3660),
          agentId: z.number().int().optional(),
          limit: z.number().int().min(1).max(10_000),
        }),
      }),
    )
    .output(eventIterator(ruleTry)),
  /** A page of conversations with everything a rule finds in them. */
  explain: call
    .input(asked.extend({ rule: unfinished, interactionIds: z.array(z.number().int()).max(20) }))
    .output(z.array(explained)),
}
