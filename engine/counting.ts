import { createAffectedDays, type AffectedDays } from './affected-days.ts'
import { writing, type EngineContext } from './context.ts'
import { decideTrust, submitReview } from './quality/index.ts'
import { refreshReviewed } from './refresh-reviewed.ts'
import { scorerVersionsHere } from './scorer-versions.ts'
import { inTransaction, type WritableDatabase } from './store/index.ts'

/** Writes something that counts, and brings what follows from it in line, in one transaction. */
export async function counting<Result>(
  context: EngineContext,
  task: (database: WritableDatabase, affected: AffectedDays) => Result,
): Promise<Result> {
  const result = await writing(context, (database) =>
    inTransaction(database, () => {
      const affected = createAffectedDays()
      const done = task(database, affected)
      bringInLine(database, affected, context.now())
      return done
    }),
  )
  countingChanged(context)
  return result
}

function bringInLine(database: WritableDatabase, affected: AffectedDays, now: number): void {
  refreshReviewed(database, affected)
  decideTrust(database, scorerVersionsHere(database), now)
}

/**
 * Draws, or takes a draw back: what was reviewed before stands for less or more by it, and what was asked for may count in trust. What follows from
 * that is brought in line.
 */
export async function drawing<Result>(
  context: EngineContext,
  task: (database: WritableDatabase, affected: AffectedDays) => Result,
): Promise<Result> {
  const affected = createAffectedDays()
  const result = await writing(context, (database) =>
    inTransaction(database, () => {
      const done = task(database, affected)
      if (affected.newest() !== null) bringInLine(database, affected, context.now())
      return done
    }),
  )
  if (affected.newest() === null)
    context.events.emit({ type: 'data.changed', topics: ['reviews', 'calibration'], job: null })
  else countingChanged(context)
  return result
}

function countingChanged({ events }: EngineContext): void {
  events.emit({
    type: 'data.changed',
    topics: [
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
}

/**
 * Submits drafts together, in this order and each at its own instant: all or none. What follows from them is brought in line once, and trust decided
 * once, which comes to the same as after each of them. Gives their evaluations.
 */
export function submitTogether(
  context: EngineContext,
  drafts: readonly { id: number; at: number }[],
): Promise<number[]> {
  return counting(context, (database, affected) =>
    drafts.map(({ id, at }) => submitReview(database, id, at, affected).evaluationId),
  )
}
