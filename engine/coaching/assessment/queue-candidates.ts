import { usable } from './estimate.ts'
import { badness } from './gap.ts'
import { spreadWithinGroups } from './group-comparison.ts'
import {
  candidateFrom,
  FEWEST_AGENTS_OF_A_GROUP,
  meanOf,
  measure,
  sideOf,
  type Candidate,
  type Measured,
} from './group-candidate.ts'
import type { DriverFacts, GroupedAgent, Measurements, QueueSample } from './types.ts'

/** What an agent did on all queues. */
interface Total {
  n: number
  sum: number
  withinSumOfSquares: number
  queues: number
}

function totalsByAgent(samples: readonly QueueSample[]): Map<string, Total> {
  const totals = new Map<string, Total>()
  for (const { agentId, n, value, withinSumOfSquares } of samples) {
    let total = totals.get(agentId)
    if (!total) totals.set(agentId, (total = { n: 0, sum: 0, withinSumOfSquares: 0, queues: 0 }))
    total.n += n
    total.sum += n * value
    total.withinSumOfSquares += withinSumOfSquares
    total.queues++
  }
  return totals
}

/** Each agent's other queues as one unit. `own`: the samples of the queue that is left out. */
function withoutQueue(totals: ReadonlyMap<string, Total>, own: readonly QueueSample[]): QueueSample[] {
  const onQueue = new Map(own.map((sample) => [sample.agentId, sample]))
  const isDrawn = own.some((sample) => sample.isDrawn)
  return [...totals].flatMap(([agentId, total]) => {
    const left = onQueue.get(agentId)
    if (left && total.queues === 1) return []
    const n = total.n - (left?.n ?? 0)
    return {
      agentId,
      queueId: '',
      n,
      isDrawn,
      value: (total.sum - (left ? left.n * left.value : 0)) / n,
      withinSumOfSquares: Math.max(0, total.withinSumOfSquares - (left?.withinSumOfSquares ?? 0)),
    }
  })
}

/** Agents who work on a queue and elsewhere are their own measure: what follows them everywhere is not the queue's. */
function differenceToOwnOthers(
  facts: DriverFacts,
  onQueue: readonly Measured[],
  elsewhere: readonly Measured[],
): number | null {
  const others = new Map(elsewhere.map(({ unit, reported }) => [unit.agentId, reported]))
  const differences = onQueue.flatMap(({ unit, reported }) => {
    const other = others.get(unit.agentId)
    return other === undefined ? [] : [badness(facts.polarity, reported) - badness(facts.polarity, other)]
  })
  return differences.length >= FEWEST_AGENTS_OF_A_GROUP ? meanOf(differences) : null
}

/** Every queue with four agents or more beside what agents do elsewhere. */
export function queueCandidates(
  { facts, queueSamples }: Measurements,
  agents: ReadonlyMap<string, GroupedAgent>,
): Candidate[] {
  const samples = usable(facts, queueSamples, ({ value }) => value).filter(({ agentId }) =>
    agents.has(agentId),
  )
  const byQueue = Map.groupBy(samples, ({ queueId }) => queueId)
  if (byQueue.size < 2) return []
  const totals = totalsByAgent(samples)
  const measured = measure(
    facts,
    samples,
    ({ value }) => value,
    ({ queueId }) => queueId,
  )
  const spread = spreadWithinGroups(measured.map(({ unit }) => unit))
  const candidates: Candidate[] = []
  for (const [queueId, own] of byQueue) {
    if (own.length < FEWEST_AGENTS_OF_A_GROUP) continue
    const rest = measure(
      facts,
      withoutQueue(totals, own),
      ({ value }) => value,
      () => '',
    )
    if (rest.length < FEWEST_AGENTS_OF_A_GROUP) continue
    const members = measured.filter(({ unit }) => unit.groupId === queueId)
    const memberIds = own
      .filter(({ agentId, n }) => n >= totals.get(agentId)!.n / 2)
      .map(({ agentId }) => agentId)
    const group = { kind: 'queue', id: queueId } as const
    candidates.push(
      candidateFrom(
        facts,
        group,
        [{ group: sideOf(facts, members), rest: sideOf(facts, rest) }],
        true,
        spread,
        memberIds,
        differenceToOwnOthers(facts, members, rest),
      ),
    )
  }
  return candidates
}
