import { msg, type MessageDescriptor } from '#speech'
import { keptSentence, sayerOfKept } from '../../../shared/speech/kept.ts'
import { dayOfNumber } from '../../../shared/domain/time.ts'
import type { RecordEvent, RecordRow } from './records.store.ts'

/** What was changed of a record. It is kept with the record, and so in English. */
const changes = {
  title: msg`Title: ${{ title: '' }}`,
  owner: msg`Owner: ${{ name: '' }}`,
  noOwner: msg`No owner`,
  why: msg`Why: ${{ why: '' }}`,
  noWhy: msg`Why: taken out`,
  due: msg`Due: ${{ day: '' }}`,
  notDue: msg`No due date`,
  checkedFrom: msg`Checked from ${{ day: '' }}`,
  checkedAtOnce: msg`Checked from the day after it was found`,
  removed: msg`Removed`,
  restored: msg`Brought back`,
} satisfies Record<string, MessageDescriptor>

const statuses: Record<RecordRow['status'], MessageDescriptor> = {
  open: msg`Status: open`,
  doing: msg`Status: in work`,
  done: msg`Status: done`,
  dropped: msg`Status: dropped`,
}

/** A change as it is kept, by what is changed and to what. */
export const keptChange = {
  title: (title: string) => keptSentence(changes.title, { title }),
  owner: (name: string) =>
    name === '' ? keptSentence(changes.noOwner) : keptSentence(changes.owner, { name }),
  status: (status: RecordRow['status']) => keptSentence(statuses[status]),
  why: (why: string) => (why === '' ? keptSentence(changes.noWhy) : keptSentence(changes.why, { why })),
  dueDay: (day: number | null) =>
    day === null ? keptSentence(changes.notDue) : keptSentence(changes.due, { day: dayOfNumber(day) }),
  checkFrom: (day: number | null) =>
    day === null
      ? keptSentence(changes.checkedAtOnce)
      : keptSentence(changes.checkedFrom, { day: dayOfNumber(day) }),
}

export const keptRemoval = keptSentence(changes.removed)
export const keptReturn = keptSentence(changes.restored)

const changeInWords = sayerOfKept([...Object.values(changes), ...Object.values(statuses)])

/** A line of a record's history in the language at hand. Notes and what was found stand as they were written. */
export function eventInWords(event: RecordEvent): RecordEvent {
  return event.kind === 'note' || event.kind === 'created'
    ? event
    : { ...event, text: changeInWords(event.text) }
}
