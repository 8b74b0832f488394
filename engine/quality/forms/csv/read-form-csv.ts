import { t } from '#speech'
import { scoringStrategies } from '../../../../shared/domain/scorecard/definition.ts'
import type { ReadForm } from '../form-file.ts'
import { createNotes, type Notes } from '../notes.ts'
import { refusal, shown } from '../refusals.ts'
import { areYesNo, settleDefinition, withoutPlain, type DraftDefinition } from '../settle-definition.ts'
import { columns } from './columns.ts'
import { cellsOf, type FormCells } from './form-cells.ts'
import { linkConditions, plainAnswers } from './link-conditions.ts'
import { readAnswerCells } from './read-answers.ts'
import type { Reading, ReadQuestion } from './reading.ts'
import { isSame } from './same-words.ts'
import { startQuestion } from './start-question.ts'
import type { FormTable } from './read-table.ts'

const MOST_QUESTIONS = 500

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
  const what = t`a form as CSV`
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
      throw refusal(
        t`"${{ file: shown(reading.fileName) }}", row ${{ row: cells.row }}: an answer without a question.`,
      )
    return
  }
  const question = goesOn ? last : startQuestion(title, id, cells, reading)
  if (!goesOn) reading.questions.push(question)
  if (reading.questions.length > MOST_QUESTIONS)
    throw refusal(
      t`"${{ file: shown(reading.fileName) }}" has more than ${{ most: MOST_QUESTIONS }} questions, which no form may have.`,
    )
  readAnswerCells(cells, question.draft, reading.fileName)
}

function hasAnswer(cells: FormCells): boolean {
  return cells.cell('answer') !== '' || cells.cell('from') !== '' || cells.cell('to') !== ''
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

function strategyOf(text: string, { questions, sections, fileName }: Reading): DraftDefinition['strategy'] {
  const wanted = text.toLowerCase().replaceAll(' ', '-')
  const known = scoringStrategies.find((one) => one === wanted)
  if (known) return known
  if (wanted !== '')
    throw refusal(
      t`"${{ file: shown(fileName) }}": there is no strategy "${{ text: shown(text) }}"; use one of ${{ strategies: scoringStrategies.join(', ') }}.`,
    )
  if (questions.some(({ draft }) => typeof draft.weight === 'number')) return 'question-weighted'
  return sections.some(({ weight }) => typeof weight === 'number') ? 'section-weighted' : 'points'
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

const noteColumn = (names: string) => t`Columns that are not read: ${{ names }}.`
const noteYesNo = (names: string) => t`No answers are given, so it is answered with yes or no: ${{ names }}.`
