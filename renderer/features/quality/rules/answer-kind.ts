import { t } from '@lingui/core/macro'
import type { RuleCondition } from '../../../../shared/domain/rule-conditions.ts'
import type { QuestionRule } from '../../../../shared/domain/rule.ts'
import { without } from './without.ts'

/** The options that say passed and failed by themselves; null where several do, or none. */
export interface UsualOptions {
  readonly pass: string | null
  readonly fail: string | null
}

type Options = Extract<QuestionRule, { answers: 'options' }>

/** The same rule as one that ticks options in order: what passes, then what fails or the rest. */
export function toOptions(rule: QuestionRule, options: readonly string[], usual: UsualOptions): QuestionRule {
  if (rule.answers === 'options') return rule
  const { passWhen, failWhen, pass, fail } = rule
  const shared = without(rule, 'answers', 'passWhen', 'failWhen', 'pass', 'fail')
  const passes = pass.option ?? usual.pass ?? options[0] ?? 'Yes'
  const fails = fail.option ?? usual.fail ?? options[1] ?? 'No'
  const first = { option: passes, when: passWhen, confidence: pass.confidence }
  return failWhen === undefined
    ? {
        ...shared,
        answers: 'options',
        options: [first],
        otherwise: { option: fails, confidence: fail.confidence },
      }
    : {
        ...shared,
        answers: 'options',
        options: [first, { option: fails, when: failWhen, confidence: fail.confidence }],
      }
}

/** Why a rule cannot pass or fail without losing something, in one sentence; undefined where it can. */
export function whyNotPassFail(rule: QuestionRule): string | undefined {
  if (rule.answers === 'pass-fail') return undefined
  const kept = rule.options.length + (rule.otherwise === undefined ? 0 : 1)
  return kept > 2 ? t`Pass or fail has room for two answers: take the others away first.` : undefined
}

/** The same rule as one that passes or fails: the option that means a pass passes, the first where none is known to. */
export function toPassFail(rule: QuestionRule, usual: UsualOptions): QuestionRule {
  if (rule.answers === 'pass-fail' || whyNotPassFail(rule) !== undefined) return rule
  const { options, otherwise } = rule
  const shared = without(rule, 'answers', 'options', 'otherwise')
  const passing = options.find(({ option }) => option === usual.pass) ?? options[0]
  const failing = options.find((one) => one !== passing) ?? otherwise
  return {
    ...shared,
    answers: 'pass-fail',
    passWhen: passing?.when ?? nothingYet,
    ...failWhenOf(failing),
    pass: outcomeOf(passing, usual.pass, 0.9),
    fail: outcomeOf(failing, usual.fail, 0.8),
  }
}

const nothingYet: RuleCondition = { kind: 'said', by: 'agent', phrases: [] }

function failWhenOf(failing: Options['options'][number] | Options['otherwise']) {
  return failing !== undefined && 'when' in failing ? { failWhen: failing.when } : {}
}

function outcomeOf(
  answer: { option: string; confidence: number } | undefined,
  usual: string | null,
  confidence: number,
) {
  if (answer === undefined) return { confidence }
  return answer.option === usual
    ? { confidence: answer.confidence }
    : { option: answer.option, confidence: answer.confidence }
}
