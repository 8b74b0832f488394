import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as after } from 'node:timers/promises'
import type { Client } from '../../../engine/direct-client.ts'
import { jobEnds, withEngine } from '../lib/engine-run.ts'
import { reportFigures } from '../lib/in-child.ts'

// Looks for, exports and forgets one agent and one customer of the workspace argv[2], who is called argv[3]: milliseconds of each.
const [workspace, customer] = process.argv.slice(2) as [string, string]

await withEngine(workspace, async (client) => {
  const agentId = (await client.people.list({}))[0]!.id
  await reportFigures(async () => {
    const folder = (name: string) => path.join(path.dirname(workspace), `${path.basename(workspace)}-${name}`)
    const times: Record<string, number> = {}
    for (const [name, asked, subject] of [
      ['an agent', { agentId }, { personId: agentId }],
      ['a customer', { customer }, { customer }],
    ] as const) {
      const take = async (what: string, work: () => Promise<unknown>) => {
        const started = performance.now()
        await work()
        times[`${what}, ${name}`] = performance.now() - started
      }
      await take('look for', () => client.access.find(asked))
      await take('look for, again', () => client.access.find(asked))
      await take('export', () => written(client, { ...asked, directory: folder(name) }))
      await take('show what would go', () => client.privacy.preview({ subject }))
      const pauses = monitorEventLoopDelay({ resolution: 5 })
      pauses.enable()
      await take('forget', () => client.privacy.forget({ subject, why: 'Asked for by letter' }))
      // a pause is told by the first turn after it
      await after(20)
      pauses.disable()
      times[`others wait to read, ${name}`] = pauses.max / 1e6
      // the file is written anew before anybody else writes
      for (const { id, endedAt } of await client.jobs.list()) if (endedAt === null) await jobEnds(client, id)
    }
    return times
  })
})

async function written(client: Client, order: Parameters<Client['access']['write']>[0]): Promise<void> {
  for await (const { done } of await client.access.write(order)) if (done !== null) return
}
