import type { RuleOutcome } from '../../../shared/contract/rules.ts'
import type { ScorecardQuestion } from '../../../shared/domain/scorecard/definition.ts'
import { optionOfAnswer, type AbstainReason, type BlockOutcome } from '../../quality/index.ts'

const PASSED_ABOVE = 0.5

/** What a rule comes to beside a person's answer: more than half of the best passes. An option of a question without points counts as passed. */
export function outcomeOf(
  question: ScorecardQuestion,
  { outcome, option }: BlockOutcome,
  reason: AbstainReason | undefined,
): { outcome: RuleOutcome; option: string | null } {
  if (outcome === 'abstain')
    return { outcome: reason === 'not-applicable' ? 'not-applicable' : 'abstain', option: null }
  const ticked = optionOfAnswer(question, outcome, option)
  const isPassed =
    ticked === undefined || ticked.score === null ? outcome !== 'fail' : ticked.score > PASSED_ABOVE
  return { outcome: isPassed ? 'pass' : 'fail', option: ticked?.label ?? option }
}

/** How a person answered, from the score of it; null where nobody did. */
export function humanOutcome(row: {
  humanScore: number | null
  isNotApplicable: number | null
}): 'pass' | 'fail' | 'not-applicable' | null {
  if (row.isNotApplicable === 1) return 'not-applicable'
  if (row.humanScore === null) return null
  return row.humanScore > PASSED_ABOVE ? 'pass' : 'fail'
}
