import type { EngineContext } from '../context.ts'
import { agentGaps, bringBack, healthReport, setAside } from '../health/index.ts'
import { writingQuietly } from '../quiet-writing.ts'
import type { WritableDatabase } from '../store/index.ts'
import { api } from './base.ts'

const ok = { ok: true as const }

/** No figure rests on what was set aside. */
async function noted(context: EngineContext, task: (database: WritableDatabase) => void): Promise<typeof ok> {
  await writingQuietly(context, task)
  context.events.emit({ type: 'data.changed', topics: ['health'], job: null })
  return ok
}

export const healthApi = api.health.router({
  report: api.health.report.handler(({ context }) => healthReport(context)),
  agent: api.health.agent.handler(({ context, input }) => agentGaps(context, input.agentId, input.days)),
  setAside: api.health.setAside.handler(({ context, input }) =>
    noted(context, (database) => setAside(database, input.id, input.state)),
  ),
  bringBack: api.health.bringBack.handler(({ context, input }) =>
    noted(context, (database) => bringBack(database, input.id)),
  ),
})
