import { createAffectedDays, type AffectedDays } from '../affected-days.ts'
import { wholeOf, writing, type EngineContext } from '../context.ts'
import { mayRank } from '../governance/index.ts'
import {
  decideTrust,
  disputePage,
  listDisputes,
  mustDispute,
  overturnRates,
  previewEffect,
  raiseDispute,
  readDisputeFile,
  readDisputeSettings,
  resolveDispute,
  startOfDispute,
  undoDecision,
  withdraw,
  writeDisputeFile,
  writeDisputeSettings,
} from '../quality/index.ts'
import { refreshReviewed } from '../refresh-reviewed.ts'
import { scorerVersionsHere } from '../scorer-versions.ts'
import { inTransaction, type WritableDatabase } from '../store/index.ts'
import { api } from './base.ts'

/** Writes something that changes no figure. */
async function noting<Result>(
  context: EngineContext,
  task: (database: WritableDatabase) => Result,
): Promise<Result> {
  const result = await writing(context, (database) => inTransaction(database, () => task(database)))
  context.events.emit({ type: 'data.changed', topics: ['disputes', 'conversations'], job: null })
  return result
}

/** Writes something that may change answers, and brings what follows from them in line, in one transaction. */
async function deciding<Result>(
  context: EngineContext,
  task: (database: WritableDatabase, affected: AffectedDays) => Result,
): Promise<Result> {
  const result = await writing(context, (database) =>
    inTransaction(database, () => {
      const affected = createAffectedDays()
      const done = task(database, affected)
      refreshReviewed(database, affected)
      decideTrust(database, scorerVersionsHere(database), context.now())
      return done
    }),
  )
  context.events.emit({
    type: 'data.changed',
    topics: [
      'disputes',
      'reviews',
      'trust',
      'scorecards',
      'coaching',
      'metrics',
      'conversations',
      'search',
      'calibration',
    ],
    job: null,
  })
  return result
}

export const disputesApi = api.disputes.router({
  settings: api.disputes.settings.handler(({ context }) => readDisputeSettings(context.read)),
  setSettings: api.disputes.setSettings.handler(({ context, input }) =>
    noting(context, (database) => writeDisputeSettings(database, input)),
  ),
  list: api.disputes.list.handler(({ context, input }) => listDisputes(context.read, input, context.now())),
  get: api.disputes.get.handler(({ context, input }) => disputePage(context.read, input.id, context.now())),
  start: api.disputes.start.handler(({ context, input }) =>
    startOfDispute(context.read, input, context.now()),
  ),
  raise: api.disputes.raise.handler(({ context, input }) =>
    noting(context, (database) => ({ id: raiseDispute(database, input, context.now()) })),
  ),
  withdraw: api.disputes.withdraw.handler(({ context, input }) =>
    noting(context, (database) => {
      withdraw(database, input.id, context.now())
      return { isWithdrawn: true }
    }),
  ),
  preview: api.disputes.preview.handler(({ context, input }) =>
    previewEffect(context.read, mustDispute(context.read, input.id), input.answer),
  ),
  resolve: api.disputes.resolve.handler(({ context, input }) =>
    deciding(context, (database, affected) => resolveDispute(database, input, context.now(), affected)),
  ),
  undo: api.disputes.undo.handler(({ context, input }) =>
    deciding(context, (database, affected) => {
      undoDecision(database, input.id, context.now(), affected)
      return { id: input.id }
    }),
  ),
  rates: api.disputes.rates.handler(({ context }) => overturnRates(context.read, mayRank(wholeOf(context)))),
  export: api.disputes.export.handler(({ context, input }) =>
    noting(context, (database) => writeDisputeFile(database, input.evaluationId, context.now())),
  ),
  import: api.disputes.import.handler(({ context, input }) =>
    noting(context, (database) => readDisputeFile(database, input.text, context.now())),
  ),
})
