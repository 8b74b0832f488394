import path from 'node:path'
import { t } from '#speech'
import { dayOfNumber } from '../../shared/domain/time.ts'
import { dayFinder } from '../days.ts'
import { auditHead, auditPage, exportAudit, verifyAudit } from '../governance/index.ts'
import { readPreferences } from '../workspace/index.ts'
import { api } from './base.ts'
import { reachable } from './reachable.ts'

export const auditApi = api.audit.router({
  head: api.audit.head.handler(({ context }) => auditHead(context)),
  list: api.audit.list.handler(({ context, input }) => auditPage(context, input)),
  verify: api.audit.verify.handler(({ context, input }) => verifyAudit(context, input.heads)),
  export: api.audit.export.handler(({ context, input: { file } }) => {
    if (file !== null)
      return exportAudit(context, {
        file: reachable(context, file, t`the audit log`, 'debrief audit export'),
      })
    const today = dayFinder(readPreferences(context.read).timeZone)(context.now())
    return exportAudit(context, { folder: path.dirname(context.workspaceDir), day: dayOfNumber(today) })
  }),
})
