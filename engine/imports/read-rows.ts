import { plural, t } from '#speech'
import { formatNumber } from '../../shared/speech/numbers.ts'
import type { Mapping } from '../../shared/domain/import-kinds.ts'
import { redact } from '../language/index.ts'
import { Problem } from '../problem.ts'
import type { WritableDatabase } from '../store/index.ts'
import type { FileOrder, ImportFollowing } from './import-order.ts'
import { unrecognised, type ImportPlan } from './import-plan.ts'
import type { RowCounts } from './imports.store.ts'
import { quarantineRow } from './quarantine.store.ts'
import type { OpenedTable } from './readers/index.ts'
import { recogniseDocument } from './recognise/index.ts'
import { streamRows, type RowSetAside, type RowsToRead } from './row-stream/index.ts'
import type { RowParts, RowWriter } from './writing/row-writer.ts'

/** Row numbers of the second and further sheets start at these multiples, so that a fact's row number names its sheet too. */
const ROWS_PER_SHEET = 10_000_000
const MOST_QUARANTINED = 100_000

/** An import while its rows are read. */
export interface Reading {
  database: WritableDatabase
  importId: number
  writer: RowWriter
  counts: RowCounts
  skipped: Map<string, number>
  warnings: string[]
}

/**
 * Reads every row of the planned tables into facts, or sets it aside with the reason. `file`: where the tables stand, and the key that
 * customers are hashed with.
 */
export async function readTables(
  reading: Reading,
  plan: ImportPlan,
  file: Pick<RowsToRead, 'path' | 'bytes' | 'customerKey'>,
  following: ImportFollowing,
): Promise<void> {
  for (const [index, { table, tableIndex, chosen, filePeriod }] of plan.tables.entries()) {
    const { mapping } = chosen
    const parts = rowPartsOf(mapping)
    const rowOffset = index * ROWS_PER_SHEET
    await streamRows(
      { ...file, table, tableIndex, mapping, filePeriod },
      {
        take(facts, rowNumber) {
          reading.counts.read++
          reading.writer.write(facts, rowOffset + rowNumber, parts)
        },
        setAside(row) {
          reading.counts.read++
          setAside(reading, table, row, mapping)
        },
        skip(why, rows) {
          reading.counts.read += rows
          reading.skipped.set(why, (reading.skipped.get(why) ?? 0) + rows)
        },
      },
      {
        ...(following.signal && { signal: following.signal }),
        onProgress: (share) =>
          following.onProgress?.(((index + share) / plan.tables.length) * 0.85, t`Reading rows`),
      },
    )
  }
}

function rowPartsOf(mapping: Mapping): RowParts {
  const hasField = (field: string) => mapping.columns.some((column) => column.field === field)
  return {
    isInteractionLog: mapping.kind === 'interactions',
    isOneAnswer: mapping.shape === 'long',
    isOneStatus: hasField('shift.status'),
    leavesOpen: {
      calibration: !hasField('evaluation.isCalibration'),
      criticalFailure: !hasField('evaluation.failedCritical') && !hasField('answer.failedCritical'),
      origin: !['evaluation.source', 'evaluation.evaluator', 'evaluation.evaluatorId'].some(hasField),
    },
  }
}

/** Puts a row into quarantine, redacted but for the columns mapped as ids; a customer's number is left out altogether. */
function setAside(reading: Reading, table: OpenedTable, row: RowSetAside, mapping: Mapping): void {
  reading.counts.quarantined++
  if (reading.counts.quarantined > MOST_QUARANTINED) {
    throw new Problem(
      'MAPPING_INVALID',
      t`More than ${{ most: formatNumber(MOST_QUARANTINED) }} rows could not be read (the first reason: ${{ reason: row.message }}) The mapping is probably wrong; nothing was imported.`,
    )
  }
  const columns = row.isWholeText ? [] : mapping.columns
  const ids = new Set(columns.filter((one) => one.transform.as === 'id').map((one) => one.column))
  const customers = new Set(
    columns.filter((one) => one.field === 'contact.customer').map((one) => one.column),
  )
  const stored = (cell: string, column: string) =>
    customers.has(column) ? '[customer]' : ids.has(column) ? cell : redact(cell).text
  quarantineRow(reading.database, {
    importId: reading.importId,
    sheet: table.name,
    rowNumber: row.rowNumber,
    code: row.code,
    column: row.column,
    message: redact(row.message).text,
    // of a file without a header the first row may have been taken for one
    columns: JSON.stringify(table.columns.map((name) => redact(name).text)),
    cells: JSON.stringify(row.cells.map((cell, index) => stored(cell, table.columns[index] ?? ''))),
  })
}

/** Takes the facts of a JSON tree. */
export function readDocument(reading: Reading, document: unknown, order: FileOrder, timeZone: string): void {
  const recognised = recogniseDocument(document, { timeZone })
  if (!recognised) throw unrecognised(order.name)
  for (const [index, facts] of recognised.facts.entries()) {
    reading.counts.read++
    reading.writer.write(facts, index + 1, {
      isInteractionLog: false,
      isOneAnswer: false,
      isOneStatus: false,
      leavesOpen: { calibration: false, criticalFailure: false, origin: false },
    })
  }
}

const skippedSentences: Record<string, (rows: number) => string> = {
  total: (rows) =>
    t`${plural({ rows }, { one: '# total row was', other: '# total rows were' })} recognised as such and left out.`,
  'repeated-header': (rows) =>
    t`${plural({ rows }, { one: '# repeated header row was', other: '# repeated header rows were' })} recognised as such and left out.`,
  unanswered: (rows) =>
    t`${plural({ rows }, { one: '# unanswered survey row was', other: '# unanswered survey rows were' })} recognised as such and left out.`,
  unfinished: (rows) =>
    t`${plural({ rows }, { one: '# unfinished or deleted evaluation row was', other: '# unfinished or deleted evaluation rows were' })} recognised as such and left out.`,
  trial: (rows) =>
    t`${plural({ rows }, { one: '# preview, test or spam survey row was', other: '# preview, test or spam survey rows were' })} recognised as such and left out.`,
}

/** What was recognised as no data, in sentences. */
export function skippedWarnings(skipped: ReadonlyMap<string, number>): string[] {
  return [...skipped].flatMap(([why, rows]) => skippedSentences[why]?.(rows) ?? [])
}
