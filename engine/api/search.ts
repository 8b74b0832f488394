import { writing, type EngineContext } from '../context.ts'
import {
  readByReference,
  readSaved,
  removeSearch,
  renameSearch,
  saveSearch,
  search,
  similarTurns,
} from '../search/index.ts'
import { inTransaction, type WritableDatabase } from '../store/index.ts'
import { api } from './base.ts'

/** Changes what is saved in one transaction, and tells. */
async function changing<Result>(
  context: EngineContext,
  change: (database: WritableDatabase) => Result,
): Promise<Result> {
  const result = await writing(context, (database) => inTransaction(database, () => change(database)))
  context.events.emit({ type: 'data.changed', topics: ['search'], job: null })
  return result
}

export const searchApi = api.search.router({
  find: api.search.find.handler(({ context, input }) => search(context.read, input)),
  similar: api.search.similar.handler(({ context, input }) => similarTurns(context.read, input)),
  byReference: api.search.byReference.handler(({ context, input }) =>
    readByReference(context.read, input.reference.trim(), input.limit),
  ),
  saved: api.search.saved.handler(({ context }) => readSaved(context.read)),
  save: api.search.save.handler(({ context, input }) =>
    changing(context, (database) => saveSearch(database, input.name, input.search, context.now())),
  ),
  rename: api.search.rename.handler(({ context, input }) =>
    changing(context, (database) => renameSearch(database, input.id, input.name)),
  ),
  remove: api.search.remove.handler(({ context, input }) =>
    changing(context, (database) => removeSearch(database, input.id)),
  ),
})
