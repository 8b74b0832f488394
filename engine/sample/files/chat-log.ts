import type { Contact } from '../contacts.ts'
import { teamOn } from '../people.ts'
import type { PlantedBadRow, SampleFile } from './table.ts'

/** The chat tool's export: JSON lines, seconds, agents by e-mail; two lines of it are damaged. */
export function writeChatLog(contacts: readonly Contact[]): {
  files: SampleFile[]
  badRows: PlantedBadRow[]
} {
  const path = 'acd/chat_contacts.jsonl'
  const lines = contacts
    .filter((contact) => contact.channel === 'chat' && contact.agent !== null)
    .map((contact) => {
      const agent = contact.agent
      const endedAt = contact.startedAt + (contact.waitSeconds + contact.talkSeconds) * 1000
      return JSON.stringify({
        interaction_id: contact.id,
        type: 'chat',
        start_at: new Date(contact.startedAt).toISOString(),
        end_at: new Date(endedAt).toISOString(),
        contact_phone_number: contact.customerNumber,
        ring_groups: contact.queue,
        user_name: agent?.name,
        user_email: agent?.email,
        team_name: agent ? teamOn(agent, contact.day) : null,
        wait_time: contact.waitSeconds,
        talk_time: contact.talkSeconds,
        hold_time: 0,
        after_call_work_time: contact.wrapSeconds,
        is_transfer: contact.isTransferred,
        resolved: contact.isResolved,
        disposition_code: contact.reason,
      })
    })
  const at = Math.min(200, Math.floor(lines.length / 2))
  const torn = (lines[at] ?? '').slice(0, 118)
  const undated = (lines[at + 1] ?? '')
    .replace(/"interaction_id":"[^"]*"/, '"interaction_id":"CHT-99100009"')
    .replace(/"start_at":"[^"]*"/, '"start_at":"yesterday, late"')
  lines.splice(at + 40, 0, torn, undated)
  return {
    files: [{ path, kind: 'interactions', content: `${lines.join('\n')}\n` }],
    badRows: [
      { path, line: at + 41, reason: 'The line breaks off in the middle.' },
      { path, line: at + 42, reason: 'The start is no date.' },
    ],
  }
}
