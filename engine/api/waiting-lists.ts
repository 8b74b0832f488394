import {
  drawWaitingList,
  removeWaitingList,
  restoreWaitingList,
  tiesOf,
  waitingListViews,
} from '../coaching/index.ts'
import { wholeOf, type EngineContext } from '../context.ts'
import { mustRank } from '../governance/index.ts'
import { writingNotes } from '../quiet-writing.ts'
import { dayFinder } from '../days.ts'
import { readCatalogue } from '../metrics/index.ts'
import { readDirectory } from '../people/index.ts'
import { whoReviews } from '../quality/index.ts'
import { rankedWindow } from '../ranked-window.ts'
import { readPreferences } from '../workspace/index.ts'
import { api } from './base.ts'

const ok = { ok: true as const }

function calendarOf(context: EngineContext): (instantMs: number) => number {
  return dayFinder(readPreferences(context.read).timeZone)
}

function todayOf(context: EngineContext): number {
  return calendarOf(context)(context.now())
}

export const waitingListsApi = api.waitingLists.router({
  ties: api.waitingLists.ties.handler(({ context, input }) =>
    tiesOf(context.read, rankedWindow(context, {}), todayOf(context), input.teamIds),
  ),
  draw: api.waitingLists.draw.handler(async ({ context, input }) => {
    mustRank(wholeOf(context))
    const window = rankedWindow(context, { days: input.days })
    const by = { name: whoReviews(context).name ?? '', now: context.now(), today: todayOf(context) }
    return {
      id: await writingNotes(context, 'sessions', (database) => drawWaitingList(database, window, input, by)),
    }
  }),
  list: api.waitingLists.list.handler(({ context }) =>
    waitingListViews(context.read, {
      directory: readDirectory(context.read),
      definitions: new Map(readCatalogue(context.read).map((one) => [one.id, one])),
      dayOf: calendarOf(context),
    }),
  ),
  remove: api.waitingLists.remove.handler(async ({ context, input }) => {
    await writingNotes(context, 'sessions', (database) =>
      removeWaitingList(database, input.id, context.now()),
    )
    return ok
  }),
  restore: api.waitingLists.restore.handler(async ({ context, input }) => {
    await writingNotes(context, 'sessions', (database) =>
      restoreWaitingList(database, input.id, todayOf(context)),
    )
    return ok
  }),
})
