import { answersByQuestion, type FormAnswer } from './answers.ts'
import type { QuestionCondition, ScorecardDefinition } from './definition.ts'

/**
 * The ids of the questions that are asked, given the answers so far: those without a condition, and those whose condition holds. What is not
 * asked has no answer, so that a question hidden behind a hidden one is hidden too, in whatever order they stand.
 */
export function askedQuestions(
  { questions }: Pick<ScorecardDefinition, 'questions'>,
  answers: readonly FormAnswer[],
): Set<string> {
  const given = answersByQuestion(answers)
  const byId = new Map(questions.map((question) => [question.id, question]))
  const known = new Map<string, boolean>()
  const isAsked = (id: string): boolean => {
    const before = known.get(id)
    if (before !== undefined) return before
    // in a circle nothing is asked: it is refused before a form is published
    known.set(id, false)
    const question = byId.get(id)
    const asked =
      question !== undefined &&
      (question.condition === null ||
        holds(question.condition, (other) => (isAsked(other) ? given.get(other) : undefined)))
    known.set(id, asked)
    return asked
  }
  return new Set(questions.filter(({ id }) => isAsked(id)).map(({ id }) => id))
}

function holds(
  { match, rules }: QuestionCondition,
  answerTo: (questionId: string) => FormAnswer | undefined,
): boolean {
  const results = rules.map(({ questionId, is, optionIds }) => {
    const answer = answerTo(questionId)
    const chosen = answer === undefined || answer.isNotApplicable ? [] : answer.optionIds
    const wanted = new Set(optionIds)
    switch (is) {
      case 'in':
        return chosen.some((id) => wanted.has(id))
      case 'not-in':
        return !chosen.some((id) => wanted.has(id))
      case 'all-in':
        return optionIds.every((id) => chosen.includes(id))
      case 'exactly':
        return chosen.length === wanted.size && chosen.every((id) => wanted.has(id))
    }
  })
  return match === 'all' ? results.every(Boolean) : results.some(Boolean)
}
