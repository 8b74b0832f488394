import { parentPort, workerData } from 'node:worker_threads'
import { Problem } from '../../problem.ts'
import { FileProblem, fileProblem, openFile } from '../readers/index.ts'
import { speakingIn } from '../../speaking-in.ts'
import { compileRowReader } from '../rows/index.ts'
import { createCustomerHasher } from '../writing/customer-hash.ts'
import { buffersOf, createPacker } from './packed-rows.ts'
import { readBatch } from './row-sink.ts'
import type { RowsOrder, RowsWord } from './worker-words.ts'

// Reads the rows of one table into facts beside the thread that writes them. It holds no database: a file and a mapping come in,
// packed batches go out, a few ahead of what the writer has taken.

const MOST_AHEAD = 4
const port = parentPort!
const order = workerData as RowsOrder

let ahead = 0
let goOn: (() => void) | undefined
port.on('message', () => {
  ahead--
  goOn?.()
})

const say = (word: RowsWord, buffers: ArrayBuffer[] = []) => port.postMessage(word, buffers)

try {
  await speakingIn(order.language, readTable)
  say({ says: 'done' })
} catch (error) {
  say({ says: 'failed', ...told(error) })
} finally {
  port.close()
}

async function readTable(): Promise<void> {
  const opened = await openFile(order.path)
  const table = opened.form === 'table' ? opened.tables[order.tableIndex] : undefined
  if (!table || table.columns.join('\n') !== order.columns.join('\n'))
    throw fileProblem('changed', order.path)
  const { read } = compileRowReader(order.mapping, table.columns, order.filePeriod)
  const customerHash = createCustomerHasher(Buffer.from(order.customerKey))
  await table.rows(
    (batch) => {
      const packer = createPacker(batch.rows.length, customerHash)
      readBatch(read, batch, packer)
      const packed = packer.packed()
      say({ says: 'batch', batch: packed }, buffersOf(packed))
      if (++ahead < MOST_AHEAD) return undefined
      return new Promise((resolve) => (goOn = resolve))
    },
    { onProgress: (share) => say({ says: 'progress', share }) },
  )
}

/** An error as it can travel: its class is lost on the way. */
function told(error: unknown): Omit<RowsWord & { says: 'failed' }, 'says'> {
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  const code = (error as { code?: unknown }).code
  return {
    kind: error instanceof FileProblem ? 'file' : error instanceof Problem ? 'problem' : 'other',
    code: typeof code === 'string' ? code : null,
    message,
    stack: stack ?? null,
  }
}
