import type { Contact } from './contacts.ts'

/**
 * Contacts of the sample that can be heard (`resources/sample-calls/`), with the seconds talked and on hold in the
 * recording. Ids are those of the sample as it ships; other seeds and days have no recordings.
 */
const RECORDED_CALLS: ReadonlyMap<string, { talkSeconds: number; holdSeconds: number }> = new Map([
  ['42182166', { talkSeconds: 67, holdSeconds: 0 }],
  ['42188897', { talkSeconds: 36, holdSeconds: 0 }],
  ['42192890', { talkSeconds: 49, holdSeconds: 0 }],
  ['42192912', { talkSeconds: 42, holdSeconds: 0 }],
  ['42193553', { talkSeconds: 48, holdSeconds: 0 }],
  ['42194201', { talkSeconds: 61, holdSeconds: 0 }],
  ['42194630', { talkSeconds: 61, holdSeconds: 14 }],
  ['42195029', { talkSeconds: 71, holdSeconds: 0 }],
  ['42195304', { talkSeconds: 68, holdSeconds: 0 }],
  ['42199304', { talkSeconds: 76, holdSeconds: 0 }],
])

/** Sets what the telephone system logged to what the recording holds, so that the two agree. */
export function logAsRecorded(contacts: readonly Contact[]): void {
  for (const contact of contacts) {
    const recorded = RECORDED_CALLS.get(contact.id)
    if (recorded) Object.assign(contact, recorded)
  }
}
