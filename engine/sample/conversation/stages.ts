import type { Contact } from '../contacts.ts'
import { HURRIED_STATEMENT } from '../planted.ts'
import type { Plot } from './plot.ts'
import type { Scene } from './scene.ts'

/** The agent answers, or does not greet; the customer says what it is about. */
export function opening(scene: Scene, plot: Plot): void {
  const { agent, contact, customer, isChat, random, story, lineFrom } = scene
  const greets = contact.behaviours.greeting
  const persona = isChat ? 'chat' : agent.persona
  scene.say('agent', lineFrom(greets ? `greet/${persona}` : isChat ? 'no-greet/chat' : 'no-greet'))
  const lines = plot.choose('open', story.open)
  const leads = !isChat && story.feeling !== 'loss' && scene.length !== 'brief'
  if (!leads || !random.chance(customer === 'terse' ? 0.5 : 0.75)) return scene.perform(lines)
  let lead = lineFrom(`lead/${customer}`)
  // Nobody knows the name of an agent who did not give it.
  while (!greets && lead.includes('$agent')) lead = lineFrom(`lead/${customer}`)
  const [first, ...rest] = lines
  if (first && random.chance(0.7))
    return scene.perform([{ ...first, text: `${lead} ${first.text}` }, ...rest])
  scene.say('customer', lead)
  scene.say('agent', "{Okay.|Go ahead.|I can hear you, go on.|I'm listening.|Yes, hello.}")
  scene.perform(lines)
}

export function acknowledging({ contact, length, lineFrom, random, say, story }: Scene): void {
  if (!contact.behaviours.empathy) {
    if (length !== 'brief' && random.chance(0.7)) say('agent', lineFrom('no-empathy'))
  } else if (story.feeling !== 'neutral') say('agent', lineFrom(`empathy/${story.feeling}`))
  else if (random.chance(0.45)) say('agent', lineFrom('empathy/neutral'))
}

export function verifying({ contact, exchange, isChat, length, lineFrom, random }: Scene): void {
  const deck = isChat ? 'verify/chat' : length === 'brief' ? 'verify/brief' : 'verify'
  if (contact.behaviours.verification) exchange(lineFrom(deck), 'agent')
  else if (random.chance(0.6)) exchange(lineFrom('no-verify'), 'agent', 'lookup')
}

/** Something beside the matter, as in any talk between two people. */
export function digressing({
  contact,
  customer,
  exchange,
  hasDeck,
  isChat,
  lineFrom,
  random,
  story,
}: Scene): void {
  if (isChat) return
  if (story.feeling === 'loss') {
    if (random.chance(0.5)) exchange(lineFrom('interlude/loss'), 'customer')
    return
  }
  if (customer === 'furious' && random.chance(0.6)) return exchange(lineFrom('barb/furious'), 'customer')
  const decks = [`interlude/${customer}`, `interlude/${contact.queue}`, 'interlude/any']
  exchange(lineFrom(random.pick(decks.filter(hasDeck))), 'customer')
}

export function holding({ contact, exchange, isChat, lineFrom, random }: Scene): void {
  if (isChat || contact.holdSeconds === 0) return
  const own = contact.queue === 'Card Services' && random.chance(0.7)
  exchange(lineFrom(own ? 'hold-ask/Card Services' : 'hold-ask'), 'agent')
  exchange(lineFrom('hold-back'), 'agent', 'hold')
}

export function ending({ contact, exchange, lineFrom, perform, story }: Scene, plot: Plot): void {
  if (contact.isTransferred) exchange(lineFrom('transfer'), 'agent')
  else if (contact.isResolved) perform(plot.choose('good', story.good))
  else perform(plot.choose('bad', story.bad))
}

export function reacting({ contact, length, lineFrom, random, say, story }: Scene): void {
  if (contact.isTransferred || length === 'brief') return
  if (story.feeling === 'loss')
    return say('customer', lineFrom(contact.isResolved ? 'feel/loss' : 'feel/loss/bad'))
  say('customer', lineFrom(`feel/${endingMood(contact, random.chance(0.4))}`))
}

function endingMood(
  { isResolved, satisfaction }: Contact,
  isOutspoken: boolean,
): 'delighted' | 'content' | 'flat' | 'unhappy' | 'furious' {
  if (isResolved) return satisfaction > 4.5 ? 'delighted' : satisfaction > 3.2 ? 'content' : 'flat'
  if (satisfaction < 1.9) return 'furious'
  return satisfaction < 3 || isOutspoken ? 'unhappy' : 'flat'
}

export function recapping({ agent, contact, length, lineFrom, say, story, turns }: Scene, plot: Plot): void {
  if (!contact.behaviours.recap) return
  const agreed = contact.isTransferred
    ? lineFrom('recap/transfer')
    : contact.isResolved
      ? plot.choose('recap', story.recap)
      : plot.choose('recap bad', story.recapBad)
  // every other one, told by what was said before: no draw of its own, so that all else stays as it is
  const isHurried = agent.team === HURRIED_STATEMENT.team && turns.length % 2 === 0
  say('agent', `${lineFrom('recap-lead')} ${agreed}`, 'none', isHurried ? HURRIED_STATEMENT.haste : 1)
  if (length !== 'brief') say('customer', lineFrom(contact.isResolved ? 'recap-answer' : 'recap-answer/bad'))
}

export function offeringHelp({ contact, exchange, length, lineFrom, random, say, story }: Scene): void {
  if (!contact.behaviours.furtherHelp) return
  say('agent', lineFrom('further'))
  const isLoss = story.feeling === 'loss'
  const hasExtra =
    !isLoss && contact.isResolved && contact.satisfaction > 2.5 && length !== 'brief' && random.chance(0.2)
  if (hasExtra)
    exchange(lineFrom(contact.queue === 'Card Services' ? 'extra/Card Services' : 'extra'), 'customer')
  else if (isLoss) say('customer', '{No, thank you.|No, that was all.|No. Thank you for asking.}')
  else say('customer', lineFrom(contact.isResolved ? 'no-more' : 'no-more/bad'))
}

export function closing(scene: Scene): void {
  const { agent, contact, exchange, isChat, length, lineFrom, random, say, story } = scene
  if (!contact.behaviours.closing) {
    if (random.chance(0.6)) say('agent', lineFrom('no-close'))
    return
  }
  const voice = story.feeling === 'loss' ? 'close/loss' : `close/${agent.persona}`
  const line = lineFrom(isChat ? 'close/chat' : voice)
  // In a brief call the customer has hung up before the answer.
  exchange(length === 'brief' ? (line.split(' >> ')[0] ?? line) : line, 'agent')
}
