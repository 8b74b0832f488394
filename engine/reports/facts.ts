import { dayOfNumber } from '../../shared/domain/time.ts'
import {
  boardOf,
  rankingOf,
  teamListOf,
  weekOf,
  type RankedWindow,
  type SessionWorld,
} from '../coaching/index.ts'
import type { EngineContext } from '../context.ts'
import { dayFinder } from '../days.ts'
import { readCatalogue } from '../metrics/index.ts'
import { readDirectory } from '../people/index.ts'
import { readFreshness, readPreferences } from '../workspace/index.ts'
import { countsByPerson } from './counts.store.ts'

/** What a report is about, ranked: the window, and the same one seven days earlier. */
export interface ReportWindows {
  now: RankedWindow
  weekBefore: RankedWindow
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
  const world: SessionWorld = {
    directory: readDirectory(database),
    definitions: new Map(readCatalogue(database).map((one) => [one.id, one])),
    today,
  }
  const { to } = now.gathered.window
  const board = boardOf(database, now, world, dayOf, teamIds)
  return {
    team: teamId === null ? null : (world.directory.teams.get(teamId)?.name ?? 'Team'),
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

/** Everything a director's report says, before it is written. */
export function directorFacts(context: EngineContext, windows: ReportWindows) {
  const database = context.read
  return {
    window: windows.now,
    list: teamListOf(windows.now, undefined, dayFinder(readPreferences(database).timeZone)(context.now())),
    counts: countsByPerson(database, windows.now.gathered.window),
    freshness: readFreshness(database),
    madeAtMs: context.now(),
  }
}

export type DirectorFacts = ReturnType<typeof directorFacts>
