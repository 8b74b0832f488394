import { z } from 'zod'
import { isoDay, MOST_WINDOW_DAYS } from '../domain/time.ts'
import { call } from './base.ts'

/** What is reported: a team's week for whoever coaches it, or all teams for whoever decides. */
const reportOrder = z.object({
  kind: z.enum(['weekly', 'director']),
  format: z.enum(['html', 'pdf']),
  /** Of a weekly report; everybody where it is left out. */
  teamId: z.number().int().optional(),
  /** The last day of the period; the newest day of data where it is left out. */
  to: isoDay.optional(),
  days: z.number().int().min(1).max(MOST_WINDOW_DAYS).optional(),
  paper: z.enum(['A4', 'Letter']).default('A4'),
})
export type ReportOrder = z.infer<typeof reportOrder>

/** A file that was made; its bytes as base64, which every door carries alike. */
const reportFile = z.object({ fileName: z.string(), mimeType: z.string(), base64: z.base64() })
export type ReportFile = z.infer<typeof reportFile>

export const reportsContract = {
  write: call.input(reportOrder).output(reportFile),
}
