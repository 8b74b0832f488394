import type {
  ScorecardDefinition,
  ScorecardQuestion,
  ScorecardSection,
} from '../../../../shared/domain/scorecard/definition.ts'
import { t } from '#speech'
import type { WrittenForm } from '../form-file.ts'
import { noteLoose } from '../loose-questions.ts'
import { createNotes, type Notes } from '../notes.ts'
import type { GenesysForm, GenesysGroup } from './genesys-form.ts'
import { answersOf, writeQuestion, type FindPlace } from './write-question.ts'

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

function noteForm({ strategy, description }: ScorecardDefinition, notes: Notes): void {
  if (description !== '') notes.add(t`A form has no description in Genesys Cloud; it was left out.`)
  if (strategy === 'question-weighted' || strategy === 'section-weighted')
    notes.add(
      t`Genesys Cloud weighs the points of groups, not questions or sections by their share, so scores will differ.`,
    )
}

const noteNested = (names: string) =>
  t`Genesys Cloud has one level of groups; these carry the name of the section above: ${{ names }}.`
const noteInstructions = (names: string) =>
  t`Instructions of sections have no place in Genesys Cloud: ${{ names }}.`
