import type { Contact } from './contacts.ts'
import type { Conversation } from './conversation/index.ts'
import { addDays } from './days.ts'
import { HASTY_GREETING, PLANTED_DIFFERENCES } from './planted.ts'
import { createRandom } from './random.ts'

/**
 * Chooses the calls of the last weeks that are answered without a greeting (`HASTY_GREETING`), from a stream of its own for each contact: nothing
 * else of a contact depends on it.
 */
export function chooseHasty(
  contacts: readonly Contact[],
  { seed, endDay }: { seed: number; endDay: string },
): ReadonlySet<Contact> {
  const from = addDays(endDay, -HASTY_GREETING.daysBack)
  return new Set(
    contacts.filter(
      ({ id, agent, channel, day, behaviours }) =>
        agent !== null &&
        channel === 'voice' &&
        day >= from &&
        behaviours.greeting &&
        !PLANTED_DIFFERENCES.has(agent.name) &&
        createRandom(seed, `hasty ${id}`).chance(HASTY_GREETING.share),
    ),
  )
}

/** Takes the greeting from these calls and from what was said in them, when everything else of them is settled. */
export function omitGreetings(
  hasty: ReadonlySet<Contact>,
  conversations: readonly Conversation[],
  seed: number,
): void {
  for (const contact of hasty) contact.behaviours.greeting = false
  for (const conversation of conversations)
    if (hasty.has(conversation.contact)) openHastily(conversation, seed)
}

/** What is said instead, in words that are nobody's name. */
const INSTEAD = [
  'Yes, just a second.',
  'One moment.',
  'The last one is still open here.',
  'It takes so long today.',
  'I am still at the last call.',
  'I need to close this other one first.',
  'Okay, now, yes.',
  'There we are, yes.',
]
/** What one customer says of the agent's name. */
const LOVELY_NAME = /what a lovely name.*?called that\.?\s*/i

/** Lets an agent answer the way people do who save on the greeting; the customer does not know the name then. */
function openHastily({ contact, timed }: Conversation, seed: number): void {
  const first = timed.turns.find(({ speaker }) => speaker === 'agent')
  const reply = timed.turns.find(({ speaker }) => speaker === 'customer')
  if (first) first.text = insteadOf(first.text, contact.id, seed)
  if (reply)
    reply.text = reply.text.replace(` ${contact.agent?.givenName ?? ''}`, '').replace(LOVELY_NAME, '')
}

/** As many words as the greeting had: how long turns take, and how long it is quiet between them, stays as it was. */
function insteadOf(greeting: string, contactId: string, seed: number): string {
  const said = createRandom(seed, `hasty line ${contactId}`).shuffle([...INSTEAD, ...INSTEAD])
  const words = said.join(' ').split(' ').slice(0, greeting.split(/\s+/).length)
  return words.join(' ').replace(/\W*$/, '.')
}
