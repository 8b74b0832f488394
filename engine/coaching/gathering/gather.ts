import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import { readStrata, type Stratum } from '../../interactions/index.ts'
import {
  addUpByPerson,
  adjustForCaseMix,
  observedValue,
  peerGroupOf,
  readCatalogue,
  readCells,
  readFirstContactResolution,
  readPeopleWithData,
  readVolumes,
  type MetricCell,
} from '../../metrics/index.ts'
import { readDirectory, readProposals, type Directory, type DirectoryPerson } from '../../people/index.ts'
import type { Standardised } from '../../statistics/index.ts'
import { dayFinder } from '../../days.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { readPreferences } from '../../workspace/index.ts'
import {
  estimateMetric,
  type AgentInput,
  type AgentSample,
  type AssessmentInput,
  type DriverFacts,
  type DriverInput,
  type QueueSample,
} from '../assessment/index.ts'
import { readMarks, readPins, type MarkRow } from '../marks.store.ts'
import { driverWeights } from '../weights/kept-weights.ts'
import { withPins, type KnownWeight } from '../weights/weights.ts'
import type { CoachingWindow } from '../window.ts'
import { createCellBook, createGroupBooks } from './cell-book.ts'
import { readApplicability } from './applicability.store.ts'
import { readCriticalFailures, type CriticalRow } from './critical.store.ts'
import { isNew, splitPeople, type Hiding } from './roster.ts'
import { contactsByPerson, weeklyVolumes } from './volume.ts'

/** A mark and the day of the workspace it was set on. */
export type DatedMark = MarkRow & { day: number }

/** Everything the ranking of one window rests on. */
export interface Gathered {
  window: CoachingWindow
  outcome: MetricDefinition
  directory: Directory
  active: DirectoryPerson[]
  hidden: { person: DirectoryPerson; why: Hiding }[]
  definitions: Map<string, MetricDefinition>
  strata: Map<number, Stratum>
  /** Who is compared with whom: the same work, and the first 90 days apart where there are enough of them. */
  groupOf: (personId: string) => string
  /** Who shares the work: what case mix is adjusted by. */
  workGroupOf: (personId: string) => string
  weights: Map<string, KnownWeight>
  /** A metric in this window: of everybody for what ranks them, else of whoever shares the person's work. */
  cellsOf: (personId: number, metricId: string) => readonly MetricCell[]
  /** A driver in the window before, of whoever shares the person's work. */
  samplesBefore: (personId: number, driverId: string) => AgentSample[]
  marks: DatedMark[]
  critical: CriticalRow[]
  /** Contacts in the window by person. */
  contactsOf: Map<number, number>
  input: AssessmentInput
}

const LEAST_TENURE_BAND = 8

/** The facts of a driver as the assessment takes them. */
export function driverFacts(definition: MetricDefinition): DriverFacts {
  const { polarity } = definition
  return {
    driverId: definition.id,
    kind: definition.isLogScale ? 'log-mean' : definition.kind === 'proportion' ? 'proportion' : 'mean',
    polarity:
      polarity.direction === 'band'
        ? { low: polarity.low, high: polarity.high }
        : polarity.direction === 'lower'
          ? 'lower'
          : 'higher',
    target: definition.target,
    delta: definition.smallestDifference,
    leastN: definition.leastN,
    coachability: definition.coachability,
    mayBePraised: !definition.id.startsWith('auto:'),
  }
}

/** Gathers what the ranking of a window needs, in a handful of queries over rollups. */
export function gather(database: ReadableDatabase, window: CoachingWindow): Gathered {
  const preferences = readPreferences(database)
  const catalogue = readCatalogue(database)
  const definitions = new Map(catalogue.map((definition) => [definition.id, definition]))
  const outcome = definitions.get(preferences.outcomeMetricId) ?? definitions.get('csat_mean')!
  const strata = new Map(readStrata(database).map((stratum) => [stratum.id, stratum]))
  const directory = readDirectory(database)
  const volumes = readVolumes(database, window)
  const isRanking = (definition: MetricDefinition) => definition.role === 'driver' || definition === outcome
  const [ranking, shown] = [true, false].map((wanted) =>
    catalogue.filter((one) => isRanking(one) === wanted && one.id !== 'fcr').map(({ id }) => id),
  ) as [string[], string[]]
  const cells = createCellBook([
    ...readCells(database, { range: window, metricIds: ranking }),
    ...(outcome.id === 'fcr' ? readFirstContactResolution(database, window, preferences.fcrWindowDays) : []),
  ])
  const withData = readPeopleWithData(database, window)
  const { active, hidden } = splitPeople(directory, withData, unconfirmed(database, volumes), window)
  const workGroupOf = peerGroupOf(volumes, strata)
  const groupOf = withTenureBands(active, workGroupOf, window)
  const dayOf = dayFinder(preferences.timeZone)
  const marks = readMarks(database).map((mark) => ({ ...mark, day: dayOf(mark.at) }))
  const critical = readCriticalFailures(database, window)
  const contactsOf = contactsByPerson(volumes)
  const volumeOf = weeklyVolumes(volumes, strata, readApplicability(database, window), window.days)
  const drivers = catalogue.filter(({ id, role }) => role === 'driver' && cells.of(id).length > 0)
  const adjusted = new Map<string, ReadonlyMap<string, Standardised>>()
  const adjustedOf = (definition: MetricDefinition) => {
    let own = adjusted.get(definition.id)
    if (!own)
      adjusted.set(
        definition.id,
        (own = adjustForCaseMix(definition, cells.of(definition.id), strata, workGroupOf)),
      )
    return own
  }
  // posterior means: the noise of few observations would make every weight between agents look smaller (methods 4)
  const agentMeans = (metricId: string) => {
    const definition = definitions.get(metricId)
    if (!definition) return new Map<string, number>()
    const standardised = adjustedOf(definition)
    const everybody = new Set(standardised.keys())
    const own = samples(definition, cells.of(metricId), standardised, () => 0, everybody)
    const estimates = estimateMetric(driverFacts(definition), own, groupOf)
    return new Map([...estimates].map(([agentId, { posterior }]) => [agentId, posterior.mean]))
  }
  const weights = withPins(
    driverWeights(
      database,
      catalogue.filter(({ role }) => role === 'driver'),
      outcome.id,
      agentMeans,
    ),
    readPins(database),
  )
  const activeIds = new Set(active.map((person) => String(person.id)))
  const input: AssessmentInput = {
    windowDays: window.days,
    agents: active.map((person) => agentInput(person, directory, groupOf, marks, critical, window)),
    drivers: drivers.map((definition): DriverInput => {
      const own = cells.of(definition.id)
      return {
        facts: driverFacts(definition),
        weight: weights.get(definition.id)!,
        samples: samples(definition, own, adjustedOf(definition), volumeOf(definition, own), activeIds),
        queueSamples: queueSamples(definition, own, strata, activeIds),
      }
    }),
  }
  const people = [...directory.people.keys()]
  const shownCells = createGroupBooks(people, workGroupOf, (personIds) =>
    readCells(database, { range: window, metricIds: shown, personIds }),
  )
  const cellsBefore = createGroupBooks(people, workGroupOf, (personIds) =>
    readCells(database, { range: window.previous, metricIds: ranking, personIds }),
  )
  return {
    window,
    outcome,
    directory,
    active,
    hidden,
    definitions,
    strata,
    groupOf,
    workGroupOf,
    weights,
    cellsOf: (personId, metricId) =>
      shown.includes(metricId) ? shownCells(personId).of(metricId) : cells.of(metricId),
    samplesBefore(personId, driverId) {
      const definition = definitions.get(driverId)!
      const own = cellsBefore(personId).of(driverId)
      const standardised = adjustForCaseMix(definition, own, strata, workGroupOf)
      return samples(definition, own, standardised, () => 0, activeIds)
    },
    marks,
    critical,
    contactsOf,
    input,
  }
}

/** People without contacts of their own whose name says that they may be somebody who has some. */
function unconfirmed(
  database: ReadableDatabase,
  volumes: readonly { personId: number; n: number }[],
): Set<number> {
  const working = new Set(volumes.map((volume) => volume.personId))
  const perhaps = new Set<number>()
  for (const { a, b } of readProposals(database)) {
    if (working.has(a) && !working.has(b)) perhaps.add(b)
    if (working.has(b) && !working.has(a)) perhaps.add(a)
  }
  return perhaps
}

/** People in their first 90 days are compared with each other where there are at least 8 of them in their group. */
function withTenureBands(
  active: readonly DirectoryPerson[],
  groupOf: (personId: string) => string,
  window: CoachingWindow,
): (personId: string) => string {
  const newcomers = active.filter((person) => isNew(person, window))
  const counts = new Map<string, number>()
  for (const person of newcomers) {
    const group = groupOf(String(person.id))
    counts.set(group, (counts.get(group) ?? 0) + 1)
  }
  const bands = new Map<string, string>()
  for (const person of newcomers) {
    const group = groupOf(String(person.id))
    if (counts.get(group)! >= LEAST_TENURE_BAND) bands.set(String(person.id), `${group} (first 90 days)`)
  }
  return (personId) => bands.get(personId) ?? groupOf(personId)
}

function agentInput(
  person: DirectoryPerson,
  directory: Directory,
  groupOf: (personId: string) => string,
  marks: readonly DatedMark[],
  critical: readonly CriticalRow[],
  window: CoachingWindow,
): AgentInput {
  const teamId = directory.teamAt(person.id, window.to)
  const latest = new Map<string, number>()
  for (const mark of marks)
    if (mark.personId === person.id)
      latest.set(mark.driverId, Math.max(latest.get(mark.driverId) ?? mark.day, mark.day))
  return {
    agentId: String(person.id),
    teamId: teamId === null ? null : String(teamId),
    peerGroupId: groupOf(String(person.id)),
    coaching: [...latest].map(([driverId, day]) => ({
      driverId,
      isSessionOpen: false,
      daysSince: Math.max(0, window.to - day),
    })),
    criticalFailures: critical
      .filter((failure) => failure.personId === person.id)
      .map((failure) => ({
        driverId: failure.questionId === null ? 'critical' : `question:${failure.questionId}`,
        evaluationId: String(failure.evaluationId),
        occurredAt: failure.at ?? 0,
      })),
  }
}

function samples(
  definition: MetricDefinition,
  own: readonly MetricCell[],
  standardised: ReadonlyMap<string, Standardised>,
  contactsPerWeekOf: (personId: number, observed: number) => number,
  activeIds: ReadonlySet<string>,
): AgentSample[] {
  const sums = addUpByPerson(own)
  return [...standardised].flatMap(([agentId, one]) => {
    if (!activeIds.has(agentId)) return []
    return {
      agentId,
      n: one.n,
      raw: observedValue(definition, sums.get(Number(agentId))!),
      adjusted: one.adjusted,
      withinSumOfSquares: one.withinSumOfSquares,
      contactsPerWeek: contactsPerWeekOf(Number(agentId), one.n),
    }
  })
}

function queueSamples(
  definition: MetricDefinition,
  own: readonly MetricCell[],
  strata: ReadonlyMap<number, Stratum>,
  activeIds: ReadonlySet<string>,
): QueueSample[] {
  const groups = new Map<
    string,
    { agentId: string; queueId: string; n: number; sum: number; sumSq: number }
  >()
  for (const cell of own) {
    const queue = strata.get(cell.stratumId)?.queue
    const agentId = String(cell.personId)
    if (!queue || !activeIds.has(agentId)) continue
    const key = `${agentId}\u001f${queue}`
    let group = groups.get(key)
    if (!group) groups.set(key, (group = { agentId, queueId: queue, n: 0, sum: 0, sumSq: 0 }))
    const isLog = definition.isLogScale && cell.logSum !== null
    group.n += cell.n
    group.sum += isLog ? cell.logSum! : cell.sum
    group.sumSq += isLog ? cell.logSumSq! : cell.sumSq
  }
  return [...groups.values()].map(({ agentId, queueId, n, sum, sumSq }) => ({
    agentId,
    queueId,
    n,
    value: sum / n,
    withinSumOfSquares: Math.max(0, sumSq - (sum * sum) / n),
  }))
}
