import type { RuleCondition } from '../../../../shared/domain/rule-conditions.ts'
import { blockWords } from './rule-words.ts'

/** Every kind of block in the order in which they are offered. */
const kinds: readonly RuleCondition['kind'][] = [
  'said',
  'not-said',
  'all',
  'any',
  'none',
  'at-least',
  'not',
  'order',
  'near',
  'within',
  'own-name',
  'measure',
  'sentiment',
  'pace',
  'talked-over',
  'moment',
]

export const kindChoices = kinds.map((value) => ({ value, label: blockWords[value] }))

/** The kind a choice stands for; undefined for none. */
export function blockKind(value: string | null): RuleCondition['kind'] | undefined {
  return kinds.find((kind) => kind === value)
}
