import type { QuestionCondition } from '../../../../shared/domain/scorecard/definition.ts'
import type { ConnectEnablement } from './connect-form.ts'
import type { ConnectWriting } from './connect-writing.ts'

const comparators = { in: 'IN', 'not-in': 'NOT_IN', 'all-in': 'ALL_IN', exactly: 'EXACT' } as const

/** When a question is asked, as Amazon Connect enables it. */
export function enablementOf(
  { match, rules }: QuestionCondition,
  { idOf, optionIdOf }: ConnectWriting,
): ConnectEnablement {
  return {
    Condition: {
      Operands: rules.map(({ questionId, is, optionIds }) => ({
        Expression: {
          Source: { Type: 'QUESTION_REF_ID', RefId: idOf(questionId) },
          Values: optionIds.map((id) => ({ Type: 'OPTION_REF_ID', RefId: optionIdOf(questionId, id) })),
          Comparator: comparators[is],
        },
      })),
      Operator: match === 'any' ? 'OR' : 'AND',
    },
    Action: 'ENABLE',
    DefaultAction: 'DISABLE',
  }
}
