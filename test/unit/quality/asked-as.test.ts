import { expect, it } from 'vitest'
import { askedAs, starterScorecard } from '../../../engine/quality/rules/index.ts'

it.each([
  ['Greeted the customer by name', 'greeting'],
  ['Proper opening', 'greeting'],
  ['Customer identity verified', 'verification'],
  ['Agent verified the account', 'verification'],
  ['Acknowledged the situation', 'empathy'],
  ['Showed empathy', 'empathy'],
  ['Recapped next steps', 'recap'],
  ['Offered further help', 'further-help'],
  ['Asked if anything else was needed', 'further-help'],
  ['Professional closing', 'closing'],
  ['closing', 'closing'],
  // asks something else, or several things at once
  ['Ticket closed with the right code', undefined],
  ['Correct disposition chosen', undefined],
  ['Product knowledge', undefined],
  ['Greeting and closing', undefined],
  ['Greeted and verified the customer', undefined],
])('a question "%s" on a form asks for: %s', (label, expected) => {
  expect(askedAs(starterScorecard(), label)).toBe(expected)
})
