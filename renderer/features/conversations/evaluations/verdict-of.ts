import type { Conversation, Evaluation } from '../../../../shared/contract/conversations.ts'

type Verdict = Conversation['marks'][number]['verdict']

/** Met at full score, not met at none; in between and where nothing was answered there is no verdict. */
export function verdictOf(answer: Evaluation['answers'][number]): Verdict {
  if (answer.abstainedBecause !== null || answer.isNotApplicable) return 'abstain'
  if (answer.hasFailedCritical || answer.score0to1 === 0) return 'fail'
  return answer.score0to1 === 1 ? 'pass' : 'abstain'
}
