import { withEngine } from '../lib/engine-run.ts'

// From the start of the process to a ranked team, then an agent's page, then everybody, in the workspace argv[2].
await withEngine(process.argv[2]!, async (client) => {
  const team = (await client.people.teams())[0]!
  const { items } = await client.coaching.team({ teamIds: [team.id] })
  const toTeamMs = performance.now()
  const openings: number[] = []
  for (const { agent } of items) {
    const started = performance.now()
    await client.coaching.agent({ agentId: agent.id })
    openings.push(performance.now() - started)
  }
  const started = performance.now()
  const { agents } = await client.coaching.rank({})
  const figures = {
    toTeamMs,
    firstPageMs: openings[0]!,
    pageMs: openings.toSorted((a, b) => a - b)[Math.floor(openings.length / 2)]!,
    rankMs: performance.now() - started,
    agents: agents.length,
    withActions: agents.filter(({ actions }) => actions.length > 0).length,
    peakMb: process.resourceUsage().maxRSS / 1024,
  }
  process.stdout.write(
    `${JSON.stringify({ milliseconds: toTeamMs, processorMs: 0, peakMb: figures.peakMb, result: figures })}\n`,
  )
})
