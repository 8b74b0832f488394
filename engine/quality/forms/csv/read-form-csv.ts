import {
  questionTypes,
  scoringStrategies,
  type QuestionType,
} from '../../../../shared/domain/scorecard/definition.ts'
import type { ReadForm } from '../form-file.ts'
import { createNotes, type Notes } from '../notes.ts'
import { refusal, shown } from '../refusals.ts'
import {
  areYesNo,
  settleDefinition,
  withoutPlain,
  type DraftDefinition,
  type DraftQuestion,
  type DraftSection,
} from '../settle-definition.ts'
import { columns } from './columns.ts'
import { readAutomation, readCondition, type WordedCondition } from './condition-text.ts'
import { readAnswerCells, readAnswersCell } from './read-answers.ts'
import { cellsOf, type FormCells } from './form-cells.ts'
import { freshId } from './fresh-id.ts'
import type { FormTable } from './read-table.ts'

const MOST_QUESTIONS = 500

interface ReadQuestion {
  draft: DraftQuestion
  condition: WordedCondition | null
  /** Otherwise its type follows from its answers. */
  isTypeStated: boolean
}

interface Reading {
  questions: ReadQuestion[]
  sections: DraftSection[]
  notes: Notes
  fileName: string
}

/**
 * Reads a form from CSV: as Debrief writes it, or as people do (`section,question,weight,answers` with `Yes=1|No=0`). A question without answers
 * is a yes/no question. What has no id gets one from its wording, so that the same table gives the same questions. Throws a Problem.
 */
export function readFormCsv(table: FormTable): ReadForm {
  const notes = createNotes()
  const reading: Reading = { questions: [], sections: [], notes, fileName: table.name }
  let form: { title: string; description: string; strategy: string } | null = null
  for (const row of table.rows) {
    const cells = cellsOf(row, table)
    form ??= {
      title: cells.cell('form'),
      description: cells.cell('description'),
      strategy: cells.cell('strategy'),
    }
    readRow(cells, reading)
  }
  for (const question of reading.questions) settleAnswers(question, reading)
  linkConditions(reading)
  noteUnknown(table, notes)
  const questions = reading.questions.map(({ draft }) => draft)
  const what = 'a form as CSV'
  const definition = settleDefinition(
    {
      title: form?.title || titleOf(table.name),
      description: form?.description ?? '',
      strategy: strategyOf(form?.strategy ?? '', reading),
      sections: reading.sections,
      questions,
    },
    table.name,
    what,
    notes,
  )
  return { definition, formRef: null, version: null, notes: notes.sentences() }
}

function readRow(cells: FormCells, reading: Reading): void {
  const title = cells.cell('question')
  const id = cells.cell('id')
  const last = reading.questions.at(-1)
  // further rows of a question repeat its id or its wording, or leave both empty
  const goesOn =
    last !== undefined &&
    (id === '' ? title === '' || (title === last.draft.title && hasAnswer(cells)) : id === last.draft.id)
  if (!goesOn && title === '') {
    if (hasAnswer(cells))
      throw refusal(`"${shown(reading.fileName)}", row ${cells.row}: an answer without a question.`)
    return
  }
  const question = goesOn ? last : startQuestion(title, id, cells, reading)
  if (!goesOn) reading.questions.push(question)
  if (reading.questions.length > MOST_QUESTIONS)
    throw refusal(
      `"${shown(reading.fileName)}" has more than ${MOST_QUESTIONS} questions, which no form may have.`,
    )
  readAnswerCells(cells, question.draft, reading.fileName)
}

function hasAnswer(cells: FormCells): boolean {
  return cells.cell('answer') !== '' || cells.cell('from') !== '' || cells.cell('to') !== ''
}

function startQuestion(title: string, id: string, cells: FormCells, reading: Reading): ReadQuestion {
  const condition = readCondition(cells.cell('asked if'))
  if (condition === undefined) reading.notes.about(title, noteCondition)
  const type = typeIn(cells, reading)
  const automation = readAutomation(cells.cell('automation'))
  const draft: DraftQuestion = {
    id:
      id === ''
        ? freshId(
            title,
            reading.questions.map(({ draft }) => draft.id),
          )
        : id,
    sectionId: sectionFor(cells, reading),
    title,
    guidance: cells.cell('guidance'),
    // settled once all its answers are read
    type: type ?? 'yes-no',
    weight: cells.number('weight'),
    isCritical: cells.flag('critical') ?? false,
    isBonus: cells.flag('bonus') ?? false,
    isExcluded: !(cells.flag('scored') ?? true),
    allowsNotApplicable: cells.flag('not applicable') ?? true,
    leastPoints: cells.number('least') ?? 0,
    mostPoints: cells.number('most') ?? 0,
    defaultOptionId: cells.cell('default') || null,
    rootCauses: listIn(cells.cell('root causes')),
    options: [],
    ranges: [],
    ...(automation && { automation }),
  }
  readAnswersCell(cells, draft, reading.fileName)
  return { draft, condition: condition ?? null, isTypeStated: type !== null }
}

const typeWords: Readonly<Record<string, QuestionType>> = {
  'yes/no': 'yes-no',
  yesno: 'yes-no',
  'single choice': 'single',
  choice: 'single',
  singleselect: 'single',
  'multiple choice': 'multiple',
  multi: 'multiple',
  multiselect: 'multiple',
  number: 'numeric',
  range: 'numeric',
  scale: 'points',
  'free text': 'text',
  comment: 'text',
}

function typeIn(cells: FormCells, { fileName }: Reading): QuestionType | null {
  const text = cells.cell('type').toLowerCase()
  if (text === '') return null
  const type =
    questionTypes.find((one) => one === text || one === text.replaceAll(' ', '-')) ??
    (Object.hasOwn(typeWords, text) ? typeWords[text] : undefined)
  if (type === undefined)
    throw refusal(
      `"${shown(fileName)}", row ${cells.row}: there is no type "${shown(text)}"; use one of ${questionTypes.join(', ')}.`,
    )
  return type
}

/** The type by what the question has, and plain yes/no answers left out. */
function settleAnswers({ draft, isTypeStated }: ReadQuestion, { notes }: Reading): void {
  const options = draft.options ?? []
  if (!isTypeStated) {
    if (options.length > 0) draft.type = areYesNo(options) ? 'yes-no' : 'single'
    else if ((draft.ranges ?? []).length > 0) draft.type = 'numeric'
    else if ((draft.mostPoints ?? 0) > (draft.leastPoints ?? 0)) draft.type = 'points'
    else notes.about(draft.title, noteYesNo)
  }
  if (draft.type === 'yes-no') draft.options = withoutPlain(options)
  const preset = draft.defaultOptionId
  const answers = draft.type === 'yes-no' && draft.options?.length === 0 ? plainAnswers : options
  if (preset && !answers.some(({ id }) => id === preset))
    draft.defaultOptionId = answers.find(({ label }) => isSame(label, preset))?.id ?? preset
}

const plainAnswers = [
  { id: 'yes', label: 'Yes' },
  { id: 'no', label: 'No' },
]

function sectionFor(cells: FormCells, { sections, questions }: Reading): string {
  const title = cells.cell('section')
  const id = cells.cell('section id')
  if (title === '' && id === '') {
    // an empty cell under the first of a section is that section
    const last = questions.at(-1)?.draft.sectionId
    if (last !== undefined && cells.cell('subsection') === '') return last
  }
  const place = (one: string, ownId: string, parentId: string | null, kind: 'section' | 'subsection') => {
    const known = sections.find((section) =>
      ownId === ''
        ? isSame(section.title, one) && (section.parentId ?? null) === parentId
        : section.id === ownId,
    )
    if (known) return known.id
    const fresh =
      ownId ||
      freshId(
        one,
        sections.map((section) => section.id),
      )
    sections.push({
      id: fresh,
      title: one || ownId,
      instructions: cells.cell(`${kind} instructions`),
      weight: cells.number(`${kind} weight`),
      parentId,
    })
    return fresh
  }
  const parent = place(title || (id === '' ? 'Questions' : ''), id, null, 'section')
  const [subsection, subsectionId] = [cells.cell('subsection'), cells.cell('subsection id')]
  return subsection === '' && subsectionId === ''
    ? parent
    : place(subsection, subsectionId, parent, 'subsection')
}

/** Conditions name questions and answers by id or by wording. */
function linkConditions({ questions, notes }: Reading): void {
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

function strategyOf(text: string, { questions, sections, fileName }: Reading): DraftDefinition['strategy'] {
  const wanted = text.toLowerCase().replaceAll(' ', '-')
  const known = scoringStrategies.find((one) => one === wanted)
  if (known) return known
  if (wanted !== '')
    throw refusal(
      `"${shown(fileName)}": there is no strategy "${shown(text)}"; use one of ${scoringStrategies.join(', ')}.`,
    )
  if (questions.some(({ draft }) => typeof draft.weight === 'number')) return 'question-weighted'
  return sections.some(({ weight }) => typeof weight === 'number') ? 'section-weighted' : 'points'
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase()
}

/** A list as JSON or, as people write it, between bars. */
function listIn(cell: string): string[] {
  if (cell.startsWith('[')) {
    try {
      const list: unknown = JSON.parse(cell)
      if (Array.isArray(list)) return list.filter((one) => typeof one === 'string')
    } catch {
      // then it is a wording that begins with a bracket
    }
  }
  return cell
    .split('|')
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

function titleOf(fileName: string): string {
  return (
    fileName
      .replace(/\.[a-z]{1,5}$/i, '')
      .trim()
      .slice(0, 200) || 'Form'
  )
}

function noteUnknown({ headings }: FormTable, notes: Notes): void {
  const known = new Set(Object.entries(columns).flatMap(([name, others]) => [name, ...others]))
  for (const heading of headings) if (heading !== '' && !known.has(heading)) notes.about(heading, noteColumn)
}

const noteColumn = (names: string) => `Columns that are not read: ${names}.`
const noteYesNo = (names: string) => `No answers are given, so it is answered with yes or no: ${names}.`
const noteCondition = (names: string) =>
  `When it is asked could not be read, so it is always asked: ${names}.`
const noteMissing = (names: string) => `When it is asked depends on a question that is not there: ${names}.`
