import { t } from '#speech'
import { dayOfNumber } from '../../shared/domain/time.ts'
import {
  boardOf,
  effectsOfSessions,
  rankingOf,
  sessionItems,
  teamListOf,
  weekOf,
  type RankedWindow,
  type SessionWorld,
} from '../coaching/index.ts'
import type { EngineContext } from '../context.ts'
import { dayFinder } from '../days.ts'
import { readCatalogue } from '../metrics/index.ts'
import { groupedWindow, overviewOf, recordItems } from '../patterns/index.ts'
import { readDirectory } from '../people/index.ts'
import { readFreshness, readPreferences } from '../workspace/index.ts'
import { countsByPerson } from './counts.store.ts'

/** What a report is about, ranked: the window, and the same one seven days earlier. */
export interface ReportWindows {
  now: RankedWindow
  weekBefore: RankedWindow
}

function worldOf({ read }: EngineContext, today: number): SessionWorld {
  return {
    directory: readDirectory(read),
    definitions: new Map(readCatalogue(read).map((one) => [one.id, one])),
    today,
  }
}

/** Everything a weekly report says, before it is written. */
export function weeklyFacts(
  context: EngineContext,
  { now, weekBefore }: ReportWindows,
  teamId: number | null,
) {
  const database = context.read
  const dayOf = dayFinder(readPreferences(database).timeZone)
  const today = dayOf(context.now())
  const teamIds = teamId === null ? undefined : [teamId]
  const only = teamId === null ? {} : { teamId }
  const world = worldOf(context, today)
  const { to } = now.gathered.window
  const board = boardOf(database, now, world, dayOf, teamIds)
  return {
    team: teamId === null ? null : (world.directory.teams.get(teamId)?.name ?? t`Team`),
    windows: { now, weekBefore },
    definitions: world.definitions,
    list: teamListOf(now, teamIds, today),
    ranking: rankingOf(database, now, only),
    before: rankingOf(database, weekBefore, only),
    counts: countsByPerson(database, now.gathered.window),
    freshness: readFreshness(database),
    sessions: {
      week: weekOf(database, now, world, dayOf, { day: today, teamIds }),
      heldLately: board.sessions.filter(({ heldAt }) => heldAt !== null && dayOf(heldAt) > to - 7),
      unseen: board.unseen,
    },
    dayOf: (instantMs: number) => dayOfNumber(dayOf(instantMs)),
    madeAtMs: context.now(),
  }
}

export type WeeklyFacts = ReturnType<typeof weeklyFacts>

/** What was held up to the end of the window, and what came of it: the same effects as the board shows. */
function coachingUpTo(context: EngineContext, { from, to }: { from: number; to: number }) {
  const dayOf = dayFinder(readPreferences(context.read).timeZone)
  const world = worldOf(context, dayOf(context.now()))
  const held = sessionItems(context.read, world, []).flatMap((session) =>
    session.state === 'held' && session.heldAt !== null && dayOf(session.heldAt) <= to
      ? [{ ...session, heldDay: dayOf(session.heldAt) }]
      : [],
  )
  const names = new Map(held.flatMap(({ people }) => people.map(({ id, name }) => [id, name])))
  return {
    sessions: held.length,
    inWindow: held.filter(({ heldDay }) => heldDay >= from).length,
    effects: effectsOfSessions(
      context.read,
      { definitions: world.definitions, dayOf },
      new Set(held.map(({ id }) => id)),
    ).map(({ effect }) => ({ name: names.get(effect.agentId)!, effect })),
  }
}

export type CoachingSoFar = ReturnType<typeof coachingUpTo>

/** Everything a director's report says, before it is written. */
export function directorFacts(context: EngineContext, windows: ReportWindows) {
  const database = context.read
  const { window } = windows.now.gathered
  const dayOf = dayFinder(readPreferences(database).timeZone)
  return {
    window: windows.now,
    list: teamListOf(windows.now, undefined, dayOf(context.now())),
    /** Teams and queues as the Patterns page shows them for the same days. */
    overview: overviewOf(
      groupedWindow(context, { to: dayOfNumber(window.to), days: window.to - window.from + 1 }),
    ),
    findings: recordItems(database, { includeRemoved: false }, worldOf(context, dayOf(context.now()))),
    coaching: coachingUpTo(context, window),
    counts: countsByPerson(database, window),
    freshness: readFreshness(database),
    madeAtMs: context.now(),
  }
}

export type DirectorFacts = ReturnType<typeof directorFacts>
