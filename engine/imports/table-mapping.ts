import { mapping as mappingSchema, type ImportKind, type Mapping } from '../../shared/domain/import-kinds.ts'
import type { ReadableDatabase } from '../store/index.ts'
import { contentKey } from './writing/content-key.ts'
import type { OpenedTable } from './readers/index.ts'
import { recogniseTable, type Recognition } from './recognise/index.ts'
import { readPreferences } from '../workspace/index.ts'
import { defaultSourceName } from './source-name.ts'
import { findMapping, sourceTimeZone } from './sources.store.ts'

/** How one table will be read, and why. */
export interface TableMapping {
  mapping: Mapping
  basis: 'recognised' | 'remembered' | 'given'
  recognition: Recognition
}

/** Whether a mapping reads figures of a period that none of its columns names. */
export function lacksPeriod({ columns }: Mapping): boolean {
  const has = (start: string) => columns.some(({ field }) => field.startsWith(start))
  return (has('summary.n') || has('summary.statistic')) && !has('summary.from') && !has('summary.to')
}

/** Below this confidence a table is not imported without somebody's word. */
export const LEAST_CONFIDENCE = 0.35

/** What stands for a table's layout: the same columns in the same order. */
export function tableSignature(columns: readonly string[]): string {
  return contentKey(columns.map((column) => column.trim().toLowerCase()))
}

/** The mapping for a table: the one given, else the one remembered for these columns, else the one recognised. */
export function chooseMapping(
  database: ReadableDatabase,
  table: OpenedTable,
  options: {
    fileName: string
    source: string | null
    /** The zone somebody gave; null: the source's own where it is known, else that of the workspace. */
    timeZone: string | null
    kind?: ImportKind
    given?: Mapping
  },
): TableMapping {
  const recognition = recogniseTable(
    {
      fileName: options.fileName,
      sheetName: table.name,
      columns: table.columns,
      headerRows: table.headerRows,
      sample: table.sample,
      preamble: table.preamble,
    },
    {
      timeZone: options.timeZone ?? readPreferences(database).timeZone,
      ...(options.kind && { kind: options.kind }),
    },
  )
  if (options.given) return { mapping: options.given, basis: 'given', recognition }
  const remembered = findMapping(database, tableSignature(table.columns), options.source)
  if (remembered && !options.kind) {
    const parsed = mappingSchema.safeParse(JSON.parse(remembered.mapping))
    if (parsed.success) return { mapping: parsed.data, basis: 'remembered', recognition }
  }
  const sourceName = options.source ?? recognition.vendor ?? defaultSourceName(options.fileName)
  const timeZone = options.timeZone ?? sourceTimeZone(database, sourceName) ?? recognition.mapping.timeZone
  return { mapping: { ...recognition.mapping, timeZone }, basis: 'recognised', recognition }
}
