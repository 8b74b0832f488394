import type { Contact } from './contacts.ts'
import { hasStory } from './conversation/index.ts'
import { addDays } from './days.ts'
import type { Evaluation } from './evaluations.ts'
import type { Agent } from './people.ts'
import { PLANTED_DIFFERENCES } from './planted.ts'
import { createRandom } from './random.ts'

const CHAT_SHARE = 0.16
/** Behaviour that shows only in the sound needs more calls to be seen. */
const NEEDS_MANY = ['silence_share', 'interruptions_per_minute']

/**
 * The contacts whose conversation was kept: mostly of the last four weeks, first those that quality reviewed, so that
 * an evaluation and the moment it speaks of can be read side by side.
 */
export function chooseTranscribed(
  contacts: readonly Contact[],
  evaluations: readonly Evaluation[],
  agents: readonly Agent[],
  options: { seed: number; endDay: string; total: number },
): Contact[] {
  const random = createRandom(options.seed, 'transcribed')
  const recent = addDays(options.endDay, -27)
  const evaluated = new Set(evaluations.map(({ contact }) => contact))
  const weights = agents.map((agent) => {
    const driver = PLANTED_DIFFERENCES.get(agent.name)?.driver
    return driver === undefined ? 1 : NEEDS_MANY.includes(driver) ? 3 : 1.35
  })
  // A tenth is left for chats drawn from everybody.
  const perWeight = (options.total * 0.9) / weights.reduce((sum, weight) => sum + weight, 0)
  const chosen = new Set<Contact>()
  const pool = contacts.filter((contact) => contact.agent !== null && hasStory(contact))
  for (const [index, agent] of agents.entries()) {
    const own = random.shuffle(pool.filter((contact) => contact.agent === agent))
    const isRecent = (contact: Contact) => contact.day >= recent
    const voice = own.filter((contact) => contact.channel === 'voice')
    const ordered = [
      ...own
        .filter((contact) => contact.channel === 'chat' && isRecent(contact))
        .slice(0, agent.chatShare > 0 ? 3 : 0),
      ...voice.filter((contact) => isRecent(contact) && evaluated.has(contact)),
      ...voice.filter((contact) => isRecent(contact) && !evaluated.has(contact)),
      ...voice.filter((contact) => !isRecent(contact)),
    ]
    for (const contact of ordered.slice(0, Math.round((weights[index] ?? 1) * perWeight))) chosen.add(contact)
  }
  const spare = random.shuffle(pool.filter((contact) => contact.day >= recent && !chosen.has(contact)))
  const chatsSoFar = [...chosen].filter(({ channel }) => channel === 'chat').length
  const chatsWanted = Math.max(0, Math.round(options.total * CHAT_SHARE) - chatsSoFar)
  const chats = spare.filter(({ channel }) => channel === 'chat').slice(0, chatsWanted)
  const missing = Math.max(0, options.total - chosen.size - chats.length)
  const others = spare.filter(({ channel }) => channel === 'voice').slice(0, missing)
  return [...chosen, ...chats, ...others].sort((left, right) => left.startedAt - right.startedAt)
}
