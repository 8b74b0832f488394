import type { Contact } from './contacts.ts'
import { addDays } from './days.ts'
import { QUEUES } from './company.ts'
import { WRAP_UP } from './planted.ts'

/** How much of the spread of single wrap-ups around an agent's own is left: a form takes about as long each time. */
const SPREAD_LEFT = 0.6

/**
 * Makes the wrap-up times up to the day of the two sessions as long as the old form made them, and those of one of the two longer still. By habit those coached are
 * as fast as an ordinary person, whatever was drawn for them: there must be colleagues near them to compare with.
 */
export function lengthenWrapUps(contacts: readonly Contact[], endDay: string): void {
  const lastDay = addDays(endDay, -WRAP_UP.daysBack)
  for (const contact of contacts) {
    const { agent } = contact
    if (agent === null) continue
    const ordinary = QUEUES[contact.queue].wrapMedianSeconds
    const single = (contact.wrapSeconds / (ordinary * agent.wrapFactor)) ** SPREAD_LEFT
    const habit = agent.told === null ? agent.wrapFactor : 1
    const isBefore = contact.day <= lastDay
    const own = isBefore && agent.told === 'worked' ? WRAP_UP.workedLongerBefore : 1
    const form = isBefore ? WRAP_UP.longerBefore * own : 1
    contact.wrapSeconds = Math.max(4, Math.round(ordinary * habit * single * form))
  }
}
