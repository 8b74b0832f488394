import type { AffectedDays } from '../../affected-days.ts'
import type { WritableDatabase } from '../../store/index.ts'
import { ruleFor, type FactKind, type Statement } from '../../fact-kinds.ts'
import { findByContentKey, findByKey, insertFact, readFact } from './facts.store.ts'
import { createRowMatcher, keyOf, keyText, type LateOutcome, type WriteOutcome } from './matching.ts'
import { createSeenNumbers, hash53 } from './seen-numbers.ts'
import { statedBy, stateAgain } from './state.ts'

/** Writes what the rows of one import state of one kind of facts: each is added, or stated again where it is there already. */
export interface StatementWriter {
  /**
   * The outcome, or null when it is only known at the end. `isRepeated` where the caller knows whether an earlier row had the key.
   */
  write(rowNumber: number, statement: Statement, isRepeated?: boolean): WriteOutcome | null
  finish(): LateOutcome[]
}

/** A writer for one import. Rows whose content key is the whole of them are found by it, the others by the rule of their kind. */
export function createStatementWriter(
  database: WritableDatabase,
  kind: FactKind,
  owner: { importId: number; sourceId: number },
  affected: AffectedDays,
): StatementWriter {
  const { importId, sourceId } = owner
  const again = (id: number, rowNumber: number, statement: Statement) =>
    stateAgain(database, kind, id, { importId, rowNumber }, statement, affected)
  const add = (rowNumber: number, statement: Statement): WriteOutcome => {
    insertFact(database, kind, { importId, rowNumber, sourceId }, statement)
    // rows of the other kinds count on the day of the contact they will be put with
    if (kind === 'interactions' || kind === 'shifts')
      affected.added(kind, (statement.get('day') as number | undefined) ?? null)
    return 'added'
  }
  const matcher = createRowMatcher(kind, {
    candidates: (key) => findByKey(database, kind, sourceId, key),
    standing: (id) => readFact(database, kind, id)!.values,
    stated: (id) => statedBy(database, kind, id, importId),
    add,
    again,
  })
  const seen = createSeenNumbers()
  return {
    write(rowNumber, statement, isRepeated) {
      const contentKey = statement.get('content_key')
      if (contentKey !== undefined && !ruleFor(kind, statement)) {
        const id = findByContentKey(database, kind, sourceId, String(contentKey))
        return id === undefined ? add(rowNumber, statement) : again(id, rowNumber, statement)
      }
      const wasSeen = isRepeated ?? seen.add(hash53(keyText(kind, keyOf(kind, statement))))
      return matcher.write(rowNumber, statement, wasSeen)
    },
    finish: () => matcher.finish(),
  }
}
