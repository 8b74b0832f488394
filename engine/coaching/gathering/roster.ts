import { msg, say, type MessageDescriptor } from '#speech'
import type { Directory, DirectoryPerson } from '../../people/index.ts'
import type { CoachingWindow } from '../window.ts'

/** Days after joining in which somebody counts as new. */
const NEW_FOR_DAYS = 90

/** Why somebody is not ranked. */
export type Hiding =
  | 'has left'
  | 'is on leave'
  | 'has no data in this window'
  | 'may be somebody listed: confirm under Data'

const hidingWords: Record<Hiding, MessageDescriptor> = {
  'has left': msg`has left`,
  'is on leave': msg`is on leave`,
  'has no data in this window': msg`has no data in this window`,
  'may be somebody listed: confirm under Data': msg`may be somebody listed: confirm under Data`,
}

/** The reason in the language at hand. */
export function hidingInWords(why: Hiding): string {
  return say(hidingWords[why])
}

/** Whether somebody joined less than 90 days before the window's end. */
export function isNew(person: DirectoryPerson, window: CoachingWindow): boolean {
  return (
    person.hiredDay !== null && window.to - person.hiredDay < NEW_FOR_DAYS && person.hiredDay <= window.to
  )
}

/** What rosters write for people who left or are away: whole words, since a top performer is not a former one. */
const LEFT = /\b(?:terminat\w*|left|leavers?|former|resign\w*|inactive)\b/
const ON_LEAVE = /\b(?:leave|absent|sabbatical|loa)\b/

/** Why a person is left out of the ranking, or null. */
export function hidingOf(person: DirectoryPerson, hasData: boolean, window: CoachingWindow): Hiding | null {
  const status = person.status?.toLowerCase() ?? ''
  // a date stands above a status, which only tells of today
  const hasLeft = person.leftDay === null ? LEFT.test(status) : person.leftDay <= window.to
  if (hasLeft) return 'has left'
  const isOnLeave =
    person.leaveFromDay === null
      ? ON_LEAVE.test(status)
      : person.leaveFromDay <= window.to && (person.leaveToDay ?? window.to) >= window.to
  if (isOnLeave) return 'is on leave'
  return hasData ? null : 'has no data in this window'
}

/**
 * Who is ranked and who is not, with the reason. `perhaps` are people without contacts of their own who may be somebody else in the
 * list: they wait until somebody says who they are.
 */
export function splitPeople(
  directory: Directory,
  withData: ReadonlySet<number>,
  perhaps: ReadonlySet<number>,
  window: CoachingWindow,
): { active: DirectoryPerson[]; hidden: { person: DirectoryPerson; why: Hiding }[] } {
  const active: DirectoryPerson[] = []
  const hidden: { person: DirectoryPerson; why: Hiding }[] = []
  for (const person of directory.people.values()) {
    const why =
      hidingOf(person, withData.has(person.id), window) ??
      (perhaps.has(person.id) ? 'may be somebody listed: confirm under Data' : null)
    if (why === null) active.push(person)
    else hidden.push({ person, why })
  }
  return { active, hidden }
}
