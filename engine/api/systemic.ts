import { dayOfNumber } from '../../shared/domain/time.ts'
import type { EngineContext } from '../context.ts'
import { writingNotes } from '../quiet-writing.ts'
import { dayFinder } from '../days.ts'
import { readCatalogue } from '../metrics/index.ts'
import {
  createRecord,
  groupedWindow,
  mustRecord,
  noteOnRecord,
  pickConversations,
  recordItems,
  recordOf,
  setRecordRemoved,
  writeRecord,
  type RecordWorld,
} from '../patterns/index.ts'
import { newestDay, readPreferences } from '../workspace/index.ts'
import { api } from './base.ts'

const ok = { ok: true as const }

function worldOf(context: EngineContext): RecordWorld {
  return {
    definitions: new Map(readCatalogue(context.read).map((one) => [one.id, one])),
    today: dayFinder(readPreferences(context.read).timeZone)(context.now()),
  }
}

/** The groups of some days. */
function between(context: EngineContext, { from, to }: { from: number; to: number }) {
  return groupedWindow(context, { to: dayOfNumber(to), days: to - from + 1 })
}

export const systemicApi = api.systemic.router({
  list: api.systemic.list.handler(({ context, input }) => recordItems(context.read, input, worldOf(context))),
  get: api.systemic.get.handler(({ context, input }) =>
    recordOf(context.read, input.id, worldOf(context), newestDay(context.read) ?? 0, (days) =>
      between(context, days),
    ),
  ),
  create: api.systemic.create.handler(async ({ context, input }) => {
    const grouped = groupedWindow(context, input)
    return {
      id: await writingNotes(context, 'systemic', (database) =>
        createRecord(database, grouped, input, context.now()),
      ),
    }
  }),
  write: api.systemic.write.handler(async ({ context, input }) => {
    const { conversations, ...writing } = input
    const record = mustRecord(context.read, input.id)
    const grouped = conversations && between(context, { from: record.windowFrom, to: record.windowTo })
    await writingNotes(context, 'systemic', (database) => {
      writeRecord(database, writing, context.now())
      if (conversations && grouped)
        pickConversations(database, grouped, input.id, conversations, context.now())
    })
    return ok
  }),
  note: api.systemic.note.handler(async ({ context, input }) => {
    await writingNotes(context, 'systemic', (database) =>
      noteOnRecord(database, input.id, input.text, context.now()),
    )
    return ok
  }),
  remove: api.systemic.remove.handler(async ({ context, input }) => {
    await writingNotes(context, 'systemic', (database) =>
      setRecordRemoved(database, input.id, true, context.now()),
    )
    return ok
  }),
  restore: api.systemic.restore.handler(async ({ context, input }) => {
    await writingNotes(context, 'systemic', (database) =>
      setRecordRemoved(database, input.id, false, context.now()),
    )
    return ok
  }),
})
