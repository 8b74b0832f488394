import { t } from '#speech'
import {
  optionsOf,
  type QuestionCondition,
  type ScorecardQuestion,
} from '../../../../shared/domain/scorecard/definition.ts'
import { bestPoints } from '../../../../shared/domain/scorecard/score-answers.ts'
import type { Notes } from '../notes.ts'
import type { GenesysQuestion, GenesysVisibility } from './genesys-form.ts'

/** The path of an answer within the form; null where there is none. */
export type FindPlace = (questionId: string, optionId: string) => string | null

/** A question as Genesys Cloud has it. */
export function writeQuestion(question: ScorecardQuestion, find: FindPlace, notes: Notes): GenesysQuestion {
  noteQuestion(question, notes)
  const condition = question.condition === null ? null : visibilityOf(question.condition, find)
  if (condition === undefined) notes.about(question.title, noteCondition)
  const written: GenesysQuestion = {
    id: question.id,
    contextId: question.id,
    text: question.title,
    ...(question.guidance !== '' && { helpText: question.guidance }),
    type: 'multipleChoiceQuestion',
    naEnabled: question.allowsNotApplicable,
    isCritical: question.isCritical,
    ...(condition && { visibilityCondition: condition }),
  }
  if (question.type === 'text') return { ...written, type: 'freeTextQuestion' }
  const options = answersOf(question).map((option) => ({
    ...option,
    value: valueOf(option.points, question, notes),
  }))
  if (question.type === 'multiple')
    return {
      ...written,
      type: 'multipleSelectQuestion',
      multipleSelectOptionQuestions: options.map(({ id, label, value, guidance }) => ({
        id,
        contextId: id,
        text: label,
        ...(guidance !== '' && { helpText: guidance }),
        type: 'multipleChoiceQuestion',
        answerOptions: [
          { builtInType: 'Selected', value },
          { builtInType: 'Unselected', value: 0 },
        ],
      })),
    }
  return {
    ...written,
    isKill: isKill(question, notes),
    answerOptions: options.map(({ id, label, value }) => ({ id, contextId: id, text: label, value })),
    ...(question.defaultOptionId !== null && { defaultAnswer: { id: question.defaultOptionId } }),
  }
}

interface Answer {
  id: string
  label: string
  points: number
  guidance: string
}

/** What may be chosen: options, or a choice for every range and every point. */
export function answersOf(question: ScorecardQuestion): readonly Answer[] {
  if (question.type === 'numeric')
    return question.ranges.map(({ from, to, points }, at) => ({
      id: `${question.id}-${at}`,
      label: from === to ? String(from) : `${from} to ${to}`,
      points,
      guidance: '',
    }))
  if (question.type !== 'points') return optionsOf(question)
  const [least, most] = [Math.ceil(question.leastPoints), Math.floor(question.mostPoints)]
  const step = Math.max(1, Math.ceil((most - least) / 100))
  return Array.from({ length: Math.floor((most - least) / step) + 1 }, (_, at) => {
    const points = most - at * step
    return { id: `${question.id}-${points}`, label: String(points), points, guidance: '' }
  })
}

function valueOf(points: number, question: ScorecardQuestion, notes: Notes): number {
  if (question.isExcluded && points > 0) {
    notes.about(question.title, noteExcluded)
    return 0
  }
  if (!Number.isInteger(points)) notes.about(question.title, noteRounded)
  return Math.round(points)
}

/** Whether every answer but the best fails the form: that is what fatal means there. */
function isKill(question: ScorecardQuestion, notes: Notes): boolean {
  const answers = question.type === 'numeric' ? question.ranges : optionsOf(question)
  if (answers.every(({ fatal }) => fatal === null)) return false
  const best = bestPoints(question)
  const isSo = answers.every(({ points, fatal }) => (fatal?.target === 'form') === points < best)
  if (!isSo) notes.about(question.title, noteFatal)
  return isSo
}

/** Undefined where it cannot be said: there answers are joined by "and" or by "or" throughout, and nothing is said of answers not chosen. */
function visibilityOf({ match, rules }: QuestionCondition, find: FindPlace): GenesysVisibility | undefined {
  const predicates: string[] = []
  for (const { questionId, optionIds } of rules)
    for (const optionId of optionIds) {
      const place = find(questionId, optionId)
      if (place === null) return undefined
      predicates.push(place)
    }
  const isAny = rules.every(({ is, optionIds }) => is === 'in' || (is === 'all-in' && optionIds.length === 1))
  const isAll = rules.every(({ is, optionIds }) => is === 'all-in' || (is === 'in' && optionIds.length === 1))
  if (isAll && (match === 'all' || rules.length === 1))
    return { combiningOperation: match === 'any' && predicates.length === 1 ? 'OR' : 'AND', predicates }
  return isAny && (match === 'any' || rules.length === 1)
    ? { combiningOperation: 'OR', predicates }
    : undefined
}

function noteQuestion(question: ScorecardQuestion, notes: Notes): void {
  const { title, type, options, automation } = question
  if (question.isBonus) notes.about(title, noteBonus)
  if (question.rootCauses.length > 0) notes.about(title, noteRootCauses)
  if (type !== 'multiple' && options.some(({ guidance }) => guidance !== '')) notes.about(title, noteGuidance)
  if (type === 'multiple' && options.some(({ fatal }) => fatal !== null)) notes.about(title, noteFatal)
  if (type === 'numeric' || type === 'points') notes.about(title, noteNumber)
  if (automation) notes.about(title, noteAutomation)
}

const noteCondition = (names: string) =>
  t`Genesys Cloud cannot say when it is asked, so there it always is: ${{ names }}.`
const noteExcluded = (names: string) =>
  t`What is not scored gives 0 points by any answer there: ${{ names }}.`
const noteRounded = (names: string) =>
  t`Points were rounded to whole numbers, so scores may differ a little: ${{ names }}.`
const noteFatal = (names: string) =>
  t`A question is fatal there by every answer but the best, and for the whole form; what these answers zero is not kept: ${{ names }}.`
const noteBonus = (names: string) =>
  t`Genesys Cloud has no bonus; there these count like any other: ${{ names }}.`
const noteRootCauses = (names: string) => t`Root causes have no place in Genesys Cloud: ${{ names }}.`
const noteGuidance = (names: string) =>
  t`Guidance for single answers has no place in Genesys Cloud: ${{ names }}.`
const noteNumber = (names: string) =>
  t`Numbers and points to give became answers to choose from: ${{ names }}.`
const noteAutomation = (names: string) => t`How another tool answers it is not kept: ${{ names }}.`
