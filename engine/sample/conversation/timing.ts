import type { Contact } from '../contacts.ts'
import type { Random } from '../random.ts'
import type { Composition } from './compose.ts'
import type { CustomerPersona, Turn } from './scene.ts'
import type { Speaker } from './script.ts'

/** A turn with its place in the recording, in milliseconds from the start. */
export interface TimedTurn {
  speaker: Speaker
  text: string
  beginMs: number
  endMs: number
}

export interface TimedConversation {
  turns: TimedTurn[]
  durationMs: number
  holdMs: number
  /** Times the agent took the floor while the customer was speaking. */
  agentInterruptions: number
}

const CUSTOMER_WORDS_PER_MINUTE: Record<CustomerPersona, number> = {
  furious: 186,
  chatty: 176,
  anxious: 158,
  terse: 165,
  polite: 155,
  confused: 140,
  elderly: 122,
}
const INTERRUPTIONS = [
  "Yeah, I've got that.",
  'Okay, but what I need is the date.',
  'Right, right, let me stop you there.',
  "Yes, I see it, so what's happened is this.",
  "No, hang on, that's not how it works.",
  'Okay, let me just get a word in.',
  'Got it, got it.',
  "Yeah, it's the system that does that.",
  'Let me stop you, I already have the notes.',
  'Sure, sure, but did it say why?',
  'Mm, okay, and the short version?',
  'I know, I know, we get that a lot.',
]
const OBJECTIONS = [
  'Can I finish?',
  "I wasn't done.",
  'Let me finish, please.',
  'No, listen.',
  'As I was saying.',
  "Please don't talk over me.",
]
const BACKCHANNELS = ['Mm-hm.', 'Yeah.', 'Right.', 'Okay.', 'Uh-huh.', 'I see.']
const PRESENCE = [
  'Hello? Are you still there?',
  'Hello?',
  'Have we been cut off?',
  'You still there?',
  "It's gone very quiet.",
]

const wordsIn = (text: string) => text.split(/\s+/).length

/**
 * Puts a conversation on the clock. Look-ups become silences as long as this agent's usually are, stated holds keep
 * the length the telephone system logged, and agents who cut in start while the customer's sentence still runs.
 */
export function timeConversation(
  composition: Composition,
  contact: Contact,
  random: Random,
): TimedConversation {
  const agent = contact.agent
  if (!agent) throw new Error('A conversation needs an agent.')
  const timed: TimedTurn[] = []
  const isDeadAir = agent.deadAirShare > 0.5
  const interruptionShare = Math.max(agent.interruptionShare, contact.behaviours.listening ? 0 : 0.15)
  let clock = random.int(400, 2600)
  let holdMs = 0
  let holdsLeft = contact.holdSeconds * 1000
  let agentInterruptions = 0

  const lengthMs = (speaker: Speaker, text: string, haste: number) => {
    const rate =
      speaker === 'agent' ? agent.wordsPerMinute * 0.96 : CUSTOMER_WORDS_PER_MINUTE[composition.customer]
    return Math.round((wordsIn(text) / (rate * haste * (0.93 + 0.14 * random.next()))) * 60_000) + 180
  }
  const place = (speaker: Speaker, text: string, beginMs: number, haste = 1) => {
    const turn = {
      speaker,
      text,
      beginMs: Math.round(beginMs),
      endMs: Math.round(beginMs + lengthMs(speaker, text, haste)),
    }
    timed.push(turn)
    clock = Math.max(clock, turn.endMs)
    return turn
  }
  const pauseBefore = (turn: Turn): number => {
    if (turn.pause === 'hold') {
      holdMs += holdsLeft
      const length = holdsLeft
      holdsLeft = 0
      return length
    }
    if (turn.pause === 'lookup') {
      if (isDeadAir) return random.int(14_000, 38_000)
      return random.chance(agent.deadAirShare) ? random.int(6500, 15_000) : random.int(1300, 5200)
    }
    // A short pause for typing after what the customer gave.
    if (turn.speaker === 'agent' && random.chance(0.16)) return random.int(1400, 4200)
    return random.chance(0.08) ? random.int(1200, 2900) : random.int(150, 900)
  }

  for (const [index, turn] of composition.turns.entries()) {
    const next = composition.turns[index + 1]
    const gap = pauseBefore(turn)
    if (turn.pause === 'lookup' && gap > 17_000 && random.chance(0.4)) {
      place('customer', random.pick(PRESENCE), clock + gap * 0.6)
      place(
        'agent',
        random.pick(['Yes, still looking.', "I'm here.", 'Yeah, one second.']),
        clock + random.int(500, 1500),
      )
      clock += gap * 0.4
    } else clock += gap
    const isLong =
      turn.speaker === 'customer' &&
      wordsIn(turn.text) >= (interruptionShare > 0.4 ? 8 : 11) &&
      next?.speaker === 'agent'
    // A number or an address that somebody reads out stays in one piece.
    const isReadingOut = composition.personalData.some((item) => turn.text.includes(item.text))
    if (isLong && !isReadingOut && random.chance(interruptionShare)) {
      agentInterruptions += 1
      interrupt(turn.text)
      continue
    }
    const placed = place(turn.speaker, turn.text, clock, turn.haste)
    if (index > 1 && wordsIn(turn.text) > 15 && random.chance(0.16)) {
      const other: Speaker = turn.speaker === 'agent' ? 'customer' : 'agent'
      const at = placed.beginMs + (placed.endMs - placed.beginMs) * (0.35 + 0.3 * random.next())
      timed.push({
        speaker: other,
        text: random.pick(BACKCHANNELS),
        beginMs: Math.round(at),
        endMs: Math.round(at + random.int(280, 520)),
      })
    }
  }
  timed.sort((left, right) => left.beginMs - right.beginMs)
  const last = Math.max(...timed.map((turn) => turn.endMs))
  return { turns: timed, durationMs: last + random.int(300, 1800), holdMs, agentInterruptions }

  function interrupt(text: string) {
    const words = text.split(' ')
    const cut = Math.max(6, Math.round(words.length * (0.5 + 0.25 * random.next())))
    const head = place(
      'customer',
      `${words
        .slice(0, cut)
        .join(' ')
        .replace(/[.,?!]$/, '')}—`,
      clock,
    )
    const overlapMs = Math.min(random.int(1150, 1900), Math.max(300, head.endMs - head.beginMs - 1200))
    place('agent', random.pick(INTERRUPTIONS), head.endMs - overlapMs)
    clock += random.int(150, 500)
    const objection = random.chance(0.35) ? `${random.pick(OBJECTIONS)} ` : ''
    place('customer', objection + words.slice(cut).join(' '), clock)
  }
}
