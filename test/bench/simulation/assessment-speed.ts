import { assess, type AgentInput, type DriverInput } from '../../../engine/coaching/assessment/index.ts'
import { randomFrom, type Random } from './random.ts'

export interface SpeedReport {
  agents: number
  drivers: number
  peersPerGroup: number
  /** Wall clock and processor time of one assessment, the median of three. */
  wallMs: number
  processorMs: number
}

function aDriver(random: Random, index: number, agents: readonly AgentInput[]): DriverInput {
  const isShare = index % 2 === 0
  const samplesOf = () =>
    agents.map(({ agentId }) => {
      const n = random.integer(1, 30)
      const level = isShare ? Math.min(1, Math.max(0, random.normal(0.8, 0.1))) : random.normal(10, 2)
      const adjusted = isShare ? random.passes(n, level) / n : random.normal(level, 3 / Math.sqrt(n))
      return {
        agentId,
        n,
        drawn: null,
        raw: adjusted,
        adjusted,
        withinSumOfSquares: 9 * (n - 1),
        contactsPerWeek: 100,
      }
    })
  return {
    facts: {
      driverId: `driver-${index}`,
      kind: isShare ? 'proportion' : 'mean',
      polarity: 'higher',
      target: null,
      delta: isShare ? 0.05 : 0.5,
      leastN: 5,
      coachability: 1,
      mayBePraised: true,
    },
    weight: { value: 0.08, low: 0.04, high: 0.12, basis: 'within', smallestWorthActing: 0.01 },
    samples: samplesOf(),
    queueSamples: [],
    isScoredHere: false,
  }
}

/** Assesses generated agents in teams of 16, half of the drivers shares. */
export function measureAssessment(
  agentCount: number,
  driverCount: number,
  peersPerGroup: number,
): SpeedReport {
  const random = randomFrom(1)
  const agents = Array.from({ length: agentCount }, (_, i): AgentInput => ({
    agentId: `agent-${i}`,
    teamId: `team-${Math.floor(i / 16)}`,
    peerGroupId: `peers-${Math.floor(i / peersPerGroup)}`,
    coaching: [],
    criticalFailures: [],
  }))
  const drivers = Array.from({ length: driverCount }, (_, index) => aDriver(random, index, agents))
  const runs = [1, 2, 3].map(() => {
    const startedAt = performance.now()
    const processor = process.cpuUsage()
    assess({ windowDays: 28, agents, drivers })
    const { user, system } = process.cpuUsage(processor)
    return { wallMs: performance.now() - startedAt, processorMs: (user + system) / 1000 }
  })
  const median = (values: number[]) => values.toSorted((a, b) => a - b)[1] ?? 0
  return {
    agents: agentCount,
    drivers: driverCount,
    peersPerGroup,
    wallMs: median(runs.map(({ wallMs }) => wallMs)),
    processorMs: median(runs.map(({ processorMs }) => processorMs)),
  }
}
