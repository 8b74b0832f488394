import { SLOW_CONSOLE, SLOW_CONSOLE_DAYS } from './company.ts'
import type { Contact } from './contacts.ts'
import { addDays } from './days.ts'
import { holdAgain } from './hold-again.ts'
import { PLANTED_DIFFERENCES, QUEUE_PROBLEM } from './planted.ts'
import { createRandom } from './random.ts'

function hasPlantedHolds(name: string): boolean {
  const difference = PLANTED_DIFFERENCES.get(name)?.difference
  return difference?.holdShareFactor !== undefined || difference?.holdLengthFactor !== undefined
}

/**
 * Makes everybody wait for the slow console alike: how often and how long is the console's, whoever asks it. What was drawn by each agent's own habit is drawn anew,
 * from a random stream of its own, so that nothing else changes; whose habits are planted keeps them.
 */
export function waitForConsole(
  contacts: readonly Contact[],
  heard: ReadonlySet<Contact>,
  { seed, endDay }: { seed: number; endDay: string },
): void {
  const random = createRandom(seed, 'slow console')
  const firstDay = addDays(endDay, -SLOW_CONSOLE_DAYS + 1)
  for (const contact of contacts) {
    const { agent } = contact
    const isAsked = contact.queue === QUEUE_PROBLEM.queue && contact.channel === 'voice'
    if (agent === null || !isAsked || contact.day < firstDay || hasPlantedHolds(agent.name)) continue
    if (heard.has(contact)) continue
    holdAgain(contact, random, SLOW_CONSOLE.holdShare, SLOW_CONSOLE.holdMedianSeconds)
  }
}
