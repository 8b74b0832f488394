import { withEngine } from '../lib/engine-run.ts'

// Opens the workspace argv[2], asks for data health, the heat map, a driver and what moves the outcome, then computes all shares.
const workspace = process.argv[2]!
const result = await withEngine(workspace, async (client) => {
  const timed = async <Result>(work: () => Promise<Result>) => {
    const started = performance.now()
    const value = await work()
    return { value, ms: performance.now() - started }
  }
  const health = await timed(() => client.health.report())
  const overview = await timed(() => client.patterns.overview({}))
  const again = await timed(() => client.patterns.overview({}))
  const driverId = overview.value.drivers[0]!.id
  const driver = await timed(() => client.patterns.driver({ driverId }))
  const cell = overview.value.cells.find(({ group }) => group.kind === 'team')!
  const behind = await timed(() =>
    client.patterns.conversations({ driverId: cell.driverId, group: { kind: 'team', key: cell.group.key } }),
  )
  const moves = await timed(() => client.patterns.whatMoves({}))
  const shares = await timed(async () => {
    const { jobId } = await client.patterns.computeShares({})
    for (;;) {
      const job = (await client.jobs.list()).find(({ id }) => id === jobId)!
      if (job.state === 'done') return (await client.patterns.shares()).kept!
      if (job.state !== 'queued' && job.state !== 'running') throw new Error(job.error ?? job.state)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })
  return {
    healthMs: health.ms,
    overviewMs: overview.ms,
    againMs: again.ms,
    driverMs: driver.ms,
    behindMs: behind.ms,
    movesMs: moves.ms,
    sharesMs: shares.ms,
    drivers: overview.value.drivers.length,
    cells: overview.value.cells.length,
    flags: overview.value.cells.filter(({ compared }) => compared?.isFlagged).length,
    withShares: shares.value.drivers.length,
    agents: overview.value.agents,
  }
})
process.stdout.write(`${JSON.stringify({ milliseconds: 0, processorMs: 0, peakMb: 0, result })}\n`)
