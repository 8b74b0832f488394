import { centralInterval } from '../../statistics/index.ts'
import { benchmarkFor, type Benchmark } from './benchmark.ts'
import {
  estimateBoth,
  estimatePeers,
  isDrawn,
  standingEstimates,
  takesDrawn,
  usable,
  type Estimate,
} from './estimate.ts'
import { observationsToSettle } from './evidence-needed.ts'
import { followUpFor } from './follow-up.ts'
import { freshnessOf } from './freshness.ts'
import { gapAgainst, type Gap } from './gap.ts'
import { asReviewersSeeIt } from './reviewers-view.ts'
import { findSystemic, type FoundIn } from './systemic.ts'
import { rankAgent, rankTeam } from './team-list.ts'
import { probabilityOfTopTenth, topTenthStart } from './top-tenth.ts'
import type {
  AgentInput,
  AgentSample,
  Assessment,
  AssessmentInput,
  DriverAssessment,
  DriverInput,
  DriverStatus,
  DriverWeight,
  SystemicFinding,
} from './types.ts'

const SURE = 0.8
const UNLIKELY = 0.2

/** How an agent of a flagged group is judged: as one of that group, against its own mean. */
interface OwnGroup {
  estimates: Map<string, Estimate>
  /** Mean of the members' posterior means. */
  mean: number
}

/**
 * No measurable link: a weight at or below zero, or one that is surely smaller than worth acting on. A pin
 * overrules the bound.
 */
export function hasLink({ value, high, basis, smallestWorthActing }: DriverWeight): boolean {
  return value > 0 && (basis === 'pinned' || high >= smallestWorthActing)
}

function ownGroupOf(driver: DriverInput, finding: SystemicFinding): OwnGroup {
  const members = new Set(finding.memberIds)
  const everyone = usable(driver.facts, driver.samples, ({ adjusted }) => adjusted)
  const peers = everyone.filter(({ agentId }) => members.has(agentId))
  const estimates = estimatePeers(driver.facts, peers, everyone)
  return {
    estimates: new Map(estimates.map((estimate) => [estimate.sample.agentId, estimate])),
    mean: estimates.reduce((sum, { posterior }) => sum + posterior.mean, 0) / Math.max(1, estimates.length),
  }
}

/** Against the group's own mean a band has one side: the one the group is out on. */
function gapInGroup({ facts }: DriverInput, estimate: Estimate, group: OwnGroup): Gap {
  const { polarity, delta } = facts
  if (typeof polarity !== 'object') return gapAgainst(estimate.posterior, polarity, group.mean, delta)
  const side = group.mean < polarity.low ? 'higher' : 'lower'
  return gapAgainst(estimate.posterior, side, group.mean, delta)
}

function statusOf(
  ordinary: Gap,
  inGroup: Gap | null,
  hasBenchmark: boolean,
  isLinked: boolean,
  hasLeastN: boolean,
): DriverStatus {
  if (!hasBenchmark) return 'not-enough-evidence'
  if (ordinary.probabilityOfGap < UNLIKELY) return 'on-track'
  if (!isLinked) return 'no-link'
  if (inGroup !== null) return inGroup.probabilityOfGap >= SURE && hasLeastN ? 'proposed' : 'systemic'
  return ordinary.probabilityOfGap >= SURE && hasLeastN ? 'proposed' : 'not-enough-evidence'
}

/** Everything about one agent on one driver; the arithmetic of section 5 in its order. */
function assessOne(
  driver: DriverInput,
  agent: AgentInput,
  ordinary: Estimate,
  benchmark: Benchmark,
  ownGroup: OwnGroup | null,
  topTenth: number | null,
  windowWeeks: number,
  leftOut: AgentSample | null,
): DriverAssessment {
  const { facts, weight } = driver
  const { sample } = ordinary
  // what is drawn is never counted together with what was imported: it has to tell it alone
  const moreNeeded = (more: number | null) =>
    more !== null && driver.isScoredHere && sample.drawn === null
      ? Math.ceil(more + sample.n - (leftOut?.n ?? 0))
      : more
  const hasBenchmark = benchmark.value !== null
  const none: Gap = { benchmark: 0, gap: 0, expectedGap: 0, probabilityOfGap: 0 }
  const ordinaryGap =
    benchmark.value === null
      ? none
      : gapAgainst(ordinary.posterior, facts.polarity, benchmark.value, facts.delta)
  const groupEstimate = ownGroup?.estimates.get(agent.agentId)
  const groupGap =
    ownGroup === null || groupEstimate === undefined ? null : gapInGroup(driver, groupEstimate, ownGroup)
  const hasLeastN = sample.n >= facts.leastN
  const status = statusOf(ordinaryGap, groupGap, hasBenchmark, hasLink(weight), hasLeastN)

  // A member of a flagged group is shown as it is judged: against its own group.
  const isJudgedInGroup = groupGap !== null && (status === 'proposed' || status === 'systemic')
  const estimate = isJudgedInGroup && groupEstimate !== undefined ? groupEstimate : ordinary
  const gap = isJudgedInGroup ? groupGap : ordinaryGap
  const freshness = freshnessOf(agent.coaching.find(({ driverId }) => driverId === facts.driverId))
  const gainPerWeek = gap.expectedGap * Math.max(0, weight.value) * Math.max(0, sample.contactsPerWeek)
  const topProbability =
    hasLeastN && facts.mayBePraised ? probabilityOfTopTenth(facts.polarity, topTenth, ordinary) : 0
  return {
    driverId: facts.driverId,
    status,
    n: sample.n,
    drawn: sample.drawn?.observed ?? null,
    leftOut,
    raw: sample.raw,
    adjusted: ordinary.adjusted,
    posterior: { mean: estimate.posterior.mean, ...centralInterval(estimate.posterior) },
    peerMean: estimate.peerMean,
    peerCount: estimate.peerCount,
    priorBasis: estimate.priorBasis,
    benchmark: hasBenchmark ? gap.benchmark : null,
    benchmarkBasis: isJudgedInGroup ? 'group' : benchmark.basis,
    gap: gap.gap,
    expectedGap: gap.expectedGap,
    probabilityOfGap: gap.probabilityOfGap,
    reliability: estimate.reliability,
    weight,
    contactsPerWeek: sample.contactsPerWeek,
    coachability: facts.coachability,
    freshness,
    gainPerWeek,
    priority: gainPerWeek * facts.coachability * freshness,
    evaluationsNeeded:
      status === 'not-enough-evidence' && hasBenchmark
        ? moreNeeded(
            observationsToSettle(gap, facts.delta, estimate.observationVariance, facts.leastN - sample.n),
          )
        : null,
    probabilityOfTopTenth: topProbability,
    isPraised: topProbability >= SURE,
    followUp:
      status === 'proposed'
        ? followUpFor(gap.gap, estimate.observationVariance, sample.n / windowWeeks)
        : null,
    tiedWith: [],
  }
}

/** Samples of one kind, drawn or not, with their estimates; and on which estimate every agent stands. */
interface OfOneKind {
  driver: DriverInput
  estimates: ReadonlyMap<string, Estimate>
  standing: ReadonlyMap<string, Estimate>
  /** What there is of the other kind. */
  others: ReadonlyMap<string, Estimate>
}

/** A driver's drawn reviews and everything else as two drivers: they are compared with their own kind only. */
function ofEachKind(driver: DriverInput, peerGroupOf: (agentId: string) => string): OfOneKind[] {
  const both = estimateBoth(driver.facts, driver.samples, peerGroupOf)
  const standing = standingEstimates(driver.facts, both, peerGroupOf)
  if (both.drawn.size === 0) return [{ driver, estimates: both.others, standing, others: both.drawn }]
  const only = (wantsDrawn: boolean) => ({
    ...driver,
    samples: driver.samples.filter((sample) => isDrawn(sample) === wantsDrawn),
    queueSamples: driver.queueSamples.filter((sample) => sample.isDrawn === wantsDrawn),
  })
  return [
    { driver: only(true), estimates: both.drawn, standing, others: both.others },
    { driver: only(false), estimates: both.others, standing, others: both.drawn },
  ]
}

/** A finding as it is told: of what groups are compared on where that shows it, as every screen does; else it says of which reviews it is. */
function toldFindings(found: readonly FoundIn[], drivers: readonly DriverInput[]): SystemicFinding[] {
  const wantsDrawn = new Map(drivers.map(({ facts, samples }) => [facts.driverId, takesDrawn(samples)]))
  const isOfUsual = ({ driver, finding }: FoundIn) =>
    driver.samples.some(isDrawn) === wantsDrawn.get(finding.driverId)
  const keyOf = ({ finding: { driverId, group } }: FoundIn) => `${driverId} ${group.kind} ${group.id}`
  const usual = new Set(found.filter(isOfUsual).map(keyOf))
  return found.flatMap((one) => {
    if (isOfUsual(one)) return one.finding
    return usual.has(keyOf(one))
      ? []
      : { ...one.finding, onlyIn: one.driver.samples.some(isDrawn) ? 'drawn' : 'others' }
  })
}

/** The finding an agent is judged under: of several, the one with the largest difference. */
function findingsByAgent(findings: readonly SystemicFinding[]): Map<string, SystemicFinding> {
  const byAgent = new Map<string, SystemicFinding>()
  for (const finding of findings) {
    for (const agentId of finding.memberIds) {
      const known = byAgent.get(agentId)
      if (known === undefined || finding.difference > known.difference) byAgent.set(agentId, finding)
    }
  }
  return byAgent
}

/**
 * Sections 3 and 5 over one window: every agent on every driver they have data for, what is systemic, who may
 * be praised, and the team list. Agents without data come out with empty lists and 'not-enough-evidence';
 * samples of agents that are not among `agents` are ignored. Pure: same input, same output, in a stable
 * order.
 */
export function assess(input: AssessmentInput): Assessment {
  const agents = new Map(input.agents.map((agent) => [agent.agentId, agent]))
  const peerGroupOf = (agentId: string) => agents.get(agentId)?.peerGroupId ?? ''
  const isKnown = ({ agentId }: { agentId: string }) => agents.has(agentId)
  const windowWeeks = Math.max(1, input.windowDays) / 7
  const drivers = input.drivers.map((driver) => ({ ...driver, samples: driver.samples.filter(isKnown) }))
  const kinds = drivers.flatMap((driver) => ofEachKind(driver, peerGroupOf))
  const estimatesOf = new Map(kinds.map(({ driver, estimates }) => [driver, estimates]))
  const found = findSystemic(
    kinds.map(({ driver }) => driver),
    agents,
    (driver) => estimatesOf.get(driver)!,
  )

  const assessed = new Map<string, DriverAssessment[]>(input.agents.map(({ agentId }) => [agentId, []]))
  for (const { driver, estimates, standing, others } of kinds) {
    const own = found.filter((one) => one.driver === driver).map(({ finding }) => finding)
    const findings = findingsByAgent(own)
    const groups = new Map(own.map((finding) => [finding, ownGroupOf(driver, finding)]))
    const peerSets = Map.groupBy(estimates.values(), ({ sample }) => peerGroupOf(sample.agentId))
    for (const peers of peerSets.values()) {
      const benchmark = benchmarkFor(driver.facts, peers)
      const topTenth = topTenthStart(driver.facts.polarity, peers)
      for (const estimate of peers) {
        const { agentId } = estimate.sample
        if (standing.get(agentId) !== estimate) continue
        const finding = findings.get(agentId)
        const ownGroup = finding === undefined ? null : (groups.get(finding) ?? null)
        const agent = agents.get(agentId)!
        const leftOut = others.get(agentId)?.sample ?? null
        assessed
          .get(agentId)!
          .push(assessOne(driver, agent, estimate, benchmark, ownGroup, topTenth, windowWeeks, leftOut))
      }
    }
  }
  const facts = new Map(drivers.map((driver) => [driver.facts.driverId, driver.facts]))
  const askedByPeople = input.askedByPeople ?? new Map<string, string[]>()
  const seen = (agentId: string) => asReviewersSeeIt(assessed.get(agentId)!, facts, askedByPeople)
  return {
    agents: rankTeam(input.agents.map((agent) => rankAgent(agent, seen(agent.agentId)))),
    systemic: toldFindings(found, drivers),
  }
}
