import { scoreForm } from '../scoring/score-form.ts'
import type { FormScore, ScoringAnswer, ScoringForm } from '../scoring/scoring-form.ts'
import { answersByQuestion, isAnswered, type FormAnswer } from './answers.ts'
import { askedQuestions } from './asked-questions.ts'
import { optionsOf, type Fatal, type ScorecardDefinition, type ScorecardQuestion } from './definition.ts'

/** A filled-in form: its score, which questions were asked, and which of those are still open. */
export interface ScoredAnswers extends FormScore {
  askedIds: readonly string[]
  unansweredIds: readonly string[]
}

/**
 * The points of a question's best answer. Of several choices all that give points; of a numeric one the best range. 0 where it cannot be scored.
 */
export function bestPoints(question: ScorecardQuestion): number {
  switch (question.type) {
    case 'yes-no':
    case 'single':
      return highest(optionsOf(question).map(({ points }) => points))
    case 'multiple':
      return question.options.reduce((sum, { points }) => sum + Math.max(0, points), 0)
    case 'numeric':
      return highest(question.ranges.map(({ points }) => points))
    case 'points':
      return Math.max(0, question.mostPoints)
    case 'text':
      return 0
  }
}

function highest(points: readonly number[]): number {
  return points.reduce((best, one) => Math.max(best, one), 0)
}

/** The definition as the scoring rules take it. */
export function scoringFormOf(definition: ScorecardDefinition): ScoringForm {
  return {
    strategy: definition.strategy,
    sections: definition.sections.map(({ id, weight, parentId }) => ({
      id,
      ...(weight !== null && { weight }),
      ...(parentId !== null && { parentId }),
    })),
    questions: definition.questions.map((question) => ({
      id: question.id,
      sectionId: question.sectionId,
      ...(question.weight !== null && { weight: question.weight }),
      bestPoints: bestPoints(question),
      isBonus: question.isBonus,
      isExcluded: question.isExcluded,
      isCritical: question.isCritical,
    })),
  }
}

/**
 * Scores a filled-in form (`scoreForm`). What is not asked, not answered or does not apply leaves both what is reached and what can be reached.
 * Unknown options and numbers outside every range count as unanswered.
 */
export function scoreAnswers(definition: ScorecardDefinition, answers: readonly FormAnswer[]): ScoredAnswers {
  const asked = askedQuestions(definition, answers)
  const given = answersByQuestion(answers)
  const scoring = definition.questions.flatMap((question): ScoringAnswer[] => {
    const answer = given.get(question.id)
    if (answer === undefined || !asked.has(question.id)) return []
    const scored = scoringAnswer(question, answer)
    return scored === undefined ? [] : [scored]
  })
  const answered = new Set(scoring.map(({ questionId }) => questionId))
  return {
    ...scoreForm(scoringFormOf(definition), scoring),
    askedIds: [...asked],
    unansweredIds: [...asked].filter((id) => !answered.has(id)),
  }
}

/** The points and what is fatal of one answer; undefined where it is none. */
export function scoringAnswer(question: ScorecardQuestion, answer: FormAnswer): ScoringAnswer | undefined {
  const questionId = question.id
  if (!isAnswered(answer)) return undefined
  if (answer.isNotApplicable) return { questionId, state: 'not-applicable' }
  const answered = (points: number | null, fatal: Fatal | Fatal[] | null = null): ScoringAnswer => ({
    questionId,
    state: 'answered',
    points,
    ...(fatal !== null && { fatal }),
  })
  switch (question.type) {
    case 'text':
      return answer.text.trim() === '' ? undefined : answered(null)
    case 'points': {
      const { number } = answer
      if (number === null || number < question.leastPoints || number > question.mostPoints) return undefined
      return answered(number)
    }
    case 'numeric': {
      const { number } = answer
      const range = question.ranges.find(({ from, to }) => number !== null && from <= number && number <= to)
      return range === undefined ? undefined : answered(range.points, range.fatal)
    }
    case 'yes-no':
    case 'single': {
      const option = optionsOf(question).find(({ id }) => id === answer.optionIds[0])
      return option === undefined ? undefined : answered(option.points, option.fatal)
    }
    case 'multiple': {
      const chosen = question.options.filter(({ id }) => answer.optionIds.includes(id))
      if (chosen.length === 0) return undefined
      const fatals = chosen.flatMap(({ fatal }) => fatal ?? [])
      return answered(
        chosen.reduce((sum, { points }) => sum + points, 0),
        fatals.length === 0 ? null : fatals,
      )
    }
  }
}
