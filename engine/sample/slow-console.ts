import { QUEUES, SLOW_CONSOLE, SLOW_CONSOLE_DAYS } from './company.ts'
import type { Contact } from './contacts.ts'
import { addDays } from './days.ts'
import { QUEUE_PROBLEM } from './planted.ts'

/**
 * The slow console makes everybody wait alike: takes out of its holds what was drawn for the person, in how often and in how long. What is left between
 * people of that queue is chance, so that a gap there is the queue's and nobody's own, whatever the seed.
 */
export function levelSlowHolds(contacts: readonly Contact[], endDay: string): void {
  const from = addDays(endDay, -SLOW_CONSOLE_DAYS)
  for (const contact of contacts) {
    const { agent, queue, day } = contact
    if (agent === null || queue !== QUEUE_PROBLEM.queue || contact.holdSeconds === 0) continue
    const { holdShare } = day > from ? SLOW_CONSOLE : QUEUES[queue]
    const often = Math.min(0.92, holdShare * agent.holdShareFactor) / holdShare
    contact.holdSeconds = Math.round(contact.holdSeconds / often / agent.holdLengthFactor)
  }
}
