import { t } from '#speech'
import type { ImportField } from '../../../shared/domain/import-kinds.ts'
import { layoutColumn } from './assign-fields.ts'
import type { Candidate } from './assign-fields.ts'
import { fitField } from './fit.ts'
import type { TableColumn } from './read-columns.ts'
import type { TableSample } from './types.ts'
import type { VendorLayout } from './vendor-layout.ts'

/**
 * Fills in what a survey's own headings did not say: written answers become the comment where none is named. A rating is
 * never guessed: any scale could be anything.
 */
export function surveyFallbacks(
  columns: readonly TableColumn[],
  assigned: Map<number, Candidate>,
  layout: VendorLayout | null,
): void {
  const has = (field: ImportField): boolean =>
    [...assigned.values()].some((candidate) => candidate.field === field)
  if (
    has('survey.comment') ||
    [...(layout ? columns : [])].some((column) =>
      layoutColumn(column, layout)?.also?.some(({ field }) => field === 'survey.comment'),
    )
  )
    return
  const written = columns
    .filter(
      (column) =>
        !assigned.has(column.index) &&
        layoutColumn(column, layout) === null &&
        !column.matches.some((match) => match.isExact),
    )
    .filter(({ values }) => values.filled.length > 0 && values.counts.size >= values.filled.length * 0.5)
    .filter(
      ({ values }) =>
        values.averageLength >= 10 && values.filled.some((cell) => /\p{L}{2,}\s+\p{L}{2,}/u.test(cell)),
    )
    .sort((a, b) => b.values.averageLength - a.values.averageLength)
  const [column] = written
  if (!column) return
  const fit = fitField('survey.comment', column.header, column.values, { timeZone: 'UTC', unit: null })
  if (fit)
    assigned.set(column.index, {
      column,
      field: 'survey.comment',
      confidence: 0.5,
      fit: { ...fit, reason: t`the only column of written answers` },
    })
}

/**
 * A column called no more than "score" is a recommendation (NPS) where a column of survey types, or the name of the file or
 * sheet, says so; else a satisfaction rating.
 */
export function preferSurveyScore(
  candidates: readonly Candidate[],
  columns: readonly TableColumn[],
  sample: TableSample,
): Candidate[] {
  const types = columns.find(({ header }) => header.phrase === 'survey type' || header.phrase === 'type')
  const kinds = [...(types?.values.counts.keys() ?? [])]
  const named = `${sample.fileName.split(/[\\/]/).at(-1) ?? ''} ${sample.sheetName ?? ''}`
  const isNps = kinds.some((kind) => /^nps$|promoter/.test(kind))
    ? kinds.every((kind) => /^nps$|promoter/.test(kind))
    : /(?:^|[^a-z])nps(?:[^a-z]|$)|net.?promoter/i.test(named)
  if (!isNps) return [...candidates]
  return candidates.map((candidate) =>
    candidate.field === 'survey.csat' && /^(?:score|rating|response)$/.test(candidate.column.header.phrase)
      ? { ...candidate, confidence: candidate.confidence * 0.6 }
      : candidate,
  )
}
