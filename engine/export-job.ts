import { z } from 'zod'
import { exportOrder, type ExportDone, type ExportProgress } from '../shared/contract/exports.ts'
import type { EngineContext } from './context.ts'
import { writeExport } from './exports/index.ts'
import type { JobHandle } from './jobs/index.ts'
import { rankedWindow } from './ranked-window.ts'

/** What an export is to hold, with its folder: the same when it is taken up again. */
export const exportPayload = exportOrder.extend({ directory: z.string() })
type ExportPayload = z.infer<typeof exportPayload>

/** Writes an export as a job. Cancelling rejects with the signal's reason, and then nothing of it is left. */
export async function runExport(
  context: EngineContext,
  order: ExportPayload,
  handle: Pick<JobHandle, 'signal' | 'progress'>,
): Promise<ExportDone | null> {
  handle.progress(0, 'Ranking')
  // leaving the loop early ends the export, which puts things back
  for await (const { share, step, done } of exportOf(context, order)) {
    if (done) return done
    handle.progress(share, step)
    handle.signal.throwIfAborted()
  }
  return null
}

/** The steps of an export, the last of which says what came of it. */
export function exportOf(context: EngineContext, order: ExportPayload): AsyncGenerator<ExportProgress> {
  const { format, directory, withCustomers, tables } = order
  return writeExport(context.read, rankedWindow(context, order), {
    format,
    directory,
    withCustomers,
    tables,
  })
}
