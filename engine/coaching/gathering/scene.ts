import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import { readStrata, type Stratum } from '../../interactions/index.ts'
import { peerGroupOf, readCatalogue, readPeopleWithData, readVolumes } from '../../metrics/index.ts'
import { readDirectory, readProposals, type Directory, type DirectoryPerson } from '../../people/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { readPreferences } from '../../workspace/index.ts'
import type { CoachingWindow } from '../window.ts'
import { isNew, splitPeople, type Hiding } from './roster.ts'
import type { Volume } from './volume.ts'

/** Who worked in a window on what, and what is measured of them: what every figure of the ranking is about. */
export interface Scene {
  window: CoachingWindow
  definitions: Map<string, MetricDefinition>
  outcome: MetricDefinition
  fcrWindowDays: number
  strata: Map<number, Stratum>
  directory: Directory
  volumes: Volume[]
  active: DirectoryPerson[]
  activeIds: ReadonlySet<string>
  hidden: { person: DirectoryPerson; why: Hiding }[]
  /** Who is compared with whom: the same work, and the first 90 days apart where there are enough of them. */
  groupOf: (personId: string) => string
  /** Who shares the work: what case mix is adjusted by. */
  workGroupOf: (personId: string) => string
}

const LEAST_TENURE_BAND = 8

/** Reads who and what a window is about. */
export function readScene(database: ReadableDatabase, window: CoachingWindow): Scene {
  const { outcomeMetricId, fcrWindowDays } = readPreferences(database)
  const definitions = new Map(readCatalogue(database).map((definition) => [definition.id, definition]))
  const strata = new Map(readStrata(database).map((stratum) => [stratum.id, stratum]))
  const directory = readDirectory(database)
  const volumes = readVolumes(database, window)
  const withData = readPeopleWithData(database, window)
  const { active, hidden } = splitPeople(directory, withData, unconfirmed(database, volumes), window)
  const workGroupOf = peerGroupOf(volumes, strata)
  return {
    window,
    definitions,
    outcome: definitions.get(outcomeMetricId) ?? definitions.get('csat_mean')!,
    fcrWindowDays,
    strata,
    directory,
    volumes,
    active,
    activeIds: new Set(active.map((person) => String(person.id))),
    hidden,
    groupOf: withTenureBands(active, workGroupOf, window),
    workGroupOf,
  }
}

/** People without contacts of their own whose name says that they may be somebody who has some. */
function unconfirmed(database: ReadableDatabase, volumes: readonly Volume[]): Set<number> {
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
