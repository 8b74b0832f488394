import type { ImportField } from '../../../shared/domain/import-kinds.ts'
import type { Candidate } from './assign-fields.ts'
import { layoutColumn } from './assign-fields.ts'
import { isNumber, shareOf } from './column-values.ts'
import { names } from './read-columns.ts'
import type { TableColumn } from './read-columns.ts'
import type { VendorLayout } from './vendor-layout.ts'

/** Whether each row is one answer: a column of question texts or ids, repeated over evaluations. */
export function isLongEvaluation(columns: readonly TableColumn[], layout: VendorLayout | null): boolean {
  if (
    layout &&
    Object.values(layout.columns).some(
      ({ fields }) => fields.includes('answer.question') || fields.includes('answer.questionId'),
    )
  ) {
    return columns.some((column) =>
      layoutColumn(column, layout)?.fields.some((field) => field.startsWith('answer.question')),
    )
  }
  const question = columns.find((column) => names(column, 'question') || names(column, 'question id'))
  if (!question || question.values.filled.length === 0) return false
  if (names(question, 'question id')) return true
  // A column of answers may be called "Question" too: question texts are words and not yes, no or points.
  if (shareOf(question.values, isNumber) > 0.2) return false
  const isAnswers = [...question.values.counts.keys()].every((word) =>
    /^(?:yes|no|n\/a|na|pass|fail|met|not met)$/.test(word),
  )
  if (isAnswers) return false
  const hasAnswer = columns.some(
    (column) => column !== question && (names(column, 'answer') || names(column, 'answer score')),
  )
  return hasAnswer
}

const PAIRS: readonly (readonly [ImportField, ImportField])[] = [
  ['evaluation.score', 'answer.score'],
  ['evaluation.maxScore', 'answer.maxScore'],
  ['evaluation.comment', 'answer.comment'],
]

/**
 * In a row per answer, "score" may be the answer's or the whole evaluation's. What never changes within an evaluation is
 * the evaluation's; what does, or cannot be told, is the answer's.
 */
export function preferLongFields(
  candidates: readonly Candidate[],
  columns: readonly TableColumn[],
): Candidate[] {
  const id = columns.find((column) => names(column, 'evaluation id'))
  const fieldsOf = new Map<TableColumn, Set<ImportField>>()
  for (const { column, field } of candidates) {
    const fields = fieldsOf.get(column)
    if (fields) fields.add(field)
    else fieldsOf.set(column, new Set([field]))
  }
  return candidates.map((candidate) => {
    const pair = PAIRS.find((fields) => fields.includes(candidate.field))
    if (!pair) return candidate
    const fields = fieldsOf.get(candidate.column)
    if (!pair.every((field) => fields?.has(field))) return candidate
    const isWhole = id !== undefined && isConstantWithin(id, candidate.column) === true
    const wanted = isWhole ? pair[0] : pair[1]
    return candidate.field === wanted ? candidate : { ...candidate, confidence: candidate.confidence * 0.6 }
  })
}

/** Whether a column says one thing per id; null when no id has two rows to tell it by. */
function isConstantWithin(id: TableColumn, column: TableColumn): boolean | null {
  const seen = new Map<string, string>()
  let repeats = 0
  for (let row = 0; row < id.cells.length; row += 1) {
    const key = id.cells[row] ?? ''
    const value = column.cells[row] ?? ''
    if (key === '' || value === '') continue
    const before = seen.get(key)
    if (before === undefined) seen.set(key, value)
    else if (before !== value) return false
    else repeats += 1
  }
  return repeats > 0 && column.values.counts.size > 1 ? true : null
}
