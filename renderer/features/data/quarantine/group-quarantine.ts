import { t } from '@lingui/core/macro'
import type { QuarantinedRow } from '../../../../shared/contract/imports.ts'

/** Rows of one import that could not be taken for one reason in one column. */
export interface QuarantineGroup {
  key: string
  importId: number
  file: string
  code: string
  column: string | null
  /** The reason as one sentence, without the value of a single row. */
  title: string
  rows: QuarantinedRow[]
}

const titles: Record<string, (column: string) => string> = {
  'bad-date': (column) => t`The date in “${column}” cannot be read`,
  'bad-duration': (column) => t`The duration in “${column}” cannot be read`,
  'bad-score': (column) => t`The score in “${column}” cannot be read`,
  'bad-number': (column) => t`The number in “${column}” cannot be read`,
  'negative-duration': (column) => t`The duration in “${column}” is below zero`,
  'missing-key': (column) => t`Nothing in “${column}” says which one it is`,
  'template-row': () => t`A template that was never filled in`,
  'wrong-width': () => t`The row has more or fewer cells than the file has columns`,
  'no-facts': () => t`Nothing in the row could be used`,
  'out-of-range': (column) => t`The value in “${column}” lies outside its scale`,
}

/** The rows by import and reason, the largest group first. */
export function groupQuarantine(rows: readonly QuarantinedRow[]): QuarantineGroup[] {
  const groups = new Map<string, QuarantineGroup>()
  for (const row of rows) {
    const key = `${row.importId} ${row.code} ${row.column ?? ''}`
    const group = groups.get(key)
    if (group) group.rows.push(row)
    else {
      groups.set(key, {
        key,
        importId: row.importId,
        file: row.file,
        code: row.code,
        column: row.column,
        title: titles[row.code]?.(row.column ?? t`the row`) ?? row.message,
        rows: [row],
      })
    }
  }
  return [...groups.values()].toSorted((a, b) => b.rows.length - a.rows.length)
}
