import { t } from '@lingui/core/macro'
import type { RuleCondition } from '../../../../shared/domain/rule-conditions.ts'
import type { RuleOutcome } from '../../../../shared/contract/rules.ts'

export const outcomeWords: Record<RuleOutcome, string> = {
  pass: t`Pass`,
  fail: t`Fail`,
  'not-applicable': t`Does not apply`,
  abstain: t`Left open`,
}

/** What blocks are called where one is chosen. */
export const blockWords: Record<RuleCondition['kind'], string> = {
  said: t`Said`,
  'not-said': t`Not said`,
  'own-name': t`Gives their own name`,
  measure: t`Measure`,
  sentiment: t`Customer's mood`,
  pace: t`Pace of a passage`,
  'talked-over': t`Customer speaks into it`,
  moment: t`Something happens`,
  all: t`All of these`,
  any: t`Any of these`,
  none: t`None of these`,
  'at-least': t`At least so many of these`,
  not: t`Not this`,
  order: t`One before the other`,
  near: t`One near the other`,
  within: t`In a passage`,
}

export const comparisonWords = {
  above: t`above`,
  'at-least': t`at least`,
  below: t`below`,
  'at-most': t`at most`,
  between: t`between`,
} as const

export const momentWords = {
  hold: t`a hold`,
  silence: t`a silence`,
  'interruption-by-agent': t`an interruption by the agent`,
  'interruption-by-customer': t`an interruption by the customer`,
} as const

export const moodWords = {
  start: t`at the start`,
  end: t`at the end`,
  shift: t`from start to end`,
  mean: t`over all`,
  lowest: t`in the lowest turn`,
} as const

export const speakerChoices = { agent: t`the agent`, customer: t`the customer`, anyone: t`anybody` } as const
export const reachTurnWords = { anyone: t`both`, agent: t`the agent`, customer: t`the customer` } as const
export const toleranceWords = {
  off: t`nothing: as written`,
  'one-edit': t`one letter of a word`,
  'sounds-alike': t`words that sound alike`,
} as const
export const directionWords = { after: t`after`, before: t`before`, either: t`before or after` } as const
export const everyPlaceWords = { some: t`one of them is enough`, every: t`it has to hold each time` } as const
export const everyPassageWords = { some: t`one is enough`, every: t`every one` } as const
export const withoutWords = { unknown: t`is left open`, true: t`holds`, false: t`does not hold` } as const

/** What a limit's figure is multiplied by on screen, and the sign behind it. */
export function shownUnit(unit: string): { factor: number; suffix: string } {
  if (unit === 'share') return { factor: 100, suffix: ' %' }
  if (unit === 'seconds') return { factor: 1, suffix: ' s' }
  if (unit === 'words-per-minute') return { factor: 1, suffix: t` words a minute` }
  if (unit === 'per-minute') return { factor: 1, suffix: t` a minute` }
  return { factor: 1, suffix: '' }
}
