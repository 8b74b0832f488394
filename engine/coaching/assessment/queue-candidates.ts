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
import type { AgentInput, DriverFacts, DriverInput, QueueSample } from './types.ts'

/** Each agent's other queues as one unit. */
function withoutQueue(samples: readonly QueueSample[], queueId: string): QueueSample[] {
  const others = Map.groupBy(
    samples.filter((sample) => sample.queueId !== queueId),
    ({ agentId }) => agentId,
  )
  return [...others].map(([agentId, own]) => {
    const n = own.reduce((sum, sample) => sum + sample.n, 0)
    return {
      agentId,
      queueId: '',
      n,
      value: own.reduce((sum, sample) => sum + sample.n * sample.value, 0) / n,
      withinSumOfSquares: own.reduce((sum, sample) => sum + sample.withinSumOfSquares, 0),
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
  { facts, queueSamples }: DriverInput,
  agents: ReadonlyMap<string, AgentInput>,
): Candidate[] {
  const samples = usable(facts, queueSamples, ({ value }) => value).filter(({ agentId }) =>
    agents.has(agentId),
  )
  const byQueue = Map.groupBy(samples, ({ queueId }) => queueId)
  if (byQueue.size < 2) return []
  const totals = new Map<string, number>()
  for (const { agentId, n } of samples) totals.set(agentId, (totals.get(agentId) ?? 0) + n)
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
      withoutQueue(samples, queueId),
      ({ value }) => value,
      () => '',
    )
    if (rest.length < FEWEST_AGENTS_OF_A_GROUP) continue
    const members = measured.filter(({ unit }) => unit.groupId === queueId)
    const memberIds = own
      .filter(({ agentId, n }) => n >= (totals.get(agentId) ?? 0) / 2)
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
