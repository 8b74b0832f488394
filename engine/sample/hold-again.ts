import type { Contact } from './contacts.ts'
import type { Random } from './random.ts'

/** Draws anew whether and how long a call was on hold that nobody heard or rated: nothing else hangs on it. `share` 0..1. */
export function holdAgain(contact: Contact, random: Random, share: number, medianSeconds: number): void {
  const isHeld = random.chance(Math.min(0.92, share))
  const isTwice = random.chance(0.18)
  const seconds = Math.min(900, Math.round(random.logNormal(medianSeconds, 0.5)))
  const holdSeconds = isHeld ? seconds : 0
  contact.holdSeconds = holdSeconds
  contact.holds = isHeld ? 1 + Number(isTwice) : 0
}
