import type { NextSession } from '../../../shared/contract/coaching-board.ts'
import type { SessionListItem } from '../../../shared/contract/session.ts'

/** A date that passed so long ago without a session surfaces with whom nobody has seen. */
const KEPT_DAYS = 28

/**
 * Dates set at the end of held sessions that nothing stands for yet, the soonest first. One is done with where the same people have a session to come on
 * the same focus or that day, were seen that day or later, or left a later session with a date of its own.
 */
export function nextDates(
  sessions: readonly SessionListItem[],
  today: number,
  dayOf: (instantMs: number) => number,
): NextSession[] {
  return sessions
    .flatMap((held) => {
      const { heldAt, nextAt } = held
      if (held.state !== 'held' || heldAt === null || nextAt === null) return []
      const day = dayOf(nextAt)
      if (day <= today - KEPT_DAYS) return []
      const isDoneBy = (other: SessionListItem) => {
        const theirs = new Set(other.people.map(({ id }) => id))
        if (other.id === held.id || !held.people.every(({ id }) => theirs.has(id))) return false
        if (other.state === 'prepared' || other.state === 'running') {
          const isSame =
            other.focus.driverId === held.focus.driverId &&
            (held.focus.driverId !== null || other.focus.label === held.focus.label)
          return isSame || (other.plannedAt !== null && dayOf(other.plannedAt) === day)
        }
        if (other.state !== 'held' || other.heldAt === null || other.heldAt <= heldAt) return false
        return dayOf(other.heldAt) >= day || other.nextAt !== null
      }
      if (sessions.some(isDoneBy)) return []
      const { id, people, focus, coach, plannedMinutes } = held
      return { sessionId: id, people, focus, coach, plannedMinutes, at: nextAt }
    })
    .toSorted((a, b) => a.at - b.at)
}
