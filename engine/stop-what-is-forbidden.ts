import { z } from 'zod'
import { mayGoTo, policyInForce } from './governance/index.ts'
import { readRecordingPreferences } from './recordings/index.ts'
import type { EngineServices } from './services.ts'
import { tellEverything } from './tell-everything.ts'

const judging = z.object({ host: z.string() })
const transcribing = z.object({
  server: z.object({ address: z.string() }).optional(),
  modelPath: z.string().optional(),
  isByItself: z.boolean().optional(),
})

/** After another policy was put in force: what is under way or waits and may not be done any more stops, and pages look again. */
export async function afterPolicy(context: EngineServices): Promise<void> {
  for (const { id, kind, state } of context.jobs.list())
    if (
      (state === 'running' || state === 'queued' || state === 'paused') &&
      isForbidden(context, kind, context.jobs.payload(id))
    )
      await context.jobs.cancel(id)
  tellEverything(context)
  context.events.emit({ type: 'data.changed', topics: ['policy', 'approvals'], job: null })
}

function isForbidden(context: EngineServices, kind: string, payload: unknown): boolean {
  const { document } = policyInForce(context.read)
  if (kind === 'judge') return !mayGoTo(document, 'score', judging.parse(payload).host)
  if (kind !== 'transcribe') return false
  const { transcribe } = document.automation
  const { server, modelPath, isByItself } = transcribing.parse(payload)
  if (transcribe === 'off' || (transcribe === 'asked' && isByItself)) return true
  const preferred = readRecordingPreferences(context.read).server
  const used = server ?? (modelPath === undefined && preferred?.isOn ? preferred : null)
  return used !== null && !mayGoTo(document, 'transcribe', new URL(used.address).host)
}
