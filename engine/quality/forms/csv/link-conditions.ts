import { t } from '#speech'
import type { Reading } from './reading.ts'
import { isSame } from './same-words.ts'

/** The answers of a yes/no question that states none. */
export const plainAnswers = [
  { id: 'yes', label: 'Yes' },
  { id: 'no', label: 'No' },
]

/** Conditions name questions and answers by id or by wording. */
export function linkConditions({ questions, notes }: Reading): void {
  const drafts = questions.map(({ draft }) => draft)
  for (const { draft, condition } of questions) {
    if (condition === null) continue
    const rules = condition.rules.map(({ question, is, answers }) => {
      const other =
        drafts.find(({ id }) => id === question) ?? drafts.find(({ title }) => isSame(title, question))
      const stated = other?.options ?? []
      const options = other?.type === 'yes-no' && stated.length === 0 ? plainAnswers : stated
      const optionIds = answers.map(
        (answer) =>
          (options.find(({ id }) => id === answer) ?? options.find(({ label }) => isSame(label, answer)))
            ?.id ?? answer,
      )
      return { questionId: other?.id ?? question, is, optionIds }
    })
    draft.condition = { match: condition.match, rules }
    if (rules.some(({ questionId }) => !drafts.some(({ id }) => id === questionId)))
      notes.about(draft.title, noteMissing)
  }
}

const noteMissing = (names: string) =>
  t`When it is asked depends on a question that is not there: ${{ names }}.`
