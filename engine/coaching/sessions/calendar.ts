import ical, { ICalCalendarMethod } from 'ical-generator'
import { plural, t } from '#speech'
import type { NextSession } from '../../../shared/contract/coaching-board.ts'
import type { SessionListItem } from '../../../shared/contract/session.ts'
import { languageAtHand } from '../../speaking-in.ts'

interface Appointment extends Pick<SessionListItem, 'people' | 'plannedMinutes' | 'coach'> {
  /** Of its UID, in this workspace. */
  key: string
  at: number
}

/** The appointments of some sessions: when one to come is planned, and the next date that a held one left. */
export function appointmentsOf(
  sessions: readonly SessionListItem[],
  next: readonly NextSession[],
): Appointment[] {
  return [
    ...sessions.flatMap(({ id, state, plannedAt, ...rest }) =>
      (state === 'prepared' || state === 'running') && plannedAt !== null
        ? { ...rest, key: String(id), at: plannedAt }
        : [],
    ),
    ...next.map(({ sessionId, ...rest }) => ({ ...rest, key: `${sessionId}-next` })),
  ]
}

/** The next date that a session left, whether or not another stands for it by now; none where it is past. */
export function nextOf({ id, state, nextAt, ...rest }: SessionListItem, now: number): NextSession[] {
  return state === 'held' && nextAt !== null && nextAt > now ? [{ ...rest, sessionId: id, at: nextAt }] : []
}

/**
 * Sessions with a date as a calendar file (RFC 5545), for any calendar program. Nothing of what is to be said is in it: calendars are shared. Times are
 * UTC instants, which every program shows in its own zone; one session has one UID, so that a second file moves the appointment.
 */
export function calendarFile(sessions: readonly Appointment[], workspaceId: string, now: number): string {
  const calendar = ical({
    prodId: { company: 'Debrief', product: 'Coaching', language: languageAtHand().toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  })
  for (const { key, people, at, plannedMinutes, coach } of sessions) {
    calendar.createEvent({
      id: `coaching-${key}@${workspaceId}.debrief.invalid`,
      start: new Date(at),
      end: new Date(at + plannedMinutes * 60_000),
      stamp: new Date(now),
      summary:
        people.length === 1
          ? t`Coaching: ${{ name: people[0]!.name }}`
          : t`Coaching: ${plural({ people: people.length }, { one: '# person', other: '# people' })}`,
      description: [people.map(({ name }) => name).join(', '), coach === '' ? '' : t`With ${{ coach }}`]
        .filter((line) => line !== '')
        .join('\n'),
    })
  }
  return calendar.toString()
}
