import { usable } from './estimate.ts'
import { addSide, emptySide, spreadWithinGroups, type Side, type Stratum } from './group-comparison.ts'
import {
  candidateFrom,
  FEWEST_AGENTS_OF_A_GROUP,
  meanOf,
  measure,
  sideOf,
  type Candidate,
  type Measured,
  type Spread,
} from './group-candidate.ts'
import type { DriverFacts, GroupedAgent, Measurements, QueueSample } from './types.ts'

/** Everybody with a team, by team and by the work they share with others. */
interface Teams {
  teamOf: (agentId: string) => string | null
  peerGroupOf: (agentId: string) => string
  byTeam: Map<string, Measured[]>
  byPeerGroup: Map<string, Side>
  everyone: Side
  spread: Spread
}

function isEnough(strata: readonly Stratum[]): boolean {
  const count = (side: 'group' | 'rest') => strata.reduce((sum, stratum) => sum + stratum[side].count, 0)
  return count('group') >= FEWEST_AGENTS_OF_A_GROUP && count('rest') >= FEWEST_AGENTS_OF_A_GROUP
}

function without(all: Side, part: Side): Side {
  const rest = emptySide()
  addSide(rest, all)
  addSide(rest, part, -1)
  return rest
}

/** A team's members beside those of other teams in the same peer groups; null where these are too few. */
function amongPeers(facts: DriverFacts, teamId: string, teams: Teams): Candidate | null {
  const own = teams.byTeam.get(teamId)!
  const byWork = Map.groupBy(own, ({ unit }) => teams.peerGroupOf(unit.agentId))
  const compared: Measured[] = []
  const strata: Stratum[] = []
  for (const [peerGroupId, members] of byWork) {
    const group = sideOf(facts, members)
    const rest = without(teams.byPeerGroup.get(peerGroupId)!, group)
    if (rest.count === 0) continue
    strata.push({ group, rest })
    compared.push(...members)
  }
  if (!isEnough(strata)) return null
  const memberIds = compared.map(({ unit }) => unit.agentId)
  return candidateFrom(facts, { kind: 'team', id: teamId }, strata, true, teams.spread, memberIds)
}

/**
 * A team that is alone on its mix of work beside others on the queues it shares with them: everybody's distance from the others'
 * mean on the same queue. Null where too few share a queue.
 */
function onSharedQueues(
  facts: DriverFacts,
  queueSamples: readonly QueueSample[],
  teamId: string,
  teams: Teams,
): Candidate | null {
  const expected = new Map<string, number>()
  for (const [queueId, own] of Map.groupBy(queueSamples, (sample) => sample.queueId)) {
    const others = own.filter(({ agentId }) => teams.teamOf(agentId) !== teamId)
    if (others.length >= FEWEST_AGENTS_OF_A_GROUP && others.length < own.length)
      expected.set(queueId, meanOf(others.map(({ value }) => value)))
  }
  const onShared = queueSamples.filter(({ queueId }) => expected.has(queueId))
  if (onShared.length === 0) return null
  const onMix = (own: readonly QueueSample[], figureOf: (sample: QueueSample) => number) =>
    own.reduce((sum, sample) => sum + sample.n * figureOf(sample), 0) /
    own.reduce((sum, sample) => sum + sample.n, 0)
  const byAgent = Map.groupBy(onShared, ({ agentId }) => agentId)
  // What the others would have on the members' own mix: beside it the members' values are theirs as observed.
  const level = meanOf(
    [...byAgent]
      .filter(([agentId]) => teams.teamOf(agentId) === teamId)
      .map(([, own]) => onMix(own, ({ queueId }) => expected.get(queueId)!)),
  )
  const adjusted = [...byAgent].map(([agentId, own]) => ({
    agentId,
    queueId: '',
    n: own.reduce((sum, sample) => sum + sample.n, 0),
    isDrawn: own[0]!.isDrawn,
    value: level + onMix(own, ({ queueId, value }) => value - expected.get(queueId)!),
    withinSumOfSquares: own.reduce((sum, sample) => sum + sample.withinSumOfSquares, 0),
  }))
  const measured = measure(
    facts,
    adjusted,
    ({ value }) => value,
    ({ agentId }) => teams.teamOf(agentId)!,
  )
  const members = measured.filter(({ unit }) => unit.groupId === teamId)
  const group = sideOf(facts, members)
  const strata = [{ group, rest: without(sideOf(facts, measured), group) }]
  if (!isEnough(strata)) return null
  const spread = spreadWithinGroups(measured.map(({ unit }) => unit))
  const memberIds = members.map(({ unit }) => unit.agentId)
  return candidateFrom(facts, { kind: 'team', id: teamId }, strata, true, spread, memberIds)
}

/** A team beside all others, whatever they work on: no more than a hint. */
function besideEverybody(facts: DriverFacts, teamId: string, teams: Teams): Candidate | null {
  const own = teams.byTeam.get(teamId)!
  const group = sideOf(facts, own)
  const strata = [{ group, rest: without(teams.everyone, group) }]
  if (!isEnough(strata)) return null
  const memberIds = own.map(({ unit }) => unit.agentId)
  return candidateFrom(facts, { kind: 'team', id: teamId }, strata, false, teams.spread, memberIds)
}

/** Every team with four agents or more beside those it can be compared with. */
export function teamCandidates(
  { facts, samples, queueSamples }: Measurements,
  agents: ReadonlyMap<string, GroupedAgent>,
): Candidate[] {
  const teamOf = (agentId: string) => agents.get(agentId)?.teamId ?? null
  const peerGroupOf = (agentId: string) => agents.get(agentId)?.peerGroupId ?? ''
  const measured = measure(
    facts,
    samples.filter(({ agentId }) => teamOf(agentId) !== null),
    ({ adjusted }) => adjusted,
    ({ agentId }) => JSON.stringify([teamOf(agentId), peerGroupOf(agentId)]),
  )
  const byTeam = Map.groupBy(measured, ({ unit }) => teamOf(unit.agentId)!)
  if (byTeam.size < 2) return []
  const teams: Teams = {
    teamOf,
    peerGroupOf,
    byTeam,
    byPeerGroup: new Map(
      [...Map.groupBy(measured, ({ unit }) => peerGroupOf(unit.agentId))].map(([peerGroupId, own]) => [
        peerGroupId,
        sideOf(facts, own),
      ]),
    ),
    everyone: sideOf(facts, measured),
    spread: spreadWithinGroups(measured.map(({ unit }) => unit)),
  }
  const onQueues = usable(facts, queueSamples, ({ value }) => value).filter(
    ({ agentId }) => teamOf(agentId) !== null,
  )
  return [...byTeam].flatMap(([teamId, own]) => {
    if (own.length < FEWEST_AGENTS_OF_A_GROUP) return []
    const compared = amongPeers(facts, teamId, teams)
    if (compared !== null) return [compared]
    // Where queues are known, what no shared queue shows is theirs to answer: they are tested too.
    return (
      (onQueues.length > 0
        ? onSharedQueues(facts, onQueues, teamId, teams)
        : besideEverybody(facts, teamId, teams)) ?? []
    )
  })
}
