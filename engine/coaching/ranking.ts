import type {
  AgentState,
  AssessedDriver,
  Coverage,
  Evidence,
  MustAddress,
  RankedAgent,
  Ranking,
  Strength,
  SystemicFinding as SystemicView,
} from '../../shared/contract/coaching.ts'
import { plural, t } from '#speech'
import type { MetricDefinition } from '../../shared/domain/metric-definition.ts'
import { mayRank } from '../governance/index.ts'
import { isReviewed, restsOn } from '../metrics/index.ts'
import { askedAs, starterScorecard } from '../quality/index.ts'
import type { ReadableDatabase } from '../store/index.ts'
import {
  assess,
  coachAnew,
  estimateBoth,
  withoutRanking,
  type AgentAssessment,
  type Assessment,
  type DriverAssessment,
  type Estimate,
  type Estimates,
} from './assessment/index.ts'
import { findEvidence, findFailureEvidence } from './evidence/moments.ts'
import { coverageOf } from './gathering/coverage.ts'
import { leavePersonOut } from './gathering/others-mean.ts'
import { gather, withCoachings, type Gathered } from './gathering/gather.ts'
import { driverFacts } from './gathering/measures.ts'
import { actionSentence, strengthSentence, systemicSentence, watchSentence } from './sentences.ts'
import { asDayRange, windowEnding } from './window.ts'

/** A window gathered and assessed: what every coaching screen is made from. */
export interface RankedWindow {
  gathered: Gathered
  assessment: Assessment
  coverage: Coverage
  /** False where the policy keeps ranking off: then people and what they do are by name, and nothing is proposed. */
  isRanked: boolean
  /** A person's estimate of a driver in the window before, of drawn reviews or of everything else, worked out when it is first asked for. */
  before: (personId: number, driverId: string, wantsDrawn: boolean) => Estimate | undefined
}

/**
 * Ranks everybody over the window of `days` ending on day number `to`. The one place that asks the policy: where it keeps ranking off, no order, no place and
 * no proposal leaves here.
 */
export function rankWindow(database: ReadableDatabase, to: number, days: number): RankedWindow {
  const gathered = gather(database, windowEnding(to, days))
  const askedByPeople = humanCounterparts(gathered.definitions.values())
  const assessed = assess({ ...gathered.input, askedByPeople })
  leavePersonOut(assessed, gathered.groupOf)
  const isRanked = mayRank(database)
  const { people } = gathered.directory
  return {
    gathered,
    assessment: isRanked
      ? assessed
      : withoutRanking(assessed, {
          nameOf: (agentId) => people.get(Number(agentId))?.name ?? t`Agent ${{ id: agentId }}`,
          labelOf: (driverId) => gathered.definitions.get(driverId)?.label ?? driverId,
        }),
    isRanked,
    coverage: coverageOf(database, gathered),
    before: estimatesBefore(gathered),
  }
}

/** The same window after somebody was coached, or a session was prepared: nothing is estimated anew. */
export function rankAnew(database: ReadableDatabase, ranked: RankedWindow): RankedWindow {
  const gathered = withCoachings(database, ranked.gathered)
  const { isRanked, assessment } = ranked
  return {
    ...ranked,
    gathered,
    assessment: isRanked ? coachAnew(assessment, gathered.input.agents) : assessment,
  }
}

/** Shrunk within its own window like this one's, so that whoever was picked for a bad spell is not shown as recovering by that alone. */
function estimatesBefore(gathered: Gathered): RankedWindow['before'] {
  const known = new Map<string, Estimates>()
  return (personId, driverId, wantsDrawn) => {
    const key = `${driverId}\u001f${gathered.workGroupOf(String(personId))}`
    let estimates = known.get(key)
    if (!estimates) {
      const facts = driverFacts(gathered.definitions.get(driverId)!)
      estimates = estimateBoth(facts, gathered.samplesBefore(personId, driverId), gathered.groupOf)
      known.set(key, estimates)
    }
    return estimates[wantsDrawn ? 'drawn' : 'others'].get(String(personId))
  }
}

/**
 * The reviewers' questions that ask what an automated one asks: the same question of one form, or, for the starter scorecard, a
 * question whose label says so.
 */
function humanCounterparts(definitions: Iterable<MetricDefinition>): Map<string, string[]> {
  const counterparts = new Map<string, string[]>()
  for (const { id, label } of definitions) {
    if (!id.startsWith('question:')) continue
    const asked = askedAs(starterScorecard(), label)
    const questionId = id.slice('question:'.length)
    for (const key of [questionId, `rule:${questionId}`, ...(asked === undefined ? [] : [asked])])
      counterparts.set(`auto:${key}`, [...(counterparts.get(`auto:${key}`) ?? []), id])
  }
  return counterparts
}

/** Whose values stand beside a driver: of the actions alone, or of every driver, as a page draws them. */
export type PeersShown = 'actions' | 'all'

/** The kind a driver is of, by its id. */
export function driverKind(id: string): AssessedDriver['driver']['kind'] {
  if (id.startsWith('question:')) return 'question'
  if (id.startsWith('auto:')) return 'auto-question'
  if (id === 'adherence' || id === 'unplanned_absence') return 'workforce'
  if (id === 'transfer_rate' || id === 'hold_time' || id === 'acw_time') return 'contact'
  return 'measure'
}

/** The whole ranking, or that of one team or agent; peers are always everybody. */
export function rankingOf(
  database: ReadableDatabase,
  ranked: RankedWindow,
  only: { teamId?: number | undefined; agentId?: number | undefined },
): Ranking {
  const { gathered, assessment } = ranked
  const agents = assessment.agents.filter(
    (agent) =>
      (only.agentId === undefined || agent.agentId === String(only.agentId)) &&
      (only.teamId === undefined || teamIdOf(gathered, Number(agent.agentId)) === only.teamId),
  )
  return {
    window: asDayRange(gathered.window),
    outcome: gathered.outcome.id,
    coverage: ranked.coverage,
    agents: agents.map((agent) => rankedAgent(database, ranked, agent, 'actions')),
    systemic: systemicViews(ranked),
  }
}

/** A person's team at the end of the window. */
export function teamIdOf(gathered: Gathered, personId: number): number | null {
  return gathered.directory.teamAt(personId, gathered.window.to)
}

/** Name and team of a person, as every list shows them. */
export function agentLabel(gathered: Gathered, personId: number): RankedAgent['agent'] {
  const teamId = teamIdOf(gathered, personId)
  return {
    id: personId,
    name: gathered.directory.people.get(personId)?.name ?? t`Agent ${{ id: personId }}`,
    team: teamId === null ? null : (gathered.directory.teams.get(teamId)?.name ?? null),
  }
}

/** One agent written out. */
export function rankedAgent(
  database: ReadableDatabase,
  ranked: RankedWindow,
  agent: AgentAssessment,
  peersShown: PeersShown,
): RankedAgent {
  const { gathered } = ranked
  const personId = Number(agent.agentId)
  const evidenceOf = (definition: MetricDefinition, wantsBest: boolean, benchmark: number | null = null) =>
    findEvidence(
      database,
      definition,
      { personId, from: gathered.window.from, to: gathered.window.to },
      wantsBest,
      benchmark,
    )
  const actionIds = new Set(agent.actions.map((action) => action.driverId))
  const peersOf = peerMeans(ranked, agent.agentId)
  // where nothing is proposed, the page shows what each figure rests on instead
  const hasEvidence = (driverId: string) => (ranked.isRanked ? actionIds.has(driverId) : peersShown === 'all')
  const views = new Map(
    agent.drivers.map((driver) => [
      driver.driverId,
      driverView(
        ranked,
        personId,
        driver,
        peersShown === 'all' || actionIds.has(driver.driverId) ? peersOf(driver) : [],
        (definition) => (hasEvidence(driver.driverId) ? evidenceOf(definition, false, driver.benchmark) : []),
      ),
    ]),
  )
  const pick = (drivers: readonly DriverAssessment[]) => drivers.map((driver) => views.get(driver.driverId)!)
  return {
    agent: agentLabel(gathered, personId),
    priority: agent.priority,
    state: stateOf(agent),
    mustAddress: mustAddressViews(database, agent, gathered),
    actions: pick(agent.actions),
    drivers: pick(agent.drivers),
    strengths: agent.strengths.map((driver) => strengthView(gathered, driver, evidenceOf)),
    notEnoughEvidence: pick(agent.notEnoughEvidence),
  }
}

/** What the list says of an agent; people without data are neither on track nor open. */
export function stateOf({ drivers, mustAddress, state }: AgentAssessment): AgentState {
  if (state === 'unranked') return state
  if (drivers.length === 0 && mustAddress.length === 0) return 'no-data'
  return state === 'actions' ? 'act' : state
}

/** The posterior means of an agent's peers on a driver, ascending: of those who stand on drawn reviews too, or who do not either. */
function peerMeans(
  { gathered, assessment }: RankedWindow,
  agentId: string,
): (driver: DriverAssessment) => number[] {
  const group = gathered.groupOf(agentId)
  const peers = assessment.agents.filter(
    (one) => one.agentId !== agentId && gathered.groupOf(one.agentId) === group,
  )
  return ({ driverId, drawn }) =>
    peers
      .flatMap((peer) => {
        const theirs = peer.drivers.find((driver) => driver.driverId === driverId)
        return theirs === undefined || (theirs.drawn === null) !== (drawn === null)
          ? []
          : theirs.posterior.mean
      })
      .toSorted((a, b) => a - b)
}

function driverView(
  { gathered, before }: RankedWindow,
  personId: number,
  driver: DriverAssessment,
  peers: number[],
  evidenceOf: (definition: MetricDefinition) => Evidence[],
): AssessedDriver {
  const definition = gathered.definitions.get(driver.driverId)!
  const coached = gathered.coachings.find(
    (one) => one.personId === personId && one.driverId === driver.driverId && one.at !== null,
  )
  const { value, low, high, basis } = driver.weight
  return {
    driver: { id: driver.driverId, label: definition.label, kind: driverKind(driver.driverId) },
    unit: definition.unit,
    polarity: definition.polarity,
    status: driver.status,
    priority: driver.priority,
    gainPerWeek: driver.gainPerWeek,
    n: driver.drawn ?? Math.round(driver.n),
    isDrawn: driver.drawn !== null,
    restsOn: restsOnOf(driver),
    raw: driver.raw,
    adjusted: driver.adjusted,
    posterior: driver.posterior,
    peerMean: driver.peerMean,
    peers,
    benchmark: driver.benchmark ?? driver.peerMean,
    reliability: driver.reliability,
    probabilityOfGap: driver.probabilityOfGap,
    weight: { value, low, high, basis },
    contactsPerWeek: driver.contactsPerWeek,
    coachability: driver.coachability,
    freshness: driver.freshness,
    previous: before(personId, driver.driverId, driver.drawn !== null)?.posterior.mean ?? null,
    isTie: driver.tiedWith.length > 0,
    sentence: [
      actionSentence(driver, definition, gathered.outcome),
      ...(driver.status === 'reviewed-otherwise'
        ? [t`Reviewers who answer the same question see no gap.`]
        : []),
    ].join(' '),
    evidence: evidenceOf(definition),
    followUp: {
      watch: watchSentence(driver, definition),
      contactsNeeded: driver.followUp?.contactsNeeded ?? null,
      weeks: driver.followUp?.isVisible ? driver.followUp.weeks : null,
    },
    evaluationsNeeded: driver.evaluationsNeeded,
    coachedAt: coached?.at ?? null,
  }
}

/** Which evaluations an assessed question rests on, and which it leaves out. */
function restsOnOf({ driverId, n, drawn, leftOut }: DriverAssessment): string | null {
  if (!isReviewed(driverId)) return null
  return drawn === null
    ? restsOn({ drawn: { observed: leftOut?.drawn?.observed ?? 0, n: leftOut?.n ?? 0 }, imported: n }, false)
    : restsOn({ drawn: { observed: drawn, n }, imported: leftOut?.n ?? 0 }, true)
}

function strengthView(
  gathered: Gathered,
  driver: DriverAssessment,
  evidenceOf: (definition: MetricDefinition, wantsBest: boolean) => Evidence[],
): Strength {
  const definition = gathered.definitions.get(driver.driverId)!
  return {
    driver: { id: driver.driverId, label: definition.label, kind: driverKind(driver.driverId) },
    unit: definition.unit,
    n: driver.drawn ?? Math.round(driver.n),
    posterior: driver.posterior,
    peerMean: driver.peerMean,
    probabilityTopTenth: driver.probabilityOfTopTenth,
    sentence: strengthSentence(driver, definition),
    evidence: evidenceOf(definition, true).slice(0, 3),
  }
}

function mustAddressViews(
  database: ReadableDatabase,
  agent: AgentAssessment,
  gathered: Gathered,
): MustAddress[] {
  const byQuestion = Map.groupBy(agent.mustAddress, (failure) => failure.driverId)
  return [...byQuestion].map(([questionId, failures]) => {
    const label = gathered.definitions.get(questionId)?.label
    const n = failures.length
    return {
      questionId,
      label: label ?? t`A critical failure`,
      n,
      sentence: label
        ? t`"${{ label }}" is critical and failed ${plural({ times: n }, { one: 'once', other: '# times' })} in this window.`
        : t`Something critical failed ${plural({ times: n }, { one: 'once', other: '# times' })} in this window; the export does not say what.`,
      evidence: findFailureEvidence(
        database,
        failures.map((failure) => Number(failure.evaluationId)),
        questionId.startsWith('question:') ? Number(questionId.slice('question:'.length)) : null,
      ),
    }
  })
}

/** The systemic findings written out, largest difference in units of its delta first. */
export function systemicViews({ gathered, assessment }: RankedWindow): SystemicView[] {
  return assessment.systemic.map((finding) => {
    const definition = gathered.definitions.get(finding.driverId)!
    const label =
      finding.group.kind === 'team'
        ? (gathered.directory.teams.get(Number(finding.group.id))?.name ?? t`a team`)
        : finding.group.kind === 'queue'
          ? finding.group.id
          : t`Everybody`
    return {
      driver: { id: finding.driverId, label: definition.label, kind: driverKind(finding.driverId) },
      unit: definition.unit,
      group: {
        kind: finding.group.kind === 'everyone' ? ('workspace' as const) : finding.group.kind,
        key: finding.group.id,
        label,
      },
      agents: finding.cell?.agents ?? finding.agentCount,
      mean: finding.cell?.mean ?? finding.groupMean,
      compared: finding.cell?.compared
        ? {
            groupMean: finding.groupMean,
            agents: finding.agentCount,
            rest: finding.comparedWith,
            restAgents: finding.restCount,
          }
        : null,
      difference: finding.difference,
      probability: finding.pValue === null ? (finding.shareMissing ?? 0) : 1 - finding.pValue,
      sentence: systemicSentence(finding, definition, label),
    }
  })
}
