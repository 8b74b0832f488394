import type { ConversationSegment } from '../../../engine/language/index.ts'

const agentLines = [
  'thank you for calling harbour bank my name is ana how can i help you today',
  "okay i'm sorry to hear that let me see what i can do for you",
  'can i have your account number and date of birth please',
  'one moment please while i pull up your account',
  'alright i can see the charge from the fourteenth it looks like it was processed twice by the merchant',
  "i've gone ahead and refunded the second charge you will see it within three to five business days",
  'and what is the best phone number to reach you',
  'is there anything else i can help you with today',
  'thank you for calling harbour bank have a great day',
]
const customerLines = [
  "hi yeah um i'm really frustrated i was charged twice for the same order and nobody called me back",
  'sure it is three three four eight nine one seven five zero two',
  'the fourteenth of march nineteen eighty five',
  'okay',
  'that would be great thank you so much',
  'it is five five five oh one nine nine two three four',
  'my email is john dot smith at gmail dot com',
  'it cost forty five dollars and ninety nine cents and i paid it on the third',
  'no that is all thanks bye',
  'i have been waiting for over forty five minutes and this is the third time that i have to explain all of this',
]

/** `count` conversations of `turns` turns, the same for the same figures; timed, every ninth with a dictated card. */
export function benchConversations(count: number, turns: number): ConversationSegment[][] {
  let seed = 7
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * below)
  }
  return Array.from({ length: count }, (_, index) => {
    let atMs = 0
    return Array.from({ length: turns }, (__, turn): ConversationSegment => {
      const isAgent = turn % 2 === 0
      const lines = isAgent ? agentLines : customerLines
      const isCard = index % 9 === 0 && turn === 7
      const text = isCard
        ? 'four one one one one one one one one one one one one one one one'
        : lines[next(lines.length)]!
      const startMs = atMs
      const endMs = startMs + text.split(' ').length * 320
      atMs = endMs + next(1200)
      return { speaker: isAgent ? 'agent' : 'customer', startMs, endMs, text }
    })
  })
}
