import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { plural, t } from '#speech'
import type { FileReference, FileToImport, ImportReport } from '../../shared/contract/imports.ts'
import type { EngineContext } from '../context.ts'
import { asProblem } from '../problem.ts'
import type { WritableDatabase } from '../store/index.ts'
import { describeRecordings, sidecarReport } from './describe-recordings.ts'
import { collectFiles } from './collect-files.ts'
import { importBatch } from './import-file.ts'
import type { FileOrder, ImportFollowing } from './import-order.ts'
import { shownName, withShownName } from './shown-name.ts'
import type { Uploads } from './uploads.ts'

/** Small files share a transaction, and with it the work of bringing figures up to date. */
const BATCH_BYTES = 16_000_000
const BATCH_FILES = 400

/** Where a referenced file lies. Uploads that are gone: `NOT_FOUND`. */
export function locate(
  uploads: Uploads,
  reference: FileReference,
): { path: string; name: string; keptPath: string | null } {
  if ('path' in reference)
    return { path: reference.path, name: path.basename(reference.path), keptPath: reference.path }
  const upload = uploads.find(reference.uploadId)
  return { ...upload, keptPath: null }
}

/** The single files a request stands for: folders are walked, what was said of a folder holds for its files. */
export async function expandOrders(uploads: Uploads, files: readonly FileToImport[]): Promise<FileOrder[]> {
  const orders: FileOrder[] = []
  for (const file of files) {
    const place = locate(uploads, file.reference)
    const said = {
      ...(file.kind && { kind: file.kind }),
      ...(file.source && { source: file.source }),
      ...(file.timeZone && { timeZone: file.timeZone }),
      ...(file.mappings && { mappings: file.mappings }),
    }
    if (place.keptPath === null) orders.push({ ...place, ...said })
    else
      for (const one of await collectFiles([place.path])) {
        const isSame = one === place.path
        const name = isSame ? place.name : path.relative(path.dirname(place.path), one)
        orders.push({ path: one, name, keptPath: one, ...said })
      }
  }
  return orders
}

interface Batch {
  orders: FileOrder[]
  bytes: number
}

async function batches(orders: readonly FileOrder[]): Promise<Batch[]> {
  const result: Batch[] = []
  for (const order of orders) {
    const bytes = await stat(order.path).then(
      (entry) => entry.size,
      () => 0,
    )
    const last = result.at(-1)
    if (last && last.bytes + bytes <= BATCH_BYTES && last.orders.length < BATCH_FILES) {
      last.orders.push(order)
      last.bytes += bytes
    } else result.push({ orders: [order], bytes })
  }
  return result
}

/**
 * Imports files one batch after the other. `done` are the reports an earlier attempt kept (their files are not read again); `keep` is
 * called with each batch, in its transaction. A problem of the workspace itself (full disk) is told for every file of its batch.
 */
export async function importFiles(
  context: EngineContext,
  orders: readonly FileOrder[],
  following: ImportFollowing & {
    done?: readonly ImportReport[]
    keep?: (reports: ImportReport[], database?: WritableDatabase) => Promise<void>
  },
): Promise<ImportReport[]> {
  const done = following.done ?? []
  // all of them, also those an earlier attempt has done: together they tell what the rest are
  const batch = randomUUID()
  const described = await describeRecordings(
    context,
    orders.map((order) => ({ ...order, batch })),
    following.signal,
  )
  const sidecars = described.describing.map(sidecarReport)
  const reports: ImportReport[] = [
    ...done,
    ...sidecars.filter(({ file }) => !done.some((report) => report.file === file)),
  ]
  const parts = await batches(notDone(described.orders, done))
  const total = Math.max(
    1,
    parts.reduce((sum, part) => sum + part.bytes + 1, 0),
  )
  let before = 0
  for (const part of parts) {
    const share = (part.bytes + 1) / total
    const start = before
    const names =
      part.orders.length === 1
        ? shownName(part.orders[0]!.name)
        : t`${plural({ files: part.orders.length }, { one: '# file', other: '# files' })}`
    const found = await importBatchOrReport(context, part.orders, {
      ...(following.signal && { signal: following.signal }),
      onProgress: (progress, step) => following.onProgress?.(start + progress * share, `${step}: ${names}`),
      beforeCommit: (database, found) => following.keep?.([...reports, ...found], database),
    })
    reports.push(...found)
    before += share
  }
  return reports
}

/** The files no report speaks of; a folder may have got others since. Names that differ in what is not shown count as one, in their order. */
function notDone(orders: readonly FileOrder[], reports: readonly ImportReport[]): FileOrder[] {
  const done = new Map<string, number>()
  for (const { file } of reports) done.set(file, (done.get(file) ?? 0) + 1)
  return orders.filter((order) => {
    const name = shownName(order.name)
    const times = done.get(name) ?? 0
    if (times > 0) done.set(name, times - 1)
    return times === 0
  })
}

/** A workspace problem is told in the report of every file of the batch, so that none of them looks imported. */
async function importBatchOrReport(
  context: EngineContext,
  orders: readonly FileOrder[],
  following: ImportFollowing,
): Promise<ImportReport[]> {
  try {
    return await importBatch(context, orders, following)
  } catch (error) {
    const problem = following.signal?.aborted ? undefined : asProblem(error)
    if (!problem) throw error
    return orders.map((order) => ({
      file: shownName(order.name),
      kind: null,
      source: null,
      confidence: null,
      rows: { read: 0, added: 0, updated: 0, unchanged: 0, quarantined: 0 },
      mapping: [],
      warnings: [],
      importId: null,
      error: withShownName(problem.message, order.name),
    }))
  }
}
