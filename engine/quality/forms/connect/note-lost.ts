import { t } from '#speech'
import type { ScorecardQuestion } from '../../../../shared/domain/scorecard/definition.ts'
import type { Notes } from '../notes.ts'

/** Tells what of a question has no place in Amazon Connect. */
export function noteLost(question: ScorecardQuestion, notes: Notes): void {
  const { title } = question
  if (question.isCritical) notes.about(title, noteCritical)
  if (question.options.some(({ guidance }) => guidance !== '')) notes.about(title, noteGuidance)
  if (question.rootCauses.length > 0) notes.about(title, noteRootCauses)
  if (question.defaultOptionId !== null) notes.about(title, noteDefault)
  if (question.type === 'single' && question.options.length === 1) notes.about(title, noteOneOption)
}

const noteCritical = (names: string) =>
  t`Amazon Connect has no score over critical questions; there these are questions like any other: ${{ names }}.`
const noteGuidance = (names: string) =>
  t`Guidance for single answers has no place in Amazon Connect: ${{ names }}.`
const noteRootCauses = (names: string) => t`Root causes have no place in Amazon Connect: ${{ names }}.`
const noteDefault = (names: string) => t`A preset answer has no place in Amazon Connect: ${{ names }}.`
const noteOneOption = (names: string) =>
  t`Amazon Connect wants at least two answers to choose from: ${{ names }}.`
