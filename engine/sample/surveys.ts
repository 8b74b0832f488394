import type { Contact } from './contacts.ts'
import { parseDecks } from './conversation/script.ts'
import { createValues } from './conversation/index.ts'
import type { PersonalData } from './conversation/index.ts'
import { createDealer, createRandom } from './random.ts'
import type { Dealer, Random } from './random.ts'
import { SURVEY_LINES } from './survey-lines.ts'

export interface SurveyResponse {
  contact: Contact
  respondedAt: number
  /** 1..5 in the satisfaction survey, 0..10 in the recommendation survey. */
  score: number
  /** What the customer answered to "was it resolved"; null in the recommendation survey. */
  saysResolved: boolean | null
  comment: string
}

/** Some customers leave a way to reach them, although nobody asked. */
const CALL_ME_SHARE = 0.03
const RESPONSE_SHARE = 0.13
const RECOMMENDATION_SHARE = 0.025
/** Who was not asked, and answers when quality rings back about an evaluated contact. */
const CALL_BACK_SHARE = 0.8
const CALL_ME = [
  ' Call me: $phone.',
  ' My number is $phone and I want an answer.',
  ' You can reach me at $email.',
  ' Write to $email, I am waiting.',
]
const DECKS = parseDecks(SURVEY_LINES)

/** About 13% answer the satisfaction survey and 2.5% the one about recommending; the very happy and the angry answer more. */
export function createSurveys(
  contacts: readonly Contact[],
  options: { seed: number; answersSurely: ReadonlySet<Contact>; calledBack: ReadonlySet<Contact> },
): { satisfaction: SurveyResponse[]; recommendation: SurveyResponse[]; personalData: PersonalData[] } {
  const random = createRandom(options.seed, 'surveys')
  const dealer = createDealer(createRandom(options.seed, 'survey lines'))
  const satisfaction: SurveyResponse[] = []
  const recommendation: SurveyResponse[] = []
  const personalData: PersonalData[] = []
  for (const contact of contacts) {
    if (!contact.agent) continue
    const score = Math.min(5, Math.max(1, Math.round(contact.satisfaction)))
    const eagerness = score === 1 ? 1.45 : score === 5 ? 1.1 : score === 3 ? 0.75 : 0.95
    const handledMs = (contact.waitSeconds + contact.talkSeconds + contact.holdSeconds) * 1000
    const respondedAt = contact.startedAt + handledMs + random.int(3, 1900) * 60_000
    const isAsked = options.answersSurely.has(contact)
      ? random.chance(0.5)
      : random.chance(RESPONSE_SHARE * eagerness)
    if (isAsked) {
      const saysResolved = random.chance(0.94) ? contact.isResolved : !contact.isResolved
      const comment = random.chance(score <= 2 ? 0.55 : 0.32) ? commentOn(contact, score, dealer, random) : ''
      const values = createValues(contact, random)
      const isReachable = comment !== '' && score <= 2 && random.chance(CALL_ME_SHARE)
      const wish = isReachable ? values.fill(random.pick(CALL_ME)) : ''
      personalData.push(...values.personalData)
      satisfaction.push({ contact, respondedAt, score, saysResolved, comment: `${comment}${wish}` })
    } else if (random.chance(RECOMMENDATION_SHARE)) {
      const likely = Math.min(
        10,
        Math.max(0, Math.round((contact.satisfaction - 1) * 2.5 + random.normal(0.2, 1.3))),
      )
      const comment = random.chance(0.45) ? commentOn(contact, score, dealer, random) : ''
      recommendation.push({ contact, respondedAt, score: likely, saysResolved: null, comment })
    }
  }
  const asked = new Set([...satisfaction, ...recommendation].map(({ contact }) => contact))
  satisfaction.push(...callBacks(contacts, { ...options, asked }))
  return { satisfaction, recommendation, personalData }
}

/**
 * Quality rings back about contacts it evaluates where no conversation was kept, so that what reviewers hear can be held against what customers felt. A stream of its own: the
 * other surveys are what they would be without.
 */
function callBacks(
  contacts: readonly Contact[],
  options: {
    seed: number
    calledBack: ReadonlySet<Contact>
    answersSurely: ReadonlySet<Contact>
    asked: ReadonlySet<Contact>
  },
): SurveyResponse[] {
  const random = createRandom(options.seed, 'call backs')
  return contacts
    .filter(
      (contact) =>
        options.calledBack.has(contact) && !options.answersSurely.has(contact) && !options.asked.has(contact),
    )
    .filter(() => random.chance(CALL_BACK_SHARE))
    .map((contact) => ({
      contact,
      respondedAt: contact.startedAt + random.int(20, 40) * 3_600_000,
      score: Math.min(5, Math.max(1, Math.round(contact.satisfaction))),
      saysResolved: random.chance(0.94) ? contact.isResolved : !contact.isResolved,
      comment: '',
    }))
}

/** The comment takes up what really went wrong, or right, in that contact. */
function commentOn(contact: Contact, score: number, dealer: Dealer, random: Random): string {
  const causes: string[] = []
  if (score <= 3) {
    if (contact.holdSeconds > 110) causes.push('hold')
    if (contact.isTransferred) causes.push('transfer')
    else if (!contact.isResolved) causes.push('open', 'open')
    if (!contact.behaviours.empathy || !contact.behaviours.listening) causes.push('cold')
    if (!contact.behaviours.recap || !contact.behaviours.furtherHelp) causes.push('unclear')
    if (contact.queue === 'Retention' && random.chance(0.4)) causes.push('Retention')
    if (score === 3 || causes.length === 0) causes.push('middling')
  } else causes.push(score === 5 ? 'love' : 'fine')
  const deck = random.pick(causes)
  let text = dealer.deal(deck, DECKS.get(deck) ?? [])
  while (/\{[^{}]*\}/.test(text)) {
    text = text.replace(/\{([^{}]*)\}/, (_, choices: string) => random.pick(choices.split('|')))
  }
  text = text.replaceAll('$agent', contact.agent?.givenName ?? 'the agent').trim()
  if (random.chance(0.12)) text = text.toLowerCase().replace(/\.$/, '')
  if (score <= 2 && random.chance(0.06)) text = text.toUpperCase()
  return text.charAt(0) === text.charAt(0).toLowerCase() && random.chance(0.5)
    ? text.charAt(0).toUpperCase() + text.slice(1)
    : text
}
