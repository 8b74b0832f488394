import { t } from '#speech'
import {
  agentPageOf,
  insertMark,
  insertRequest,
  personExists,
  rankingOf,
  removeMark,
  teamListOf,
  writePin,
} from '../coaching/index.ts'
import { wholeOf, writing, type EngineContext } from '../context.ts'
import { mustRank } from '../governance/index.ts'
import { dayFinder } from '../days.ts'
import { readCatalogue } from '../metrics/index.ts'
import { Problem } from '../problem.ts'
import { drawToSettle, questionToScoreOn } from '../quality/index.ts'
import { readPreferences } from '../workspace/index.ts'
import { rankedWindow } from '../ranked-window.ts'
import { drawing } from '../counting.ts'
import { writingCoaching } from '../quiet-writing.ts'
import { api } from './base.ts'

function changed(context: EngineContext): void {
  context.events.emit({ type: 'data.changed', topics: ['coaching'], job: null })
}

function mustExist(context: EngineContext, personId: number): void {
  if (!personExists(context.read, personId))
    throw new Problem('NOT_FOUND', t`That agent is no longer there; go back to the team.`)
}

export const coachingApi = api.coaching.router({
  rank: api.coaching.rank.handler(({ context, input }) => {
    mustRank(wholeOf(context))
    return rankingOf(context.read, rankedWindow(context, input), input)
  }),
  team: api.coaching.team.handler(({ context, input }) => {
    const today = dayFinder(readPreferences(context.read).timeZone)(context.now())
    return teamListOf(rankedWindow(context, input), input.teamIds, today)
  }),
  agent: api.coaching.agent.handler(({ context, input }) =>
    agentPageOf(context.read, rankedWindow(context, input), input.agentId),
  ),
  markCoached: api.coaching.markCoached.handler(async ({ context, input }) => {
    mustExist(context, input.agentId)
    const mark = await writingCoaching(context, (database) =>
      insertMark(database, {
        personId: input.agentId,
        driverId: input.driverId,
        at: context.now(),
        note: input.note ?? null,
      }),
    )
    changed(context)
    const label =
      readCatalogue(context.read).find((one) => one.id === input.driverId)?.label ?? input.driverId
    return {
      id: mark.id,
      agentId: mark.personId,
      driverId: mark.driverId,
      driverLabel: label,
      at: mark.at,
      note: mark.note,
    }
  }),
  unmarkCoached: api.coaching.unmarkCoached.handler(async ({ context, input }) => {
    const wasThere = await writingCoaching(context, (database) =>
      removeMark(database, input.id, context.now()),
    )
    if (!wasThere) throw new Problem('NOT_FOUND', t`That mark is no longer there.`)
    changed(context)
    return { ok: true as const }
  }),
  pinWeight: api.coaching.pinWeight.handler(async ({ context, input }) => {
    if (!readCatalogue(context.read).some((one) => one.id === input.driverId && one.role === 'driver'))
      throw new Problem('NOT_FOUND', t`There is no driver "${{ driverId: input.driverId }}".`)
    await writing(context, (database) => writePin(database, input.driverId, input.value, context.now()))
    changed(context)
    return { ok: true as const }
  }),
  requestEvaluations: api.coaching.requestEvaluations.handler(async ({ context, input }) => {
    mustExist(context, input.agentId)
    await writing(context, (database) =>
      insertRequest(database, {
        personId: input.agentId,
        driverId: input.driverId,
        n: input.n,
        at: context.now(),
      }),
    )
    const question = questionToScoreOn(context.read, input.driverId)
    const request = question && { ...question, agentId: input.agentId, n: Math.min(50, input.n) }
    const { picked } = request
      ? await drawing(context, (database, affected) =>
          drawToSettle(database, request, context.now(), affected),
        )
      : { picked: 0 }
    context.events.emit({ type: 'data.changed', topics: ['coaching', 'reviews'], job: null })
    return { queued: picked }
  }),
})
