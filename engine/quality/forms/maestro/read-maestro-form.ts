import { t } from '#speech'
import { flagIn, numberIn } from '../csv/cells.ts'
import type { FormRow, FormTable } from '../csv/read-table.ts'
import type { ReadForm } from '../form-file.ts'
import { createNotes, type Notes } from '../notes.ts'
import { refusal, shown } from '../refusals.ts'
import {
  areYesNo,
  settleDefinition,
  type DraftDefinition,
  type DraftOption,
  type DraftQuestion,
  type DraftSection,
} from '../settle-definition.ts'
import { chooseTemplate } from './choose-template.ts'
import { maestroTables, type MaestroTables } from './maestro-tables.ts'

interface MaestroSection {
  id: string
  title: string
  weight: number | null
  isBonus: boolean
  isAutoFail: boolean
  /** How answers are preset: `na` or `max`. */
  preset: string
}

/**
 * Reads a rubric from MaestroQA's tables (templates, sections, questions, options; feedback options become root causes). Points count over all that
 * can be had; a weighted rubric weighs sections, a bonus adds on top, an answer in an auto-fail section fails the form. `wanted` is the name or id
 * of one of several rubrics. Throws a Problem. Source: help.maestroqa.com 4537176, 4547978.
 */
export function readMaestroForm(tables: readonly FormTable[], wanted?: string): ReadForm {
  const all = maestroTables(tables)
  const template = chooseTemplate(all, wanted)
  const isOwn = (row: FormRow) => row.cell('template id') === template.id
  const notes = createNotes()
  const sections = all.sections.filter(isOwn).toSorted(byNumber('section index')).map(sectionOf)
  if (sections.length > 100)
    throw refusal(t`"${{ name: shown(template.name) }}" has more than 100 sections, which no form may have.`)
  const questions = sections.flatMap((section) =>
    all.questions
      .filter((row) => isOwn(row) && row.cell('section id') === section.id)
      .toSorted(byNumber('question index'))
      .map((row) => questionOf(row, section, all, notes)),
  )
  const strategy = strategyOf(template.isWeighted, sections, questions)
  const fileName = tables[0]?.name ?? 'MaestroQA'
  if (template.isWeighted && sections.some(({ isBonus, weight }) => isBonus && weight === null))
    notes.add(
      t`A bonus section without a weight adds nothing: how its points join weighted sections is not documented.`,
    )
  if (strategy === 'weighted-groups')
    notes.add(
      t`Weights of sections were divided by the points in them, which gives the same score; where something does not apply MaestroQA may differ.`,
    )
  const definition = settleDefinition(
    {
      title: template.name,
      strategy,
      sections: sections.map(({ id, title, weight }): DraftSection => ({
        id,
        title,
        weight:
          strategy === 'weighted-groups' && weight !== null
            ? weight / (pointsOf(questions.filter(({ sectionId }) => sectionId === id)) || 1)
            : template.isWeighted
              ? weight
              : null,
      })),
      questions,
    },
    fileName,
    t`a MaestroQA rubric`,
    notes,
  )
  return { definition, formRef: template.id, version: null, notes: notes.sentences() }
}

function byNumber(heading: string) {
  return (one: FormRow, other: FormRow) =>
    (numberIn(one.cell(heading)) ?? 0) - (numberIn(other.cell(heading)) ?? 0)
}

function sectionOf(row: FormRow): MaestroSection {
  const id = row.cell('section id')
  return {
    id,
    title: row.cell('name') || id,
    weight: numberIn(row.cell('weight')),
    isBonus: flagIn(row.cell('is bonus')) === true,
    isAutoFail: flagIn(row.cell('is auto fail')) === true,
    preset: row.cell('default answer').toLowerCase(),
  }
}

function questionOf(row: FormRow, section: MaestroSection, all: MaestroTables, notes: Notes): DraftQuestion {
  const id = row.cell('question id')
  const title = row.cell('question') || id
  const isOwn = (one: FormRow) => one.cell('question id') === id
  const options = all.options.filter(isOwn).map((one): DraftOption => ({
    id: one.cell('option id'),
    label: one.cell('label') || one.cell('option id'),
    points: numberIn(one.cell('points')) ?? 0,
  }))
  const least = numberIn(row.cell('score min')) ?? 0
  const most = numberIn(row.cell('score max')) ?? 0
  const draft: DraftQuestion = {
    id,
    sectionId: section.id,
    title,
    guidance: row.cell('description'),
    type: options.length > 0 ? (areYesNo(options) ? 'yes-no' : 'single') : most > least ? 'points' : 'text',
    options,
    ...(options.length === 0 && most > least && { leastPoints: least, mostPoints: most }),
    isBonus: section.isBonus,
    rootCauses: all.feedback
      .filter(isOwn)
      .map((one) => one.cell('label'))
      .filter((label) => label !== ''),
  }
  if (section.isAutoFail) failing(draft, notes)
  if (section.preset === 'max') draft.defaultOptionId = bestOption(draft.options ?? [])
  else if (section.preset === 'na') notes.about(section.title, noteNotApplicable)
  return draft
}

/** A criterion of an auto-fail section has no part in the score; the answer with the fewest points fails the form. */
function failing(draft: DraftQuestion, notes: Notes): void {
  draft.isExcluded = true
  const options = draft.options ?? []
  const points = options.map((option) => option.points)
  if (new Set(points).size > 1) {
    const least = Math.min(...points)
    for (const option of options) if (option.points === least) option.fatal = { target: 'form' }
    return
  }
  notes.about(draft.title, noteAutoFail)
  draft.type = 'single'
  delete draft.leastPoints
  delete draft.mostPoints
  draft.options = [
    { id: 'pass', label: 'Pass', points: 0 },
    { id: 'fail', label: 'Fail', points: 0, fatal: { target: 'form' } },
  ]
}

function bestOption(options: readonly DraftOption[]): string | null {
  const best = options.toSorted((one, other) => other.points - one.points)[0]
  return best?.id ?? null
}

/** What can be had of a list of questions. */
function pointsOf(questions: readonly DraftQuestion[]): number {
  return questions.reduce(
    (sum, { options = [], mostPoints = 0 }) =>
      sum + Math.max(0, mostPoints, ...options.map(({ points }) => points)),
    0,
  )
}

/** Sections of questions that can all have the same are means of these; any other needs the points themselves. */
function strategyOf(
  isWeighted: boolean,
  sections: readonly MaestroSection[],
  questions: readonly DraftQuestion[],
): DraftDefinition['strategy'] {
  if (!isWeighted) return 'points'
  const isEven = sections.every(({ id, isBonus, isAutoFail }) => {
    const own = questions.filter(({ sectionId, type }) => sectionId === id && type !== 'text')
    return isAutoFail || (isBonus ? own.length <= 1 : new Set(own.map((one) => pointsOf([one]))).size <= 1)
  })
  return isEven ? 'section-weighted' : 'weighted-groups'
}

const noteNotApplicable = (names: string) =>
  t`"Not applicable" as the preset answer is not kept: ${{ names }}.`
const noteAutoFail = (names: string) =>
  t`In a section that fails the form it is answered with pass or fail: ${{ names }}.`
