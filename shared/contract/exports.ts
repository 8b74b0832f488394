import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { isoDay, MOST_WINDOW_DAYS } from '../domain/time.ts'
import { call } from './base.ts'
import { leftOut } from './lawful-basis.ts'

export const exportTableNames = [
  'agents',
  'contacts',
  'evaluations',
  'answers',
  'surveys',
  'shifts',
  'transcript_measures',
  'metric_values',
  'ranking',
] as const
export type ExportTableName = (typeof exportTableNames)[number]

export const exportDone = z.object({
  directory: z.string(),
  files: z.array(
    z.object({ table: z.string(), fileName: z.string(), rows: z.number().int(), bytes: z.number().int() }),
  ),
  /** Conversations whose evaluations, answers and measures are in none of the files. */
  leftOut,
})
export type ExportDone = z.infer<typeof exportDone>

/** What an export is to hold, and where its files go. */
export const exportOrder = z.object({
  format: z.enum(['csv', 'parquet']),
  directory: z.string().optional(),
  tables: z.array(z.enum(exportTableNames)).min(1).optional(),
  withCustomers: z.boolean().default(false),
  /** The window of the ranking. */
  days: z.number().int().min(1).max(MOST_WINDOW_DAYS).optional(),
  to: isoDay.optional(),
})

/** How far an export is (0..1), what was written last, and in the end what came of it. */
const exportProgress = z.object({ share: z.number(), step: z.string(), done: exportDone.nullable() })
export type ExportProgress = z.infer<typeof exportProgress>

export const exportsContract = {
  /**
   * Starts writing facts and results as files for those who analyse elsewhere, as a job: redacted texts only, and customers' pseudonyms only where asked
   * for. Without a folder they go into `exports` in the workspace's own; a door into which a page of a browser calls takes no other.
   */
  start: call.input(exportOrder).output(z.object({ jobId: z.number().int() })),
  /** What came of such a job; null until it is done, and where it did not come to that. */
  done: call.input(z.object({ jobId: z.number().int() })).output(exportDone.nullable()),
  /** The same without a job, which takes a workspace open for writing: whoever stops listening stops the export. */
  write: call.input(exportOrder).output(eventIterator(exportProgress)),
}
