import type { Contact } from './contacts.ts'
import { addDays } from './days.ts'
import { COACHED, WRAP_UP } from './planted.ts'

/**
 * Makes the wrap-up times up to the day of the two sessions as long as the old form made them, and those of one of the two longer still. By habit those coached are
 * as fast as an ordinary person, whatever was drawn for them: there must be colleagues near them to compare with.
 */
export function lengthenWrapUps(contacts: readonly Contact[], endDay: string): void {
  const lastDay = addDays(endDay, -WRAP_UP.daysBack)
  for (const contact of contacts) {
    const { agent } = contact
    if (agent === null) continue
    const habit = COACHED.includes(agent.name) ? 1 / agent.wrapFactor : 1
    const isBefore = contact.day <= lastDay
    const own = isBefore && agent.name === WRAP_UP.worked.name ? WRAP_UP.worked.longerBefore : 1
    contact.wrapSeconds = Math.round(
      contact.wrapSeconds * habit * (isBefore ? WRAP_UP.longerBefore * own : 1),
    )
  }
}
