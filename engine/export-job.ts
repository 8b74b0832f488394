import path from 'node:path'
import { z } from 'zod'
import { exportOrder, type ExportDone, type ExportProgress } from '../shared/contract/exports.ts'
import type { EngineContext } from './context.ts'
import { writeExport } from './exports/index.ts'
import type { JobHandle } from './jobs/index.ts'
import { readFactsRevision } from './metrics/index.ts'
import { rankedWindow } from './ranked-window.ts'
import { countLeftOut, layGateOfExport, neededBasis } from './lawful-basis/index.ts'
import { connect } from './store/index.ts'
import { DATABASE_NAME } from './workspace/index.ts'

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

/**
 * The steps of an export, the last of which says what came of it. Everything is read in one transaction on a connection of its own: tables fit each other
 * whatever is imported meanwhile, and nobody waits for it.
 */
export async function* exportOf(
  context: EngineContext,
  order: ExportPayload,
): AsyncGenerator<ExportProgress, void, void> {
  const { format, directory, withCustomers, tables } = order
  const snapshot = connect(path.join(context.workspaceDir, DATABASE_NAME), 'read')
  try {
    snapshot.raw.exec('BEGIN')
    // the first look fixes what is seen; the ranking is of the same moment, since nothing is written in between
    readFactsRevision(snapshot)
    const hidesUnknown = neededBasis(context.read) === 'required'
    layGateOfExport(snapshot, hidesUnknown)
    const leftOut = countLeftOut(snapshot, hidesUnknown)
    const ranked = rankedWindow(context, order)
    for await (const step of writeExport(snapshot, ranked, { format, directory, withCustomers, tables }))
      yield { ...step, done: step.done && { ...step.done, leftOut } }
  } finally {
    snapshot.raw.close()
  }
}
