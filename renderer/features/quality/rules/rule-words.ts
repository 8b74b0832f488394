import type { RuleCondition } from '../../../../shared/domain/rule-conditions.ts'
import type { RuleOutcome } from '../../../../shared/contract/rules.ts'

export const outcomeWords: Record<RuleOutcome, string> = {
  pass: 'Pass',
  fail: 'Fail',
  'not-applicable': 'Does not apply',
  abstain: 'Left open',
}

/** What blocks are called where one is chosen. */
export const blockWords: Record<RuleCondition['kind'], string> = {
  said: 'Said',
  'not-said': 'Not said',
  'own-name': 'Gives their own name',
  measure: 'Measure',
  sentiment: "Customer's mood",
  pace: 'Pace of a passage',
  'talked-over': 'Customer speaks into it',
  moment: 'Something happens',
  all: 'All of these',
  any: 'Any of these',
  none: 'None of these',
  'at-least': 'At least so many of these',
  not: 'Not this',
  order: 'One before the other',
  near: 'One near the other',
  within: 'In a passage',
}

export const comparisonWords = {
  above: 'above',
  'at-least': 'at least',
  below: 'below',
  'at-most': 'at most',
  between: 'between',
} as const

export const momentWords = {
  hold: 'a hold',
  silence: 'a silence',
  'interruption-by-agent': 'an interruption by the agent',
  'interruption-by-customer': 'an interruption by the customer',
} as const

export const moodWords = {
  start: 'at the start',
  end: 'at the end',
  shift: 'from start to end',
  mean: 'over all',
  lowest: 'in the lowest turn',
} as const

export const speakerChoices = { agent: 'the agent', customer: 'the customer', anyone: 'anybody' } as const
export const reachTurnWords = { anyone: 'both', agent: 'the agent', customer: 'the customer' } as const
export const toleranceWords = {
  off: 'nothing: as written',
  'one-edit': 'one letter of a word',
  'sounds-alike': 'words that sound alike',
} as const
export const directionWords = { after: 'after', before: 'before', either: 'before or after' } as const
export const everyPlaceWords = { some: 'one of them is enough', every: 'it has to hold each time' } as const
export const everyPassageWords = { some: 'one is enough', every: 'every one' } as const
export const withoutWords = { unknown: 'is left open', true: 'holds', false: 'does not hold' } as const

/** What a limit's figure is multiplied by on screen, and the sign behind it. */
export function shownUnit(unit: string): { factor: number; suffix: string } {
  if (unit === 'share') return { factor: 100, suffix: ' %' }
  if (unit === 'seconds') return { factor: 1, suffix: ' s' }
  if (unit === 'words-per-minute') return { factor: 1, suffix: ' words a minute' }
  if (unit === 'per-minute') return { factor: 1, suffix: ' a minute' }
  return { factor: 1, suffix: '' }
}
