import type { RuleCondition } from './rule-conditions.ts'
import type { QuestionRule } from './rule.ts'

/** A condition and where it stands in its rule, as `passWhen.of.1`. */
export interface PlacedCondition {
  readonly path: string
  readonly condition: RuleCondition
}

/** The conditions right under one. */
export function conditionChildren({ path, condition }: PlacedCondition): PlacedCondition[] {
  const under = (key: string, child: RuleCondition) => ({ path: `${path}.${key}`, condition: child })
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'none':
    case 'at-least':
      return condition.of.map((child, index) => under(`of.${index}`, child))
    case 'not':
      return [under('of', condition.of)]
    case 'order':
      return [under('first', condition.first), under('second', condition.second)]
    case 'near':
      return [under('what', condition.what), under('to', condition.to)]
    case 'within': {
      const { passage } = condition
      const anchors =
        passage.kind === 'between'
          ? [under('passage.from', passage.from), under('passage.to', passage.to)]
          : [under('passage.anchor', passage.anchor)]
      return [...anchors, under('condition', condition.condition)]
    }
    default:
      return []
  }
}

/** The conditions a rule begins with, in the order in which they are asked. */
export function ruleRoots(rule: QuestionRule): PlacedCondition[] {
  const decides =
    rule.answers === 'options'
      ? rule.options.map(({ when }, index) => ({ path: `options.${index}.when`, condition: when }))
      : [
          { path: 'passWhen', condition: rule.passWhen },
          ...(rule.failWhen === undefined ? [] : [{ path: 'failWhen', condition: rule.failWhen }]),
        ]
  return [
    ...(rule.appliesWhen ?? []).map(({ when }, index) => ({
      path: `appliesWhen.${index}.when`,
      condition: when,
    })),
    ...decides,
    ...(rule.guards?.nearMisses ?? []).map(({ when }, index) => ({
      path: `guards.nearMisses.${index}.when`,
      condition: when,
    })),
  ]
}

/** Every condition of a rule with how deep it stands, 1 at the roots. */
export function allConditions(rule: QuestionRule): (PlacedCondition & { depth: number })[] {
  const found: (PlacedCondition & { depth: number })[] = []
  const waiting = ruleRoots(rule).map((root) => ({ ...root, depth: 1 }))
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    found.push(next)
    const { depth } = next
    waiting.push(...conditionChildren(next).map((child) => ({ ...child, depth: depth + 1 })))
  }
  return found
}

/** Whether a condition that is true has places in the conversation, so that something can come before or after it. */
export function hasPlaces(condition: RuleCondition): boolean {
  switch (condition.kind) {
    case 'said':
    case 'own-name':
    case 'pace':
    case 'talked-over':
    case 'moment':
    case 'order':
    case 'near':
      return true
    case 'all':
    case 'any':
    case 'at-least':
      return condition.of.some(hasPlaces)
    case 'within':
      return hasPlaces(condition.condition)
    case 'not-said':
    case 'none':
    case 'not':
    case 'measure':
    case 'sentiment':
      return false
  }
}
