import { t } from '#speech'
import { writable } from '../context.ts'
import { bundle, diagnose, removeCrashReports, writeCrashReport } from '../observing/index.ts'
import { Problem } from '../problem.ts'
import { api } from './base.ts'

export const diagnosticsApi = api.diagnostics.router({
  get: api.diagnostics.get.handler(({ context }) => diagnose(context)),
  bundle: api.diagnostics.bundle.handler(({ context }) => bundle(context)),
  pageCrashed: api.diagnostics.pageCrashed.handler(({ context, input: { fault } }) => {
    const incidentId = writeCrashReport(context.workspaceDir, {
      where: 'page',
      how: 'thrown',
      fault,
      pid: null,
    })
    context.log({ event: 'crashed', incidentId, where: 'page' })
    return { incidentId }
  }),
  removeCrash: api.diagnostics.removeCrash.handler(({ context, input: { incidentId } }) => {
    writable(context)
    if (removeCrashReports(context.workspaceDir, incidentId) === 0)
      throw new Problem('NOT_FOUND', t`That crash report is not there any more.`)
    return null
  }),
  removeCrashes: api.diagnostics.removeCrashes.handler(({ context }) => {
    writable(context)
    return { removed: removeCrashReports(context.workspaceDir, null) }
  }),
  pageStalled: api.diagnostics.pageStalled.handler(({ context, input: { ms } }) => {
    context.log({ event: 'page-stalled', ms })
    return null
  }),
})
