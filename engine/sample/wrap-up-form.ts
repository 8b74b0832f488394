import type { Contact } from './contacts.ts'
import { addDays } from './days.ts'
import { WRAP_UP } from './planted.ts'

/** Makes the wrap-up times up to the day of the two sessions as long as the old form made them, and those of one of the two longer still. */
export function lengthenWrapUps(contacts: readonly Contact[], endDay: string): void {
  const lastDay = addDays(endDay, -WRAP_UP.daysBack)
  for (const contact of contacts) {
    if (contact.agent === null || contact.day > lastDay) continue
    const own = contact.agent.name === WRAP_UP.worked.name ? WRAP_UP.worked.longerBefore : 1
    contact.wrapSeconds = Math.round(contact.wrapSeconds * WRAP_UP.longerBefore * own)
  }
}
