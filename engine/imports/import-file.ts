import path from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { plural, t } from '#speech'
import type { ImportReport } from '../../shared/contract/imports.ts'
import { dayOfNumber } from '../../shared/domain/time.ts'
import { createAffectedDays, type AffectedDays } from '../affected-days.ts'
import { writable, type EngineContext } from '../context.ts'
import { dayFinder } from '../days.ts'
import { leaveOutDeleted } from '../erasing/index.ts'
import { redact } from '../language/index.ts'
import { newestIdentity } from '../people/index.ts'
import { asProblem, Problem } from '../problem.ts'
import { begin, commit, rollback, setCache, type WritableDatabase } from '../store/index.ts'
import { untiedRemarks } from '../interactions/index.ts'
import { readPreferences } from '../workspace/index.ts'
import { customerKey } from './customer-key.ts'
import { identifyFile, isUntouched, type FileIdentity } from './file-identity.ts'
import type { FileOrder, ImportFollowing } from './import-order.ts'
import { placeOf } from './place.ts'
import { estimateRows, planImport, settlePlan, warningsOf } from './import-plan.ts'
import { finishImport, insertImport, writeWarnings } from './imports.store.ts'
import { readDocument, readTables, skippedWarnings, type Reading } from './read-rows.ts'
import { FileProblem, openFile, type OpenedFile } from './readers/index.ts'
import { keepRecording, sourceOfAudio } from './keep-recording.ts'
import { factKinds } from '../fact-kinds.ts'
import { refreshInPieces } from './refresh.ts'
import { shownName, withShownName } from './shown-name.ts'
import { ensureSource, rememberMapping } from './sources.store.ts'
import { tableSignature } from './table-mapping.ts'
import { createCustomerHasher } from './writing/customer-hash.ts'
import { createRowWriter } from './writing/row-writer.ts'

function emptyReport(name: string): ImportReport {
  return {
    file: shownName(name),
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
    begin(database)
    try {
      const affected = createAffectedDays()
      const identitiesBefore = newestIdentity(database)
      const reports: ImportReport[] = []
      for (const [index, order] of orders.entries()) {
        const onProgress = (share: number, step: string) =>
          following.onProgress?.((index + share * 0.9) / orders.length, step)
        reports.push(
          await importInSavepoint(context, database, order, { ...following, onProgress }, affected),
        )
        following.signal?.throwIfAborted()
      }
      following.onProgress?.(0.95, t`Bringing figures up to date`)
      const importIds = reports.flatMap(({ importId }) => (importId === null ? [] : [importId]))
      leaveOut(database, reports, affected, context.now())
      // other calls get their turn between the pieces
      const pieces = refreshInPieces(database, affected, context.now(), { importIds, identitiesBefore })
      while (!pieces.next().done) await breathe()
      remarkUntied(database, reports)
      following.signal?.throwIfAborted()
      await following.beforeCommit?.(database, reports)
      commit(database)
      following.onProgress?.(1, t`Done`)
      return reports
    } catch (error) {
      rollback(database)
      throw error
    } finally {
      database.raw.pragma('synchronous = FULL')
      setCache(database, 'usual')
    }
  })
}

async function importInSavepoint(
  context: EngineContext,
  database: WritableDatabase,
  order: FileOrder,
  following: ImportFollowing,
  affected: AffectedDays,
): Promise<ImportReport> {
  database.raw.exec('SAVEPOINT file')
  try {
    following.onProgress?.(0, t`Opening`)
    const identity = await identifyFile(order.path)
    const opened = await openFile(order.path)
    const own = createAffectedDays()
    const report = await importOpened(context, database, { order, opened, identity }, following, own)
    if (!(await isUntouched(order.path, identity)))
      throw new FileProblem(
        'changed',
        t`"${{ name: path.basename(order.name) }}" changed while it was being read, so nothing of it was imported; try again when it is complete.`,
      )
    database.raw.exec('RELEASE file')
    affected.addAll(own)
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
      error: withShownName(
        error instanceof FileProblem ? error.message : asProblem(error)!.message,
        order.name,
      ),
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
  affected: AffectedDays,
): Promise<ImportReport> {
  const { order, opened, identity } = file
  const plan = await settlePlan(planImport(database, order, opened), following)
  const ensured = ensureSource(database, {
    name: plan.sourceName,
    timeZone: plan.timeZone,
    now: context.now(),
  })
  const sourceId = (opened.form === 'recording' ? sourceOfAudio(database, identity.sha256) : null) ?? ensured
  const key = customerKey(database)
  const mappings = plan.tables.map(({ chosen }) => chosen.mapping)
  const importId = insertImport(database, {
    sourceId,
    kind: plan.kind,
    vendor: plan.vendor,
    confidence: plan.confidence,
    fileName: shownName(order.name),
    // only rows of tables are ever read again; where a recording lies is kept with it
    filePath: opened.form === 'table' || opened.form === 'document' ? order.keptPath : null,
    place: await placeOf(order, opened, key),
    fileSha256: identity.sha256,
    fileBytes: identity.bytes,
    mappings: JSON.stringify(
      plan.tables.map(({ table, chosen }) => ({ sheet: table.name, mapping: chosen.mapping })),
    ),
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
    customerHash: createCustomerHasher(key),
    affected,
  })
  const reading: Reading = {
    database,
    importId,
    writer,
    counts: { read: 0, added: 0, updated: 0, unchanged: 0, quarantined: 0 },
    skipped: new Map(),
    warnings: warningsOf(plan),
  }
  if (opened.form === 'table')
    await readTables(reading, plan, { path: order.path, bytes: identity.bytes, customerKey: key }, following)
  else if (opened.form === 'recording') {
    reading.counts.read++
    writer.writeRecording({ ...opened, sha256: identity.sha256, facts: order.recording ?? null }, 1)
  } else if (opened.form === 'transcripts') {
    for (const [index, transcript] of opened.transcripts.entries()) {
      reading.counts.read++
      writer.writeTranscript(transcript, index + 1)
      reading.warnings.push(...transcript.warnings.map((warning) => redact(warning).text))
    }
  } else readDocument(reading, opened.document, order, plan.timeZone)
  const today = dayFinder(readPreferences(database).timeZone)(context.now())
  following.onProgress?.(0.9, t`Sorting it in`)
  await breathe()
  const written = writer.finish()
  if (opened.form === 'recording') await keepRecording(context, database, file, sourceId)
  const rows = {
    ...reading.counts,
    added: written.added,
    updated: written.updated,
    unchanged: written.unchanged,
  }
  const warnings = [
    ...new Set([
      ...reading.warnings,
      ...skippedWarnings(reading.skipped),
      ...futureWarnings(affected, today),
    ]),
  ].map((warning) => withShownName(warning, order.name))
  finishImport(database, importId, {
    rows,
    facts: JSON.stringify(written.facts),
    warnings: JSON.stringify(warnings),
  })
  return {
    file: shownName(order.name),
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

/** A date beyond tomorrow is a slip of the pen more often than a plan, and it would move every window. */
function futureWarnings(affected: AffectedDays, today: number): string[] {
  const latest = affected.newest()
  return latest !== null && latest > today + 1
    ? [
        t`Some rows lie in the future, up to ${{ day: dayOfNumber(latest) }}: check their dates, since windows end at the newest data.`,
      ]
    : []
}

/** Leaves out what was deleted before, file by file, and says so. */
function leaveOut(
  database: WritableDatabase,
  reports: readonly ImportReport[],
  affected: AffectedDays,
  now: number,
): void {
  for (const report of reports) {
    if (report.importId === null) continue
    const count = leaveOutDeleted(database, [report.importId], affected, now)
    if (count === 0) continue
    report.warnings.push(
      t`${plural({ count }, { one: '# entry was', other: '# entries were' })} left out: what ${plural({ count }, { one: 'it is', other: 'they are' })} about was deleted here, and does not come back.`,
    )
    writeWarnings(database, report.importId, JSON.stringify(report.warnings))
  }
}

/** Says of what was not put with the recording or the transcript beside it why. */
function remarkUntied(database: WritableDatabase, reports: readonly ImportReport[]): void {
  const importIds = reports.flatMap(({ importId, kind }) =>
    importId !== null && (kind === 'recordings' || kind === 'transcripts') ? [importId] : [],
  )
  const remarks = untiedRemarks(database, importIds, factKinds.transcripts.code)
  for (const report of reports) {
    const remark = report.importId === null ? undefined : remarks.get(report.importId)
    if (remark === undefined) continue
    report.warnings.push(remark)
    writeWarnings(database, report.importId!, JSON.stringify(report.warnings))
  }
}
