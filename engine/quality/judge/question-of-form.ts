import { optionsOf, type ScorecardQuestion } from '../../../shared/domain/scorecard/definition.ts'
import type { JudgeQuestion } from './judge-question.ts'

/**
 * A question of a form as a model can be asked it, without what its answers are worth; null where it is not answered by one of several
 * options. `languages`: ISO 639-1, of the form; without them it is asked of every conversation.
 */
export function judgeQuestionOf(question: ScorecardQuestion, languages?: string[]): JudgeQuestion | null {
  const options = optionsOf(question)
  const isOneOfSeveral = question.type === 'yes-no' || question.type === 'single'
  if (!isOneOfSeveral || options.length < 2) return null
  return {
    id: question.id,
    text: question.title,
    guidance: question.guidance || null,
    options: options.map(({ id, label, guidance }) => ({ id, text: label, guidance: guidance || null })),
    mayNotApply: question.allowsNotApplicable,
    ...(languages && { languages }),
  }
}
