import type { Client } from '../../../engine/direct-client.ts'
import { withEngine } from '../lib/engine-run.ts'

// Prepares and opens sessions of ranked actions in the workspace argv[2], each on another agent, with the ranking there: at once, and with a note typed and
// committed in between. Milliseconds of `prepare` and `get` together, and of `write` alone.
const SESSIONS = 20

async function openedMs(
  client: Client,
  agentId: number,
  driverId: string,
): Promise<{ id: number; ms: number }> {
  const started = performance.now()
  const { id } = await client.sessions.prepare({ agentIds: [agentId], driverId })
  await client.sessions.get({ id })
  return { id, ms: performance.now() - started }
}

await withEngine(process.argv[2]!, async (client) => {
  const { agents } = await client.coaching.rank({})
  const chosen = agents.filter(({ actions }) => actions.length > 0).slice(0, SESSIONS)
  const opened: number[] = []
  const typed: number[] = []
  const again: number[] = []
  for (const { agent, actions } of chosen) {
    const { id, ms } = await openedMs(client, agent.id, actions[0]!.driver.id)
    opened.push(ms)
    const startedTyping = performance.now()
    await client.sessions.write({ id, sharedNotes: 'Asks before she passes on.' })
    typed.push(performance.now() - startedTyping)
    const startedAgain = performance.now()
    await client.sessions.get({ id })
    again.push(performance.now() - startedAgain)
  }
  const figures = { agents: agents.length, opened, typed, again }
  process.stdout.write(
    `${JSON.stringify({ milliseconds: 0, processorMs: 0, peakMb: process.resourceUsage().maxRSS / 1024, result: figures })}\n`,
  )
})
