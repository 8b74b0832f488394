import type { WritableDatabase } from '../../store/index.ts'
import type { AutomatedSubject, AutomatedWriting } from '../automated.store.ts'
import type { BlockAnswer, PreparedConversation } from '../rules/index.ts'
import { questionId } from '../scorecards.store.ts'
import type { AnsweredForm, AnsweringRule } from './active-rules.ts'
import { writeRuleEvaluation } from './answering.store.ts'
import { optionOfAnswer } from './option-of-answer.ts'

/** Answers the questions of a form that have rules, for one conversation, in the place of what they answered before. */
export function answerForm(
  database: WritableDatabase,
  form: AnsweredForm,
  subject: AutomatedSubject,
  prepared: PreparedConversation,
): void {
  const answers = form.rules.map((one): AutomatedWriting => {
    const { question, section, position } = one
    const id = questionId(database, form.scorecardId, {
      stableKey: question.id,
      label: question.title,
      section,
      weight: question.weight,
      isCritical: false,
      position,
    })
    return { questionId: id, ...written(one, one.rule.answer(prepared)) }
  })
  const versions = Object.fromEntries(
    form.rules.map(({ question, scorerVersion }) => [question.id, scorerVersion]),
  )
  writeRuleEvaluation(database, { ...form, versions }, subject, answers)
}

function written({ question }: AnsweringRule, answer: BlockAnswer): Omit<AutomatedWriting, 'questionId'> {
  const { evidence } = answer
  if (answer.outcome === 'abstain')
    return { value: null, score: null, confidence: null, abstainedBecause: answer.sentence, evidence }
  const ticked = optionOfAnswer(question, answer.outcome, answer.option)
  return {
    value: ticked?.label ?? null,
    score: ticked?.score ?? null,
    confidence: answer.confidence,
    abstainedBecause: null,
    evidence,
  }
}
