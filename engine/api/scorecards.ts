import { createAffectedDays } from '../affected-days.ts'
import { writing, type EngineContext } from '../context.ts'
import {
  changesBetween,
  changesOfDraft,
  createScorecard,
  discardDraft,
  exportForm,
  importForm,
  listScorecards,
  publish,
  removeScorecard,
  saveDraft,
  scorecardPage,
  startDraft,
  whatWouldChange,
} from '../quality/index.ts'
import { refreshReviewed } from '../refresh-reviewed.ts'
import { inTransaction } from '../store/index.ts'
import { api } from './base.ts'

function changed({ events }: EngineContext): void {
  events.emit({ type: 'data.changed', topics: ['scorecards', 'reviews'], job: null })
}

export const scorecardsApi = api.scorecards.router({
  list: api.scorecards.list.handler(({ context }) => listScorecards(context.read)),
  get: api.scorecards.get.handler(({ context, input }) => scorecardPage(context.read, input.id)),
  create: api.scorecards.create.handler(async ({ context, input }) => {
    const id = await createScorecard(context, input.title, input.from)
    changed(context)
    return { id }
  }),
  startDraft: api.scorecards.startDraft.handler(async ({ context, input }) => {
    await startDraft(context, input.id)
    changed(context)
    return scorecardPage(context.read, input.id)
  }),
  saveDraft: api.scorecards.saveDraft.handler(({ context, input }) => saveDraft(context, input)),
  discardDraft: api.scorecards.discardDraft.handler(async ({ context, input }) => {
    const result = await discardDraft(context, input.id)
    changed(context)
    return result
  }),
  publish: api.scorecards.publish.handler(async ({ context, input }) => {
    await publish(context, input)
    context.events.emit({
      type: 'data.changed',
      topics: ['scorecards', 'reviews', 'metrics', 'coaching'],
      job: null,
    })
    return scorecardPage(context.read, input.id)
  }),
  compare: api.scorecards.compare.handler(({ context, input }) =>
    changesBetween(context.read, input.fromId, input.toId),
  ),
  compareDraft: api.scorecards.compareDraft.handler(({ context, input }) =>
    changesOfDraft(context.read, input.id),
  ),
  whatIf: api.scorecards.whatIf.handler(({ context, input }) =>
    whatWouldChange(context.read, input.id, input.days),
  ),
  importForm: api.scorecards.importForm.handler(async ({ context, input }) => {
    const result = await writing(context, (database) =>
      inTransaction(database, () => {
        const affected = createAffectedDays()
        const imported = importForm(database, input.files, context.now(), affected)
        if (imported.rescored > 0) refreshReviewed(database, affected)
        return imported
      }),
    )
    context.events.emit({
      type: 'data.changed',
      topics: ['scorecards', 'reviews', 'metrics', 'coaching', 'conversations'],
      job: null,
    })
    return result
  }),
  exportForm: api.scorecards.exportForm.handler(({ context, input }) =>
    exportForm(context.read, input.versionId, input.format),
  ),
  remove: api.scorecards.remove.handler(async ({ context, input }) => {
    await removeScorecard(context, input.id)
    changed(context)
    return { isGone: true }
  }),
})
