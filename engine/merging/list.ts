import type { MergedWorkspace } from '../../shared/contract/merging.ts'
import { dayOfNumber } from '../../shared/domain/time.ts'
import type { ReadableDatabase } from '../store/index.ts'
import { newestDay } from '../workspace/index.ts'
import { comparisonOf } from './merge-workspaces.ts'
import { countMerged, readMerged } from './merging.store.ts'

/** Every merged workspace with how fresh it is: its newest data beside the newest of all that is here. */
export function listMerged(database: ReadableDatabase): MergedWorkspace[] {
  const merged = readMerged(database)
  const counts = countMerged(database)
  const newest = Math.max(
    newestDay(database) ?? Number.NEGATIVE_INFINITY,
    ...merged.flatMap(({ newestDay, undoneAt }) =>
      newestDay === null || undoneAt !== null ? [] : [newestDay],
    ),
  )
  return merged.map((row) => ({
    id: row.id,
    name: row.name,
    form: row.form,
    place: row.place,
    mergedAt: row.mergedAt,
    undoneAt: row.undoneAt,
    imports: counts.get(row.id)?.imports ?? 0,
    rows: counts.get(row.id)?.rows ?? 0,
    newestDay: row.newestDay === null ? null : dayOfNumber(row.newestDay),
    newestImportAt: row.newestImportAt,
    daysBehind: row.newestDay === null ? null : newest - row.newestDay,
    comparison: comparisonOf(row),
  }))
}
