import { t } from '#speech'
import type { Notes } from '../notes.ts'
import { areYesNo, withoutPlain, type DraftOption, type DraftQuestion } from '../settle-definition.ts'
import { stableId, type GenesysGroup, type GenesysOption, type GenesysQuestion } from './genesys-form.ts'

/** A question with its answers, before its condition is known. */
export function readGenesysQuestion(
  question: GenesysQuestion,
  place: { id: string; sectionId: string; group: GenesysGroup },
  notes: Notes,
): DraftQuestion {
  const { id, sectionId, group } = place
  const title = question.text?.trim() || id
  if (question.commentsRequired === true) notes.about(title, noteComments)
  if (optionsIn(question).some((option) => (option.assistanceConditions ?? []).length > 0))
    notes.about(title, noteAssistance)
  const answers = readAnswers(question, title, notes)
  const options = answers.options ?? []
  return {
    id,
    sectionId,
    title,
    guidance: question.helpText?.trim() ?? '',
    isCritical: question.isCritical === true || isAllCritical(question, title, notes),
    isExcluded:
      answers.type === 'points' || (options.length > 0 && options.every(({ points }) => points <= 0)),
    allowsNotApplicable: question.naEnabled === true || group.naEnabled === true,
    defaultOptionId: presetOf(question, group, answers, notes),
    ...answers,
  }
}

type Answers = Pick<DraftQuestion, 'type' | 'options' | 'leastPoints' | 'mostPoints'>

function optionsIn(question: GenesysQuestion): GenesysOption[] {
  return [
    ...(question.answerOptions ?? []),
    ...(question.multipleSelectOptionQuestions ?? []).flatMap((one) => one.answerOptions ?? []),
  ]
}

function readAnswers(question: GenesysQuestion, title: string, notes: Notes): Answers {
  switch (question.type ?? 'multipleChoiceQuestion') {
    case 'freeTextQuestion':
      return { type: 'text' }
    case 'npsQuestion':
      notes.about(title, noteNps)
      return { type: 'points', leastPoints: 0, mostPoints: 10 }
    case 'multipleSelectQuestion':
      return { type: 'multiple', options: severalOptions(question, title, notes) }
    case 'multipleChoiceQuestion': {
      const options = choices(question)
      return areYesNo(options)
        ? { type: 'yes-no', options: withoutPlain(options) }
        : { type: 'single', options }
    }
    default:
      notes.about(title, noteUnknownType)
      return { type: 'text' }
  }
}

/** The answers of one choice. Of a fatal question every answer but the best fails the form. */
function choices({ answerOptions, isKill }: GenesysQuestion): DraftOption[] {
  const best = Math.max(...(answerOptions ?? []).map(({ value }) => value ?? 0))
  return (answerOptions ?? []).map((option, at) => {
    const points = option.value ?? 0
    const id = stableId(option, `answer-${at}`)
    return {
      id,
      label: option.text?.trim() || option.builtInType?.trim() || id,
      points,
      fatal: isKill === true && points < best ? { target: 'form' } : null,
    }
  })
}

/** Each option is a question of its own there, selected or not; here one that is chosen gives its points. */
function severalOptions(question: GenesysQuestion, title: string, notes: Notes): DraftOption[] {
  return (question.multipleSelectOptionQuestions ?? []).map((option, at) => {
    const valueOf = (type: string) =>
      option.answerOptions?.find(({ builtInType }) => builtInType === type)?.value ?? 0
    const [selected, unselected] = [valueOf('Selected'), valueOf('Unselected')]
    if (unselected !== 0) notes.about(title, noteUnselected)
    const isKill = option.isKill === true || question.isKill === true
    if (isKill && selected > unselected) notes.about(title, noteKillUnselected)
    const id = stableId(option, `option-${at}`)
    return {
      id,
      label: option.text?.trim() || id,
      points: selected,
      guidance: option.helpText?.trim() ?? '',
      fatal: isKill && selected < unselected ? { target: 'form' } : null,
    }
  })
}

function isAllCritical(question: GenesysQuestion, title: string, notes: Notes): boolean {
  const options = question.multipleSelectOptionQuestions ?? []
  const critical = options.filter(({ isCritical }) => isCritical === true)
  if (critical.length === 0) return false
  if (critical.length < options.length) notes.about(title, noteSomeCritical)
  return critical.length === options.length
}

function presetOf(
  question: GenesysQuestion,
  group: GenesysGroup,
  { type, options = [] }: Answers,
  notes: Notes,
): string | null {
  if (type !== 'single' && type !== 'yes-no') return null
  const preset = group.defaultAnswersTo
  if (preset?.notApplicable === true || group.defaultAnswersToNA === true) {
    notes.about(group.name?.trim() || 'Questions', noteDefaultNotApplicable)
    return null
  }
  // a plain yes/no states no options of its own
  const stated =
    options.length > 0
      ? options
      : [
          { id: 'yes', points: 1 },
          { id: 'no', points: 0 },
        ]
  const points = stated.map((option) => option.points)
  const withPoints = (wanted: number) => stated.find((option) => option.points === wanted)?.id ?? null
  if (preset?.highestScore === true || group.defaultAnswersToHighest === true)
    return withPoints(Math.max(...points))
  if (preset?.lowestScore === true) return withPoints(Math.min(...points))
  const chosen = question.defaultAnswer?.id ?? question.defaultAnswerId ?? null
  if (chosen === null) return null
  const at = (question.answerOptions ?? []).findIndex(
    ({ id, contextId }) => id === chosen || contextId === chosen,
  )
  return at === -1 ? null : stableId(question.answerOptions![at]!, `answer-${at}`)
}

const noteComments = (names: string) => t`That a comment is required is not kept: ${{ names }}.`
const noteAssistance = (names: string) => t`Topics that suggest an answer are not kept: ${{ names }}.`
const noteNps = (names: string) => t`Zero to ten is asked but not scored: ${{ names }}.`
const noteUnknownType = (names: string) =>
  t`A kind of question that Debrief does not know is answered as text: ${{ names }}.`
const noteUnselected = (names: string) =>
  t`Points for an answer that is not chosen are not kept, so scores will differ: ${{ names }}.`
const noteKillUnselected = (names: string) =>
  t`That leaving an answer out fails the form is not kept: ${{ names }}.`
const noteSomeCritical = (names: string) =>
  t`That some of its answers are critical is not kept: ${{ names }}.`
const noteDefaultNotApplicable = (names: string) =>
  t`"Not applicable" as the preset answer is not kept: ${{ names }}.`
