import type { Contact } from '../contacts.ts'
import type { Persona } from '../planted.ts'
import type { Dealer, Random } from '../random.ts'
import { AGENT_LINES } from './agent-lines.ts'
import { CUSTOMER_LINES } from './customer-lines.ts'
import { parseDecks, parseLine } from './script.ts'
import type { ScriptLine, Speaker, Story } from './script.ts'
import { createValues } from './values.ts'
import type { PlantedPersonalData, Values } from './values.ts'

/** What happens before a turn begins. */
export type Pause = 'none' | 'lookup' | 'hold'
export interface Turn {
  speaker: Speaker
  text: string
  pause: Pause
}

export type CustomerPersona = 'furious' | 'chatty' | 'anxious' | 'terse' | 'polite' | 'confused' | 'elderly'
export type Length = 'brief' | 'short' | 'normal' | 'long'

export interface Composition {
  turns: Turn[]
  customer: CustomerPersona
  personalData: PlantedPersonalData[]
  storyIds: string[]
}

const DECKS = new Map([...parseDecks(AGENT_LINES), ...parseDecks(CUSTOMER_LINES)])
const CUSTOMERS_BY_FEELING: Record<Story['feeling'], Partial<Record<CustomerPersona, number>>> = {
  annoyed: { furious: 34, terse: 14, chatty: 10, polite: 16, anxious: 9, confused: 9, elderly: 8 },
  worried: { anxious: 48, terse: 10, polite: 16, elderly: 12, confused: 8, chatty: 6 },
  loss: { polite: 40, anxious: 30, terse: 15, elderly: 15 },
  hassle: { chatty: 22, polite: 22, terse: 16, confused: 16, elderly: 14, furious: 10 },
  neutral: { polite: 30, chatty: 24, terse: 16, confused: 18, elderly: 12 },
}
/** Small habits of speech before or after a line. */
const HABITS: Record<Persona, { before: readonly string[]; after: readonly string[] }> = {
  warm: { before: ['Okay, lovely. ', 'No problem at all. ', 'Of course. '], after: [] },
  brisk: { before: ['Right. ', 'So. ', 'Okay. '], after: [] },
  scripted: { before: ['Certainly. ', 'Thank you for that information. ', 'Noted. '], after: [] },
  rambling: {
    before: ['So, let me think, ', 'Well, ', 'Okay, so, '],
    after: [
      ' That happens more often than you would think.',
      ' It used to be different, but there we are.',
      ' If that makes sense.',
    ],
  },
  hesitant: {
    before: ['Um, ', 'So, uh, ', 'I think, um, '],
    after: [' I think.', ' Yeah.', ' If I have that right.'],
  },
}

/** A conversation about one contact, in the order it was said; nothing in it contradicts the contact's facts. */
export function composeConversation(
  contact: Contact,
  stories: readonly [Story, ...Story[]],
  length: Length,
  dealer: Dealer,
  random: Random,
): Composition {
  const agent = contact.agent
  if (!agent) throw new Error('A conversation needs an agent.')
  const [story, second] = stories
  const values = createValues(contact, random)
  const isChat = contact.channel === 'chat'
  const customer = customerOf(story, random)
  const turns: Turn[] = []
  const say = (speaker: Speaker, text: string, pause: Pause = 'none') =>
    turns.push({ speaker, text: values.fill(text), pause })
  const from = (...names: string[]): string => {
    const name = names.find((candidate) => DECKS.has(candidate))
    const deck = name === undefined ? undefined : DECKS.get(name)
    if (name === undefined || deck === undefined) throw new Error(`No deck is named ${names.join(' or ')}.`)
    return dealer.deal(name, deck)
  }
  /** `one >> two >> one`: an exchange that `first` begins. */
  const exchange = (line: string, first: Speaker, pause: Pause = 'none') => {
    let speaker = first
    for (const [index, text] of line.split(' >> ').entries()) {
      if (/^[AC]: /.test(text)) {
        const parsed = parseLine(text)
        say(parsed.speaker, parsed.text)
      } else say(speaker, text, index === 0 ? pause : 'none')
      speaker = speaker === 'agent' ? 'customer' : 'agent'
    }
  }
  const perform = (lines: readonly ScriptLine[]) => {
    for (const line of lines) {
      if (line.speaker === 'agent' && line.isLookup && !isChat && random.chance(0.5)) {
        say('agent', from(random.chance(0.5) ? `lookup/${agent.persona}` : 'lookup', 'lookup'))
        if (random.chance(0.25)) say('customer', '{Okay.|Sure.|Mm-hm.|Thanks.}')
      }
      const hasHabit = line.speaker === 'agent' && !isChat && story.feeling !== 'loss'
      const text = hasHabit ? withHabit(line.text, agent.persona, random) : line.text
      say(line.speaker, text, line.isLookup ? 'lookup' : 'none')
    }
  }
  const interlude = () => {
    if (isChat) return
    if (customer === 'furious' && random.chance(0.6)) exchange(from('barb/furious'), 'customer')
    else if (story.feeling !== 'loss' || random.chance(0.3)) {
      const own = `interlude/${customer}`
      exchange(
        from(random.chance(0.6) && DECKS.has(own) && story.feeling !== 'loss' ? own : 'interlude/any'),
        'customer',
      )
    }
  }
  const isVerified = contact.behaviours.verification
  const verify = () => {
    if (isVerified) exchange(from(isChat ? 'verify/chat' : 'verify'), 'agent')
    else if (random.chance(0.6)) exchange(from('no-verify'), 'agent', 'lookup')
  }
  const hold = () => {
    if (isChat || contact.holdSeconds === 0) return
    exchange(
      from(contact.queue === 'Card Services' && random.chance(0.7) ? 'hold-ask/Card Services' : 'hold-ask'),
      'agent',
    )
    exchange(from('hold-back'), 'agent', 'hold')
  }

  open(
    story,
    { contact, customer, length, isChat, persona: agent.persona },
    { say, from, perform, dealer, random },
  )
  if (contact.behaviours.empathy && story.feeling !== 'neutral')
    say('agent', from(`empathy/${story.feeling}`))
  else if (contact.behaviours.empathy && random.chance(0.4)) say('agent', from('empathy/neutral'))
  else if (!contact.behaviours.empathy && random.chance(0.7)) say('agent', from('no-empathy'))
  const verifiesLate = story.body.length > 1 && length !== 'brief' && random.chance(0.15)
  if (!verifiesLate) verify()

  const required = story.body.filter((section) => section.chance === 1)
  const sections = length === 'brief' ? [] : length === 'short' ? required : story.body
  for (const [index, section] of sections.entries()) {
    if (!random.chance(length === 'long' ? Math.max(section.chance, 0.8) : section.chance)) continue
    const deck = `${story.id}/${story.body.indexOf(section)}`
    const variant = dealer.deal(deck, section.variants)
    perform(variant)
    if (length === 'long') {
      interlude()
      const another = section.variants.length > 2 && section.chance === 1 && random.chance(0.75)
      const next = another ? dealer.deal(deck, section.variants) : variant
      if (next !== variant) perform(next)
    } else if (length === 'normal' && random.chance(0.7)) interlude()
    if (index === 0 && verifiesLate) verify()
  }
  if (sections.length === 0 && verifiesLate) verify()
  hold()
  finish(story, contact, { say, from, perform, exchange, dealer, values })
  if (second && !contact.isTransferred) {
    say(
      'customer',
      '{And there is another thing.|While I have you, a different thing.|Okay, next one.|Can I ask about something else as well?|Oh, and before I forget.}',
    )
    perform(dealer.deal(`${second.id}/open`, second.open))
    for (const [index, section] of second.body.entries()) {
      if (section.chance === 1) perform(dealer.deal(`${second.id}/${index}`, section.variants))
      if (index === 0) interlude()
    }
    perform(dealer.deal(`${second.id}/good`, second.good))
  }
  if (!contact.isTransferred && length !== 'brief')
    say('customer', from(`feel/${endingMood(contact, random)}`))
  recapAndClose(story, contact, isChat, { say, from, exchange, dealer, random })
  return { turns, customer, personalData: values.personalData, storyIds: stories.map(({ id }) => id) }
}

interface Speech {
  say: (speaker: Speaker, text: string, pause?: Pause) => void
  from: (...names: string[]) => string
  perform: (lines: readonly ScriptLine[]) => void
  exchange: (line: string, first: Speaker, pause?: Pause) => void
  dealer: Dealer
  random: Random
  values: Values
}

function customerOf(story: Story, random: Random): CustomerPersona {
  if (story.customers.includes('anyone')) return random.weighted(CUSTOMERS_BY_FEELING[story.feeling])
  return random.pick(story.customers) as CustomerPersona
}

function withHabit(text: string, persona: Persona, random: Random): string {
  const habits = HABITS[persona]
  const isOpening = /^(No|Yes|Okay|Then|And|Good|It is|[A-Z]\w+[.,])/.test(text)
  if (!isOpening && random.chance(0.17)) {
    const habit = random.pick(habits.before)
    const goesOn = habit.endsWith(', ') && !/^I\b/.test(text)
    return habit + (goesOn ? text.charAt(0).toLowerCase() + text.slice(1) : text)
  }
  if (habits.after.length > 0 && text.length > 50 && !text.endsWith('?') && random.chance(0.2))
    return text + random.pick(habits.after)
  return text
}

function open(
  story: Story,
  scene: { contact: Contact; customer: CustomerPersona; length: Length; isChat: boolean; persona: Persona },
  { say, from, perform, dealer, random }: Pick<Speech, 'say' | 'from' | 'perform' | 'dealer' | 'random'>,
): void {
  const { contact, customer, isChat, persona } = scene
  const greets = contact.behaviours.greeting
  if (isChat) say('agent', from(greets ? 'greet/chat' : 'no-greet/chat'))
  else say('agent', from(greets ? `greet/${persona}` : 'no-greet'))
  const lines = dealer.deal(`${story.id}/open`, story.open)
  const hasLead = !isChat && story.feeling !== 'loss' && random.chance(customer === 'terse' ? 0.5 : 0.75)
  if (!hasLead) return perform(lines)
  let lead = from(`lead/${customer}`)
  if (!greets) while (lead.includes('$agent')) lead = from(`lead/${customer}`)
  const [first, ...rest] = lines
  if (first && random.chance(0.7)) perform([{ ...first, text: `${lead} ${first.text}` }, ...rest])
  else {
    say('customer', lead)
    say('agent', "{Okay.|Go ahead.|I can hear you, go on.|I'm listening.|Yes, hello.}")
    perform(lines)
  }
}

function finish(
  story: Story,
  contact: Contact,
  {
    from,
    perform,
    exchange,
    dealer,
  }: Pick<Speech, 'say' | 'from' | 'perform' | 'exchange' | 'dealer' | 'values'>,
): void {
  if (contact.isTransferred) exchange(from('transfer'), 'agent')
  else if (contact.isResolved) perform(dealer.deal(`${story.id}/good`, story.good))
  else perform(dealer.deal(`${story.id}/bad`, story.bad))
}

function endingMood(
  contact: Contact,
  random: Random,
): 'delighted' | 'content' | 'flat' | 'unhappy' | 'furious' {
  const felt = contact.satisfaction
  if (contact.isResolved) return felt > 4.5 ? 'delighted' : felt > 3.2 ? 'content' : 'flat'
  if (felt < 1.9) return 'furious'
  return felt < 3 || random.chance(0.4) ? 'unhappy' : 'flat'
}

function recapAndClose(
  story: Story,
  contact: Contact,
  isChat: boolean,
  { say, from, exchange, dealer, random }: Pick<Speech, 'say' | 'from' | 'exchange' | 'dealer' | 'random'>,
): void {
  const persona = contact.agent?.persona ?? 'warm'
  if (contact.behaviours.recap) {
    const agreed = contact.isTransferred
      ? "you go to the other team now, they see my notes, and you don't need to explain it all again."
      : contact.isResolved
        ? dealer.deal(`${story.id}/recap`, story.recap)
        : dealer.deal(`${story.id}/recap bad`, story.recapBad)
    say('agent', `${from('recap-lead')} ${agreed}`)
    say('customer', from('recap-answer'))
  }
  if (contact.behaviours.furtherHelp) {
    say('agent', from('further'))
    const hasExtra = !contact.isTransferred && contact.satisfaction > 2.5 && random.chance(0.2)
    if (hasExtra)
      exchange(from(contact.queue === 'Card Services' ? 'extra/Card Services' : 'extra'), 'customer')
    else say('customer', from('no-more'))
  }
  if (contact.behaviours.closing) exchange(from(isChat ? 'close/chat' : `close/${persona}`), 'agent')
  else if (random.chance(0.6)) say('agent', from('no-close'))
}
