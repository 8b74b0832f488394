import { z } from 'zod'
import { instantMs, isoDay } from '../domain/time.ts'
import { commitment, personId, sessionId, sessionListItem } from './session.ts'

/** Somebody of the teams looked at who has not been seen for four weeks, or never. */
export const unseenAgent = z.object({
  id: personId,
  name: z.string(),
  team: z.string().nullable(),
  lastHeldAt: instantMs.nullable(),
  daysSince: z.number().int().nullable(),
})
export type UnseenAgent = z.infer<typeof unseenAgent>

/** Praise and correction in the sessions held lately. */
export const sessionBalance = z.object({
  days: z.number().int(),
  sessions: z.number().int(),
  /** Sessions whose agenda had a strength that was talked about. */
  withStrength: z.number().int(),
  /** Sessions about nothing but a gap. */
  correctionOnly: z.number().int(),
})
export type SessionBalance = z.infer<typeof sessionBalance>

/** A date set at the end of a session, for which nothing is prepared yet. */
export const nextSession = sessionListItem
  .pick({ people: true, focus: true, coach: true, plannedMinutes: true })
  .extend({
    /** The session it was set in. */
    sessionId,
    at: instantMs,
  })
export type NextSession = z.infer<typeof nextSession>

export const sessionBoard = z.object({
  /** To come first, the soonest first and those without a date last; then held and called off, the latest first. */
  sessions: z.array(sessionListItem),
  next: z.array(nextSession),
  commitments: z.array(commitment),
  unseen: z.array(unseenAgent),
  balance: sessionBalance,
})
export type SessionBoard = z.infer<typeof sessionBoard>

/** One day of the supervisor's week. */
export const coachingWeek = z.object({
  from: isoDay,
  to: isoDay,
  today: isoDay,
  /** False where the policy keeps ranking off: then nobody is suggested. */
  isRanked: z.boolean(),
  days: z.array(z.object({ day: isoDay, sessions: z.array(sessionListItem), next: z.array(nextSession) })),
  /** Prepared, without a date. */
  undated: z.array(sessionListItem),
  /** Due this week or overdue. */
  commitments: z.array(commitment),
  /** People of the ranking who should be seen and for whom nothing is planned, in its order. */
  suggested: z.array(
    z.object({
      agent: z.object({ id: personId, name: z.string(), team: z.string().nullable() }),
      reason: z.string(),
      driverId: z.string().nullable(),
      lastHeldAt: instantMs.nullable(),
    }),
  ),
})
export type CoachingWeek = z.infer<typeof coachingWeek>
