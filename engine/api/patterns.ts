import { t } from '#speech'
import type { FiguresOver } from '../../shared/contract/group-patterns.ts'
import { wholeOf, type EngineContext } from '../context.ts'
import { mayRank } from '../governance/index.ts'
import {
  behindFigure,
  driverGridOf,
  driverPatternOf,
  groupedWindow,
  keptShares,
  levelsOf,
  overviewOf,
  patternsOf,
  populationOfShares,
  populationOfWindow,
  whatMovesOf,
  withoutPeople,
} from '../patterns/index.ts'
import { rankedWindow } from '../ranked-window.ts'
import type { EngineServices } from '../services.ts'
import { api } from './base.ts'

/** The job that computes shares now, if there is one. */
function sharesJob({ jobs }: EngineServices): number | null {
  const job = jobs
    .list()
    .find(({ kind, state }) => kind === 'shares' && (state === 'queued' || state === 'running'))
  return job?.id ?? null
}

/** Who counts in the figures that are meant. */
function populationOf(
  context: EngineContext,
  asked: { over: FiguresOver; driverId: string; days?: number | undefined; to?: string | undefined },
) {
  return asked.over === 'shares'
    ? populationOfShares(context.read, asked.driverId)
    : populationOfWindow(groupedWindow(context, asked), asked.driverId)
}

export const patternsApi = api.patterns.router({
  findings: api.patterns.findings.handler(async ({ context, input }) => {
    const found = await patternsOf(context, input.days)
    return mayRank(wholeOf(context)) ? found : withoutPeople(found)
  }),
  overview: api.patterns.overview.handler(({ context, input }) => overviewOf(groupedWindow(context, input))),
  driver: api.patterns.driver.handler(({ context, input }) =>
    driverPatternOf(
      context.read,
      groupedWindow(context, input),
      input.driverId,
      input.weeks,
      mayRank(wholeOf(context)),
    ),
  ),
  grid: api.patterns.grid.handler(({ context, input }) =>
    driverGridOf(context.read, groupedWindow(context, input)),
  ),
  shares: api.patterns.shares.handler(({ context }) => ({
    kept: keptShares(context),
    jobId: sharesJob(context),
  })),
  computeShares: api.patterns.computeShares.handler(async ({ context, input }) => ({
    jobId:
      sharesJob(context) ??
      (await context.jobs.start('shares', t`Telling people from process`, { days: input.days })),
  })),
  whatMoves: api.patterns.whatMoves.handler(({ context, input }) =>
    whatMovesOf(rankedWindow(context, input)),
  ),
  conversations: api.patterns.conversations.handler(({ context, input }) =>
    behindFigure(context.read, populationOf(context, input), input),
  ),
  levels: api.patterns.levels.handler(({ context, input }) =>
    levelsOf(context.read, populationOf(context, input), input, mayRank(wholeOf(context))),
  ),
})
