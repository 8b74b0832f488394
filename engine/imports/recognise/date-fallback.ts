import { t } from '#speech'
import type { ImportField, ImportKind } from '../../../shared/domain/import-kinds.ts'
import type { Candidate } from './assign-fields.ts'
import { layoutColumn } from './assign-fields.ts'
import { fitField } from './fit.ts'
import type { TableColumn } from './read-columns.ts'
import type { VendorLayout } from './vendor-layout.ts'

const FIELDS: Partial<Record<ImportKind, { field: ImportField; instead: readonly ImportField[] }>> = {
  interactions: {
    field: 'contact.startedAt',
    instead: ['contact.startedAt', 'contact.startedDay', 'contact.endedAt'],
  },
  evaluations: { field: 'evaluation.evaluatedAt', instead: ['evaluation.evaluatedAt'] },
  surveys: { field: 'survey.respondedAt', instead: ['survey.respondedAt'] },
}

/** Dates of people and products, which date no contact. */
const OTHER_DATES =
  /birth|dob|due|purchase|expir|hire|geburt|nacimiento|naissance|next|renewal|updated|modified|sla/

/** Dates the rows by the one column of moments that is left, where no heading named it and it is not about something else. */
export function dateFallback(
  kind: ImportKind,
  columns: readonly TableColumn[],
  assigned: Map<number, Candidate>,
  layout: VendorLayout | null,
  timeZone: string,
): void {
  const wanted = FIELDS[kind]
  if (!wanted || [...assigned.values()].some(({ field }) => wanted.instead.includes(field))) return
  for (const column of columns) {
    if (assigned.has(column.index) || layoutColumn(column, layout) || column.values.filled.length === 0)
      continue
    if (
      OTHER_DATES.test(column.header.phrase) ||
      column.values.filled.every((cell) => /^\d+(?:\.\d+)?$/.test(cell))
    )
      continue
    const fit = fitField(wanted.field, column.header, column.values, { timeZone, unit: null })
    if (!fit) continue
    assigned.set(column.index, {
      column,
      field: wanted.field,
      confidence: 0.5,
      fit: {
        ...fit,
        reason: t`no other column dates the rows`,
        warnings: [...fit.warnings, t`"${{ name: column.name }}" is taken for the date of the rows.`],
      },
    })
    return
  }
}
