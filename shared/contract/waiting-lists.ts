import { z } from 'zod'
import { instantMs, isoDay, MOST_WINDOW_DAYS } from '../domain/time.ts'
import { call } from './base.ts'
import { waitingListResult } from './effects.ts'

/** Fewer cannot be compared: it takes two on either side. More is no waiting list any more. */
export const DRAW_LIMITS = { fewest: 4, fewestOnASide: 2, most: 60 }

const listId = z.number().int()
const personId = z.number().int()
const driver = z.object({ id: z.string(), label: z.string() })
const done = z.object({ ok: z.literal(true) })

/** People whose gap on one driver is proposed and who could be drawn, the highest priority first. */
export const tie = z.object({
  driver,
  people: z.array(
    z.object({
      id: personId,
      name: z.string(),
      team: z.string().nullable(),
      /** As the ranking has it: outcome points a week. */
      priority: z.number(),
      /** Their priorities lie within a tenth of each other: the most people that do. */
      isTied: z.boolean(),
    }),
  ),
})
export type Tie = z.infer<typeof tie>

export const waitingList = z.object({
  id: listId,
  driver,
  drawnOn: isoDay,
  drawnAt: instantMs,
  /** Empty where nobody said who they are. */
  drawnBy: z.string(),
  seed: z.number().int(),
  /** Drawing again with this seed gives the same order. */
  isRepeatable: z.boolean(),
  /** In the order drawn. */
  people: z.array(
    z.object({
      /** Null where that person is gone from the data. */
      id: personId.nullable(),
      name: z.string(),
      team: z.string().nullable(),
      isFirst: z.boolean(),
      /** The session on it since the draw: prepared, running or held. */
      session: z.object({ id: z.number().int(), state: z.enum(['prepared', 'running', 'held']) }).nullable(),
    }),
  ),
  /** The day on which the first of those who wait was coached on it: the comparison ends before it. */
  endedOn: isoDay.nullable(),
  /** Null where the driver is no longer measured. */
  result: waitingListResult.nullable(),
})
export type WaitingList = z.infer<typeof waitingList>

export const waitingListsContract = {
  /** Drivers on which at least four people could be drawn, those with the most ties first. Of some teams' people, or of all. */
  ties: call.input(z.object({ teamIds: z.array(z.number().int()).optional() })).output(z.array(tie)),
  /** Draws by lot who goes first, and keeps order and seed. Who is on a list that still runs, or is no longer proposed, is refused. */
  draw: call
    .input(
      z.object({
        driverId: z.string(),
        agentIds: z.array(personId).max(DRAW_LIMITS.most),
        /** How many go first; half of them when absent. */
        first: z.number().int().optional(),
        days: z.number().int().min(1).max(MOST_WINDOW_DAYS).optional(),
      }),
    )
    .output(z.object({ id: listId })),
  /** Every draw that stands, the newest first, with what it shows. */
  list: call.output(z.array(waitingList)),
  /** Undoes a draw. Sessions that were prepared stay. */
  remove: call.input(z.object({ id: listId })).output(done),
  restore: call.input(z.object({ id: listId })).output(done),
}
