import { z } from 'zod'
import { contactRef } from '../domain/contact-ref.ts'
import { instantMs, isoDay } from '../domain/time.ts'
import { call } from './base.ts'
import { segment } from './conversations.ts'

const range = { min: z.number().optional(), max: z.number().optional() }

/** What to look for. Filters narrow what the words find; both ends of a range belong to it. */
export const searchInput = z.object({
  /** Words, "phrases", begin*, a OR b, a ~5 b, -without, agent:, customer:, first:1m, last:2m, in:conversation. */
  query: z.string().max(1000),
  agentId: z.number().int().optional(),
  /** The agent's team when the conversation took place. */
  teamId: z.number().int().optional(),
  queue: z.string().optional(),
  channel: z.string().optional(),
  from: isoDay.optional(),
  to: isoDay.optional(),
  /** Narrows as `agent:` and `customer:` in the query do. */
  speaker: z.enum(['agent', 'customer']).optional(),
  /** The turn begins within this long of the start, or of the end, of the conversation. */
  firstMs: z.number().positive().optional(),
  lastMs: z.number().positive().optional(),
  /** VADER compound -1..1 of the customer: of the turn itself, or at the end of the conversation. */
  sentiment: z.object({ of: z.enum(['turn', 'end']), ...range }).optional(),
  /** 0..1, of the newest evaluation by a person, else of the automated one. */
  score: z.object(range).optional(),
  /** A conversation measure by the id of its metric, in the metric's unit. */
  measure: z.object({ metricId: z.string(), ...range }).optional(),
})
export type SearchInput = z.infer<typeof searchInput>

const page = {
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(200).default(50),
}

/** A turn as a hit shows it. */
const foundTurn = segment.omit({ words: true, corrected: true })

export const searchHit = z.object({
  interactionId: z.number().int(),
  contactRef,
  at: instantMs.nullable(),
  agent: z.object({ id: z.number().int(), name: z.string(), team: z.string().nullable() }).nullable(),
  queue: z.string().nullable(),
  channel: z.string().nullable(),
  turn: foundTurn,
  /** Characters of `turn.text` (UTF-16, end excluded) that were looked for, in order. */
  highlights: z.array(z.object({ startChar: z.number().int(), endChar: z.number().int() })),
  before: foundTurn.nullable(),
  after: foundTurn.nullable(),
})
export type SearchHit = z.infer<typeof searchHit>

export const searchResult = z.object({
  /** Turns found and ranked; never more than a thousand. */
  total: z.number().int(),
  /** The conversations they are in. */
  conversations: z.number().int(),
  /** There are more than `total`, or there may be: only the conversations brought in last were looked at. */
  hasMore: z.boolean(),
  hits: z.array(searchHit),
  /** Where no turn has all the words: how many conversations have them spread over several turns. */
  spreadOver: z.number().int().nullable(),
  /** Where nothing was found with filters: how many turns the words alone find (up to a thousand). */
  withoutFilters: z.number().int().nullable(),
})
export type SearchResult = z.infer<typeof searchResult>

export const savedSearch = z.object({
  id: z.number().int(),
  name: z.string(),
  search: searchInput,
  at: instantMs,
})
export type SavedSearch = z.infer<typeof savedSearch>

const name = z.string().trim().min(1).max(80)

export const searchContract = {
  find: call.input(searchInput.extend(page)).output(searchResult),
  /** More like one turn: by its most telling words, in other conversations. */
  similar: call
    .input(z.object({ interactionId: z.number().int(), segment: z.number().int(), ...page }))
    .output(
      searchResult.pick({ total: true, conversations: true, hasMore: true, hits: true }).extend({
        /** The turn asked for, and its words that were looked for, the most telling first. */
        like: foundTurn,
        words: z.array(z.string()),
      }),
    ),
  /** A conversation by the id its contact has in the source, or by the beginning of it. */
  byReference: call
    .input(z.object({ reference: z.string().max(200), limit: z.number().int().min(1).max(20).default(5) }))
    .output(
      z.array(
        z.object({ interactionId: z.number().int(), contactRef: z.string(), at: instantMs.nullable() }),
      ),
    ),
  saved: call.output(z.array(savedSearch)),
  save: call.input(z.object({ name, search: searchInput })).output(savedSearch),
  rename: call.input(z.object({ id: z.number().int(), name })).output(savedSearch),
  /** Gives what was deleted, so that it can be saved again. */
  remove: call.input(z.object({ id: z.number().int() })).output(savedSearch),
}
