import Papa from 'papaparse'
import type {
  Fatal,
  ScorecardDefinition,
  ScorecardQuestion,
  ScorecardSection,
} from '../../../../shared/domain/scorecard/definition.ts'
import { t } from '#speech'
import { neutralised } from '../../../formula-cells.ts'
import type { WrittenForm } from '../form-file.ts'
import { writtenColumns, type Column } from './columns.ts'
import { automationCell, conditionCell } from './condition-text.ts'

type Cells = Partial<Record<Column, string | number | null>>

/** The form as CSV (RFC 4180, a row an answer); it holds everything but sections without a question. Cells that begin like a formula are made text. */
export function writeFormCsv(definition: ScorecardDefinition): WrittenForm {
  const stated = new Set<string>()
  const rows = definition.questions.flatMap((question, at) => {
    const cells: Cells = {
      ...(at === 0 && {
        form: definition.title,
        description: definition.description,
        strategy: definition.strategy,
      }),
      ...sectionCells(question, definition.sections, stated),
      ...questionCells(question),
    }
    const answers = answerRows(question)
    const [first = {}, ...rest] = answers
    return [
      { ...cells, ...first },
      ...rest.map((row): Cells => ({ question: question.title, id: question.id, ...row })),
    ]
  })
  const data = rows.map((row) => writtenColumns.map((column) => cellOf(row[column])))
  const text = Papa.unparse({ fields: [...writtenColumns], data }, { newline: '\r\n' })
  return { text: `${text}\r\n`, notes: notesOf(definition) }
}

function cellOf(value: string | number | null | undefined): string {
  if (typeof value === 'number') return String(value)
  return neutralised(value ?? '')
}

function sectionCells(
  { sectionId }: ScorecardQuestion,
  sections: readonly ScorecardSection[],
  stated: Set<string>,
): Cells {
  const own = sections.find(({ id }) => id === sectionId)
  if (own === undefined) return {}
  const parent = sections.find(({ id }) => id === own.parentId)
  const [section, subsection] = parent === undefined ? [own, null] : [parent, own]
  const once = (one: ScorecardSection): ScorecardSection | null => {
    if (stated.has(one.id)) return null
    stated.add(one.id)
    return one
  }
  const [newSection, newSubsection] = [once(section), subsection === null ? null : once(subsection)]
  return {
    section: section.title,
    'section id': section.id,
    'section weight': newSection?.weight ?? null,
    'section instructions': newSection?.instructions ?? '',
    subsection: subsection?.title ?? '',
    'subsection id': subsection?.id ?? '',
    'subsection weight': newSubsection?.weight ?? null,
    'subsection instructions': newSubsection?.instructions ?? '',
  }
}

function questionCells(question: ScorecardQuestion): Cells {
  const { type } = question
  return {
    question: question.title,
    id: question.id,
    type,
    weight: question.weight,
    guidance: question.guidance,
    critical: question.isCritical ? 'yes' : 'no',
    bonus: question.isBonus ? 'yes' : 'no',
    scored: question.isExcluded ? 'no' : 'yes',
    'not applicable': question.allowsNotApplicable ? 'yes' : 'no',
    ...((type === 'points' || question.leastPoints !== 0 || question.mostPoints !== 0) && {
      least: question.leastPoints,
      most: question.mostPoints,
    }),
    default: question.defaultOptionId ?? '',
    'asked if': conditionCell(question.condition),
    'root causes': question.rootCauses.length === 0 ? '' : JSON.stringify(question.rootCauses),
    automation: automationCell(question.automation),
  }
}

function answerRows({ options, ranges }: ScorecardQuestion): Cells[] {
  return [
    ...options.map((option) => ({
      answer: option.label,
      'answer id': option.id,
      points: option.points,
      fatal: fatalCell(option.fatal),
      'answer guidance': option.guidance,
    })),
    ...ranges.map(({ from, to, points, fatal }) => ({ from, to, points, fatal: fatalCell(fatal) })),
  ]
}

function fatalCell(fatal: Fatal | null): string {
  if (fatal === null) return ''
  return fatal.target === 'form' ? 'form' : `section:${fatal.sectionId}`
}

function notesOf({ sections, questions }: ScorecardDefinition): string[] {
  const parents = new Set(sections.map(({ parentId }) => parentId))
  const isEmpty = ({ id }: ScorecardSection) =>
    !parents.has(id) && !questions.some(({ sectionId }) => sectionId === id)
  const empty = sections.filter(isEmpty).length
  return empty === 0 ? [] : [t`Sections without a question are not in a CSV file.`]
}
