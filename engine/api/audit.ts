import { auditHead, auditPage, exportAudit, verifyAudit } from '../governance/index.ts'
import { api } from './base.ts'
import { reachable } from './reachable.ts'

export const auditApi = api.audit.router({
  head: api.audit.head.handler(({ context }) => auditHead(context)),
  list: api.audit.list.handler(({ context, input }) => auditPage(context, input)),
  verify: api.audit.verify.handler(({ context, input }) => verifyAudit(context, input.heads)),
  export: api.audit.export.handler(({ context, input }) =>
    exportAudit(context, reachable(context, input.file, 'the audit log', 'debrief audit export')),
  ),
})
