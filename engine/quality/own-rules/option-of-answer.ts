import { select, t } from '#speech'
import { optionsOf, type ScorecardQuestion } from '../../../shared/domain/scorecard/definition.ts'
import { bestPoints } from '../../../shared/domain/scorecard/score-answers.ts'
import type { QuestionRule, RuleProblem } from '../../../shared/domain/rule.ts'
import { optionFor } from '../trust/flow/outcome-of-answer.ts'

/** What a rule's answer ticks on the form: the option's words, its share of the best (0..1; null where nothing is to be had). */
export interface TickedOption {
  label: string
  score: number | null
}

/**
 * The option of a question that a rule names, by its id or else its words; where the rule only says passed or failed, the one option that
 * says so. Undefined where there is none.
 */
export function optionOfAnswer(
  question: ScorecardQuestion,
  outcome: 'pass' | 'fail' | 'option',
  named: string | null,
): TickedOption | undefined {
  const options = optionsOf(question)
  const meant = named === null || named === outcome ? undefined : named.trim().toLowerCase()
  const option =
    meant === undefined
      ? outcome === 'option'
        ? undefined
        : options.find(({ id }) => optionFor(question, outcome)?.optionIds[0] === id)
      : (options.find(({ id }) => id.toLowerCase() === meant) ??
        options.find(({ label }) => label.trim().toLowerCase() === meant))
  if (option === undefined) return undefined
  const best = bestPoints(question)
  return {
    label: option.label,
    score: best > 0 ? Math.min(1, Math.max(0, option.points / best)) : outcomeScore(outcome),
  }
}

function outcomeScore(outcome: 'pass' | 'fail' | 'option'): number | null {
  return outcome === 'option' ? null : outcome === 'pass' ? 1 : 0
}

/** Where a rule answers with something the question does not offer. */
export function optionProblems(rule: QuestionRule, question: ScorecardQuestion): RuleProblem[] {
  if (!['yes-no', 'single', 'multiple'].includes(question.type))
    return [
      {
        path: '',
        sentence: t`A rule answers questions with options to choose from; this one is answered with a figure or text.`,
      },
    ]
  if (rule.answers === 'options')
    return [
      ...rule.options.map(({ option }, index) => ({ path: `options.${index}.option`, option })),
      ...(rule.otherwise === undefined ? [] : [{ path: 'otherwise.option', option: rule.otherwise.option }]),
    ].flatMap(({ path, option }) =>
      optionOfAnswer(question, 'option', option) === undefined ? [notOffered(path, option)] : [],
    )
  return (['pass', 'fail'] as const).flatMap((outcome) => {
    const { option } = rule[outcome]
    const path = `${outcome}.option`
    if (optionOfAnswer(question, outcome, option ?? null) !== undefined) return []
    return [
      option === undefined
        ? {
            path,
            sentence: t`Say which option a ${select({ outcome }, { pass: 'pass', other: 'fail' })} ticks: the question has several, or none, that mean it.`,
          }
        : notOffered(path, option),
    ]
  })
}

function notOffered(path: string, option: string): RuleProblem {
  return { path, sentence: t`The question has no option "${{ option }}".` }
}
