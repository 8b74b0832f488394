import type { Contact } from '../contacts.ts'
import type { Dealer, Random } from '../random.ts'
import { createPlot } from './plot.ts'
import type { Plot } from './plot.ts'
import { createScene } from './scene.ts'
import type { CustomerPersona, Length, Scene, Turn } from './scene.ts'
import type { ScriptLine, Story } from './script.ts'
import * as stages from './stages.ts'
import { createValues } from './values.ts'
import type { PersonalData } from './values.ts'

export interface Composition {
  turns: Turn[]
  customer: CustomerPersona
  personalData: PersonalData[]
  storyIds: string[]
}

const CUSTOMERS_BY_FEELING: Record<Story['feeling'], Partial<Record<CustomerPersona, number>>> = {
  annoyed: { furious: 34, terse: 14, chatty: 10, polite: 16, anxious: 9, confused: 9, elderly: 8 },
  worried: { anxious: 48, terse: 10, polite: 16, elderly: 12, confused: 8, chatty: 6 },
  strained: { anxious: 40, polite: 30, terse: 12, elderly: 10, chatty: 8 },
  loss: { polite: 40, anxious: 30, terse: 15, elderly: 15 },
  hassle: { chatty: 22, polite: 22, terse: 16, confused: 16, elderly: 14, furious: 10 },
  neutral: { polite: 30, chatty: 24, terse: 16, confused: 18, elderly: 12 },
}

/** A conversation about one contact, in the order it was said; nothing in it contradicts the contact's facts. */
export function composeConversation(
  contact: Contact,
  stories: readonly [Story, ...Story[]],
  length: Length,
  dealer: Dealer,
  random: Random,
): Composition {
  const { agent } = contact
  if (!agent) throw new Error('A conversation needs an agent.')
  const [story, second] = stories
  const values = createValues(contact, random)
  const customer = customerOf(story, random)
  const scene = createScene({ contact, agent, story, customer, length }, values, dealer, random)
  const plot = createPlot(story.id, contact.isResolved, dealer)

  stages.opening(scene, plot)
  stages.acknowledging(scene)
  const verifiesLate = story.body.length > 1 && length !== 'brief' && random.chance(0.15)
  if (!verifiesLate) stages.verifying(scene)
  tell(scene, plot, verifiesLate)
  stages.holding(scene)
  stages.ending(scene, plot)
  if (second && !contact.isTransferred) addSecondMatter(scene, second, dealer)
  stages.reacting(scene)
  stages.recapping(scene, plot)
  stages.offeringHelp(scene)
  stages.closing(scene)
  return {
    turns: scene.turns,
    customer,
    personalData: values.personalData,
    storyIds: stories.map(({ id }) => id),
  }
}

function customerOf(story: Story, random: Random): CustomerPersona {
  if (story.customers.includes('anyone')) return random.weighted(CUSTOMERS_BY_FEELING[story.feeling])
  return random.pick(story.customers) as CustomerPersona
}

/** The matter itself: a brief call touches it once, a long one goes back to it and wanders off. */
function tell(scene: Scene, plot: Plot, verifiesLate: boolean): void {
  const { length, random, story } = scene
  const required = story.body.filter((section) => section.chance === 1)
  const sections = length === 'brief' ? required.slice(0, 1) : length === 'short' ? required : story.body
  for (const [index, section] of sections.entries()) {
    const isLong = length === 'long' || length === 'endless'
    if (!random.chance(isLong ? Math.max(section.chance, 0.8) : section.chance)) continue
    const name = `body ${story.body.indexOf(section)}`
    let said: ScriptLine[] | null =
      section.chance === 1 ? plot.choose(name, section.variants) : plot.chooseAnother(name, section.variants)
    let isFirst = true
    while (said) {
      scene.perform(said)
      if (isLong || (length === 'normal' && random.chance(0.7))) stages.digressing(scene)
      const goesOn =
        section.chance === 1 &&
        (length === 'endless' || (length === 'long' && isFirst && random.chance(0.75)))
      said = goesOn ? plot.chooseAnother(name, section.variants) : null
      isFirst = false
    }
    if (index === 0 && verifiesLate) stages.verifying(scene)
  }
}

function addSecondMatter(scene: Scene, second: Story, dealer: Dealer): void {
  const plot = createPlot(second.id, true, dealer)
  scene.say(
    'customer',
    '{And there is another thing.|While I have you, a different thing.|Okay, next one.|Can I ask you about something different as well?|Oh, and before I forget.}',
  )
  scene.perform(plot.choose('open', second.open))
  for (const [index, section] of second.body.entries()) {
    if (section.chance === 1) scene.perform(plot.choose(`body ${index}`, section.variants))
    if (index === 0) stages.digressing(scene)
  }
  scene.perform(plot.choose('good', second.good))
}
