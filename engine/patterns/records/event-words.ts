import { msg, say, t, type MessageDescriptor } from '#speech'
import type { RecordEvent } from './records.store.ts'

const statuses: Record<string, MessageDescriptor> = {
  open: msg`Status: open`,
  'in work': msg`Status: in work`,
  done: msg`Status: done`,
  dropped: msg`Status: dropped`,
}

const whole: Record<string, MessageDescriptor> = {
  'No owner': msg`No owner`,
  'Why: taken out': msg`Why: taken out`,
  'No due date': msg`No due date`,
  'Checked from the day after it was found': msg`Checked from the day after it was found`,
  Removed: msg`Removed`,
  'Brought back': msg`Brought back`,
}

/** A line of a record's history, which is kept in English, in the language at hand. Notes and what was found stand as they were written. */
export function eventInWords(event: RecordEvent): RecordEvent {
  if (event.kind === 'note' || event.kind === 'created') return event
  const known = whole[event.text]
  return { ...event, text: known ? say(known) : changeInWords(event.text) }
}

function changeInWords(text: string): string {
  const [, field, value = ''] = /^(Title|Owner|Status|Why|Due|Checked from):? (.*)$/s.exec(text) ?? []
  switch (field) {
    case 'Title':
      return t`Title: ${{ value }}`
    case 'Owner':
      return t`Owner: ${{ value }}`
    case 'Status':
      return statuses[value] ? say(statuses[value]) : text
    case 'Why':
      return t`Why: ${{ value }}`
    case 'Due':
      return t`Due: ${{ day: value }}`
    case 'Checked from':
      return t`Checked from ${{ day: value }}`
    default:
      return text
  }
}
