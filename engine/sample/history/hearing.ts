import type { SampleTruth } from '../index.ts'
import type { FormQuestion } from '../quality-form.ts'
import { createRandom } from '../random.ts'
import type { Reviewer } from './reviewers.ts'

export type Heard = 'yes' | 'no' | 'not applicable'
/** A question of the form. */
export type Asked = FormQuestion['id']

/**
 * Since they calibrated both reviewers hold that an offer of further help in the same breath as the goodbye is none (`strictOnOffersSince`). The rule
 * hears the words alone, as before, and so begins to disagree with them. This is how its trust is lost.
 */
const HURRIED_OFFERS = 0.5
const TIMING = { notApplicable: 0.18, said: 0.84 }
/** Nobody mishears whether a customer was identified. */
const SURE_OF = 'verification'

export type ToldConversation = SampleTruth['conversations'][number]

/** What can be heard in the conversations of the sample, and what each reviewer makes of it. */
export interface Hearing {
  /** What a reviewer answers; `daysBack`: when, in days before the end of the sample. The same question asked twice is answered alike. */
  hear: (reviewer: Reviewer, contactRef: string, asked: Asked, daysBack: number) => Heard
  /** What is right by the standard both hold in the end. */
  right: (contactRef: string, asked: Asked) => Heard
  isHurriedOffer: (contactRef: string) => boolean
}

/** Answers follow what was planted, with human error from a stream of their own. Throws for a conversation that is not of the sample. */
export function createHearing(seed: number, conversations: readonly ToldConversation[]): Hearing {
  const told = new Map(conversations.map((one) => [one.contactId, one]))
  const chance = (label: string, share: number) => createRandom(seed, label).chance(share)
  const conversationOf = (contactRef: string) => {
    const conversation = told.get(contactRef)
    if (conversation === undefined) throw new Error(`The sample has no conversation ${contactRef}.`)
    return conversation
  }
  const isHurriedOffer = (contactRef: string) =>
    conversationOf(contactRef).behaviours.furtherHelp && chance(`hurried ${contactRef}`, HURRIED_OFFERS)

  function isMet(contactRef: string, asked: Asked, isStrict: boolean): boolean {
    const { behaviours, isNameSaid } = conversationOf(contactRef)
    if (asked === 'name') return isNameSaid
    if (asked === 'timing') return chance(`timing ${contactRef}`, TIMING.said)
    return behaviours[asked] && !(asked === 'furtherHelp' && isStrict && isHurriedOffer(contactRef))
  }
  const doesNotApply = (contactRef: string, asked: Asked) =>
    asked === 'timing' && chance(`no timing ${contactRef}`, TIMING.notApplicable)
  const inWords = (contactRef: string, asked: Asked, met: boolean): Heard =>
    doesNotApply(contactRef, asked) ? 'not applicable' : met ? 'yes' : 'no'

  return {
    isHurriedOffer,
    right: (contactRef, asked) => inWords(contactRef, asked, isMet(contactRef, asked, true)),
    hear(reviewer, contactRef, asked, daysBack) {
      const met = isMet(contactRef, asked, daysBack <= reviewer.strictOnOffersSince)
      const own = `${reviewer.name} ${contactRef} ${asked}`
      const lenience = reviewer.lenientOn === asked ? reviewer.lenience : 0
      const isMistaken = asked !== SURE_OF && chance(own, met ? reviewer.missed : reviewer.overheard)
      const isLetPass = !met && chance(`let pass ${own}`, lenience)
      return inWords(contactRef, asked, isMistaken || isLetPass ? !met : met)
    },
  }
}
