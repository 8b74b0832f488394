import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import { dayFinder } from '../../days.ts'
import { readCells, type MetricCell } from '../../metrics/index.ts'
import type { Directory, DirectoryPerson } from '../../people/index.ts'
import { readScoredHere } from '../../quality/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { readPreferences } from '../../workspace/index.ts'
import type { AgentInput, AgentSample, AssessmentInput } from '../assessment/index.ts'
import { readMarks, readPins, type MarkRow } from '../marks.store.ts'
import { driverWeights } from '../weights/kept-weights.ts'
import { withPins, type KnownWeight } from '../weights/weights.ts'
import type { CoachingWindow } from '../window.ts'
import { madeByPerson } from './coverage.store.ts'
import { readCoachings, type Coaching } from './coachings.ts'
import { createGroupBooks, type CellBook } from './cell-book.ts'
import { readCriticalFailures, type CriticalRow } from './critical.store.ts'
import { measuresOf } from './kept-measures.ts'
import { driverFacts, isRanking, posteriorMeans, readRankingCells, samplesOf } from './measures.ts'
import { readScene, type Scene } from './scene.ts'
import { contactsByPerson } from './volume.ts'

/** What a session on no driver stands under; no driver has this id. */
const OWN_IDEA = 'own-idea'

/** Everything the ranking of one window rests on. */
export interface Gathered extends Scene {
  weights: ReadonlyMap<string, KnownWeight>
  /** A metric in this window, of whoever shares the person's work. */
  cellsOf: (personId: number, metricId: string) => readonly MetricCell[]
  /** A driver in the window before, of whoever shares the person's work. */
  samplesBefore: (personId: number, driverId: string) => AgentSample[]
  marks: MarkRow[]
  /** Marks and sessions, those to come first, then the newest first. */
  coachings: Coaching[]
  critical: CriticalRow[]
  /** Contacts in the window by person. */
  contactsOf: Map<number, number>
  input: AssessmentInput
}

/** Gathers what the ranking of a window needs, in a handful of queries over rollups. */
export function gather(database: ReadableDatabase, window: CoachingWindow): Gathered {
  const scene = readScene(database, window)
  const { definitions, directory, active, groupOf, workGroupOf } = scene
  let read: CellBook | undefined
  const cells = () => (read ??= readRankingCells(database, scene))
  const dayOf = dayFinder(readPreferences(database).timeZone)
  const coachings = readCoachings(database, dayOf)
  const critical = readCriticalFailures(database, window)
  const weights = withPins(weightsIn(database, scene, cells), readPins(database))
  const scoredHere = readScoredHere(database)
  const input: AssessmentInput = {
    windowDays: window.days,
    agents: active.map((person) => agentInput(person, directory, groupOf, coachings, critical, window)),
    drivers: measuresOf(database, scene, cells).map(({ driverId, samples, queueSamples }) => ({
      facts: driverFacts(definitions.get(driverId)!),
      weight: weights.get(driverId)!,
      samples,
      queueSamples,
      isScoredHere: scoredHere.has(driverId),
    })),
  }
  const people = [...directory.people.keys()]
  const pageCells = createGroupBooks(people, workGroupOf, (personIds) =>
    readCells(database, { range: window, personIds }),
  )
  const cellsBefore = createGroupBooks(people, workGroupOf, (personIds) =>
    readCells(database, { range: window.previous, metricIds: rankingIds(scene), personIds }),
  )
  return {
    ...scene,
    weights,
    cellsOf: (personId, metricId) => pageCells(personId).of(metricId),
    samplesBefore(personId, driverId) {
      const own = cellsBefore(personId).of(driverId)
      return samplesOf(scene, definitions.get(driverId)!, own, () => () => 0)
    },
    marks: readMarks(database),
    coachings,
    critical,
    contactsOf: contactsByPerson(scene.volumes, madeByPerson(database, window)),
    input,
  }
}

/** What every driver is worth as the facts tell it, without what somebody set by hand. */
export function gatherWeights(
  database: ReadableDatabase,
  window: CoachingWindow,
): ReadonlyMap<string, KnownWeight> {
  const scene = readScene(database, window)
  let read: CellBook | undefined
  return weightsIn(database, scene, () => (read ??= readRankingCells(database, scene)))
}

function weightsIn(
  database: ReadableDatabase,
  scene: Scene,
  cells: () => CellBook,
): ReadonlyMap<string, KnownWeight> {
  const { definitions, outcome } = scene
  const drivers = [...definitions.values()].filter(({ role }) => role === 'driver')
  return driverWeights(database, drivers, outcome.id, (metricId) => {
    const definition = definitions.get(metricId)
    return definition ? posteriorMeans(scene, definition, cells()) : new Map<string, number>()
  })
}

/** The same with marks and sessions read anew: what was gathered of the facts stays. */
export function withCoachings(database: ReadableDatabase, gathered: Gathered): Gathered {
  const coachings = readCoachings(database, dayFinder(readPreferences(database).timeZone))
  return {
    ...gathered,
    marks: readMarks(database),
    coachings,
    input: {
      ...gathered.input,
      agents: gathered.input.agents.map((agent) => ({
        ...agent,
        coaching: coachingOf(Number(agent.agentId), coachings, gathered.window),
      })),
    },
  }
}

function rankingIds(scene: Scene): string[] {
  return [...scene.definitions.values()]
    .filter((one: MetricDefinition) => isRanking(scene, one))
    .map(({ id }) => id)
}

function agentInput(
  person: DirectoryPerson,
  directory: Directory,
  groupOf: (personId: string) => string,
  coachings: readonly Coaching[],
  critical: readonly CriticalRow[],
  window: CoachingWindow,
): AgentInput {
  const teamId = directory.teamAt(person.id, window.to)
  return {
    agentId: String(person.id),
    teamId: teamId === null ? null : String(teamId),
    peerGroupId: groupOf(String(person.id)),
    coaching: coachingOf(person.id, coachings, window),
    criticalFailures: critical
      .filter((failure) => failure.personId === person.id)
      .map((failure) => ({
        driverId: failure.questionId === null ? 'critical' : `question:${failure.questionId}`,
        evaluationId: String(failure.evaluationId),
        occurredAt: failure.at ?? 0,
      })),
  }
}

/** What is known of coaching one person, by driver, at the end of the window. */
function coachingOf(
  personId: number,
  coachings: readonly Coaching[],
  window: CoachingWindow,
): AgentInput['coaching'] {
  const own = Map.groupBy(
    coachings.filter((one) => one.personId === personId),
    ({ driverId }) => driverId ?? OWN_IDEA,
  )
  return [...own].map(([driverId, times]) => ({
    driverId,
    isSessionOpen: times.some(({ day }) => day === null),
    daysSince: Math.min(...times.map(({ day }) => (day === null ? Infinity : Math.max(0, window.to - day)))),
  }))
}
