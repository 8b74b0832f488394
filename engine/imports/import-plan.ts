import path from 'node:path'
import { t } from '#speech'
import type { ImportKind, Mapping } from '../../shared/domain/import-kinds.ts'
import { Problem } from '../problem.ts'
import type { WritableDatabase } from '../store/index.ts'
import { readPreferences } from '../workspace/index.ts'
import type { FileOrder, ImportFollowing } from './import-order.ts'
import type { OpenedFile, OpenedTable } from './readers/index.ts'
import { periodRemark, recogniseDocument, settleMapping, type FilePeriod } from './recognise/index.ts'
import { defaultSourceName } from './source-name.ts'
import { sourceTimeZone } from './sources.store.ts'
import { chooseMapping, lacksPeriod, LEAST_CONFIDENCE, type TableMapping } from './table-mapping.ts'
import { unreadColumns } from './unread-columns.ts'

/** The source of recordings nobody gave another name. */
const RECORDINGS = 'Recordings'

/** What a file will be read as. */
export interface ImportPlan {
  kind: ImportKind
  vendor: string | null
  confidence: number
  sourceName: string
  timeZone: string
  tables: PlannedTable[]
  /** What is said of the file as a whole; `warningsOf` has everything. */
  warnings: string[]
}

interface PlannedTable {
  table: OpenedTable
  /** Its place among the tables of the file. */
  tableIndex: number
  chosen: TableMapping
  /** The period of figures whose rows name none. */
  filePeriod: FilePeriod | null
  warnings: string[]
}

/** Every remark on a plan; of several tables each says which it is about. */
export function warningsOf(plan: ImportPlan): string[] {
  return [
    ...plan.warnings,
    ...plan.tables.flatMap(({ table, warnings }) =>
      warnings.map((warning) =>
        plan.tables.length > 1 && table.name !== null ? `${table.name}: ${warning}` : warning,
      ),
    ),
  ]
}

/** Decides what a file holds and how each of its tables is read. `MAPPING_INVALID` where that cannot be told. */
export function planImport(database: WritableDatabase, order: FileOrder, opened: OpenedFile): ImportPlan {
  const timeZone = (source: string | null) =>
    order.timeZone ??
    (source === null ? undefined : sourceTimeZone(database, source)) ??
    readPreferences(database).timeZone
  const sourceOf = (vendor: string | null) => order.source ?? vendor ?? defaultSourceName(order.name)
  if (opened.form === 'transcripts') {
    const known = opened.transcripts.find((transcript) => transcript.vendor !== 'unknown')
    const sourceName = sourceOf(known?.vendor ?? null)
    return {
      kind: 'transcripts',
      vendor: known?.vendor ?? null,
      confidence: known ? 0.95 : 0.7,
      sourceName,
      timeZone: timeZone(sourceName),
      tables: [],
      warnings: [],
    }
  }
  if (opened.form === 'recording') {
    const sourceName = order.source ?? RECORDINGS
    return {
      kind: 'recordings',
      vendor: null,
      confidence: 1,
      sourceName,
      timeZone: timeZone(sourceName),
      tables: [],
      warnings: order.recording?.warnings ?? [],
    }
  }
  if (opened.form === 'document') {
    const recognised = recogniseDocument(opened.document, { timeZone: timeZone(order.source ?? null) })
    if (!recognised) throw unrecognised(order.name)
    const sourceName = sourceOf(recognised.vendor)
    return {
      kind: recognised.kind,
      vendor: recognised.vendor,
      confidence: recognised.confidence,
      sourceName,
      timeZone: timeZone(sourceName),
      tables: [],
      warnings: recognised.warnings,
    }
  }
  const warnings: string[] = []
  const tables = opened.tables.flatMap((table, tableIndex): PlannedTable[] => {
    const given = givenMapping(order.mappings, table, opened.tables.length)
    const chosen = chooseMapping(database, table, {
      fileName: order.name,
      source: order.source ?? null,
      timeZone: order.timeZone ?? null,
      ...(order.kind && { kind: order.kind }),
      ...(given && { given }),
    })
    const isSure =
      chosen.basis !== 'recognised' || order.kind || chosen.recognition.confidence >= LEAST_CONFIDENCE
    if (isSure) {
      const { mapping, basis, recognition } = chosen
      const filePeriod = lacksPeriod(mapping) ? recognition.filePeriod : null
      const unread = unreadColumns(table, mapping)
      const said = [
        ...(basis === 'recognised' ? recognition.warnings : []),
        ...(lacksPeriod(mapping) ? [periodRemark(filePeriod)] : []),
        ...(unread ? [unread] : []),
      ]
      return [{ table, tableIndex, chosen, filePeriod, warnings: [...new Set(said)] }]
    }
    warnings.push(
      t`The table "${{ name: table.name ?? order.name }}" was left out: it was not clear what it holds.`,
    )
    return []
  })
  const first = tables[0]
  if (!first) throw unrecognised(order.name)
  const { recognition } = first.chosen
  const sourceName = sourceOf(recognition.vendor)
  return {
    kind: first.chosen.mapping.kind,
    vendor: recognition.vendor,
    confidence: first.chosen.basis === 'recognised' ? recognition.confidence : 1,
    sourceName,
    timeZone: first.chosen.mapping.timeZone,
    tables,
    warnings,
  }
}

/** Reads the columns the first rows left open once more over the whole table: a 13 far down settles a date's order. */
export async function settlePlan(plan: ImportPlan, following: ImportFollowing): Promise<ImportPlan> {
  for (const planned of plan.tables) {
    const { table, chosen } = planned
    const { undecided, assumptions } = chosen.recognition
    if (chosen.basis !== 'recognised' || undecided.length === 0) continue
    const settling = settleMapping(chosen.mapping, table.columns, undecided)
    await table.rows(
      ({ rows }) => {
        for (const row of rows) settling.observe(row)
      },
      following.signal ? { signal: following.signal } : {},
    )
    const settled = settling.settle()
    chosen.mapping = settled.mapping
    const overtaken = new Set(settled.settled.flatMap((column) => assumptions.get(column) ?? []))
    planned.warnings = [...planned.warnings.filter((warning) => !overtaken.has(warning)), ...settled.warnings]
  }
  return plan
}

/** The mapping given for a table; one without a name is for the only table there is. */
function givenMapping(
  mappings: Record<string, Mapping> | undefined,
  table: OpenedTable,
  tables: number,
): Mapping | undefined {
  return mappings?.[table.name ?? ''] ?? (tables === 1 ? mappings?.[''] : undefined)
}

/** The file says nothing that could be recognised. */
export function unrecognised(name: string): Problem {
  return new Problem(
    'MAPPING_INVALID',
    t`Debrief could not tell what "${{ name: path.basename(name) }}" holds: say its kind, or map its columns in the import preview.`,
  )
}

/** About how many rows the tables hold, from the size of the file and its first rows. */
export function estimateRows(plan: ImportPlan, bytes: number): number {
  let rows = 0
  for (const { table } of plan.tables) {
    const length = table.sample.reduce(
      (sum, row) => sum + row.reduce((cells, cell) => cells + cell.length + 1, 0),
      0,
    )
    if (table.sample.length > 0) rows += bytes / Math.max(1, length / table.sample.length)
  }
  return rows
}
