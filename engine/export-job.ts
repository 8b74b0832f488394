import { z } from 'zod'
import { t } from '#speech'
import { exportOrder, type ExportDone, type ExportProgress } from '../shared/contract/exports.ts'
import type { EngineContext } from './context.ts'
import { writeExport } from './exports/index.ts'
import type { JobHandle } from './jobs/index.ts'
import { rankedWindow } from './ranked-window.ts'
import { countLeftOut, layGateOfExport, neededBasis } from './lawful-basis/index.ts'
import { openSnapshot } from './snapshot.ts'
import { stepsAsJob } from './steps-as-job.ts'

/** What an export is to hold, with its folder: the same when it is taken up again. */
export const exportPayload = exportOrder.extend({ directory: z.string() })
type ExportPayload = z.infer<typeof exportPayload>

/** Writes an export as a job. */
export function runExport(
  context: EngineContext,
  order: ExportPayload,
  handle: Pick<JobHandle, 'signal' | 'progress'>,
): Promise<ExportDone | null> {
  handle.progress(0, t`Ranking`)
  return stepsAsJob(exportOf(context, order), handle)
}

/**
 * The steps of an export, the last of which says what came of it. Everything is read of one moment: tables fit each other whatever is imported
 * meanwhile. The ranking is of the same moment, since nothing is written in between.
 */
export async function* exportOf(
  context: EngineContext,
  order: ExportPayload,
): AsyncGenerator<ExportProgress, void, void> {
  const { format, directory, withCustomers, tables } = order
  const snapshot = openSnapshot(context)
  try {
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
