import { rankedWindow } from '../ranked-window.ts'
import { writeReport } from '../reports/index.ts'
import { api } from './base.ts'

export const reportsApi = api.reports.router({
  write: api.reports.write.handler(({ context, input }) => {
    const now = rankedWindow(context, input)
    const { to, days } = now.gathered.window
    return writeReport(context, input, { now, weekBefore: rankedWindow(context, { to: to - 7, days }) })
  }),
})
