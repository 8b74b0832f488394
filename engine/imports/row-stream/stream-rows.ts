import { Worker } from 'node:worker_threads'
import type { Mapping } from '../../../shared/domain/import-kinds.ts'
import type { ErrorCode } from '../../../shared/contract/errors.ts'
import { Problem } from '../../problem.ts'
import { languageAtHand } from '../../speaking-in.ts'
import { FileProblem, type FileProblemCode, type OpenedTable } from '../readers/index.ts'
import { compileRowReader } from '../rows/index.ts'
import type { Period } from '../values/periods.ts'
import { unpackInto } from './packed-rows.ts'
import { readBatch, type RowSink } from './row-sink.ts'
import type { RowsOrder, RowsWord } from './worker-words.ts'

/** When rows are read in a thread of their own, and what it runs; tests let it pay for a handful of rows. */
export interface ReadingThread {
  fromBytes: number
  url: URL
}

/** From this size on a second thread pays: below it the rows are read before the thread has started. */
const USUAL: ReadingThread = { fromBytes: 8_000_000, url: workerUrl() }

/** One table of a file, and how it is read. */
export interface RowsToRead {
  path: string
  bytes: number
  tableIndex: number
  table: OpenedTable
  mapping: Mapping
  /** The period of figures whose rows name none. */
  filePeriod: Period | null
  customerKey: Buffer
}

/** Lets the caller follow and stop the reading. */
interface Following {
  signal?: AbortSignal
  onProgress?: (share0to1: number) => void
}

/**
 * Reads every row of a table into `sink`, facts in the order of the file. Large files are read in a thread of their own, so
 * that reading and writing go on side by side; what arrives is the same, and where no thread can be started they are read here. Throws FileProblem as `OpenedTable.rows`,
 * `MAPPING_INVALID` for a mapping that cannot be used, and the signal's reason when aborted.
 */
export async function streamRows(
  rows: RowsToRead,
  sink: RowSink,
  following: Following,
  thread: ReadingThread = USUAL,
): Promise<void> {
  const read = compileOrExplain(rows)
  const isDone = rows.bytes >= thread.fromBytes && (await streamFromWorker(rows, sink, following, thread.url))
  if (!isDone) await rows.table.rows((batch) => readBatch(read, batch, sink), following)
}

function compileOrExplain({ mapping, table, filePeriod }: RowsToRead) {
  try {
    return compileRowReader(mapping, table.columns, filePeriod).read
  } catch (error) {
    throw new Problem('MAPPING_INVALID', error instanceof Error ? error.message : String(error), {
      cause: error,
    })
  }
}

/** The worker stands beside this file, in the source and in the build. */
function workerUrl(): URL {
  const suffix = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  return new URL(`read-rows.worker.${suffix}`, import.meta.url)
}

/** False where no thread could be started, and so nothing was read. */
async function streamFromWorker(
  { path, tableIndex, table, mapping, filePeriod, customerKey }: RowsToRead,
  sink: RowSink,
  { signal, onProgress }: Following,
  url: URL,
): Promise<boolean> {
  signal?.throwIfAborted()
  const language = languageAtHand()
  const order: RowsOrder = {
    path,
    tableIndex,
    columns: table.columns,
    mapping,
    filePeriod,
    customerKey,
    language,
  }
  // rows live no longer than their batch: a small nursery is emptied more often and takes less memory
  const worker = new Worker(url, {
    workerData: order,
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
  })
  let stop: (() => void) | undefined
  let hasSpoken = false
  try {
    return await new Promise<boolean>((resolve, reject) => {
      stop = () => reject(signal?.reason as Error)
      signal?.addEventListener('abort', stop)
      worker.on('error', (error) => (hasSpoken ? reject(error) : resolve(false)))
      worker.on('exit', () => reject(new Error('The reading thread ended before its file did.')))
      worker.on('message', (word: RowsWord) => {
        hasSpoken = true
        try {
          take(word)
        } catch (error) {
          reject(error)
        }
      })

      function take(word: RowsWord): void {
        switch (word.says) {
          case 'batch':
            unpackInto(sink, word.batch)
            worker.postMessage('taken')
            return
          case 'progress':
            onProgress?.(word.share)
            return
          case 'done':
            resolve(true)
            return
          case 'failed':
            reject(errorOf(word))
        }
      }
    })
  } finally {
    if (stop) signal?.removeEventListener('abort', stop)
    await worker.terminate()
  }
}

/** The error as it was thrown on the other side. */
function errorOf(word: RowsWord & { says: 'failed' }): Error {
  // the codes come from the closed lists of these two classes, over there as here
  if (word.kind === 'file') return new FileProblem(word.code as FileProblemCode, word.message)
  if (word.kind === 'problem') return new Problem(word.code as ErrorCode, word.message)
  const error = new Error(word.message)
  if (word.stack !== null) error.stack = word.stack
  return word.code === null ? error : Object.assign(error, { code: word.code })
}
