import type { CoachingEffect, ProgrammeGroup } from '../../../shared/contract/effects.ts'
import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { keptEffectsInPieces, keptEffectsOf, programmeView, type EffectRequest } from '../effects/index.ts'
import { readCoachings, type Coaching } from '../gathering/coachings.ts'
import { readSessionPeople, readSessions, type SessionRow } from './sessions.store.ts'

/** People coached on the driver this long around a session are no controls: what reached them may still work, or begins to. */
const BEFORE_SELECTING_DAYS = 28
const AFTER_SESSION_DAYS = 56

/** What came of one session for one of those who took part. */
export interface SessionEffect {
  sessionId: number
  effect: CoachingEffect
}

interface Held {
  session: SessionRow
  request: EffectRequest
}

/** What every effect is asked with. */
interface Asked {
  definitions: ReadonlyMap<string, MetricDefinition>
  dayOf: (instantMs: number) => number
}

/** Sessions that were held on a driver measured here, one request for each who took part and is still in the data. */
function heldSessions(
  database: ReadableDatabase,
  { definitions, dayOf }: Asked,
  isWanted: (session: SessionRow) => boolean,
): Held[] {
  const people = Map.groupBy(readSessionPeople(database, null), ({ sessionId }) => sessionId)
  const coachings = Map.groupBy(readCoachings(database, dayOf), ({ driverId }) => driverId)
  return readSessions(database).flatMap((session) => {
    const { driverId, heldAt } = session
    if (session.state !== 'held' || heldAt === null || driverId === null) return []
    if (!definitions.has(driverId) || !isWanted(session)) return []
    const heldDay = dayOf(heldAt)
    const selecting = { from: session.windowFrom, to: session.windowTo }
    const coached = coachings.get(driverId) ?? []
    return (people.get(session.id) ?? []).flatMap(({ personId }) =>
      personId === null
        ? []
        : {
            session,
            request: {
              personId,
              driverId,
              heldDay,
              selecting,
              coachedIds: coachedAround(coached, personId, selecting.from, heldDay),
            },
          },
    )
  })
}

/** Who else was coached on the driver near a session. One that is only prepared has not reached anybody. */
function coachedAround(
  coachings: readonly Coaching[],
  personId: number,
  selectingFrom: number,
  heldDay: number,
): Set<number> {
  return new Set(
    coachings
      .filter(
        (one) =>
          one.personId !== personId &&
          one.day !== null &&
          one.day >= selectingFrom - BEFORE_SELECTING_DAYS &&
          one.day <= heldDay + AFTER_SESSION_DAYS,
      )
      .map((one) => one.personId),
  )
}

/** What came of some sessions; of those still to come, of own ideas and of drivers no longer measured there is nothing. */
export function effectsOfSessions(
  database: ReadableDatabase,
  asked: Asked,
  sessionIds: ReadonlySet<number>,
): SessionEffect[] {
  const held = heldSessions(database, asked, ({ id }) => sessionIds.has(id))
  const effects = keptEffectsOf(
    database,
    held.map(({ request }) => request),
  )
  return held.map(({ session }, index) => ({ sessionId: session.id, effect: effects[index]! }))
}

/** The same with other calls let through while it is worked out. */
export async function effectsOfSessionsInPieces(
  database: ReadableDatabase,
  asked: Asked,
  sessionIds: ReadonlySet<number>,
): Promise<SessionEffect[]> {
  const held = heldSessions(database, asked, ({ id }) => sessionIds.has(id))
  const effects = await keptEffectsInPieces(
    database,
    held.map(({ request }) => request),
  )
  return held.map(({ session }, index) => ({ sessionId: session.id, effect: effects[index]! }))
}

/** What works here: sessions that were held with people who count, together by driver, by coach and by the questions that were asked. */
export async function programmeOf(
  database: ReadableDatabase,
  asked: Asked,
  templateName: (templateId: string) => string,
  isMine: (personId: number) => boolean,
): Promise<{ byDriver: ProgrammeGroup[]; byCoach: ProgrammeGroup[]; byTemplate: ProgrammeGroup[] }> {
  const held = heldSessions(database, asked, () => true).filter(({ request }) => isMine(request.personId))
  const effects = await keptEffectsInPieces(
    database,
    held.map(({ request }) => request),
  )
  const grouped = (keyOf: (session: SessionRow) => string | null, nameOf: (key: string) => string) =>
    programmeView(
      held.flatMap(({ session }, index) => {
        const key = keyOf(session)
        return key === null ? [] : { key, group: nameOf(key), effect: effects[index]! }
      }),
    )
  return {
    byDriver: grouped(
      ({ driverId }) => driverId,
      (driverId) => asked.definitions.get(driverId)!.label,
    ),
    byCoach: grouped(
      ({ coach }) => (coach === '' ? null : coach),
      (coach) => coach,
    ),
    byTemplate: grouped(({ templateId }) => templateId, templateName),
  }
}
