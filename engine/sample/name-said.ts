import type { Contact } from './contacts.ts'
import { createRandom } from './random.ts'

const CONTENT_FROM = 3.5
/**
 * The form asks for the customer's name three times, and agents take to it when a call goes badly: it soothes nobody. A question that weighs more than
 * any other and measures nothing customers feel: the one to retire.
 */
const SHARE = { badly: 0.92, well: 0.1 }

/** Whether a customer's matter was left open, or the customer not content. */
function hasGoneBadly({ isResolved, satisfaction }: Contact): boolean {
  return !isResolved || satisfaction < CONTENT_FROM
}

/** Whether the agent said the customer's name three times. From a stream of its own for each contact, so that nothing else depends on it. */
export function isNameSaid(contact: Contact, seed: number): boolean {
  const share = hasGoneBadly(contact) ? SHARE.badly : SHARE.well
  return createRandom(seed, `name ${contact.id}`).chance(share)
}
