import { setTimeout as after } from 'node:timers/promises'
import type { Client } from '../../../engine/direct-client.ts'
import { starterPolicies } from '../../../shared/domain/policy.ts'
import { jobEnds, withEngine } from '../lib/engine-run.ts'
import { reportFigures } from '../lib/in-child.ts'

// Lets the clocks of the workspace argv[2] run out for everything from before the day argv[3] (whole days since 1970), with a small write every few
// milliseconds beside it: how long `status` takes before, what went, and how long the small writes waited.
const [workspace, day] = process.argv.slice(2) as [string, string]
const BETWEEN_MS = 5

await withEngine(workspace, async (client) => {
  const days = Math.floor(Date.now() / 86_400_000) - Number(day)
  await client.policy.adopt({
    document: {
      ...starterPolicies['small-team'],
      privacy: { lawfulBasis: 'assumed', retentionDays: { audio: days, transcripts: days, scores: days } },
    },
  })
  const { clocks } = await client.privacy.status()
  const status = await statusTimes(client)
  await reportFigures(async () => {
    const started = performance.now()
    const { jobId } = await client.privacy.expire()
    let isOver = false
    const ended = jobEnds(client, jobId).finally(() => (isOver = true))
    const waits: number[] = []
    while (!isOver) {
      // counted from when it would have been asked for, were the thread free
      const asked = performance.now() + BETWEEN_MS
      await after(BETWEEN_MS)
      await client.workspace.setPreferences({ fcrWindowDays: 7 })
      waits.push(performance.now() - asked)
    }
    await ended
    const tookMs = performance.now() - started
    return {
      due: clocks.map(({ due }) => due),
      status,
      tookMs,
      waits,
      left: await statusTimes(client),
    }
  })
})

async function statusTimes(client: Client): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < 5; round++) {
    const started = performance.now()
    await client.privacy.status()
    times.push(performance.now() - started)
  }
  return times
}
