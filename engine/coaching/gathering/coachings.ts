import type { ReadableDatabase } from '../../store/index.ts'
import { readMarks } from '../marks.store.ts'
import { readCoachingEvents } from '../sessions/sessions.store.ts'

/** That somebody was coached, or is about to be: a mark "coached today", or a session. */
export interface Coaching {
  personId: number
  /** Null: on an idea that is no driver. */
  driverId: string | null
  /** When; null for a session that is still to come. */
  at: number | null
  /** The day of the workspace; null for a session that is still to come. */
  day: number | null
}

/** Every coaching that stands: those to come first, then the newest first. */
export function readCoachings(database: ReadableDatabase, dayOf: (instantMs: number) => number): Coaching[] {
  const marks = readMarks(database).map(({ personId, driverId, at }) => ({ personId, driverId, at }))
  const sessions = readCoachingEvents(database).map(({ personId, driverId, heldAt }) => ({
    personId,
    driverId,
    at: heldAt,
  }))
  return [...marks, ...sessions]
    .map((one) => ({ ...one, day: one.at === null ? null : dayOf(one.at) }))
    .toSorted((a, b) => (b.at ?? Infinity) - (a.at ?? Infinity))
}
