import type { ChangeEvent } from '../shared/contract/jobs.ts'
import { rankingCache } from './coaching/index.ts'
import { wholeOf, writable, type EngineContext } from './context.ts'
import { changeQuietly, inTransaction, type WritableDatabase } from './store/index.ts'

type Topic = ChangeEvent['topics'][number]

/** Writes, in one transaction, what no figure rests on, such as a note being typed: whatever is kept of figures stays. */
export function writingQuietly<Result>(
  context: EngineContext,
  task: (database: WritableDatabase) => Result,
): Promise<Result> {
  return context.writes.run(() => {
    const write = writable(context)
    return changeQuietly({ read: wholeOf(context), write }, () => inTransaction(write, () => task(write)))
  })
}

/** The same, told to whoever shows something of `topic`. */
export async function writingNotes<Result>(
  context: EngineContext,
  topic: Topic,
  task: (database: WritableDatabase) => Result,
): Promise<Result> {
  const result = await writingQuietly(context, task)
  context.events.emit({ type: 'data.changed', topics: [topic], job: null })
  return result
}

/** The same of whether and when somebody was coached: of what is kept, only what follows from that is told anew. */
export async function writingCoaching<Result>(
  context: EngineContext,
  task: (database: WritableDatabase) => Result,
): Promise<Result> {
  const result = await writingQuietly(context, task)
  rankingCache({ read: wholeOf(context) }).coachingsChanged()
  return result
}
