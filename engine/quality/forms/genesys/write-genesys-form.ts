import {
  optionsOf,
  type QuestionCondition,
  type ScorecardDefinition,
  type ScorecardQuestion,
  type ScorecardSection,
} from '../../../../shared/domain/scorecard/definition.ts'
import { bestPoints } from '../../../../shared/domain/scorecard/score-answers.ts'
import type { WrittenForm } from '../form-file.ts'
import { noteLoose } from '../loose-questions.ts'
import { createNotes, type Notes } from '../notes.ts'
import type { GenesysForm, GenesysGroup, GenesysQuestion, GenesysVisibility } from './genesys-form.ts'

/** The form as Genesys Cloud's quality API takes it. Our ids are its `contextId`s, by which it comes back as the same questions. */
export function writeGenesysForm(definition: ScorecardDefinition): WrittenForm {
  const notes = createNotes()
  noteForm(definition, notes)
  noteLoose(definition, notes)
  const filled = definition.sections.flatMap((section) => {
    const questions = definition.questions.filter(({ sectionId }) => sectionId === section.id)
    return questions.length === 0 ? [] : [{ section, questions }]
  })
  const find = finder(filled)
  const form: GenesysForm = {
    name: definition.title,
    weightMode: definition.strategy === 'points' ? 'OFF' : 'SCALED',
    questionGroups: filled.map(({ section, questions }) =>
      writeGroup(section, questions, definition, find, notes),
    ),
  }
  return { text: `${JSON.stringify(form, null, 2)}\n`, notes: notes.sentences() }
}

type Filled = readonly { section: ScorecardSection; questions: readonly ScorecardQuestion[] }[]
type FindPlace = (questionId: string, optionId: string) => string | null

function finder(filled: Filled): FindPlace {
  const places = new Map<string, string>()
  for (const [group, { questions }] of filled.entries())
    for (const [at, question] of questions.entries())
      for (const [answer, { id }] of answersOf(question).entries())
        places.set(
          JSON.stringify([question.id, id]),
          `/form/questionGroup/${group}/question/${at}/answer/${answer}`,
        )
  return (questionId, optionId) => places.get(JSON.stringify([questionId, optionId])) ?? null
}

function writeGroup(
  section: ScorecardSection,
  questions: readonly ScorecardQuestion[],
  definition: ScorecardDefinition,
  find: FindPlace,
  notes: Notes,
): GenesysGroup {
  const parent = definition.sections.find(({ id }) => id === section.parentId)
  if (parent) notes.about(section.title, noteNested)
  if (section.instructions !== '') notes.about(section.title, noteInstructions)
  const weight = weightOf(section, parent, questions, definition)
  const isPreset = questions.some(({ defaultOptionId }) => defaultOptionId !== null)
  return {
    id: section.id,
    contextId: section.id,
    name: parent ? `${parent.title}: ${section.title}` : section.title,
    type: 'questionGroup',
    ...(weight !== null && { weight, manualWeight: true }),
    ...(isPreset && { defaultAnswersTo: { userDefined: true } }),
    questions: questions.map((question) => writeQuestion(question, find, notes)),
  }
}

/** The factor on a group's points; for a form by shares the share of its questions, which is the nearest there is. */
function weightOf(
  section: ScorecardSection,
  parent: ScorecardSection | undefined,
  questions: readonly ScorecardQuestion[],
  { strategy }: ScorecardDefinition,
): number | null {
  if (strategy !== 'question-weighted') return section.weight ?? parent?.weight ?? null
  return questions.reduce((total, { weight }) => total + (weight ?? 0), 0)
}

function writeQuestion(question: ScorecardQuestion, find: FindPlace, notes: Notes): GenesysQuestion {
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
function answersOf(question: ScorecardQuestion): readonly Answer[] {
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

function noteForm({ strategy, description }: ScorecardDefinition, notes: Notes): void {
  if (description !== '') notes.add('A form has no description in Genesys Cloud; it was left out.')
  if (strategy === 'question-weighted' || strategy === 'section-weighted')
    notes.add(
      'Genesys Cloud weighs the points of groups, not questions or sections by their share, so scores will differ.',
    )
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

const noteNested = (names: string) =>
  `Genesys Cloud has one level of groups; these carry the name of the section above: ${names}.`
const noteInstructions = (names: string) =>
  `Instructions of sections have no place in Genesys Cloud: ${names}.`
const noteCondition = (names: string) =>
  `Genesys Cloud cannot say when it is asked, so there it always is: ${names}.`
const noteExcluded = (names: string) => `What is not scored gives 0 points by any answer there: ${names}.`
const noteRounded = (names: string) =>
  `Points were rounded to whole numbers, so scores may differ a little: ${names}.`
const noteFatal = (names: string) =>
  `A question is fatal there by every answer but the best, and for the whole form; what these answers zero is not kept: ${names}.`
const noteBonus = (names: string) => `Genesys Cloud has no bonus; there these count like any other: ${names}.`
const noteRootCauses = (names: string) => `Root causes have no place in Genesys Cloud: ${names}.`
const noteGuidance = (names: string) => `Guidance for single answers has no place in Genesys Cloud: ${names}.`
const noteNumber = (names: string) => `Numbers and points to give became answers to choose from: ${names}.`
const noteAutomation = (names: string) => `How another tool answers it is not kept: ${names}.`
