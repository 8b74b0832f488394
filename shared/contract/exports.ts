import { z } from 'zod'
import { isoDay, MOST_WINDOW_DAYS } from '../domain/time.ts'
import { call } from './base.ts'

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

const exportDone = z.object({
  directory: z.string(),
  files: z.array(
    z.object({ table: z.string(), fileName: z.string(), rows: z.number().int(), bytes: z.number().int() }),
  ),
})
export type ExportDone = z.infer<typeof exportDone>

export const exportsContract = {
  /**
   * Writes facts and results as files for those who analyse elsewhere: redacted texts only, and customers' pseudonyms only where asked for. Without a
   * folder they go into `exports` in the workspace's own; a door into which a page of a browser calls takes no other.
   */
  write: call
    .input(
      z.object({
        format: z.enum(['csv', 'parquet']),
        directory: z.string().optional(),
        tables: z.array(z.enum(exportTableNames)).min(1).optional(),
        withCustomers: z.boolean().default(false),
        /** The window of the ranking. */
        days: z.number().int().min(1).max(MOST_WINDOW_DAYS).optional(),
        to: isoDay.optional(),
      }),
    )
    .output(exportDone),
}
