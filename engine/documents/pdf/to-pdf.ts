import { Worker } from 'node:worker_threads'
import type { Block, DebriefDocument } from '../model.ts'

/** The worker stands beside this file, in the source and in the build. */
function workerUrl(): URL {
  return new URL(`write-pdf.worker.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url)
}

/** Sound is not printed: it need not travel. */
function withoutSound(blocks: readonly Block[]): Block[] {
  return blocks.map((block) => {
    if (block.kind === 'audio') return { ...block, data: new Uint8Array() }
    if (block.kind === 'section') return { ...block, blocks: withoutSound(block.blocks) }
    if (block.kind === 'columns')
      return {
        ...block,
        columns: block.columns.map((column) => ({ ...column, blocks: withoutSound(column.blocks) })),
      }
    return block
  })
}

/** The document as PDF, set in a thread of its own. Throws the signal's reason when it is aborted. */
export function toPdf(document: DebriefDocument, signal?: AbortSignal): Promise<Buffer> {
  return new Promise<Buffer>((resolve, reject) => {
    signal?.throwIfAborted()
    const order: DebriefDocument = { ...document, blocks: withoutSound(document.blocks) }
    const worker = new Worker(workerUrl(), { workerData: order })
    const stop = () => end(() => reject(signal!.reason as Error))
    const end = (settle: () => void) => {
      signal?.removeEventListener('abort', stop)
      settle()
      void worker.terminate()
    }
    signal?.addEventListener('abort', stop, { once: true })
    worker.once('message', (pdf: Uint8Array) => end(() => resolve(Buffer.from(pdf))))
    worker.once('error', (error) => end(() => reject(error)))
    worker.once('exit', () => end(() => reject(new Error('The thread that sets pages ended too early.'))))
  })
}
