import { msg, say, t, type MessageDescriptor } from '#speech'
import type { ConversationGroup, PatternLevels } from '../../../shared/contract/group-patterns.ts'
import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import { dayNumber } from '../../../shared/domain/time.ts'
import type { GroupedWindow } from '../../coaching/index.ts'
import { readCatalogue } from '../../metrics/index.ts'
import { readDirectory, type Directory } from '../../people/index.ts'
import { Problem } from '../../problem.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { readKeptShares } from '../shares/shares.store.ts'
import type { BehindScope } from './behind.store.ts'
import { weeksOf } from './trend.ts'
import { mustDriver } from './window.ts'

/** Who and what a kind of figure of one driver is made from. */
export interface Population {
  definition: MetricDefinition
  directory: Directory
  window: { from: number; to: number }
  /** The people who count; null: whoever is named. */
  personIds: readonly number[] | null
  selection: BehindScope['selection']
  /** Of the shares of differences, which also count who has left and take each review alike. */
  isOfShares: boolean
}

/** What cells, funnels and means of agents count: the agents of the window, drawn reviews or all else. */
export function populationOfWindow({ scene, drivers, agents }: GroupedWindow, driverId: string): Population {
  const samples = drivers.find(({ facts }) => facts.driverId === driverId)?.samples ?? []
  return {
    definition: mustDriver(scene.definitions, driverId),
    directory: scene.directory,
    window: scene.window,
    personIds: [...agents.keys()].map(Number),
    selection: samples.some(({ drawn }) => drawn !== null) ? 'drawn' : 'others',
    isOfShares: false,
  }
}

/** What the shares computed last count: everybody named in their days. `CONFLICT` where none are computed. */
export function populationOfShares(database: ReadableDatabase, driverId: string): Population {
  const kept = readKeptShares(database)
  if (kept === null)
    throw new Problem('CONFLICT', t`The shares are not computed yet; open Shares and compute them first.`)
  const definitions = new Map(readCatalogue(database).map((one) => [one.id, one]))
  return {
    definition: mustDriver(definitions, driverId),
    directory: readDirectory(database),
    window: { from: kept.from, to: kept.to },
    personIds: null,
    selection: driverId.startsWith('question:') ? 'both' : 'others',
    isOfShares: true,
  }
}

/** Whose team or site is meant is settled at the end of the days, as the figures do; where somebody was before does not matter. */
function peopleIn(
  { directory, window, personIds }: Population,
  isMeant: (teamId: number | null) => boolean,
): number[] {
  return [...(personIds ?? directory.people.keys())].filter((id) => isMeant(directory.teamAt(id, window.to)))
}

/** The name of the site of a team, empty where none is known. */
export function siteOf(directory: Directory, teamId: number | null): string {
  return teamId === null ? '' : (directory.teams.get(teamId)?.site ?? '')
}

/** The facts of a group within a population. Days are of everybody, named or not, as the weeks are drawn. */
export function scopeOf(
  database: ReadableDatabase,
  population: Population,
  group: ConversationGroup,
  weeks: number,
): BehindScope {
  const { definition, directory, window, personIds, selection } = population
  const scope: BehindScope = {
    driverId: definition.id,
    from: window.from,
    to: window.to,
    personIds,
    countsNobody: false,
    selection,
    queue: null,
    reason: null,
    reviewer: null,
  }
  switch (group.kind) {
    case 'everyone':
      return scope
    case 'agent':
      return {
        ...scope,
        personIds: personIds?.includes(Number(group.key)) === false ? [] : [Number(group.key)],
      }
    case 'team':
      return {
        ...scope,
        personIds: peopleIn(population, (id) => (id === null ? '' : String(id)) === group.key),
      }
    case 'site':
      return { ...scope, personIds: peopleIn(population, (id) => siteOf(directory, id) === group.key) }
    case 'queue':
    case 'reason':
    case 'reviewer':
      return { ...scope, [group.kind]: group.key }
    case 'days': {
      const [from, to] = group.key.split(' ')
      const { isDrawn } = weeksOf(database, definition, window.to, weeks)
      return {
        ...scope,
        from: dayNumber(from!),
        to: dayNumber(to!),
        personIds: null,
        countsNobody: true,
        selection: isDrawn ? 'drawn' : 'others',
      }
    }
  }
}

const WITHOUT: Record<PatternLevels['source'], MessageDescriptor> = {
  agent: msg`Nobody named`,
  team: msg`No team`,
  site: msg`No site`,
  queue: msg`No queue`,
  reason: msg`No reason`,
  reviewer: msg`No reviewer named`,
}

/** What a level of a source is called; the empty key is what has none. */
export function levelLabel(directory: Directory, source: PatternLevels['source'], key: string): string {
  if (key === '') return say(WITHOUT[source])
  if (source === 'agent') return directory.people.get(Number(key))?.name ?? t`Agent ${{ id: key }}`
  if (source === 'team') return directory.teams.get(Number(key))?.name ?? t`Team ${{ id: key }}`
  return key
}
