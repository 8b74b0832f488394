import type {
  AgentInput,
  AgentSample,
  AssessmentInput,
  DriverInput,
  QueueSample,
} from '../../../engine/coaching/assessment/index.ts'
import { standardise, momentsOf, type StratumSums } from '../../../engine/statistics/index.ts'
import type { Random } from './random.ts'

/** What is true of one agent on one driver, known only to the simulation. */
export interface Truth {
  agentId: string
  driverId: string
  /** Own level, without what the team's process takes off. */
  personal: number
  /** Room to the peers' true better quarter that is the agent's own, 0 or more. */
  personalGap: number
  /** Outcome points per week if the personal gap closed, times coachability. */
  attainableGain: number
  isUnderSystemicProblem: boolean
}

export interface PlantedWorld {
  input: AssessmentInput
  truths: Map<string, Truth>
  deltas: Map<string, number>
  /** Team or queue id and driver of the two planted process problems. */
  planted: { groupId: string; driverId: string }[]
  /**
   * Everything a finding may truly name: the planted ones, and queues that are harder than the rest by more
   * than delta.
   */
  systemic: { groupId: string; driverId: string }[]
}

export const truthKey = (agentId: string, driverId: string) => `${agentId} ${driverId}`

const TEAMS = 3
const AGENTS_PER_TEAM = 16
const QUESTIONS = 8
const MEASURES = 4
const SHARE_WITH_A_PROBLEM = 0.12
const QUEUES = ['billing', 'orders', 'technical'] as const

interface PlantedDriver {
  driverId: string
  kind: 'proportion' | 'mean'
  level: number
  usualSpread: number
  problemSize: [number, number]
  noise: number
  delta: number
  weight: number
  coachability: number
  /** What each queue adds for everybody (measures only). */
  queueEffects: Record<string, number>
}

function plantDrivers(random: Random): PlantedDriver[] {
  const questions = Array.from({ length: QUESTIONS }, (_, i): PlantedDriver => ({
    driverId: `question:${i}`,
    kind: 'proportion',
    level: 0.72 + 0.22 * random.uniform(),
    usualSpread: 0.03,
    problemSize: [0.2, 0.45],
    noise: 0,
    delta: 0.05,
    weight: 0.04 + 0.12 * random.uniform(),
    coachability: 0.6 + 0.4 * random.uniform(),
    queueEffects: {},
  }))
  const measures = Array.from({ length: MEASURES }, (_, i): PlantedDriver => ({
    driverId: `measure:${i}`,
    kind: 'mean',
    level: 0.6 + 0.2 * random.uniform(),
    usualSpread: 0.02,
    problemSize: [0.08, 0.2],
    noise: 0.2,
    delta: 0.02,
    weight: 0.1 + 0.2 * random.uniform(),
    coachability: 0.5 + 0.4 * random.uniform(),
    queueEffects: Object.fromEntries(QUEUES.map((queue) => [queue, random.normal(0, 0.05)])),
  }))
  return [...questions, ...measures]
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))

function betterQuarter(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(0.75 * (sorted.length - 1))] ?? 0
}

/** Queues on which a driver is truly lower for everybody, by more than delta, than on the other queues. */
function harderQueues(driver: PlantedDriver, badQueue: { groupId: string; driverId: string }) {
  const effectOf = (queueId: string) =>
    (driver.queueEffects[queueId] ?? 0) -
    (queueId === badQueue.groupId && driver.driverId === badQueue.driverId ? 0.2 : 0)
  return QUEUES.filter((queueId) => {
    const others = QUEUES.filter((other) => other !== queueId)
    const rest = others.reduce((sum, other) => sum + effectOf(other), 0) / others.length
    return rest - effectOf(queueId) > driver.delta
  }).map((groupId) => ({ groupId, driverId: driver.driverId }))
}

/**
 * A centre of 3 teams of 16 on three queues, 12 drivers (8 questions with 3-12 evaluations, 4 measures with
 * 40-160 contacts), all "higher is better". Most agents are fine, one in eight is far off on a driver; one
 * driver is pulled down for a whole team by its process, one for a whole queue. Queues differ in difficulty
 * and agents in their queues. Weights reach the ranking with an error of 30%.
 */
export function plantWorld(random: Random): PlantedWorld {
  const planted = plantDrivers(random)
  const agents = Array.from({ length: TEAMS * AGENTS_PER_TEAM }, (_, i): AgentInput => ({
    agentId: `agent-${String(i).padStart(2, '0')}`,
    teamId: `team-${Math.floor(i / AGENTS_PER_TEAM)}`,
    peerGroupId: 'voice',
    coaching: [],
    criticalFailures: [],
  }))
  const badTeam = {
    groupId: `team-${random.integer(0, TEAMS - 1)}`,
    driverId: `question:${random.integer(0, QUESTIONS - 1)}`,
  }
  const badQueue = {
    groupId: QUEUES[random.integer(0, QUEUES.length - 1)]!,
    driverId: `measure:${random.integer(0, MEASURES - 1)}`,
  }
  const mixes = new Map(
    agents.map(({ agentId }) => {
      const shares = QUEUES.map(() => random.uniform() ** 2)
      const total = shares.reduce((sum, share) => sum + share, 0)
      return [agentId, shares.map((share) => share / total)]
    }),
  )
  const mainQueueOf = (agentId: string) => QUEUES.find((_, q) => (mixes.get(agentId)?.[q] ?? 0) >= 0.5)
  const truths = new Map<string, Truth>()
  const contactsPerWeek = new Map(agents.map(({ agentId }) => [agentId, random.integer(60, 180)]))

  const drivers = planted.map((driver): DriverInput => {
    const personals = agents.map(() => {
      const usual = random.normal(driver.level, driver.usualSpread)
      const hasProblem = random.uniform() < SHARE_WITH_A_PROBLEM
      const [smallest, largest] = driver.problemSize
      const problem = hasProblem ? smallest + (largest - smallest) * random.uniform() : 0
      return driver.kind === 'proportion' ? clamp(usual - problem, 0.02, 0.995) : usual - problem
    })
    const benchmark = betterQuarter(personals)
    agents.forEach(({ agentId, teamId }, i) => {
      const personal = personals[i]!
      const personalGap = Math.max(0, benchmark - personal)
      truths.set(truthKey(agentId, driver.driverId), {
        agentId,
        driverId: driver.driverId,
        personal,
        personalGap,
        attainableGain: personalGap * driver.weight * contactsPerWeek.get(agentId)! * driver.coachability,
        isUnderSystemicProblem:
          (teamId === badTeam.groupId && driver.driverId === badTeam.driverId) ||
          (mainQueueOf(agentId) === badQueue.groupId && driver.driverId === badQueue.driverId),
      })
    })

    let samples: AgentSample[]
    let queueSamples: QueueSample[] = []
    if (driver.kind === 'proportion') {
      samples = agents.map(({ agentId, teamId }, i) => {
        const isPulledDown = teamId === badTeam.groupId && driver.driverId === badTeam.driverId
        const n = random.integer(3, 12)
        const share = random.passes(n, clamp(personals[i]! - (isPulledDown ? 0.3 : 0), 0.02, 0.995)) / n
        return {
          agentId,
          n,
          drawn: null,
          raw: share,
          adjusted: share,
          withinSumOfSquares: 0,
          contactsPerWeek: contactsPerWeek.get(agentId)!,
        }
      })
    } else {
      const cells: StratumSums[] = agents.flatMap(({ agentId }, i) => {
        const contacts = random.integer(40, 160)
        return QUEUES.map((queueId, q) => {
          const n = Math.round(contacts * (mixes.get(agentId)?.[q] ?? 0))
          const isPulledDown = queueId === badQueue.groupId && driver.driverId === badQueue.driverId
          const level = personals[i]! + (driver.queueEffects[queueId] ?? 0) - (isPulledDown ? 0.2 : 0)
          let sum = 0
          let sumOfSquares = 0
          for (let contact = 0; contact < n; contact++) {
            const value = random.normal(level, driver.noise)
            sum += value
            sumOfSquares += value * value
          }
          return { agentId, queueId, reason: null, channel: 'voice', n, sum, sumOfSquares }
        })
      })
      samples = [...standardise(cells, () => 'voice')].map(([agentId, own]) => ({
        agentId,
        n: own.n,
        drawn: null,
        raw: own.raw,
        adjusted: own.adjusted,
        withinSumOfSquares: own.withinSumOfSquares,
        contactsPerWeek: contactsPerWeek.get(agentId)!,
      }))
      queueSamples = cells
        .filter(({ n }) => n > 0)
        .map((cell) => {
          const { mean, withinSumOfSquares } = momentsOf(cell)
          return {
            agentId: cell.agentId,
            queueId: cell.queueId ?? '',
            n: cell.n,
            isDrawn: false,
            value: mean ?? 0,
            withinSumOfSquares,
          }
        })
    }
    const seen = driver.weight * Math.exp(random.normal(0, 0.3))
    return {
      facts: {
        driverId: driver.driverId,
        kind: driver.kind,
        polarity: 'higher',
        target: null,
        delta: driver.delta,
        leastN: 5,
        coachability: driver.coachability,
        mayBePraised: true,
      },
      weight: { value: seen, low: 0.4 * seen, high: 1.6 * seen, basis: 'within', smallestWorthActing: 0.01 },
      samples,
      queueSamples,
      isScoredHere: false,
    }
  })
  return {
    input: { windowDays: 28, agents, drivers },
    truths,
    deltas: new Map(planted.map(({ driverId, delta }) => [driverId, delta])),
    planted: [badTeam, badQueue],
    systemic: [badTeam, ...planted.flatMap((driver) => harderQueues(driver, badQueue))],
  }
}
