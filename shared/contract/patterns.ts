import { z } from 'zod'
import { contactRef } from '../domain/contact-ref.ts'
import { dayRange, instantMs, MOST_WINDOW_DAYS } from '../domain/time.ts'
import { call } from './base.ts'
import { groupPatterns } from './group-patterns.ts'

/** A conversation as proof of a finding, opened at the turn meant. */
export const patternMoment = z.object({
  interactionId: z.number().int(),
  segment: z.number().int(),
  contactRef,
  at: instantMs.nullable(),
  agent: z.object({ id: z.number().int(), name: z.string() }).nullable(),
  team: z.string().nullable(),
  queue: z.string().nullable(),
  startMs: z.number().nullable(),
  endMs: z.number().nullable(),
  /** Redacted. */
  quote: z.string(),
  /** What is meant here, in a few words: `231 words a minute, usually 158`. */
  note: z.string(),
})
export type PatternMoment = z.infer<typeof patternMoment>

const named = z.object({ id: z.number().int(), name: z.string() })

/** How many of n, with the 95% interval of the share (Wilson). */
export const patternShare = z.object({
  n: z.number().int(),
  count: z.number().int(),
  share: z.number(),
  low: z.number(),
  high: z.number(),
})
export type PatternShare = z.infer<typeof patternShare>

export const statementShare = patternShare.extend({
  rushed: z.number().int(),
  talkedOver: z.number().int(),
})

/** A required statement, and how often it was rushed or talked over. */
export const statementPattern = z.object({
  id: z.string(),
  title: z.string(),
  says: z.string(),
  sentence: z.string(),
  /** Null where it was never made with a pace that could be judged. */
  all: statementShare.nullable(),
  /** Made, but nobody knows how fast the agent usually speaks. */
  notJudged: z.number().int(),
  teams: z.array(statementShare.extend({ team: named })),
  agents: z.array(statementShare.extend({ agent: named, team: z.string().nullable() })),
  moments: z.array(patternMoment),
})
export type StatementPattern = z.infer<typeof statementPattern>

export const outcomeDifference = z.object({
  metricId: z.string(),
  label: z.string(),
  nWith: z.number().int(),
  nWithout: z.number().int(),
  /** With the phrase minus without, 0..1. */
  difference: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  verdict: z.enum(['no difference seen', 'too few to tell', 'worse', 'better']),
  sentence: z.string(),
})

/** A phrase that goes with longer handle time. */
export const wastePattern = z.object({
  phrase: z.string(),
  alsoSaid: z.array(z.string()),
  sentence: z.string(),
  n: z.number().int(),
  agents: z.number().int(),
  /** Handle time beside that of contacts of the same queue, reason, channel and agent without it. */
  seconds: z.object({ mean: z.number(), low: z.number(), high: z.number() }),
  outcomes: z.array(outcomeDifference),
  moments: z.array(patternMoment),
})
export type WastePattern = z.infer<typeof wastePattern>

/** How one team stands to one question; `rate` and `others` are means of agents' rates. */
export const teamOnQuestion = patternShare.extend({
  team: named,
  /** Null where fewer than four agents on either side can be compared. */
  compared: z
    .object({
      agents: z.number().int(),
      otherAgents: z.number().int(),
      /** On queues both answer; else on everything, no more than a hint. */
      isSameWork: z.boolean(),
      rate: z.number(),
      others: z.number(),
      difference: z.number(),
      low: z.number(),
      high: z.number(),
    })
    .nullable(),
  isSkipped: z.boolean(),
})

/** A question that belongs into a conversation, and the teams that leave it out. Automated, unverified. */
export const questionPattern = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  sentence: z.string(),
  n: z.number().int(),
  said: z.number().int(),
  abstained: z.number().int(),
  teams: z.array(teamOnQuestion),
  moments: z.array(patternMoment),
})
export type QuestionPattern = z.infer<typeof questionPattern>

export const patternFindings = z.object({
  window: dayRange.extend({ days: z.number().int() }),
  coverage: z.object({
    conversations: z.number().int(),
    unread: z.number().int(),
    /** Older ones of the window that were left out, since only so many are looked at. */
    leftOut: z.number().int(),
    timed: z.number().int(),
    withHandleTime: z.number().int(),
    withAgent: z.number().int(),
    sentence: z.string(),
  }),
  disclosures: z.object({
    /** Words a minute above which speech is fast whoever speaks. */
    fastPace: z.number(),
    statements: z.array(statementPattern),
    missing: z.string().nullable(),
  }),
  waste: z.object({
    contacts: z.number().int(),
    tested: z.number().int(),
    setAside: z.number().int(),
    findings: z.array(wastePattern),
    missing: z.string().nullable(),
  }),
  discovery: z.object({ questions: z.array(questionPattern), missing: z.string().nullable() }),
})
export type PatternFindings = z.infer<typeof patternFindings>

export const patternsContract = {
  /** What many conversations of the last days show together. */
  findings: call
    .input(z.object({ days: z.number().int().min(1).max(MOST_WINDOW_DAYS).default(84) }))
    .output(patternFindings),
  ...groupPatterns,
}
