import type { Contact } from '../contacts.ts'
import { createDealer, createRandom } from '../random.ts'
import { composeConversation } from './compose.ts'
import { asRecognised } from './recognition.ts'
import type { CustomerPersona, Length } from './scene.ts'
import { STORIES } from './library.ts'
import type { Story } from './script.ts'
import { timeConversation } from './timing.ts'
import type { TimedConversation } from './timing.ts'
import type { PersonalData } from './values.ts'

export type { TimedConversation, TimedTurn } from './timing.ts'
export { createValues } from './values.ts'
export type { PersonalData } from './values.ts'

export interface Conversation {
  contact: Contact
  storyIds: string[]
  customer: CustomerPersona
  timed: TimedConversation
  personalData: PersonalData[]
}

const BY_TOPIC = new Map<string, Story[]>()
for (const story of STORIES) {
  for (const channel of story.channels) {
    const topic = `${channel} ${story.reason}`
    BY_TOPIC.set(topic, [...(BY_TOPIC.get(topic) ?? []), story])
  }
}
const storiesFor = ({ channel, reason }: Contact): Story[] => BY_TOPIC.get(`${channel} ${reason}`) ?? []

/** How many stories could be told about such a contact. */
export const countStories = (contact: Contact): number => storiesFor(contact).length

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
    const possible = storiesFor(contact)
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
      const isReadingOut = (text: string) => composition.personalData.some((item) => text.includes(item.text))
      composition.turns = asRecognised(composition.turns, nervous, isOldModel, isReadingOut, random)
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

/** What people bring up when the first matter is done: small things, never the middle of another trouble. */
const SMALL_MATTERS = [
  'late-fee',
  'parental-controls',
  'border-roaming',
  'upgrade-date',
  'contract-end',
  'limit-raise',
  'where-is-it',
  'teen-data',
  'wrong-colour',
  'price-letter',
  'upstairs-wifi',
]

function belongTogether(first: Story, second: Story): boolean {
  const isHeavy = first.feeling === 'loss' || first.feeling === 'worried'
  return !isHeavy && first.reason !== second.reason && SMALL_MATTERS.includes(second.id)
}
