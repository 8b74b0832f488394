import ical, { ICalCalendarMethod } from 'ical-generator'
import type { SessionListItem } from '../../../shared/contract/session.ts'

/**
 * Sessions with a date as a calendar file (RFC 5545), for any calendar program. Nothing of what is to be said is in it: calendars are shared. Times are
 * UTC instants, which every program shows in its own zone; one session has one UID, so that a second file moves the appointment.
 */
export function calendarFile(
  sessions: readonly Pick<SessionListItem, 'id' | 'people' | 'plannedAt' | 'plannedMinutes' | 'coach'>[],
  workspaceId: string,
  now: number,
): string {
  const calendar = ical({
    prodId: { company: 'Debrief', product: 'Coaching', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  })
  for (const { id, people, plannedAt, plannedMinutes, coach } of sessions) {
    if (plannedAt === null) continue
    calendar.createEvent({
      id: `coaching-${id}@${workspaceId}.debrief.invalid`,
      start: new Date(plannedAt),
      end: new Date(plannedAt + plannedMinutes * 60_000),
      stamp: new Date(now),
      summary: people.length === 1 ? `Coaching: ${people[0]!.name}` : `Coaching: ${people.length} people`,
      description: [people.map(({ name }) => name).join(', '), coach === '' ? '' : `With ${coach}`]
        .filter((line) => line !== '')
        .join('\n'),
    })
  }
  return calendar.toString()
}
