import { t } from '#speech'
import type { ReadForm } from '../form-file.ts'
import { createNotes, type Notes } from '../notes.ts'
import { checked, refusal, shown } from '../refusals.ts'
import { settleDefinition, type DraftQuestion, type DraftSection } from '../settle-definition.ts'
import { genesysForm, stableId, type GenesysForm, type GenesysGroup } from './genesys-form.ts'
import { readGenesysQuestion } from './read-question.ts'
import { bothConditions, readVisibility, type FindAnswer } from './read-visibility.ts'

/** The form within a document of Genesys Cloud's quality API: alone, in an evaluation, or the only one of a list; null where there is none. */
export function genesysFormIn(
  document: Record<string, unknown>,
  fileName: string,
): Record<string, unknown> | null {
  if (Array.isArray(document['questionGroups'])) return document
  const inner = document['evaluationForm']
  if (isRecord(inner) && Array.isArray(inner['questionGroups'])) return inner
  const entities = document['entities']
  if (!Array.isArray(entities) || entities.length === 0) return null
  const forms = entities.filter(isRecord).filter((one) => Array.isArray(one['questionGroups']))
  if (forms.length > 1)
    throw refusal(
      t`"${{ file: shown(fileName) }}" holds ${{ forms: forms.length }} forms; export one of them by itself.`,
    )
  return forms[0] ?? null
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const what = () => t`a Genesys Cloud form`

/**
 * Reads it (`EvaluationForm` of the quality API, 2026). What stays the same over versions (`contextId`) is our id. A fatal question fails the form
 * by any answer but its best. `weightMode` OFF is a form by points. Throws a Problem.
 */
export function readGenesysForm(document: Record<string, unknown>, fileName: string): ReadForm {
  const form = checked(genesysForm, document, fileName, what())
  const notes = createNotes()
  noteSettings(form, notes)
  const sections: DraftSection[] = []
  const questions: DraftQuestion[] = []
  const find = finder(form)
  for (const [at, group] of form.questionGroups.entries()) {
    const section = sectionOf(group, at)
    sections.push(section)
    noteGroup(group, notes)
    const ofGroup = conditionOf(group, at, find, section.title, notes)
    for (const [place, question] of group.questions.entries()) {
      if (question.type === 'readOnlyTextBlockQuestion') {
        section.instructions = [section.instructions, question.text].filter(Boolean).join('\n\n')
        continue
      }
      const id = questionIdOf(form, at, place)
      const read = readGenesysQuestion(question, { id, sectionId: section.id, group }, notes)
      const own = conditionOf(question, at, find, read.title, notes)
      const condition = bothConditions(ofGroup, own)
      if (condition === undefined) notes.about(read.title, noteCondition)
      questions.push({ ...read, condition: condition ?? own })
    }
  }
  const definition = settleDefinition(
    {
      title: form.name.trim(),
      strategy: form.weightMode?.toUpperCase() === 'OFF' ? 'points' : 'weighted-groups',
      sections,
      questions,
    },
    fileName,
    what(),
    notes,
  )
  const contextId = form.contextId?.trim() || null
  const id = form.id?.trim() || null
  return {
    definition,
    formRef: contextId ?? id,
    version: contextId === null || id === contextId ? null : id,
    notes: notes.sentences(),
  }
}

function sectionOf(group: GenesysGroup, at: number): DraftSection & { instructions: string } {
  const id = stableId(group, `group-${at}`)
  return {
    id,
    title: group.name?.trim() || `Group ${at + 1}`,
    instructions: '',
    weight: group.weight ?? null,
  }
}

function questionIdOf({ questionGroups }: GenesysForm, group: number, place: number): string {
  return stableId(questionGroups[group]!.questions[place]!, `question-${group}-${place}`)
}

function finder(form: GenesysForm): FindAnswer {
  return (group, place, answer) => {
    const question = form.questionGroups[group]?.questions[place]
    if (question === undefined) return null
    const isSeveral = question.type === 'multipleSelectQuestion'
    const option = (isSeveral ? question.multipleSelectOptionQuestions : question.answerOptions)?.[answer]
    if (!option) return null
    return {
      questionId: questionIdOf(form, group, place),
      optionId: stableId(option, `${isSeveral ? 'option' : 'answer'}-${answer}`),
    }
  }
}

function conditionOf(
  { visibilityCondition }: Pick<GenesysGroup, 'visibilityCondition'>,
  group: number,
  find: FindAnswer,
  title: string,
  notes: Notes,
) {
  if (!visibilityCondition) return null
  const condition = readVisibility(visibilityCondition, group, find)
  if (condition === undefined) notes.about(title, noteNowhere)
  return condition ?? null
}

function noteSettings({ evaluationSettings, aiScoring }: GenesysForm, notes: Notes): void {
  if (evaluationSettings) notes.add(t`Settings for disputes and revisions are not kept.`)
  if (aiScoring) notes.add(t`Which questions Genesys Cloud scores by AI is not kept.`)
}

function noteGroup(group: GenesysGroup, notes: Notes): void {
  const title = group.name?.trim() || 'Questions'
  if (group.naEnabled === true) notes.about(title, noteGroupNotApplicable)
  if (group.questions.some(({ type }) => type === 'readOnlyTextBlockQuestion'))
    notes.about(title, noteTextBlock)
}

const noteGroupNotApplicable = (names: string) =>
  t`A whole group that may be "not applicable" is marked question by question here: ${{ names }}.`
const noteTextBlock = (names: string) =>
  t`Text between questions became instructions of its section: ${{ names }}.`
const noteCondition = (names: string) =>
  t`When its group is asked cannot be joined with when it is asked itself; only the latter is kept: ${{ names }}.`
const noteNowhere = (names: string) =>
  t`When it is asked leads to an answer that is not there, so it is always asked: ${{ names }}.`
