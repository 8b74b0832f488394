import type { Contact } from './contacts.ts'
import { countStories } from './conversation/index.ts'
import { addDays } from './days.ts'
import type { Evaluation } from './evaluations.ts'
import type { Agent } from './people.ts'
import { PLANTED_DIFFERENCES } from './planted.ts'
import { createRandom } from './random.ts'

const CHAT_SHARE = 0.16
/** Behaviour that shows only in the sound needs more calls to be seen. */
const NEEDS_MANY = ['silence_share', 'interruptions_per_minute']
/** How many tellings of its story an evaluated contact may be ahead and still be taken before an unevaluated one. */
const EVALUATED_LEAD = 2.5

/**
 * The contacts whose conversation was kept: of the last four weeks where possible, rather those that quality reviewed,
 * so that an evaluation and the moment it speaks of can be read side by side, and spread over the stories there are.
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
  const told = new Map<string, number>()
  const chosen = new Set<Contact>()
  const topicOf = (contact: Contact) => `${contact.channel} ${contact.reason}`
  const cost = (contact: Contact) =>
    (told.get(topicOf(contact)) ?? 0) / countStories(contact) - (evaluated.has(contact) ? EVALUATED_LEAD : 0)
  const takeFrom = (pool: readonly Contact[], count: number) => {
    for (let index = 0; index < count; index += 1) {
      let best: Contact | null = null
      let leastCost = Infinity
      for (const contact of pool) {
        const ownCost = chosen.has(contact) ? Infinity : cost(contact)
        if (ownCost >= leastCost) continue
        best = contact
        leastCost = ownCost
      }
      if (!best) return
      chosen.add(best)
      told.set(topicOf(best), (told.get(topicOf(best)) ?? 0) + 1)
    }
  }

  const tellable = random.shuffle(
    contacts.filter((contact) => contact.agent !== null && countStories(contact) > 0),
  )
  const voice = tellable.filter(({ channel }) => channel === 'voice')
  const chats = tellable.filter(({ channel, day }) => channel === 'chat' && day >= recent)
  const chatCount = Math.round(options.total * CHAT_SHARE)
  takeFrom(chats, chatCount)
  const weights = agents.map((agent) => {
    const driver = PLANTED_DIFFERENCES.get(agent.name)?.driver
    return driver === undefined ? 1 : NEEDS_MANY.includes(driver) ? 3 : 1.35
  })
  const weightSum = weights.reduce((sum, weight) => sum + weight, 0)
  for (const [index, agent] of agents.entries()) {
    const share = ((weights[index] ?? 0) / weightSum) * (options.total - chatCount)
    const own = voice.filter((contact) => contact.agent === agent)
    const ownRecent = own.filter(({ day }) => day >= recent)
    takeFrom(ownRecent.length > share ? ownRecent : own, Math.floor(share))
  }
  takeFrom(voice.filter(({ day }) => day >= recent).slice(0, 2000), options.total - chosen.size)
  return [...chosen].sort((left, right) => left.startedAt - right.startedAt)
}
