import { healthSubject, type HealthSubject } from '../../shared/contract/health.ts'
import { hidingOf, windowEnding } from '../coaching/index.ts'
import { readDirectory, type Directory } from '../people/index.ts'
import type { ReadableDatabase } from '../store/index.ts'
import { readPreferences } from '../workspace/index.ts'
import { tellDayCounts, readIdentitySources } from './counts.store.ts'

/** How far back a rhythm is looked for. */
export const HORIZON_DAYS = 84

export const subjects = healthSubject.options

/** Rows by day over the horizon, oldest day first. */
export type Days = number[]

export interface SubjectDays {
  total: Days
  bySource: Map<number, Days>
  /** By the team of the day. */
  byTeam: Map<number, Days>
  byPerson: Map<number, Days>
  /** Those of `total` that were drawn by chance. */
  drawn: Days
}

/** What came when and for whom in the last twelve weeks: all that is judged here rests on it. */
export interface Scene {
  /** Day numbers, both included; `to` is the newest day with anything that has happened. */
  from: number
  to: number
  /** Days of the window evaluations are counted over. */
  windowDays: number
  directory: Directory
  sourceNames: Map<number, string>
  days: Record<HealthSubject, SubjectDays>
  /** Agents with contacts in the window who are neither gone nor away. */
  active: number[]
  /** The team at the end. */
  teamOf: (personId: number) => number | null
}

const NONE: readonly number[] = Array.from({ length: HORIZON_DAYS }, () => 0)
const none = (): Days => NONE.slice()

/** Where the rows of an identity are added up. */
interface Places {
  person: number | undefined
  ofSource: Days | undefined
  ofPerson: Days | undefined
  /** Of the team this person is in all the time; undefined where that changes, or there is none. */
  ofTeam: Days | undefined
  changesTeam: boolean
}

function daysOf(map: Map<number, Days>, key: number): Days {
  let days = map.get(key)
  if (!days) map.set(key, (days = none()))
  return days
}

/** Whose export these are from, their agent's identity tells: what is made here of others has no source at all. */
const isOfIdentity = (subject: HealthSubject) => subject === 'contacts' || subject === 'shifts'

/** Reads the scene that ends on `to`. */
export function readScene(database: ReadableDatabase, to: number): Scene {
  const from = to - HORIZON_DAYS + 1
  const directory = readDirectory(database)
  const personOf = new Map(
    [...directory.people.values()].flatMap(({ id, identityIds }) =>
      identityIds.map((identityId) => [identityId, id] as const),
    ),
  )
  const { sourceOf, names } = readIdentitySources(database)
  const lastingTeam = lastingTeams(directory, from, to)
  const read = (subject: HealthSubject): SubjectDays => {
    const found: SubjectDays = {
      total: none(),
      bySource: new Map(),
      byTeam: new Map(),
      byPerson: new Map(),
      drawn: none(),
    }
    const places = new Map<number, Places>()
    tellDayCounts(database, subject, { from, to }, (day, identityId, n, rowSource, drawn) => {
      const place = day - from
      found.total[place]! += n
      found.drawn[place]! += drawn
      let own = places.get(identityId)
      if (!own) {
        const person = personOf.get(identityId)
        const source = isOfIdentity(subject) ? sourceOf.get(identityId) : undefined
        const team = person === undefined ? null : lastingTeam(person)
        own = {
          person,
          ofSource: source === undefined ? undefined : daysOf(found.bySource, source),
          ofPerson: person === undefined ? undefined : daysOf(found.byPerson, person),
          ofTeam: team === null || team === undefined ? undefined : daysOf(found.byTeam, team),
          changesTeam: team === undefined,
        }
        places.set(identityId, own)
      }
      const ofSource = rowSource === 0 ? own.ofSource : daysOf(found.bySource, rowSource)
      if (ofSource) ofSource[place]! += n
      if (!own.ofPerson) return
      own.ofPerson[place]! += n
      if (own.ofTeam) own.ofTeam[place]! += n
      else if (own.changesTeam) {
        const team = directory.teamAt(own.person!, day)
        if (team !== null) daysOf(found.byTeam, team)[place]! += n
      }
    })
    return found
  }
  const days = Object.fromEntries(subjects.map((subject) => [subject, read(subject)])) as Scene['days']
  const windowDays = Math.min(HORIZON_DAYS, readPreferences(database).windowDays)
  const window = windowEnding(to, windowDays)
  const active = [...directory.people.values()]
    .filter((person) => {
      const contacts = days.contacts.byPerson.get(person.id)
      return contacts !== undefined && hidingOf(person, sumOf(contacts, -windowDays) > 0, window) === null
    })
    .map(({ id }) => id)
  return {
    from,
    to,
    windowDays,
    directory,
    sourceNames: names,
    days,
    active,
    teamOf: (personId) => directory.teamAt(personId, to),
  }
}

/** Who is in the same team on the first and the last day is looked up only twice; undefined for whoever changes. */
function lastingTeams(directory: Directory, from: number, to: number) {
  const settled = new Map<number, number | null | undefined>()
  return (personId: number): number | null | undefined => {
    if (!settled.has(personId)) {
      const last = directory.teamAt(personId, to)
      settled.set(personId, directory.teamAt(personId, from) === last ? last : undefined)
    }
    return settled.get(personId)
  }
}

/** Rows from place `from` on (negative: from the end), to before `to`. */
export function sumOf(days: Days | undefined, from = 0, to = HORIZON_DAYS): number {
  if (!days) return 0
  let sum = 0
  for (let place = from < 0 ? HORIZON_DAYS + from : from; place < to; place++) sum += days[place]!
  return sum
}
