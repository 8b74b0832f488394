import type {
  AgentInput,
  AgentSample,
  AssessmentInput,
  DriverFacts,
  DriverInput,
  DriverWeight,
} from '../../../engine/coaching/assessment/index.ts'

export function someFacts(overrides: Partial<DriverFacts> = {}): DriverFacts {
  return {
    driverId: 'question:greeting',
    kind: 'mean',
    polarity: 'higher',
    target: null,
    delta: 0.05,
    leastN: 5,
    coachability: 1,
    mayBePraised: true,
    ...overrides,
  }
}

export function aWeight(overrides: Partial<DriverWeight> = {}): DriverWeight {
  return { value: 0.1, low: 0.05, high: 0.15, basis: 'within', smallestWorthActing: 0.01, ...overrides }
}

export function anAgent(agentId: string, overrides: Partial<AgentInput> = {}): AgentInput {
  return { agentId, teamId: 'team', peerGroupId: 'voice', coaching: [], criticalFailures: [], ...overrides }
}

/** Observations with a standard deviation of 0.1 around the adjusted value. */
export function aSample(
  agentId: string,
  adjusted: number,
  overrides: Partial<AgentSample> = {},
): AgentSample {
  const n = overrides.n ?? 20
  return {
    agentId,
    n,
    drawn: null,
    raw: adjusted,
    adjusted,
    withinSumOfSquares: 0.01 * Math.max(0, n - 1),
    contactsPerWeek: 100,
    ...overrides,
  }
}

export function aDriver(samples: AgentSample[], overrides: Partial<DriverInput> = {}): DriverInput {
  return {
    facts: someFacts(),
    weight: aWeight(),
    samples,
    queueSamples: [],
    isScoredHere: false,
    ...overrides,
  }
}

export function anInput(agents: AgentInput[], drivers: DriverInput[]): AssessmentInput {
  return { windowDays: 28, agents, drivers }
}

/** Ids a0, a1, ... */
export function ids(count: number, prefix = 'a'): string[] {
  return Array.from({ length: count }, (_, i) => `${prefix}${i}`)
}
