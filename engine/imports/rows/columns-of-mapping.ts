import { t } from '#speech'
import type { ColumnMapping, ImportField, Mapping, Transform } from '../../../shared/domain/import-kinds.ts'

/** A mapped column at its place in the row. */
export interface PlacedColumn {
  index: number
  column: string
  field: ImportField
  transform: Transform
  mapping: ColumnMapping
}

/** The mapped columns by field; a field several columns share (figures, status times) keeps them all. */
export interface PlacedColumns {
  all: PlacedColumn[]
  first(field: ImportField): PlacedColumn | null
  every(field: ImportField): PlacedColumn[]
}

/** Every column a mapping reads anything from, each once. */
export function columnsNamedBy(mapping: Mapping): string[] {
  const ofQuestions = mapping.questions.flatMap((question) =>
    [
      question.answerColumn,
      question.scoreColumn,
      question.commentColumn,
      question.weightColumn,
      question.maxColumn,
    ].filter((column) => column !== null && column !== undefined),
  )
  return [...new Set([...mapping.columns.map(({ column }) => column), ...ofQuestions])]
}

/** Finds every mapped column in the file. Throws one sentence naming the columns that are not there. */
export function placeColumns(mapping: Mapping, columns: readonly string[]): PlacedColumns {
  const indexes = indexColumns(columns)
  const named = columnsNamedBy(mapping)
  const missing = named.filter((column) => !indexes.has(column))
  if (missing.length > 0) {
    const list = missing.map((column) => `"${column}"`).join(', ')
    throw new Error(
      missing.length === 1
        ? t`The mapping names the column ${{ list }}, which this file does not have. Map the file again.`
        : t`The mapping names the columns ${{ list }}, which this file does not have. Map the file again.`,
    )
  }
  const all = mapping.columns.map((columnMapping) => ({
    index: indexes.get(columnMapping.column) ?? -1,
    column: columnMapping.column,
    field: columnMapping.field,
    transform: columnMapping.transform,
    mapping: columnMapping,
  }))
  return {
    all,
    first: (field) => all.find((placed) => placed.field === field) ?? null,
    every: (field) => all.filter((placed) => placed.field === field),
  }
}

/** Column names and where they stand; of equal names the first counts. */
export function indexColumns(columns: readonly string[]): Map<string, number> {
  const indexes = new Map<string, number>()
  columns.forEach((column, index) => {
    if (!indexes.has(column)) indexes.set(column, index)
  })
  return indexes
}
