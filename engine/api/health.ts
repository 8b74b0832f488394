import { agentGaps, bringBack, healthReport, setAside } from '../health/index.ts'
import { writingNotes } from '../quiet-writing.ts'
import { api } from './base.ts'

const ok = { ok: true as const }

export const healthApi = api.health.router({
  report: api.health.report.handler(({ context }) => healthReport(context)),
  agent: api.health.agent.handler(({ context, input }) => agentGaps(context, input.agentId, input.days)),
  setAside: api.health.setAside.handler(async ({ context, input }) => {
    await writingNotes(context, 'health', (database) => setAside(database, input.id, input.state))
    return ok
  }),
  bringBack: api.health.bringBack.handler(async ({ context, input }) => {
    await writingNotes(context, 'health', (database) => bringBack(database, input.id))
    return ok
  }),
})
