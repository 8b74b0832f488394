import type { Channel } from '../company.ts'
import type { Contact } from '../contacts.ts'
import { createDealer, createRandom } from '../random.ts'
import { composeConversation } from './compose.ts'
import { asRecognised } from './recognition.ts'
import type { CustomerPersona, Length } from './scene.ts'
import { STORIES } from './library.ts'
import type { Story } from './script.ts'
import { timeConversation } from './timing.ts'
import type { TimedConversation } from './timing.ts'
import type { PlantedPersonalData } from './values.ts'

export type { TimedConversation, TimedTurn } from './timing.ts'
export type { PlantedPersonalData } from './values.ts'

export interface Conversation {
  contact: Contact
  storyIds: string[]
  customer: CustomerPersona
  timed: TimedConversation
  personalData: PlantedPersonalData[]
}

const storiesFor = (reason: string, channel: Channel): Story[] =>
  STORIES.filter((story) => story.reason === reason && story.channels.includes(channel))

/** Whether there is anything to tell about such a contact. */
export const hasStory = (contact: Contact): boolean => storiesFor(contact.reason, contact.channel).length > 0

function lengthOf(talkSeconds: number): Length {
  if (talkSeconds < 110) return 'brief'
  if (talkSeconds < 175) return 'short'
  if (talkSeconds < 310) return 'normal'
  return talkSeconds < 460 ? 'long' : 'endless'
}

const OLD_MODEL_SHARE = 0.1
const SECOND_MATTER: Record<Length, number> = { brief: 0, short: 0, normal: 0, long: 0.4, endless: 0.9 }

/**
 * One conversation per contact, and the contact's talk time set to what was really said, so that the log of the
 * telephone system and the transcript agree.
 */
export function createConversations(contacts: readonly Contact[], seed: number): Conversation[] {
  const dealer = createDealer(createRandom(seed, 'dealer'))
  return contacts.map((contact) => {
    const random = createRandom(seed, `conversation ${contact.id}`)
    const possible = storiesFor(contact.reason, contact.channel)
    const story = dealer.deal(`story/${contact.reason}/${contact.channel}`, possible)
    const length = lengthOf(contact.channel === 'chat' ? contact.talkSeconds / 1.7 : contact.talkSeconds)
    const others = STORIES.filter(
      (other) => other !== story && other.channels.includes(contact.channel) && belongTogether(story, other),
    )
    const hasSecond = contact.isResolved && others.length > 0 && random.chance(SECOND_MATTER[length])
    const second = hasSecond ? random.pick(others) : undefined
    const composition = composeConversation(
      contact,
      second ? [story, second] : [story],
      length,
      dealer,
      random,
    )
    if (contact.channel === 'voice') {
      const nervous = {
        agent: contact.agent?.persona === 'hesitant',
        customer: ['anxious', 'confused', 'elderly'].includes(composition.customer),
      }
      const isOldModel = random.chance(OLD_MODEL_SHARE)
      composition.turns = asRecognised(composition.turns, nervous, isOldModel, random)
    }
    const timed = timeConversation(composition, contact, random)
    contact.holdSeconds = Math.round(timed.holdMs / 1000)
    contact.holds = contact.holdSeconds > 0 ? Math.max(1, contact.holds) : 0
    contact.talkSeconds = Math.round((timed.durationMs - timed.holdMs) / 1000)
    return {
      contact,
      timed,
      storyIds: composition.storyIds,
      customer: composition.customer,
      personalData: composition.personalData,
    }
  })
}

/** A second matter in one call is a small one: nobody adds a router fault to a bereavement. */
function belongTogether(first: Story, second: Story): boolean {
  const isLight = (story: Story) =>
    story.feeling !== 'loss' && story.feeling !== 'worried' && story.customers.includes('anyone')
  return isLight(first) && isLight(second) && first.reason !== second.reason && second.feeling !== 'annoyed'
}
