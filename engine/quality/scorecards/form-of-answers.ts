import {
  type AnswerOption,
  type ScorecardDefinition,
  type ScorecardQuestion,
} from '../../../shared/domain/scorecard/definition.ts'
import { plainQuestion } from '../../../shared/domain/scorecard/plain-question.ts'
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
    questions: questions.map(({ id, stableKey, section, label, weight, isCritical }) => ({
      ...plainQuestion({
        id: stableKey,
        sectionId: sectionIds.get(section ?? 'Questions')!,
        title: label,
        weight: isWeighed ? weight : 1,
      }),
      isCritical: isCritical === 1,
      ...answersSeen(values.get(id) ?? []),
    })),
  }
}

type Answering = Partial<Pick<ScorecardQuestion, 'type' | 'options' | 'mostPoints'>>

/** How a question was answered: by words of a kind, best first; by points where they are many; by yes or no where nothing is known. */
function answersSeen(values: readonly AnswerValueRow[]): Answering {
  const scored = values.filter(({ value, score }) => value !== null && score !== null)
  const most = Math.max(0, ...values.map(({ maxPoints }) => maxPoints ?? 0))
  if (
    scored.length > mostOptions ||
    (scored.length > 2 && scored.every(({ value }) => isNumber(value!)) && most > 0)
  )
    return { type: 'points', mostPoints: most > 0 ? most : 1 }
  const options = scored
    .toSorted((a, b) => b.score! - a.score!)
    .map(({ value, score }, index): AnswerOption => ({
      id: `answer-${index + 1}`,
      label: value!,
      points: Math.round(score! * 1000) / 1000,
      guidance: '',
      fatal: null,
    }))
  return yesOrNo(options) ?? { type: 'single', options }
}

/** Yes or no, whichever of them is the better answer; undefined where other words were seen, or other scores than all and nothing. */
function yesOrNo(seen: readonly AnswerOption[]): Answering | undefined {
  const pointsOf = (word: string) => seen.find(({ label }) => label.toLowerCase() === word)?.points
  const [yes, no] = [pointsOf('yes'), pointsOf('no')]
  if (seen.length > Number(yes !== undefined) + Number(no !== undefined)) return undefined
  if ((yes ?? 1) === 1 && (no ?? 0) === 0) return { type: 'yes-no' }
  if ((yes ?? 0) !== 0 || (no ?? 1) !== 1) return undefined
  const plain = { guidance: '', fatal: null }
  return {
    type: 'yes-no',
    options: [
      { id: 'no', label: 'No', points: 1, ...plain },
      { id: 'yes', label: 'Yes', points: 0, ...plain },
    ],
  }
}

function isNumber(text: string): boolean {
  return text.trim() !== '' && Number.isFinite(Number(text))
}
