import type { QuestionCondition } from '../../../../shared/domain/scorecard/definition.ts'
import type { ConnectCondition, ConnectEnablement, ConnectExpression } from './connect-form.ts'

type Rule = QuestionCondition['rules'][number]

const comparators: Readonly<Record<string, Rule['is']>> = {
  IN: 'in',
  NOT_IN: 'not-in',
  ALL_IN: 'all-in',
  EXACT: 'exactly',
}

/**
 * When a question is enabled, as a condition of ours: null where it always is, undefined where the two cannot say the same. A question that
 * is disabled where something holds is one that is asked where the opposite holds.
 */
export function readEnablement(enablement: ConnectEnablement): QuestionCondition | null | undefined {
  const { Action, DefaultAction } = enablement
  const isEnabling = Action !== 'DISABLE'
  const otherwise = DefaultAction ?? (isEnabling ? 'DISABLE' : 'ENABLE')
  if ((otherwise === 'ENABLE') === isEnabling) return isEnabling ? null : undefined
  const condition = flattened(enablement.Condition)
  if (condition === undefined) return undefined
  return isEnabling ? condition : opposite(condition)
}

/** Conditions within conditions are one list where they are joined alike. */
function flattened({ Operator, Operands }: ConnectCondition): QuestionCondition | undefined {
  const match = Operator === 'OR' ? 'any' : 'all'
  const rules: Rule[] = []
  for (const operand of Operands) {
    if (operand.Expression) {
      const rule = ruleOf(operand.Expression)
      if (rule === undefined) return undefined
      rules.push(rule)
    } else if (operand.Condition) {
      const inner = flattened(operand.Condition)
      if (inner === undefined || (inner.rules.length > 1 && inner.match !== match)) return undefined
      rules.push(...inner.rules)
    }
  }
  return rules.length === 0 ? undefined : { match, rules }
}

function ruleOf({ Source, Values, Comparator }: ConnectExpression): Rule | undefined {
  const is = Object.hasOwn(comparators, Comparator) ? comparators[Comparator] : undefined
  const optionIds = Values.flatMap(({ RefId }) => RefId ?? [])
  if (is === undefined || !Source.RefId || optionIds.length === 0) return undefined
  return { questionId: Source.RefId, is, optionIds }
}

function opposite({ match, rules }: QuestionCondition): QuestionCondition | undefined {
  const opposites: Rule[] = []
  for (const rule of rules) {
    if (rule.is !== 'in' && rule.is !== 'not-in') return undefined
    opposites.push({ ...rule, is: rule.is === 'in' ? 'not-in' : 'in' })
  }
  return { match: match === 'all' ? 'any' : 'all', rules: opposites }
}
