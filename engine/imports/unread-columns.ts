import { plural, t } from '#speech'
import { listed } from '../../shared/speech/lists.ts'
import type { Mapping } from '../../shared/domain/import-kinds.ts'
import { redact } from '../language/index.ts'
import type { OpenedTable } from './readers/index.ts'
import { columnsNamedBy } from './rows/index.ts'

/** More names than this make no sentence anybody reads. */
const MOST_NAMED = 12

/** Names the filled columns of a table that a mapping reads nothing from, in one sentence; null where it reads them all. */
export function unreadColumns(table: OpenedTable, mapping: Mapping): string | null {
  const read = new Set(columnsNamedBy(mapping))
  const unread = table.columns.filter(
    (column, index) => !read.has(column) && table.sample.some((row) => (row[index] ?? '').trim() !== ''),
  )
  if (unread.length === 0) return null
  // of a file without a header the first row may have been taken for one
  const named = unread.slice(0, MOST_NAMED).map((column) => `"${redact(column).text}"`)
  const more = unread.length - named.length
  const list = more > 0 ? t`${{ named: named.join(', ') }} and ${{ more }} more` : listed(named)
  return t`Nothing is read from ${plural({ unread: unread.length }, { one: 'the column', other: 'the columns' })} ${{ list }}.`
}
