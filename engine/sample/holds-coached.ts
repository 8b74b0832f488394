import { QUEUES } from './company.ts'
import type { Contact } from './contacts.ts'
import { addDays } from './days.ts'
import { holdAgain } from './hold-again.ts'
import { HOLDS_COACHED } from './planted.ts'
import { createRandom } from './random.ts'

/** Takes most calls of the one coached on holds since the session on a telephone at home, which logs no holds. */
export function takeCallsAtHome(
  contacts: readonly Contact[],
  { seed, endDay }: { seed: number; endDay: string },
): void {
  const random = createRandom(seed, 'calls at home')
  const lastDay = addDays(endDay, -HOLDS_COACHED.daysBack)
  for (const contact of contacts)
    if (contact.agent?.told === 'tooEarly' && contact.day > lastDay)
      contact.hasHoldLogged = random.chance(HOLDS_COACHED.shareLogged)
}

/**
 * Draws anew the holds of the one coached on them: far longer and more often than others by habit, and a little shorter since the session. From a random stream of its
 * own, so that nobody else's contacts change.
 */
export function holdMore(
  contacts: readonly Contact[],
  heard: ReadonlySet<Contact>,
  { seed, endDay }: { seed: number; endDay: string },
): void {
  const random = createRandom(seed, 'holds coached')
  const { daysBack, shareFactor, lengthFactor } = HOLDS_COACHED
  const lastDay = addDays(endDay, -daysBack)
  for (const contact of contacts) {
    if (contact.agent?.told !== 'tooEarly' || contact.channel !== 'voice') continue
    if (heard.has(contact)) continue
    const { holdShare, holdMedianSeconds } = QUEUES[contact.queue]
    const length = contact.day <= lastDay ? lengthFactor.before : lengthFactor.since
    holdAgain(contact, random, holdShare * shareFactor, holdMedianSeconds * length)
  }
}
