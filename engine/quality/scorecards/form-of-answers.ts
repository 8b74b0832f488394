import {
  type AnswerOption,
  type ScorecardDefinition,
  type ScorecardQuestion,
} from '../../../shared/domain/scorecard/definition.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { readAnswerValues, readQuestionsOf, type AnswerValueRow } from './answer-values.store.ts'
import { readScorecard } from './versions.store.ts'

const mostOptions = 12

/**
 * What imported answers tell of the form they were given on, as a start for writing it down: its questions under the ids they have, the answers
 * that were seen with what they scored, and the weights where an export carries them.
 */
export function formOfAnswers(database: ReadableDatabase, scorecardId: number): ScorecardDefinition {
  const questions = readQuestionsOf(database, scorecardId)
  const values = Map.groupBy(readAnswerValues(database, scorecardId), ({ questionId }) => questionId)
  const titles = [...new Set(questions.map(({ section }) => section ?? 'Questions'))]
  const sectionIds = new Map(titles.map((title, index) => [title, `section-${index + 1}`]))
  const isWeighed = questions.some(({ weight }) => weight !== null)
  return {
    title: readScorecard(database, scorecardId)?.name ?? '',
    description: '',
    strategy: 'question-weighted',
    sections: titles.map((title) => ({
      id: sectionIds.get(title)!,
      title,
      instructions: '',
      weight: null,
      parentId: null,
    })),
    questions: questions.map((question) => ({
      id: question.stableKey,
      sectionId: sectionIds.get(question.section ?? 'Questions')!,
      title: question.label,
      guidance: '',
      weight: isWeighed ? question.weight : 1,
      isBonus: false,
      isCritical: question.isCritical === 1,
      isExcluded: false,
      allowsNotApplicable: true,
      defaultOptionId: null,
      condition: null,
      rootCauses: [],
      ...answersSeen(values.get(question.id) ?? []),
    })),
  }
}

type Answering = Pick<ScorecardQuestion, 'type' | 'options' | 'ranges' | 'leastPoints' | 'mostPoints'>

/** How a question was answered: by words of a kind, best first; by points where they are many; by yes or no where nothing is known. */
function answersSeen(values: readonly AnswerValueRow[]): Answering {
  const plain = { ranges: [], leastPoints: 0, mostPoints: 0 }
  const scored = values.filter(({ value, score }) => value !== null && score !== null)
  const most = Math.max(0, ...values.map(({ maxPoints }) => maxPoints ?? 0))
  if (
    scored.length > mostOptions ||
    (scored.length > 2 && scored.every(({ value }) => isNumber(value!)) && most > 0)
  )
    return { ...plain, type: 'points', options: [], mostPoints: most > 0 ? most : 1 }
  const words = scored.map(({ value }) => value!.toLowerCase())
  const isYesNo = words.length <= 2 && words.every((word) => word === 'yes' || word === 'no')
  if (isYesNo) return { ...plain, type: 'yes-no', options: [] }
  const options = scored
    .toSorted((a, b) => b.score! - a.score!)
    .map(({ value, score }, index): AnswerOption => ({
      id: `answer-${index + 1}`,
      label: value!,
      points: Math.round(score! * 1000) / 1000,
      guidance: '',
      fatal: null,
    }))
  return { ...plain, type: 'single', options }
}

function isNumber(text: string): boolean {
  return text.trim() !== '' && Number.isFinite(Number(text))
}
