import { bundle, diagnose, writeCrashReport } from '../observing/index.ts'
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
  pageStalled: api.diagnostics.pageStalled.handler(({ context, input: { ms } }) => {
    context.log({ event: 'page-stalled', ms })
    return null
  }),
})
