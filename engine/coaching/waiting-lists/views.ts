import type { WaitingListResult } from '../../../shared/contract/effects.ts'
import type { WaitingList } from '../../../shared/contract/waiting-lists.ts'
import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import { dayOfNumber } from '../../../shared/domain/time.ts'
import type { Directory } from '../../people/index.ts'
import { drawOrder } from '../../statistics/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { waitingListOf } from '../effects/index.ts'
import { readCoachings } from '../gathering/coachings.ts'
import { readSessionPeople, readSessions } from '../sessions/sessions.store.ts'
import {
  readWaitingListPeople,
  readWaitingLists,
  type WaitingListPersonRow,
  type WaitingListRow,
} from './waiting-lists.store.ts'

interface World {
  directory: Directory
  definitions: ReadonlyMap<string, MetricDefinition>
  dayOf: (instantMs: number) => number
}

/** Every draw that stands, the newest first, with whom it drew, their sessions since, and what it shows. */
export function waitingListViews(database: ReadableDatabase, world: World): WaitingList[] {
  const people = Map.groupBy(readWaitingListPeople(database), ({ listId }) => listId)
  const sessionOf = sessionFinder(database)
  const coachings = readCoachings(database, world.dayOf)
  return readWaitingLists(database).map((list) => {
    const drawn = people.get(list.id) ?? []
    const waiting = new Set(drawn.filter(({ isFirst }) => isFirst === 0).map(({ personId }) => personId))
    const ends = coachings.filter(
      (one) =>
        one.driverId === list.driverId &&
        waiting.has(one.personId) &&
        one.day !== null &&
        // of the day itself only what came after the draw
        (one.day > list.drawnDay || one.at! >= list.drawnAt),
    )
    const endedDay = ends.length === 0 ? null : Math.min(...ends.map(({ day }) => day!))
    return {
      id: list.id,
      driver: {
        id: list.driverId,
        label: world.definitions.get(list.driverId)?.label ?? list.driverLabel,
      },
      drawnOn: dayOfNumber(list.drawnDay),
      drawnAt: list.drawnAt,
      drawnBy: list.drawnBy,
      seed: list.seed,
      isRepeatable: isRepeatable(list, drawn),
      people: drawn.map(({ personId, name, isFirst }) => {
        const person = personId === null ? undefined : world.directory.people.get(personId)
        const teamId = person ? world.directory.teamAt(person.id, list.windowTo) : null
        return {
          id: person?.id ?? null,
          name: person?.name ?? name,
          team: teamId === null ? null : (world.directory.teams.get(teamId)?.name ?? null),
          isFirst: isFirst === 1,
          session: person ? sessionOf(person.id, list) : null,
        }
      }),
      endedOn: endedDay === null ? null : dayOfNumber(endedDay),
      result: world.definitions.has(list.driverId) ? resultOf(database, list, drawn, endedDay) : null,
    }
  })
}

/** Whether the names and the seed still give the order that was kept. */
function isRepeatable({ seed }: WaitingListRow, drawn: readonly WaitingListPersonRow[]): boolean {
  const again = drawOrder(
    drawn.map(({ notedId }) => String(notedId)),
    seed,
  )
  return again.every((id, index) => Number(id) === drawn[index]!.notedId)
}

/** The newest session of a person on the list's driver that was prepared or held since the draw. */
function sessionFinder(
  database: ReadableDatabase,
): (personId: number, list: WaitingListRow) => WaitingList['people'][number]['session'] {
  const sessions = new Map(readSessions(database).map((session) => [session.id, session]))
  const byPerson = Map.groupBy(readSessionPeople(database, null), ({ personId }) => personId)
  return (personId, { driverId, drawnAt }) => {
    const own = (byPerson.get(personId) ?? [])
      .map(({ sessionId }) => sessions.get(sessionId)!)
      .filter(
        (one) => one.driverId === driverId && (one.createdAt >= drawnAt || (one.heldAt ?? 0) >= drawnAt),
      )
      .toSorted((a, b) => b.createdAt - a.createdAt)
    for (const { id, state } of own) if (state !== 'cancelled') return { id, state }
    return null
  }
}

/** Who is gone from the data is not compared, nor who turned out to be on both sides. */
function resultOf(
  database: ReadableDatabase,
  list: WaitingListRow,
  drawn: readonly WaitingListPersonRow[],
  endedDay: number | null,
): WaitingListResult {
  const sideOf = (isFirst: 0 | 1) =>
    new Set(drawn.flatMap((one) => (one.isFirst === isFirst ? (one.personId ?? []) : [])))
  const [first, waiting] = [sideOf(1), sideOf(0)]
  return waitingListOf(database, {
    driverId: list.driverId,
    drawnDay: list.drawnDay,
    seed: list.seed,
    firstIds: [...first].filter((id) => !waiting.has(id)),
    waitingIds: [...waiting].filter((id) => !first.has(id)),
    selecting: { from: list.windowFrom, to: list.windowTo },
    endedDay,
  })
}
