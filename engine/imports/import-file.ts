import path from 'node:path'
import type { ImportReport } from '../../shared/contract/imports.ts'
import type { ImportKind, Mapping } from '../../shared/domain/import-kinds.ts'
import { writable, type EngineContext } from '../context.ts'
import { dayFinder } from '../days.ts'
import { redact } from '../language/index.ts'
import { asProblem, Problem } from '../problem.ts'
import { readPreferences } from '../workspace/index.ts'
import type { WritableDatabase } from '../store/index.ts'
import { customerKey } from './customer-key.ts'
import { identifyFile, isUntouched, type FileIdentity } from './file-identity.ts'
import { finishImport, insertImport, type RowCounts } from './imports.store.ts'
import { quarantineRow } from './quarantine.store.ts'
import { FileProblem, openFile, type OpenedFile, type OpenedTable, type RowProblem } from './readers/index.ts'
import { recogniseDocument, settleMapping } from './recognise/index.ts'
import { refreshDerived } from './refresh.ts'
import { compileRowReader } from './rows/index.ts'
import { defaultSourceName } from './source-name.ts'
import { ensureSource, rememberMapping, sourceTimeZone } from './sources.store.ts'
import { chooseMapping, LEAST_CONFIDENCE, tableSignature, type TableMapping } from './table-mapping.ts'
import { createCustomerHasher } from './writing/customer-hash.ts'
import { createRowWriter, type RowParts, type RowWriter } from './writing/row-writer.ts'

/** One file to import, with what the person said about it. */
export interface FileOrder {
  path: string
  /** The name to show; for uploads the path is a temporary one. */
  name: string
  /** Kept so that quarantined rows can be read again; null for uploads, whose copy is deleted. */
  keptPath: string | null
  kind?: ImportKind
  source?: string
  timeZone?: string
  mappings?: Record<string, Mapping>
}

/** Lets the caller follow and stop an import. */
export interface ImportFollowing {
  signal?: AbortSignal
  onProgress?: (share0to1: number, step: string) => void
  /** Called inside the transaction once a file has been taken. */
  onWritten?: (database: WritableDatabase) => void
  /** Called inside the transaction when everything is ready to be committed. */
  beforeCommit?: (database: WritableDatabase, reports: readonly ImportReport[]) => Promise<void> | undefined
}

/** Row numbers of the second and further sheets start at these multiples, so that a fact's row number names its sheet too. */
const ROWS_PER_SHEET = 10_000_000
const MOST_QUARANTINED = 100_000

interface Plan {
  kind: ImportKind
  vendor: string | null
  confidence: number
  sourceName: string
  timeZone: string
  tables: { table: OpenedTable; chosen: TableMapping }[]
  warnings: string[]
}

interface Reading {
  database: WritableDatabase
  importId: number
  writer: RowWriter
  counts: RowCounts
  skipped: Map<string, number>
  warnings: string[]
}

function emptyReport(name: string): ImportReport {
  return {
    file: name,
    kind: null,
    source: null,
    confidence: null,
    rows: { read: 0, added: 0, updated: 0, unchanged: 0, quarantined: 0 },
    mapping: [],
    warnings: [],
    importId: null,
    error: null,
  }
}

/** A file read as far as its form, ready to be written. */
interface Opened {
  order: FileOrder
  opened: OpenedFile
  identity: FileIdentity
}

/**
 * Imports some files in one transaction: each of them wholly or not at all. A file that cannot be read gives a report with `error`
 * and leaves the others be; only cancelling rejects, with the signal's reason, and then nothing of the batch stands.
 */
export async function importBatch(
  context: EngineContext,
  orders: readonly FileOrder[],
  following: ImportFollowing = {},
): Promise<ImportReport[]> {
  return context.writes.run(async () => {
    const database = writable(context)
    database.raw.pragma('synchronous = NORMAL')
    database.raw.exec('BEGIN IMMEDIATE')
    try {
      const affectedDays = new Set<number>()
      const reports: ImportReport[] = []
      for (const [index, order] of orders.entries()) {
        const onProgress = (share: number, step: string) =>
          following.onProgress?.((index + share * 0.9) / orders.length, step)
        reports.push(
          await importInSavepoint(context, database, order, { ...following, onProgress }, affectedDays),
        )
        following.signal?.throwIfAborted()
      }
      following.onProgress?.(0.95, 'Bringing figures up to date')
      refreshDerived(database, affectedDays, context.now())
      following.signal?.throwIfAborted()
      await following.beforeCommit?.(database, reports)
      database.raw.exec('COMMIT')
      following.onProgress?.(1, 'Done')
      return reports
    } catch (error) {
      if (database.raw.inTransaction) database.raw.exec('ROLLBACK')
      throw error
    } finally {
      database.raw.pragma('synchronous = FULL')
    }
  })
}

async function importInSavepoint(
  context: EngineContext,
  database: WritableDatabase,
  order: FileOrder,
  following: ImportFollowing,
  affectedDays: Set<number>,
): Promise<ImportReport> {
  database.raw.exec('SAVEPOINT file')
  try {
    following.onProgress?.(0, 'Opening')
    const identity = await identifyFile(order.path)
    const opened = await openFile(order.path)
    const report = await importOpened(context, database, { order, opened, identity }, following, affectedDays)
    if (!(await isUntouched(order.path, identity)))
      throw new FileProblem(
        'changed',
        `"${path.basename(order.name)}" changed while it was being read, so nothing of it was imported; try again when it is complete.`,
      )
    following.onWritten?.(database)
    database.raw.exec('RELEASE file')
    return report
  } catch (error) {
    const isFileError =
      error instanceof FileProblem ||
      (error instanceof Problem && error.code === 'MAPPING_INVALID') ||
      isFileSystemError(error)
    if (!isFileError || following.signal?.aborted || !database.raw.inTransaction) throw error
    database.raw.exec('ROLLBACK TO file; RELEASE file')
    return {
      ...emptyReport(order.name),
      error: error instanceof FileProblem ? error.message : asProblem(error)!.message,
    }
  }
}

/** An error of reading the file itself, which only concerns that file. */
function isFileSystemError(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code
  return (
    typeof code === 'string' &&
    !code.startsWith('SQLITE') &&
    code !== 'ENOSPC' &&
    code !== 'EDQUOT' &&
    asProblem(error) !== undefined
  )
}

async function importOpened(
  context: EngineContext,
  database: WritableDatabase,
  file: Opened,
  following: ImportFollowing,
  affectedDays: Set<number>,
): Promise<ImportReport> {
  const { order, opened, identity } = file
  const plan = await settlePlan(planImport(database, order, opened), following)
  const sourceId = ensureSource(database, {
    name: plan.sourceName,
    timeZone: plan.timeZone,
    now: context.now(),
  })
  const mappings = plan.tables.map(({ chosen }) => chosen.mapping)
  const importId = insertImport(database, {
    sourceId,
    kind: plan.kind,
    vendor: plan.vendor,
    confidence: plan.confidence,
    fileName: order.name,
    filePath: order.keptPath,
    fileSha256: identity.sha256,
    fileBytes: identity.bytes,
    mappings: JSON.stringify(mappings),
    importedAt: context.now(),
  })
  for (const { table, chosen } of plan.tables)
    if (chosen.basis === 'given')
      rememberMapping(
        database,
        sourceId,
        tableSignature(table.columns),
        JSON.stringify(chosen.mapping),
        context.now(),
      )
  const writer = createRowWriter(database, {
    importId,
    sourceId,
    expectedRows: estimateRows(plan, identity.bytes),
    dayOf: dayFinder(readPreferences(database).timeZone),
    customerHash: createCustomerHasher(customerKey(database)),
    affectedDays,
  })
  const reading: Reading = {
    database,
    importId,
    writer,
    counts: { read: 0, added: 0, updated: 0, unchanged: 0, quarantined: 0 },
    skipped: new Map(),
    warnings: [...plan.warnings],
  }
  if (opened.form === 'table') await readTables(reading, plan, following)
  else if (opened.form === 'transcripts') {
    for (const [index, transcript] of opened.transcripts.entries()) {
      reading.counts.read++
      writer.writeTranscript(transcript, index + 1)
      reading.warnings.push(...transcript.warnings)
    }
  } else readDocument(reading, opened.document, order, plan.timeZone)
  following.onProgress?.(0.9, 'Sorting it in')
  const written = writer.finish()
  const rows = {
    ...reading.counts,
    added: written.added,
    updated: written.updated,
    unchanged: written.unchanged,
  }
  const warnings = [...new Set([...reading.warnings, ...skippedWarnings(reading.skipped)])]
  finishImport(database, importId, {
    rows,
    facts: JSON.stringify(written.facts),
    warnings: JSON.stringify(warnings),
  })
  return {
    file: order.name,
    kind: plan.kind,
    source: plan.sourceName,
    confidence: plan.confidence,
    rows,
    mapping: mappings,
    warnings,
    importId,
    error: null,
  }
}

function planImport(database: WritableDatabase, order: FileOrder, opened: OpenedFile): Plan {
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
  const tables = opened.tables.flatMap((table) => {
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
      if (chosen.basis === 'recognised') warnings.push(...chosen.recognition.warnings)
      return [{ table, chosen }]
    }
    warnings.push(`The table "${table.name ?? order.name}" was left out: it was not clear what it holds.`)
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
async function settlePlan(plan: Plan, following: ImportFollowing): Promise<Plan> {
  for (const { table, chosen } of plan.tables) {
    const { undecided } = chosen.recognition
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
    plan.warnings.push(...settled.warnings)
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

function unrecognised(name: string): Problem {
  return new Problem(
    'MAPPING_INVALID',
    `Debrief could not tell what "${path.basename(name)}" holds: say its kind, or map its columns in the import preview.`,
  )
}

function estimateRows(plan: Plan, bytes: number): number {
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

async function readTables(reading: Reading, plan: Plan, following: ImportFollowing): Promise<void> {
  for (const [index, { table, chosen }] of plan.tables.entries()) {
    const { mapping } = chosen
    const { read } = compileOrExplain(mapping, table.columns)
    const hasField = (field: string) => mapping.columns.some((column) => column.field === field)
    const parts: RowParts = {
      isInteractionLog: mapping.kind === 'interactions',
      isOneAnswer: mapping.shape === 'long',
      isOneStatus: hasField('shift.status'),
      leavesOpen: {
        calibration: !hasField('evaluation.isCalibration'),
        criticalFailure: !hasField('evaluation.failedCritical') && !hasField('answer.failedCritical'),
        origin: !['evaluation.source', 'evaluation.evaluator', 'evaluation.evaluatorId'].some(hasField),
      },
    }
    const rowOffset = index * ROWS_PER_SHEET
    await table.rows(
      (batch) => {
        const broken = new Map<number, RowProblem>()
        for (const problem of batch.problems) {
          if (problem.text !== undefined) {
            reading.counts.read++
            setAside(reading, table, problem.rowNumber, [problem.text], 'wrong-width', null, problem.message)
          } else if (problem.code === 'too-long' || problem.code === 'unclosed-quote')
            broken.set(problem.rowNumber, problem)
        }
        const hasBroken = broken.size > 0
        for (let position = 0; position < batch.rows.length; position++) {
          const row = batch.rows[position]!
          const rowNumber = batch.firstRowNumber + position
          reading.counts.read++
          const problem = hasBroken ? broken.get(rowNumber) : undefined
          if (problem) {
            setAside(reading, table, rowNumber, row, 'wrong-width', null, problem.message, mapping)
            continue
          }
          const outcome = read(row)
          if (outcome.outcome === 'facts') reading.writer.write(outcome.facts, rowOffset + rowNumber, parts)
          else if (outcome.outcome === 'skipped')
            reading.skipped.set(outcome.why, (reading.skipped.get(outcome.why) ?? 0) + 1)
          else {
            const { code, column, message } = outcome.rejection
            setAside(reading, table, rowNumber, row, code, column, message, mapping)
          }
        }
      },
      {
        ...(following.signal && { signal: following.signal }),
        onProgress: (share) =>
          following.onProgress?.(((index + share) / plan.tables.length) * 0.85, 'Reading rows'),
      },
    )
  }
}

function compileOrExplain(mapping: Mapping, columns: readonly string[]) {
  try {
    return compileRowReader(mapping, columns)
  } catch (error) {
    throw new Problem('MAPPING_INVALID', error instanceof Error ? error.message : String(error), {
      cause: error,
    })
  }
}

/** Puts a row into quarantine, redacted but for the columns mapped as ids. */
function setAside(
  reading: Reading,
  table: OpenedTable,
  rowNumber: number,
  cells: readonly string[],
  code: string,
  column: string | null,
  message: string,
  mapping?: Mapping,
): void {
  reading.counts.quarantined++
  if (reading.counts.quarantined > MOST_QUARANTINED) {
    throw new Problem(
      'MAPPING_INVALID',
      `More than ${MOST_QUARANTINED.toLocaleString('en')} rows could not be read (the first reason: ${message}) The mapping is probably wrong; nothing was imported.`,
    )
  }
  const ids = new Set(mapping?.columns.filter((one) => one.transform.as === 'id').map((one) => one.column))
  quarantineRow(reading.database, {
    importId: reading.importId,
    sheet: table.name,
    rowNumber,
    code,
    column,
    message: redact(message).text,
    columns: JSON.stringify(table.columns),
    cells: JSON.stringify(
      cells.map((cell, index) => (ids.has(table.columns[index] ?? '') ? cell : redact(cell).text)),
    ),
  })
}

function readDocument(reading: Reading, document: unknown, order: FileOrder, timeZone: string): void {
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

const skippedNames: Record<string, string> = {
  total: 'total',
  'repeated-header': 'repeated header',
  unanswered: 'unanswered survey',
}

function skippedWarnings(skipped: ReadonlyMap<string, number>): string[] {
  return [...skipped].flatMap(([why, n]) => {
    const name = skippedNames[why]
    return name ? [`${n} ${name} ${n === 1 ? 'row was' : 'rows were'} recognised as such and left out.`] : []
  })
}
