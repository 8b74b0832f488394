import type { Contact } from '../contacts.ts'
import type { Agent } from '../people.ts'
import type { Dealer, Random } from '../random.ts'
import { AGENT_LINES } from './agent-lines.ts'
import { CUSTOMER_LINES } from './customer-lines.ts'
import { withHabit } from './habits.ts'
import { parseDecks, parseLine } from './script.ts'
import type { ScriptLine, Speaker, Story } from './script.ts'
import type { Values } from './values.ts'

/** What happens before a turn begins. */
export type Pause = 'none' | 'lookup' | 'hold'
export interface Turn {
  speaker: Speaker
  text: string
  pause: Pause
  /** How many times faster than this agent usually speaks. */
  haste?: number
}

export type CustomerPersona = 'furious' | 'chatty' | 'anxious' | 'terse' | 'polite' | 'confused' | 'elderly'
export type Length = 'brief' | 'short' | 'normal' | 'long' | 'endless'

/** The people and the matter of one conversation, and the ways to add to it. */
export interface Scene {
  contact: Contact
  agent: Agent
  story: Story
  customer: CustomerPersona
  length: Length
  isChat: boolean
  random: Random
  turns: Turn[]
  say: (speaker: Speaker, text: string, pause?: Pause, haste?: number) => void
  /** A line of the first of these decks that exists. */
  lineFrom: (...decks: string[]) => string
  hasDeck: (deck: string) => boolean
  /** `one >> two >> one`: an exchange that `first` begins, unless its lines name their speakers. */
  exchange: (line: string, first: Speaker, pause?: Pause) => void
  /** Lines of a story, with the agent's habits and look-ups. */
  perform: (lines: readonly ScriptLine[]) => void
}

const DECKS = new Map([...parseDecks(AGENT_LINES), ...parseDecks(CUSTOMER_LINES)])

export function createScene(
  cast: Pick<Scene, 'contact' | 'agent' | 'story' | 'customer' | 'length'>,
  values: Values,
  dealer: Dealer,
  random: Random,
): Scene {
  const { agent, story } = cast
  const isChat = cast.contact.channel === 'chat'
  const turns: Turn[] = []
  const say: Scene['say'] = (speaker, text, pause = 'none', haste = 1) => {
    const filled = values.fill(text)
    turns.push({ speaker, text: isChat ? asWritten(filled) : filled, pause, haste })
  }
  const lineFrom: Scene['lineFrom'] = (...decks) => {
    const name = decks.find((deck) => DECKS.has(deck))
    const lines = name === undefined ? undefined : DECKS.get(name)
    if (name === undefined || lines === undefined) throw new Error(`No deck is named ${decks.join(' or ')}.`)
    return dealer.deal(name, lines)
  }
  const exchange: Scene['exchange'] = (line, first, pause = 'none') => {
    let speaker = first
    for (const [index, text] of line.split(' >> ').entries()) {
      const named = /^[AC]: /.test(text) ? parseLine(text) : null
      say(named?.speaker ?? speaker, named?.text ?? text, index === 0 ? pause : 'none')
      speaker = speaker === 'agent' ? 'customer' : 'agent'
    }
  }
  const perform: Scene['perform'] = (lines) => {
    for (const line of lines) {
      if (line.isLookup && !isChat && random.chance(0.5)) {
        say('agent', lineFrom(random.chance(0.5) ? `lookup/${agent.persona}` : 'lookup', 'lookup'))
        if (random.chance(0.25)) say('customer', '{Okay.|Sure.|Mm-hm.|Thanks.}')
      }
      const hasHabit = line.speaker === 'agent' && !isChat && story.feeling !== 'loss'
      const text = hasHabit ? withHabit(line.text, agent.persona, random) : line.text
      say(line.speaker, text, line.isLookup ? 'lookup' : 'none')
    }
  }
  return {
    ...cast,
    isChat,
    random,
    turns,
    say,
    lineFrom,
    hasDeck: (deck) => DECKS.has(deck),
    exchange,
    perform,
  }
}

/** The few words of a call that nobody would type. */
const asWritten = (text: string): string =>
  text
    .replaceAll("I'm calling", "I'm writing")
    .replaceAll('can you hear me', 'are you there')
    .replaceAll("who I'm speaking with", "who I'm chatting with")
