import type { FormAnswer } from '../../../../shared/domain/scorecard/answers.ts'
import type {
  ScorecardDefinition,
  ScorecardQuestion,
} from '../../../../shared/domain/scorecard/definition.ts'
import { matchAnswer } from './match-answer.ts'
import { plainWords } from './nearest.ts'

/** An answer of an evaluation that was imported. */
export interface ImportedFormAnswer {
  /** The vendor's id of the question, else its wording in lower case. */
  stableKey: string
  /** Its wording as the import gave it, where it is known. */
  label?: string
  /** What was chosen or written; several choices are separated by semicolons. */
  value: string | null
  isNotApplicable: boolean
}

/**
 * Imported answers as answers to a form whose definition is known, so that they can be scored (`scoreAnswers`). A question is found by the
 * vendor's id, else by its wording; an answer by its wording, id or points. What matches nothing is left out: it counts as unanswered.
 */
export function answersOfImported(
  definition: ScorecardDefinition,
  imported: readonly ImportedFormAnswer[],
): FormAnswer[] {
  const byId = new Map(definition.questions.map((question) => [question.id, question]))
  const byWords = new Map<string, ScorecardQuestion | null>()
  for (const question of definition.questions) {
    const words = plainWords(question.title)
    // two of the same wording cannot be told apart
    byWords.set(words, byWords.has(words) ? null : question)
  }
  return imported.flatMap(({ stableKey, label, value, isNotApplicable }) => {
    const question =
      byId.get(stableKey) ??
      byWords.get(plainWords(stableKey)) ??
      (label === undefined ? undefined : byWords.get(plainWords(label)))
    if (!question) return []
    if (isNotApplicable)
      return [{ questionId: question.id, optionIds: [], number: null, text: '', isNotApplicable: true }]
    if (value === null) return []
    const matched = matchAnswer(question, value)
    return 'found' in matched ? [matched.found] : []
  })
}
